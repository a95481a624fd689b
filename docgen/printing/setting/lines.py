"""How tall a line is: the height of letters, and what a paragraph's line rule makes of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.printing.families import FAMILIES, SERIF
from docgen.printing.model.looks import LineRule
from docgen.printing.model.text import Kind
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.printing.model.looks import Form, Letters
    from docgen.printing.model.text import Paragraph

_DRAWING = Kind.DRAWING
_ONE_LINE = 240
_TWIPS_PER_HALF_POINT = 10
_EXACT_ABOVE = 0.8
"""The share of an exact line that stands above the base line, in Word and LibreOffice."""


_WIDENED = {22: 5e-5, 24: -9e-5, 26: -15e-5, 28: 9e-5, 30: 1e-5, 32: -9e-5}
"""By how much rounding makes text wider in a word processor, by size in half points (measured)."""


class Edges(Value):
    """How far a line reaches above and below its base line, in twips."""

    above: int
    below: int

    @property
    def height(self) -> int:
        """The height of the line."""
        return self.above + self.below


@lru_cache(maxsize=512)
def natural(size: int, face: str = SERIF) -> Edges:
    """The edges of letters of ``size`` half points, in whole twips as word processors round."""
    em = size * _TWIPS_PER_HALF_POINT
    family = FAMILIES[face]
    above = round(em * family.above)
    return Edges(above, round(em * (family.above + family.below)) - above)


@lru_cache(maxsize=512)
def reach(letters: Letters) -> Edges:
    """The edges of ``letters`` themselves; raised or lowered ones reach further."""
    own = natural(letters.lined or letters.size, letters.lined_face or letters.face)
    raised = letters.raised * _TWIPS_PER_HALF_POINT
    return Edges(own.above + max(0, raised), own.below + max(0, -raised))


def edges(letters: Letters, form: Form) -> Edges:
    """The edges of a line of ``letters`` in a paragraph of ``form``."""
    own = reach(letters)
    if form.rule is LineRule.EXACT:
        above = round(form.line * _EXACT_ABOVE)
        return Edges(above, form.line - above)
    below = max(own.below, form.deepest)
    if form.rule is LineRule.AT_LEAST and form.line > own.above + below:
        return Edges(form.line - below, own.below)
    if form.rule is LineRule.AUTO and form.line < _ONE_LINE:
        return Edges(own.height * form.line // _ONE_LINE - own.below, own.below)
    return own


def levelled(paragraph: Paragraph) -> Paragraph:
    """``paragraph`` whose lines of letters of several sizes are no taller than they must be.

    What a least height adds stands above the line's deepest letters, not above each.
    """
    if paragraph.form.rule is not LineRule.AT_LEAST:
        return paragraph
    below = {reach(piece.letters).below for piece in paragraph.pieces if piece.kind is not _DRAWING}
    if len(below) < 2:  # noqa: PLR2004 - all alike
        return paragraph
    return paragraph.changed(form=paragraph.form.changed(deepest=max(below)))


def lead(paragraph: Paragraph) -> int:
    """What a multiple of the line height adds below each line, in twips."""
    return lead_of(paragraph.form, tallest(paragraph))


def lead_of(form: Form, letters: Letters) -> int:
    """What a multiple of the line height adds below lines of ``letters``, in twips."""
    if form.line <= _ONE_LINE or form.rule is not LineRule.AUTO:
        return 0
    height = reach(letters).height
    return height * form.line // _ONE_LINE - height


def tallest(paragraph: Paragraph) -> Letters:
    """The paragraph's tallest letters; its mark when it is empty."""
    letters = [p.letters for p in paragraph.pieces if p.kind is not _DRAWING]
    if len(letters) == 1:
        return letters[0]
    return max(letters, key=lambda look: reach(look).height, default=paragraph.mark)


def slack(letters: Letters, room: float) -> float:
    """How much longer than ``room`` a line may be, in twips; negative for shorter."""
    return -_WIDENED.get(letters.size, 0.0) * room if letters.face == SERIF else 0.0
