"""Tab stops: how far each tab of a line moves the pen."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.printing import glyphs
from docgen.printing.model import Align, TabStop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model import Form, Piece

_TWIPS_PER_POINT = 20


@dataclass(frozen=True, slots=True)
class Segment:
    """The text between two tabs: its width in twips."""

    width: float

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Segment:
        """The segment that holds ``pieces``."""
        points = sum(glyphs.width(piece.text, piece.letters) for piece in pieces)
        return cls(points * _TWIPS_PER_POINT)


def gaps(
    segments: Sequence[Segment], form: Form, *, start: int, room: int, tab: int
) -> list[float] | None:
    """The width of each tab between ``segments``, in twips; None when one does not fit.

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
    moves: list[float] = []
    for segment, following in pairwise(segments):
        at += segment.width
        stop = _next_stop(at, form, tab)
        target = _pen_at(stop, following.width)
        overflows = stop.align is not Align.LEFT and target + following.width > room + 1
        if stop.position > room or target < at or overflows:
            return None
        moves.append(target - at)
        at = target
    return moves


def _next_stop(at: float, form: Form, tab: int) -> TabStop:
    """The first stop right of ``at``; a hanging indent is one, then every ``tab`` twips."""
    stops = list(form.tabs)
    if form.first < 0:
        stops.append(TabStop(form.left))
    right_of = [stop for stop in stops if stop.position > at]
    if right_of:
        return min(right_of, key=lambda stop: stop.position)
    return TabStop((int(at) // tab + 1) * tab)


def _pen_at(stop: TabStop, following: float) -> float:
    share = {Align.CENTER: 0.5, Align.RIGHT: 1.0}.get(stop.align, 0.0)
    return stop.position - share * following
