"""Days as Vietnamese papers write them, with the customary blanks where they are unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
