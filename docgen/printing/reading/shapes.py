"""Shapes of DrawingML read: pictures, lines, boxes, text boxes, and groups of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.drawings import Shape, Writing
from docgen.printing.model.text import Margins
from docgen.printing.reading.grammar import W, local
from docgen.printing.reading.outlines import hole, outline, rounding
from docgen.printing.reading.paints import paint, stroke
from docgen.printing.reading.pictures import read_picture
from docgen.printing.reading.rooms import room
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.story import Story

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU = 635
_TURN = 60_000
"""Parts of a degree in which DrawingML turns things."""
_KINDS: Final = {
    "rect": "rect",
    "flowChartProcess": "rect",
    "roundRect": "round",
    "flowChartAlternateProcess": "round",
    "ellipse": "ellipse",
    "flowChartConnector": "ellipse",
    "line": "line",
    "straightConnector1": "line",
}
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
_VALIGN = {"t": "top", "ctr": "center", "b": "bottom"}
_MOST_SHAPES = 500


class Scale(Value):
    """How the units of a group are laid on its drawing, in twips."""

    x: float = 0
    y: float = 0
    across: float = 1 / _EMU
    down: float = 1 / _EMU

    def of(self, x: float, y: float) -> tuple[float, float]:
        """The place of a point of the group."""
        return self.x + x * self.across, self.y + y * self.down


class Box(Value):
    """An a:xfrm: where a shape stands and how it is turned."""

    x: float
    y: float
    width: float
    height: float
    turn: float
    flip_across: bool
    flip_down: bool


class ShapeReader:
    """Reads the shapes of one drawing."""

    def __init__(self, reader: Reader, story: Story, faults: list[Words]) -> None:
        """Read for ``reader`` in ``story``; ``faults`` takes what is refused."""
        self._reader = reader
        self._story = story
        self._faults = faults
        self._count = 0

    def shapes(self, content: _Element, width: float, height: float) -> list[Shape]:
        """The shapes in the graphic data ``content`` of a drawing of ``width`` x ``height``."""
        made = [shape for child in content for shape in self._any(child, Scale())]
        if len(made) == 1:
            return [made[0].changed(x=0, y=0, width=width, height=height)]
        left = min((shape.x for shape in made), default=0)
        top = min((shape.y for shape in made), default=0)
        origin = self._group_origin(content)
        left, top = (left, top) if origin is None else origin
        return [shape.changed(x=shape.x - left, y=shape.y - top) for shape in made]

    def _group_origin(self, content: _Element) -> tuple[float, float] | None:
        group = next(iter(content), None)
        if group is None or local(group) not in {"wgp", "wpc"}:
            return None
        box = _box(group, "grpSpPr")
        return None if box is None else (box.x / _EMU, box.y / _EMU)

    def _any(self, element: _Element, scale: Scale) -> Iterator[Shape]:
        name = local(element)
        self._count += 1
        if self._count > _MOST_SHAPES:
            self._refuse("drawing")
        elif name in {"wgp", "grpSp"}:
            yield from self._group(element, scale)
        elif name == "pic":
            yield from self._picture(element, scale)
        elif name in {"wsp", "cxnSp"}:
            yield from self._shape(element, scale)
        elif name not in {"cNvGrpSpPr", "grpSpPr", "cNvPr", "cNvFrPr"}:
            self._refuse(name)

    def _refuse(self, name: str) -> None:
        what = {
            "chart": Words("biểu đồ", "a chart"),
            "relIds": Words("sơ đồ SmartArt", "a SmartArt diagram"),
            "wpc": Words("vùng vẽ", "a drawing canvas"),
        }
        self._faults.append(what.get(name) or refusals.element("drawing"))

    def _group(self, element: _Element, scale: Scale) -> Iterator[Shape]:
        properties = next((c for c in element if local(c) == "grpSpPr"), None)
        box = _box(element, "grpSpPr")
        transform = None if properties is None else properties.find(f"{A}xfrm")
        if box is None or transform is None:
            inner = scale
        else:
            off, ext = transform.find(f"{A}chOff"), transform.find(f"{A}chExt")
            x, y = scale.of(box.x, box.y)
            wide = _attribute(ext, "cx") or box.width or 1
            high = _attribute(ext, "cy") or box.height or 1
            across = box.width / wide * scale.across
            down = box.height / high * scale.down
            inner = Scale(
                x - _attribute(off, "x") * across, y - _attribute(off, "y") * down, across, down
            )
            if box.turn or box.flip_across or box.flip_down:
                self._faults.append(Words("nhóm hình xoay", "a group of shapes that is turned"))
        for child in element:
            yield from self._any(child, inner)

    def _placed(self, element: _Element, scale: Scale, name: str) -> tuple[Box, Shape]:
        box = _box(element, name) or Box(0, 0, 0, 0, 0, flip_across=False, flip_down=False)
        x, y = scale.of(box.x, box.y)
        shape = Shape(
            "none", x, y, box.width * scale.across, box.height * scale.down, turn=box.turn
        )
        return box, shape

    def _picture(self, element: _Element, scale: Scale) -> Iterator[Shape]:
        box, shape = self._placed(element, scale, "spPr")
        fill = next((c for c in element if local(c) == "blipFill"), None)
        picture = read_picture(fill, self._reader, self._story, self._faults)
        if box.flip_across or box.flip_down:
            self._faults.append(Words("ảnh lật", "a picture turned over"))
        properties = next((c for c in element if local(c) == "spPr"), None)
        line = stroke(properties, None, self._reader)
        if picture is not None:
            yield shape.changed(kind="rect", picture=picture, stroke=line)

    def _shape(self, element: _Element, scale: Scale) -> Iterator[Shape]:
        box, shape = self._placed(element, scale, "spPr")
        properties = next((c for c in element if local(c) == "spPr"), None)
        style = next((c for c in element if local(c) == "style"), None)
        preset = None if properties is None else properties.find(f"{A}prstGeom")
        name = "rect" if preset is None else preset.get("prst", "rect")
        writing = self._writing(element)
        own = None if properties is None else properties.find(f"{A}custGeom")
        line, fill = stroke(properties, style, self._reader), paint(properties, style, self._reader)
        kind = _KINDS.get(name, "")
        corners = () if kind else outline(name, preset, box.width, box.height) or ()
        if corners:
            kind = "polygon"
            corners = tuple(
                (1 - x if box.flip_across else x, 1 - y if box.flip_down else y) for x, y in corners
            )
        if (not kind or own is not None) and (line is not None or fill):
            self._faults.append(Words(f"hình vẽ kiểu {name}", f"a drawn shape of the kind {name}"))
        rising = box.flip_across != box.flip_down
        yield shape.changed(
            kind=kind or "rect",
            stroke=line,
            fill="" if kind == "line" else fill,
            rising=rising and kind == "line",
            corners=corners,
            hole=hole(name, preset, box.width, box.height),
            rounding=rounding(preset),
            room=room(name, preset, box.width, box.height),
            writing=writing,
        )

    def _writing(self, element: _Element) -> Writing | None:
        content = element.find(f".//{W}txbxContent")
        if content is None:
            return None
        body = next((c for c in element if local(c) == "bodyPr"), None)
        said = {} if body is None else dict(body.attrib)
        if said.get("vert", "horz") != "horz":
            self._faults.append(Words("khung chữ dọc", "a text box written downwards"))
        left, top, right, bottom = (
            round(float(said.get(name, usual)) / _EMU) for name, usual in _INSETS.items()
        )
        blocks = self._reader.blocks(content, self._story.inside())
        return Writing(
            tuple(blocks),
            Margins(top, bottom, left, right),
            _VALIGN.get(str(said.get("anchor", "t")), "top"),
        )


def _box(element: _Element, name: str) -> Box | None:
    properties = next((c for c in element if local(c) == name), None)
    transform = None if properties is None else properties.find(f"{A}xfrm")
    if transform is None:
        return None
    off, ext = transform.find(f"{A}off"), transform.find(f"{A}ext")
    return Box(
        _attribute(off, "x"),
        _attribute(off, "y"),
        _attribute(ext, "cx"),
        _attribute(ext, "cy"),
        _attribute(transform, "rot") / _TURN,
        transform.get("flipH") in {"1", "true"},
        transform.get("flipV") in {"1", "true"},
    )


def _attribute(element: _Element | None, name: str) -> float:
    try:
        return 0.0 if element is None else float(element.get(name, "0"))
    except ValueError:
        return 0.0
