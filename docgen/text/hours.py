"""Hours of the day as Vietnamese papers write them."""

from __future__ import annotations

import re

_TOLD = re.compile(r"(\d{1,2})\s*(?:giờ|h|g|:)\s*(\d{1,2})?\s*(?:phút|ph|p)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[-–—]|đến|tới)\s*")
_HOUR, _DAY = 60, 24 * 60


def minutes_of(told: str) -> int | None:
    """Minutes after midnight of ``08 giờ 00 phút``, ``8h``, ``8:30``; ``None`` when not an hour."""
    found = _TOLD.fullmatch(told.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * _HOUR + minute if hour * _HOUR < _DAY and minute < _HOUR else None


def hours_in(told: str) -> list[str]:
    """``8h`` and ``9h`` of ``8h - 9h``; ``told`` alone where it is no span."""
    return _BETWEEN.split(told.strip())


def span(start: int, end: int) -> str:
    """``08 giờ 00 phút - 08 giờ 15 phút``, from minutes after midnight."""
    return " - ".join(
        f"{minutes // _HOUR:02d} giờ {minutes % _HOUR:02d} phút" for minutes in (start, end)
    )
