"""Luân phiên chủ trì: who is in the chair of a linked model when, in the words of its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import units
from docgen.papers.gaps import or_hole
from docgen.papers.phrases import phrase, rows
from docgen.record.terms import Span, chairs_between, month_count, sole_chair, span_of, successor
from docgen.record.turns import chairs_of
from docgen.text import periods
from docgen.text.dates import month_phrase
from docgen.text.numbers import in_words

if TYPE_CHECKING:
    from datetime import date

    from docgen.papers.rows import Frame
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.units import Unit

_YEAR = 12


def turns(record: LinkedRecord, day: date) -> list[Frame]:
    """The units that take the chair, in their order, each with its term."""
    return [_turn(unit, day) for unit in chairs_of(record)]


def in_year(record: LinkedRecord, year: int, day: date) -> list[Frame]:
    """Those that are in the chair in ``year``, as far as their terms tell."""
    return [_turn(unit, day) for unit in chairs_between(record, _months_of(year))]


def _turn(unit: Unit, day: date) -> Frame:
    return {"turn": str(unit.turn), "name": units.named(unit, day), "term": term(unit.term)}


def term(told: str) -> str:
    """``từ tháng 11 năm 2026 đến hết tháng 12 năm 2027``; as told where no months are clear."""
    span = span_of(told)
    if span is None:
        return or_hole(told)
    (first, begin), (last, end) = divmod(span.first, _YEAR), divmod(span.last, _YEAR)
    month, until = month_phrase(begin + 1), month_phrase(end + 1)
    if (begin, end) != (0, _YEAR - 1):
        if first == last:
            return phrase("chairing.months", month=month, last_month=until, year=last)
        return phrase("chairing.span", month=month, year=first, last_month=until, last_year=last)
    if first == last:
        return phrase("chairing.year", year=first)
    return phrase("chairing.years", year=first, last_year=last)


def ordinal(turn: int) -> str:
    """``nhất``, ``hai``, ``tư``: how a turn is called."""
    own = {row["turn"]: str(row["called"]) for row in rows("chairing.ordinals")}
    return own.get(turn) or in_words(turn)


def leading(record: LinkedRecord, when: str, year: int, usual: str) -> str:
    """Who leads what a plan has for ``when`` in ``year``: who is in the chair, else ``usual``."""
    months = periods.quarter_of(when) or periods.months_in(when)
    span = Span(month_count(year, min(months)), month_count(year, max(months))) if months else None
    unit = sole_chair(record, span or _months_of(year))
    return units.full_name(unit) if unit else usual


def next_chair(record: LinkedRecord, period: str) -> str:
    """The unit to which the chair goes when ``period`` ends; empty where it stays, or is open."""
    then = successor(record, period)
    return units.full_name(then) if then else ""


def _months_of(year: int) -> Span:
    return Span(month_count(year, 1), month_count(year, _YEAR))
