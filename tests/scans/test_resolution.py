"""How finely a page was scanned."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from docgen.dossier.sheets import drawing
from docgen.dossier.source import Source
from docgen.scans.resolution import resolution
from tests.foreign import pdf


def fineness(contents: bytes, *, form: bytes = b"", **page: Any) -> float | None:
    """The resolution of a page of 720 by 720 points; ``Im`` has 1000 by 2000 pixels."""

    def change(new: pikepdf.Pdf) -> None:
        image = new.make_stream(b"", Subtype=pikepdf.Name.Image, Width=1000, Height=2000)
        things = pikepdf.Dictionary(Im=image)
        drawn = {"Subtype": pikepdf.Name.Form, "BBox": [0, 0, 9, 9], "Matrix": [2, 0, 0, 2, 0, 0]}
        inner = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        things.Fm = new.make_stream(form, Resources=inner, **drawn)
        first = new.pages[0]
        first.MediaBox = pikepdf.Array([0, 0, 720, 720])
        first.Resources = pikepdf.Dictionary(XObject=things)
        first.Contents = new.make_stream(contents)
        for name, value in page.items():
            first[f"/{name}"] = value

    source = Source(pdf(change=change), "x")
    return resolution(source.pages[0], drawing(source.pages[0]), source.frames[0])


@pytest.mark.parametrize(
    ("contents", "dpi"),
    [
        (b"q 720 0 0 720 0 0 cm /Im Do Q", 100),
        (b"0 720 -720 0 720 0 cm/Im Do", 100),
        (b"q 720 0 0 1440 0 0 cm /Im Do Q", 100),
        (b"q 2 0 0 2 0 0 cm q 360 0 0 360 0 0 cm /Im Do Q Q", 100),
        (b"q 9 0 0 9 0 0 cm Q 720 0 0 720 0 0 cm /Im Do", 100),
        (b"(q 2 0 0 2 0 0 cm (x) \\) ) Tj 720 0 0 720 0 0 cm /Im Do", 100),
        (b"BI /W 1 ID q 2 0 0 2 0 0 cm EI 720 0 0 720 0 0 cm /Im Do", 100),
        (b"Q Q 720 0 0 720 0 0 cm /Im Do", 100),
        (b"q 510 0 0 510 0 0 cm /Im Do Q q 720 0 0 720 0 0 cm /Im Do Q", 141),
        (b"q 500 0 0 500 0 0 cm /Im Do Q", None),
        (b"/Im Do /None Do", None),
        (b"", None),
    ],
)
def test_the_finest_picture_that_covers_half_the_page_counts(
    contents: bytes, dpi: float | None
) -> None:
    """Turned, scaled in steps, beside strings: what matters is how large it is on the page."""
    assert fineness(contents) == (dpi if dpi is None else pytest.approx(dpi, abs=0.5))


def test_pictures_in_forms_count() -> None:
    """A form with a matrix of its own may draw the picture."""
    assert fineness(b"/Fm Do", form=b"360 0 0 360 0 0 cm /Im Do") == pytest.approx(100)
    assert fineness(b"/Fm Do", form=b"/Fm Do") is None


def test_a_user_unit_makes_the_page_larger() -> None:
    """Pixels are spread over twice the length where a unit is two points."""
    assert fineness(b"720 0 0 720 0 0 cm /Im Do", UserUnit=2) == pytest.approx(50)


def test_a_page_without_resources_has_none() -> None:
    """Nothing is drawn, nothing is scanned."""
    blank = io.BytesIO()
    with pikepdf.new() as new:
        new.add_blank_page()
        del new.pages[0].Resources
        new.save(blank)
    source = Source(blank.getvalue(), "x")
    assert resolution(source.pages[0], b"/Im Do", source.frames[0]) is None
