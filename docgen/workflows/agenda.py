"""What is due soon over many records, and what is late, as a person looks at it on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.guidance.completeness import began
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.workflows.opening import load
from docgen.workflows.overview import DAYS
from docgen.workflows.timing import due_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.guidance.deadlines import Deadline
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.timing import Timed

TOLD_IN = {
    "report": "reports",
    "rating": "assessments",
    "survey": "assessments",
    "appraisal": "assessments",
}
"""The section of the record that tells that a deadline was met."""
_PLAN = "year_plan"


@dataclass(frozen=True, slots=True)
class Dated:
    """Một việc trong lịch: of which record, whether it is late."""

    record: Path
    timed: Timed
    late: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due, late things first, then by day; why some records are not in it."""

    items: tuple[Dated, ...]
    faults: tuple[Problem, ...]


def agenda(records: Iterable[Path], today: date, days: int = DAYS) -> Agenda:
    """What is late by ``today``, and what is due in the ``days`` after it.

    Late is what the record of a model at work could tell to be done and does not; what it cannot
    tell is left out once its day is past. A record that cannot be read is told, and the others are
    listed.
    """
    found: list[Dated] = []
    faults: list[Problem] = []
    for record in records:
        try:
            found += _of(record, today, days)
        except DocgenError as fault:
            faults += fault.problems
    found.sort(key=lambda one: (not one.late, one.timed.deadline.day, one.timed.model))
    return Agenda(tuple(found), tuple(faults))


def _of(file: Path, today: date, days: int) -> Iterator[Dated]:
    loaded = load(file)
    is_at_work = began(loaded.record) is not None
    first, last = today - timedelta(days=days), today + timedelta(days=days)

    def is_late(deadline: Deadline) -> bool:
        is_open = is_at_work and _is_done(loaded.record, deadline) is False
        return is_open and first <= deadline.day < today

    def is_coming(deadline: Deadline) -> bool:
        return today <= deadline.day <= last and not _is_done(loaded.record, deadline)

    for year in range(first.year, last.year + 1):
        for timed in due_of(loaded, year, lambda one: is_late(one) or is_coming(one)):
            yield Dated(file, timed, is_late(timed.deadline))


def _is_done(record: AnyRecord, deadline: Deadline) -> bool | None:
    """Whether the record tells that it was done; nothing where it cannot tell."""
    if deadline.id in TOLD_IN:
        return deadline.part in parts_of(record, TOLD_IN[deadline.id])
    if deadline.id == _PLAN:
        issued = record.papers.year_plan.day
        planned = record.year_plan.year or (issued.year if issued else None)
        return issued is not None and planned == periods.year_of(deadline.part)
    return None
