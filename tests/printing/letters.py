"""What stands on the pages of a PDF: letters on their base lines, rules; read by pdfium."""

from __future__ import annotations

import ctypes
from contextlib import closing
from math import hypot, pi
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

_UP, _DOWN = 3, 1
"""Quarters of a turn, as pdfium tells them."""
_FAR = 10_000
_EDGE = 12
"""Points from the head and the foot of a page."""
_AT_LINE_END = "\x02"
"""What pdfium reads in place of a hyphen that ends a line."""


class Letter(NamedTuple):
    """A letter: where its base line starts, in points from the top left, and how far it goes.

    ``right`` is past the advance where the ink is, as an accent that leans over. Text that runs up
    or down is read with the page turned, and stands far below the rest.
    """

    text: str
    x: float
    y: float
    right: float
    size: float


class Leaf(NamedTuple):
    """A page: its height in points, its letters, and the box of each rule and filled path."""

    height: float
    letters: tuple[Letter, ...]
    rules: tuple[tuple[float, float, float, float], ...]


def read_leaves(pdf: bytes) -> list[Leaf]:
    """Every page of ``pdf``."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return [_leaf(page) for page in document]


def _leaf(page: Any) -> Leaf:
    height = page.get_height()
    with closing(page.get_textpage()) as text:
        letters = tuple(_letters(text.raw, page.get_width(), height))
    bounds = [one.get_bounds() for one in page.get_objects([raw.FPDF_PAGEOBJ_PATH])]
    rules = [(left, height - top, right, height - bottom) for left, bottom, right, top in bounds]
    return Leaf(height, letters, tuple(rules))


def _letters(page: Any, width: float, height: float) -> Iterator[Letter]:
    """The letters on ``page``, without what is at its head and foot, where no printer prints.

    There LibreOffice shows what hangs over from the page before.
    """
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    high = ""
    for place in range(raw.FPDFText_CountChars(page)):
        if raw.FPDFText_IsGenerated(page, place) == 1:
            continue
        unit = chr(raw.FPDFText_GetUnicode(page, place)).replace(_AT_LINE_END, "-")
        if "\ud800" <= unit < "\udc00":
            high = unit
            continue
        raw.FPDFText_GetCharOrigin(page, place, x, y)
        raw.FPDFText_GetLooseCharBox(page, place, box)
        raw.FPDFText_GetMatrix(page, place, matrix)
        size = raw.FPDFText_GetFontSize(page, place) * hypot(matrix.c, matrix.d)
        text, high = (high + unit).encode("utf-16", "surrogatepass").decode("utf-16"), ""
        middle = (box.left + box.right) / 2
        if not (0 < middle < width and _EDGE < y.value < height - _EDGE):
            continue
        turn = round(raw.FPDFText_GetCharAngle(page, place) / (pi / 2)) % 4
        if turn == _UP:
            yield Letter(text, y.value, x.value + _FAR, box.top, size)
        elif turn == _DOWN:
            yield Letter(text, height - y.value, 2 * _FAR - x.value, height - box.bottom, size)
        else:
            yield Letter(text, x.value, height - y.value, box.right, size)
