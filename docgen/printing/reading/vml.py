"""Drawings of old Word files (VML) read: lines, boxes, text boxes, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.drawings import Anchor, Axis, Drawing, Shape, Stroke, Writing
from docgen.printing.model.text import Margins
from docgen.printing.reading.grammar import R, W, local
from docgen.printing.reading.pictures import picture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.story import Story

_UNITS: Final = {"pt": 20, "in": 1440, "cm": 567, "mm": 56.7, "px": 15, "pc": 240, "": 1 / 635}
_LENGTH = re.compile(r"(-?\d*\.?\d+)(pt|in|cm|mm|px|pc|)")
_WHOLE = re.compile(r"-?\d{1,15}")
_COLOR = re.compile(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_COLORS: Final = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF"}
_KINDS: Final = {"rect": "rect", "roundrect": "round", "oval": "ellipse", "line": "line"}
_TYPES: Final = {"32": "line", "202": "rect", "75": "none", "1": "rect", "20": "line"}
_ORIGINS: Final = {
    "text": ("column", "paragraph"),
    "char": ("column", "paragraph"),
    "margin": ("margin", "margin"),
    "page": ("page", "page"),
    "line": ("column", "paragraph"),
}
_NO = frozenset({"f", "false", "0"})


def read_vml(
    element: _Element, reader: Reader, story: Story, faults: list[Words]
) -> Iterator[Drawing]:
    """The drawings in the w:pict ``element``; ``faults`` takes what is refused."""
    for child in element:
        name = local(child)
        if name == "shapetype":
            continue
        kind = _KINDS.get(name) or _TYPES.get(child.get("type", "").rpartition("_t")[2], "")
        if name not in {*_KINDS, "shape"} or not kind:
            faults.append(refusals.element("pict"))
            continue
        made = _Reader(child, kind, reader, story, faults).drawing()
        if made is not None:
            yield made


class _Reader:
    def __init__(
        self, element: _Element, kind: str, reader: Reader, story: Story, faults: list[Words]
    ) -> None:
        self.element = element
        self.kind = kind
        self.reader = reader
        self.story = story
        self.faults = faults
        pairs = (part.partition(":") for part in element.get("style", "").split(";"))
        self.style = {name.strip().lower(): value.strip() for name, _, value in pairs}

    def drawing(self) -> Drawing | None:
        if self.style.get("visibility") == "hidden":
            return None
        image = next((c for c in self.element if local(c) == "imagedata"), None)
        picture = None
        if image is not None:
            picture = picture_of(image.get(f"{R}id", ""), self.reader, self.story, self.faults)
        x, y, width, height, rising = self._box()
        if self.style.get("rotation", "0") not in {"0", ""}:
            self.faults.append(Words("hình vẽ xoay", "a turned drawing"))
        shape = Shape(
            "rect" if self.kind == "none" else self.kind,
            0,
            0,
            width,
            height,
            None if self.kind == "none" else self._stroke(),
            self._fill(),
            rising,
            picture=picture,
            writing=self._writing(),
        )
        return Drawing(width, height, (shape,), self._anchor(x, y))

    def _box(self) -> tuple[float, float, float, float, bool]:
        x, y = (
            _twips(self.style.get(f"margin-{side}", self.style.get(side, "0")))
            for side in ("left", "top")
        )
        if self.kind == "line" and "from" in self.element.attrib:
            (x1, y1), (x2, y2) = _point(self.element, "from"), _point(self.element, "to")
            rising = (x2 - x1) * (y2 - y1) < 0
            return x + min(x1, x2), y + min(y1, y2), abs(x2 - x1), abs(y2 - y1), rising
        flip = self.style.get("flip", "")
        rising = flip in {"x", "y"} and self.kind == "line"
        width, height = (_twips(self.style.get(side, "0")) for side in ("width", "height"))
        return x, y, width, height, rising

    def _stroke(self) -> Stroke | None:
        own = next((c for c in self.element if local(c) == "stroke"), None)
        if self.element.get("stroked", "t").lower() in _NO:
            return None
        if own is not None and own.get("on", "t").lower() in _NO:
            return None
        weight = self.element.get("strokeweight") or (None if own is None else own.get("weight"))
        dash = "" if own is None else own.get("dashstyle", "").replace("solid", "")
        arrows = [own is not None and own.get(end, "none") != "none" for end in _ARROWS]
        return Stroke(
            _twips(weight or ".75pt") / 20,
            _color(self.element.get("strokecolor", "black")) or "000000",
            {"1 1": "sysDot", "shortdot": "sysDot", "shortdash": "sysDash"}.get(dash, dash),
            *arrows,
        )

    def _fill(self) -> str:
        filled = self.element.get("filled", "f" if self.kind in {"line", "none"} else "t")
        if filled.lower() in _NO:
            return ""
        return _color(self.element.get("fillcolor", "white"))

    def _writing(self) -> Writing | None:
        box = next((c for c in self.element if local(c) == "textbox"), None)
        content = None if box is None else box.find(f"{W}txbxContent")
        if box is None or content is None:
            return None
        usual = ("7.2pt", "3.6pt", "7.2pt", "3.6pt")
        said = [part.strip() for part in box.get("inset", "").split(",")]
        left, top, right, bottom = (
            round(_twips(said[at] if at < len(said) and said[at] else usual[at])) for at in range(4)
        )
        blocks = self.reader.blocks(content, self.story.inside())
        valign = {"middle": "center", "bottom": "bottom"}.get(
            self.style.get("v-text-anchor", ""), "top"
        )
        return Writing(tuple(blocks), Margins(top, bottom, left, right), valign)

    def _anchor(self, x: float, y: float) -> Anchor | None:
        if self.style.get("position") not in {"absolute", "relative"}:
            return None
        axes = []
        for at, (name, offset) in enumerate((("horizontal", x), ("vertical", y))):
            origin = self.style.get(f"mso-position-{name}-relative", "text")
            align = self.style.get(f"mso-position-{name}", "absolute")
            names = _ORIGINS.get(origin)
            if names is None:
                self.faults.append(
                    Words(f"vị trí hình theo {origin}", f"a drawing placed relative to {origin}")
                )
            axes.append(
                Axis((names or ("column", "paragraph"))[at], offset, align.replace("absolute", ""))
            )
        wrap = next((c for c in self.element if local(c) == "wrap"), None)
        kind = "none" if wrap is None else wrap.get("type", "none")
        clear = {"none": "", "topAndBottom": "band"}.get(kind, "beside")
        depth = self.style.get("z-index", "0")
        order = int(depth) if _WHOLE.fullmatch(depth) else 0
        return Anchor(axes[0], axes[1], clear, behind=order < 0, order=order)


_ARROWS = ("startarrow", "endarrow")


def _twips(text: str) -> float:
    match = _LENGTH.fullmatch(text.strip())
    return min(1e6, max(-1e6, float(match[1]) * _UNITS[match[2]])) if match else 0.0


def _point(element: _Element, name: str) -> tuple[float, float]:
    x, _, y = element.get(name, "0,0").partition(",")
    return _twips(x or "0"), _twips(y or "0")


def _color(text: str) -> str:
    text = text.partition(" ")[0]
    match = _COLOR.fullmatch(text)
    if match:
        digits = match[1].upper()
        return digits if len(digits) == 6 else "".join(c * 2 for c in digits)  # noqa: PLR2004
    return _COLORS.get(text.lower(), "")
