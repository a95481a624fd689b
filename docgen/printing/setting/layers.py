"""Drawings that lie over each other: where their order is not that of the text, pages draw them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.printing.model.text import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.printing.model.drawings import Anchor, Drawing
    from docgen.printing.model.sheets import Paper
    from docgen.printing.model.text import Block

LAYERS = """\
#let layer(behind) = context {
  let own = query(<drawn>).filter(one => one.location().page() == here().page())
  let wanted = own.map(one => one.value).filter(one => one.behind == behind)
  for one in wanted.sorted(key: one => one.order) {
    place(top + left, dx: one.x, dy: one.y, one.body)
  }
}
"""
"""What draws the drawings of a page from the lowest, those behind the text or those before it."""


def are_shuffled(paper: Paper) -> bool:
    """Whether a drawing of ``paper`` lies over one that follows it in another paragraph."""
    return any(_shuffled(section.blocks) for section in paper.sections)


def in_order(drawings: Sequence[Drawing]) -> list[Drawing]:
    """``drawings`` of one paragraph from the lowest."""
    return sorted(drawings, key=_depth)


def kept(anchor: Anchor, x: str, y: str, body: str) -> str:
    """The Typst code that leaves a drawing of ``body`` for its page, at ``x``, ``y`` from ``p``."""
    values = (
        f"order: {anchor.order:g}, behind: {str(anchor.behind).lower()}, "
        f"x: p.x + {x}, y: p.y + {y}, body: {body}"
    )
    return f"[#metadata(({values}))<drawn>]"


def _shuffled(blocks: Sequence[Block]) -> bool:
    depths = list(_depths(blocks))
    inner = (
        cell.content
        for block in blocks
        if not isinstance(block, Paragraph)
        for row in block.rows
        for cell in row.cells
    )
    return any(low[1] > high[0] for low, high in pairwise(depths)) or any(map(_shuffled, inner))


def _depths(blocks: Sequence[Block]) -> Iterator[tuple[tuple[bool, float], tuple[bool, float]]]:
    """The lowest and the highest of each paragraph that has drawings."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.anchored:
            found = sorted(map(_depth, block.anchored))
            yield found[0], found[-1]


def _depth(drawing: Drawing) -> tuple[bool, float]:
    anchor = drawing.anchor
    return (True, 0) if anchor is None else (not anchor.behind, anchor.order)
