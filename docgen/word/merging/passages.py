"""A Word file as paragraphs, tables, rows and cells that can be compared, whoever saved it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from docgen.values import Value
from docgen.word.merging.appearance import number
from docgen.word.merging.runs import shown
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lxml.etree import _Element as Element

    from docgen.word.merging.runs import Piece


class Spot(Value):
    """Where something stands, as a person counts it: everything from 1, 0 where it has no sense.

    ``story`` is ``body``, ``header`` or ``footer``; ``paragraph`` counts those outside tables, or
    those of the cell; ``heading`` is the text of the nearest heading above.
    """

    story: str = "body"
    heading: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0


class Block(Value, eq=False, dict=True):
    """Something that can be aligned, kept, replaced or removed; its element in the file."""

    element: Element
    spot: Spot

    @cached_property
    def key(self) -> Hashable:
        """Equal for two blocks that say the same and look the same beyond their styles."""
        raise NotImplementedError

    @cached_property
    def text(self) -> str:
        """The words as a person is shown them."""
        return ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell how alike two blocks are."""
        return frozenset(self.text.casefold().split())


class Paragraph(Block):
    """Đoạn văn: what it says, its style, its form (what differs from the style, its section)."""

    pieces: tuple[Piece, ...]
    style: str
    form: Hashable
    is_traced: bool

    @cached_property
    def key(self) -> Hashable:
        """Words, look and form; a traced paragraph is like no other."""
        return self.said, self.shape

    @cached_property
    def said(self) -> Hashable:
        """The half of the key that the runs make."""
        return self.is_traced, self.pieces

    @cached_property
    def shape(self) -> Hashable:
        """The half of the key that the paragraph's own properties make."""
        return self.is_traced, self.style, self.form

    @cached_property
    def text(self) -> str:
        """The words as a person is shown them."""
        return shown(self.pieces)


class Cell(Block):
    """Ô: a sequence of blocks."""

    blocks: tuple[Block, ...]

    @cached_property
    def key(self) -> Hashable:
        """That of what stands in it."""
        return tuple(block.key for block in self.blocks)

    @cached_property
    def text(self) -> str:
        """Its paragraphs, a line each."""
        return "\n".join(block.text for block in self.blocks)


class Row(Block):
    """Hàng: its cells, and whether a tracked change added or removed it."""

    cells: tuple[Cell, ...]
    is_traced: bool

    @cached_property
    def key(self) -> Hashable:
        """Those of its cells."""
        return self.is_traced, tuple(cell.key for cell in self.cells)

    @cached_property
    def text(self) -> str:
        """Its cells, with bars between them."""
        return " | ".join(cell.text for cell in self.cells)


class Table(Block):
    """Bảng: its rows; widths, borders and shades are no part of what is compared."""

    rows: tuple[Row, ...]

    @cached_property
    def key(self) -> Hashable:
        """Those of its rows."""
        return tuple(row.key for row in self.rows)

    @cached_property
    def text(self) -> str:
        """Its rows, a line each."""
        return "\n".join(row.text for row in self.rows)


class Section(Block):
    """The page setup of the last section, which closes the body."""

    @cached_property
    def key(self) -> Hashable:
        """Paper, margins, numbering of pages."""
        return section_key(self.element)


class Foreign(Block):
    """Whatever else a person may have put between the paragraphs."""

    @cached_property
    def key(self) -> Hashable:
        """Its XML as it stands."""
        return etree.tostring(self.element, encoding="unicode", with_tail=False)

    @cached_property
    def text(self) -> str:
        """The words in it."""
        return "".join(node.text or "" for node in self.element.iter(f"{W}t"))


def section_key(section: Element | None) -> Hashable:
    """What a person would notice of a ``w:sectPr``: paper, margins, numbering of pages."""
    if section is None:
        return None
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    pages, kind = section.find(f"{W}pgNumType"), section.find(f"{W}type")
    first = section.find(f"{W}titlePg")
    return (
        _numbers(size, "w", "h"),
        _numbers(margins, "top", "bottom", "left", "right"),
        "" if pages is None else pages.get(f"{W}start", ""),
        "nextPage" if kind is None else kind.get(f"{W}val", "nextPage"),
        first is not None and first.get(f"{W}val", "1") not in {"0", "false", "off"},
    )


def _numbers(element: Element | None, *names: str) -> tuple[int, ...]:
    return () if element is None else tuple(number(element.get(W + name)) for name in names)
