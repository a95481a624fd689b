"""Pictures, drawn lines and text boxes. Lengths are twips, as elsewhere, but may be fractions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.values import Value

if TYPE_CHECKING:
    from docgen.printing.model.looks import Letters
    from docgen.printing.model.text import Block, Margins


class Stroke(Value):
    """A drawn line: ``width`` in points, colour RRGGBB, ``dash`` of DrawingML ("" for solid)."""

    width: float
    color: str = "000000"
    dash: str = ""
    head: bool = False
    tail: bool = False
    """Whether an arrow stands at its start (``head``) or its end."""


class Label(Value):
    """Words in a picture, and where their letters begin: the top left corner of the line."""

    text: str
    x: float
    y: float
    letters: Letters


class Picture(Value):
    """A picture's file: its bytes, the ending of its name, and what is cut off its sides (0-1).

    Where a picture holds but words, these stand for it on a ground of ``size`` (its own, in
    twips) and there is no file.
    """

    data: bytes
    ending: str
    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0
    labels: tuple[Label, ...] = ()
    size: tuple[float, float] = (1, 1)


class Writing(Value):
    """What is written in a text box: blocks, the room around them, and where they stand in it."""

    blocks: tuple[Block, ...]
    margins: Margins
    valign: str = "top"


class Shape(Value):
    """One drawn thing at ``x``, ``y`` of its drawing.

    ``kind`` is "rect", "round", "ellipse", "line" (from the top left to the bottom right, or to
    the top right when ``rising``), or "none" where only picture or writing are seen; ``turn`` is
    in degrees, clockwise.
    """

    kind: str
    x: float
    y: float
    width: float
    height: float
    stroke: Stroke | None = None
    fill: str = ""
    rising: bool = False
    corners: tuple[tuple[float, float], ...] = ()
    """Of a shape of the kind "polygon", as shares of its width and height."""
    hole: tuple[tuple[float, float], ...] = ()
    """The corners of what is cut out of a polygon."""
    rounding: float = 1 / 6
    """The radius of the corners of a "round" one, as a share of its shorter side."""
    room: tuple[float, float, float, float] = (0, 0, 1, 1)
    """Where text stands in it: left, top, right and bottom as shares of its width and height."""
    turn: float = 0
    picture: Picture | None = None
    writing: Writing | None = None


class Axis(Value):
    """Where a drawing stands in one direction: from what, and how far or on which side of it."""

    origin: str
    offset: float = 0
    align: str = ""


class Anchor(Value):
    """Where a drawing stands that is free of the lines; ``above`` is what text keeps clear.

    ``clear`` is "" when text runs over it, "band" when none stands beside it, "beside" when text
    may flow around it. ``raised`` is how far above its lines its paragraph begins: not at all where
    a page begins with it. ``order`` is its place among those that lie over each other, from the
    bottom.
    """

    across: Axis
    down: Axis
    clear: str = ""
    above: float = 0
    below: float = 0
    behind: bool = False
    raised: float = 0
    order: float = 0


class Drawing(Value):
    """Shapes in one frame, in a line like a letter, or anchored; ``alt`` tells what is seen."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    anchor: Anchor | None = None
    alt: str = ""
