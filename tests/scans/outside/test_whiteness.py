"""White pages of scans: told, and bound all the same."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image, ImageDraw

from docgen.scans.one_file import let_in
from tests import foreign
from tests.foreign import A4, saved

if TYPE_CHECKING:
    from collections.abc import Callable

BLANK = "trang 1 trống, không hiện ra gì"
SIZE = (1654, 2339)
KINDS = [("PNG", "1"), ("PNG", "L"), ("PNG", "RGB"), ("JPEG", "L"), ("JPEG", "RGB"), ("TIFF", "L")]


def paper(mode: str, *, grain: int = 0) -> Image.Image:
    """A sheet on which nothing is, as a scanner sees it."""
    if not grain:
        return Image.new("RGB", SIZE, "white").convert(mode)
    grey = Image.effect_noise(SIZE, grain).point(lambda value: min(255, value + 110))
    return grey.convert(mode)


def said(data: bytes) -> list[str]:
    """The remarks on a file that is let in."""
    found = let_in(data, "a")
    assert len(found.source.pages) == 1
    return [one.what.vi for one in found.remarks]


@pytest.mark.parametrize(("kind", "mode"), KINDS)
def test_a_white_picture_is_told_and_bound(kind: str, mode: str) -> None:
    """The same paper with a signature on it is nothing to tell of."""
    image = paper(mode)
    assert said(saved(image, kind, dpi=(200, 200))) == [BLANK]
    ImageDraw.Draw(image).line((900, 1800, 1300, 1900), fill=0, width=4)
    assert said(saved(image, kind, dpi=(200, 200))) == []


def test_the_grain_of_paper_is_no_mark() -> None:
    """A scanner sees no paper as white as a screen is."""
    assert said(saved(paper("L", grain=4), "JPEG", quality=60, dpi=(200, 200))) == [BLANK]


def test_a_white_fax_page_is_told() -> None:
    """Scanners in black and white pack pages as fax machines do."""
    assert said(faxed(b"\xff" * 293, 2339)) == [BLANK]
    assert said(faxed(b"\xff" * 100 + b"\x26\xa0\x55" * 90, 2339)) == []


def faxed(data: bytes, height: int) -> bytes:
    """A PDF of one page with a picture of the fax codec, of ``height`` rows."""

    def draw(new: pikepdf.Pdf) -> None:
        codec = pikepdf.Dictionary(K=-1, Columns=SIZE[0], Rows=height)
        image = new.make_stream(data + b"\x00\x10\x01")
        image.update(
            {
                "/Type": pikepdf.Name.XObject,
                "/Subtype": pikepdf.Name.Image,
                "/Width": SIZE[0],
                "/Height": height,
                "/ColorSpace": pikepdf.Name.DeviceGray,
                "/BitsPerComponent": 1,
                "/Filter": pikepdf.Name.CCITTFaxDecode,
                "/DecodeParms": codec,
            }
        )
        new.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        new.pages[0].Contents = new.make_stream(b"q 595 0 0 842 0 0 cm /Im Do Q")

    return foreign.pdf(change=draw)


def empty_stream(new: pikepdf.Pdf) -> None:
    """A stream of nothing, said to be packed, as qpdf saves an empty page."""
    new.pages[0].Contents = new.make_stream(b"")


def no_stream(new: pikepdf.Pdf) -> None:
    """A page that nothing draws."""
    del new.pages[0].Contents


@pytest.mark.parametrize("change", [empty_stream, no_stream])
def test_a_page_that_nothing_draws_is_told_and_bound(change: Callable[[pikepdf.Pdf], None]) -> None:
    """It is blank, not damaged."""
    assert said(foreign.pdf(change=change)) == [BLANK]


def test_a_blank_page_among_others_is_told_by_its_number() -> None:
    """The back of a sheet that the feeder took with it."""
    with pikepdf.open(io.BytesIO(foreign.pdf(2))) as made:
        made.add_blank_page(page_size=A4)
        out = io.BytesIO()
        made.save(out)
    found = let_in(out.getvalue(), "a")
    assert [one.what.vi for one in found.remarks] == ["trang 3 trống, không hiện ra gì"]
    assert len(found.source.pages) == 3
