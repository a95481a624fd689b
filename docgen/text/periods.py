"""Periods of reports and ratings: half a year or a year."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.tables.reading import read
from docgen.tables.rows import Month, Row, Text

if TYPE_CHECKING:
    from datetime import date

FILE = Path(__file__).parent / "data" / "periods.yaml"
_MONTH = r"\b(1[0-2]|0?[1-9])\b"
PERIOD = r"^(20[0-9]{2}(-[Hh]1)?)?$"
"""``2026-H1`` (six months), ``2026`` (the year), or not told."""


class Reviews(Row):
    """What a report of each length is called."""

    half: Text
    year: Text


class PeriodWords(Row):
    """``periods.yaml``: how periods, months and quarters are written."""

    half: Text
    second_half: Text
    year: Text
    review: Reviews
    month: Text
    quarters: dict[Text, tuple[Month, Month]]


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
    text = _words().half if is_half(period) else _words().year
    return text.format(year=year_of(period))


def before(period: str) -> str:
    """The same period a year earlier: ``2025-H1`` of ``2026-H1``."""
    return f"{year_of(period) - 1}{period[4:]}"


def following(period: str) -> str:
    """``06 tháng cuối năm 2026`` after six months, ``năm 2027`` after the year."""
    half = is_half(period)
    text = _words().second_half if half else _words().year
    return text.format(year=year_of(period) + (not half))


def review(period: str) -> str:
    """``Sơ kết`` after six months, ``Tổng kết`` after the year (II.1.3, II.2.3)."""
    named = _words().review
    return named.half if is_half(period) else named.year


def holds(period: str, day: date) -> bool:
    """Whether ``day`` lies in the year of the period: honours count for the year (III.1)."""
    return day.year == year_of(period)


def month_of(when: str) -> tuple[int, ...]:
    """``(9,)`` of ``Tháng 9``; empty for anything else."""
    found = re.fullmatch(rf"{_words().month} (\d{{1,2}})", when)
    return (int(found[1]),) if found else ()


def months_in(when: str) -> tuple[int, ...]:
    """The months that ``Tháng 3, tháng 9`` names, in its order; empty where it names none."""
    named = _words().month.casefold() in when.casefold()
    return tuple(map(int, re.findall(_MONTH, when))) if named else ()


def quarter_of(when: str) -> tuple[int, ...]:
    """The first and the last month of ``Quý III``; empty for anything else."""
    return tuple(_words().quarters.get(when, ()))


@cache
def _words() -> PeriodWords:
    return read(FILE, PeriodWords)
