"""What the built-in printer understands of a paper: sections, paragraphs, tables, and their forms.

Lengths are twips (1/20 point) unless a name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Align(StrEnum):
    """How the lines of a paragraph stand between its edges."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class LineRule(StrEnum):
    """What ``w:line`` means: 240ths of the font's height, a fixed height, or a least height."""

    AUTO = "auto"
    EXACT = "exact"
    AT_LEAST = "atLeast"


@dataclass(frozen=True, slots=True)
class Letters:
    """How text looks. ``size`` is in half points; ``color`` is RRGGBB, "" for automatic."""

    size: int = 20
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A solid line. ``width`` is in eighths of a point, ``space`` to the text in points."""

    width: int
    space: int = 0
    color: str = ""


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop, measured from the left edge of the column."""

    position: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Form:
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
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    top: Border | None = None
    bottom: Border | None = None
    tabs: tuple[TabStop, ...] = ()
    outline: int | None = None


class Kind(Enum):
    """What a piece of a paragraph is."""

    TEXT = 0
    TAB = 1
    LINE_BREAK = 2
    PAGE_BREAK = 3
    PAGE_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a paragraph in one look; ``link`` is where a click leads, "" for nowhere."""

    kind: Kind
    letters: Letters
    text: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``mark`` is the look of its end mark, from which an empty one has its height."""

    form: Form
    mark: Letters
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words alone, to name the paragraph in a message."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Sides:
    """The four borders of a cell."""

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None


@dataclass(frozen=True, slots=True)
class Margins:
    """The room between a cell's edges and its text."""

    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at a row and column of the grid, over ``columns`` x ``rows`` of it."""

    row: int
    column: int
    columns: int
    rows: int
    width: int
    margins: Margins
    borders: Sides
    valign: str
    content: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells (those that start in it), least height, and behaviour at a page's end."""

    cells: tuple[Cell, ...]
    height: int = 0
    header: bool = False
    whole: bool = False
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of fixed column widths that starts ``indent`` from the left edge of the column."""

    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    indent: int
    centred: bool

    @property
    def bordered(self) -> bool:
        """Whether any line is drawn: a table of data, not one for layout."""
        return any(
            side is not None
            for row in self.rows
            for cell in row.cells
            for side in (
                cell.borders.top,
                cell.borders.bottom,
                cell.borders.left,
                cell.borders.right,
            )
        )


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a section: size, margins, and the distance of the header from the top edge."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int

    @property
    def column(self) -> int:
        """The width of the text."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one shape; ``start`` restarts the page number, None goes on counting."""

    page: Page
    blocks: tuple[Block, ...]
    header: tuple[Paragraph, ...] = ()
    title_page: bool = False
    start: int | None = None


@dataclass(frozen=True, slots=True)
class About:
    """The document properties that go into the PDF."""

    title: str = ""
    author: str = ""
    language: str = "vi"
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper, ready to be set; ``tab`` is the distance of the default tab stops."""

    about: About
    sections: tuple[Section, ...]
    tab: int = 720
