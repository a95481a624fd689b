"""By when a gathering is prepared: days where its day is known, else how long before it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from docgen.papers.phrases import phrase
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from datetime import date

    from docgen.papers.rows import Frame

_BEFORE = (7, 5, 3, 1)
_AFTER = 3
_FRIDAY = 4


def limits(day: date | None) -> Frame:
    """``before_7`` … ``before_1``, ``on_day``, ``after_3`` (working days) of a template."""
    before = {f"before_{days}": _before(day, days) for days in _BEFORE}
    return {**before, "on_day": _on(day), f"after_{_AFTER}": _after(day)}


def _before(day: date | None, days: int) -> str:
    if day is None:
        return phrase("gatherings.before", days=f"{days:02d}")
    return phrase("gatherings.before_day", day=slashed(day - timedelta(days)))


def _on(day: date | None) -> str:
    return phrase("gatherings.on_day", day=slashed(day)) if day else phrase("gatherings.on")


def _after(day: date | None) -> str:
    if day is None:
        return phrase("gatherings.after", days=f"{_AFTER:02d}")
    return phrase("gatherings.after_day", day=slashed(_working(day, _AFTER)))


def _working(day: date, count: int) -> date:
    """The ``count``-th day after ``day`` from Monday to Friday; holidays are not known."""
    while count:
        day += timedelta(1)
        count -= day.weekday() <= _FRIDAY
    return day
