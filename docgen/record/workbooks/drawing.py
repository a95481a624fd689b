"""Sheets drawn as an .xlsx file with openpyxl: the same sheets give the same bytes."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import (
    Alignment,
    Border,
    Font,
    NamedStyle,
    PatternFill,
    Protection,
    Side,
)
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from docgen.record.workbooks.heights import FONT_SIZES, UNWRAPPED, heights
from docgen.record.workbooks.layout import OPTIONS_SHEET
from docgen.record.workbooks.pages import set_pages
from docgen.record.workbooks.sheets import CellLook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from docgen.record.workbooks.sheets import Choice, DrawnCell, DrawnSheet

_LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001 - the first day that a zip file can tell
_FONT = "Times New Roman"
_TEXT_FORMAT = "@"
_LOWEST_ROW = 5_000
_LINE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_LOOKS: dict[CellLook, tuple[dict[str, Any], str]] = {
    CellLook.KEY: ({"color": "A6A6A6"}, ""),
    CellLook.TITLE: ({"bold": True}, ""),
    CellLook.HEAD: ({"bold": True, "color": "FFFFFF"}, "1F4E79"),
    CellLook.PART: ({"bold": True}, "BDD7EE"),
    CellLook.INNER_PART: ({"italic": True}, ""),
    CellLook.LABEL: ({}, ""),
    CellLook.NOTE: ({"color": "595959"}, ""),
    CellLook.LINK: ({"color": "0563C1", "underline": "single"}, ""),
    CellLook.EXAMPLE: ({"italic": True, "color": "7F7F7F"}, "F2F2F2"),
    CellLook.VALUE: ({}, "FFFDF0"),
    CellLook.FIXED: ({"color": "595959"}, "F2F2F2"),
}
_BOXED = frozenset(
    {CellLook.HEAD, CellLook.LABEL, CellLook.NOTE, CellLook.EXAMPLE, CellLook.VALUE, CellLook.FIXED}
)
_CENTRED = frozenset({*UNWRAPPED, CellLook.HEAD, CellLook.LINK})
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def draw(sheets: list[DrawnSheet], title: str) -> bytes:
    """The bytes of a workbook of ``sheets``, titled ``title`` in its properties."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for look in CellLook:
        book.add_named_style(_style(look))
    for composed in sheets:
        _sheet(book.create_sheet(composed.name), composed)
    book.properties.creator = "docgen"
    book.properties.title = title
    book.properties.language = "vi-VN"
    made = BytesIO()
    book.save(made)
    return timeless(made.getvalue())


def _sheet(sheet: Worksheet, composed: DrawnSheet) -> None:
    for column in composed.open_columns:
        _open(sheet, column)
    for column, width in enumerate(composed.widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for drawn in composed.cells:
        _cell(sheet, drawn)
    for row, height in heights(composed).items():
        sheet.row_dimensions[row].height = height
    for choice in composed.choices:
        sheet.add_data_validation(_offered(choice, open_ended=bool(composed.open_columns)))
    for column in composed.hidden_columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    sheet.row_dimensions[1].hidden = True
    sheet.freeze_panes = f"{get_column_letter(composed.frozen[1])}{composed.frozen[0]}"
    sheet.sheet_state = "hidden" if composed.hidden else "visible"
    sheet.sheet_view.showGridLines = False
    _protect(sheet, open_ended=bool(composed.open_columns))
    set_pages(sheet, composed)


def _open(sheet: Worksheet, column: int) -> None:
    """Let people write below the ruled rows too, as text."""
    whole = sheet.column_dimensions[get_column_letter(column)]
    whole.font = _font(CellLook.VALUE)
    whole.protection = Protection(locked=False)
    whole.number_format = _TEXT_FORMAT
    whole.alignment = Alignment(vertical="top", wrap_text=True)


def _cell(sheet: Worksheet, drawn: DrawnCell) -> None:
    cell = sheet.cell(drawn.row, drawn.column)
    assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged
    cell.style = drawn.look.value
    if drawn.content is not None:
        _put(cell, drawn.content)
    if drawn.leads_to:
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{drawn.leads_to}'!A1")


def _put(cell: Cell, content: str | int) -> None:
    """Text stays text, whatever it begins with or looks like."""
    if isinstance(content, int):
        cell.value = content
        return
    cell.value = _ESCAPE.sub("_x005F_", content)
    cell.data_type = "s"
    cell.quotePrefix = content.startswith(("=", "+", "-", "@", "'"))


def _font(look: CellLook) -> Font:
    marks: dict[str, Any] = _LOOKS[look][0]
    return Font(name=_FONT, size=FONT_SIZES[look], **marks)


def _style(look: CellLook) -> NamedStyle:
    _, colour = _LOOKS[look]
    return NamedStyle(
        look.value,
        _font(look),
        PatternFill("solid", start_color=colour) if colour else PatternFill(),
        _BOX if look in _BOXED else Border(),
        Alignment(
            vertical="center" if look in _CENTRED else "top", wrap_text=look not in UNWRAPPED
        ),
        _TEXT_FORMAT if look in (CellLook.VALUE, CellLook.FIXED) else "General",
        Protection(locked=look is not CellLook.VALUE),
    )


def _offered(choice: Choice, *, open_ended: bool) -> DataValidation:
    letter = get_column_letter(choice.column)
    offered = DataValidation(
        type="list",
        formula1=f"'{choice.sheet or OPTIONS_SHEET}'!${letter}${choice.top}:"
        f"${letter}${choice.top + choice.count - 1}",
        allow_blank=True,
        showErrorMessage=choice.strict,
        errorTitle="Chọn trong danh sách",
        error="Bấm mũi tên bên phải ô rồi chọn một dòng; chưa biết thì để trống.",
    )
    cells = get_column_letter(choice.of_column)
    offered.add(f"{cells}{choice.first}:{cells}{_LOWEST_ROW if open_ended else choice.last}")
    return offered


def _protect(sheet: Worksheet, *, open_ended: bool) -> None:
    """Labels are locked without a password; widths, heights, and rows of lists stay free."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    if open_ended:
        sheet.protection.insertRows = sheet.protection.deleteRows = False
        sheet.protection.sort = False


def timeless(data: bytes) -> bytes:
    """The same file without the time at which it was made."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", part)
            if name.startswith("xl/worksheets/"):
                part = part.replace(_FIXED_HEIGHT, b"")
            info = ZipInfo(name, _LONG_AGO.timetuple()[:6])
            info.create_system, info.compress_type = 0, ZIP_DEFLATED
            new.writestr(info, part)
    return made.getvalue()


_FIXED_HEIGHT = b' customHeight="1"'
"""Without it a row grows with what is typed into it."""
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
