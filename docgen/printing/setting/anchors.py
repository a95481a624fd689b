"""Drawings that text keeps clear of: which of them can be printed, and the band they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words

if TYPE_CHECKING:
    from docgen.printing.model.blocks import Paragraph
    from docgen.printing.model.drawings import Anchor, Drawing
    from docgen.printing.setting.writer import Writer

_LEAST_TEXT = 1440
"""Twips beside a drawing in which Word sets text."""
_OWN = frozenset({"paragraph", "line", "character"})


def clear_bands(
    paragraph: Paragraph, room: int, writer: Writer
) -> tuple[tuple[Drawing, ...], float]:
    """The drawings of ``paragraph``, and how much of its top they take for themselves."""
    band = 0.0
    for drawing in paragraph.anchored:
        anchor = drawing.anchor
        if anchor is None or not anchor.clear or _outside(drawing, anchor, room, writer):
            continue
        if anchor.clear == "beside" and drawing.width < room - _LEAST_TEXT:
            writer.refuse(
                Words("chữ chảy quanh hình", "text flowing around a drawing"), paragraph.text
            )
        elif anchor.down.origin not in _OWN:
            writer.refuse(
                Words("chữ tránh hình đặt theo trang", "text clear of a drawing placed by page"),
                paragraph.text,
            )
        else:
            band = max(band, anchor.down.offset + drawing.height + anchor.below)
    return paragraph.anchored, max(0.0, band)


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
