"""A record as it was on a day: who held which office, what bodies and places were called.

What a record tells at first holds from its beginning; ``changes`` tell what became otherwise and
from when, reorganisations who belongs to the model since they were decided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.text.names import same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.record.schema.changes import Change
    from docgen.record.schema.life import CommitteeReorganization, Reorganization
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import RecordPart

NAMED = ("front", "security_desk", "steering_committee")
"""Bodies of which a self-managed model's record tells the name only."""
OFFICES = ("issuer", "party", "proposer", "police")
"""Bodies of which it tells more."""
COMMITTEE = "committee"
"""The body that sets up the committee of a linked model."""
_TEXTS = ("name", "superior", "commune", "province", "place", "abbreviation")


class Epoch(Value):
    """What had become otherwise by a day: on days of one epoch a record tells the same."""

    changes: tuple[int, ...]
    reorganizations: int


def epoch(record: AnyRecord, day: date) -> Epoch:
    """The epoch of ``day``: the changes that hold, in their order, and the reorganisations."""
    begun = [
        (change.since, place)
        for place, change in enumerate(record.changes)
        if change.since is not None and change.since <= day
    ]
    reorganizations: Sequence[Reorganization | CommitteeReorganization] = record.reorganizations
    decided = [
        place
        for place, change in enumerate(reorganizations, start=1)
        if change.decision.day is not None and change.decision.day <= day
    ]
    return Epoch(tuple(place for _, place in sorted(begun)), max(decided, default=0))


def as_of(record: AnyRecord, day: date) -> AnyRecord:
    """``record`` as it was on ``day``; what has no day does not hold yet.

    A record as it was on another day gives the same as the one from which it comes.
    """
    first = as_told(record)
    then = epoch(first, day)
    found = _with_people(first, then.reorganizations)
    for place in then.changes:
        found = _changed(found, first.changes[place], first)
    return derived(found, first)


def derived(record: AnyRecord, first: AnyRecord) -> AnyRecord:
    """``record``, marked as one that comes from ``first``: as it was on some day."""
    if record is not first:
        return record.changed(_told=first)
    return record


def as_told(record: AnyRecord) -> AnyRecord:
    """All that is told, whatever the day that ``record`` is of."""
    told: AnyRecord = record._told or record  # noqa: SLF001 - as above
    return told


def _with_people(record: AnyRecord, decided: int) -> AnyRecord:
    """``record`` with the people whom it has after that many reorganisations."""
    if not decided:
        return record
    people = record.reorganizations[decided - 1].members
    if record.kind == "self_managed":
        return record.changed(members=people)
    if record.committee is None:
        return record
    committee = record.committee.changed(members=people)
    return record.changed(committee=committee)


def _changed(record: AnyRecord, change: Change, first: AnyRecord) -> AnyRecord:
    if record.kind == "linked":
        assert first.kind == "linked"  # noqa: S101 - the same record, earlier
        return _linked(record, change, first)
    return _own(record, change)


def _own(record: Record, change: Change) -> Record:
    if change.of in NAMED:
        return record.changed(**{change.of: change.name or getattr(record, change.of)})
    if change.of in OFFICES:
        office: RecordPart = getattr(record, change.of)
        return record.changed(**{change.of: _of_body(office, change)})
    return record.changed(members=_of_people(record.members, change))


def _linked(record: LinkedRecord, change: Change, first: LinkedRecord) -> LinkedRecord:
    """Units are known by the name told at first, or by that of the day."""
    if change.of == COMMITTEE:
        if record.committee is None:
            return record
        issuer = _of_body(record.committee.issuer, change)
        committee = record.committee.changed(issuer=issuer)
        return record.changed(committee=committee)
    key = same_name_key(change.of)
    if record.committee is not None:
        people = _of_people(record.committee.members, change)
        committee = record.committee.changed(members=people)
        record = record.changed(committee=committee)
    units = [
        _of_body(unit, change)
        if key in (same_name_key(unit.name), same_name_key(before.name))
        else unit
        for unit, before in zip(record.units, first.units, strict=True)
    ]
    return record.changed(units=units)


def _of_body(body: Any, change: Change) -> Any:  # noqa: ANN401 - any part that tells of a body
    """``body`` with what the change tells; lines told for its old name go with the old name."""
    fields = body.__struct_fields__
    update: dict[str, object] = {
        name: getattr(change, name) for name in _TEXTS if getattr(change, name) and name in fields
    }
    if "header" in fields and ("name" in update or change.header):
        update["header"] = change.header
    if change.signer is not None:
        update["head" if "head" in fields else "signer"] = change.signer
    if change.representative is not None and "representative" in fields:
        update["representative"] = change.representative
    return body.changed(**update)


def _of_people(people: Sequence[Any], change: Change) -> list[Any]:
    """``people`` of a model or its committee, the one of the change with what it tells."""
    key = same_name_key(change.of)
    return [
        _of_person(person, change) if same_name_key(person.name) == key else person
        for person in people
    ]


def _of_person(person: Any, change: Change) -> Any:  # noqa: ANN401 - a member, or one of a committee
    job = job_of(person)
    update = {job: change.job or getattr(person, job), "unit": change.unit or person.unit}
    return person.changed(**update)


def job_of(person: Any) -> str:  # noqa: ANN401 - as above
    """The field of what a person is outside the model: ``job``, in a committee ``title``."""
    return "job" if "job" in person.__struct_fields__ else "title"
