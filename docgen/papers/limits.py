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
    if day is None:
        before = {days: phrase("gatherings.before", days=f"{days:02d}") for days in _BEFORE}
        on_day, after = phrase("gatherings.on"), phrase("gatherings.after", days=f"{_AFTER:02d}")
    else:
        before = {days: _until("before_day", day - timedelta(days)) for days in _BEFORE}
        on_day, after = _until("on_day", day), _until("after_day", _working(day, _AFTER))
    named = {f"before_{days}": text for days, text in before.items()}
    return {**named, "on_day": on_day, f"after_{_AFTER}": after}


def _until(name: str, day: date) -> str:
    return phrase(f"gatherings.{name}", day=slashed(day))


def _working(day: date, count: int) -> date:
    """The ``count``-th day after ``day`` from Monday to Friday; holidays are not known."""
    while count:
        day += timedelta(1)
        count -= day.weekday() <= _FRIDAY
    return day
