"""Hạn chuẩn bị: by which day of the calendar each thing for a conference is to be ready."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from docgen.papers.phrases import phrase
from docgen.text.dates import slashed
from docgen.text.numbers import count

if TYPE_CHECKING:
    from datetime import date

DAYS = (7, 5, 3, 1, 0)
"""How long before a conference the usual tasks of its plan are due."""
AFTER = 3
"""Working days after a conference by which it is written up."""
_FRIDAY = 4


def limits(meeting: date | None, planned: date) -> dict[int, str]:
    """What the plan of a conference gives as limit, by the days left before the ``meeting``.

    Counted from the conference where its day is open; no limit lies before the plan itself, which
    is of the day ``planned``.
    """
    return {days: _limit(meeting, planned, days) for days in DAYS}


def _limit(meeting: date | None, planned: date, days: int) -> str:
    if meeting is None:
        return (
            phrase("preparation.before", count=count(days)) if days else phrase("preparation.then")
        )
    due = meeting - timedelta(days=days)
    if days and due <= planned:
        return phrase("preparation.at_once")
    return phrase("preparation.by" if days else "preparation.of_day", day=slashed(due))


def wound_up(meeting: date | None) -> str:
    """By when the minutes and the report of a conference are done."""
    if meeting is None:
        return phrase("preparation.after", count=count(AFTER))
    return phrase("preparation.at_latest", day=slashed(_working(meeting, AFTER)))


def _working(day: date, days: int) -> date:
    """The day that many days from Monday to Friday after ``day``; holidays are not known."""
    while days:
        day += timedelta(days=1)
        days -= day.weekday() <= _FRIDAY
    return day
