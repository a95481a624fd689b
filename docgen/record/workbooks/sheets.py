"""What is drawn in a workbook: sheets of cells, each with its content and its look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CellLook(StrEnum):
    """How a cell looks, and whether a person may write in it."""

    KEY = "key"
    TITLE = "title"
    HEAD = "head"
    PART = "part"
    INNER_PART = "inner part"
    LABEL = "label"
    NOTE = "note"
    LINK = "link"
    EXAMPLE = "example"
    VALUE = "value"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """One cell: its place (from 1), what it holds, its look, the sheet that it leads to."""

    row: int
    column: int
    content: str | int | None
    look: CellLook
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells that offer a list: column ``column`` of a sheet, ``count`` lines.

    The cells are those of ``of_column``, from row ``first`` to row ``last``; where the list is
    not ``strict`` they take other words, too. The lines stand on the sheet of options, or on
    ``sheet`` from row ``top`` on.
    """

    column: int
    count: int
    of_column: int
    first: int
    last: int
    strict: bool = True
    sheet: str = ""
    top: int = 2


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """One sheet: its cells, the widths of its columns, what is frozen, hidden and offered.

    ``open_columns`` may be written in all the way down; ``frozen`` is the first cell that moves.
    """

    name: str
    cells: tuple[DrawnCell, ...]
    widths: tuple[int, ...]
    frozen: tuple[int, int]
    choices: tuple[Choice, ...] = ()
    open_columns: tuple[int, ...] = ()
    head_row: int = 0
    hidden: bool = False
    hidden_columns: tuple[int, ...] = ()
