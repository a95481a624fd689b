"""Workbooks as a person changes them, for tests: cells found by their hidden keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from docgen.record.loading import load
from docgen.record.workbooks.making import blank_workbook, workbook_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord

VALUE_COLUMN = 3
FIRST_ROW = 5


class Book:
    """A workbook on disk that a test opens, changes and reads back."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Begin with ``data`` at ``path``."""
        self.path = path
        path.write_bytes(data)

    def change(self, change: Callable[[Any], object]) -> Book:
        """Open the workbook with openpyxl, change it, save it."""
        book = load_workbook(self.path)
        change(book)
        book.save(self.path)
        return self

    def tell(self, **values: Any) -> Book:
        """Fill in fields of the first sheet; ``issuer__name`` is ``issuer.name``."""

        def fill(book: Any) -> None:
            sheet = book.worksheets[0]
            for key, value in values.items():
                sheet.cell(row_of(sheet, key.replace("__", ".")), VALUE_COLUMN).value = value

        return self.change(fill)

    def add(self, table: str, row: int, **values: Any) -> Book:
        """Fill in row ``row`` (from 0) of a list; ``number`` and ``parent`` are its numbers."""

        def fill(book: Any) -> None:
            sheet = sheet_of(book, table)
            for key, value in values.items():
                wanted = {"number": f"#{table}", "parent": "^"}.get(key, key.replace("__", "."))
                sheet.cell(FIRST_ROW + row, column_of(sheet, wanted)).value = value

        return self.change(fill)

    def load(self) -> Loaded:
        """What docgen reads."""
        return load(self.path)


def blank(path: Path, root: type[AnyRecord]) -> Book:
    """The blank workbook of one kind."""
    return Book(path, blank_workbook(root))


def filled(path: Path, record: AnyRecord) -> Book:
    """The workbook of a record."""
    return Book(path, workbook_of(record, str(path)))


def row_of(sheet: Worksheet, key: str) -> int:
    """The row of a field on the first sheet."""
    found: int = next(cell.row for cell in sheet["A"] if cell.value == key)
    return found


def column_of(sheet: Worksheet, key: str) -> int:
    """The column of a field on the sheet of a list."""
    found: int = next(cell.column for cell in sheet[1] if cell.value == key)
    return found


def sheet_of(book: Any, table: str) -> Worksheet:
    """The sheet of a list."""
    found: Worksheet = next(sheet for sheet in book.worksheets if sheet["A1"].value == f"#{table}")
    return found
