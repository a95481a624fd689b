"""Paragraphs and tables: what stands below each other on a page."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from docgen.values import Value

if TYPE_CHECKING:
    from docgen.printing.model.drawings import Drawing
    from docgen.printing.model.looks import Align, Border, Form, Letters


class Kind(Enum):
    """What a piece of a paragraph is."""

    TEXT = 0
    TAB = 1
    LINE_BREAK = 2
    PAGE_BREAK = 3
    PAGE_NUMBER = 4
    PAGE_COUNT = 5
    COLUMN_BREAK = 6
    NOTE = 7
    DRAWING = 8


_TEXT = Kind.TEXT
"""A member of an enumeration takes Python 3.11 five times as long to find as a name does."""


class Note(Value):
    """A footnote: its mark is the text of its piece; ``blocks`` stand at the foot of the page."""

    blocks: tuple[Block, ...]


class Piece(Value):
    """One stretch of a paragraph in one look; ``link`` is where a click leads, "" for nowhere.

    ``numbers`` is the format of a page number, "" for the section's; ``align`` is set for a tab
    that goes to an edge or the middle of the line, whatever stops there are.
    """

    kind: Kind
    letters: Letters
    text: str = ""
    link: str = ""
    drawing: Drawing | None = None
    note: Note | None = None
    numbers: str = ""
    align: Align | None = None


class Paragraph(Value):
    """A paragraph; ``mark`` is the look of its end mark, from which an empty one has its height.

    ``anchored`` are the drawings that stand free of its lines; ``flat`` is an empty one whose
    line has no height. ``lifted`` is room above the first line that goes wherever the line goes.
    """

    form: Form
    mark: Letters
    pieces: tuple[Piece, ...]
    anchored: tuple[Drawing, ...] = ()
    flat: bool = False
    lifted: int = 0

    @property
    def text(self) -> str:
        """The words alone, to name the paragraph in a message."""
        return "".join([piece.text for piece in self.pieces])

    @property
    def plain(self) -> bool:
        """Whether it is text alone: no tabs, breaks, numbers, notes or drawings in its lines."""
        return not [piece for piece in self.pieces if piece.kind is not _TEXT]


class Sides(Value):
    """The four borders of a cell."""

    top: Border | None = None
    bottom: Border | None = None
    left: Border | None = None
    right: Border | None = None


class Margins(Value):
    """The room between a cell's edges and its text."""

    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0


class Cell(Value):
    """A cell at a row and column of the grid, over ``columns`` x ``rows`` of it.

    ``turned`` is how its text runs: "" across, "btLr" upwards, "tbRl" downwards. ``within`` is a
    line across it that is not drawn, for which each row that it reaches over has room.
    """

    row: int
    column: int
    columns: int
    rows: int
    margins: Margins
    borders: Sides
    valign: str
    content: tuple[Block, ...]
    fill: str = ""
    turned: str = ""
    within: Border | None = None


class Row(Value):
    """A row: its cells (those that start in it), height, and behaviour at a page's end.

    ``exact`` rows are as high as said, whatever their cells hold; others at least so.
    """

    cells: tuple[Cell, ...]
    height: int = 0
    exact: bool = False
    header: bool = False
    whole: bool = False
    keep_next: bool = False


class Table(Value):
    """A table that starts ``indent`` from the left edge of the column, or stands as ``align`` says.

    ``share`` of the room (in fiftieths of a percent) is its width, 0 where its columns say it;
    ``fitted`` columns are as wide as what they hold. A ``floating`` one stands ``gap`` below its
    anchor, at ``side`` of ``origin`` or ``away`` from its left edge.
    """

    columns: tuple[int, ...]
    rows: tuple[Row, ...]
    indent: int
    align: str = ""
    share: int = 0
    fitted: bool = False
    floating: bool = False
    gap: int = 0
    origin: str = ""
    side: str = ""
    away: int = 0

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
