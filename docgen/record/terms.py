"""When the units of a linked model take the chair, read out of the terms as people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docgen.record.turns import lead_of
from docgen.text.periods import is_half, year_of

if TYPE_CHECKING:
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.units import Unit

_MONTH = r"(?:tháng\s+|\d{1,2}/)?(0?[1-9]|1[0-2])(?:/|\s+năm\s+)(20\d\d)"
_DAY = r"(?:ngày\s+)?"
_SPAN = rf"(?:từ\s+)?{_DAY}{_MONTH}\s*(?:đến|-|–)\s*(?:hết\s+)?{_DAY}{_MONTH}"
_SHORT_SPAN = rf"(?:từ\s+)?(?:tháng\s+)?(0?[1-9]|1[0-2])\s*(?:đến|-|–)\s*(?:hết\s+)?{_MONTH}"
_YEARS = r"(?:từ\s+)?(?:năm\s+)?(20\d\d)(?:\s*(?:đến|-|–)\s*(?:hết\s+)?(?:năm\s+)?(20\d\d))?"
_HALF = r"0?6 tháng (đầu|cuối) năm (20\d\d)"
_LAST_MONTH = 12
_HALF_YEAR = 6


class Span(NamedTuple):
    """The months of a term, both included, each counted from the beginning of our era."""

    first: int
    last: int


def span_of(term: str) -> Span | None:
    """The months of ``term``; ``None`` when it does not say them clearly.

    Understood: ``năm 2026``, ``năm 2026 - 2027``, ``06 tháng đầu năm 2026``, ``từ 01/2026 đến
    12/2026``, ``từ tháng 01 đến tháng 6 năm 2026``, ``từ ngày 01/01/2026 đến 30/6/2026``.
    """
    told = " ".join(term.casefold().split())
    span = _months(told)
    return span if span and span.first <= span.last else None


def _months(told: str) -> Span | None:
    if found := re.fullmatch(_SPAN, told):
        month, year, last_month, last_year = map(int, found.groups())
        return Span(month_count(year, month), month_count(last_year, last_month))
    if found := re.fullmatch(_SHORT_SPAN, told):
        month, last_month, year = map(int, found.groups())
        return Span(month_count(year, month), month_count(year, last_month))
    if found := re.fullmatch(_HALF, told):
        year, first = int(found[2]), 1 if found[1] == "đầu" else 7
        return Span(month_count(year, first), month_count(year, first + 5))
    if found := re.fullmatch(_YEARS, told):
        return Span(
            month_count(int(found[1]), 1), month_count(int(found[2] or found[1]), _LAST_MONTH)
        )
    return None


def chair_in(record: LinkedRecord, period: str) -> Unit:
    """The unit in the chair when ``period`` ends, which reports on it (II.2.3).

    Where no term, or more than one, clearly holds the last month of the period, nobody can tell
    who is in the chair: the unit that leads the model reports.
    """
    last = month_count(year_of(period), _HALF_YEAR if is_half(period) else _LAST_MONTH)
    found = chairs_between(record, Span(last, last))
    return found[0] if len(found) == 1 else lead_of(record)


def chairs_between(record: LinkedRecord, months: Span) -> tuple[Unit, ...]:
    """The units whose terms clearly hold any of ``months``, in the order of their terms."""
    spans = [(span_of(unit.term), unit) for unit in record.units if unit.turn is not None]
    told = [(span, unit) for span, unit in spans if span is not None]
    meets = [one for one in told if one[0].first <= months.last and months.first <= one[0].last]
    return tuple(unit for _, unit in sorted(meets, key=lambda pair: pair[0]))


def sole_chair(record: LinkedRecord, months: Span) -> Unit | None:
    """The one unit in the chair in ``months``, up to the last of them; else nobody can tell.

    In the months before the first term there is no model.
    """
    found, last = chairs_between(record, months), Span(months.last, months.last)
    return found[0] if len(found) == 1 and chairs_between(record, last) == found else None


def successor(record: LinkedRecord, period: str) -> Unit | None:
    """The unit to which the chair goes when ``period`` ends; nothing where it stays, or is open."""
    last = month_count(year_of(period), _HALF_YEAR if is_half(period) else _LAST_MONTH)
    now, then = (sole_chair(record, Span(month, month)) for month in (last, last + 1))
    return then if now and then and then is not now else None


def month_count(year: int, month: int) -> int:
    """The months from the beginning of our era to that one, as a :class:`Span` counts them."""
    return year * 12 + month - 1
