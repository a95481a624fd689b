"""Scans at random: PDFs and pictures, changed; let in clean, or refused by name.

By hand, long: ``python -m tests.fuzz.scans --minutes 10``; with ``--viewer`` also held against
what a viewer shows: where the dossier shows something else, that must have been said.
"""

from __future__ import annotations

import io
import re
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
from PIL import Image

from docgen.dossier.archival import Information
from docgen.dossier.binding import bind
from docgen.dossier.parts import DossierPart
from docgen.errors import DocgenError
from docgen.printing.labels import Label, label
from docgen.printing.numerals import numerals
from docgen.printing.typeset import Source, typeset
from docgen.scans import one_file
from docgen.scans.pictures import to_pdf
from tests import foreign
from tests.foreign import picture, saved
from tests.fuzz.changes import ANY, WRITTEN, swapped
from tests.fuzz.harness import main
from tests.pdfs import page_sizes
from tests.spelled import DRAFT, FORM, GREY, WHOLE, WORDS, look_alike, packed, page, scan, stream

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from docgen.scans.outside.fields import Writing

_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_REFERENCE = re.compile(rb"\d+ 0 R")
_NUMBER = re.compile(rb"\d+")
_ABOUT = Information("Hồ sơ", "UBND xã", date(2026, 9, 5))


def _update() -> bytes:
    """A PDF with an update behind it: another drawing."""
    first = page()
    drawn = b"4 0 obj\n" + stream(DRAFT) + b"\nendobj\n"
    at = len(first) + len(drawn)
    index = b"xref\n4 1\n%010d 00000 n \n" % len(first)
    before = re.findall(rb"startxref\s+(\d+)", first)[-1]
    trailer = b"trailer\n<</Size 6/Root 1 0 R/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (before, at)
    return first + drawn + index + trailer


def _layered() -> bytes:
    """A PDF with words in a hidden layer."""
    return page(
        WORDS + b" /OC/M BDC " + DRAFT + b" EMC",
        resources=b"/Properties<</M 6 0 R>>",
        catalog=b"/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>",
        more={6: b"<</Type/OCMD/OCGs[7 0 R]/P/AllOn>>", 7: b"<</Type/OCG/Name(x)>>"},
    )


def _noted() -> bytes:
    """A PDF with notes, fields and a drawing in a drawing, on a turned page."""
    square = b"<</Subtype/Square/F 4/Rect[70 655 310 705]/C[1 0 0]>>"
    field = b"<</Subtype/Widget/FT/Tx/F 4/Rect[72 600 400 630]/V(Nguyen Van A)/DA(/F 14 Tf 0 g)>>"
    stamp = b"<</Subtype/Stamp/F 20/Rect[200 400 300 430]/AP<</N 6 0 R>>>>"
    look = FORM.replace(b"595 842", b"100 30") + b"/Resources<</Font<</F1 5 0 R>>>>"
    return page(
        WORDS + b" /X Do",
        resources=b"/XObject<</X 7 0 R>>",
        entries=b"/Rotate 90/Annots[%b %b %b]" % (square, field, stamp),
        catalog=b"/AcroForm<</Fields[]/NeedAppearances true>>",
        more={
            6: stream(b"1 0 0 RG 1 1 98 28 re S BT /F1 14 Tf 5 8 Td (DA KY) Tj ET", look),
            7: packed(b"0 0 1 rg 300 300 99 99 re f", FORM),
        },
    )


@cache
def _seeds() -> Mapping[str, bytes]:
    modes = pikepdf.ObjectStreamMode
    small, fax = picture(120, 170), picture(120, 170, "1")
    return {
        "plain": foreign.pdf(2, object_stream_mode=modes.disable),
        "bundled": foreign.pdf(2, object_stream_mode=modes.generate),
        "for the web": foreign.pdf(2, linearize=True),
        "signed": foreign.signed(),
        "spelled": page(),
        "updated": _update(),
        "layered": _layered(),
        "noted": _noted(),
        "picture": scan(packed(bytes(i % 251 for i in range(2_500)), GREY % (50, 50)), WHOLE),
        "jpeg in a pdf": to_pdf(saved(small, "JPEG"), "x", 1),
        "jpeg": saved(small, "JPEG"),
        "cmyk": saved(picture(60, 90, "CMYK"), "JPEG"),
        "png": saved(small, "PNG"),
        "palette": saved(picture(60, 90, "P"), "PNG"),
        "tiff": saved(fax, "TIFF", save_all=True, append_images=[fax], compression="group4"),
    }


def _write(writing: Writing) -> bytes | None:
    return label(Label(*writing))


@cache
def _cover() -> bytes:
    return typeset(Source('#set page("a4")\n= Bìa'), "cover")


@dataclass(frozen=True, slots=True)
class Scans:
    """Files in ``da-ky/``.

    Attributes:
        with_viewer: Whether the dossier is held against what a viewer shows of the file.
    """

    with_viewer: bool = False

    @property
    def name(self) -> str:
        """What they are called."""
        return "scans"

    def seeds(self) -> Mapping[str, bytes]:
        """PDFs of several makers, and pictures."""
        return _seeds()

    def changed(self, data: bytes, dice: random.Random) -> bytes:
        """A picture byte by byte, a PDF by its words as well."""
        if not data.startswith(b"%PDF"):
            return dice.choice(ANY)(data, dice)
        if dice.random() < 0.3:
            return swapped(data, dice, dice.choice((_NAME, _REFERENCE, _NUMBER)))
        return dice.choice(WRITTEN)(data, dice)

    def verdict(self, data: bytes) -> str:
        """Bound, and the dossier is clean; or refused, by name and with a hint."""
        try:
            screened = one_file.let_in(data, "da-ky/04.x", _write)
            scan = one_file.Scan("04.x", data, screened)
            paper = one_file.one_paper([scan], "da-ky/04.x")
        except DocgenError as fault:
            return _refused(fault)
        part = DossierPart(("4",), paper)
        assert len(page_sizes(paper)) == len(screened.source.pages)
        _assert_clean(bind(_cover(), _cover(), [part], numerals(), _ABOUT))
        if self.with_viewer and not screened.remarks and data.startswith(b"%PDF"):
            _assert_shown(data, paper)
        return "bound with remarks" if screened.remarks else "bound"


def _refused(fault: DocgenError) -> str:
    assert {problem.place.file for problem in fault.problems} == {"da-ky/04.x"}
    for problem in fault.problems:
        assert all((*problem.what, *problem.hint))
    return "refused"


def _assert_clean(dossier: bytes) -> None:
    with pikepdf.open(io.BytesIO(dossier)) as pdf:
        assert pdf.check_pdf_syntax() == []


def _assert_shown(data: bytes, paper: bytes) -> None:
    try:
        is_same = look_alike(data, paper, 0.5)
    except Exception:  # noqa: BLE001 - the viewer opens less than is mended here
        return
    assert is_same, "the dossier shows something else, and nothing was said"


if __name__ == "__main__":
    Image.MAX_IMAGE_PIXELS = None
    wants_viewer = "--viewer" in sys.argv
    main(Scans(wants_viewer), [one for one in sys.argv[1:] if one != "--viewer"])
