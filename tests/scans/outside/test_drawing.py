"""Drawings without end, pictures without measure: refused; what leads readers astray: quick."""

from __future__ import annotations

from contextlib import suppress

import pytest

from docgen.errors import RecordError
from tests.spelled import (
    DRAFT,
    FORM,
    GREY,
    WHOLE,
    WORDS,
    bound,
    is_clean,
    look_alike,
    packed,
    page,
    refusal,
    remarks,
    seen,
    stream,
)


def forms(*bodies: tuple[bytes, bytes]) -> bytes:
    """A page that draws /X; the drawings get the numbers from 6 on."""
    more = {
        6 + place: stream(content, FORM + resources)
        for place, (content, resources) in enumerate(bodies)
    }
    return page(b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=more)


@pytest.mark.parametrize(
    "pdf",
    [
        forms((b"/X Do /X Do /X Do", b"/Resources<</XObject<</X 6 0 R>>>>")),
        forms(
            (b"/Y Do", b"/Resources<</XObject<</Y 7 0 R>>>>"),
            (b"/X Do", b"/Resources<</XObject<</X 6 0 R>>>>"),
        ),
        forms((b"/X Do", b"")),
        forms((b"/G gs", b"/Resources<</ExtGState<</G<</SMask<</G 6 0 R>>>>>>>>")),
        forms((b"/#58 Do", b"/Resources<</XObject<</X 6 0 R>>>>")),
        page(
            b"/Pattern cs /P scn 0 0 9 9 re f",
            resources=b"/Pattern<</P 6 0 R>>",
            more={
                6: stream(
                    b"/Pattern cs /P scn 0 0 9 9 re f",
                    b"/PatternType 1/BBox[0 0 9 9]/Resources<</Pattern<</P 6 0 R>>>>",
                )
            },
        ),
        page(
            b"BT /T 9 Tf (a) Tj ET",
            resources=b"/Font<</T 6 0 R>>",
            more={
                6: b"<</Subtype/Type3/CharProcs<</a 7 0 R>>/Resources<</Font<</T 6 0 R>>>>>>",
                7: stream(b"BT /T 9 Tf (a) Tj ET"),
            },
        ),
        page(
            entries=b"/Annots[<</Subtype/Stamp/F 4/Rect[0 0 99 99]/AP<</N 6 0 R>>>>]",
            more={6: stream(b"/X Do", FORM + b"/Resources<</XObject<</X 6 0 R>>>>")},
        ),
    ],
    ids=["itself", "each other", "page's", "mask", "escaped", "pattern", "letters", "stamp"],
)
def test_what_draws_itself_is_refused(pdf: bytes) -> None:
    """Whatever way leads round in a circle."""
    assert refusal(pdf) == ["trang 1 có hình tự vẽ chính nó, không có điểm dừng"]


def test_shared_resources_are_no_circle() -> None:
    """A drawing that could draw itself, and does not, is like any other."""
    shared = b"<</XObject<</X 6 0 R/Y 7 0 R>>/Font<</F1 5 0 R>>>>"
    pdf = page(
        b"/X Do",
        resources=b"/XObject<</X 6 0 R>>",
        more={
            6: stream(b"/Y Do " + DRAFT, FORM + b"/Resources 8 0 R"),
            7: stream(WORDS, FORM + b"/Resources 8 0 R"),
            8: shared,
        },
    )
    assert look_alike(pdf, bound(pdf))


@pytest.mark.parametrize(("depth", "times"), [(60, 1), (8, 12)], ids=["deep", "wide"])
def test_drawings_without_measure_inside_each_other_are_refused(depth: int, times: int) -> None:
    """Sixty inside each other, or twelve times twelve times twelve."""
    bodies = [
        (b"/X Do " * times, b"/Resources<</XObject<</X %d 0 R>>>>" % (7 + place))
        for place in range(depth)
    ]
    assert refusal(forms(*bodies, (WORDS, b""))) == [
        "trang 1 lồng quá nhiều hình vào nhau, không an toàn"
    ]


HUGE = "tệp PDF phình ra quá lớn khi mở (nén bất thường), không an toàn"
JPEG_HEAD = b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\1\x22\0\2\x11\1\3\x11\1\xff\xd9"
JPX_HEAD = b"\xff\x4f\xff\x51\0\x29\0\0" + b"\0\1\x86\xa0" * 2 + bytes(8) + b"\0\1\x86\xa0" * 2
JBIG2_HEAD = b"\0\0\0\0\x30\0\1\0\0\0\x13\0\1\x86\xa0\0\1\x86\xa0" + bytes(11)


@pytest.mark.parametrize(
    "image",
    [
        stream(b"\0", GREY % (100_000, 100_000)),
        stream(b"\0", b"/Subtype 7 0 R/Width 8 0 R/Height 8 0 R/BitsPerComponent 8"),
        stream(b"\0", b"/Subtype/#49mage/Width 100000/Height 100000"),
        stream(JPEG_HEAD, GREY % (9, 9) + b"/Filter/DCTDecode"),
        stream(JPEG_HEAD, b"/Filter/DCT"),
        stream(JPEG_HEAD.hex().encode() + b">", GREY % (9, 9) + b"/Filter[/AHx/DCTDecode]"),
        stream(JPX_HEAD, b"/Subtype/Image/Filter/JPXDecode"),
        stream(JBIG2_HEAD, GREY % (9, 9) + b"/Filter/JBIG2Decode"),
        stream(
            b"\0",
            GREY % (9, 9) + b"/Filter/CCITTFaxDecode/DecodeParms<</Columns 99999/Rows 99999>>",
        ),
        stream(b"\0", GREY % (9, 9) + b"/Filter/CCF/DecodeParms[<</Columns 999999999>>]"),
        packed(bytes(9), GREY % (3, 3) + b"/DecodeParms<</Predictor 12/Columns 2000000000>>"),
    ],
)
def test_pictures_without_measure_are_refused(image: bytes) -> None:
    """By whatever name they go, and whoever tells their size."""
    pdf = page(
        WHOLE, resources=b"/XObject<</Im 6 0 R>>", more={6: image, 7: b"/Image", 8: b"100000"}
    )
    assert refusal(pdf) == [HUGE]


def test_pictures_in_the_midst_of_a_drawing_have_their_measure_too() -> None:
    """An inline picture of ten thousand million pixels is refused, a small one is not."""
    inline = b"BI /W %d /H %d /BPC 8 /CS /G ID \0 EI"
    assert refusal(page(inline % (100_000, 100_000))) == [HUGE]
    assert remarks(page(inline % (1, 1))) == []
    assert seen(bound(page(inline % (1, 1))))


def test_a_hidden_alternative_does_not_count() -> None:
    """What no viewer draws stays behind, however large: other versions, masks of programs."""
    image = packed(bytes(100), GREY % (10, 10) + b"/Alternates[<</Image 7 0 R>>]/AF[8 0 R]")
    pdf = page(
        WHOLE,
        resources=b"/XObject<</Im 6 0 R>>",
        more={6: image, 7: packed(bytes(9), GREY % (3, 3)), 8: stream(b"SECRET")},
    )
    assert b"SECRET" not in bound(pdf)


@pytest.mark.parametrize(
    "content",
    [
        b"BI " * 300_000,
        b"BI ID " * 200_000,
        b"(" * 500_000,
        b"(a" * 300_000,
        b"<<" * 300_000,
        b"/a " * 300_000,
        b"1 " * 400_000,
        b"q " * 400_000,
        b"/X Do " * 100_000,
    ],
    ids=["BI", "BI ID", "(", "(a", "<<", "names", "numbers", "q", "Do"],
)
def test_drawings_that_lead_readers_astray_take_seconds(content: bytes) -> None:
    """What costs too much is left out, advice first."""
    made = bound(page(packed(content)))
    assert made.startswith(b"%PDF")


def test_deep_nesting_of_values_does_no_harm() -> None:
    """Two thousand arrays inside each other are mended away, told, or refused by name."""
    for value in (b"[" * 2_000 + b"]" * 2_000, b"<</A" * 2_000 + b" 1" + b">>" * 2_000):
        pdf = page(resources=b"/ExtGState<</G<</D %b>>>>" % value)
        with suppress(RecordError):
            assert is_clean(bound(pdf))
