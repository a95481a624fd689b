"""Which records a batch finds, and where each result goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.batches.sources import Entry, entries
from docgen.errors import DocgenError
from docgen.folder.names import refused


def made(top: Path, *names: str) -> Path:
    """``top`` with an empty file of each name."""
    for name in names:
        file = top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return top


def places(found: list[Entry]) -> dict[str, str]:
    """The name of each file, by its place."""
    return {one.place: one.record.name for one in found}


def test_places_mirror_the_folders(tmp_path: Path) -> None:
    """YAML and Excel alike; what is no record, is hidden or belongs to an open Excel is not."""
    top = made(
        tmp_path / "vao",
        *("xa-a/to-1.yaml", "xa-a/to-2.XLSX", "xa-b/mo-hinh/ban-khai.yml"),
        *("xa-a/~$to-2.xlsx", "xa-a/.an.yaml", "xa-a/doc.docx"),
    )
    assert places(entries([top], tmp_path / "ra")) == {
        "xa-a/to-1": "to-1.yaml",
        "xa-a/to-2": "to-2.XLSX",
        "xa-b/mo-hinh/ban-khai": "ban-khai.yml",
    }


def test_places_that_one_system_takes_for_one_are_numbered(tmp_path: Path) -> None:
    """By case, and by the ending that a place leaves out."""
    top = made(tmp_path / "vao", "a/To.yaml", "a/to.xlsx")
    assert set(places(entries([top], tmp_path / "ra"))) == {"a/To", "a/to-2"}


def test_a_record_named_twice_is_done_once(tmp_path: Path) -> None:
    """By itself and in its folder: its place is that of the folder or its own name, never both."""
    top = made(tmp_path / "vao", "a/to.yaml")
    assert len(entries([top, top / "a" / "to.yaml", top / "a"], tmp_path / "ra")) == 1


def test_what_an_earlier_run_made_is_no_record(tmp_path: Path) -> None:
    """The results may lie among the records."""
    top = made(tmp_path / "vao", "to.yaml", "ra/to/ban-khai-2027.yaml")
    assert places(entries([top], top / "ra")) == {"to": "to.yaml"}


@pytest.mark.parametrize("name", ["khong-co", "trong"])
def test_a_source_without_records_is_told(tmp_path: Path, name: str) -> None:
    """Missing or empty, by its name."""
    (tmp_path / "trong").mkdir()
    with pytest.raises(DocgenError, match=name):
        entries([tmp_path / name], tmp_path / "ra")


@given(names=st.lists(st.text("aAbconCON. đĐ~1", min_size=1, max_size=6), min_size=1, max_size=8))
def test_every_place_is_portable(
    names: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the files are called, no two places meet on any system."""
    top = tmp_path_factory.mktemp("vao")
    for name in names:
        if "/" not in name and not name.startswith("."):
            (top / f"{name}.yaml").touch()
    made(top, "to.yaml")
    assert refused(one.place for one in entries([top], Path("ra"))) == []
