"""The digits of the page numbers of a dossier."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import ImageOps

from docgen.printing.numerals import numerals


def test_ten_digits_stand_side_by_side() -> None:
    """All are as wide as each other, nothing is around them, and the round ones are not cut."""
    drawn = pypdfium2.PdfDocument(numerals())[0]
    assert drawn.get_textpage().get_text_range() == "0123456789"
    shown = ImageOps.invert(drawn.render(scale=10).to_pil().convert("L")).getbbox()
    assert shown is not None
    left, top, right, bottom = shown
    assert 0 < left < right < 550
    assert 20 < top < 110 < bottom < 115
    with pikepdf.open(io.BytesIO(numerals())) as pdf:
        (page,) = pdf.pages
        box = [float(edge) for edge in page.mediabox]
        (font,) = page.Resources.Font.values()
        widths = [int(width) for width in font.DescendantFonts[0].W[-3:]]
    assert box == pytest.approx([0, 0, 10 * 5.5, 14])
    assert widths == [1, 10, 500]


def test_digits_are_transparent_artifacts() -> None:
    """Nothing is painted but the digits, which readers aloud leave out."""
    with pikepdf.open(io.BytesIO(numerals())) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert drawn.startswith(b"/Artifact")
    assert b" re" not in drawn


def test_digits_are_the_same_bytes_each_time() -> None:
    """Nothing of the clock gets in."""
    assert numerals() == numerals()
