"""Drawings written as Typst: shapes in a box, in a line or placed on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.printing.model.looks import Form
from docgen.printing.model.text import Kind, Paragraph, Piece
from docgen.printing.setting.layers import kept
from docgen.printing.setting.writing import paint, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model.drawings import Anchor, Axis, Drawing, Picture, Shape, Stroke
    from docgen.printing.model.sheets import Page
    from docgen.printing.setting.writer import Writer

_DASHES: Final[dict[str, tuple[float, ...]]] = {
    "dot": (0, 3),
    "sysDot": (1, 1),
    "dash": (4, 3),
    "sysDash": (3, 1),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "sysDashDot": (3, 1, 1, 1),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
_ARROW = 4
"""The length of an arrow's head in widths of its line."""
_THINNEST = 1.5
"""The width in points that a head is drawn for when its line is thinner."""
_TWIPS = 20
_KEPT = "(y, gap) => if y > page.margin.top.length + 0.1pt { gap } else { 0pt }"
"""The room above a paragraph: none where a page begins with it."""
_VALIGN = {"top": "top", "center": "horizon", "bottom": "bottom"}


class DrawingWriter:
    """Writes the drawings of one paper; pictures are kept as files beside the source."""

    def __init__(self, writer: Writer) -> None:
        """Texts inside shapes are written by ``writer``."""
        self._writer = writer
        self.files: dict[str, bytes] = {}

    def inline(self, drawing: Drawing) -> str:
        """A drawing that stands in a line."""
        return f"#{self._box(drawing)}"

    def anchored(self, drawing: Drawing, room: int, left: float = 0) -> str:
        """A drawing placed from the corner where its paragraph's text begins.

        Args:
            drawing: what is placed.
            room: the width of the column, in twips.
            left: how far the text stands from the column's left edge.
        """
        anchor = drawing.anchor
        if anchor is None:
            return ""
        across = self._across(anchor.across, drawing.width, room, left)
        down = self._down(anchor, drawing.height)
        if self._writer.layered and not self._writer.in_running:
            left_to_page = kept(anchor, across, down, self._box(drawing))
            return f"place(top + left, context {{ let p = here().position(); {left_to_page} }}); "
        return (
            f"place(top + left, context {{ let p = here().position(); "
            f"place(dx: {across}, dy: {down}, {self._box(drawing)}) }}); "
        )

    def _across(self, axis: Axis, width: float, room: int, left: float) -> str:
        page = self._writer.page
        if axis.origin in {"column", "character"} or (
            axis.origin == "margin" and self._writer.depth
        ):
            return pt(axis.offset + _aligned(axis.align, room, width) - left)
        start, wide = _span_across(axis.origin, page)
        return f"{pt(start + axis.offset + _aligned(axis.align, wide, width))} - p.x"

    def _down(self, anchor: Anchor, height: float) -> str:
        axis, gap = anchor.down, anchor.raised
        if axis.origin in {"paragraph", "line", "character"}:
            if not gap or self._writer.depth or self._writer.in_running:
                return pt(axis.offset - gap)
            return f"{pt(axis.offset)} - {self._writer.names.of(_KEPT, 'g')}(p.y, {pt(gap)})"
        start, high = _span_down(axis.origin, self._writer.page)
        return f"{pt(start + axis.offset + _aligned(axis.align, high, height))} - p.y"

    def _box(self, drawing: Drawing) -> str:
        shapes = "".join(self._placed(shape) for shape in drawing.shapes)
        return f"box(width: {pt(drawing.width)}, height: {pt(drawing.height)}, {{ {shapes} }})"

    def _placed(self, shape: Shape) -> str:
        body = self._shape(shape)
        if shape.turn:
            body = f"rotate({shape.turn:g}deg, {body})"
        return f"place(top + left, dx: {pt(shape.x)}, dy: {pt(shape.y)}, {body}); "

    def _shape(self, shape: Shape) -> str:
        if shape.kind == "line":
            return _line(shape)
        size = f"width: {pt(shape.width)}, height: {pt(shape.height)}"
        around = "none" if shape.stroke is None else _stroke(shape.stroke)
        ground = f'rgb("{shape.fill}")' if shape.fill else "none"
        look = f"stroke: {around}, fill: {ground}"
        if shape.kind == "round":
            look += f", radius: {pt(min(shape.width, shape.height) * shape.rounding)}"
        content = self._inside(shape)
        if shape.hole:
            ring = "".join(_closed(shape, corners) for corners in (shape.corners, shape.hole))
            return (
                f'box({size}, {{ place(curve({look}, fill-rule: "even-odd"{ring})); {content} }})'
            )
        if shape.kind == "polygon":
            corners = ", ".join(
                f"({pt(x * shape.width)}, {pt(y * shape.height)})" for x, y in shape.corners
            )
            return f"box({size}, {{ place(polygon({look}, {corners})); {content} }})"
        if shape.kind == "ellipse":
            return f"box({size}, {{ place(ellipse({size}, {look})); {content} }})"
        return f"box({size}, {look}, {{ {content} }})"

    def _inside(self, shape: Shape) -> str:
        if shape.picture is not None:
            return self._picture(shape.picture, shape)
        writing = shape.writing
        if writing is None:
            return ""
        margins = writing.margins
        narrow = (shape.room[2] - shape.room[0]) * shape.width <= margins.left + margins.right
        left, top, right, bottom = (0, 0, 1, 1) if narrow else shape.room
        wide, high = (right - left) * shape.width, (bottom - top) * shape.height
        room = round(wide) - margins.left - margins.right
        if room <= 0:
            self._writer.refuse(
                Words("khung chữ quá hẹp", "a text box too narrow for its text"), ""
            )
            return ""
        inset = (
            f"(left: {pt(margins.left)}, right: {pt(margins.right)}, "
            f"top: {pt(margins.top)}, bottom: {pt(margins.bottom)})"
        )
        flow = self._writer.boxed(writing.blocks, room)
        align = _VALIGN[writing.valign]
        place = (
            f"dx: {pt(left * shape.width)}, dy: {pt(top * shape.height)}, " if left or top else ""
        )
        return (
            f"place(top + left, {place}block(width: {pt(wide)}, height: {pt(high)}, "
            f"inset: {inset}, align({align}, block(width: 100%)[{flow}])))"
        )

    def _words(self, picture: Picture, shape: Shape) -> str:
        """The words of a picture that holds nothing else, scaled as the picture is."""
        across, down = shape.width / picture.size[0], shape.height / picture.size[1]
        made = []
        for label in picture.labels:
            letters = label.letters.changed(size=max(1, round(label.letters.size * down)))
            paragraph = Paragraph(Form(), letters, (Piece(Kind.TEXT, letters, label.text),))
            text = self._writer.inline.write(paragraph, round(shape.width) + 720, 720)
            place = f"dx: {pt(label.x * across)}, dy: {pt(label.y * down)}"
            made.append(f"place(top + left, {place}, box[{text}])")
        return "; ".join(made)

    def _picture(self, picture: Picture, shape: Shape) -> str:
        if picture.labels:
            return self._words(picture, shape)
        name = self._file(picture)
        across = 1 - picture.left - picture.right
        down = 1 - picture.top - picture.bottom
        if across <= 0 or down <= 0:
            return ""
        wide, high = shape.width / across, shape.height / down
        image = f'image("{name}", width: {pt(wide)}, height: {pt(high)}, fit: "stretch")'
        if across == 1 and down == 1:
            return image
        moved = f"dx: {pt(-picture.left * wide)}, dy: {pt(-picture.top * high)}"
        return (
            f"box(width: {pt(shape.width)}, height: {pt(shape.height)}, clip: true, "
            f"place(top + left, {moved}, {image}))"
        )

    def _file(self, picture: Picture) -> str:
        for name, data in self.files.items():
            if data == picture.data:
                return name
        name = f"/picture{len(self.files)}.{picture.ending}"
        self.files[name] = picture.data
        return name


def _closed(shape: Shape, corners: Sequence[tuple[float, float]]) -> str:
    """The part of a Typst curve that goes around ``corners``."""
    first, *more = (f"({pt(x * shape.width)}, {pt(y * shape.height)})" for x, y in corners)
    lines = "".join(f", curve.line({corner})" for corner in more)
    return f', curve.move({first}){lines}, curve.close(mode: "straight")'


def _span_across(origin: str, page: Page) -> tuple[float, float]:
    spans: dict[str, tuple[float, float]] = {
        "page": (0, page.width),
        "margin": (page.left, page.column),
        "leftMargin": (0, page.left),
        "rightMargin": (page.width - page.right, page.right),
    }
    return spans.get(origin, spans["margin"])


def _span_down(origin: str, page: Page) -> tuple[float, float]:
    high = page.height - abs(page.top) - abs(page.bottom)
    spans: dict[str, tuple[float, float]] = {
        "page": (0, page.height),
        "margin": (abs(page.top), high),
        "topMargin": (0, abs(page.top)),
        "bottomMargin": (page.height - abs(page.bottom), abs(page.bottom)),
    }
    return spans.get(origin, spans["margin"])


def _aligned(align: str, room: float, own: float) -> float:
    share = {"center": 0.5, "right": 1.0, "bottom": 1.0, "outside": 1.0}.get(align, 0.0)
    return (room - own) * share


def _stroke(line: Stroke) -> str:
    pattern = _DASHES.get(line.dash)
    if pattern is None:
        return f"{line.width:g}pt + {paint(line.color)}"
    lengths = ", ".join(f"{item * line.width:g}pt" if item else '"dot"' for item in pattern)
    return f"(thickness: {line.width:g}pt, paint: {paint(line.color)}, dash: ({lengths}))"


def _line(shape: Shape) -> str:
    if shape.stroke is None:
        return "box()"
    top, bottom = ("100%", "0%") if shape.rising else ("0%", "100%")
    wide, high = pt(shape.width), pt(shape.height)
    start = f"(0pt, {high if top == '100%' else '0pt'})"
    end = f"({wide}, {high if bottom == '100%' else '0pt'})"
    drawn = f"place(line(start: {start}, end: {end}, stroke: {_stroke(shape.stroke)})); "
    arrows = _arrows(shape, shape.stroke)
    return f"box(width: {wide}, height: {high}, {{ {drawn}{arrows} }})"


def _arrows(shape: Shape, line: Stroke) -> str:
    """The heads of arrows, drawn as triangles at the ends of a line."""
    from math import atan2, cos, sin  # noqa: PLC0415 -- rare

    y1, y2 = (shape.height, 0.0) if shape.rising else (0.0, shape.height)
    turn = atan2(y2 - y1, shape.width or 1e-9)
    size = max(line.width, _THINNEST) * _ARROW * _TWIPS
    made = ""
    for on, x, y, way in (
        (line.head, 0.0, y1, turn),
        (line.tail, shape.width, y2, turn + 3.141592653589793),
    ):
        if on:
            points = [(x, y)] + [
                (x + size * cos(way + side), y + size * sin(way + side)) for side in (0.4, -0.4)
            ]
            corners = ", ".join(f"({pt(a)}, {pt(b)})" for a, b in points)
            made += f"place(polygon(fill: {paint(line.color)}, {corners})); "
    return made
