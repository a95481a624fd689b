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


def limits(meeting: date | None, planned: date) -> dict[int, str]:
    """What the plan of a conference gives as limit, by the days left before the ``meeting``.

    Counted from the conference where its day is open; no limit lies before the plan itself, which
    is of the day ``planned``.
    """
    return {days: _limit(meeting, planned, days) for days in DAYS}


def _limit(meeting: date | None, planned: date, days: int) -> str:
    if meeting is None:
        name = "preparation.before" if days else "preparation.then"
        return phrase(name, count=count(days))
    due = meeting - timedelta(days=days)
    if days and due <= planned:
        return phrase("preparation.at_once")
    return phrase("preparation.by" if days else "preparation.of_day", day=slashed(due))
