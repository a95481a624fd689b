"""References in the text of an object: the quick way finds what the exact one finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from docgen.dossier.references import TOKEN, parted

if TYPE_CHECKING:
    import re

_WORDS = st.sampled_from(
    [
        *(b"5 0 R", b"12 0 R", b"7 1 R", b"0 R", b"12 0 Rx", b"/P 5 0 R/K", b"/A5 0 R", b"3 0"),
        *(b"5 0\nR", b"5  0 R", b"(5 0 R)", b"(a(b)c)", b"(\\))", b"(", b")", b"%", b"<41>", b"<<"),
        *(b">>", b"[", b"]", b"/Name", b"R", b"1.5", b"-2", b"/ID(x)", b"/Headers[(x)]", b"null"),
        *(b"/StructParents 3", b"/StructParent 4", b"{", b"}", b"\x00", b"\t"),
    ]
)
_HEADS = st.lists(st.tuples(_WORDS, st.sampled_from([b"", b" ", b"", b"\n"]))).map(
    lambda pairs: b"".join(word + blank for word, blank in pairs)
)


def exactly(head: bytes) -> bytes | None:
    """``head`` with each reference in ``«»``, as signs are looked at one by one; None in doubt."""

    def marked(found: re.Match[bytes]) -> bytes:
        if found.lastgroup != "generation":
            return found[0]
        return b"\xab" + found["number"] + b"\xbb" if int(found["generation"]) == 0 else found[0]

    if any(found.lastgroup in ("doubt", "id", "headers", "tag") for found in TOKEN.finditer(head)):
        return None
    return TOKEN.sub(marked, head)


@given(head=_HEADS)
@example(b"<</Type/StructElem/S/P/P 50 0 R/K[0 51 0 R 52 0 R]/Pg 277 0 R>>")
@example(b"5 0 R6 0 R")
@example(b"[5 0 R 0 R]")
@example(b"(12 0 R)")
def test_what_is_parted_at_once_is_what_the_grammar_finds(head: bytes) -> None:
    """Where the quick way says where the references are, the exact one says so too."""
    pieces = parted(head)
    if pieces is None:
        return
    pieces[1::2] = [b"\xab" + number + b"\xbb" for number in pieces[1::2]]
    assert b"".join(pieces) == exactly(head)


def test_what_a_typesetter_writes_is_parted_at_once() -> None:
    """The usual object of a print takes the quick way, strings and all."""
    head = b"<</Type/Annot/Contents(Trang 2)/P 50 0 R/Dest[9 0 R/XYZ 1 2.5 0]>>"
    assert parted(head) == [
        b"<</Type/Annot/Contents(Trang 2)/P ",
        b"50",
        b"/Dest[",
        b"9",
        b"/XYZ 1 2.5 0]>>",
    ]
