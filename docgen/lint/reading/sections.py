"""Sections: paper, margins, headers and footers, the number of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.lint.reading.model import Header, Room, Section
from docgen.lint.reading.properties import is_on, number
from docgen.word.schema import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.lint.reading.body import Reader

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What Word takes where a section says nothing (letter paper, margins of an inch).
_PAPER: Final = (12240, 15840)
_MARGIN: Final = 1440
_HEADER: Final = 720
_NO_MARGINS: Final = {
    **dict.fromkeys(("top", "bottom", "left", "right"), _MARGIN),
    **dict.fromkeys(("header", "footer"), _HEADER),
    "gutter": 0,
}


def read_section(
    element: Element | None, reader: Reader, inherited: tuple[Header, ...]
) -> Section:  # fmt: skip
    """The section that ``element`` (``w:sectPr``) describes; headers of its own or inherited."""
    if element is None:
        return Section(None, *_PAPER, landscape=False, margins=_NO_MARGINS)
    size, sides = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    width, height = _size(size)
    numbers = element.find(f"{W}pgNumType")
    start = None if numbers is None else numbers.get(f"{W}start")
    margins = {name: _length(sides, name, usual) for name, usual in _NO_MARGINS.items()}
    area = max(width - margins["left"] - margins["right"], 1)
    own = _headers(element, reader, Room(0, area))
    kept = [one for one in inherited if not any(_alike(one, new) for new in own)]
    return Section(
        element=element,
        width=width,
        height=height,
        landscape=width > height,
        margins=margins,
        headers=(*own, *kept),
        own_first_page=is_on(element.find(f"{W}titlePg")),
        start=None if start is None else number(start),
        digits="decimal" if numbers is None else numbers.get(f"{W}fmt", "decimal"),
    )


def _size(size: Element | None) -> tuple[int, int]:
    if size is None:
        return _PAPER
    return number(size.get(f"{W}w"), _PAPER[0]), number(size.get(f"{W}h"), _PAPER[1])


def _length(sides: Element | None, name: str, usual: int) -> int:
    return usual if sides is None else abs(number(sides.get(W + name), usual))


def _alike(old: Header, new: Header) -> bool:
    return (old.kind, old.serves) == (new.kind, new.serves)


def _headers(element: Element, reader: Reader, room: Room) -> list[Header]:
    found = []
    relations = reader.source.relations(reader.source.document)
    for kind in ("header", "footer"):
        for reference in element.iterchildren(f"{W}{kind}Reference"):
            relation = relations.get(reference.get(f"{_R}id", ""))
            root = None if relation is None else reader.source.xml(relation.target)
            if root is not None:
                paragraphs = reader.story(root, room)
                found.append(Header(kind, reference.get(f"{W}type", "default"), paragraphs))
    return found
