"""What the papers of a case of discipline say: no more of the person than the case needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import membership
from docgen.papers.bodies.body import called
from docgen.papers.gaps import HOLE
from docgen.papers.phrases import names, phrase
from docgen.papers.rows import gathering, text
from docgen.record.cases import above_model, is_of_head, member_of
from docgen.record.kinds import own
from docgen.record.schema.life import DisciplinaryForm
from docgen.text.names import first_upper
from docgen.text.numbers import count

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.life import Discipline
    from docgen.record.schema.own import Record


_NONE = phrase("disciplines.none")


def frame(sheet: Sheet) -> Frame:
    """``discipline.*`` of a template; ``sheet.part`` numbers the case (``01``)."""
    record = own(sheet.record)
    told = record.disciplines[int(sheet.part) - 1]
    return {
        "discipline": {
            "member": told.member,
            **_member(record, told),
            **_person(record, told),
            "violation": text(told.violation, "violation"),
            "statement": told.statement.splitlines(),
            "form": names("disciplines.forms")[told.form.value] if told.form else HOLE,
            "is_removal": told.form is DisciplinaryForm.REMOVAL,
            "by_model": not above_model(record, told),
            "of_head": is_of_head(record, told),
            **_votes(told),
            "meeting": gathering(told.meeting, sheet.day, []),
        }
    }


def _member(record: Record, told: Discipline) -> Frame:
    """Title and unit of the member: what tells who is meant, and nothing else."""
    member = member_of(record, told)
    if member is None:
        return {"title": "", "unit": ""}
    return {"title": member.title or membership.titles(record)[member.role], "unit": member.unit}


def _person(record: Record, told: Discipline) -> Frame:
    """Ông, bà of the member: within a sentence, and at its beginning."""
    member = member_of(record, told)
    person = called(member.honorific if member else "", told.member)
    return {"person": person, "Person": first_upper(person)}


def _votes(told: Discipline) -> Frame:
    """Phiếu: counts, or blanks to fill in."""
    against = None
    if told.present is not None and told.agreed is not None:
        against = max(0, told.present - told.agreed)
    return {
        "present": HOLE if told.present is None else count(told.present),
        "agreed": HOLE if told.agreed is None else count(told.agreed),
        "against": HOLE if against is None else count(against) if against else _NONE,
    }
