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


def workbook_of(record: AnyRecord, file: str) -> bytes:
    """The workbook ``file`` that tells ``record``; reading it gives an equal record.

    Raises:
        RecordError: A list inside a list item is too long for one cell.
    """
    return _made(type(record), plain(record), file)


def blank_workbook(root: type[AnyRecord]) -> bytes:
    """The workbook to fill in for a record of the kind ``root``; its kind is filled in."""
    (kind,) = slots_of(root)["kind"].choices
    return _made(root, {"kind": kind}, "")


def _made(root: type[AnyRecord], values: dict[str, Plain], file: str) -> bytes:
    layout = layout_of(root)
    return draw(composed(layout, values, file), title_of(layout))
