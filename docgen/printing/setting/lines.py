"""How tall a line is: the height of letters, and what a paragraph's line rule makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.printing.glyphs import ASCENT, DESCENT, UNITS_PER_EM
from docgen.printing.model import LineRule

if TYPE_CHECKING:
    from docgen.printing.model import Form, Paragraph

_ONE_LINE = 240
_TWIPS_PER_HALF_POINT = 10
_EXACT_ABOVE = 0.8
"""The share of an exact line that stands above the base line, in Word and LibreOffice."""


_WIDENED = {22: 5e-5, 24: -9e-5, 26: -15e-5, 28: 9e-5, 30: 1e-5, 32: -9e-5}
"""By how much rounding makes text wider in a word processor, by size in half points (measured)."""


class Edges(NamedTuple):
    """How far a line reaches above and below its base line, in twips."""

    above: int
    below: int

    @property
    def height(self) -> int:
        """The height of the line."""
        return self.above + self.below


def natural(size: int) -> Edges:
    """The edges of letters of ``size`` half points, in whole twips as word processors round."""
    em = size * _TWIPS_PER_HALF_POINT
    above = round(em * ASCENT / UNITS_PER_EM)
    return Edges(above, round(em * (ASCENT + DESCENT) / UNITS_PER_EM) - above)


def edges(size: int, form: Form) -> Edges:
    """The edges of a line of letters of ``size`` half points in a paragraph of ``form``."""
    own = natural(size)
    if form.rule is LineRule.EXACT:
        above = round(form.line * _EXACT_ABOVE)
        return Edges(above, form.line - above)
    if form.rule is LineRule.AT_LEAST and form.line > own.height:
        return Edges(form.line - own.below, own.below)
    return own


def lead(paragraph: Paragraph) -> int:
    """What a multiple of the line height adds below each line, in twips."""
    form = paragraph.form
    if form.rule is not LineRule.AUTO or form.line == _ONE_LINE:
        return 0
    height = natural(largest(paragraph)).height
    return height * form.line // _ONE_LINE - height


def largest(paragraph: Paragraph) -> int:
    """The size of the paragraph's largest letters; of its mark when it is empty."""
    return max((piece.letters.size for piece in paragraph.pieces), default=paragraph.mark.size)


def slack(size: int, room: float) -> float:
    """How much longer than ``room`` a line of ``size`` may be, in twips; negative for shorter."""
    return -_WIDENED.get(size, 0.0) * room
