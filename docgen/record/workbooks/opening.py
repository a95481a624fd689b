"""An .xlsx file as sheets of cells, read with openpyxl within limits."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from hashlib import sha256
from io import BytesIO
from operator import is_
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast
from zipfile import ZipFile

from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from docgen.recent import Recent
from docgen.record.workbooks import safety
from docgen.record.workbooks.values import Late, is_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.worksheet.worksheet import Worksheet

    from docgen.record.workbooks.values import Content

MOST_ROWS = safety.OF_A_RECORD.rows
MOST_COLUMNS = safety.OF_A_RECORD.columns
_LAST_ROW = 1_048_576
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*[\"']([A-Z0-9:$]+)[\"']")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class CellSpot(NamedTuple):
    """A cell's row and column, from 1."""

    row: int
    column: int


class MergedCells(NamedTuple):
    """A block of cells joined to one."""

    first: CellSpot
    last: CellSpot


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that holds no value of its own: a formula, or an error of Excel."""

    formula: bool


Cells: TypeAlias = "dict[CellSpot, Content | Odd]"
"""What the cells of a sheet hold."""


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """One sheet: its name, its number from 1, what its cells hold (the empty ones left out)."""

    name: str
    number: int
    cells: Cells
    merged: tuple[MergedCells, ...]

    @property
    def rows(self) -> int:
        """The number of the last row that holds something."""
        return max((spot.row for spot in self.cells), default=0)


def open_sheets(
    data: bytes, file: str, size: safety.Size = safety.OF_A_RECORD
) -> list[OpenedSheet]:
    """Every sheet of cells in the workbook ``data``, hidden ones too.

    Raises:
        RecordError: ``data`` are no workbook, a damaged or dangerous one, or one too large.
    """
    safety.check(data, file, size)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl remarks on what it does not keep
            return _sheets(data, size)
    except _UNREADABLE:
        raise safety.damaged(file) from None
    except OverflowError:
        raise safety.too_many_rows(file, size.rows) from None


# A damaged part makes openpyxl stumble in as many ways as there are parts.
_UNREADABLE = (
    *safety.ZIP_FAULTS,
    SyntaxError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
)


def part_names(data: bytes) -> dict[str, str]:
    """The part of a sound workbook that holds each sheet, by the sheet's name."""
    reader = _Reader(BytesIO(data), read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    return _parts(reader)


class _Sheet(ReadOnlyWorksheet):
    """A sheet of cells; the size that it tells of itself is neither trusted nor looked for."""

    def _get_size(self) -> None:
        """Nothing is read before the cells are."""


class _Reader(ExcelReader):
    """Passes over sheets that are a chart, as they hold no cells, and over what sheets refer to."""

    def read_worksheets(self) -> None:
        """The sheets, of which nothing is read yet."""
        for sheet, rel in self.parser.find_sheets():
            if rel.target in self.valid_files and "chartsheet" not in rel.Type:
                made = _Sheet(self.wb, sheet.name, rel.target, self.shared_strings)
                sheets: list[object] = vars(self.wb)["_sheets"]  # there is no other way to add one
                sheets.append(made)


def _reader(data: bytes) -> ExcelReader:
    reader = _Reader(BytesIO(data), read_only=True, keep_links=False)
    reader.read()
    return reader


def _parts(reader: ExcelReader) -> dict[str, str]:
    return {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}


def _sheets(data: bytes, size: safety.Size) -> list[OpenedSheet]:
    reader = _reader(data)
    parts = _parts(reader)
    late = reader.wb.epoch == CALENDAR_MAC_1904
    found = []
    with ZipFile(BytesIO(data)) as package:
        around = _digest_around(package, set(parts.values()))
        for number, sheet in enumerate(reader.wb.worksheets, 1):
            part = package.read(parts[sheet.title])
            read = partial(_cells, sheet, size, late=late)
            cells = _RECENT.of((around, sha256(part).digest(), size), read)
            found.append(OpenedSheet(sheet.title, number, cells, _merged(part)))
    return found


def _digest_around(package: ZipFile, sheets: set[str]) -> bytes:
    """All that cells draw upon beside their own sheet: shared texts, styles, the workbook."""
    digest = sha256()
    for info in package.infolist():
        if info.filename not in sheets:
            digest.update(f"{info.filename}\0{info.file_size}\0".encode())
            digest.update(package.read(info))
    return digest.digest()


_RECENT: Recent[tuple[bytes, bytes, safety.Size], Cells] = Recent(128)
"""Sheets read lately, by all the bytes that tell what is in them: a save changes one of many."""


def _cells(sheet: ReadOnlyWorksheet, size: safety.Size, *, late: bool) -> Cells:
    """What the cells hold; rows of nothing, of which there may be a million, cost little.

    Raises:
        OverflowError: something stands further down than any list of a record goes.
    """
    sheet.reset_dimensions()
    found: Cells = {}
    rows = cast("Worksheet", sheet).iter_rows(max_col=size.columns)  # one method for both kinds
    for row, cells in enumerate(cast("Iterable[tuple[ReadOnlyCell, ...]]", rows), 1):
        if row > _LAST_ROW:
            raise OverflowError
        if all(map(_is_nothing, cells)):
            continue
        for column, cell in enumerate(cells, 1):
            content = None if _is_nothing(cell) else _content(cell, late=late)
            if content is not None and (isinstance(content, Odd) or is_told(content)):
                found[CellSpot(row, column)] = content
    if found and max(found).row > size.rows:
        raise OverflowError
    return found


_is_nothing = partial(is_, EMPTY_CELL)
"""Whether a cell is the one that openpyxl puts wherever there is none."""


def _content(cell: ReadOnlyCell, *, late: bool) -> Content | Odd | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type in ("f", "e"):
        return Odd(formula=cell.data_type == "f")
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    if late and isinstance(value, int | float) and not isinstance(value, bool):
        return Late(value)
    if isinstance(value, bool | int | float | datetime | time | timedelta):
        return value
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))


def _merged(part: bytes) -> tuple[MergedCells, ...]:
    """Whole columns or rows joined to one begin at the first."""
    blocks = (range_boundaries(found.decode("ascii")) for found in _MERGED.findall(part))
    return tuple(
        MergedCells(
            CellSpot(top or 1, left or 1), CellSpot(bottom or _LAST_ROW, right or MOST_COLUMNS)
        )
        for left, top, right, bottom in blocks
    )
