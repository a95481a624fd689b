"""Notes that bring no picture of themselves drawn as viewers draw them: lines, boxes, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.dossier.sheets import digits
from docgen.scans.outside.values import entry, listed, name_of, number, numbers, rectangle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pikepdf

_MOST_POINTS = 100_000
_ROUND = 0.5523
"""How far the handles of a quarter of a circle stand out, in radii."""
_STROKES = {1: b"G", 3: b"RG", 4: b"K"}
_FILLS = {1: b"g", 3: b"rg", 4: b"k"}


class Look(NamedTuple):
    """How a note looks: what draws it on the page, how opaque, and whether it lies like ink."""

    drawing: bytes
    opacity: float = 1.0
    is_marker: bool = False


def shape_of(note: pikepdf.Dictionary) -> Look | None:
    """How ``note`` looks in viewers; nothing where they draw no shape for it."""
    draw = _KINDS.get(name_of(note.get("/Subtype")))
    drawing = draw(note) if draw else None
    if drawing is None:
        return None
    is_marker = name_of(note.get("/Subtype")) == "/Highlight"
    return Look(drawing, number(note.get("/CA"), 1.0), is_marker)


def colour(value: object, operators: dict[int, bytes], otherwise: bytes = b"") -> bytes:
    """The operator that sets a colour: grey, red-green-blue, or ink; ``otherwise`` if none."""
    parts = [number(part) for part in listed(value)]
    operator = operators.get(len(parts))
    return otherwise if operator is None else b"%b %b " % (digits(*parts), operator)


def stroke(value: object) -> bytes:
    """Sets the colour of lines."""
    return colour(value, _STROKES, b"0 G ")


def fill(value: object) -> bytes:
    """Sets the colour of areas; nothing where there is none."""
    return colour(value, _FILLS)


def line_width(note: pikepdf.Dictionary) -> float:
    """The width of the lines of ``note``, in points."""
    told = entry(note.get("/BS"), "/W")
    border = listed(note.get("/Border"))
    if told is None and len(border) > 2:  # noqa: PLR2004 - two radii, the width, dashes
        told = border[2]
    return number(told, 1.0)


def _pen(note: pikepdf.Dictionary) -> bytes:
    width = line_width(note)
    dashes = listed(entry(note.get("/BS"), "/D")) or [3]
    is_dashed = name_of(entry(note.get("/BS"), "/S")) == "/D"
    pattern = b"[%b] 0 d " % digits(*(max(number(dash), 0.0) for dash in dashes[:8]))
    return stroke(note.get("/C")) + b"%b w " % digits(width) + (pattern if is_dashed else b"")


def _inner(note: pikepdf.Dictionary) -> tuple[float, float, float, float]:
    """Left, bottom, width and height of a box or circle within its rectangle."""
    left, bottom, right, top = rectangle(note.get("/Rect"))
    margins = numbers(note.get("/RD"), 4) or (0, 0, 0, 0)
    half = line_width(note) / 2
    left, bottom = left + margins[0] + half, bottom + margins[1] + half
    return left, bottom, right - margins[2] - half - left, top - margins[3] - half - bottom


def _painted(note: pikepdf.Dictionary) -> bytes:
    """The operator that paints a closed shape: with or without line and area."""
    has_line = line_width(note) > 0
    if fill(note.get("/IC")):
        return b"B" if has_line else b"f"
    return b"s" if has_line else b"n"


def _square(note: pikepdf.Dictionary) -> bytes:
    area = fill(note.get("/IC"))
    return _pen(note) + area + b"%b re %b" % (digits(*_inner(note)), _painted(note))


def _circle(note: pikepdf.Dictionary) -> bytes:
    left, bottom, width, height = _inner(note)
    a, b = width / 2, height / 2
    x, y = left + a, bottom + b
    p, q = a * _ROUND, b * _ROUND
    quarters = (
        (x + a, y + q, x + p, y + b, x, y + b),
        (x - p, y + b, x - a, y + q, x - a, y),
        (x - a, y - q, x - p, y - b, x, y - b),
        (x + p, y - b, x + a, y - q, x + a, y),
    )
    path = b"%b m " % digits(x + a, y) + b"".join(b"%b c " % digits(*one) for one in quarters)
    return _pen(note) + fill(note.get("/IC")) + path + _painted(note)


def _path(points: Sequence[float]) -> bytes:
    """A line through all ``points``, x and y by turns."""
    pairs = list(zip(points[::2], points[1::2], strict=False))
    return b" ".join(
        b"%b %b" % (digits(*pair), b"l" if place else b"m") for place, pair in enumerate(pairs)
    )


def _points(value: object) -> list[float]:
    return [number(part) for part in listed(value)[:_MOST_POINTS]]


def _line(note: pikepdf.Dictionary) -> bytes | None:
    points = _points(note.get("/L"))
    return _pen(note) + _path(points) + b" S" if len(points) > 3 else None  # noqa: PLR2004


def _open_line(note: pikepdf.Dictionary) -> bytes | None:
    points = _points(note.get("/Vertices"))
    return _pen(note) + _path(points) + b" S" if points else None


def _polygon(note: pikepdf.Dictionary) -> bytes | None:
    points = _points(note.get("/Vertices"))
    if not points:
        return None
    return _pen(note) + fill(note.get("/IC")) + _path(points) + b" h " + _painted(note)


def _ink(note: pikepdf.Dictionary) -> bytes | None:
    strokes = [_path(_points(line)) for line in listed(note.get("/InkList"))[:_MOST_POINTS]]
    drawn = b"".join(b"%b S " % line for line in strokes if line)
    return _pen(note) + b"1 J 1 j " + drawn if drawn else None


def _quads(note: pikepdf.Dictionary) -> list[list[float]]:
    """The corners of each marked run of words: upper left, upper right, lower left, lower right."""
    points = _points(note.get("/QuadPoints"))
    return [points[at : at + 8] for at in range(0, len(points) - 7, 8)]


def _highlight(note: pikepdf.Dictionary) -> bytes | None:
    area = fill(note.get("/C")) or b"1 1 0 rg "
    boxes = [_path([*quad[:4], *quad[6:8], *quad[4:6]]) + b" f " for quad in _quads(note)]
    return area + b"".join(boxes) if boxes else None


def _under(note: pikepdf.Dictionary) -> bytes | None:
    lines = [_path(quad[4:8]) + b" S " for quad in _quads(note)]
    return _pen(note) + b"".join(lines) if lines else None


def _through(note: pikepdf.Dictionary) -> bytes | None:
    lines = [
        _path([(high + low) / 2 for high, low in zip(quad[:4], quad[4:8], strict=True)]) + b" S "
        for quad in _quads(note)
    ]
    return _pen(note) + b"".join(lines) if lines else None


_KINDS: dict[str, Callable[[Any], bytes | None]] = {
    "/Square": _square,
    "/Circle": _circle,
    "/Line": _line,
    "/PolyLine": _open_line,
    "/Polygon": _polygon,
    "/Ink": _ink,
    "/Highlight": _highlight,
    "/Underline": _under,
    "/Squiggly": _under,
    "/StrikeOut": _through,
}
