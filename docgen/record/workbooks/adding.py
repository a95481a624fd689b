"""An item added to a list of a filled workbook, every other cell and part left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, RecordError, Words
from docgen.record.workbooks.keyed import keyed
from docgen.record.workbooks.layout import PARENT_KEY, layout_of
from docgen.record.workbooks.opening import open_sheets
from docgen.record.workbooks.rewriting import Cell, put
from docgen.record.workbooks.values import contents_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docgen.record.files.tree import Plain
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath
    from docgen.record.workbooks.keyed import KeyedSheet
    from docgen.record.workbooks.layout import Layout, Table

_TITLE_ROWS = 3
"""The rows of a sheet that are not items: title, labels, example."""


def add_item(
    data: bytes, section: str, item: dict[str, Plain], root: type[RecordPart], file: str = ""
) -> bytes:
    """The workbook ``data`` with ``item`` in the first free row of the list ``section``.

    Lists inside the item go to the rows of their own sheets, which name its number.

    Args:
        data: a workbook that was read without a fault.
        section: the name of a list at the top of the record.
        item: the values as a file tells them, without fields that are not told.
        root: the record that the workbook is of.
        file: the name of the record for messages.

    Raises:
        RecordError: the workbook has no sheet for the list, or is written in an unusual way.
    """
    layout = layout_of(root)
    found = (keyed(sheet) for sheet in open_sheets(data, file))
    sheets = {sheet.key: sheet for sheet in found if sheet is not None}
    table = next(one for one in layout.tables if one.names == (section,))
    return put(data, list(_cells(layout, sheets, table, item, file)), file)


def _cells(
    layout: Layout,
    sheets: Mapping[str, KeyedSheet],
    table: Table,
    item: dict[str, Plain],
    file: str,
) -> Iterator[tuple[Cell, FieldPath, str]]:
    sheet = _sheet(sheets, table, file)
    number, row = _number(sheet), _free(sheet)
    yield Cell(sheet.sheet.name, row, sheet.key_column), table.names, str(number)
    yield from _row(sheet, table, row, item, file)
    for inner in layout.lists_in(table):
        told = item.get(inner.below[-1]) or []
        own = _sheet(sheets, inner, file) if told else sheet
        for place, values in enumerate(told if isinstance(told, list) else []):
            assert isinstance(values, dict)  # noqa: S101 - the list is one of parts
            where = Cell(own.sheet.name, _free(own) + place, _column(own, PARENT_KEY, inner, file))
            yield where, inner.names, str(number)
            yield from _row(own, inner, where.row, values, file)


def _row(
    sheet: KeyedSheet, table: Table, row: int, values: dict[str, Plain], file: str
) -> Iterator[tuple[Cell, FieldPath, str]]:
    for field in table.columns:
        value: Plain = values
        for name in field.names:
            value = value.get(name) if isinstance(value, dict) else None
        if value is None or value == "":
            continue
        column = _column(sheet, field.key, table, file)
        (text,) = contents_of(value, field.slot)
        yield Cell(sheet.sheet.name, row, column), (*table.names, field.key), str(text)


def _used(sheet: KeyedSheet) -> list[int]:
    return [row for row, cells in sheet.rows.items() if cells and row > _first(sheet) - 1]


def _first(sheet: KeyedSheet) -> int:
    return sheet.key_row + _TITLE_ROWS + 1


def _free(sheet: KeyedSheet) -> int:
    """The row below the last one that says anything."""
    return max((row + 1 for row in _used(sheet)), default=_first(sheet))


def _number(sheet: KeyedSheet) -> int:
    """A number that no row of the list has."""
    used = _used(sheet)
    told = (sheet.text(row, sheet.key_column) for row in used)
    return 1 + max((int(text) for text in told if text.isdecimal()), default=len(used))


def _sheet(sheets: Mapping[str, KeyedSheet], table: Table, file: str) -> KeyedSheet:
    if table.key not in sheets:
        raise _lacks(table, file)
    return sheets[table.key]


def _column(sheet: KeyedSheet, key: str, table: Table, file: str) -> int:
    if key not in sheet.columns:
        raise _lacks(table, file)
    return sheet.columns[key]


def _lacks(table: Table, file: str) -> RecordError:
    return RecordError(
        Problem(
            Place(file, field=".".join(table.names)),
            Words(
                f"tệp Excel này chưa có trang hoặc cột cho “{table.label}” (làm từ phiên bản cũ)",
                f"this workbook has no sheet or column for “{table.key}” (an older form)",
            ),
            Words(
                "Chuyển bản khai sang tệp Excel mới: docgen convert cũ.xlsx tạm.yaml, rồi docgen "
                "convert tạm.yaml mới.xlsx.",
                "Convert it to a new workbook: docgen convert old.xlsx it.yaml, and back.",
            ),
        )
    )
