"""How large a picture is, told by the picture itself."""

from __future__ import annotations

import struct

import pytest

from docgen.scans.outside.pixels import NONE, Pixels, of_jbig2, of_jpeg, of_jpeg2000

START = b"\xff\xd8"


def _frame(marker: int, width: int, height: int, colours: int = 3) -> bytes:
    """A frame header of a JPEG (ITU-T T.81, B.2.2)."""
    body = struct.pack(">BHHB", 8, height, width, colours) + bytes(3 * colours)
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def _other(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


@pytest.mark.parametrize("marker", [*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xD0)])
def test_every_kind_of_frame_tells_its_size(marker: int) -> None:
    """Sequential, progressive, lossless: width, height, colours; tables are no frames."""
    found = of_jpeg(START + _frame(marker, 300, 200))
    is_frame = marker != 0xCC
    assert found == (Pixels(300, 200, 3) if is_frame else NONE)


@pytest.mark.parametrize("marker", [0xC4, 0xC8, 0xCC, 0xDB, 0xE0])
def test_what_is_no_frame_tells_no_size(marker: int) -> None:
    """Tables and notes of programs."""
    assert of_jpeg(START + _frame(marker, 300, 200)) == NONE


def test_a_frame_within_a_note_does_not_count() -> None:
    """A thumbnail in the notes of a camera is stepped over."""
    note = _other(0xE1, START + _frame(0xC0, 9000, 9000))
    assert of_jpeg(START + note + _frame(0xC0, 30, 20, 1)) == Pixels(30, 20, 1)


def test_the_largest_frame_counts_and_none_after_the_scan_begins() -> None:
    """Fill bytes and marks that stand alone are passed over."""
    frames = _frame(0xC0, 10, 10) + b"\xff\xff" + _frame(0xC1, 30, 10)[1:] + _frame(0xC2, 20, 10)
    assert of_jpeg(START + b"\xff\x01\xff\xd0" + frames).width == 30
    assert of_jpeg(START + _frame(0xC0, 10, 10) + b"\xff\xda" + _frame(0xC0, 30, 10)).width == 10


def test_a_frame_that_is_cut_tells_nothing() -> None:
    """It ends just before the number of its colours, or just after."""
    whole = _frame(0xC0, 300, 200)[:10]
    assert of_jpeg(START + whole) == Pixels(300, 200, 3)
    assert of_jpeg(START + whole[:-1]) == NONE


def test_the_area_of_a_codestream_is_without_its_offset() -> None:
    """The reference grid less where the picture begins in it (ITU-T T.800, A.5.1)."""
    size = b"\xff\x4f\xff\x51" + struct.pack(">HH4I", 49, 0, 340, 220, 40, 20)
    assert of_jpeg2000(b"box" + size) == Pixels(300, 200)
    assert of_jpeg2000(size[:-1]) == NONE
    assert of_jpeg2000(b"\xff\x51") == NONE
    turned = b"\xff\x51" + struct.pack(">HH4I", 49, 0, 40, 20, 340, 220)
    assert of_jpeg2000(turned) == NONE


def _segment(kind: int, width: int, height: int, *, number: int = 0, referred: int = 0) -> bytes:
    """A segment of a JBIG2 stream that refers to so many others (ITU-T T.88, 7.2)."""
    data = struct.pack(">4I", width, height, 0, 0)
    if referred > 4:
        count = struct.pack(">I", 7 << 29 | referred) + bytes((referred + 8) // 8)
    else:
        count = bytes([referred << 5])
    size = 1 if number <= 256 else 2 if number <= 65536 else 4
    page = b"\x00\x00\x00\x01" if kind & 0x40 else b"\x01"
    head = struct.pack(">IB", number, kind) + count + bytes(size * referred) + page
    return head + struct.pack(">I", len(data)) + data


@pytest.mark.parametrize("number", [0, 256, 257, 65536, 65537])
@pytest.mark.parametrize("referred", [0, 1, 4, 5, 7, 8, 15, 16])
@pytest.mark.parametrize("wide", [0, 0x40])
def test_segments_are_found_whatever_they_refer_to(number: int, referred: int, wide: int) -> None:
    """Short and long counts, references of one, two and four bytes, either length of the page."""
    first = _segment(0 | wide, 1, 1, number=number, referred=referred)
    assert of_jbig2(first + _segment(48, 300, 200)) == Pixels(300, 200)


@pytest.mark.parametrize("kind", [4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48])
def test_pages_and_regions_tell_their_size(kind: int) -> None:
    """The largest of them counts."""
    data = _segment(kind, 30, 20)
    assert of_jbig2(data) == Pixels(30, 20)
    assert of_jbig2(data + _segment(kind, 10, 10)) == Pixels(30, 20)
    assert of_jbig2(_segment(0, 500, 500) + data) == Pixels(30, 20)


def test_a_page_of_unknown_height_is_known_by_its_width() -> None:
    """Its rows come until the stream ends."""
    assert of_jbig2(_segment(48, 30, 0xFFFFFFFF)) == Pixels(30, 0)
    assert of_jbig2(_segment(48, 30, 20)[:-9]) == NONE
