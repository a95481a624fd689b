"""Columns in the middle of a page: set side by side where the paper says where each ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.text import Kind, Paragraph
from docgen.printing.setting.writing import pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model.sheets import Columns
    from docgen.printing.model.text import Block, Piece
    from docgen.printing.setting.writer import Writer


def in_columns(blocks: Sequence[Block], columns: Columns, room: int, writer: Writer) -> str:
    """``blocks`` in ``columns`` over ``room`` twips, cut at the column breaks."""
    parts = _cut(blocks)
    if len(parts) != columns.count:
        writer.refuse(
            Words("cột cân bằng giữa trang", "columns that share their text evenly"),
            next((b.text for b in blocks if isinstance(b, Paragraph) and b.text), ""),
        )
        return ""
    wide = (room - columns.gap * (columns.count - 1)) // columns.count
    with writer.inside():
        cells = ", ".join(f"[{writer.flow(part, wide, in_cell=True)}]" for part in parts)
    return (
        f"#grid(columns: ({', '.join([pt(wide)] * columns.count)}), "
        f"column-gutter: {pt(columns.gap)}, {cells})"
    )


def _cut(blocks: Sequence[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if not isinstance(block, Paragraph):
            parts[-1].append(block)
            continue
        pieces: list[Piece] = []
        for piece in block.pieces:
            if piece.kind is not Kind.COLUMN_BREAK:
                pieces.append(piece)
                continue
            if pieces:
                parts[-1].append(block.changed(pieces=tuple(pieces)))
            parts.append([])
            pieces = []
        if pieces or not block.pieces:
            parts[-1].append(block.changed(pieces=tuple(pieces)))
    return parts
