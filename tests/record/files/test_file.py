"""A record's file: found, read and decoded, or refused with words that help."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docgen.errors import ExitCode, OutsideError, RecordError
from docgen.record.files.file import SIZE_LIMIT, decode, read_bytes

if TYPE_CHECKING:
    from docgen.errors import DocgenError, Problem

ANY = Path("ho-so.yaml")


def only(caught: pytest.ExceptionInfo[DocgenError]) -> Problem:
    """The single problem of an error."""
    (problem,) = caught.value.problems
    return problem


def test_a_missing_file_names_the_like_one_beside_it(tmp_path: Path) -> None:
    """A slip in the file's name is answered with the file that was meant."""
    (tmp_path / "to-lien-gia.yaml").touch()
    with pytest.raises(RecordError) as caught:
        read_bytes(tmp_path / "to-lien-ga.yaml")
    assert only(caught).what.vi == "Không có tệp này"
    assert "to-lien-gia.yaml" in only(caught).hint.vi
    assert caught.value.exit_code is ExitCode.INPUT


def test_a_missing_folder_is_a_missing_file(tmp_path: Path) -> None:
    """No folder, no file: the hint tells how a form is made."""
    with pytest.raises(RecordError) as caught:
        read_bytes(tmp_path / "khong-co" / "a.yaml")
    assert "docgen new" in only(caught).hint.vi


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    """A folder in place of a file is named as what it is."""
    with pytest.raises(RecordError) as caught:
        read_bytes(tmp_path)
    assert only(caught).what.en == "This is a folder, not a file"


def test_a_name_that_no_file_can_have_is_refused() -> None:
    """A NUL in the name does not end in a traceback."""
    with pytest.raises(RecordError) as caught:
        read_bytes(Path("a\0b.yaml"))
    assert only(caught).what.vi == "Tên tệp không hợp lệ"


def test_a_file_without_permission_is_a_problem_of_the_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A locked file says so, and exits with 1."""

    def locked(_: Path, __: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(RecordError) as caught:
        read_bytes(tmp_path / "a.yaml")
    assert only(caught).what.en == "No permission to read this file"


def test_a_failing_disk_is_no_fault_of_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An I/O error is an outside failure and exits with 5."""

    def broken(_: Path, __: str) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(OutsideError) as caught:
        read_bytes(tmp_path / "a.yaml")
    assert caught.value.exit_code is ExitCode.OUTSIDE
    assert "Input/output error" in only(caught).what.vi


def test_a_file_over_the_limit_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    """One byte more than the limit is too much."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (SIZE_LIMIT + 1))
    with pytest.raises(RecordError) as caught:
        read_bytes(path)
    assert "1 MiB" in only(caught).what.vi


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "Tệp trống"),
        (b"\xef\xbb\xbf  \n", "Tệp trống"),
        ("a: 1".encode("utf-16"), "Tệp lưu dạng UTF-16"),
        ("a: 1".encode("utf-16-le"), "Đây không phải tệp văn bản"),
        (b"PK\x03\x04rest", "Đây là tệp Word hoặc tệp nén, không phải tệp YAML hay Excel"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, what: str) -> None:
    """Empty, UTF-16, Office and binary files are told apart."""
    with pytest.raises(RecordError) as caught:
        decode(data, ANY)
    assert only(caught).what.vi == what
    assert only(caught).hint.vi


def test_a_legacy_encoding_is_shown_at_its_line_and_column() -> None:
    """The first byte that is no UTF-8 is located, and the way to convert is told."""
    with pytest.raises(RecordError) as caught:
        decode("kind: a\ntên: ".encode() + b"Ho\xb5ng", ANY)
    assert str(only(caught).place) == "ho-so.yaml:2:8"
    assert "Unikey" in only(caught).hint.vi


def test_a_byte_order_mark_of_utf_8_is_no_part_of_the_text() -> None:
    """Notepad's UTF-8 files are read like any other."""
    assert decode(b"\xef\xbb\xbfa: 1", ANY) == "a: 1"


def test_control_characters_and_odd_line_ends_become_spaces() -> None:
    """Every character keeps its column, and YAML meets none that it refuses."""
    assert decode("a: b\x07c\u2028d".encode(), ANY) == "a: b c d"
