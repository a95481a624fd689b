"""Scanned pictures as PDF pages."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageStat

from docgen.errors import DocgenError, RecordError
from docgen.scans.jpeg import picture_of
from docgen.scans.pictures import is_picture, to_pdf
from tests.foreign import picture, png_bomb, saved


def shown(pdf: bytes, page: int = 0) -> Image.Image:
    """A page as a reader sees it."""
    image: Image.Image = pypdfium2.PdfDocument(pdf)[page].render(scale=1).to_pil().convert("RGB")
    return image


def laid_out(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """``image`` whole and in the middle of white paper."""
    upright = ImageOps.exif_transpose(image).convert("RGB")
    fitted = ImageOps.contain(upright, size)
    paper = Image.new("RGB", size, "white")
    paper.paste(fitted, ((size[0] - fitted.width) // 2, (size[1] - fitted.height) // 2))
    return paper


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart, on average, of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def extracted(pdf: bytes) -> bytes:
    """The stream of the first picture, as it stands in the file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return bytes(opened.pages[0].Resources.XObject.Scan.read_raw_bytes())


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_is_shown_upright(kind: str, turn: int) -> None:
    """Whatever Exif says about turning and mirroring is done."""
    exif = Image.Exif()
    exif[274] = turn
    how = {"tiffinfo": {274: turn}} if kind == "TIFF" else {"exif": exif}
    data = saved(picture(400, 560), kind, **how)
    page = shown(to_pdf(data, "x", 1))
    assert (page.width > page.height) == (turn >= 5)
    assert difference(page, laid_out(Image.open(io.BytesIO(data)), page.size)) < 1


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        *((mode, "JPEG") for mode in ("L", "RGB", "CMYK")),
        *((mode, "PNG") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *((mode, "TIFF") for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16")),
    ],
)
def test_every_kind_of_colour_is_shown(mode: str, kind: str) -> None:
    """Black and white, grey, palettes, transparency, ink colours: what was red is not white."""
    if mode == "I;16":
        image = picture(400, 560, "I").point(lambda value: value * 257).convert("I;16")
    else:
        image = picture(400, 560, mode)
    page = shown(to_pdf(saved(image, kind), "x", 1))
    expected = laid_out(
        image.convert("RGB") if mode != "I;16" else picture(400, 560, "L"), page.size
    )
    assert difference(page, expected) < (12 if "CMYK" in mode else 2)


@pytest.mark.parametrize(("size", "paper"), [((400, 560), (596, 842)), ((560, 400), (842, 596))])
def test_paper_is_a4_as_the_picture_lies(size: tuple[int, int], paper: tuple[int, int]) -> None:
    """An upright picture goes on upright A4, one across on A4 across."""
    assert shown(to_pdf(saved(picture(*size), "JPEG"), "x", 1)).size == paper


def test_jpeg_pixels_are_kept_as_they_are() -> None:
    """The coded pixels of a JPEG stand in the PDF untouched."""
    data = saved(picture(), "JPEG", quality=80)
    kept = extracted(to_pdf(data, "x", 1))
    assert kept == data
    progressive = saved(picture(), "JPEG", progressive=True)
    assert extracted(to_pdf(progressive, "x", 1)) == progressive


def test_what_a_camera_writes_stays_away() -> None:
    """Place, camera, comment and what stands behind the picture do not come into the dossier."""
    exif = Image.Exif()
    exif[271] = "SECRET CAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    plain = saved(picture(), "JPEG")
    told = saved(picture(), "JPEG", exif=exif, comment=b"SECRET NOTE") + b"SECRET FILM \xff\xd9"
    assert b"SECRET" in told
    assert extracted(to_pdf(told, "x", 1)) == plain


def test_pixels_of_png_come_without_loss() -> None:
    """Every pixel of a PNG is in the PDF."""
    image = Image.effect_noise((200, 300), 90)
    pdf = to_pdf(saved(image, "PNG"), "x", 1)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        scan: Any = opened.pages[0].Resources.XObject.Scan
        kept = pikepdf.PdfImage(scan).as_pil_image()
    assert kept.tobytes() == image.tobytes()


def test_each_picture_of_a_tiff_is_a_page() -> None:
    """A TIFF of three pages gives three, each as it lies; a thumbnail gives none."""
    frames = [picture(560, 400, "1"), picture(400, 560)]
    data = saved(picture(400, 560, "L"), "TIFF", save_all=True, append_images=frames)
    pdf = to_pdf(data, "x", 3)
    assert [shown(pdf, n).width for n in range(3)] == [596, 842, 596]
    thumb = picture(40, 56)
    thumb.encoderinfo = {"tiffinfo": {254: 1}}
    data = saved(picture(400, 560), "TIFF", save_all=True, append_images=[thumb])
    assert len(pypdfium2.PdfDocument(to_pdf(data, "x", 3))) == 1


def test_a_tiff_with_too_many_pages_is_told() -> None:
    """More pages than allowed are an error that says how many are."""
    data = saved(picture(9, 9), "TIFF", save_all=True, append_images=[picture(9, 9)] * 3)
    with pytest.raises(RecordError, match="more than 3 pages"):
        to_pdf(data, "x", 3)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_cut_short_is_told(kind: str) -> None:
    """Half a picture is named as such."""
    data = saved(Image.effect_noise((300, 300), 90), kind)
    with pytest.raises(RecordError, match="damaged or cut short") as caught:
        to_pdf(data[: len(data) // 2], "da-ky/04.jpg", 1)
    assert caught.value.problems[0].place.file == "da-ky/04.jpg"


def test_a_bomb_is_told() -> None:
    """A picture that would fill the memory is refused before it is unpacked."""
    with pytest.raises(RecordError, match="too large"):
        to_pdf(png_bomb(), "x", 1)
    wide = saved(Image.new("1", (10_000, 9_100)), "TIFF", compression="group4")
    with pytest.raises(RecordError, match="too large"):
        to_pdf(wide, "x", 1)


def test_what_begins_as_no_picture_is_none() -> None:
    """Only JPEG, PNG and TIFF count."""
    assert all(is_picture(saved(picture(9, 9), kind)) for kind in ("JPEG", "PNG", "TIFF"))
    assert not any(is_picture(saved(picture(9, 9), kind)) for kind in ("GIF", "BMP"))
    assert not is_picture(b"")


def test_same_picture_gives_same_bytes() -> None:
    """Nothing in the PDF comes from clock or chance."""
    data = saved(picture(), "PNG")
    assert to_pdf(data, "x", 1) == to_pdf(data, "y", 2)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "TIFF"]), st.data())
def test_garbage_in_a_picture_becomes_pages_or_is_told(kind: str, data: st.DataObject) -> None:
    """Bytes changed or cut anywhere: a PDF comes out or an error of ours, nothing else."""
    spoiled = bytearray(saved(picture(60, 90), kind))
    for _ in range(data.draw(st.integers(1, 5))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(spoiled)))
    for one in (bytes(spoiled), bytes(spoiled[:cut])):
        try:
            pdf = to_pdf(one, "x", 5)
        except DocgenError:
            continue
        assert pdf.startswith(b"%PDF")


def test_no_jpeg_has_no_picture() -> None:
    """Only JPEG data have a JPEG picture in them."""
    with pytest.raises(ValueError, match="not a JPEG"):
        picture_of(b"GIF89a")
    with pytest.raises(ValueError, match="cut short"):
        picture_of(b"\xff\xd8\xff\xe0")
