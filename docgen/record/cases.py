"""Cases of discipline: whose they are, and whether the model may settle them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.history import as_of
from docgen.record.kinds import own
from docgen.record.schema.life import DisciplinaryForm
from docgen.record.schema.parts import Role
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from datetime import date

    from docgen.record.schema.life import Discipline
    from docgen.record.schema.own import Record
    from docgen.record.schema.parts import Member


def day_of(case: Discipline) -> date | None:
    """The first day told of the case."""
    days = (case.meeting.day, case.minutes.day, case.submission.day, case.decision.day)
    return next((day for day in days if day), None)


def member_of(record: Record, case: Discipline) -> Member | None:
    """The member whose case it is, as the list stood then; ``None`` when not on it."""
    day = day_of(case)
    members = own(as_of(record, day) if day else record).members
    key = same_name_key(case.member)
    return next((member for member in members if same_name_key(member.name) == key), None)


def is_of_head(record: Record, case: Discipline) -> bool:
    """Whether the case is that of the model's own head."""
    member = member_of(record, case)
    return member is not None and member.role is Role.HEAD


def above_model(record: Record, case: Discipline) -> bool:
    """Whether the case goes to the unit's head: who must leave the model, and any case of its head.

    The model reminds and criticises at its own meeting; what touches membership, which the unit's
    head gave (II.1.1.3), goes before him.
    """
    return case.form not in _AT_ITS_MEETING or is_of_head(record, case)


_AT_ITS_MEETING = (DisciplinaryForm.REMINDER, DisciplinaryForm.CRITICISM)
