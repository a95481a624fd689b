"""Drawings that text keeps clear of: which of them can be printed, and where text goes on."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.text import Kind, Paragraph
from docgen.printing.setting.lines import edges, lead, tallest
from docgen.printing.setting.stops import piece_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model.drawings import Anchor, Drawing
    from docgen.printing.model.text import Block
    from docgen.printing.setting.writer import Writer

_LEAST_TEXT = 1440
"""Twips beside a drawing in which Word sets text."""
_OWN = frozenset({"paragraph", "line", "character"})
_FURTHEST = 40
"""Paragraphs that a drawing may stand away from the one it is anchored to."""


def clears(drawing: Drawing, room: int, writer: Writer, text: str) -> bool:
    """Whether no text stands beside ``drawing``; what cannot be told apart is refused."""
    anchor = drawing.anchor
    if anchor is None or not anchor.clear or _outside(drawing, anchor, room, writer):
        return False
    if anchor.clear == "beside" and drawing.width < room - _LEAST_TEXT:
        writer.refuse(Words("chữ chảy quanh hình", "text flowing around a drawing"), text)
        return False
    if anchor.down.origin not in _OWN:
        writer.refuse(
            Words("chữ tránh hình đặt theo trang", "text clear of a drawing placed by page"), text
        )
        return False
    return True


def settled(blocks: Sequence[Block], room: int, writer: Writer) -> list[Block]:
    """``blocks``, each drawing that text keeps clear of anchored to the paragraph it precedes."""
    made = list(blocks)
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.anchored:
            continue
        for drawing in block.anchored:
            if clears(drawing, room, writer, block.text):
                _move(made, index, drawing, room)
    return made


def raised(drawing: Drawing, gap: int) -> Drawing:
    """``drawing`` placed from text that stands ``gap`` twips below where its paragraph begins."""
    anchor = drawing.anchor
    if anchor is None or anchor.down.origin not in _OWN:
        return drawing
    down = anchor.down.changed(offset=anchor.down.offset - gap)
    return drawing.changed(anchor=anchor.changed(down=down))


def _move(blocks: list[Block], index: int, drawing: Drawing, room: int) -> None:
    """Anchor ``drawing`` to the first paragraph that it does not leave room for above it."""
    anchor = drawing.anchor
    if anchor is None:
        return
    at, offset = index, anchor.down.offset
    while at < index + _FURTHEST and at + 1 < len(blocks):
        own = _frame(blocks, at, room)
        if own is None or _frame(blocks, at + 1, room) is None:
            break
        if offset - anchor.above < own:
            break
        offset -= own
        at += 1
    while offset < 0 and at > max(0, index - _FURTHEST):
        before = _frame(blocks, at - 1, room)
        if before is None:
            break
        offset += before
        at -= 1
    moved = drawing.changed(anchor=anchor.changed(down=anchor.down.changed(offset=offset)))
    old = blocks[index]
    if isinstance(old, Paragraph):
        kept = tuple(other for other in old.anchored if other is not drawing)
        blocks[index] = old.changed(anchored=kept)
    new = blocks[at]
    if isinstance(new, Paragraph):
        blocks[at] = new.changed(anchored=(*new.anchored, moved))


def _frame(blocks: Sequence[Block], index: int, room: int) -> float | None:
    """The height of a paragraph with the room above it, in twips; None for a table."""
    own = blocks[index]
    if not isinstance(own, Paragraph):
        return None
    above = blocks[index - 1] if index else None
    gap = own.form.before
    if isinstance(above, Paragraph):
        gap = max(gap, above.form.after) + lead(above)
    return gap + _height(own, room)


def _height(paragraph: Paragraph, room: int) -> float:
    """The height of the lines of ``paragraph``, in twips."""
    form = paragraph.form
    inner = max(1, room - form.left - form.right)
    width = sum(piece_width(piece) for piece in paragraph.pieces) + max(0, form.first)
    lines = max(1, ceil(width / inner))
    lines += sum(piece.kind is Kind.LINE_BREAK for piece in paragraph.pieces)
    return edges(tallest(paragraph), form).height * lines + lead(paragraph) * (lines - 1)


def _outside(drawing: Drawing, anchor: Anchor, room: int, writer: Writer) -> bool:
    """Whether ``drawing`` stands beside the text's column."""
    across = anchor.across
    if across.align:
        return False
    if across.origin in {"column", "character"}:
        return across.offset + drawing.width <= 0 or across.offset >= room
    start = {"page": 0, "leftMargin": 0}.get(across.origin, writer.page.left)
    left = start + across.offset
    page = writer.page
    return left + drawing.width <= page.left or left >= page.width - page.right
