"""The register of outgoing papers as a workbook: a sheet for each body and period."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from docgen.papers.phrases import phrase, rows
from docgen.papers.spreadsheets import Column, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.papers.register.entries import Entry

_NAME_LIMIT = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
COLUMNS = tuple(Column(**row) for row in rows("register.columns"))
"""The columns of the decree's register; copies, delivery and receipt are filled in by hand."""


def ledger(entries: Iterable[Entry]) -> bytes:
    """The workbook; the same entries give the same bytes."""
    title = phrase("register.title")
    book = Tables(title)
    places = sorted(entries, key=lambda entry: (entry.body, entry.period, entry.order))
    names: set[str] = set()
    for (body, period), lines in groupby(places, key=attrgetter("body", "period")):
        heads = (body.upper(), title, _period(period))
        cells = (line.cells for line in lines)
        book.add(_name(body, period, names), heads, COLUMNS, cells, counted=True)
    return book.to_bytes()


def _name(body: str, period: str, taken: set[str]) -> str:
    """A name of a sheet that the program takes: 31 letters at most, none twice."""
    room = _NAME_LIMIT - len(period) - 1
    name = f"{_FORBIDDEN.sub(' ', body)[:room].strip()} {period}"
    number = 1
    while name.casefold() in taken:
        number += 1
        tail = f" {number} {period}"
        name = f"{_FORBIDDEN.sub(' ', body)[: _NAME_LIMIT - len(tail)].strip()}{tail}"
    taken.add(name.casefold())
    return name


def _period(period: str) -> str:
    return phrase("register.term" if "-" in period else "register.year", period=period)
