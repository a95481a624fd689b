"""Outlines of the drawn shapes that offices use: arrows, stars, and what flow charts are of."""

from __future__ import annotations

import re
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

Points = tuple[tuple[float, float], ...]
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VALUE = re.compile(r"val (-?\d{1,7})")
_WHOLE = 100_000
_PLAIN: Final[dict[str, Points]] = {
    "rtTriangle": ((0, 0), (1, 1), (0, 1)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "flowChartDecision": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "flowChartInputOutput": ((0.2, 0), (1, 0), (0.8, 1), (0, 1)),
    "flowChartManualOperation": ((0, 0), (1, 0), (0.8, 1), (0.2, 1)),
    "flowChartExtract": ((0.5, 0), (1, 1), (0, 1)),
    "flowChartMerge": ((0, 0), (1, 0), (0.5, 1)),
    "flowChartPreparation": ((0.2, 0), (0.8, 0), (1, 0.5), (0.8, 1), (0.2, 1), (0, 0.5)),
}


def _arrow(shaft: float, head: float) -> Points:
    """An arrow to the right, whose shaft and head have these shares of its height and length."""
    top, bottom, neck = 0.5 - shaft / 2, 0.5 + shaft / 2, 1 - head
    return ((0, top), (neck, top), (neck, 0), (1, 0.5), (neck, 1), (neck, bottom), (0, bottom))


def _both_ways(shaft: float, head: float) -> Points:
    right = tuple((0.5 + x / 2, y) for x, y in _arrow(shaft, min(1.0, 2 * head))[1:-1])
    return (*right, *((1 - x, y) for x, y in reversed(right)))


def _plus(arm: float, share: float) -> Points:
    """A cross whose corners are cut by ``arm`` of its width and ``share`` of its height."""
    corner = ((arm, 0), (1 - arm, 0), (1 - arm, share), (1, share))
    below = tuple((x, 1 - y) for x, y in reversed(corner))
    left = ((arm, 1 - share), (0, 1 - share), (0, share), (arm, share))
    return (*corner, *below[:-1], (arm, 1), *left)


_STARS: Final = {
    "star4": (4, 12_500, 100_000, 100_000),
    "star5": (5, 19_098, 105_146, 110_557),
    "star6": (6, 28_868, 115_470, 100_000),
    "star8": (8, 37_500, 100_000, 100_000),
}
"""How many points stars have; how far their inner corners usually stand; how they are stretched."""
_ROUND = 180
"""Corners that stand for an ellipse: none is seen."""
_FRAME, _DONUT, _CORNER = 12_500, 25_000, 16_667


def _star(name: str, preset: _Element | None) -> Points:
    """The star ``name``: its corners stand out and in by turns."""
    points, usual, wide, high = _STARS[name]
    inner = min(1.0, max(0.0, _set(preset, "adj", usual) / (_WHOLE / 2)))
    across, down = _set(preset, "hf", wide) / _WHOLE, _set(preset, "vf", high) / _WHOLE
    corners = []
    for at in range(2 * points):
        far = 0.5 if at % 2 == 0 else 0.5 * inner
        angle = pi * at / points - pi / 2
        corners.append((0.5 + far * across * cos(angle), (0.5 + far * sin(angle)) * down))
    return tuple(corners)


def _of_one(name: str, preset: _Element | None) -> Points:
    """Shapes that one number at most forms; nothing for others."""
    if name == "triangle":
        return ((_set(preset, "adj") / _WHOLE, 0), (1, 1), (0, 1))
    if name == "frame":
        return ((0, 0), (1, 0), (1, 1), (0, 1))
    return _ellipse(1, 1) if name == "donut" else ()


def _ellipse(across: float, down: float) -> Points:
    """The ellipse in the middle of the box that has these shares of its width and height."""
    angles = (2 * pi * at / _ROUND for at in range(_ROUND))
    return tuple((0.5 + across / 2 * cos(one), 0.5 + down / 2 * sin(one)) for one in angles)


_BY_WIDTH: Final[dict[str, tuple[int, Callable[[float], Points]]]] = {
    "parallelogram": (25_000, lambda d: ((d, 0), (1, 0), (1 - d, 1), (0, 1))),
    "trapezoid": (25_000, lambda d: ((d, 0), (1 - d, 0), (1, 1), (0, 1))),
    "hexagon": (
        25_000,
        lambda d: ((d, 0), (1 - d, 0), (1, 0.5), (1 - d, 1), (d, 1), (0, 0.5)),
    ),
    "homePlate": (50_000, lambda d: ((0, 0), (1 - d, 0), (1, 0.5), (1 - d, 1), (0, 1))),
    "chevron": (
        50_000,
        lambda d: ((0, 0), (1 - d, 0), (1, 0.5), (1 - d, 1), (0, 1), (d, 0.5)),
    ),
}
"""Shapes with a slant, whose usual share of the shorter side is the first of each pair."""


def outline(name: str, preset: _Element | None, width: float, height: float) -> Points | None:
    """The corners of the shape ``name`` as shares of its box; None when it is not known.

    Args:
        name: of the shape in DrawingML.
        preset: the element that names it, with what it sets of its form.
        width: of the shape, in any unit.
        height: in the same unit.
    """
    if name in _PLAIN:
        return _PLAIN[name]
    short, first, second = min(width, height), _set(preset, "adj1"), _set(preset, "adj2")
    if name in _BY_WIDTH and width > 0:
        usual, make = _BY_WIDTH[name]
        share = _set(preset, "adj", usual) / _WHOLE
        return make(min(1.0, max(0.0, share * short / width)))
    made = _star(name, preset) if name in _STARS else _of_one(name, preset)
    if made:
        return made
    if name == "plus" and width > 0 and height > 0:
        cut = _set(preset, "adj", 25_000) / _WHOLE * short
        return _plus(cut / width, cut / height)
    return _arrows(name, first / _WHOLE, second / _WHOLE * short, width, height)


def hole(name: str, preset: _Element | None, width: float, height: float) -> Points:
    """The corners of what is cut out of the shape ``name``, as those of :func:`outline`."""
    if name not in {"frame", "donut"} or width <= 0 or height <= 0:
        return ()
    said = _set(preset, "adj1", _FRAME) if name == "frame" else _set(preset, "adj", _DONUT)
    thick = min(0.5, max(0.0, said / _WHOLE)) * min(width, height)
    across, down = thick / width, thick / height
    if name == "donut":
        return _ellipse(1 - 2 * across, 1 - 2 * down)
    return ((across, down), (1 - across, down), (1 - across, 1 - down), (across, 1 - down))


def rounding(preset: _Element | None) -> float:
    """The radius of the corners of a round box, as a share of its shorter side."""
    return min(0.5, max(0.0, _set(preset, "adj", _CORNER) / _WHOLE))


def _arrows(name: str, shaft: float, head: float, width: float, height: float) -> Points | None:
    along = height if name in {"upArrow", "downArrow", "upDownArrow"} else width
    if along <= 0:
        return None
    share = min(1.0, max(0.0, head / along))
    make = _both_ways if name in {"leftRightArrow", "upDownArrow"} else _arrow
    points = make(min(1.0, max(0.0, shaft)), share)
    turned: dict[str, Callable[[float, float], tuple[float, float]]] = {
        "rightArrow": lambda x, y: (x, y),
        "leftArrow": lambda x, y: (1 - x, y),
        "downArrow": lambda x, y: (y, x),
        "upArrow": lambda x, y: (y, 1 - x),
        "leftRightArrow": lambda x, y: (x, y),
        "upDownArrow": lambda x, y: (y, x),
    }
    turn = turned.get(name)
    return None if turn is None else tuple(turn(x, y) for x, y in points)


def _set(preset: _Element | None, name: str, usual: int = 50_000) -> int:
    if preset is not None:
        for guide in preset.iterfind(f"{_A}avLst/{_A}gd"):
            value = _VALUE.fullmatch(guide.get("fmla", ""))
            if guide.get("name") == name and value:
                return int(value[1])
    return usual
