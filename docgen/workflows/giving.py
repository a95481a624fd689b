"""A number and a day as a person types them into a form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.text.dates import date_phrase
from docgen.text.slugs import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 99_999
_DAY = re.compile(r"(?:ngay-)?(\d{1,2})-(?:thang-)?(\d{1,2})-(?:nam-)?(\d+)")
_FIGURES = 4
_NO_NUMBER = Words("Ghi số văn thư cấp, ví dụ 45", "Tell the number that was given, as 45")
_BAD_NUMBER = Words(
    "Chỉ ghi số, ví dụ 45, không ghi ký hiệu", "Tell the number alone, as 45, without its symbol"
)
_NO_DAY = Words("Ghi ngày ban hành, ví dụ 5/9/2026", "Tell the day of issue, as 5/9/2026")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: the number, the day, and what is wrong with which of the two fields."""

    number: int | None
    day: date | None
    faults: Mapping[str, Words]

    @property
    def phrase(self) -> str:
        """``ngày 05 tháng 9 năm 2026``."""
        return date_phrase(self.day)


def typed(number: str, day: str) -> Typed:
    """What ``number`` and ``day`` mean: ``45``; ``5/9/2026``, ``ngày 5 tháng 9 năm 2026``."""
    faults: dict[str, Words] = {}
    told = number.strip()
    given = int(told) if told.isascii() and told.isdecimal() else 0
    if not 0 < given <= _MOST:
        faults["so"] = _BAD_NUMBER if told else _NO_NUMBER
    found = _day(day.strip())
    if isinstance(found, Words):
        faults["ngay"] = found
        return Typed(given or None, None, faults)
    return Typed(given or None, found, faults)


def _day(told: str) -> date | Words:
    found = _DAY.fullmatch(plain(told))
    if found is None:
        return _NO_DAY
    day, month, year = (int(part) for part in found.groups())
    if len(found[3]) != _FIGURES:
        return Words(
            f"Ghi đủ bốn chữ số của năm: {day}/{month}/20{found[3][-2:]}?",
            f"Four figures for the year: {day}/{month}/20{found[3][-2:]}?",
        )
    try:
        return date(year, month, day)
    except ValueError:
        return Words(f"Không có ngày {day}/{month}/{year}", f"There is no day {day}/{month}/{year}")
