"""A workbook out of a record, or with nothing filled in yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from docgen.record.files.writing import plain
from docgen.record.schema.province import DECIDER, KIND
from docgen.record.schema.shape import slots_of
from docgen.record.workbooks.composing import FIRST_ROW, composed
from docgen.record.workbooks.drawing import draw
from docgen.record.workbooks.layout import layout_of
from docgen.record.workbooks.sheets import Choice
from docgen.record.workbooks.wording import title_of

if TYPE_CHECKING:
    from docgen.record.files.tree import Plain
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordRoot
    from docgen.record.workbooks.layout import Table
    from docgen.record.workbooks.sheets import DrawnSheet

_MOST_UNITS: Final = 2_000
"""Units from which a cell lets one choose."""


def workbook_of(record: AnyRecord, file: str) -> bytes:
    """The workbook ``file`` that tells ``record``; reading it gives an equal record.

    Raises:
        RecordError: A list inside a list item is too long for one cell.
    """
    return workbook(type(record), plain(record), file)


def blank_workbook(root: type[RecordRoot], *, every_sheet: bool = False) -> bytes:
    """The workbook to fill in for a record of the kind ``root``; its kind is filled in.

    Sheets of the model's later life are hidden, unless ``every_sheet``.
    """
    (kind,) = slots_of(root)["kind"].choices
    return workbook(root, {"kind": kind}, "", every_sheet=every_sheet)


def province_workbook(root: type[RecordRoot], *, every_sheet: bool = False) -> bytes:
    """The workbook to fill in for many models, which ``root`` describes.

    Rows are numbered, for the sheets of members and units name those numbers; models choose their
    unit from its sheet.
    """
    layout = layout_of(root)
    first, *tables, options = composed(layout, {"kind": KIND}, "", every_sheet=every_sheet)
    units, *models = (table for table in layout.tables if table.parent is None)
    names = [table.sheet for table in models]
    drawn = [
        _numbered(_choosing(sheet, units) if sheet.name in names else sheet)
        if sheet.name in (units.sheet, *names)
        else sheet
        for sheet in tables
    ]
    return draw([first, *drawn, options], title_of(layout))


def _numbered(sheet: DrawnSheet) -> DrawnSheet:
    """The ruled rows of a list with their numbers."""
    cells = (
        replace(cell, content=cell.row - FIRST_ROW + 1)
        if cell.column == 1 and cell.row >= FIRST_ROW
        else cell
        for cell in sheet.cells
    )
    return replace(sheet, cells=tuple(cells))


def _choosing(sheet: DrawnSheet, units: Table) -> DrawnSheet:
    """The sheet of models with the names of the units offered."""
    (name,) = (place for place, one in enumerate(units.columns, 2) if one.key == "issuer.name")
    (of,) = (cell.column for cell in sheet.cells if cell.content == DECIDER)
    lines = (name, _MOST_UNITS, of, FIRST_ROW, FIRST_ROW)
    offer = Choice(*lines, strict=False, sheet=units.sheet, top=FIRST_ROW)
    return replace(sheet, choices=(*sheet.choices, offer))


def workbook(
    root: type[RecordRoot], values: dict[str, Plain], file: str, *, every_sheet: bool = False
) -> bytes:
    """The workbook ``file`` of the kind ``root`` that tells ``values``; raises as workbook_of."""
    layout = layout_of(root)
    sheets = composed(layout, values, file, every_sheet=every_sheet)
    return draw(sheets, title_of(layout))
