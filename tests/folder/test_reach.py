"""Paths longer than Windows takes by itself."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.folder import contents
from docgen.folder.reach import extended, out_of_reach, plain
from tests.folder.test_contents import manifest_of

PARTS = st.lists(st.text("aăâđêôơư ", min_size=1, max_size=40), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("path", "reached"),
    [
        (r"C:\Hồ sơ\xã Tân Mỹ", "\\\\?\\C:\\Hồ sơ\\xã Tân Mỹ"),
        (r"\\may-chu\chung\Hồ sơ", "\\\\?\\UNC\\may-chu\\chung\\Hồ sơ"),
        ("\\\\?\\C:\\a", "\\\\?\\C:\\a"),
    ],
)
def test_a_long_path_is_written_as_windows_takes_it(path: str, reached: str) -> None:
    """With the prefix of extended paths, for drives and for shares, once."""
    assert str(extended(PureWindowsPath(path))) == reached


@given(PARTS)
def test_a_person_sees_the_path_without_the_prefix(parts: list[str]) -> None:
    """What is put before a path is taken away again."""
    for top in ("C:\\", "\\\\may-chu\\chung\\"):
        path = PureWindowsPath(top, *parts)
        assert plain(extended(path)) == path


def test_a_path_of_more_than_259_letters_is_out_of_reach_of_word() -> None:
    """Counted as Windows counts: in UTF-16 units, the prefix apart."""
    edge = PureWindowsPath("C:\\" + "ư" * 256)
    assert not out_of_reach(edge)
    assert out_of_reach(PureWindowsPath(f"{edge}a"))
    assert not out_of_reach(extended(edge))


def test_a_folder_of_240_letters_with_vietnamese_names_works(tmp_path: Path) -> None:
    """Written, read and written again."""
    directory = tmp_path
    while len(str(directory)) < 238:
        room = min(60, 240 - len(str(directory)) - 1)
        directory = directory / ("Hồ sơ xã "[: max(1, room)]).ljust(room, "ơ")
    assert len(str(directory)) >= 238
    files = {"van-ban/phu/bien-ban-lay-y-kien.docx": b"a"}
    contents.write(directory, files, manifest_of(files))
    contents.write(directory, files, manifest_of(files))
    assert contents.content(directory, "van-ban/phu/bien-ban-lay-y-kien.docx") == b"a"
