"""Drawn shapes: their outlines, what is cut out of them, and where text stands in them."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]
import pytest

from docgen.printing.builtin import print_builtin
from tests.printing.docx import docx, paragraph, section
from tests.printing.fidelity import read_words
from tests.printing.small_papers import box

_LEFT, _TOP, _WIDE, _HIGH = 2400 / 20, 0.0, 4000 / 20, 2300 / 20
"""Where the box of `small_papers` stands from where its paragraph begins, in points."""
_RED, _WHITE = (255, 0, 0), (255, 255, 255)


def printed(kind: str, adjusted: str = "", text: str = "") -> bytes:
    """A red shape of ``kind``, formed by the numbers ``adjusted``."""
    drawn = box(0, fill="FF0000", text=text).replace(
        'prst="rect"><a:avLst/>', f'prst="{kind}"><a:avLst>{adjusted}</a:avLst>'
    )
    return print_builtin(docx(paragraph(inner=drawn), section(header=False)), "giay.docx")


def colour(pdf: bytes, across: float, down: float) -> tuple[int, int, int]:
    """The colour of the page at a share of the shape's width and height."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB")
    x, y = 85.05 + _LEFT + across * _WIDE, 56.7 + _TOP + down * _HIGH
    red, green, blue = page.getpixel((round(2 * x), round(2 * y)))
    return red, green, blue


def guide(name: str, value: int) -> str:
    """A number that forms a shape."""
    return f'<a:gd name="{name}" fmla="val {value}"/>'


@pytest.mark.parametrize("kind", ["donut", "frame"])
def test_what_is_cut_out_of_a_shape_is_not_filled(kind: str) -> None:
    """Its rim is, and as thick as the shape says."""
    pdf = printed(kind)
    assert colour(pdf, 0.5, 0.5) == _WHITE
    assert colour(pdf, 0.5, 0.04) == _RED
    thick = printed(kind, guide("adj" if kind == "donut" else "adj1", 45_000))
    assert colour(thick, 0.5, 0.4) == _RED


@pytest.mark.parametrize("kind", ["star4", "star5", "star6", "star8"])
def test_stars_have_points(kind: str) -> None:
    """The middle is filled, the corner of the box is not."""
    pdf = printed(kind)
    assert colour(pdf, 0.5, 0.5) == _RED
    assert colour(pdf, 0.03, 0.04) == _WHITE


def test_the_tip_of_a_triangle_stands_where_it_says() -> None:
    """In the middle if it says nothing."""
    assert colour(printed("triangle"), 0.5, 0.1) == _RED
    moved = printed("triangle", guide("adj", 90_000))
    assert colour(moved, 0.5, 0.1) == _WHITE
    assert colour(moved, 0.89, 0.2) == _RED


def test_the_corners_of_a_round_box_are_as_round_as_it_says() -> None:
    """A sixth of the shorter side if it says nothing."""
    assert colour(printed("roundRect"), 0.05, 0.08) == _RED
    assert colour(printed("roundRect", guide("adj", 50_000)), 0.05, 0.08) == _WHITE


def test_text_stands_inside_the_outline() -> None:
    """That of a circle and of a triangle begins lower than that of a box."""
    heights = {
        kind: read_words(printed(kind, text="chữ"))[0][0].y
        for kind in ("rect", "ellipse", "triangle", "diamond")
    }
    assert heights["ellipse"] == pytest.approx(heights["rect"] + 0.1464 * _HIGH, abs=0.2)
    assert heights["triangle"] == pytest.approx(heights["rect"] + 0.5 * _HIGH, abs=0.2)
    assert heights["diamond"] == pytest.approx(heights["rect"] + 0.25 * _HIGH, abs=0.2)
