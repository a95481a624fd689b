"""Where text stands in a drawn shape: the box inside its outline, as DrawingML has it."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from docgen.printing.reading.outlines import outline, rounding

if TYPE_CHECKING:
    from lxml.etree import _Element

Room = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of the shape's width and height."""
WHOLE: Room = (0.0, 0.0, 1.0, 1.0)
_IN_CIRCLE = (1 - sqrt(0.5)) / 2
_ROUND = frozenset({"ellipse", "donut", "flowChartConnector"})
_DIAMONDS = frozenset({"diamond", "flowChartDecision"})


def room(name: str, preset: _Element | None, width: float, height: float) -> Room:
    """The room for text in the shape ``name`` of ``width`` and ``height``."""
    if name in _ROUND:
        return (_IN_CIRCLE, _IN_CIRCLE, 1 - _IN_CIRCLE, 1 - _IN_CIRCLE)
    if name in _DIAMONDS:
        return (0.25, 0.25, 0.75, 0.75)
    if name == "roundRect" and width > 0 and height > 0:
        corner = rounding(preset) * min(width, height) * (1 - sqrt(0.5))
        across, down = corner / width, corner / height
        return (across, down, 1 - across, 1 - down)
    corners = outline(name, preset, width, height) if name in {"triangle", "rightArrow"} else None
    if not corners:
        return WHOLE
    if name == "triangle":
        left = corners[0][0] / 2
        return (left, 0.5, left + 0.5, 1.0)
    (_, top), (neck, _), *_ = corners
    return (0.0, top, neck + (1 - neck) * 2 * top, 1 - top)
