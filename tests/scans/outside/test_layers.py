"""Layers: what viewers hide is not bound."""

from __future__ import annotations

import pytest

from tests.spelled import (
    DRAFT,
    FORM,
    GREY,
    WORDS,
    bound,
    is_clean,
    is_marked,
    look_alike,
    page,
    refusal,
    remarks,
    stream,
    text_of,
)

GROUPS = b"/OCProperties<</OCGs[7 0 R 9 0 R]/D<<%b>>>>"
LAYERED = WORDS + b"\n/OC/M BDC " + DRAFT + b" EMC"


def layered(
    state: bytes, membership: bytes, *, group: bytes = b"", content: bytes = LAYERED
) -> bytes:
    """A page with words in the layer that object 8 is; objects 7 and 9 are layers."""
    return page(
        content,
        resources=b"/Properties<</L 7 0 R/M 8 0 R>>",
        catalog=GROUPS % state,
        more={
            7: b"<</Type/OCG/Name(x)%b>>" % group,
            8: membership,
            9: b"<</Type/OCG/Name(y)>>",
        },
    )


OFF, ON = b"/OFF[7 0 R]", b"/ON[7 0 R]"
MEMBER = b"<</Type/OCMD/OCGs[7 0 R]%b>>"
BOTH = b"<</Type/OCMD/OCGs[7 0 R 9 0 R]%b>>"


@pytest.mark.parametrize(
    ("state", "membership"),
    [
        (state, membership)
        for state in (ON, OFF, b"/BaseState/OFF", b"/BaseState/OFF/ON[9 0 R]", OFF + b"/ON[7 0 R]")
        for membership in (
            b"<</Type/OCG/Name(other)>>",
            MEMBER % b"",
            *(MEMBER % (b"/P/" + policy) for policy in (b"AllOn", b"AnyOn", b"AnyOff", b"AllOff")),
            *(BOTH % (b"/P/" + policy) for policy in (b"AllOn", b"AnyOn", b"AnyOff", b"AllOff")),
            b"<</Type/OCMD/OCGs 7 0 R/P/AnyOn>>",
            b"<</Type/OCMD/OCGs[null]/P/AllOn>>",
            MEMBER % b"/VE[/Not 7 0 R]",
            MEMBER % b"/VE[/And 7 0 R[/Not 9 0 R]]",
            MEMBER % b"/VE[/Or 7 0 R 9 0 R]",
        )
    ],
)
def test_layers_are_seen_as_viewers_see_them(state: bytes, membership: bytes) -> None:
    """By every policy, base state and expression."""
    pdf = layered(state, membership)
    made = bound(pdf)
    assert look_alike(pdf, made)
    is_shown = "BAN NHAP" in text_of(made)
    assert is_shown == is_marked(page(), made)
    assert is_shown or any("lớp bị ẩn" in told for told in remarks(pdf))
    assert b"/OC " not in made
    assert b"/OCMD" not in made


@pytest.mark.parametrize(
    ("usage", "is_shown"),
    [
        (b"/View<</ViewState/OFF>>", False),
        (b"/View<</ViewState/ON>>/Print<</PrintState/OFF>>", True),
        (b"/Print<</PrintState/OFF>>", True),
        (b"/Print<</PrintState/ON>>", True),
    ],
)
@pytest.mark.parametrize("automatic", [b"", b"/AS[<</Event/Print/Category[/Print]/OCGs[7 0 R]>>]"])
def test_layers_meant_for_screen_or_print_are_told(
    usage: bytes, automatic: bytes, *, is_shown: bool
) -> None:
    """What the screen shows is bound; where the print would differ, that is said."""
    pdf = layered(ON + automatic, b"<<>>", group=b"/Usage<<%b>>" % usage)
    pdf = pdf.replace(b"/OC/M BDC", b"/OC/L BDC")
    made = bound(pdf)
    assert ("BAN NHAP" in text_of(made)) == is_shown
    assert look_alike(pdf, made)
    told = " ".join(remarks(pdf))
    assert ("khi xem và khi in" in told) == (b"State/OFF" in usage)


def test_pictures_forms_and_stamps_in_hidden_layers_are_left_out() -> None:
    """A layer may hide a drawing as a whole, wherever it is drawn."""
    image = stream(b"\0" * 100, b"/OC 7 0 R" + GREY % (10, 10))
    drawn = stream(DRAFT, FORM + b"/OC 7 0 R/Resources<</Font<</F1 5 0 R>>>>")
    note = b"<</Subtype/Stamp/F 4/Rect[70 600 310 705]/OC 7 0 R/AP<</N 11 0 R>>>>"
    pdf = page(
        WORDS + b" q 99 0 0 99 9 9 cm /Im Do Q /Fm Do",
        resources=b"/XObject<</Im 6 0 R/Fm 10 0 R>>",
        entries=b"/Annots[%b]" % note,
        catalog=GROUPS % OFF,
        more={
            6: image,
            7: b"<</Type/OCG/Name(x)>>",
            10: drawn,
            11: stream(b"0 0 9 9 re f", b"/Subtype/Form/BBox[0 0 9 9]"),
        },
    )
    made = bound(pdf)
    assert look_alike(page(), made)
    assert "BAN NHAP" not in text_of(made)
    assert any("lớp bị ẩn" in told for told in remarks(pdf))


@pytest.mark.parametrize(
    "hidden",
    [
        b"0 0 300 300 re f",
        b"0 0 300 300 re W f 1 0 0 rg",
        b"BT /F1 20 Tf 9 9 Td (a) Tj (b) ' 1 2 (c) \" [(d) 9] TJ ET",
        b"BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI",
        b"2 0 0 2 50 50 cm /P BMC 0 0 99 99 re B EMC",
        b"1 0 0 RG 9 w 0 0 m 99 99 l S",
    ],
)
def test_what_is_hidden_paints_nothing_and_moves_what_follows(hidden: bytes) -> None:
    """Colours, cuts and shifts inside a hidden layer count for what follows, as in viewers."""
    content = b"q /OC/M BDC " + hidden + b" EMC 20 20 60 60 re B Q " + WORDS
    pdf = layered(OFF, MEMBER % b"", content=content)
    made = bound(pdf)
    assert look_alike(pdf, made)
    assert is_clean(made)


def test_words_that_follow_hidden_ones_on_their_line_are_told() -> None:
    """They cannot be told apart without knowing how wide the hidden ones are."""
    content = b"BT /F1 20 Tf 72 500 Td /OC/M BDC (hidden) Tj EMC (shown) Tj ET"
    assert refusal(layered(OFF, MEMBER % b"", content=content)) == [
        "trang 1 có lớp bị ẩn không tách ra được"
    ]
