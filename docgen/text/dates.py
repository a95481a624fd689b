"""Days as Vietnamese papers write them, with the customary blanks where they are unknown."""

from __future__ import annotations

import re
from datetime import date

_GAP = " " * 6
"""The space that a clerk leaves for a number to be written by hand."""


def date_phrase(day: date | None, year: int | None = None) -> str:
    """``ngày 05 tháng 9 năm 2026``: days under 10 and months 1, 2 take a zero (NĐ 30/2020, PL I).

    An unknown day leaves blanks: ``ngày      tháng      năm 2026``, or a blank year when
    ``year`` is not known either.
    """
    if day is None:
        return f"ngày{_GAP}tháng{_GAP}năm {year}" if year else f"ngày{_GAP}tháng{_GAP}năm{_GAP}"
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def short_day(day: date | None, year: int | None = None) -> str:
    """``ngày 05/9/2026``, as Party papers cite; blanks as in :func:`date_phrase`."""
    if day is None:
        return date_phrase(None, year)
    return f"ngày {slashed(day)}"


def slashed(day: date) -> str:
    """``05/9/2026``, with the zeros of :func:`date_phrase`: for tables and messages."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def place_date(place: str, day: date | None, year: int | None = None) -> str:
    """``Tân Mỹ, ngày 05 tháng 9 năm 2026``: địa danh và thời gian ban hành văn bản."""
    return f"{place}, {date_phrase(day, year)}"


def month_phrase(month: int) -> str:
    """``02``, ``3``: months 1 and 2 take a zero (NĐ 30/2020, Phụ lục I)."""
    return f"{month:02d}" if month <= 2 else str(month)  # noqa: PLR2004 - the decree's rule


def _month(day: date) -> str:
    return month_phrase(day.month)


_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_PARTS = r"(?P<day>\d{1,2})%s(?P<month>\d{1,2})%s(?P<year>\d{4})"
_WRITTEN = (
    _PARTS % (r"\s*[/.-]\s*", r"\s*[/.-]\s*"),
    r"(?i)(?:ngày\s+)?" + _PARTS % (r"\s+tháng\s+", r"\s+năm\s+"),
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
)
_SHORT_YEAR = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2})"


def slashed_in(told: str) -> str:
    """``05/9/2026`` of ``05-9-2026``, ``ngày 5 tháng 9 năm 2026`` and the like.

    What is no day of four figures for the year stays as it is, and so does a day that no month has.
    """
    day = day_in(told)
    return f"{day.day:02d}/{_month(day)}/{day.year:04d}" if day else told


def day_in(told: str) -> date | None:
    """The day that a text says, as :func:`slashed_in` reads it; nothing where it says none."""
    line = " ".join(told.split())
    found = next((match for one in _WRITTEN if (match := re.fullmatch(one, line))), None)
    if found is None:
        return None
    try:
        return date(*(int(found[name]) for name in ("year", "month", "day")))
    except ValueError:
        return None


def with_century(told: str) -> str:
    """``05/9/2026`` of ``5/9/26``: what two figures for the year may mean; else nothing."""
    found = re.fullmatch(_SHORT_YEAR, told.strip())
    return slashed_in(f"{found[1]}/{found[2]}/20{found[3]}") if found else ""


def weekday_phrase(day: date) -> str:
    """``Thứ Bảy, ngày 05 tháng 9 năm 2026``."""
    is_sunday = day.weekday() == len(_WEEKDAYS)
    name = "Chủ nhật" if is_sunday else f"Thứ {_WEEKDAYS[day.weekday()]}"
    return f"{name}, {date_phrase(day)}"
