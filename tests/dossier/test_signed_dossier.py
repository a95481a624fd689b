"""A dossier with signed scans, originals kept inside, and the end-of-file sheet."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from docgen.dossier.attachments import Attachment
from docgen.dossier.binding import bind
from docgen.dossier.parts import DossierPart
from docgen.printing.numerals import numerals
from docgen.scans import inbox
from tests import foreign
from tests.foreign import picture, saved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docgen.dossier.archival import Information

    Bytes = Callable[[str], bytes]
    Faults = Callable[[bytes], list[str]]
    Rows = Callable[[Sequence[str]], bytes]

QPDF = shutil.which("qpdf")
STEMS = ("01-nghi-quyet", "04-quyet-dinh", "05-quy-che")


def across(new: pikepdf.Pdf) -> None:
    """Show the second page turned, and leave the drawing of the first one open."""
    new.pages[1].Rotate = 270
    new.pages[0].Contents = new.make_stream(b"q q .1 0 0 .1 0 0 cm BT /F0 99 Tf (Open) Tj ET")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> inbox.Scans:
    """Papers that came back: one as a turned PDF, one with a digital signature and a picture."""
    package = tmp_path_factory.mktemp("Hồ sơ xã Tân Mỹ")
    for name, data in {
        "01-nghi-quyet.pdf": foreign.pdf(2, change=across),
        "04-quyet-dinh-1.pdf": foreign.signed(),
        "04-quyet-dinh-2.jpg": saved(picture(2339, 1654), "JPEG"),
    }.items():
        (package / "da-ky").mkdir(exist_ok=True)
        (package / "da-ky" / name).write_bytes(data)
    return inbox.read(package, STEMS)


@pytest.fixture(scope="module")
def bound(
    signed: inbox.Scans,
    cover: bytes,
    listing: Rows,
    typeset: Bytes,
    about: Information,
) -> bytes:
    """Those papers and a print bound, with the last sheet and the original."""
    parts = [
        DossierPart((stem,), scan.pdf, f"docgen:{stem}") for stem, scan in signed.papers.items()
    ]
    parts.append(DossierPart(("05-quy-che",), typeset("= Quy chế"), "docgen:05-quy-che"))
    parts.append(DossierPart(("Ngoài danh mục",), typeset("= Phụ")))
    return bind(
        cover,
        listing([part.link for part in parts if part.link]),
        parts,
        numerals(),
        about,
        closing=typeset("Tờ cuối #pagebreak() hết"),
        attachments=signed.papers["04-quyet-dinh"].originals,
    )


def test_scans_and_prints_follow_each_other(bound: bytes) -> None:
    """Every page of a scan stands in its place under its continuous number; the last has none."""
    texts = [page.extract_text().split() for page in PdfReader(io.BytesIO(bound)).pages]
    known = {"Open", "Scan", "Quy", "Phụ", "hết"}
    ends = [[word for word in text[-1:] if word.isdigit()] for text in texts]
    starts = [[word for word in text if word in known] for text in texts]
    assert [start + end for start, end in zip(starts, ends, strict=True)][2:] == [
        ["Open", "1"],
        ["Scan", "2"],
        ["Scan", "3"],
        ["4"],
        ["Quy", "5"],
        ["Phụ", "6"],
        [],
        ["hết"],
    ]


def test_pages_around_the_papers_have_other_labels(bound: bytes) -> None:
    """Cover, list and last sheet count i to iv; the papers 1 to 6."""
    labels = PdfReader(io.BytesIO(bound)).page_labels
    assert labels == ["i", "ii", "1", "2", "3", "4", "5", "6", "iii", "iv"]


def test_outline_goes_beyond_the_list(bound: bytes) -> None:
    """A paper that no row of the list names, and the last sheet, are in the outline."""
    reader = PdfReader(io.BytesIO(bound))
    lines = {str(line.title): reader.get_destination_page_number(line) for line in reader.outline}  # type: ignore[union-attr, arg-type]
    assert list(lines)[-2:] == ["Ngoài danh mục", "Chứng từ kết thúc"]
    assert list(lines.values()) == [0, 1, 2, 4, 6, 7, 8]


def test_the_number_stands_upright_in_the_corner_of_any_scan(bound: bytes) -> None:
    """On turned pages, and on those whose drawing was left open, the number is where it belongs."""
    document = pypdfium2.PdfDocument(bound)
    for number in (2, 3, 4, 5):
        image = document[number].render(scale=1, grayscale=True).to_pil()
        corner = image.crop((image.width - 100, 0, image.width, 60)).point(lambda grey: 255 - grey)
        left, top, right, bottom = corner.getbbox()
        assert 100 - right == pytest.approx(42.5, abs=1.5)
        assert bottom == pytest.approx(25.5, abs=1.5)
        assert bottom - top > right - left > 2


def test_scans_are_linked_with_the_list(bound: bytes) -> None:
    """Rows lead to the first page of each scan, whose number leads back; the last sheet is free."""
    pages = PdfReader(io.BytesIO(bound)).pages
    references = [page.indirect_reference for page in pages]
    rows: list[Any] = list(pages[1].annotations or [])
    assert [references.index(row.get_object()["/Dest"][0]) for row in rows] == [2, 4, 6]
    backs = [[note.get_object() for note in page.annotations or []] for page in pages]
    ways = [sum("/Dest" in note for note in notes) for notes in backs]
    assert ways == [0, 3, 1, 0, 1, 0, 1, 1, 0, 0]


def test_the_signed_original_is_inside_byte_by_byte(bound: bytes) -> None:
    """Viewers list it, with what it is; its bytes are those that were signed."""
    with pikepdf.open(io.BytesIO(bound)) as opened:
        attached = opened.attachments["04-quyet-dinh-1.pdf"]
        assert attached.description == "Bản gốc đã ký số: 04-quyet-dinh-1.pdf"
        assert attached.get_file().read_bytes() == foreign.signed()
        assert attached.get_file().mime_type == "application/pdf"
    assert foreign.signed() in bound


def test_a_dossier_with_scans_is_sound_and_claims_nothing(bound: bytes, faults: Faults) -> None:
    """Syntax, tags and annotations are right; it does not call itself PDF/A."""
    assert faults(bound) == ["no claim"]
    assert b"pdfaid:part" not in bound
    with pikepdf.open(io.BytesIO(bound)) as opened:
        assert "/OutputIntents" not in opened.Root
        assert opened.Root.MarkInfo.Marked


@pytest.mark.skipif(QPDF is None, reason="qpdf is not on this machine")
def test_qpdf_finds_no_fault(bound: bytes, tmp_path: Path) -> None:
    """The dossier is sound in the eyes of qpdf."""
    path = tmp_path / "hồ sơ.pdf"
    path.write_bytes(bound)
    done = subprocess.run([str(QPDF), "--check", str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


def test_prints_alone_with_the_last_sheet_stay_archival(
    cover: bytes, typeset: Bytes, about: Information, faults: Faults
) -> None:
    """The last sheet takes no claim away; an attachment does."""
    part = DossierPart(("1",), typeset("một"))
    pdf = bind(cover, cover, [part], numerals(), about, closing=typeset("hết"))
    assert faults(pdf) == []
    note = Attachment("x.pdf", cover, "Bản gốc")
    assert faults(bind(cover, cover, [part], numerals(), about, attachments=[note])) == ["no claim"]


def test_two_attachments_of_one_name_are_refused(cover: bytes, about: Information) -> None:
    """It would be a fault of the program that nobody sees."""
    note = Attachment("x.pdf", b"", "")
    part = DossierPart(("1",), cover)
    with pytest.raises(ValueError, match="one name"):
        bind(cover, cover, [part], numerals(), about, attachments=[note, note])
