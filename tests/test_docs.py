"""What CONTRIBUTING.md and the docs tell of the house is true of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import docgen
from tests.changes import TODAY, least, text_of
from tests.samples import ROOT
from tests.test_floors import FLOORS, is_there

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")} - {ROOT / "CHANGELOG.md"})
_LINK = re.compile(r"\]\(([^)#:\s]+)[^)]*\)")
_FILE = re.compile(r"`((?:docgen|docs|tests|samples|templates|forms|benchmarks)/[\w./-]+)`")
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_MODULE = re.compile(r"(?<![\w.`(/])docgen(?:\.\w+){2,}")


def floors() -> list[set[str]]:
    """The rooms of each floor of the picture, from the top down."""
    picture = (ROOT / "docs" / "kien-truc.md").read_text("utf-8").split("<!-- floors -->")[1]
    lines = [line for line in picture.split("```")[1].splitlines() if line.startswith("│")]
    found = [{*re.findall(r"│ ([a-z]+) ", line)} & FLOORS.keys() for line in lines]
    return [rooms for rooms in found if rooms]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_only_what_exists(page: Path) -> None:
    """Links, files, tests, modules and functions."""
    text = page.read_text("utf-8")
    assert [link for link in _LINK.findall(text) if not (page.parent / link).exists()] == []
    assert [file for file in _FILE.findall(text) if not (ROOT / file).exists()] == []
    assert [name for name in _MODULE.findall(text) if not is_there(name)] == []
    for file, test in _TEST.findall(text):
        assert f"\ndef {test}(" in (ROOT / file).read_text("utf-8")


def test_the_picture_shows_every_room_on_its_floor() -> None:
    """Each room stands once, above every room that it may import."""
    rooms = [room for floor in floors() for room in sorted(floor)]
    assert sorted(rooms) == sorted(name for name in FLOORS if not name.startswith("__"))
    height = {room: -number for number, floor in enumerate(floors()) for room in floor}
    for room, below in FLOORS.items():
        assert all(height[other] < height[room] for other in below if room in height), room


def test_the_contributors_page_is_one_page() -> None:
    """It names every room that the house has."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert len(text.splitlines()) < 70
    unnamed = {name for name in FLOORS if f"`docgen/{name}" not in text}
    assert unnamed == {"__init__", "__main__"}


def test_a_template_of_ones_own_is_one_file(tmp_path: Path) -> None:
    """It takes the place of the shipped one; the others stay; a slip in it is told."""
    source = (ROOT / "templates" / "dong-y.md").read_text("utf-8")
    own = tmp_path / "dong-y.md"
    own.write_text(source.replace("Đồng ý chủ trương", "Nhất trí chủ trương"), "utf-8")
    docgen.build_templates(tmp_path)
    assert docgen.check_templates(tmp_path) == []
    made = docgen.make(docgen.build(least()), on=TODAY, templates=tmp_path, printer="builtin")
    said = {paper.name: text_of(paper.docx) for paper in made.papers}
    assert "1. Nhất trí chủ trương thành lập" in said["03-dong-y"]
    assert "04-quyet-dinh-thanh-lap" in said
    own.write_text(source.replace("{{ model.scope }}", "{{ model.scop }}"), "utf-8")
    docgen.build_templates(tmp_path)
    (fault,) = docgen.check_templates(tmp_path)
    assert "model.scope" in fault.hint.en
