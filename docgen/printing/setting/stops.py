"""Tab stops: how far each tab of a line moves the pen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.printing import glyphs
from docgen.printing.model.looks import Align, TabStop
from docgen.printing.model.text import Kind
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model.looks import Form
    from docgen.printing.model.text import Piece

_TWIPS_PER_POINT = 20
_DECIMAL_SIGNS = ",."
SHARES = {Align.CENTER: 0.5, Align.RIGHT: 1.0}


class Segment(Value):
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


class Move(Value):
    """What a tab does: how far it moves the pen, and what fills the way."""

    width: float
    leader: str = ""
    over: bool = False
    """Whether it goes beyond the end of the line."""


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


class Measure(Value):
    """A line to be filled, in twips from the column's left edge.

    ``room`` is where it ends, ``column`` where the column does; tabs stand every ``tab`` twips;
    ``over`` lets stops stand beyond the column, as before Word 2013.
    """

    room: float
    column: float
    tab: int
    over: bool = False


def gaps(
    segments: Sequence[Segment], form: Form, *, start: int, measure: Measure
) -> list[Move] | None:
    """What each tab between ``segments`` does; None when one does not fit.

    Args:
        segments: the stretches of text around the tabs, one more than there are tabs.
        form: the paragraph's form; its tab stops are used.
        start: where the line starts, from the column's left edge.
        measure: the line.
    """
    if form.align not in {Align.LEFT, Align.BOTH}:
        return None
    at: float = start
    moves: list[Move] = []
    for segment, following in pairwise(segments):
        at += segment.width
        stop = next_stop(at, form, measure, segment.align)
        target = pen_at(stop, following)
        end = max(measure.room, stop.position)
        overflows = stop.align is not Align.LEFT and target + following.width > end + 1
        if not reached(stop, form, measure) or target < at or overflows:
            return None
        moves.append(Move(target - at, stop.leader, stop.position > measure.room))
        at = target
    return moves


def reached(stop: TabStop, form: Form, measure: Measure) -> bool:
    """Whether a line gets as far as ``stop``: stops set beyond its end may still be used."""
    if stop.position <= measure.room:
        return True
    own = any(stop.position == tab.position for tab in form.tabs)
    return own and (measure.over or stop.position <= measure.column)


def next_stop(at: float, form: Form, measure: Measure, align: Align | None = None) -> TabStop:
    """The first stop right of ``at``; a hanging indent is one, then every ``tab`` twips.

    A tab of its own ``align`` goes to the edge or the middle of the line; a stop that no line
    gets to stands at the line's end, unless text begins there.
    """
    if align is not None:
        middle = (form.left + measure.room) / 2
        place = {Align.CENTER: middle, Align.RIGHT: measure.room}.get(align, form.left)
        return TabStop(round(place), align)
    stops = list(form.tabs)
    if form.first < 0:
        stops.append(TabStop(form.left))
    right_of = [stop for stop in stops if stop.position > at]
    if not right_of:
        return TabStop((int(at) // measure.tab + 1) * measure.tab)
    stop = min(right_of, key=lambda stop: stop.position)
    if stop.align is not Align.LEFT and not reached(stop, form, measure):
        return stop.changed(position=round(measure.room))
    return stop


def pen_at(stop: TabStop, following: Segment) -> float:
    """Where the text after a tab to ``stop`` begins."""
    if stop.align is Align.DECIMAL:
        return stop.position - following.before_sign
    return stop.position - SHARES.get(stop.align, 0.0) * following.width
