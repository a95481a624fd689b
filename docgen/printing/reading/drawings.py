"""Drawings read: where they stand, and what of DrawingML they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.drawings import Anchor, Axis, Drawing
from docgen.printing.reading.grammar import MC, W, local
from docgen.printing.reading.shapes import ShapeReader
from docgen.printing.reading.vml import read_vml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from docgen.printing.model.drawings import Shape
    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.story import Story

WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU = 635
"""English metric units in a twip."""
_TWIPS = 20
"""Twips in a point."""
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "pic"})
_ORIGINS = frozenset(
    {
        *("page", "margin", "column", "paragraph", "character", "line"),
        *("leftMargin", "rightMargin", "topMargin", "bottomMargin"),
    }
)
_AROUND = Words("chữ chảy quanh hình", "text flowing around a drawing")
_FREE = frozenset({"wrapNone"})
_BESIDE = frozenset({"wrapSquare", "wrapTight", "wrapThrough"})


class Drawings:
    """Reads the drawings of one paper."""

    def __init__(self, reader: Reader) -> None:
        """Read for ``reader``."""
        self._reader = reader

    def read(self, element: _Element, story: Story, faults: list[Words]) -> Iterator[Drawing]:
        """The drawings in ``element`` (w:drawing, w:pict, w:object or mc:AlternateContent)."""
        if element.tag == f"{MC}AlternateContent":
            yield from self._alternatives(element, story, faults)
        elif element.tag == f"{W}drawing" and len(element):
            for frame in element:
                made = self._drawing(frame, story, faults)
                if made is not None:
                    yield made
        elif element.tag == f"{W}pict":
            yield from read_vml(element, self._reader, story, faults)
        else:
            faults.append(refusals.element(local(element)))

    def _alternatives(
        self, element: _Element, story: Story, faults: list[Words]
    ) -> Iterator[Drawing]:
        for choice in element:
            requires = set(choice.get("Requires", "").split())
            if local(choice) == "Choice" and not requires <= _UNDERSTOOD:
                continue
            for child in choice:
                if child.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
                    yield from self.read(child, story, faults)
                else:
                    faults.append(refusals.element(local(child)))
            return

    def _drawing(self, frame: _Element, story: Story, faults: list[Words]) -> Drawing | None:
        extent = frame.find(f"{WP}extent")
        content = frame.find(f"{A}graphic/{A}graphicData")
        if extent is None or content is None:
            faults.append(refusals.element("drawing"))
            return None
        width, height = (_number(extent.get(side)) / _EMU for side in ("cx", "cy"))
        shapes = tuple(ShapeReader(self._reader, story, faults).shapes(content, width, height))
        properties = frame.find(f"{WP}docPr")
        if properties is not None and properties.get("hidden") in {"1", "true"}:
            return None
        alt = "" if properties is None else properties.get("descr", "")
        anchor = None
        if local(frame) == "anchor":
            anchor = _clear_of_lines(_anchor(frame, faults), shapes)
        return Drawing(width, height, shapes, anchor, alt)


def _clear_of_lines(anchor: Anchor, shapes: tuple[Shape, ...]) -> Anchor:
    """``anchor`` with room for the outer half of the lines around ``shapes``."""
    half = max((shape.stroke.width for shape in shapes if shape.stroke), default=0.0) * _TWIPS / 2
    return anchor.changed(above=anchor.above + half, below=anchor.below + half)


def _number(text: str | None) -> float:
    try:
        return max(-1e8, min(1e8, float(text or 0)))
    except ValueError:
        return 0.0


def _anchor(frame: _Element, faults: list[Words]) -> Anchor:
    wrap = next((local(child) for child in frame if local(child).startswith("wrap")), "wrapNone")
    clear = "" if wrap in _FREE else "beside" if wrap in _BESIDE else "band"
    around = frame.find(f"{WP}{wrap}")
    near = {
        side: _number(frame.get(side) if around is None else around.get(side, frame.get(side)))
        / _EMU
        for side in ("distT", "distB")
    }
    return Anchor(
        _axis(frame.find(f"{WP}positionH"), faults),
        _axis(frame.find(f"{WP}positionV"), faults),
        clear,
        near["distT"],
        near["distB"],
        behind=frame.get("behindDoc") in {"1", "true"},
        order=_number(frame.get("relativeHeight")),
    )


def _axis(element: _Element | None, faults: list[Words]) -> Axis:
    if element is None:
        return Axis("column")
    origin = element.get("relativeFrom", "column")
    offset, align = element.find(f"{WP}posOffset"), element.find(f"{WP}align")
    if origin not in _ORIGINS or (offset is None and align is None):
        faults.append(Words(f"vị trí hình theo {origin}", f"a drawing placed relative to {origin}"))
    return Axis(
        origin,
        0.0 if offset is None else _number(offset.text) / _EMU,
        "" if align is None else (align.text or "").strip(),
    )
