"""The sheets of a form found again by their hidden keys, wherever people moved them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Words
from docgen.record.workbooks.layout import SHEET_MARK
from docgen.record.workbooks.opening import Odd

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.record.files.tree import Mark
    from docgen.record.workbooks.opening import MergedCells, OpenedSheet
    from docgen.record.workbooks.values import Content

_DEEPEST_KEYS = 10
"""Rows that people may have put above the keys."""
_KEY = re.compile(rf"{SHEET_MARK}[a-z_.]+")


@dataclass(frozen=True, slots=True)
class KeyedSheet:
    """A sheet with its keys: which list it holds, and the column of each key.

    ``rows`` holds what stands below the keys, by row and column.
    """

    sheet: OpenedSheet
    key: str
    key_row: int
    columns: dict[str, int]
    rows: dict[int, dict[int, Content | Odd]]

    @property
    def key_column(self) -> int:
        """The column of the sheet's own key: of field keys, or of row numbers."""
        return self.columns[self.key]

    def mark(self, row: int, column: int) -> Mark:
        """The place of a cell of this sheet."""
        return row, column, self.sheet.name, self.sheet.number

    def text(self, row: int, column: int) -> str:
        """What a cell says as text, empty when it says nothing."""
        content = self.rows.get(row, {}).get(column, "")
        if isinstance(content, float) and content.is_integer():
            content = int(content)
        return "" if isinstance(content, Odd) else str(content).strip()

    def merged_at(self, row: int, columns: Iterable[int]) -> MergedCells | None:
        """The block of joined cells that begins in ``row`` and touches ``columns``, if any."""
        wanted = set(columns)
        for block in self.sheet.merged:
            width = range(block.first.column, block.last.column + 1)
            if block.first.row == row and wanted & set(width):
                return block
        return None


def keyed(sheet: OpenedSheet) -> KeyedSheet | None:
    """The sheet with its keys, ``None`` when it has none."""
    for row in range(1, _DEEPEST_KEYS + 1):
        texts = {
            spot.column: content.strip()
            for spot, content in sheet.cells.items()
            if spot.row == row and isinstance(content, str)
        }
        for text in texts.values():
            if _KEY.fullmatch(text):
                columns = {key: column for column, key in texts.items()}
                return KeyedSheet(sheet, text, row, columns, _below(sheet, row))
    return None


def _below(sheet: OpenedSheet, key_row: int) -> dict[int, dict[int, Content | Odd]]:
    rows: dict[int, dict[int, Content | Odd]] = {}
    for spot, content in sorted(sheet.cells.items()):
        if spot.row > key_row:
            rows.setdefault(spot.row, {})[spot.column] = content
    return rows


def lost_keys(sheet: OpenedSheet, file: str) -> Problem:
    """What is wrong with a sheet that holds something and has no keys."""
    row, column = min(sheet.cells)
    return Problem(
        Place(file, row, column, "", sheet.name, sheet.number),
        Words(
            f"Trang “{sheet.name}” không có hàng khóa (hàng 1, ẩn), không rõ ghi mục nào",
            f"The sheet “{sheet.name}” has no row of keys (row 1, hidden)",
        ),
        Words(
            "Trang của tờ khai bị xóa hàng 1 thì chép phần đã ghi sang tờ khai mới; trang ghi chú "
            "riêng thì xóa khỏi tệp.",
            "If row 1 of a form's sheet was deleted, copy what you wrote into a new form; delete "
            "sheets of your own notes.",
        ),
    )


def twice(sheet: KeyedSheet, first: KeyedSheet, file: str) -> Problem:
    """What is wrong with a copy of a sheet."""
    place = Place(file, sheet.key_row, sheet.key_column, "", sheet.sheet.name, sheet.sheet.number)
    return Problem(
        place,
        Words(
            f"Trang “{sheet.sheet.name}” là bản sao của trang “{first.sheet.name}”",
            f"The sheet “{sheet.sheet.name}” is a copy of “{first.sheet.name}”",
        ),
        Words("Gộp vào một trang, xóa trang kia.", "Keep one of them."),
    )
