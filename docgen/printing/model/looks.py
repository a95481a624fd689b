"""How letters, lines and paragraphs look."""

from __future__ import annotations

from enum import StrEnum

from docgen.values import Value


class Align(StrEnum):
    """How the lines of a paragraph stand between its edges."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"
    DECIMAL = "decimal"
    """Of a tab stop only: the first decimal sign stands at it."""


class LineRule(StrEnum):
    """What ``w:line`` means: 240ths of the font's height, a fixed height, or a least height."""

    AUTO = "auto"
    EXACT = "exact"
    AT_LEAST = "atLeast"


class Border(Value):
    """A line around something.

    ``width`` is in eighths of a point, ``space`` to the text in points; ``style`` is a name of
    `docgen.printing.setting.strokes`.
    """

    width: int
    space: int = 0
    color: str = ""
    style: str = "single"


class Letters(Value, cache_hash=True):
    """How text looks. Colours are RRGGBB, "" for automatic or none.

    ``size``, ``raised`` and ``kerned`` (the least size that is kerned, 0 for none) are in half
    points; ``face`` is a name of `docgen.printing.families`; ``script`` is "superscript",
    "subscript" or ""; ``spacing`` is added after every character.
    """

    size: int = 20
    bold: bool = False
    italic: bool = False
    underline: str = ""
    underline_color: str = ""
    color: str = ""
    face: str = "Times New Roman"
    spacing: int = 0
    kerned: int = 0
    ligatures: bool = False
    raised: int = 0
    script: str = ""
    strike: str = ""
    fill: str = ""
    box: Border | None = None
    caps: bool = False
    small_caps: bool = False
    hidden: bool = False
    lined: int = 0
    """The size by which their line is reckoned, where it is not their own: that of blanks."""
    lined_face: str = ""
    """The face by which it is reckoned then; "" for their own."""

    @property
    def kerning(self) -> bool:
        """Whether pairs of letters are drawn together."""
        return 0 < self.kerned <= self.size


class TabStop(Value):
    """A tab stop, measured from the left edge of the column; ``leader`` fills the way to it."""

    position: int
    align: Align = Align.LEFT
    leader: str = ""


class Frame(Value):
    """The lines around a paragraph, and between it and a neighbour with the same lines."""

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None
    between: Border | None = None


NO_FRAME = Frame()


class Form(Value, cache_hash=True):
    """How a paragraph stands. A negative ``first`` is a hanging indent."""

    style: str = ""
    align: Align = Align.LEFT
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: LineRule = LineRule.AUTO
    deepest: int = 0
    """How far the deepest of its letters reach below their line, where not all are alike."""
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    close: bool = False
    """No room between it and neighbours of the same style (w:contextualSpacing)."""
    frame: Frame = NO_FRAME
    fill: str = ""
    tabs: tuple[TabStop, ...] = ()
    outline: int | None = None
