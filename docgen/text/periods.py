"""Periods of reports and ratings: half a year or a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

PERIOD = r"^(20[0-9]{2}(-[Hh]1)?)?$"
"""``2026-H1`` (six months), ``2026`` (the year), or not told."""


def is_period(text: str) -> bool:
    """Whether ``text`` names a period."""
    return bool(text) and re.match(PERIOD, text) is not None


def year_of(period: str) -> int:
    """``2026`` of ``2026-H1``."""
    return int(period[:4])


def is_half(period: str) -> bool:
    """Whether the period is the first six months of its year."""
    return period.upper().endswith("-H1")


def phrase(period: str) -> str:
    """``06 tháng đầu năm 2026`` or ``năm 2026``."""
    year = year_of(period)
    return f"06 tháng đầu năm {year}" if is_half(period) else f"năm {year}"


def before(period: str) -> str:
    """The same period a year earlier: ``2025-H1`` of ``2026-H1``."""
    return f"{year_of(period) - 1}{period[4:]}"


def following(period: str) -> str:
    """``06 tháng cuối năm 2026`` after six months, ``năm 2027`` after the year."""
    year = year_of(period)
    return f"06 tháng cuối năm {year}" if is_half(period) else f"năm {year + 1}"


def review(period: str) -> str:
    """``Sơ kết`` after six months, ``Tổng kết`` after the year (II.1.3, II.2.3)."""
    return "Sơ kết" if is_half(period) else "Tổng kết"


def holds(period: str, day: date) -> bool:
    """Whether ``day`` lies in the year of the period: honours count for the year (III.1)."""
    return day.year == year_of(period)
