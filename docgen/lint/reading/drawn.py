"""Drawn lines: borders of paragraphs, underscores, and the line shapes that Word users draw."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.lint.reading.model import TWIPS_PER_POINT, Drawn
from docgen.lint.reading.properties import number
from docgen.word.filling.looks import StyleLook
from docgen.word.filling.widths import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.lint.reading.model import Form, Look, Room, Run

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EMU_PER_POINT: Final = 12700
_LINES: Final = frozenset({"line", "straightConnector1"})
_CONNECTOR: Final = "_x0000_t32"
_WIDTH: Final = re.compile(r"(?:^|;)\s*width:\s*([\d.]+)(pt|in|cm|mm)?")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, None: 1.0}
_PAIR: Final = re.compile(r"(-?[\d.]+)(?:pt)?\s*,\s*-?[\d.]+")
UNDERSCORES: Final = re.compile(r"\s*_{3,}\s*")


def width_of(text: str, look: Look) -> float:
    """The width of ``text`` in points as Times New Roman sets it."""
    shown = text.upper() if look.capitals else text
    return text_width(shown, StyleLook("", look.size, look.bold, look.italic))


def border(form: Form, room: Room) -> Iterator[Drawn]:
    """The line that the borders of a paragraph draw over or under it."""
    if drawn := form.below or form.above:
        left, right = form.left, room.width - form.right
        length = max(right - left, 0) / TWIPS_PER_POINT
        middle = (left + right) / 2 / TWIPS_PER_POINT
        yield Drawn("border", length, middle, drawn == "solid")


def underscores(text: str, runs: tuple[Run, ...], form: Form, room: Room) -> Iterator[Drawn]:
    """A line made of underscores, where the paragraph says nothing else."""
    if not UNDERSCORES.fullmatch(text):
        return
    length = sum(width_of(run.text.strip(), run.look) for run in runs)
    middle = (form.left + room.width - form.right) / 2 / TWIPS_PER_POINT
    yield Drawn("letters", length, middle if form.align == "center" else None)


def drawings(elements: list[Element]) -> Iterator[Drawn]:
    """The line shapes among ``elements``; where they stand is for Word to say."""
    for element in elements:
        # A drawing stands twice: for new programs, and in VML for old ones.
        choice = element.find(f"{_MC}Choice")
        yield from _shapes(element if choice is None else choice)


def _shapes(element: Element) -> Iterator[Drawn]:
    for kind in ("inline", "anchor"):
        for shape in element.iter(_WP + kind):
            yield from _new_shape(shape)
    for line in element.iter(f"{_V}line"):
        ends = [_PAIR.match(line.get(name, "")) for name in ("from", "to")]
        if ends[0] and ends[1]:
            yield Drawn("drawing", abs(float(ends[1][1]) - float(ends[0][1])), None, _solid(line))
    for line in element.iter(f"{_V}shape"):
        width = _WIDTH.search(line.get("style", ""))
        if line.get("type", "").endswith(_CONNECTOR) and width:
            yield Drawn("drawing", float(width[1]) * _POINTS[width[2]], None, _solid(line))


def _new_shape(shape: Element) -> Iterator[Drawn]:
    geometry = shape.find(f".//{_A}prstGeom")
    extent = shape.find(f"{_WP}extent")
    if geometry is None or extent is None or geometry.get("prst") not in _LINES:
        return
    dash = shape.find(f".//{_A}ln/{_A}prstDash")
    solid = dash is None or dash.get("val", "solid") == "solid"
    yield Drawn("drawing", number(extent.get("cx")) / _EMU_PER_POINT, None, solid)


def _solid(line: Element) -> bool:
    stroke = line.find(f"{_V}stroke")
    return stroke is None or stroke.get("dashstyle", "solid") == "solid"
