"""The rows of a list in a filled workbook put in another order, emptied, added; all else kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, RecordError, Words
from docgen.record.files.relisting import New
from docgen.record.schema.shape import dotted
from docgen.record.workbooks.items import at
from docgen.record.workbooks.keyed import keyed
from docgen.record.workbooks.layout import layout_of
from docgen.record.workbooks.opening import open_sheets
from docgen.record.workbooks.rewriting import Cell, put
from docgen.record.workbooks.values import contents_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docgen.record.files.relisting import Item
    from docgen.record.files.tree import Mark, Plain
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath
    from docgen.record.workbooks.keyed import KeyedSheet
    from docgen.record.workbooks.layout import Layout, Table

_TITLE_ROWS = 3
"""The rows of a sheet that are not items: title, labels, example."""


def set_rows(
    data: bytes,
    path: FieldPath,
    items: Sequence[Item],
    old: Sequence[Plain],
    marks: Mapping[FieldPath, Mark],
    root: type[RecordPart],
    file: str = "",
) -> bytes:
    """The workbook ``data`` with the list at ``path`` made of ``items``, row by row.

    The rows keep their places and looks, what they say moves; rows that are left over say nothing.

    Args:
        data: A workbook that was read without a fault.
        path: Where the list stands in the record.
        items: Old items by their places, new ones by their values.
        old: What the workbook tells of the list.
        marks: The places of what it tells.
        root: The record that the workbook is of.
        file: The name of the record for messages.

    Raises:
        RecordError: the workbook has no sheet for the list, or the list is one inside an item.
    """
    layout = layout_of(root)
    table = next((one for one in layout.tables if one.names == path), None)
    if table is None or table.parent is not None:
        raise _refused(path, file)
    found = (keyed(sheet) for sheet in open_sheets(data, file))
    sheet = next((one for one in found if one is not None and one.key == table.key), None)
    if sheet is None:
        raise _refused(path, file)
    rows = [_row_of(marks, (*path, place), path, file) for place in range(len(old))]
    told = list(_told(table, layout, sheet, items, old, rows))
    return put(data, list(_cells(table, sheet, rows, told, file)), file)


def _row_of(marks: Mapping[FieldPath, Mark], item: FieldPath, path: FieldPath, file: str) -> int:
    if item not in marks:
        raise _refused(path, file)
    return marks[item][0]


def _told(
    table: Table,
    layout: Layout,
    sheet: KeyedSheet,
    items: Sequence[Item],
    old: Sequence[Plain],
    rows: Sequence[int],
) -> Iterator[tuple[str, Plain]]:
    """The number and the values of each row; a number that other sheets name stays."""
    referred = bool(layout.lists_in(table))
    numbers = [sheet.text(row, sheet.key_column) for row in rows]
    free = 1 + max((int(one) for one in numbers if one.isdecimal()), default=len(old))
    for place, item in enumerate(items):
        if isinstance(item, New):
            number, value = str(free) if referred else str(place + 1), item.value
            free += 1
        else:
            number, value = numbers[item] if referred else str(place + 1), old[item]
        yield number, value


def _cells(
    table: Table,
    sheet: KeyedSheet,
    rows: Sequence[int],
    told: Sequence[tuple[str, Plain]],
    file: str,
) -> Iterator[tuple[Cell, FieldPath, str]]:
    first = sheet.key_row + _TITLE_ROWS + 1
    below = max((row + 1 for row in sheet.rows), default=first)
    places = [*sorted(rows), *range(max(below, first), max(below, first) + len(told))]
    for place, row in enumerate(places[: max(len(told), len(rows))]):
        number, value = told[place] if place < len(told) else ("", {})
        values = value if isinstance(value, dict) else {}
        yield from _cell(sheet, row, sheet.key_column, number, table.names)
        for column in table.columns:
            here = at(values, column.names)
            texts = [] if here in (None, "") else contents_of(here, column.slot)
            if len(texts) > 1 or (texts and column.key not in sheet.columns):
                raise _refused(table.names, file)
            if column.key in sheet.columns:
                text = str(texts[0]) if texts else ""
                yield from _cell(sheet, row, sheet.columns[column.key], text, table.names)


def _cell(
    sheet: KeyedSheet, row: int, column: int, text: str, names: FieldPath
) -> Iterator[tuple[Cell, FieldPath, str]]:
    if sheet.text(row, column) != text:
        yield Cell(sheet.sheet.name, row, column), names, text


def _refused(path: FieldPath, file: str) -> RecordError:
    name = dotted(path)
    return RecordError(
        Problem(
            Place(file, field=name),
            Words(
                f"không sửa được danh sách “{name}” trong tệp Excel này",
                f"the list “{name}” cannot be changed in this workbook",
            ),
            Words(
                "Ghi danh sách này vào tệp Excel bằng tay, hoặc chuyển bản khai sang YAML "
                "(docgen convert).",
                "Type the list into the workbook by hand, or convert the record to YAML (docgen "
                "convert).",
            ),
        )
    )
