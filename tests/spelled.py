"""PDFs spelled out object by object, as no library would write them, and how viewers show them."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from docgen.errors import RecordError
from docgen.scans import one_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.scans.outside.fields import Pen

FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
GREY = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
WHOLE = b"q 595 0 0 842 0 0 cm /Im Do Q"
"""Draws the picture /Im over the whole page."""
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = b"BT /F1 14 Tf 72 760 Td (QUYET DINH 45/QD-UBND) Tj 0 -30 Td (Dieu 1) Tj ET"
DRAFT = b"BT /F1 40 Tf 72 500 Td (BAN NHAP) Tj ET"


def file_of(bodies: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered as told, with a right index."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    rows = {}
    for number, body in bodies.items():
        rows[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size, start = max(bodies) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        at = rows.get(number)
        out += b"0000000000 65535 f \n" if at is None else b"%010d 00000 n \n" % at
    out += b"trailer\n<<%b/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, size, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream with these entries."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def packed(data: bytes, entries: bytes = b"") -> bytes:
    """The same, packed."""
    return stream(zlib.compress(data), entries + b"/Filter/FlateDecode")


def page(
    content: bytes = WORDS,
    *,
    resources: bytes = b"",
    entries: bytes = b"",
    catalog: bytes = b"",
    box: bytes = b"[0 0 595 842]",
    more: Mapping[int, bytes] | None = None,
) -> bytes:
    """A PDF of one page; its objects have the numbers 1 to 5, those in ``more`` from 6 on."""
    body = b"<</Type/Page/Parent 2 0 R/MediaBox%b/Resources<</Font<</F1 5 0 R>>%b>>/Contents 4 0 R"
    bodies = {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: body % (box, resources) + entries + b">>",
        4: content if content.startswith(b"<<") else stream(content),
        5: FONT,
    }
    return file_of({**bodies, **(more or {})})


def bound(pdf: bytes, pen: Pen | None = None) -> bytes:
    """``pdf`` let in and bound as the scan of a paper."""
    screened = one_file.let_in(pdf, "da-ky/04.pdf", pen)
    return one_file.one_paper([one_file.Scan("04.pdf", pdf, screened)], "da-ky/04.pdf")


def remarks(pdf: bytes, pen: Pen | None = None) -> list[str]:
    """What is said of ``pdf`` when it is let in."""
    screened = one_file.let_in(pdf, "da-ky/04.pdf", pen)
    return [problem.what.vi for problem in screened.remarks]


def seen(pdf: bytes) -> list[Image.Image]:
    """The pages of ``pdf`` as a viewer shows them, notes and fields included."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    document.init_forms()
    return [leaf.render(scale=0.5).to_pil().convert("RGB") for leaf in document]


def look_alike(pdf: bytes, other: bytes, apart: float = 0.1) -> bool:
    """Whether a viewer shows both with the same pages, but for the smoothing of edges."""
    one, two = seen(pdf), seen(other)
    return len(one) == len(two) and all(
        left.size == right.size and _distance(left, right) < apart
        for left, right in zip(one, two, strict=True)
    )


def _distance(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart, on average, of 255."""
    return max(ImageStat.Stat(_difference(one, other)).mean)


def _difference(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageChops.difference(one, other)


def is_marked(pdf: bytes, other: bytes) -> bool:
    """Whether the first page of one shows something that the other does not."""
    one, two = seen(pdf)[0], seen(other)[0]
    return max(high for _, high in _difference(one, two).getextrema()) > 100  # type: ignore[misc]


def scan(image: bytes, content: bytes = WHOLE) -> bytes:
    """A page with the picture that the object ``image`` is."""
    return page(content, resources=b"/XObject<</Im 6 0 R>>", more={6: image})


def text_of(pdf: bytes) -> str:
    """The words of all pages."""
    return "\n".join(leaf.extract_text() for leaf in PdfReader(io.BytesIO(pdf)).pages)


def is_clean(pdf: bytes) -> bool:
    """Whether qpdf finds no fault."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return not opened.check_pdf_syntax()


def refusal(pdf: bytes) -> list[str]:
    """Why ``pdf`` is refused."""
    with pytest.raises(RecordError) as caught:
        bound(pdf)
    assert {problem.place.file for problem in caught.value.problems} == {"da-ky/04.pdf"}
    assert all(problem.hint.vi and problem.hint.en for problem in caught.value.problems)
    return [problem.what.vi for problem in caught.value.problems]
