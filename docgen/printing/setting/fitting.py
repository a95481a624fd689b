"""Tables fitted to their room: widths given as shares of it, or known from the text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.model.text import Kind, Table
from docgen.printing.setting.stops import piece_width

if TYPE_CHECKING:
    from docgen.printing.model.text import Block, Cell, Piece

_WHOLE = 5000
"""Fiftieths of a percent in the whole."""
_NEAR = 0.02
_LEAST = 100


def fitted(table: Table, room: int) -> Table:
    """``table`` with the widths that its columns have in ``room`` twips."""
    columns = list(table.columns)
    if table.fitted:
        columns = _by_content(table, columns, room)
    if table.share:
        wanted = room * table.share / _WHOLE
        total = sum(columns)
        if total and abs(wanted - total) > _NEAR * wanted:
            columns = [max(1, round(width * wanted / total)) for width in columns]
    return table if tuple(columns) == table.columns else table.changed(columns=tuple(columns))


def _by_content(table: Table, columns: list[int], room: int) -> list[int]:
    """Columns without a width of their own get what their text needs, as far as there is room."""
    least, most = [_LEAST] * len(columns), [_LEAST] * len(columns)
    for row in table.rows:
        for cell in row.cells:
            narrow, wide = _needs(cell)
            span = range(cell.column, cell.column + cell.columns)
            for at in span:
                least[at] = max(least[at], narrow // cell.columns)
                most[at] = max(most[at], wide // cell.columns)
    known = sum(columns)
    free = [at for at, width in enumerate(columns) if not width]
    left = max(0, room - known)
    wanted, needed = sum(most[at] for at in free), sum(least[at] for at in free)
    for at in free:
        if wanted <= left:
            columns[at] = most[at]
        elif wanted > needed:
            share = max(0, left - needed) / (wanted - needed)
            columns[at] = least[at] + round((most[at] - least[at]) * share)
        else:
            columns[at] = least[at]
    return columns


def _needs(cell: Cell) -> tuple[int, int]:
    """The least and the greatest width that ``cell`` can use, in twips."""
    sides = cell.margins.left + cell.margins.right + 20
    narrow = wide = 0.0
    for block in cell.content:
        least, most = _block_needs(block)
        narrow, wide = max(narrow, least), max(wide, most)
    return round(narrow) + sides, round(wide) + sides


def _block_needs(block: Block) -> tuple[float, float]:
    if isinstance(block, Table):
        return float(sum(block.columns)), float(sum(block.columns))
    indents = block.form.left + block.form.right + max(0, block.form.first)
    lines: list[list[Piece]] = [[]]
    for piece in block.pieces:
        if piece.kind is Kind.LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    words = max((_longest_word(piece) for line in lines for piece in line), default=0.0)
    whole = max(sum(piece_width(piece) for piece in line) for line in lines)
    return words + indents, whole + indents


def _longest_word(piece: Piece) -> float:
    if piece.kind is not Kind.TEXT:
        return piece_width(piece)
    return max(
        (piece_width(piece.changed(text=word)) for word in piece.text.split(" ")), default=0.0
    )
