"""Who belongs to a model, or to the committee of a linked one, as its lists follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.record.schema.life import CommitteePerson, CommitteeReorganization, Reorganization
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Member


def rosters(record: AnyRecord) -> list[Sequence[Member | CommitteePerson]]:
    """The lists of people after each reorganisation, in their order."""
    changes: Sequence[Reorganization | CommitteeReorganization] = record.reorganizations
    return [change.members for change in changes]


def members_before(record: Record, place: int) -> list[Member]:
    """The members whom reorganisation number ``place`` (from 0) finds; empty when not told."""
    return record.reorganizations[place - 1].members if place else record.members


def committee_before(record: LinkedRecord, place: int) -> list[CommitteePerson]:
    """The people whom reorganisation number ``place`` (from 0) finds in the committee."""
    if place:
        return record.reorganizations[place - 1].members
    return record.committee.members if record.committee else []


def as_of(record: Record, day: date) -> Record:
    """``record`` with the members whom it has on ``day``, after what was decided until then.

    A reorganisation without a day is not decided yet.
    """
    decided = [
        change
        for change in record.reorganizations
        if change.decision.day is not None and change.decision.day <= day
    ]
    return record.model_copy(update={"members": decided[-1].members}) if decided else record
