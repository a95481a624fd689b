"""What stands on the pages of a PDF: letters on their base lines, rules; read by pdfium."""

from __future__ import annotations

import ctypes
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_LINE_END = "\x02"
"""What pdfium reads in place of a hyphen that ends a line."""


class Letter(NamedTuple):
    """A letter: where its base line starts, in points from the top left, and how far it goes.

    ``right`` is past the advance where the ink is, as an accent that leans over.
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
        letters = tuple(_letters(text.raw, height))
    bounds = [one.get_bounds() for one in page.get_objects([raw.FPDF_PAGEOBJ_PATH])]
    rules = [(left, height - top, right, height - bottom) for left, bottom, right, top in bounds]
    return Leaf(height, letters, tuple(rules))


def _letters(page: Any, height: float) -> Iterator[Letter]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
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
        size = raw.FPDFText_GetFontSize(page, place)
        text, high = (high + unit).encode("utf-16", "surrogatepass").decode("utf-16"), ""
        yield Letter(text, x.value, height - y.value, box.right, size)
