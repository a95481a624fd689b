"""Drawings that text keeps clear of: which of them can be printed, and where text goes on."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.text import Kind, Paragraph
from docgen.printing.setting.lines import edges, lead, tallest
from docgen.printing.setting.stops import piece_width
from docgen.values import Value

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
_NEAR = 4
"""Paragraphs above an empty one whose drawings may reach over it."""


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
    for index, block in enumerate(made):
        if isinstance(block, Paragraph) and block.mark.script and not block.pieces:
            made[index] = block.changed(flat=_overlapped(made, index, room))
    return made


def close(block: Paragraph, other: Block | None) -> bool:
    """Whether ``block`` keeps no room to its neighbour."""
    return (
        block.form.close and isinstance(other, Paragraph) and other.form.style == block.form.style
    )


def raised(part: Paragraph, gap: int, *, always: bool = False) -> Paragraph:
    """``part`` with its drawings placed from lines that stand ``gap`` below where it begins.

    Args:
        part: the paragraph.
        gap: how far below, in twips.
        always: also where a page begins with it.
    """
    if not part.anchored or not gap:
        return part
    return part.changed(anchored=tuple(_raised(d, gap, always=always) for d in part.anchored))


def _raised(drawing: Drawing, gap: int, *, always: bool) -> Drawing:
    anchor = drawing.anchor
    if anchor is None or anchor.down.origin not in _OWN:
        return drawing
    if not always:
        return drawing.changed(anchor=anchor.changed(raised=gap))
    down = anchor.down.changed(offset=anchor.down.offset - gap)
    return drawing.changed(anchor=anchor.changed(raised=0, down=down))


def _overlapped(blocks: Sequence[Block], index: int, room: int) -> bool:
    """Whether a drawing anchored to a paragraph shortly above reaches over the one at ``index``."""
    own = _Place.of(blocks, index, room)
    top = 0.0
    for at in range(index - 1, max(-1, index - _NEAR), -1):
        above, place = blocks[at], _Place.of(blocks, at, room)
        if not isinstance(above, Paragraph) or own is None or place is None:
            return False
        top += place.whole
        for drawing in above.anchored:
            down = None if drawing.anchor is None else drawing.anchor.down
            if down is not None and down.origin in _OWN:
                start = down.offset - top
                if start < own.whole and start + drawing.height > 0:
                    return True
    return False


def _move(blocks: list[Block], index: int, drawing: Drawing, room: int) -> None:
    """Anchor ``drawing`` to the first paragraph that it does not leave room for above it."""
    anchor = drawing.anchor
    if anchor is None:
        return
    at, offset = index, anchor.down.offset
    while at < index + _FURTHEST and at + 1 < len(blocks):
        own = _Place.of(blocks, at, room)
        if own is None or _Place.of(blocks, at + 1, room) is None:
            break
        if offset - anchor.above < own.text:
            break
        offset -= own.whole
        at += 1
    while at > max(0, index - _FURTHEST):
        before = _Place.of(blocks, at - 1, room)
        if before is None or offset - anchor.above >= before.text - before.whole:
            break
        offset += before.whole
        at -= 1
    moved = drawing.changed(anchor=anchor.changed(down=anchor.down.changed(offset=offset)))
    old = blocks[index]
    if isinstance(old, Paragraph):
        kept = tuple(other for other in old.anchored if other is not drawing)
        blocks[index] = old.changed(anchored=kept)
    new = blocks[at]
    if isinstance(new, Paragraph):
        blocks[at] = new.changed(anchored=(*new.anchored, moved))


class _Place(Value):
    """How far below where a paragraph begins its lines end, and where the next one begins."""

    text: float
    whole: float

    @classmethod
    def of(cls, blocks: Sequence[Block], index: int, room: int) -> _Place | None:
        """Of the paragraph at ``index``; None for a table."""
        own = blocks[index]
        if not isinstance(own, Paragraph):
            return None
        above = blocks[index - 1] if index else None
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        before = 0 if close(own, above) else own.form.before
        if isinstance(above, Paragraph) and not close(above, own):
            before = max(0, before - above.form.after)
        text = before + _height(own, room)
        return cls(text, text + lead(own) + (0 if close(own, below) else own.form.after))


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
