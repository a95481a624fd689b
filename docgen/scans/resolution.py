"""How finely a page was scanned: the pixels per inch of the picture that covers it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
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
_MOST_BYTES, _MOST_STEPS, _MOST_FORMS = 4_000_000, 60_000, 100
"""Of drawings that are looked through, and what is looked at in them; a page that takes more
stays without advice.
"""
# What matters in a drawing; strings are matched to be left out.
_TOKEN = re.compile(
    rb"""
      \( (?: [^()\\]++ | \\. | \( (?:[^()\\]++|\\.)*+ \) )*+ \)
    | (?<!\S) (?P<inline> BI ) (?=\s)
    | (?P<cm> (?: (?<![^\s\]]) [-+.\d]++ \s++ ){6} cm (?![^\s\[/(<]) )
    | / (?P<do> [^\s()<>\[\]{}/%]++ ) \s++ Do (?![^\s\[/(<])
    | (?<![^\s\])>]) (?P<state> [qQ] ) (?![^\s\[/(<])
    """,
    re.VERBOSE | re.DOTALL,
)
_END_INLINE = re.compile(rb"\sEI(?!\S)")
_START = Matrix(1, 0, 0, 1, 0, 0)


class _TooMuchError(Exception):
    """The page takes more work than advice is worth."""


@dataclass(slots=True)
class _Budget:
    """What may still be looked at."""

    bytes: int = _MOST_BYTES
    steps: int = _MOST_STEPS
    forms: int = _MOST_FORMS

    def spend(self, *, size: int = 0, steps: int = 0, forms: int = 0) -> None:
        self.bytes -= size
        self.steps -= steps
        self.forms -= forms
        if min(self.bytes, self.steps, self.forms) < 0:
            raise _TooMuchError


def resolution(page: PageObject, drawing: bytes, frame: Frame) -> float | None:
    """Pixels per inch of the finest picture that covers half of ``page`` or more.

    Args:
        page: The page.
        drawing: What draws it, unpacked.
        frame: What is seen of it.

    Returns:
        Nothing where no single picture covers so much, or where the page cannot be measured
        with little work.
    """
    width, height = frame.size
    wanted = width * height * _COVERED / frame.unit**2
    drawn = _pictures(drawing, follow(page.get("/Resources")), _START, _DEPTH, _Budget())
    try:
        found = [
            min(_fineness(pixels, side, frame.unit) for pixels, side in _sides(picture, matrix))
            for picture, matrix in drawn
            if abs(matrix.a * matrix.d - matrix.b * matrix.c) >= wanted
        ]
    except (_TooMuchError, ArithmeticError, LookupError, TypeError, ValueError):
        return None
    return max(found, default=None)


def _sides(picture: dict[str, Any], matrix: Matrix) -> Iterator[tuple[int, float]]:
    """Width and height of a drawn picture, each in pixels and in units of the page."""
    yield int(picture["/Width"]), math.hypot(matrix.a, matrix.b)
    yield int(picture["/Height"]), math.hypot(matrix.c, matrix.d)


def _fineness(pixels: int, side: float, unit: float) -> float:
    return pixels * _INCH / (side * unit)


def _tokens(drawing: bytes, budget: _Budget) -> Iterator[re.Match[bytes]]:
    """What matters in ``drawing``, in turn; what is drawn in the midst of it left out."""
    at = 0
    while found := _TOKEN.search(drawing, at):
        budget.spend(steps=1)
        at = found.end()
        if found.lastgroup == "inline":
            end = _END_INLINE.search(drawing, at)
            if end is None:
                return
            at = end.end()
        else:
            yield found


def _pictures(
    drawing: bytes, resources: object, matrix: Matrix, depth: int, budget: _Budget
) -> Iterator[tuple[dict[str, Any], Matrix]]:
    """Each picture drawn, with the matrix that spreads its unit square."""
    budget.spend(size=len(drawing))
    kept: list[Matrix] = []
    for token in _tokens(drawing, budget):
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
                yield from _drawn(token["do"], resources, matrix, depth, budget)


def _drawn(
    name: bytes, resources: object, matrix: Matrix, depth: int, budget: _Budget
) -> Iterator[tuple[dict[str, Any], Matrix]]:
    """The picture of this name, or the pictures in the form of this name."""
    things = follow(resources.get("/XObject")) if isinstance(resources, dict) else None
    thing = follow(things.get("/" + name.decode("latin-1"))) if isinstance(things, dict) else None
    if not isinstance(thing, dict):
        return
    if thing.get("/Subtype") == "/Image":
        yield thing, matrix
    elif thing.get("/Subtype") == "/Form" and depth:
        budget.spend(forms=1)
        own = Matrix(*(float(number) for number in follow(thing.get("/Matrix", _START))))
        inner = follow(thing.get("/Resources", resources))
        drawing = thing.get_data()  # type: ignore[attr-defined]
        yield from _pictures(drawing, inner, _after(own, matrix), depth - 1, budget)


def _after(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first``, then ``then``."""
    a, b, c, d, e, f = first
    x, y = then.a, then.b
    z, w = then.c, then.d
    return Matrix(a * x + b * z, a * y + b * w, c * x + d * z, c * y + d * w, *then.apply(e, f))
