"""A Word file read into passages, numbered as a person counts them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docgen.word.merging.passages import (
    Block,
    Cell,
    Foreign,
    Paragraph,
    Row,
    Section,
    Spot,
    Table,
    section_key,
)
from docgen.word.merging.runs import has_traces, is_comment, pieces_of, shown
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.word.merging.appearance import FileStyles

_WRAPPERS: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
# What stands between blocks and says nothing of its own: bookmarks, ends of comments, marks.
_SILENT: Final = frozenset(
    W + name
    for name in (
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
        "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
        "moveToRangeEnd", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "tblGrid", "trPr", "tblPrEx",
        "customXmlPr",
    )
)  # fmt: skip
_BODY_LEVEL: Final = 9  # w:outlineLvl of what is no heading
_HEADING_SHOWN: Final = 120


@dataclass(slots=True)
class _Count:
    """How far a reader has come in one story or cell."""

    spot: Spot
    paragraphs: int = 0
    tables: int = 0


@dataclass(slots=True)
class PassageReader:
    """Reads the blocks of one file, numbering them as a person would."""

    styles: FileStyles
    _heading: str = field(default="", init=False)

    def story(self, container: Element, story: str) -> tuple[Block, ...]:
        """The blocks of a body, header or footer."""
        self._heading = ""
        return tuple(self._blocks(container, _Count(Spot(story))))

    def _blocks(self, container: Element, count: _Count) -> Iterator[Block]:
        for child in container:
            if is_comment(child) or child.tag in _SILENT:
                continue
            if child.tag in _WRAPPERS:
                yield from self._blocks(child, count)
            else:
                yield self._block(child, count)

    def _block(self, element: Element, count: _Count) -> Block:
        if element.tag == f"{W}p":
            return self._paragraph(element, count)
        spot = count.spot.changed(heading=self._heading)
        if element.tag == f"{W}tbl":
            count.tables += 1
            own = spot if spot.table else spot.changed(table=count.tables)
            return Table(element, own, tuple(self._rows(element, own)))
        return Section(element, spot) if element.tag == f"{W}sectPr" else Foreign(element, spot)

    def _paragraph(self, element: Element, count: _Count) -> Paragraph:
        count.paragraphs += 1
        properties = element.find(f"{W}pPr")
        chosen = None if properties is None else properties.find(f"{W}pStyle")
        key = "" if chosen is None else chosen.get(f"{W}val", "")
        ground = self.styles.ground(key)
        pieces = pieces_of(element, self.styles, ground)
        section = None if properties is None else properties.find(f"{W}sectPr")
        form = (self.styles.form(properties, ground), section_key(section))
        if self.styles.outline(key) < _BODY_LEVEL and not count.spot.table:
            self._heading = shown(pieces)[:_HEADING_SHOWN]
        spot = count.spot.changed(heading=self._heading, paragraph=count.paragraphs)
        return Paragraph(element, spot, pieces, ground.name, form, has_traces(element))

    def _rows(self, table: Element, spot: Spot) -> Iterator[Row]:
        for index, element in enumerate(_inside(table, f"{W}tr"), start=1):
            own = spot.changed(row=index) if not spot.row else spot
            cells = tuple(self._cells(element, own))
            properties = element.find(f"{W}trPr")
            traced = properties is not None and has_traces(properties)
            yield Row(element, own, cells, traced)

    def _cells(self, row: Element, spot: Spot) -> Iterator[Cell]:
        for index, element in enumerate(_inside(row, f"{W}tc"), start=1):
            own = spot.changed(cell=index) if not spot.cell else spot
            yield Cell(element, own, tuple(self._blocks(element, _Count(own))))


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also where a content control stands around them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)
