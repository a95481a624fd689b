"""Lines and grounds of DrawingML: what a shape sets itself, else what its style names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.printing.model.drawings import Stroke
from docgen.printing.reading.grammar import local

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.printing.reading.paper import Reader

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU_POINT = 12_700
_USUAL = 9525
_THOUSANDTHS = 100_000
_PRESETS: Final = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF"}


def stroke(properties: _Element | None, style: _Element | None, reader: Reader) -> Stroke | None:
    """The line of a shape with ``properties`` (spPr) and ``style``; None for none."""
    line = None if properties is None else properties.find(f"{A}ln")
    if line is not None and line.find(f"{A}noFill") is not None:
        return None
    color = "" if line is None else _solid(line, reader)
    if not color and style is not None:
        reference = style.find(f"{A}lnRef")
        if reference is not None and reference.get("idx") != "0":
            color = _color(reference, reader)
    if not color:
        return None
    width = float(_USUAL if line is None else line.get("w", _USUAL)) / _EMU_POINT
    dash = None if line is None else line.find(f"{A}prstDash")
    return Stroke(
        width,
        color,
        "" if dash is None else dash.get("val", "").replace("solid", ""),
        _arrow(line, "headEnd"),
        _arrow(line, "tailEnd"),
    )


def paint(properties: _Element | None, style: _Element | None, reader: Reader) -> str:
    """The ground of a shape, RRGGBB; "" for none."""
    if properties is not None:
        if properties.find(f"{A}noFill") is not None:
            return ""
        color = _solid(properties, reader)
        if color:
            return color
    reference = None if style is None else style.find(f"{A}fillRef")
    if reference is not None and reference.get("idx") != "0":
        return _color(reference, reader)
    return ""


def _arrow(line: _Element | None, name: str) -> bool:
    end = None if line is None else line.find(f"{A}{name}")
    return end is not None and end.get("type", "none") != "none"


def _solid(parent: _Element, reader: Reader) -> str:
    fill = parent.find(f"{A}solidFill")
    return "" if fill is None else _color(fill, reader)


def _color(parent: _Element, reader: Reader) -> str:
    for element in parent:
        name, value = local(element), element.get("val", "")
        if name == "srgbClr":
            color = value.upper()
        elif name == "sysClr":
            color = element.get("lastClr", "000000").upper()
        elif name == "prstClr":
            color = _PRESETS.get(value, "000000")
        elif name == "schemeClr":
            color = reader.styles.theme.color(value) or "000000"
        else:
            continue
        return _changed(color, element)
    return ""


def _changed(color: str, element: _Element) -> str:
    """``color`` with the shares of light that ``element`` asks for."""
    share, more = 1.0, 0.0
    for child in element:
        amount = float(child.get("val", "0")) / _THOUSANDTHS
        if local(child) in {"lumMod", "shade"}:
            share *= amount
        elif local(child) == "lumOff":
            more += amount
        elif local(child) == "tint":
            share, more = share * amount, more + 1 - amount
    channels = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    return "".join(f"{round(min(1, c * share + more) * 255):02X}" for c in channels)
