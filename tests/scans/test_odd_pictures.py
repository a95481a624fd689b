"""Pictures that are odd, damaged or no scans: shown as they are meant, or told with what to do."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from docgen.errors import RecordError
from docgen.scans import one_file
from docgen.scans.pictures import to_pdf
from docgen.scans.strangers import stranger
from tests.foreign import picture, saved
from tests.spelled import bound, is_clean, remarks, seen

if TYPE_CHECKING:
    from collections.abc import Callable


def shown(data: bytes) -> Image.Image:
    """The first page as a viewer shows it."""
    return seen(bound(data))[0]


def share(image: Image.Image, red: tuple[int, int]) -> tuple[float, float]:
    """How much of the width and the height of ``image`` the mark of ``picture()`` takes."""
    mark = image.convert("L").point(lambda grey: 255 if red[0] <= grey <= red[1] else 0)
    left, top, right, bottom = mark.getbbox() or (0, 0, 0, 0)
    return (right - left) / image.width, (bottom - top) / image.height


def png(width: int, height: int, bits: int, kind: int, rows: bytes, *more: bytes) -> bytes:
    """A PNG spelled out: as Pillow reads it, and does not write it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + zlib.crc32(name + data).to_bytes(4)

    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    chunks = chunk(b"IHDR", head), *more, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("bits", "kind", "pixel", "grey"),
    [
        (16, 0, b"\x80\x00", 128),
        (16, 2, b"\x80\x00" * 3, 128),
        (16, 4, b"\x80\x00\xff\xff", 128),
        (16, 6, b"\x00\x00" * 3 + b"\x80\x00", 127),
        (8, 4, b"\x00\x00", 255),
    ],
    ids=["grey", "colour", "grey and clear", "half clear", "all clear"],
)
def test_png_of_many_bits_comes_out_as_light_as_it_is(
    bits: int, kind: int, pixel: bytes, grey: int
) -> None:
    """Sixteen bits for each colour, seen through or not: on white paper."""
    rows = (b"\0" + pixel * 40) * 56
    middle = shown(png(40, 56, bits, kind, rows)).convert("L")
    assert middle.getpixel((150, 210)) == pytest.approx(grey, abs=2)


@pytest.mark.parametrize(
    "compression",
    [None, "packbits", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate", "jpeg", "zstd"],
)
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_tiff_of_any_packing_is_shown(compression: str | None, mode: str) -> None:
    """Whatever packs a TIFF of several pages, each of them is bound."""
    how: dict[str, Any] = {} if compression is None else {"compression": compression}
    more = [picture(400, 560, mode)] * 2
    pages = seen(
        bound(saved(picture(400, 560, mode), "TIFF", save_all=True, append_images=more, **how))
    )
    assert len(pages) == 3
    assert share(pages[2], (60, 140)) == pytest.approx((0.25, 0.125), abs=0.02)


@pytest.mark.parametrize("compression", ["group3", "group4", "tiff_ccitt"])
def test_black_and_white_tiff_is_shown(compression: str) -> None:
    """As fax machines and scanners pack them."""
    image = picture(400, 560, "L").point(lambda grey: 0 if grey < 200 else 255).convert("1")
    found = shown(saved(image, "TIFF", compression=compression))
    assert share(found, (0, 100)) == pytest.approx((0.25, 0.125), abs=0.02)


@pytest.mark.parametrize("turn", [1, 6])
def test_pixels_of_a_fax_that_are_no_squares_are_shown_as_they_are_meant(turn: int) -> None:
    """A page of 204 by 98 dots per inch is as high as its paper, not half as high."""
    image = picture(1728, 1078, "L").convert("1")
    data = saved(image, "TIFF", dpi=(204.0, 98.0), tiffinfo={274: turn})
    found = shown(data)
    assert (found.width > found.height) == (turn == 6)
    drawn = found.convert("L").point(lambda grey: 255 if grey < 250 else 0).getbbox()
    assert drawn is not None
    assert share(found, (0, 200))[0] > 0.1


def test_grey_told_in_fractions_is_no_black_page() -> None:
    """A TIFF of floating point numbers, from 0 to 1 or to 255."""
    for most in (1.0, 255.0):
        image = Image.new("F", (40, 56), most)
        image.paste(most / 2, (0, 0, 20, 28))
        grey = shown(saved(image, "TIFF")).convert("L")
        assert grey.getpixel((60, 60)) == pytest.approx(128, abs=3)
        assert grey.getpixel((250, 350)) == 255


def test_exif_that_makes_no_sense_turns_nothing() -> None:
    """A camera's nonsense keeps no picture out."""
    exif = Image.Exif()
    exif[274] = 99
    data = saved(picture(400, 560), "JPEG", exif=exif)
    assert share(shown(data), (60, 140)) == pytest.approx((0.25, 0.125), abs=0.02)
    spoiled = data.replace(b"Exif\0\0MM", b"Exif\0\0XX").replace(b"Exif\0\0II", b"Exif\0\0XX")
    assert shown(spoiled).size == shown(data).size


def test_a_jpeg_whose_end_was_made_up_is_told() -> None:
    """Cut, with the mark of the end behind: shown as viewers show it, with a remark; clean."""
    data = saved(Image.effect_noise((400, 560), 90), "JPEG")
    spoiled = data[: len(data) // 2] + b"\xff\xd9"
    (told,) = [line for line in remarks(spoiled) if "ảnh hỏng" in line]
    assert told == "trang 1 có ảnh hỏng một phần hoặc thiếu dữ liệu"
    assert is_clean(bound(spoiled))


def test_a_picture_without_measure_in_work_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passes over one JPEG, pixels of all pages of a TIFF: each has its measure."""
    data = saved(picture(60, 90), "JPEG", progressive=True)
    at = data.index(b"\xff\xda")
    scan = data[at : data.index(b"\xff", at + 20)]
    with pytest.raises(RecordError, match="too large"):
        to_pdf(data[:at] + scan * 300 + data[at:], "x", 1)
    monkeypatch.setattr("docgen.scans.pictures._MOST_IN_ALL", 20_000)
    pages = saved(picture(60, 90), "TIFF", save_all=True, append_images=[picture(60, 90)])
    with pytest.raises(RecordError, match="too large"):
        to_pdf(pages, "x", 9)


def test_a_flood_of_empty_pages_is_refused_at_once() -> None:
    """A TIFF with ten thousand pages is told after as many as there may be."""
    count = 10_000
    size, at = 8 + count * 42, 8
    entries = [(256, 3, 1, 1), (257, 3, 1, 1), (273, 4, 1, size)]
    body = b""
    for place in range(count):
        rows = b"".join(struct.pack("<HHII", *row) for row in entries)
        then = at + (place + 1) * 42 if place < count - 1 else 0
        body += struct.pack("<H", 3) + rows + struct.pack("<I", then)
    with pytest.raises(RecordError):
        to_pdf(b"II*\0\x08\0\0\0" + body + b"\0" * 8, "x", 9)


@pytest.mark.parametrize(
    ("make", "kind", "advice"),
    [
        (lambda: saved(picture(9, 9), "GIF"), "ảnh GIF", "JPG"),
        (lambda: saved(picture(9, 9), "WEBP"), "ảnh WebP", "JPG"),
        (lambda: saved(picture(9, 9), "BMP"), "ảnh BMP", "JPG"),
        (lambda: saved(picture(9, 9), "AVIF"), "ảnh AVIF", "JPG"),
        (lambda: saved(picture(9, 9), "JPEG2000"), "ảnh JPEG 2000", "JPG"),
        (lambda: b"\0\0\0\x18ftypheic" + bytes(9), "ảnh HEIC", "Tương thích nhất"),
        (lambda: b"\0\0\0\x18ftypmif1" + bytes(9), "ảnh HEIC", "Tương thích nhất"),
        (lambda: b"\0\0\0\x18ftypmp42" + bytes(9), "phim", "quét lại"),
        (lambda: b"RIFF\0\0\0\0AVI ", "phim", "quét lại"),
        (lambda: b"MZ\x90\0", "chương trình", "quét lại"),
        ("Quyết định số 45".encode, "văn bản thường", "quét lại"),
        (("ữ" * 3000).encode, "văn bản thường", "quét lại"),
        (lambda: b"\x01\x02", "không nhận ra", "quét lại"),
    ],
)
def test_what_is_no_scan_is_named_with_what_to_do(
    make: Callable[[], bytes], kind: str, advice: str
) -> None:
    """By its first bytes, whatever its name says."""
    with pytest.raises(RecordError) as caught:
        one_file.let_in(make(), "da-ky/04.jpg")
    (problem,) = caught.value.problems
    assert kind in problem.what.vi
    assert advice in problem.hint.vi
    assert stranger(make(), "da-ky/04.jpg").problems == caught.value.problems


def test_an_animated_picture_is_named() -> None:
    """A PNG that moves is no scan."""
    data = saved(picture(9, 9), "PNG", save_all=True, append_images=[picture(9, 9, "L")])
    with pytest.raises(RecordError, match="animated"):
        one_file.let_in(data, "da-ky/04.png")
