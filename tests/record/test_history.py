"""A record as it was on a day: each kind of fact, on both sides of its day, for both kinds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.record.history import as_of, as_told
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.since import Fact, facts
from docgen.record.taking import taken

BEFORE, SINCE = date(2026, 7, 31), date(2026, 8, 1)
OWN: dict[str, Any] = {
    "kind": "self_managed",
    "issuer": {"kind": "commune", "name": "xã A", "head": {"name": "Lê Văn Cũ"}},
    "model": {"name": "Tổ"},
    "front": "Ủy ban MTTQ xã A",
    "members": [{"name": "Trần Văn Bình", "role": "head", "job": "Công an viên", "unit": "Thôn 1"}],
}
LINKED: dict[str, Any] = {
    "kind": "linked",
    "model": {"name": "Cụm"},
    "units": [
        {"name": "xã A", "kind": "commune", "header": ["ỦY BAN NHÂN DÂN", "XÃ A"]},
        {"name": "Trường B", "kind": "school", "representative": {"name": "Lê Văn Cũ"}},
    ],
    "committee": {"members": [{"name": "Ngô Thị Lan", "title": "Chủ tịch", "role": "head"}]},
}


def at(record: object, path: str) -> object:
    """The value at a dotted path, items of lists by their number from 0."""
    for step in path.split("."):
        record = record[int(step)] if isinstance(record, list) else getattr(record, step)
    return record


@pytest.mark.parametrize(
    ("change", "path", "old", "new"),
    [
        ({"of": "issuer", "name": "phường A"}, "issuer.name", "xã A", "phường A"),
        ({"of": "issuer", "signer": {"name": "Mới"}}, "issuer.head.name", "Lê Văn Cũ", "Mới"),
        ({"of": "issuer", "header": ["A", "B"]}, "issuer.header", [], ["A", "B"]),
        ({"of": "front", "name": "MTTQ"}, "front", "Ủy ban MTTQ xã A", "MTTQ"),
        ({"of": "police", "superior": "C"}, "police.superior", "", "C"),
        ({"of": "trần văn bình", "job": "Trưởng thôn"}, "members.0.job", "Công an viên", None),
        ({"of": "Trần Văn Bình", "unit": "Thôn 2"}, "members.0.unit", "Thôn 1", "Thôn 2"),
    ],
)
def test_what_changes_in_a_self_managed_model_holds_from_its_day(
    change: dict[str, Any], path: str, old: object, new: object
) -> None:
    """Offices, names, members: as told at first until the day before, otherwise since."""
    record = taken(Record, {**OWN, "changes": [{"since": SINCE, **change}]})
    assert at(as_of(record, BEFORE), path) == old
    assert at(as_of(record, SINCE), path) == (new or change["job"])
    assert at(as_told(as_of(record, SINCE)), path) == old


@pytest.mark.parametrize(
    ("change", "path", "old", "new"),
    [
        ({"of": "xã A", "name": "phường A"}, "units.0.name", "xã A", "phường A"),
        ({"of": "xã A", "name": "phường A"}, "units.0.header", ["ỦY BAN NHÂN DÂN", "XÃ A"], []),
        ({"of": "Trường B", "signer": {"name": "Mới"}}, "units.1.signer.name", "", "Mới"),
        (
            {"of": "Trường B", "representative": {"name": "Mới"}},
            "units.1.representative.name",
            "Lê Văn Cũ",
            "Mới",
        ),
        ({"of": "committee", "name": "UBND"}, "committee.issuer.name", "", "UBND"),
        ({"of": "Ngô Thị Lan", "job": "Bí thư"}, "committee.members.0.title", "Chủ tịch", "Bí thư"),
    ],
)
def test_what_changes_in_a_linked_model_holds_from_its_day(
    change: dict[str, Any], path: str, old: object, new: object
) -> None:
    """Units, their people, the committee and its people."""
    record = taken(LinkedRecord, {**LINKED, "changes": [{"since": SINCE, **change}]})
    assert at(as_of(record, BEFORE), path) == old
    assert at(as_of(record, SINCE), path) == new


def test_every_fact_is_known_by_where_it_is_told_and_for_how_long() -> None:
    """The place in ``changes``, the first day, and the day on which the next one begins."""
    changes = [
        {"since": date(2026, 10, 1), "of": "issuer", "name": "phường C"},
        {"since": SINCE, "of": "issuer", "name": "phường A", "signer": {"name": "Mới"}},
    ]
    record = taken(Record, {**OWN, "changes": changes})
    name, head = ("issuer", "name"), ("issuer", "head")
    assert facts(record, BEFORE)[name] == Fact(name, date.min, SINCE)
    assert facts(record, SINCE) == {
        name: Fact(("changes", 1, "name"), SINCE, date(2026, 10, 1)),
        head: Fact(("changes", 1, "signer"), SINCE, None),
    }
    assert facts(record, date(2026, 10, 1))[name] == Fact(("changes", 0, "name"), date(2026, 10, 1))


def test_two_changes_of_one_unit_follow_one_another_by_either_name() -> None:
    """The second may call the unit as it was told at first, or as it is called by then."""
    for called in ("xã A", "phường A"):
        changes = [
            {"since": BEFORE, "of": "xã A", "name": "phường A"},
            {"since": SINCE, "of": called, "signer": {"name": "Mới"}},
        ]
        record = taken(LinkedRecord, {**LINKED, "changes": changes})
        assert at(as_of(record, SINCE), "units.0.signer.name") == "Mới"
        assert ("units", 0, "signer") in facts(record, SINCE)
