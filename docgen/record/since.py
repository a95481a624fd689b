"""Facts that change in time: which change of a record tells a field, from when and until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from docgen.record.history import COMMITTEE, NAMED, OFFICES, as_of, as_told
from docgen.record.schema.shape import part_at, slots_of
from docgen.text.names import same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.record.schema.changes import Change
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.shape import FieldPath

_NOT_FACTS = {"since", "of", "reason"}


class Fact(Value):
    """Một điều khai theo thời gian: where it is told, its first day, the day it ends (no more)."""

    told: FieldPath
    since: date = date.min
    until: date | None = None


def facts(record: AnyRecord, day: date) -> dict[FieldPath, Fact]:
    """The fact that holds on ``day``, for each field of which a dated change tells."""
    first = as_told(record)
    found: dict[FieldPath, Fact] = {}
    dated = ((change.since, place) for place, change in enumerate(first.changes) if change.since)
    for since, place in sorted(dated):
        for told, field in told_at(first, place, since):
            before = found.get(field, Fact(field))
            if since <= day:
                found[field] = Fact(told, since)
            elif before.until is None:
                found[field] = before.changed(until=since)
    return found


def told_at(record: AnyRecord, place: int, since: date) -> list[tuple[FieldPath, FieldPath]]:
    """What the change at ``place`` tells: where each value stands there, and of which field."""
    change = record.changes[place]
    return [
        (("changes", place, name), field)
        for body in bodies_of(record, change, since)
        for name in facts_of(change)
        for field in [field_of(record, body, name)]
        if field is not None
    ]


def facts_of(change: Change) -> tuple[str, ...]:
    """The names of the fields in which the change tells something new."""
    return tuple(
        name
        for name in slots_of(type(change))
        if name not in _NOT_FACTS and getattr(change, name) not in ("", None, [])
    )


def field_of(record: AnyRecord, body: FieldPath, name: str) -> FieldPath | None:
    """The field that the fact ``name`` of the part at ``body`` is told in; nothing if none is."""
    if body[0] in NAMED:
        return body if name == "name" else None
    if "members" in body:
        fields = {"unit": "unit", "job": "job" if body[0] == "members" else "title"}
        return (*body, fields[name]) if name in fields else None
    field = "head" if (body, name) == (("issuer",), "signer") else name
    part = part_at(type(record), body)
    return (*body, field) if part is not None and field in slots_of(part) else None


def bodies_of(record: AnyRecord, change: Change, since: date | None) -> list[FieldPath]:
    """The parts of the record that the change is about; none where nothing goes by that name."""
    if record.kind == "linked":
        return _of_linked(record, change, since)
    return _of_own(record, change)


def _of_own(record: Record, change: Change) -> list[FieldPath]:
    if change.of in (*NAMED, *OFFICES):
        return [(change.of,)]
    key = same_name_key(change.of)
    return [
        ("members", place)
        for place, member in enumerate(record.members)
        if same_name_key(member.name) == key
    ]


def _of_linked(record: LinkedRecord, change: Change, since: date | None) -> list[FieldPath]:
    """Units are known by the name told at first, or by that of the day before."""
    if change.of == COMMITTEE:
        return [(COMMITTEE, "issuer")] if record.committee else []
    key = same_name_key(change.of)
    people = record.committee.members if record.committee else []
    persons: list[FieldPath] = [
        (COMMITTEE, "members", place)
        for place, person in enumerate(people)
        if same_name_key(person.name) == key
    ]
    before = record.units
    if since is not None and since > date.min:
        then = as_of(record, since - timedelta(days=1))
        before = then.units if then.kind == "linked" else before
    return persons + [
        ("units", place)
        for place, (unit, earlier) in enumerate(zip(record.units, before, strict=True))
        if key in (same_name_key(unit.name), same_name_key(earlier.name))
    ]
