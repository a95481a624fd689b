"""The register of outgoing papers as a workbook: a sheet for each body and period."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from docgen.papers.phrases import phrase, rows
from docgen.record.workbooks.drawing import timeless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.worksheet import Worksheet

    from docgen.papers.register.entries import Entry

_FONT, _SIZE = "Times New Roman", 12
_NAME_LIMIT = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_THIN = Side(style="thin")


class Column(NamedTuple):
    """Một cột của sổ: its title, its width in letters."""

    title: str
    width: int
    centred: bool = False


COLUMNS = tuple(Column(**row) for row in rows("register.columns"))
"""The columns of the decree's register; copies, delivery and receipt are filled in by hand."""


def ledger(entries: Iterable[Entry]) -> bytes:
    """The workbook; the same entries give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    places = sorted(entries, key=lambda entry: (entry.body, entry.period, entry.order))
    names: set[str] = set()
    for (body, period), lines in groupby(places, key=attrgetter("body", "period")):
        _sheet(book.create_sheet(_name(body, period, names)), body, period, list(lines))
    book.properties.creator, book.properties.title = "docgen", phrase("register.title")
    book.properties.language = "vi-VN"
    made = BytesIO()
    book.save(made)
    return timeless(made.getvalue())


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


def _sheet(sheet: Worksheet, body: str, period: str, entries: list[Entry]) -> None:
    last = get_column_letter(len(COLUMNS))
    head = (body.upper(), phrase("register.title"), _period(period))
    for place, text in enumerate(head, start=1):
        sheet.merge_cells(f"A{place}:{last}{place}")
        cell = sheet.cell(place, 1, text)
        cell.font = Font(name=_FONT, size=13, bold=True)
        cell.alignment = Alignment(horizontal="center")
    _row(sheet, 5, tuple(column.title for column in COLUMNS), bold=True)
    _row(sheet, 6, tuple(f"({place})" for place in range(1, len(COLUMNS) + 1)), bold=False)
    for place, entry in enumerate(entries, start=7):
        _row(sheet, place, entry.cells, bold=False)
    for place, column in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.freeze_panes = "A7"
    sheet.print_title_rows = "5:6"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _period(period: str) -> str:
    return phrase("register.term" if "-" in period else "register.year", period=period)


def _row(sheet: Worksheet, place: int, texts: tuple[str, ...], *, bold: bool) -> None:
    """One row of text; a text that looks like a formula stays text."""
    for at, (column, text) in enumerate(zip(COLUMNS, texts, strict=True), start=1):
        cell = sheet.cell(place, at)
        cell.value, cell.data_type = text or None, "s" if text else "n"
        cell.font = Font(name=_FONT, size=_SIZE, bold=bold)
        centred = bold or column.centred
        cell.alignment = Alignment(
            horizontal="center" if centred else "left", vertical="top", wrap_text=True
        )
        cell.border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
