"""What a Word file is after reading: sections, paragraphs, runs, each with its effective look."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from docgen.errors import Problem

TWIPS_PER_POINT: Final = 20
TWIPS_PER_MILLIMETRE: Final = 1440 / 25.4
AUTO: Final = "auto"
"""The colour that is black on white paper, and the line spacing told in lines."""


@dataclass(frozen=True, slots=True)
class Look:
    """Chữ: how letters look after defaults, theme, styles and the run itself; size in points.

    ``ascii_font`` sets plain Latin letters, ``font`` all letters with Vietnamese marks.
    """

    font: str
    ascii_font: str
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    raised: bool = False
    colour: str = AUTO


@dataclass(frozen=True, slots=True)
class Form:
    """Đoạn: the form of a paragraph after defaults, styles and itself; lengths in twips.

    ``line`` is in 240ths of a line when ``rule`` is ``auto``, else in twips. ``first`` is negative
    when the first line hangs out.
    """

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = AUTO
    above: str = ""  # the line of its border over it: solid, broken or none
    below: str = ""
    close: bool = False  # no space between paragraphs of its style
    keep_next: bool = False
    breaks: bool = False  # begins a new page
    style: str = ""
    list_id: str = ""
    list_level: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look: where they begin in the paragraph's text, and their elements."""

    start: int
    text: str
    look: Look
    element: Element
    node: Element

    @property
    def end(self) -> int:
        """Where the letters end in the paragraph's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Spot:
    """Ô: the table, row and cell in which a paragraph stands, all from 1."""

    table: int
    row: int
    cell: int


@dataclass(frozen=True, slots=True)
class Room:
    """The strip of the text area that a paragraph fills, in twips from the left margin."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """Twips between both ends."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """The centre of the strip."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """Đường kẻ: a drawn line, its length in points, how far its centre is from the room's left.

    ``kind`` is ``border``, ``letters`` (underscores) or ``drawing``; an unknown length or place is
    ``None``.
    """

    kind: str
    length: float | None
    middle: float | None
    solid: bool = True


@dataclass(frozen=True, eq=False)
class Paragraph:
    """Một đoạn: its text with automatic numbers apart, its runs, form and place.

    ``number`` counts paragraphs of the body from 1 in reading order; those of headers and footers
    have 0. ``floating`` is told of paragraphs whose place on the page the file does not tell.
    """

    number: int
    text: str
    runs: tuple[Run, ...]
    form: Form
    element: Element
    label: str = ""
    section: int = 0
    spot: Spot | None = None
    room: Room = Room(0, 0)
    floating: bool = False
    bordered: bool = False  # stands in a table with lines
    boxed: bool = False  # stands in a text box
    drawn: tuple[Drawn, ...] = ()
    fields: tuple[str, ...] = ()
    mark: Look | None = None
    breaks: bool = False  # the first of a page, by a break before it
    tracked: bool = False  # carries changes that a person has not accepted yet


@dataclass(frozen=True, slots=True)
class Header:
    """Đầu trang hoặc chân trang: which pages it serves, and what stands in it."""

    kind: str  # header or footer
    serves: str  # default, first or even
    paragraphs: tuple[Paragraph, ...]

    @property
    def numbered(self) -> list[Paragraph]:
        """The paragraphs that show the number of the page."""
        return [paragraph for paragraph in self.paragraphs if "PAGE" in paragraph.fields]


@dataclass(frozen=True, eq=False)
class Section:
    """Phần: the page of a section, lengths in twips."""

    element: Element | None
    width: int
    height: int
    landscape: bool
    margins: Mapping[str, int]  # top, bottom, left, right, header, footer, gutter
    headers: tuple[Header, ...] = ()
    own_first_page: bool = False  # w:titlePg
    start: int | None = None
    digits: str = "decimal"
    mirrored: bool = False

    @property
    def area(self) -> int:
        """The width of the text area."""
        sides = self.margins["left"] + self.margins["right"] + self.margins["gutter"]
        return max(self.width - sides, 1)

    def header(self, kind: str, serves: str) -> Header | None:
        """The header or footer for such pages."""
        chosen = [one for one in self.headers if (one.kind, one.serves) == (kind, serves)]
        return chosen[0] if chosen else None


@dataclass(frozen=True, eq=False)
class WordFile:
    """Tệp Word đã đọc: its paragraphs in reading order, its sections."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    root: Element
    part: str
    parts: Mapping[str, bytes]
    remarks: tuple[Problem, ...] = ()  # what the gate let through and a person should know
    tracked: bool = False
    tables: Mapping[int, bool] = field(default_factory=dict)  # number of each table: has lines

    @cached_property
    def by_number(self) -> dict[int, Paragraph]:
        """The paragraphs of the body by number."""
        return {paragraph.number: paragraph for paragraph in self.paragraphs}
