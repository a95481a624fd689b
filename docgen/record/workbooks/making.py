"""A workbook out of a record, or with nothing filled in yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.files.writing import plain
from docgen.record.schema.shape import slots_of
from docgen.record.workbooks.composing import composed
from docgen.record.workbooks.drawing import draw
from docgen.record.workbooks.layout import layout_of
from docgen.record.workbooks.wording import title_of

if TYPE_CHECKING:
    from docgen.record.files.tree import Plain
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordRoot


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


def workbook(
    root: type[RecordRoot], values: dict[str, Plain], file: str, *, every_sheet: bool = False
) -> bytes:
    """The workbook ``file`` of the kind ``root`` that tells ``values``; raises as workbook_of."""
    layout = layout_of(root)
    sheets = composed(layout, values, file, every_sheet=every_sheet)
    return draw(sheets, title_of(layout))
