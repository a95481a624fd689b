"""Ends, indexes, pages, boxes and fonts of PDFs from outside."""

from __future__ import annotations

import io

import pikepdf
import pytest

from docgen.errors import RecordError
from docgen.scans import one_file
from tests.spelled import (
    bound,
    file_of,
    is_clean,
    look_alike,
    page,
    refusal,
    remarks,
    stream,
)

UPDATE = b"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"


@pytest.mark.parametrize(
    "tail",
    [
        UPDATE,
        *(UPDATE[:length] for length in (1, 3, 5, 6, 7, 20)),
        b"\n" + UPDATE + b"xref\n0 1\n0000000000 65535 f \n",
        b"\r\n" + UPDATE + b"xref\n2 1\n0000000900 00000 n \ntrailer\n<</Size 6/Prev 1>>\n",
        UPDATE + b"startxref\n1234\n%%E",
        b"xr",
        b"trailer\n<<",
        b"startxref\n9",
        b"%% signed by somebody\n" + UPDATE[:9],
    ],
)
def test_an_update_that_was_cut_off_is_told(tail: bytes) -> None:
    """Whatever is left of it: a signature may be lost."""
    (told,) = refusal(page() + tail)
    assert "cắt cụt ở lần cập nhật cuối" in told


@pytest.mark.parametrize(
    "tail",
    [
        b"",
        b"\n\n",
        b"\0" * 5000,
        b"\r\n<!-- added by a server -->",
        b"%comment",
        b"\x1a",
        b"garbage",
    ],
)
def test_what_follows_the_end_and_is_no_pdf_does_not_matter(tail: bytes) -> None:
    """Filling and garbage behind a whole PDF cost nothing."""
    assert look_alike(page(), bound(page() + tail))


def test_a_signature_over_more_than_there_is_is_told() -> None:
    """A file shorter than what was signed has been cut."""
    sig = b"<</Type/Sig/ByteRange[0 100 200 999999]/Contents<00>>>"
    (told,) = refusal(page(more={6: sig}))
    assert "cắt cụt" in told


def test_a_pdf_without_its_last_mark_is_whole_if_its_index_is_there() -> None:
    """Some scanners leave the mark out; a cut file has no index at the place it names."""
    pdf = page()
    assert look_alike(pdf, bound(pdf.removesuffix(b"%%EOF\n")))
    assert refusal(pdf[: pdf.rindex(b"startxref") + 12]) == ["tệp PDF bị cắt cụt (thiếu phần cuối)"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pdf: b"junk\n" * 20 + pdf,
        lambda pdf: pdf.replace(b"startxref\n", b"startxref\n9"),
        lambda pdf: pdf.replace(b" 00000 n", b" 00001 n"),
        lambda pdf: pdf.replace(b"xref\n0", b"xrfe\n0"),
        lambda pdf: pdf.replace(b"0000000", b"0000001"),
        lambda pdf: pdf.replace(b"\n", b"\r\n"),
    ],
    ids=["offset", "start", "generations", "word", "places", "line ends"],
)
def test_a_damaged_index_is_made_anew(spoil: object) -> None:
    """Viewers show such a PDF; so does the dossier."""
    pdf = page()
    made = bound(spoil(pdf))  # type: ignore[operator]
    assert look_alike(pdf, made)
    assert is_clean(made)


def test_pages_that_are_lost_are_told() -> None:
    """A page whose object is gone is no page less: the file is refused."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 2/Kids[3 0 R 9 0 R]>>",
        3: leaf,
        4: stream(b"0 0 9 9 re f"),
    }
    assert refusal(file_of(bodies)) == ["tệp PDF bị hỏng: chỉ đọc được 1 trong 2 trang"]
    bodies[2] = b"<</Type/Pages/Count 3/Kids[3 0 R]>>"
    assert refusal(file_of(bodies)) == ["tệp PDF bị hỏng: chỉ đọc được 1 trong 3 trang"]
    bodies[2] = b"<</Type/Pages/Count 1/Kids[3 0 R 3 0 R]>>"
    assert remarks(file_of(bodies)) == [
        "tệp PDF có chỗ hỏng, đã được sửa khi đọc",
        "tệp PDF ghi là có 1 trang nhưng có 2 trang",
    ]


@pytest.mark.parametrize(
    ("box", "crop"),
    [
        (b"[595 842 0 0]", b""),
        (b"[0 842 595 0]", b""),
        (b"[595 0 0 842]", b"/CropBox[500 700 50 60]"),
        (b"[0 0 595 842]", b"/CropBox[500 60 50 700]"),
        (b"[-100 -50 495.5 792.25]", b"/CropBox[400 700 -60 10]"),
    ],
)
@pytest.mark.parametrize("turn", [0, 90])
def test_boxes_named_from_any_corner_are_bound(box: bytes, crop: bytes, turn: int) -> None:
    """A box is the same from whichever corners it is told."""
    pdf = page(box=box, entries=crop + b"/Rotate %d" % turn)
    assert look_alike(pdf, bound(pdf))


@pytest.mark.parametrize(
    ("inside", "is_kept", "said"),
    [
        (b"a.exe", False, "không kèm tệp gốc"),
        (b"run.pdf.bat", False, "không kèm tệp gốc"),
        (b"noname", False, "không kèm tệp gốc"),
        (b"hoa-don.xml", True, "cùng các tệp đó"),
    ],
)
def test_what_a_signed_file_has_inside_is_said(inside: bytes, said: str, *, is_kept: bool) -> None:
    """The original is attached with what it has inside, which is named, or left out."""
    pdf = page(
        catalog=b"/AcroForm<</SigFlags 3>>/Names<</EmbeddedFiles<</Names[(a)9 0 R]>>>>",
        entries=b"/Annots[6 0 R]",
        more={
            6: b"<</Subtype/Widget/FT/Sig/T(s)/F 132/Rect[9 9 99 60]/V 8 0 R/AP<</N 7 0 R>>>>",
            7: stream(b"0 0 9 9 re f", b"/Subtype/Form/BBox[0 0 9 9]"),
            8: b"<</Type/Sig/ByteRange[0 10 20 30]/Contents<00>>>",
            9: b"<</Type/Filespec/F(%b)/EF<</F 10 0 R>>>>" % inside,
            10: stream(b"MZ"),
        },
    )
    screened = one_file.let_in(pdf, "da-ky/04.pdf")
    assert screened.is_kept == is_kept
    (told,) = (problem.what.vi for problem in screened.remarks)
    assert said in told
    assert inside.decode() in told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"/Helvetica", None),
        (b"/Arial,Bold", None),
        (b"/ABCDEF+TimesNewRomanPS-BoldMT", None),
        (b"/.VnTime", ".VnTime"),
        (b"/#CB#CE#CC#E5", "#cb#ce#cc#e5"),
        (b"/Ph#C3#B4ng#20ch#E1#BB#AF", "Phông chữ"),
    ],
)
def test_fonts_that_are_not_inside_keep_their_names(name: bytes, told: str | None) -> None:
    """A viewer that has the font finds it by its name; that others may not is said."""
    pdf = page(more={5: b"<</Type/Font/Subtype/TrueType/BaseFont%b>>" % name})
    made = bound(pdf)
    with pikepdf.open(io.BytesIO(made)) as opened:
        form = opened.pages[0].Resources.XObject["/Page"]
        assert form.Resources.Font.F1.BaseFont.unparse() == pikepdf.Object.parse(name).unparse()
    said = remarks(pdf)
    assert [told in line for line in said] == [True] if told else said == []


@pytest.mark.parametrize(("encoding", "told"), [(b"/Identity-H", True), (b"/UniGB-UCS2-H", False)])
def test_letters_told_by_their_place_need_their_own_font(encoding: bytes, told: bool) -> None:  # noqa: FBT001
    """Another font of that name has other letters there, even if every machine has one."""
    kid = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/TimesNewRoman>>"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/TimesNewRoman/Encoding%b/DescendantFonts[6 0 R]>>"
    said = remarks(page(more={5: font % encoding, 6: kid}))
    assert any("TimesNewRoman" in line for line in said) == told


@pytest.mark.parametrize(("name", "told"), [(b"F1", False), (b"F2", True), (b"F#31", False)])
def test_words_in_a_font_that_is_not_there_are_told(name: bytes, told: bool) -> None:  # noqa: FBT001
    """Viewers leave them out."""
    said = remarks(page(b"BT /%b 14 Tf 72 760 Td (QUYET DINH) Tj ET" % name))
    assert any("không có trong tệp" in line for line in said) == told


@pytest.mark.parametrize("unit", [b"0", b"-2", b"(x)", b"1"])
def test_a_unit_that_measures_nothing_counts_as_one(unit: bytes) -> None:
    """The page keeps the size that its box tells, and is bound."""
    made = bound(page(entries=b"/UserUnit %b" % unit))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert [float(side) for side in opened.pages[0].mediabox] == [0, 0, 595, 842]


def test_a_larger_unit_makes_the_page_larger() -> None:
    """A page of 300 points in units of two is as large as one of 600."""
    with pytest.raises(RecordError, match="impossible size"):
        bound(page(box=b"[0 0 300 420]", entries=b"/UserUnit 100"))
    assert bound(page(box=b"[0 0 300 420]", entries=b"/UserUnit 2"))
