"""Ruled tables on sheets that an office prints; the same tables give the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from docgen.record.workbooks.drawing import timeless
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

_FONT, _SIZE, _TITLE = "Times New Roman", 12, 13
_LINE = 16.5
"""Points of a line."""
_LETTER = 12
"""Tenths of the width that Excel counts by which a letter takes, on the average."""
_PAGE_WIDTH = 210
"""What a page takes of the widths of columns and can still be read."""
_THIN = Side(style="thin")
_ALL_SIDES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


class Column(Value):
    """Một cột: its title, its width in letters."""

    title: str
    width: int
    centred: bool = False


class Tables:
    """A workbook of ruled tables, a sheet each."""

    def __init__(self, title: str) -> None:
        """A workbook without sheets, called ``title``."""
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        self._book.properties.creator, self._book.properties.title = "docgen", title
        self._book.properties.language = "vi-VN"

    def add(
        self,
        name: str,
        heads: Sequence[str],
        columns: Sequence[Column],
        lines: Iterable[Sequence[str | int]],
        *,
        counted: bool = False,
    ) -> None:
        """A sheet: what it is headed by, a blank row, the titles of the columns, the lines.

        ``counted`` has the columns numbered under their titles.
        """
        sheet = self._book.create_sheet(name)
        last, place = get_column_letter(len(columns)), len(heads) + 2
        for row, text in enumerate(heads, start=1):
            sheet.merge_cells(f"A{row}:{last}{row}")
            cell = sheet.cell(row, 1, text)
            cell.font = Font(name=_FONT, size=_TITLE, bold=True)
            cell.alignment = Alignment(horizontal="center")
        _row(sheet, place, [column.title for column in columns], columns, bold=True)
        first = place + 1 + counted
        if counted:
            numbers = [f"({number})" for number in range(1, len(columns) + 1)]
            _row(sheet, place + 1, numbers, columns, bold=False)
        for row, line in enumerate(lines, start=first):
            _row(sheet, row, line, columns, bold=False)
        for at, column in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(at)].width = column.width
        sheet.freeze_panes = f"A{first}"
        sheet.print_title_rows = f"{place}:{first - 1}"
        _page(sheet, sum(column.width for column in columns))

    def to_bytes(self) -> bytes:
        """The file."""
        made = BytesIO()
        self._book.save(made)
        return timeless(made.getvalue())


def _page(sheet: Worksheet, width: int) -> None:
    """A4 across, as many pages wide as can be read."""
    sheet.page_setup.fitToWidth = -(-width // _PAGE_WIDTH)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a cell so many letters wide."""
    return sum(max(1, -(-len(part) * _LETTER // (10 * width))) for part in text.split("\n"))


def _row(
    sheet: Worksheet,
    place: int,
    values: Sequence[str | int],
    columns: Sequence[Column],
    *,
    bold: bool,
) -> None:
    """One row, as high as its texts need; a text that looks like a formula stays text."""
    lines = [_lines(str(value), one.width) for value, one in zip(values, columns, strict=True)]
    sheet.row_dimensions[place].height = _LINE * max(lines)
    for at, (value, column) in enumerate(zip(values, columns, strict=True), start=1):
        cell = sheet.cell(place, at)
        cell.value = None if value == "" else value
        if isinstance(value, str) and value:
            cell.data_type = "s"
        cell.font = Font(name=_FONT, size=_SIZE, bold=bold)
        side = "center" if bold or column.centred else "left"
        cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
        cell.border = _ALL_SIDES
