"""Member units: what the head of each is called, and the programme of their ceremony."""

from __future__ import annotations

import string
from typing import Any

import pytest

from docgen.guidance import programmes
from docgen.guidance.conditions import fulfils
from docgen.law.law import law
from docgen.law.units import head_title, unit_terms
from docgen.papers.bodies.body import holder
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.offices import UnitKind
from docgen.record.schema.units import Unit
from docgen.record.taking import taken

TERMS = {
    "self_managed": {"proposer", "unit", "short", "head", "members_source", "people"},
    "linked": {"lead", "count", "year"},
}


def unit(name: str, kind: str = "residential") -> Unit:
    """A unit of which only name and kind are told."""
    return taken(Unit, {"name": name, "kind": kind})


@pytest.mark.parametrize(
    ("name", "leader"),
    [
        ("Thôn Đông Hạ", "Trưởng thôn Đông Hạ"),
        ("Tổ dân phố số 5", "Tổ trưởng tổ dân phố số 5"),
        ("tổ dân phố Cầu Mây", "Tổ trưởng tổ dân phố Cầu Mây"),
        ("Khu phố 2", "Trưởng khu phố 2"),
        ("Bản Lầy", "Trưởng bản Lầy"),
        ("Làng Chanh", "Trưởng làng Chanh"),
        ("Ấp 3", "Trưởng ấp 3"),
        ("Buôn Đôn", "Trưởng buôn Đôn"),
        ("Tổ 7", "Tổ trưởng Tổ 7"),
        ("Đông Hạ", "Trưởng thôn Đông Hạ"),
        ("Bảnh", "Trưởng thôn Bảnh"),
    ],
)
def test_the_head_of_a_residential_area_is_called_by_what_it_is(name: str, leader: str) -> None:
    """Thôn, tổ dân phố, khu phố, bản, làng, ấp, buôn: each has a head of its own name."""
    assert holder(head_title(unit(name)), name) == leader


def test_heads_of_other_units_go_by_the_kind() -> None:
    """A name that begins like that of a residential area changes nothing."""
    assert head_title(unit("Bản tin Tân Mỹ", "agency")) == unit_terms(UnitKind.AGENCY).title


def test_longer_beginnings_come_before_shorter_ones() -> None:
    """The first row that fits is taken."""
    begins = [row.begins.casefold() for row in law().units.heads["residential"]]
    for place, one in enumerate(begins):
        assert not any(f"{one} ".startswith(f"{before} ") for before in begins[:place])


@pytest.mark.parametrize("kind", TERMS)
def test_the_usual_programme_asks_only_for_what_is_known(kind: str) -> None:
    """Every open term is one that papers close; every condition is one that the program knows."""
    for part in programmes.parts(kind):
        fields = {
            name for _, name, _, _ in string.Formatter().parse(part.content + part.by) if name
        }
        assert fields <= TERMS[kind]
        assert part.minutes > 0
    assert [part.before for part in programmes.parts(kind)].index(False) == 1


def test_a_committee_is_announced_only_where_there_is_one() -> None:
    """II.2.4 (2): nếu có."""
    least: dict[str, Any] = {
        "kind": "linked",
        "model": {"name": "Cụm"},
        "units": [{"name": "A", "kind": "agency"}, {"name": "B", "kind": "agency"}],
    }
    without = taken(LinkedRecord, least)
    with_one = taken(LinkedRecord, {**least, "committee": {"name": "Ban Chỉ đạo"}})
    assert fulfils("committee", with_one)
    assert len(programmes.wanted(with_one)) == len(programmes.wanted(without)) + 1
