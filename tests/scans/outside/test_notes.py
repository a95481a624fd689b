"""Form fields and notes: what viewers show of them is bound, the rest is told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest

from docgen.printing.labels import Label, label
from tests.spelled import (
    FORM,
    bound,
    is_clean,
    is_marked,
    look_alike,
    page,
    remarks,
    stream,
    text_of,
)

if TYPE_CHECKING:
    from docgen.scans.outside.fields import Writing


def write(writing: Writing) -> bytes | None:
    """The pen of the real program."""
    return label(Label(*writing))


FIELD = b"<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T(hoten)/Rect[72 600 400 630]%b>>"
BARE = b"/AcroForm<</Fields[6 0 R]>>"


def form(field: bytes, entries: bytes = b"") -> bytes:
    """A page with one field."""
    catalog = b"/AcroForm<</Fields[6 0 R]/DA(/F1 14 Tf 0 g)/DR<</Font<</F1 5 0 R>>>>%b>>" % entries
    return page(entries=b"/Annots[6 0 R]", catalog=catalog, more={6: field})


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (FIELD % b"/DA(/F1 14 Tf 0 g)/V(Nguyen Van A ky)", "Nguyen Van A ky"),
        (FIELD % b"/V<FEFF004E0067007500791EC5006E002000560103006E>", "Nguyễn Văn"),
        (FIELD % b"/Ff 4096/V(Dong mot\rDong hai)", "Dong hai"),
        (FIELD % b"/Ff 16777216/MaxLen 12/V(012345678901)", "0"),
        (
            b"<</Subtype/Widget/FT/Ch/F 4/Rect[72 600 400 630]/V(b)/Opt[[(a)(Mot)][(b)(Hai)]]>>",
            "Hai",
        ),
        (b"<</Subtype/Widget/F 4/Rect[72 600 400 630]/Parent 7 0 R>>", "Cha"),
        (
            b"<</Subtype/FreeText/F 4/Rect[400 630 72 600]/DA(1 0 0 rg /X 12 Tf)/Contents(Them)>>",
            "Them",
        ),
    ],
    ids=["typed", "marks", "lines", "cells", "choice", "inherited", "free text"],
)
def test_what_was_typed_into_a_form_is_bound(field: bytes, words: str) -> None:
    """Where viewers make the look of a field, we do, with a font that has every letter."""
    catalog = b"/AcroForm<</Fields[6 0 R]/NeedAppearances true/DA(/F1 14 Tf 0 g)>>"
    parent = {7: b"<</FT/Tx/T(c)/V(Cha)/Kids[6 0 R]>>"}
    pdf = page(entries=b"/Annots[6 0 R]", catalog=catalog, more={6: field, **parent})
    made = bound(pdf, write)
    with pikepdf.open(io.BytesIO(made)) as opened:
        (stamp,) = opened.pages[0].Annots
        form_pdf = pikepdf.new()
        blank = form_pdf.add_blank_page(page_size=(400, 40))
        look = form_pdf.copy_foreign(stamp.AP.N)
        blank.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Look=look))
        blank.Contents = form_pdf.make_stream(b"/Look Do")
        out = io.BytesIO()
        form_pdf.save(out)
    assert words in text_of(out.getvalue())
    assert is_marked(page(), made)
    assert is_clean(made)
    assert remarks(pdf, write) == []
    told = remarks(pdf)
    assert len(told) == 1
    assert "trang 1 có phần không đưa được vào hồ sơ" in told[0]


def test_letters_that_no_font_has_are_told() -> None:
    """A field in a script that we cannot write is named."""
    (told,) = remarks(form(FIELD % b"/V<FEFF6F225B57>"), write)
    assert "nội dung ô biểu mẫu “hoten”" in told


def test_an_empty_field_is_no_matter() -> None:
    """Fields that nobody filled in, and those that have their own look, are not spoken of."""
    own = b"/AP<</N 7 0 R>>/V(x)"
    look = {7: stream(b"0 0 9 9 re f", b"/Subtype/Form/BBox[0 0 9 9]")}
    assert remarks(form(FIELD % b"")) == remarks(form(FIELD % b"/V()")) == []
    pdf = page(entries=b"/Annots[6 0 R]", catalog=BARE, more={6: FIELD % own, **look})
    assert remarks(pdf) == []
    assert look_alike(pdf, bound(pdf))


def test_ticked_boxes_show_their_state() -> None:
    """Of several looks the one of its state is bound; a tick without any look is told."""
    looks = {
        7: stream(b"0 0 9 9 re f", b"/Subtype/Form/BBox[0 0 9 9]"),
        8: stream(b"", b"/Subtype/Form/BBox[0 0 9 9]"),
    }
    box = b"<</Subtype/Widget/FT/Btn/T(b)/F 4/Rect[72 600 90 618]/AS/%b/AP<</N%b>>>>"
    both = b"<</Yes 7 0 R/Off 8 0 R>>"
    for state in (b"Yes", b"Off"):
        pdf = page(entries=b"/Annots[6 0 R]", catalog=BARE, more={6: box % (state, both), **looks})
        assert look_alike(pdf, bound(pdf))
    bare = b"<</Subtype/Widget/FT/Btn/T(b)/F 4/Rect[72 600 90 618]/AS/Yes>>"
    assert "ô biểu mẫu" in remarks(page(entries=b"/Annots[6 0 R]", more={6: bare}))[0]


NOTES = {
    "square": b"/Subtype/Square/C[1 0 0]/IC[.9 .9 1]/BS<</W 3>>",
    "circle": b"/Subtype/Circle/C[0 .5 0]/Border[0 0 2]",
    "highlight": b"/Subtype/Highlight/C[1 1 0]/QuadPoints[80 695 300 695 80 665 300 665]",
    "underline": b"/Subtype/Underline/C[1 0 0]/QuadPoints[80 695 300 695 80 665 300 665]",
    "strike": b"/Subtype/StrikeOut/C[1 0 0]/QuadPoints[80 695 300 695 80 665 300 665]",
    "ink": b"/Subtype/Ink/C[0 0 1]/BS<</W 2>>/InkList[[80 670 150 700 220 670 300 700]]",
}
"""Those whose look the viewer of these tests makes as well."""
MORE_NOTES = {
    "line": b"/Subtype/Line/L[80 670 300 690]",
    "polygon": b"/Subtype/Polygon/Vertices[80 670 300 690 200 660]",
    "polyline": b"/Subtype/PolyLine/Vertices[80 670 300 690 200 660]",
    "squiggle": b"/Subtype/Squiggly/QuadPoints[80 695 300 695 80 665 300 665]",
}


@pytest.mark.parametrize("entries", NOTES.values(), ids=NOTES)
def test_notes_without_look_are_drawn_as_viewers_draw_them(entries: bytes) -> None:
    """Lines, boxes and marks that were drawn on the page stand in the dossier."""
    note = b"/Annots[<</Type/Annot/F 4/Rect[70 655 310 705]%b>>]" % entries
    pdf = page(entries=note)
    made = bound(pdf)
    assert is_marked(page(), made)
    assert look_alike(pdf, made, 0.4)
    assert is_clean(made)


@pytest.mark.parametrize("entries", MORE_NOTES.values(), ids=MORE_NOTES)
def test_other_notes_are_drawn_too(entries: bytes) -> None:
    """So do those that only some viewers draw."""
    note = b"/Annots[<</Type/Annot/F 4/Rect[70 655 310 705]%b>>]" % entries
    made = bound(page(entries=note))
    assert is_marked(page(), made)
    assert remarks(page(entries=note)) == []


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (b"/Subtype/Stamp/Name/Approved", "con dấu"),
        (b"/Subtype/Text/Contents(x)", "ghi chú"),
        (b"/Subtype/Caret", "Caret"),
        (b"/Subtype/Stamp/AP<</N 6 0 R>>", "con dấu"),
        (b"/Subtype/FreeText/Contents(x)/DA(/F 9 Tf)", "chữ ghi thêm"),
    ],
)
def test_notes_that_cannot_be_shown_are_told(note: bytes, words: str) -> None:
    """By page, and by what they are; a look without a box is none."""
    pdf = page(
        entries=b"/Annots[<</F 4/Rect[70 655 310 705]%b>>]" % note,
        more={6: stream(b"0 0 9 9 re f", b"/Subtype/Form")},
    )
    (told,) = remarks(pdf)
    assert told == f"trang 1 có phần không đưa được vào hồ sơ: {words}"


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize("flags", [4, 20, 16, 28])
@pytest.mark.parametrize("matrix", [b"", b"/Matrix[0 1 -1 0 30 0]", b"/Matrix[2 0 0 2 5 5]"])
def test_a_stamp_stands_as_viewers_show_it(turn: int, flags: int, matrix: bytes) -> None:
    """Turned with its page or upright, whatever matrix its look has."""
    look = (
        FORM.replace(b"0 0 595 842", b"0 0 100 30") + b"/Resources<</Font<</F1 5 0 R>>>>" + matrix
    )
    drawn = b"1 0 0 RG 1 1 98 28 re S BT /F1 14 Tf 5 8 Td (DA KY) Tj ET"
    note = b"<</Type/Annot/Subtype/Stamp/F %d/Rect[200 400 300 430]/AP<</N 6 0 R>>>>" % flags
    pdf = page(entries=b"/Rotate %d/Annots[%b]" % (turn, note), more={6: stream(drawn, look)})
    assert look_alike(pdf, bound(pdf))
