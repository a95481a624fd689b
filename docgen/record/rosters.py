"""Who belongs to a model, or to the committee of a linked one, as its lists follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.record.life import CommitteePerson
    from docgen.record.linked import AnyRecord
    from docgen.record.model import Record
    from docgen.record.parts import Member


def founding(record: AnyRecord) -> Sequence[Member] | Sequence[CommitteePerson]:
    """The list with which the model, or the committee, was founded; empty when not told."""
    if record.kind == "linked":
        return record.committee.members if record.committee else []
    return record.members


def before(record: AnyRecord, place: int) -> Sequence[Member] | Sequence[CommitteePerson]:
    """The list that reorganisation number ``place`` (from 0) finds and changes."""
    if place == 0:
        return founding(record)
    return record.reorganizations[place - 1].members


def as_of(record: Record, day: date) -> Record:
    """``record`` with the members whom it has on ``day``, after what was decided until then.

    A reorganisation without a day is not decided yet.
    """
    decided = [
        one
        for one in record.reorganizations
        if one.decision.day is not None and one.decision.day <= day
    ]
    return record.model_copy(update={"members": decided[-1].members}) if decided else record
