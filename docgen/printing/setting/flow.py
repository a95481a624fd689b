"""Blocks set one below the other: the room between them, and where pages break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.looks import NO_FRAME
from docgen.printing.model.text import Kind, Paragraph, Table
from docgen.printing.setting.anchors import clears, close, raised, settled
from docgen.printing.setting.layers import in_order
from docgen.printing.setting.lines import lead
from docgen.printing.setting.paragraphs import ALONE, Neighbours
from docgen.printing.setting.tables import write_table
from docgen.printing.setting.writing import pt
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.printing.model.drawings import Drawing
    from docgen.printing.model.looks import Form
    from docgen.printing.model.text import Block
    from docgen.printing.setting.writer import Writer

_BREAKS = frozenset({Kind.PAGE_BREAK, Kind.COLUMN_BREAK})


class Below(Value):
    """The room below a flow: after its last paragraph, and what its last line adds."""

    after: int = 0
    extra: int = 0


class Flow:
    """Sets blocks in a column of ``room`` twips."""

    def __init__(
        self, writer: Writer, room: int, *, in_cell: bool, below: Below | None = None
    ) -> None:
        """Start at the top, or ``below`` another flow; then the end keeps no room either."""
        self._writer = writer
        self._room = room
        self._in_cell = in_cell
        above = below or Below()
        self._after, self._extra = above.after, above.extra
        self._open = below is not None
        self._fresh = True

    @property
    def below(self) -> Below:
        """The room that what comes next keeps to what is written."""
        return Below(self._after, self._extra)

    def written(self, blocks: Sequence[Block]) -> str:
        """The source of ``blocks``."""
        return "".join(self._all(settled(blocks, self._room, self._writer)))

    def _all(self, blocks: list[Block]) -> Iterator[str]:
        for index, block in enumerate(blocks):
            above = blocks[index - 1] if index else None
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Table):
                yield write_table(block, self._after + self._extra, self._room, self._writer)
                self._after, self._extra, self._fresh = 0, 0, False
            else:
                yield from self._paragraph(block, above, below)
        if self._in_cell and not self._open and self._after + self._extra:
            yield f"#v({pt(self._after + self._extra)})"

    def _paragraph(
        self, block: Paragraph, above: Block | None, below: Block | None
    ) -> Iterator[str]:
        form = block.form
        if form.page_break_before and not self._in_cell and not (self._fresh and self._after == 0):
            yield "#pagebreak(weak: true)"
            self._after, self._extra, self._fresh = 0, 0, True
        before = 0 if close(block, above) else form.before
        after = 0 if close(block, below) else form.after
        parts = self._parts(block)
        begun = False
        for index, (part, ending) in enumerate(parts):
            if part is not None:
                joined = _joined(
                    block, None if index else above, None if index < len(parts) - 1 else below
                )
                # A break that begins it goes before it, room and all.
                yield from self._part(part, 0 if begun else before, joined)
                begun = True
                self._after, self._extra, self._fresh = after, lead(part), False
            if ending is not None:
                yield "#pagebreak()" if ending is Kind.PAGE_BREAK else "#colbreak()"
                self._after, self._extra, self._fresh = 0, 0, True

    def _part(self, part: Paragraph, before: int, joined: Neighbours) -> Iterator[str]:
        gap = max(self._after, before) + self._extra
        own = max(0, before - self._after)
        if part.anchored:
            part, bands = self._without_bands(part)
            part = raised(part, own)
            if bands:
                yield from self._banded(bands, gap - self._extra, gap - own)
                yield self._writer.paragraphs.written(
                    part, 0, self._room, joined, in_cell=self._in_cell
                )
                return
        if self._in_cell and before and not self._fresh and not part.anchored and joined == ALONE:
            yield f"#block(above: {pt(gap - before)}, height: {pt(before)}, sticky: true)"
            gap = 0
        if self._fresh and gap:
            yield f"#v({pt(gap)})"
            part = raised(part, gap, always=True)
        yield self._writer.paragraphs.written(
            part, 0 if self._fresh else gap, self._room, joined, in_cell=self._in_cell
        )

    def _without_bands(self, part: Paragraph) -> tuple[Paragraph, list[Drawing]]:
        """``part`` without the drawings that text keeps clear of, and these."""
        bands = [d for d in part.anchored if clears(d, self._room, self._writer, part.text)]
        free = tuple(drawing for drawing in part.anchored if drawing not in bands)
        return part.changed(anchored=free), bands

    def _banded(self, bands: list[Drawing], gap: int, start: int) -> Iterator[str]:
        """Drawings that stand alone; what of them is beyond the page takes no more room.

        Their paragraph begins ``start`` below what stands above; its lines keep ``gap`` to them.
        """
        band = max(d.anchor.down.offset + d.height + d.anchor.below for d in bands if d.anchor)
        drawn = "".join(self._writer.drawings.anchored(d, self._room) for d in in_order(bands))
        yield f"#block(above: {pt(start)}, width: 100%, height: 0pt, {{ {drawn}}})"
        yield f"#v({pt(gap + max(0, band))})"

    def _parts(self, block: Paragraph) -> list[tuple[Paragraph | None, Kind | None]]:
        """``block`` cut at its page and column breaks; each part with the break that ends it."""
        if block.plain or not any(piece.kind in _BREAKS for piece in block.pieces):
            return [(block, None)]
        if self._in_cell:
            self._writer.refuse(
                Words("ngắt trang trong bảng hoặc khung", "a page break inside a table or box"),
                block.text,
            )
            return []
        parts: list[tuple[Paragraph | None, Kind | None]] = []
        pieces: list = []  # type: ignore[type-arg]
        for piece in block.pieces:
            if piece.kind in _BREAKS:
                parts.append((_cut(block, pieces, first=not parts), piece.kind))
                pieces = []
            else:
                pieces.append(piece)
        if pieces:
            parts.append((_cut(block, pieces, first=False), None))
        return parts


def _cut(block: Paragraph, pieces: list, *, first: bool) -> Paragraph | None:  # type: ignore[type-arg]
    """A part of ``block``; None when there is nothing before its first break."""
    if not pieces and not (first and block.anchored):
        return None
    if first:
        return block.changed(pieces=tuple(pieces))
    form = block.form.changed(first=0, left=block.form.left)
    return block.changed(form=form, pieces=tuple(pieces), anchored=())


def _joined(block: Paragraph, above: Block | None, below: Block | None) -> Neighbours:
    """Which of its neighbours stand in the same frame as ``block``."""
    if block.form.frame is NO_FRAME:
        return ALONE
    return Neighbours(_framed_alike(above, block), _framed_alike(block, below))


def _framed_alike(above: Block | None, below: Block | None) -> bool:
    """Whether two neighbours stand in one frame."""
    if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
        return False
    upper, lower = above.form, below.form
    frame = upper.frame
    drawn = any((frame.top, frame.bottom, frame.left, frame.right))
    return drawn and frame == lower.frame and _edges(upper) == _edges(lower)


def _edges(form: Form) -> tuple[int, int]:
    """How far a paragraph's frame stands from the column's edges."""
    return form.left + min(form.first, 0), form.right
