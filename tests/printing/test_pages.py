"""Pages counted without reading the PDF."""

from __future__ import annotations

import io

import pikepdf
import pytest

from docgen.printing.pages import count_pages, is_whole
from docgen.printing.typeset import Source, typeset

MADE = typeset(Source('#set document(title: "x")\n' + "#page[một]\n" * 7), "pages")


def rewritten(mode: pikepdf.ObjectStreamMode) -> bytes:
    """The same pages saved by another program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(MADE)) as pdf:
        pdf.save(out, object_stream_mode=mode)
    return out.getvalue()


def test_pages_are_counted_in_the_open() -> None:
    """As Typst and LibreOffice write them."""
    assert count_pages(MADE) == 7


@pytest.mark.parametrize(
    "mode", [pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable]
)
def test_pages_are_counted_in_compressed_object_streams(mode: pikepdf.ObjectStreamMode) -> None:
    """As Word and newer LibreOffice write them."""
    assert count_pages(rewritten(mode)) == 7


def test_a_damaged_stream_counts_for_nothing() -> None:
    """What cannot be inflated has no pages."""
    assert count_pages(b"%PDF-1.7 <</Type /ObjStm>> stream\nnot deflated endstream %%EOF") == 0


def test_a_pdf_cut_short_is_not_whole() -> None:
    """The end mark is what is missing."""
    assert is_whole(MADE)
    assert not is_whole(MADE[:-2000])
    assert not is_whole(b"")
