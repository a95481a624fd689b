"""How high each row must be, so that nothing in it is printed over the row below."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docgen.record.workbooks.sheets import CellLook

if TYPE_CHECKING:
    from docgen.record.workbooks.sheets import DrawnCell, DrawnSheet

FONT_SIZES = {
    CellLook.KEY: 8,
    CellLook.TITLE: 14,
    CellLook.HEAD: 11,
    CellLook.PART: 12,
    CellLook.INNER_PART: 11,
    CellLook.LABEL: 11,
    CellLook.NOTE: 10,
    CellLook.LINK: 11,
    CellLook.EXAMPLE: 10,
    CellLook.VALUE: 12,
    CellLook.FIXED: 12,
}
"""In points, what a cell of each look is written in."""
UNWRAPPED = frozenset({CellLook.KEY, CellLook.TITLE, CellLook.PART, CellLook.INNER_PART})
"""What runs on over the cells beside it."""
_HIGHEST = 400
_LINE = 1.35
"""The height of a line by the size of its font."""
_WIDE = 11.4
"""A letter takes this part of a column's width, by the size of its font. Wider than Times New
Roman asks for: where that is missing another font stands in, and no line may be cut then."""
_BOLD_WIDE = 9.8
_BOLD = frozenset({CellLook.HEAD})


def heights(composed: DrawnSheet) -> dict[int, float]:
    """The height of each row in points, by the cell that needs most."""
    found: dict[int, float] = defaultdict(float)
    for cell in composed.cells:
        found[cell.row] = max(found[cell.row], _height(cell, composed.widths))
    return dict(found)


def _height(cell: DrawnCell, widths: tuple[int, ...]) -> float:
    size = FONT_SIZES[cell.look]
    if cell.look is CellLook.KEY:
        return 0
    lines = 1
    if isinstance(cell.content, str) and cell.look not in UNWRAPPED:
        wide = _BOLD_WIDE if cell.look in _BOLD else _WIDE
        room = max(int(widths[cell.column - 1] * wide / size), 1)
        lines = sum(_lines(text, room) for text in cell.content.split("\n"))
    return min(round(lines * size * _LINE + 2, 1), _HIGHEST)


def _lines(text: str, room: int) -> int:
    """How many lines ``room`` characters wide the words of ``text`` take."""
    lines, used = 1, 0
    for word in text.split(" "):
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
        lines += (used - 1) // room if used else 0
        used = used % room if used > room else used
    return lines
