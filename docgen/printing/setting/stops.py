"""Tab stops: how far each tab of a line moves the pen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.printing import glyphs
from docgen.printing.model.blocks import Kind
from docgen.printing.model.looks import Align, TabStop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model.blocks import Piece
    from docgen.printing.model.looks import Form

_TWIPS_PER_POINT = 20
_DECIMAL_SIGNS = ",."
SHARES = {Align.CENTER: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Segment:
    """The text between two tabs: its width in twips, and that of it before a decimal sign.

    ``align`` is that of the tab after it, when that goes to an edge of the line.
    """

    width: float
    before_sign: float = 0.0
    align: Align | None = None

    @classmethod
    def of(cls, pieces: Sequence[Piece], align: Align | None = None) -> Segment:
        """The segment that holds ``pieces``."""
        width = sum(piece_width(piece) for piece in pieces)
        return cls(width, _before_sign(pieces), align)


@dataclass(frozen=True, slots=True)
class Move:
    """What a tab does: how far it moves the pen, and what fills the way."""

    width: float
    leader: str = ""


def piece_width(piece: Piece) -> float:
    """The width of ``piece``, in twips; a page number counts as two figures."""
    if piece.kind is Kind.DRAWING and piece.drawing is not None:
        return piece.drawing.width
    text = "00" if piece.kind in {Kind.PAGE_NUMBER, Kind.PAGE_COUNT} else piece.text
    return glyphs.width(text, piece.letters) * _TWIPS_PER_POINT


def _before_sign(pieces: Sequence[Piece]) -> float:
    width = 0.0
    for piece in pieces:
        at = next((i for i, c in enumerate(piece.text) if c in _DECIMAL_SIGNS), None)
        if at is not None:
            return width + glyphs.width(piece.text[:at], piece.letters) * _TWIPS_PER_POINT
        width += piece_width(piece)
    return width


def gaps(
    segments: Sequence[Segment], form: Form, *, start: int, room: int, tab: int
) -> list[Move] | None:
    """What each tab between ``segments`` does; None when one does not fit.

    Args:
        segments: the stretches of text around the tabs, one more than there are tabs.
        form: the paragraph's form; its tab stops are used.
        start: where the line starts, from the column's left edge.
        room: where the line ends.
        tab: the distance of default tab stops.
    """
    if form.align not in {Align.LEFT, Align.BOTH}:
        return None
    at: float = start
    moves: list[Move] = []
    for segment, following in pairwise(segments):
        at += segment.width
        stop = next_stop(at, form, tab, room, segment.align)
        target = pen_at(stop, following)
        overflows = stop.align is not Align.LEFT and target + following.width > room + 1
        if stop.position > room or target < at or overflows:
            return None
        moves.append(Move(target - at, stop.leader))
        at = target
    return moves


def next_stop(at: float, form: Form, tab: int, room: float, align: Align | None = None) -> TabStop:
    """The first stop right of ``at``; a hanging indent is one, then every ``tab`` twips.

    A tab of its own ``align`` goes to the edge or the middle of the line.
    """
    if align is not None:
        place = {Align.CENTER: (form.left + room) / 2, Align.RIGHT: room}.get(align, form.left)
        return TabStop(round(place), align)
    stops = list(form.tabs)
    if form.first < 0:
        stops.append(TabStop(form.left))
    right_of = [stop for stop in stops if stop.position > at]
    if right_of:
        return min(right_of, key=lambda stop: stop.position)
    return TabStop((int(at) // tab + 1) * tab)


def pen_at(stop: TabStop, following: Segment) -> float:
    """Where the text after a tab to ``stop`` begins."""
    if stop.align is Align.DECIMAL:
        return stop.position - following.before_sign
    return stop.position - SHARES.get(stop.align, 0.0) * following.width
