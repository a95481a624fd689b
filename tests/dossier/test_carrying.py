"""Objects carried from one PDF into another."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.dossier.binding import bind
from docgen.dossier.parts import DossierPart
from docgen.printing.numerals import numerals

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.dossier.archival import Information

    Bytes = Callable[[str], bytes]

_KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=6)
_LEAVES = (
    st.integers(-(2**31), 2**31 - 1)
    | st.booleans()
    | st.binary(max_size=12).map(pikepdf.String)
    | st.sampled_from([b"1 0 R", b"(1 0 R", b")2 0 R(", b"\\", b"% 3 0 R", b"<</A 1 0 R>>"]).map(
        pikepdf.String
    )
    | _KEYS.map(lambda key: pikepdf.Name("/" + key))
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4).map(pikepdf.Array)
        | st.dictionaries(_KEYS.map("/{}".format), inner, max_size=4).map(pikepdf.Dictionary)
    ),
    max_leaves=12,
)


def with_resource(pdf: bytes, value: Any, *, packed: bool) -> bytes:
    """``pdf`` whose first page refers to ``value`` under the name /Thing."""
    out = io.BytesIO()
    modes = pikepdf.ObjectStreamMode
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.pages[0].Resources.Thing = opened.make_indirect(pikepdf.Array([value]))
        opened.save(out, object_stream_mode=modes.generate if packed else modes.disable)
    return out.getvalue()


def thing_of(pdf: bytes) -> bytes:
    """What the first paper of the dossier ``pdf`` refers to as /Thing, written out."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return bytes(opened.pages[2].Resources.Thing.unparse(resolved=True))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(value=_VALUES, packed=st.booleans())
def test_whatever_a_part_holds_arrives_unchanged(
    cover: bytes, about: Information, value: Any, *, packed: bool
) -> None:
    """Strings that look like references, odd names, deep nesting: all comes through."""
    pdf = bind(
        cover,
        cover,
        [DossierPart(("1",), with_resource(cover, value, packed=packed))],
        numerals(),
        about,
    )
    assert thing_of(pdf) == bytes(pikepdf.Array([value]).unparse(resolved=True))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"(a(b(1 0 R)c)d)", b"a(b(1 0 R)c)d"),
        (b"(see 12 0 R now)", b"see 12 0 R now"),
        (rb"(\(12 0 R\) \\)", rb"(12 0 R) " + b"\\"),
    ],
)
def test_strings_with_brackets_are_no_references(
    cover: bytes, about: Information, written: bytes, meant: bytes
) -> None:
    """Brackets inside a string, however deep, hide what looks like a reference."""
    filler = "x" * (len(written) - 2)
    pdf = with_resource(cover, pikepdf.String(filler), packed=False)
    pdf = pdf.replace(f"({filler})".encode(), written)
    bound = bind(cover, cover, [DossierPart(("1",), pdf)], numerals(), about)
    with pikepdf.open(io.BytesIO(bound)) as opened:
        assert bytes(opened.pages[2].Resources.Thing[0]) == meant


def test_comment_in_an_object_is_no_reference(cover: bytes, about: Information) -> None:
    """A comment may hold anything; it is left out."""
    pdf = with_resource(cover, pikepdf.String("x" * 20), packed=False)
    pdf = pdf.replace(b"(" + b"x" * 20 + b")", b"% (12 0 R\n42" + b" " * 10)
    bound = bind(cover, cover, [DossierPart(("1",), pdf)], numerals(), about)
    assert thing_of(bound) == b"[ 42 ]"


def test_form_fields_become_stamps(cover: bytes, about: Information, typeset: Bytes) -> None:
    """A signature field keeps its look and loses its value; one that is not drawn goes."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(typeset("một"))) as opened:
        look = pikepdf.Dictionary(N=opened.make_stream(b"", BBox=[0, 0, 9, 9]))
        fields = [
            pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, F=2, **more)
            for more in ({"AP": look, "V": "secret", "Rect": [0, 0, 9, 9]}, {"Rect": [0, 0, 0, 0]})
        ]
        kept = pikepdf.Array([opened.make_indirect(field) for field in fields])
        opened.Root.AcroForm = pikepdf.Dictionary(Fields=kept)
        opened.pages[0].Annots = kept
        opened.save(out)
    bound = bind(cover, cover, [DossierPart(("1",), out.getvalue())], numerals(), about)
    with pikepdf.open(io.BytesIO(bound)) as opened:
        stamp, back = opened.pages[2].Annots
        assert [note.Subtype for note in (stamp, back)] == ["/Stamp", "/Link"]
        assert stamp.F == 4
        assert "/V" not in stamp
        assert stamp.AP.N.BBox[2] == 9


def test_page_drawn_by_several_streams_or_none(cover: bytes, about: Information) -> None:
    """Contents may be a list, or missing: the stamp comes over both."""
    split, empty = io.BytesIO(), io.BytesIO()
    with pikepdf.open(io.BytesIO(cover)) as opened:
        page = opened.pages[0]
        drawn = page.Contents.read_bytes()
        page.Contents = pikepdf.Array(
            [opened.make_stream(drawn[:200].rsplit(b"\n", 1)[0]), opened.make_stream(b" ")]
        )
        opened.save(split)
        del page.Contents
        opened.save(empty)
    for pdf, streams in ((split.getvalue(), 4), (empty.getvalue(), 2)):
        bound = bind(cover, cover, [DossierPart(("1",), pdf)], numerals(), about)
        with pikepdf.open(io.BytesIO(bound)) as opened:
            assert len(opened.pages[2].Contents) == streams
            assert not opened.check_pdf_syntax()
