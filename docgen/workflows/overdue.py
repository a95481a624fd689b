"""What was due by a day and is not told as done (III.2, II.1.3, II.2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.completeness import began
from docgen.guidance.deadlines import Deadline, deadlines
from docgen.record.schema.parts import Issued
from docgen.record.sections import parts_of
from docgen.text import periods

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from docgen.record.schema.linked import AnyRecord


def overdue(record: AnyRecord, today: date) -> list[Deadline]:
    """The deadlines of each year that passed before ``today`` with nothing told, by day.

    None where the record does not tell when the model began; those of which a record cannot tell
    whether they were kept are left out.
    """
    begun = began(record)
    if begun is None:
        return []
    years = range(begun.year, today.year + 1)
    every = (deadline for year in years for deadline in deadlines(record, year))
    return [
        one
        for one in every
        if one.day < today and one.id in _KEPT and not _KEPT[one.id](record, one.part)
    ]


def _is_assessed(record: AnyRecord, period: str) -> bool:
    return period in parts_of(record, "assessments")


def _is_issued(record: AnyRecord, section: str, period: str, name: str) -> bool:
    told = getattr(parts_of(record, section).get(period), name, None)
    return isinstance(told, Issued) and _is_told(told)


def _is_told(issued: Issued) -> bool:
    return issued.number is not None or issued.day is not None


def _is_planned(record: AnyRecord, period: str) -> bool:
    """Whether the plan of that year, or of a later one, was issued: a record tells one plan."""
    told = record.papers.year_plan
    year = record.year_plan.year or (told.day.year if told.day else 0)
    return _is_told(told) and year >= periods.year_of(period)


_KEPT: dict[str, Callable[[AnyRecord, str], bool]] = {
    "rating": _is_assessed,
    "survey": lambda record, part: _is_issued(record, "assessments", part, "survey_report"),
    "appraisal": lambda record, part: _is_issued(record, "assessments", part, "appraisal_report"),
    "report": lambda record, part: _is_issued(record, "reports", part, "issued"),
    "year_plan": _is_planned,
}
