"""What a package folder remembers."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError
from docgen.folder.manifest import FileEntry, Manifest, State, sha256

MANIFEST = Manifest(
    tool="0.1.0",
    record="ab" * 32,
    made=("establish", "report 2026-H1"),
    record_file="../ban-khai.yaml",
    day=date(2026, 9, 5),
    templates={"quy-che": "cd" * 32, "ke-hoach": "ef" * 32},
    files={
        "van-ban/05-quy-che.docx": FileEntry("12" * 32, 5, "quy-che"),
        "ho-so.pdf": FileEntry("34" * 32),
    },
)

_NAMES = st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True).filter(lambda name: name != "nul")
_FILED = st.builds(
    FileEntry,
    sha256=st.binary(max_size=8).map(sha256),
    item=st.none() | st.integers(1, 10),
    paper=_NAMES,
    base=st.just("") | st.binary(max_size=8).map(sha256),
    source=st.just("") | st.binary(max_size=8).map(sha256),
    state=st.sampled_from(State),
)


_TOLD = st.fixed_dictionaries(
    {
        "tool": _NAMES,
        "record": _NAMES,
        "made": st.lists(_NAMES, max_size=2).map(tuple),
        "day": st.dates(),
        "templates": st.dictionaries(_NAMES, _NAMES, max_size=3),
        "files": st.dictionaries(st.sampled_from(["pdf/a.pdf", "ho-so.pdf"]), _FILED),
    }
)


@given(_TOLD)
def test_manifest_survives_writing_and_reading(told: dict[str, Any]) -> None:
    """What is written is what is read."""
    manifest = Manifest(**told)
    assert Manifest.from_json(manifest.to_json()) == manifest


def test_order_of_files_leaves_no_trace() -> None:
    """The same manifest is the same bytes, however it was put together."""
    files = dict(reversed(list(MANIFEST.files.items())))
    other = MANIFEST.changed(files=files)
    assert other.to_json() == MANIFEST.to_json()


def test_manifest_is_readable_json_with_its_version() -> None:
    """A person or a script can read it, and tell its form by the version."""
    value = json.loads(MANIFEST.to_json())
    assert value["version"] == 3
    assert value["files"]["van-ban/05-quy-che.docx"] == {
        "sha256": "12" * 32,
        "item": 5,
        "paper": "quy-che",
        "state": "draft",
    }


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"version": 2}',
        b'{"version": "x"}',
        MANIFEST.to_json().replace(b'"2026-09-05"', b'"2026-02-31"'),
        MANIFEST.to_json().replace(b'"draft"', b'"lost"'),
        MANIFEST.to_json().replace(b'"ho-so.pdf"', b'"../../etc/passwd"'),
        MANIFEST.to_json().replace(b'"ho-so.pdf"', b'"C:/Windows/x.pdf"'),
        MANIFEST.to_json().replace(b'"0.1.0"', b"7"),
    ],
)
def test_damaged_manifest_is_told(data: bytes) -> None:
    """Whatever is wrong with it, the error names the file and says what to do."""
    with pytest.raises(DocgenError) as caught:
        Manifest.from_json(data, "HỒ SƠ/manifest.json")
    (problem,) = caught.value.problems
    assert problem.place.file == "HỒ SƠ/manifest.json"
    assert "bị hỏng" in problem.what.vi
    assert problem.hint.vi
    assert problem.hint.en


def test_manifest_of_a_newer_version_is_told() -> None:
    """A manifest of a form that is not known here is not called damaged."""
    with pytest.raises(DocgenError, match="another version"):
        Manifest.from_json(MANIFEST.to_json().replace(b'"version": 3', b'"version": 4'))
