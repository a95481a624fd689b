"""Streams that cannot be unpacked as they are: mended, or told by their page."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.spelled import (
    GREY,
    WORDS,
    bound,
    file_of,
    is_clean,
    look_alike,
    packed,
    page,
    refusal,
    remarks,
    scan,
    stream,
    text_of,
)


@pytest.mark.parametrize(
    "between", [b"\n% made by a scanner\n", b" %x\r\n", b"\n\n\n", b"\r\n% a\n% b\n", b"%\n"]
)
def test_a_comment_before_the_stream_hides_no_picture(between: bytes) -> None:
    """The picture is shown, and so is a drawing written that way."""
    image = packed(bytes(range(100)), GREY % (10, 10))
    head, _, tail = image.partition(b"\nstream\n")
    pdf = scan(head + between + b"stream\n" + tail)
    assert look_alike(pdf, bound(pdf))
    head, _, tail = stream(WORDS).partition(b"\nstream\n")
    pdf = page(head + between + b"stream\n" + tail)
    assert "QUYET DINH" in text_of(bound(pdf))


@pytest.mark.parametrize("length", [0, 1, 20, 5000, -1])
@pytest.mark.parametrize("place", [4, 6])
def test_a_wrong_length_is_mended_and_told(length: int, place: int) -> None:
    """Whatever a stream says of its length, all of it is bound, clean, with a remark."""
    image = packed(bytes(i % 251 for i in range(10_000)), GREY % (100, 100))
    pdf = scan(image)
    spoiled = pdf.replace(b"/Length", b"/Length %d/Old" % length, 1 if place == 4 else -1)
    if place == 6:
        at = pdf.rfind(b"/Length")
        spoiled = pdf[:at] + b"/Length %d/Old" % length + pdf[at + 7 :]
    made = bound(spoiled)
    assert is_clean(made)
    assert look_alike(pdf, made)
    assert any("đã được sửa khi đọc" in told for told in remarks(spoiled))


def test_a_damaged_drawing_is_told_by_its_page() -> None:
    """What cannot be unpacked is never bound as a blank page."""
    good = packed(WORDS)
    at = good.index(b"stream\n") + len(b"stream\n")
    for spoiled in (
        good[:at] + b"XX" + good[at + 2 :],
        good[: at + 8] + b"\xff\xff\xff\xff" + good[at + 12 :],
        stream(b"\0\0\0", b"/Filter/JBIG2Decode"),
        stream(WORDS, b"/Filter/DCTDecode"),
        stream(WORDS, b"/Filter/Unheard"),
        stream(b"zz~", b"/Filter/ASCIIHexDecode"),
        stream(WORDS, b"/Filter[/FlateDecode/FlateDecode]"),
    ):
        assert refusal(page(spoiled)) == ["trang 1 bị hỏng: không mở được nội dung"]


def test_the_second_page_is_told_as_the_second() -> None:
    """A damaged page among good ones is named; all that are damaged are."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
    broken = stream(b"XX", b"/Filter/FlateDecode")
    pdf = file_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 3/Kids[3 0 R 6 0 R 7 0 R]>>",
            3: leaf + b"/Contents 4 0 R>>",
            4: stream(WORDS),
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            6: leaf + b"/Contents 8 0 R>>",
            7: leaf + b"/Contents[4 0 R 8 0 R]>>",
            8: broken,
        }
    )
    assert refusal(pdf) == [
        "trang 2 bị hỏng: không mở được nội dung",
        "trang 3 bị hỏng: không mở được nội dung",
    ]


def test_data_that_only_lack_their_checksum_are_mended() -> None:
    """Viewers show them; so do we, and the dossier is clean."""
    good = packed(WORDS)
    at = good.index(b"\nendstream")
    for spoiled in (good[: at - 4] + b"\0\0\0\0" + good[at:], good[: at - 4] + good[at:]):
        made = bound(page(spoiled))
        assert "QUYET DINH" in text_of(made)
        assert is_clean(made)


def test_a_damaged_picture_is_told_by_its_page() -> None:
    """A picture of which rows are missing is no picture of the paper."""
    image = packed(bytes(i * i % 251 for i in range(40_000)), GREY % (200, 200))
    at = image.index(b"stream\n") + 300
    assert refusal(scan(image[:at] + b"\0" * 400 + image[at + 400 :])) == [
        "trang 1 bị hỏng: có hình hoặc phông chữ không mở được"
    ]
    short = packed(bytes(500), GREY % (200, 200))
    assert any("thiếu dữ liệu" in told for told in remarks(scan(short)))


def test_a_blank_page_is_told() -> None:
    """A page on which nothing is drawn is bound with a remark; a picture is something."""
    for content in (b"", b"q Q", b"/F1 14 Tf", b"10 10 m"):
        assert remarks(page(content)) == ["trang 1 trống, không hiện ra gì"]
    assert remarks(page(b"/Im Do", resources=b"/XObject<</Im 99 0 R>>")) == [
        "trang 1 trống, không hiện ra gì",
        "trang 1 gọi tới hình hoặc phông chữ không có trong tệp",
    ]


def _coded(data: bytes, codec: bytes, height: int = 40) -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 40/Height %d/ColorSpace/DeviceGray" % height
    return scan(stream(data, entries + b"/BitsPerComponent 1/Filter/%b" % codec))


@pytest.mark.parametrize("codec", [b"JPXDecode", b"JBIG2Decode"])
@pytest.mark.parametrize("data", [b"", b"garbage", bytes(200)])
def test_a_picture_of_which_nothing_can_be_shown_is_told(codec: bytes, data: bytes) -> None:
    """No viewer shows it: the page is not bound as a blank one."""
    assert refusal(_coded(data, codec)) == ["trang 1 bị hỏng: có hình hoặc phông chữ không mở được"]


def test_a_fax_picture_without_data_is_told() -> None:
    """Nothing of it can be shown."""
    assert refusal(_coded(b"", b"CCITTFaxDecode")) != []


@pytest.mark.parametrize(("rows", "lacks"), [(40, False), (41, True)])
def test_a_fax_picture_that_lacks_rows_is_told(rows: int, lacks: bool) -> None:  # noqa: FBT001
    """No row takes less than one bit."""
    told = remarks(_coded(b"\xff" * 5, b"CCITTFaxDecode", rows))
    assert any("thiếu dữ liệu" in line for line in told) == lacks


@pytest.mark.parametrize("lacks", [False, True])
def test_a_jpeg_2000_that_was_cut_is_told(lacks: bool) -> None:  # noqa: FBT001
    """Its last mark is missing."""
    made = io.BytesIO()
    Image.effect_mandelbrot((40, 40), (-2, -2, 2, 2), 9).save(made, "JPEG2000")
    data = made.getvalue()[:-40] if lacks else made.getvalue()
    told = remarks(_coded(data, b"JPXDecode"))
    assert any("thiếu dữ liệu" in line for line in told) == lacks
