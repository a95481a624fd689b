"""Conditions and lists that rows of the data say of a record."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.guidance.conditions import Condition, condition, fulfils, listed, part_fulfils
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken

LEAST: dict[str, Any] = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
    "model": {"name": "Tổ tuần tra"},
}
UNITS = [
    {"name": "A", "kind": "agency", "turn": 2},
    {"name": "B", "kind": "school", "lead": True, "turn": 1},
    {"name": "C", "kind": "army"},
]
LINKED = taken(
    LinkedRecord,
    {
        "kind": "linked",
        "model": {"name": "Cụm"},
        "units": UNITS,
        "ceremony": {"guests": [{"name": "D", "title": "E"}]},
    },
)


def record(**more: object) -> Record:
    """The shortest record with some lines more."""
    return taken(Record, {**LEAST, **more})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("pilot", Condition(("pilot",))),
        ("consent = letter", Condition(("consent",), "letter")),
        ("consent=letter", Condition(("consent",), "letter")),
        ("part.meeting.day", Condition(("meeting", "day"), of_part=True)),
    ],
)
def test_a_condition_is_a_path_with_or_without_a_value(text: str, meant: Condition) -> None:
    """Spaces around the sign are as one likes."""
    assert condition(text) == meant


@pytest.mark.parametrize(
    ("text", "more", "holds"),
    [
        ("", {}, True),
        ("pilot", {}, False),
        ("pilot", {"pilot": {}}, True),
        ("pilot.targets", {"pilot": {}}, False),
        ("pilot.targets", {"pilot": {"targets": ["a"]}}, True),
        ("pilot.targets", {}, False),
        ("consent = letter", {}, True),
        ("consent = letter", {"consent": "note"}, False),
        ("launch.day", {"launch": {"day": "25/9/2026"}}, True),
        ("launch", {"launch": {}}, False),
        ("members", {"members": [{}]}, True),
        ("numbered_laws", {}, False),
        ("numbered_laws", {"numbered_laws": True}, True),
        ("numbered_laws = true", {"numbered_laws": True}, True),
        ("numbered_laws = false", {"numbered_laws": True}, False),
    ],
)
def test_what_is_told_fulfils_a_condition(text: str, more: dict[str, Any], holds: bool) -> None:  # noqa: FBT001
    """Told is what is not as it would be untold."""
    assert fulfils(text, record(**more)) is holds


def test_a_condition_on_a_part_is_asked_of_each_part() -> None:
    """The record as a whole never fails it."""
    honourees = [{"name": "A"}]
    meeting = {"day": "10/10/2026"}
    commended = record(
        commendations=[{"honourees": honourees}, {"honourees": honourees, "meeting": meeting}]
    )
    assert fulfils("part.meeting", commended)
    met = [part_fulfils("part.meeting", commended, one) for one in commended.commendations]
    assert met == [False, True]


def test_a_case_has_its_own_question() -> None:
    """Criticism stays with the model (II.1.3)."""
    told = record(disciplines=[{"member": "A", "form": form} for form in ("criticism", "removal")])
    assert fulfils("above_model", told)
    assert [part_fulfils("above_model", told, one) for one in told.disciplines] == [False, True]
    assert part_fulfils("", told, told.disciplines[0])


@pytest.mark.parametrize(
    ("each", "names"),
    [
        ("addressee", ["A", "C"]),
        ("chair", ["A"]),
        ("guest_or_unit", ["D", "A", "C"]),
        ("units", ["A", "B", "C"]),
        ("ceremony.guests", ["D"]),
    ],
)
def test_a_list_is_a_path_or_has_a_name(each: str, names: list[str]) -> None:
    """In the order in which the copies are made."""
    assert [one.name for one in listed(each, LINKED)] == names  # type: ignore[attr-defined]
