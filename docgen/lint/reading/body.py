"""A Word file read: every paragraph in reading order, with its place and its effective look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docgen.lint.reading import drawn
from docgen.lint.reading.model import Paragraph, Room, Spot, WordFile
from docgen.lint.reading.numbering import Numbering
from docgen.lint.reading.runs import Letters, tracked
from docgen.lint.reading.sections import read_section
from docgen.lint.reading.styles import Styles, Theme
from docgen.lint.reading.tables import cells, grid, rows
from docgen.word.package import open_package
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.lint.reading.model import Section
    from docgen.word.package import Package

_WRAPPERS: Final = frozenset(
    W + name
    for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "docPartBody")
)
_BOX: Final = f"{W}txbxContent"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPEST: Final = 40  # tables in tables


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the reader stands: the strip of the page, and the cell around it."""

    room: Room
    spot: Spot | None = None
    style: str = ""
    floating: bool = False
    bordered: bool = False
    boxed: bool = False
    depth: int = 0


def read(data: bytes, name: str) -> WordFile:
    """The Word file ``data``, called ``name`` in messages.

    Raises:
        TemplateError: the gate for files from outside refuses it.
    """
    return Reader(open_package(data, name)).file()


class Reader:
    """Reads one file from its first paragraph to its last."""

    def __init__(self, source: Package) -> None:
        """Read what the body relies on: styles, theme, lists."""
        self.source = source
        self.styles = Styles(self._related("styles"), Theme(self._related("theme")))
        self.numbering = Numbering(self._related("numbering"))
        self.counter = self.numbering.counter()
        self.tables: dict[int, bool] = {}
        self._paragraphs: list[Paragraph] = []
        self._breaks = False

    def file(self) -> WordFile:
        """The whole file."""
        root = self.source.xml(self.source.document)
        body = None if root is None else root.find(f"{W}body")
        sections = self._sections(body)
        if body is not None:
            ends = _sections_of(body)
            self._body(body, sections, {id(end): index for index, end in enumerate(ends)})
        if root is None:  # the gate made sure that the part is there
            raise AssertionError
        return WordFile(
            name=self.source.name,
            paragraphs=tuple(self._paragraphs),
            sections=tuple(sections),
            root=root,
            part=self.source.document,
            parts=self.source.parts,
            remarks=self.source.remarks,
            tracked=any(paragraph.tracked for paragraph in self._paragraphs),
            tables=self.tables,
        )

    def _related(self, kind: str) -> Element | None:
        return self.source.xml(self.source.related(kind))

    def _sections(self, body: Element | None) -> list[Section]:
        found: list[Section] = []
        for element in [] if body is None else _sections_of(body):
            inherited = found[-1].headers if found else ()
            found.append(read_section(element, self, inherited))
        return found or [read_section(None, self, ())]

    def _body(self, body: Element, sections: list[Section], ends: dict[int, int]) -> None:
        current = 0
        for child in _blocks(body):
            room = Room(0, sections[current].area)
            self._block(child, Standing(room), current)
            for end in child.iter(f"{W}sectPr"):
                if id(end) in ends:
                    current = min(ends[id(end)] + 1, len(sections) - 1)
                    self._breaks = True

    def _block(self, element: Element, at: Standing, section: int) -> None:
        if element.tag == f"{W}p":
            self._paragraph(element, at, section)
        elif element.tag == f"{W}tbl" and at.depth < _DEEPEST:
            self._table(element, at, section)

    def _table(self, table: Element, at: Standing, section: int) -> None:
        shape = grid(table, self.styles, at.room)
        outer = at.spot
        number = len(self.tables) + 1
        self.tables[number] = shape.bordered
        for row_number, row in enumerate(rows(table), start=1):
            for cell_number, (cell, first, span) in enumerate(cells(row), start=1):
                inside = replace(
                    at,
                    room=shape.room(first, span) if shape.columns else at.room,
                    spot=Spot(number, row_number, cell_number),
                    style=shape.style,
                    floating=at.floating or shape.floating or not shape.columns,
                    bordered=shape.bordered or (at.bordered and outer is not None),
                    depth=at.depth + 1,
                )
                for child in _blocks(cell):
                    self._block(child, inside, section)

    def _paragraph(self, element: Element, at: Standing, section: int) -> None:
        number = len(self._paragraphs) + 1
        paragraph, ended, drawings = self.paragraph(
            element, at, number, section, breaks=self._breaks
        )
        self._paragraphs.append(paragraph)
        self._breaks = ended
        for drawing in drawings:
            self._boxes(drawing, at, section)

    def _boxes(self, drawing: Element, at: Standing, section: int) -> None:
        """The paragraphs of text boxes, each once: the copy for old programs is passed over."""
        inside = replace(at, boxed=True, floating=True, depth=at.depth + 1)
        for box in drawing.iter(_BOX):
            if next(box.iterancestors(_FALLBACK), None) is None and at.depth < _DEEPEST:
                for child in _blocks(box):
                    self._block(child, inside, section)

    def story(self, root: Element, room: Room) -> tuple[Paragraph, ...]:
        """The paragraphs of a header or footer in a strip ``room``, those of tables too."""
        return tuple(self.paragraph(one, Standing(room))[0] for one in root.iter(f"{W}p"))

    def paragraph(
        self,
        element: Element,
        at: Standing,
        number: int = 0,
        section: int = 0,
        *,
        breaks: bool = False,
    ) -> tuple[Paragraph, bool, list[Element]]:
        """The paragraph ``element``, whether a page ends with it, and the drawings in it."""
        properties = element.find(f"{W}pPr")
        form = self.styles.form(properties, at.style, self.numbering)
        letters = Letters(self.styles, form.style, at.style)
        letters.read(element)
        text, runs = letters.text, tuple(letters.runs)
        lines = (
            *drawn.border(form, at.room),
            *drawn.underscores(text, runs, form, at.room),
            *drawn.drawings(letters.drawings),
        )
        mark = None if properties is None else properties.find(f"{W}rPr")
        paragraph = Paragraph(
            number=number,
            section=section,
            text=text,
            runs=runs,
            form=form,
            element=element,
            label=self.counter.label(form.list_id, form.list_level),
            spot=at.spot,
            room=at.room,
            floating=at.floating,
            bordered=at.bordered,
            boxed=at.boxed,
            drawn=lines,
            fields=tuple(letters.fields),
            mark=self.styles.look(mark, form.style, at.style),
            breaks=breaks or letters.breaks or form.breaks,
            tracked=tracked(element),
        )
        return paragraph, letters.ended, letters.drawings


def _blocks(element: Element) -> Iterator[Element]:
    """Paragraphs and tables right below ``element``, also inside content controls."""
    for child in element:
        if child.tag in _WRAPPERS:
            yield from _blocks(child)
        elif isinstance(child.tag, str):
            yield child


def _sections_of(body: Element) -> list[Element]:
    """The ``w:sectPr`` of the body in order; former settings under tracked changes are none."""
    return [one for one in body.iter(f"{W}sectPr") if _ends_section(one)]


def _ends_section(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {f"{W}pPr", f"{W}body"}
