"""Where the cells of a table stand across the page, and whether the table has lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docgen.lint.reading.model import Room
from docgen.lint.reading.properties import number
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.lint.reading.styles import Styles

_USUAL_MARGIN: Final = 108  # twips, of Word's normal table
_NO_LINE: Final = frozenset({"", "none", "nil"})
_WRAPPERS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins"))


@dataclass(frozen=True, slots=True)
class Grid:
    """Bảng: its style, the place of its columns, the margins of its cells; lengths in twips."""

    style: str
    columns: tuple[int, ...]
    left: float
    margins: tuple[int, int]
    bordered: bool
    floating: bool

    def room(self, first: int, span: int) -> Room:
        """The strip inside the cell that fills ``span`` columns from ``first`` on."""
        start = self.left + sum(self.columns[:first])
        end = start + sum(self.columns[first : first + span])
        return Room(start + self.margins[0], max(end - self.margins[1], start + 1))


def grid(table: Element, styles: Styles, room: Room) -> Grid:
    """The grid of ``table`` in a strip ``room`` of the page."""
    properties = table.find(f"{W}tblPr")
    style = styles.table_style(properties)
    chain = [own for key in styles.ancestors(style) if (own := key.find(f"{W}tblPr")) is not None]
    sources = [properties, *chain] if properties is not None else chain
    columns = tuple(number(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    margins = (_margin(sources, ("left", "start")), _margin(sources, ("right", "end")))
    return Grid(
        style,
        columns,
        _left(properties, sum(columns), room, margins[0]),
        margins,
        any(map(_bordered, sources)) or _bordered_cells(table),
        properties is not None and properties.find(f"{W}tblpPr") is not None,
    )


def rows(table: Element) -> Iterator[Element]:
    """The rows of ``table``, also inside content controls."""
    yield from _inside(table, f"{W}tr")


def cells(row: Element) -> Iterator[tuple[Element, int, int]]:
    """The cells of ``row``, each with its first column and how many columns it fills."""
    properties = row.find(f"{W}trPr")
    column = 0 if properties is None else _value(properties, "gridBefore", 0)
    for cell in _inside(row, f"{W}tc"):
        own = cell.find(f"{W}tcPr")
        span = 1 if own is None else max(_value(own, "gridSpan", 1), 1)
        yield cell, column, span
        column += span


def _inside(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _value(properties: Element, name: str, default: int) -> int:
    child = properties.find(W + name)
    return default if child is None else number(child.get(f"{W}val"), default)


def _margin(sources: list[Element], names: tuple[str, ...]) -> int:
    for source in sources:
        for name in names:
            found = source.find(f"{W}tblCellMar/{W}{name}")
            if found is not None:
                return number(found.get(f"{W}w"))
    return _USUAL_MARGIN


def _left(properties: Element | None, width: int, room: Room, margin: int) -> float:
    """Word lets the text of an ordinary table begin at the margin of the page."""
    align = None if properties is None else properties.find(f"{W}jc")
    side = "" if align is None else align.get(f"{W}val", "")
    if side == "center":
        return room.left + (room.width - width) / 2
    if side in {"right", "end"}:
        return room.right - width
    indent = None if properties is None else properties.find(f"{W}tblInd")
    return room.left + (-margin if indent is None else number(indent.get(f"{W}w")))


def _bordered(properties: Element) -> bool:
    sides = properties.find(f"{W}tblBorders")
    return sides is not None and any(one.get(f"{W}val", "") not in _NO_LINE for one in sides)


def _bordered_cells(table: Element) -> bool:
    found = (one for sides in table.iter(f"{W}tcBorders") for one in sides)
    drawn = sum(one.get(f"{W}val", "") not in _NO_LINE for one in found)
    return drawn >= 4  # noqa: PLR2004 - all sides of a cell; one or two draw the line of a head
