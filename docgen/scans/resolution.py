"""How finely a page was scanned: the pixels per inch of the picture that covers it."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from docgen.dossier.frame import Matrix
from docgen.dossier.source import follow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

    from docgen.dossier.frame import Frame

_COVERED = 0.5
"""The part of a page that a picture has to cover to be a scan of it."""
_INCH = 72
_DEPTH = 4
# What matters in a drawing; strings and pictures in the midst of it are matched to be left out.
_TOKEN = re.compile(
    rb"""
      \( (?: [^()\\]++ | \\. | \( (?:[^()\\]++|\\.)*+ \) )*+ \)
    | (?<!\S) BI \s .*? \s EI (?!\S)
    | (?P<cm> (?: (?<![^\s\]]) [-+.\d]++ \s++ ){6} cm (?![^\s\[/(<]) )
    | / (?P<do> [^\s()<>\[\]{}/%]++ ) \s++ Do (?![^\s\[/(<])
    | (?<![^\s\])>]) (?P<state> [qQ] ) (?![^\s\[/(<])
    """,
    re.VERBOSE | re.DOTALL,
)
_START = Matrix(1, 0, 0, 1, 0, 0)


def resolution(page: PageObject, drawing: bytes, frame: Frame) -> float | None:
    """Pixels per inch of the finest picture that covers half of ``page`` or more.

    Args:
        page: The page.
        drawing: What draws it, unpacked.
        frame: What is seen of it.

    Returns:
        Nothing where no single picture covers so much.
    """
    width, height = frame.size
    wanted = width * height * _COVERED / frame.unit**2
    found = [
        min(_fineness(pixels, side, frame.unit) for pixels, side in _sides(picture, matrix))
        for picture, matrix in _pictures(drawing, follow(page.get("/Resources")), _START, _DEPTH)
        if abs(matrix.a * matrix.d - matrix.b * matrix.c) >= wanted
    ]
    return max(found, default=None)


def _sides(picture: dict[str, Any], matrix: Matrix) -> Iterator[tuple[int, float]]:
    """Width and height of a drawn picture, each in pixels and in units of the page."""
    yield int(picture["/Width"]), math.hypot(matrix.a, matrix.b)
    yield int(picture["/Height"]), math.hypot(matrix.c, matrix.d)


def _fineness(pixels: int, side: float, unit: float) -> float:
    return pixels * _INCH / (side * unit)


def _pictures(
    drawing: bytes, resources: object, matrix: Matrix, depth: int
) -> Iterator[tuple[dict[str, Any], Matrix]]:
    """Each picture drawn, with the matrix that spreads its unit square."""
    kept: list[Matrix] = []
    for token in _TOKEN.finditer(drawing):
        match token.lastgroup:
            case "cm":
                matrix = _after(
                    Matrix(*(float(number) for number in token["cm"].split()[:6])), matrix
                )
            case "state" if token["state"] == b"q":
                kept.append(matrix)
            case "state" if kept:
                matrix = kept.pop()
            case "do":
                yield from _drawn(token["do"], resources, matrix, depth)


def _drawn(
    name: bytes, resources: object, matrix: Matrix, depth: int
) -> Iterator[tuple[dict[str, Any], Matrix]]:
    """The picture of this name, or the pictures in the form of this name."""
    things = follow(resources.get("/XObject")) if isinstance(resources, dict) else None
    thing = follow(things.get("/" + name.decode("latin-1"))) if isinstance(things, dict) else None
    if not isinstance(thing, dict):
        return
    if thing.get("/Subtype") == "/Image":
        yield thing, matrix
    elif thing.get("/Subtype") == "/Form" and depth:
        own = Matrix(*(float(number) for number in follow(thing.get("/Matrix", _START))))
        inner = follow(thing.get("/Resources", resources))
        yield from _pictures(thing.get_data(), inner, _after(own, matrix), depth - 1)  # type: ignore[attr-defined]


def _after(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does ``one``, then ``other``."""
    a, b, c, d, e, f = one
    x, y = other.a, other.b
    z, w = other.c, other.d
    return Matrix(a * x + b * z, a * y + b * w, c * x + d * z, c * y + d * w, *other.apply(e, f))
