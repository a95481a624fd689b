"""Single cells written into a filled workbook, every other cell and part left as it is."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZipFile

from openpyxl.utils import column_index_from_string, get_column_letter

from docgen.errors import Place, Problem, RecordError, Words
from docgen.record.schema.shape import dotted
from docgen.record.workbooks.opening import part_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docgen.record.files.tree import Mark
    from docgen.record.schema.shape import FieldPath

_CELL = re.compile(rb"<c\b(?P<attributes>[^>]*?)(?:/>|>.*?</c>)", re.DOTALL)
_AT = re.compile(rb'\sr="([A-Z]+)\d+"')
_KIND = re.compile(rb'\st="[^"]*"')


def set_cells(
    data: bytes, changes: Mapping[FieldPath, str], marks: Mapping[FieldPath, Mark], file: str = ""
) -> bytes:
    """The workbook ``data`` with the text of each of ``changes`` in the cell of its field.

    The cell keeps its look; all other parts of the file keep their bytes.

    Args:
        data: a workbook that was read without a fault.
        changes: what the cells shall say, by path in the record.
        marks: the places of the fields, as reading the workbook gave them.
        file: the name of the record for messages.

    Raises:
        RecordError: a field has no cell of its own, or its sheet is written in an unusual way.
    """
    cells: dict[FieldPath, Cell] = {}
    for path in changes:
        mark = marks.get(path)
        if mark is None or len(mark) != 4:  # noqa: PLR2004 - no cell, or one of another file
            raise _refused(path, file)
        row, column, sheet, _ = mark
        cells[path] = Cell(sheet, row, column)
    return put(data, [(cells[path], path, text) for path, text in changes.items()], file)


class Cell(NamedTuple):
    """A cell by its sheet and place."""

    sheet: str
    row: int
    column: int


def put(data: bytes, told: Iterable[tuple[Cell, FieldPath, str]], file: str = "") -> bytes:
    """The workbook ``data`` with each text in its cell; the path names the field for messages.

    Raises:
        RecordError: a sheet is written in an unusual way.
    """
    parts = part_names(data)
    edited: dict[str, bytes] = {}
    with ZipFile(BytesIO(data)) as package:
        for cell, path, text in told:
            part = parts[cell.sheet]
            before = edited.get(part) or package.read(part)
            after = _with_cell(before, cell.row, cell.column, text)
            if after is None:
                raise _refused(path, file)
            edited[part] = after
    return _packed(data, edited)


def _refused(path: FieldPath, file: str) -> RecordError:
    name = dotted(path)
    return RecordError(
        Problem(
            Place(file, field=name),
            Words(
                f"không ghi được “{name}” vào tệp Excel mà giữ nguyên phần còn lại",
                f"“{name}” cannot be written into the workbook without changing the rest",
            ),
            Words(
                "Ghi tay số, ngày vào tệp Excel rồi chạy lại lệnh soạn văn bản.",
                "Type number and day into the workbook and draft the papers again.",
            ),
        )
    )


def _with_cell(sheet: bytes, row: int, column: int, text: str) -> bytes | None:
    """The XML of a sheet with ``text`` in one cell; nothing where its row is not found."""
    rows = re.compile(rb'<row\b[^>]*?\sr="%d"[^>]*?>(?P<cells>.*?)</row>' % row, re.DOTALL)
    found = rows.search(sheet) or rows.search(sheet := _with_row(sheet, row))
    if found is None or found["cells"].count(b"<row"):
        return None
    start, end = found.span("cells")
    letters = get_column_letter(column)
    for cell in _CELL.finditer(sheet, start, end):
        at = _AT.search(cell["attributes"])
        if at is None:
            return None
        own = at[1].decode()
        if own == letters:
            kept = _KIND.sub(b"", cell["attributes"].rstrip())
            return sheet[: cell.start()] + _cell(kept, text) + sheet[cell.end() :]
        if column_index_from_string(own) > column:
            end = cell.start()
            break
    new = _cell(f' r="{letters}{row}"'.encode(), text)
    return sheet[:end] + new + sheet[end:]


_ANY_ROW = re.compile(rb'<row\b[^>]*?\sr="(\d+)"')
_EVERY_ROW = re.compile(rb"<row\b")
_END = b"</sheetData>"


def _with_row(sheet: bytes, row: int) -> bytes:
    """The XML of a sheet with an empty row below its last one; as it is where that is no place."""
    numbers = [int(number) for number in _ANY_ROW.findall(sheet)]
    all_told = len(numbers) == len(_EVERY_ROW.findall(sheet))
    if not all_told or row <= max(numbers, default=0) or sheet.count(_END) != 1:
        return sheet
    return sheet.replace(_END, b'<row r="%d"></row>%s' % (row, _END))


def _cell(attributes: bytes, text: str) -> bytes:
    return b'<c%s t="inlineStr"><is><t>%s</t></is></c>' % (attributes, escape(text).encode())


def _packed(data: bytes, edited: Mapping[str, bytes]) -> bytes:
    """The package again, in its order, with the ``edited`` parts."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for info in old.infolist():
            new.writestr(info, edited.get(info.filename, old.read(info)), info.compress_type)
    return made.getvalue()
