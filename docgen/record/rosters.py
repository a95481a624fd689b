"""Who belongs to a model, or to the committee of a linked one, as its lists follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.history import as_told
from docgen.record.kinds import linked, own

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    return record.reorganizations[place - 1].members if place else own(as_told(record)).members


def committee_before(record: LinkedRecord, place: int) -> list[CommitteePerson]:
    """The people whom reorganisation number ``place`` (from 0) finds in the committee."""
    if place:
        return record.reorganizations[place - 1].members
    committee = linked(as_told(record)).committee
    return committee.members if committee else []
