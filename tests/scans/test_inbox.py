"""Signed scans in ``da-ky/``: found, looked through, made fit to bind."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from docgen.errors import ExitCode, OutsideError, RecordError, Severity
from docgen.scans import inbox, one_file, screening
from docgen.scans.outside import acting, paper
from tests import foreign
from tests.foreign import picture, saved
from tests.pdfs import page_sizes

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.errors import Problem

STEMS = ("01-nghi-quyet", "04-quyet-dinh", "05-quy-che", "06-giay-moi-01", "06-giay-moi-02")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The folder of a package, in a place with marks and spaces in its name."""
    folder = tmp_path / "Hồ sơ mô hình “Tiếng loa” số 1"
    (folder / "da-ky").mkdir(parents=True)
    return folder


def put(package: Path, **files: bytes) -> None:
    """Drop files into ``da-ky/``; in names, ``__`` stands for a point and ``_`` for a hyphen."""
    for name, data in files.items():
        drop(package, name.lstrip("_").replace("__", ".").replace("_", "-"), data)


def drop(package: Path, name: str, data: bytes) -> None:
    """Drop one file into ``da-ky/``."""
    (package / "da-ky" / name).write_bytes(data)


def words(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text().strip() for page in PdfReader(io.BytesIO(pdf)).pages]


def told(problems: tuple[Problem, ...]) -> dict[str, str]:
    """What is said about each file, in Vietnamese."""
    return {problem.place.file: problem.what.vi for problem in problems}


def test_no_scans_are_no_problem(tmp_path: Path) -> None:
    """A folder without ``da-ky/``, or that is not there, has no scans."""
    assert inbox.read(tmp_path, STEMS) == inbox.Scans()
    assert inbox.find(tmp_path / "x", STEMS) == inbox.Filed()


def test_scans_of_a_paper_become_one_in_order(package: Path) -> None:
    """Several files of one paper follow each other as they are numbered, PDFs and pictures."""
    put(package, _04_quyet_dinh_10__pdf=foreign.pdf(2), _04_quyet_dinh_2__PDF=foreign.pdf(1))
    drop(package, "04 Quyết định.jpg", saved(picture(), "JPEG"))
    drop(package, "1.pdf", foreign.pdf(3))
    found = inbox.read(package, STEMS)
    assert list(found.papers) == ["01-nghi-quyet", "04-quyet-dinh"]
    decision = found.papers["04-quyet-dinh"]
    assert decision.files == ("04 Quyết định.jpg", "04-quyet-dinh-2.PDF", "04-quyet-dinh-10.pdf")
    assert words(decision.pdf) == ["", "Scan page 1", "Scan page 1", "Scan page 2"]
    assert decision.pages == 4
    assert found.papers["01-nghi-quyet"].pages == 3
    assert found.remarks == ()


def test_files_that_fit_no_paper_are_told_and_left(package: Path) -> None:
    """A stray file is a warning that names it, and what to do; its content does not matter."""
    put(package, scan0001__pdf=b"no PDF at all", _06_giay_moi__pdf=b"none either")
    (package / "da-ky" / "cũ").mkdir()
    drop(package, "cũ/04-quyet-dinh.pdf", b"")
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "~$04-quyet-dinh.docx", "._04.pdf"):
        drop(package, name, b"x")
    found = inbox.read(package, STEMS)
    assert found.papers == {}
    assert told(found.remarks) == {
        "da-ky/06-giay-moi.pdf": "tên tệp ứng với nhiều giấy tờ",
        "da-ky/cũ/04-quyet-dinh.pdf": "tệp trong thư mục con không được đọc",
        "da-ky/scan0001.pdf": "tên tệp không ứng với giấy tờ nào",
    }
    assert {problem.severity for problem in found.remarks} == {Severity.WARNING}
    assert "06-giay-moi-01, 06-giay-moi-02" in found.remarks[0].hint.vi


def test_finding_opens_nothing(package: Path) -> None:
    """The names alone tell which papers came back signed."""
    put(package, _04_quyet_dinh__pdf=b"", _04_quyet_dinh_2__pdf=b"")
    found = inbox.find(package, STEMS)
    names = {stem: [path.name for path in paths] for stem, paths in found.files.items()}
    assert names == {"04-quyet-dinh": ["04-quyet-dinh.pdf", "04-quyet-dinh-2.pdf"]}


def test_finding_needs_no_pdf_library() -> None:
    """Who only asks for names does not wait for pypdf or Pillow."""
    script = (
        "import sys, docgen.scans.inbox as s; s.find('/', []);"
        "sys.exit(bool({'pypdf', 'PIL'} & sys.modules.keys()))"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


CHANGES: tuple[tuple[Callable[[pikepdf.Pdf], None], str], ...] = (
    (foreign.with_script, "mã lệnh"),
    (foreign.with_launch, "mã lệnh"),
    (foreign.with_film, "mã lệnh"),
    (foreign.with_dynamic_form, "mã lệnh"),
    (foreign.with_swelling_contents, "phình ra"),
    (foreign.with_swelling_page_tree, "phình ra"),
    (foreign.with_huge_picture, "phình ra"),
    (foreign.with_tiny_page, "khổ giấy"),
)
FILES: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("under a password", foreign.under_password, "mật khẩu"),
    ("cut short", lambda: foreign.pdf(3)[:700], "cắt cụt"),
    ("no pages", foreign.no_pages, "không có trang"),
    ("garbage", lambda: b"%PDF-1.7\n\x00\xff garbage\n%%EOF", "bị hỏng"),
    ("Word", lambda: b"PK\x03\x04" + bytes(99), "tệp Word, Excel hoặc tệp nén"),
    ("old Word", lambda: b"\xd0\xcf\x11\xe0" + bytes(99), "đời cũ"),
    ("web page", lambda: b"\xef\xbb\xbf <!DOCTYPE html><p>", "trang web"),
    ("RTF", lambda: b"{\\rtf1 x}", "RTF"),
    ("phone", lambda: b"\0\0\0\x18ftypheic" + bytes(9), "HEIC"),
    ("GIF", lambda: saved(picture(9, 9), "GIF"), "GIF"),
    ("WebP", lambda: b"RIFF....WEBP", "WebP"),
    ("BMP", lambda: saved(picture(9, 9), "BMP"), "BMP"),
    ("unknown", lambda: b"\x01\x02\x03", "không nhận ra"),
    ("empty", lambda: b"", "rỗng"),
    ("not yet synced", lambda: bytes(4096), "rỗng"),
    ("thousand pages", lambda: foreign.pdf(1000), "hơn 300 trang"),
    ("half a picture", lambda: saved(picture(), "JPEG")[:5000], "ảnh bị hỏng"),
    ("picture bomb", foreign.png_bomb, "ảnh quá lớn"),
    *((one.__name__, lambda one=one: foreign.pdf(change=one), said) for one, said in CHANGES),
)


@pytest.mark.parametrize(
    ("make", "said"), [row[1:] for row in FILES], ids=[row[0] for row in FILES]
)
def test_a_bad_file_is_told(package: Path, make: Callable[[], bytes], said: str) -> None:
    """Whatever is wrong with a scan: its name, what it is, what to do; in both languages."""
    put(package, _04_quyet_dinh__pdf=make())
    with pytest.raises(RecordError) as caught:
        inbox.read(package, STEMS)
    (problem,) = caught.value.problems
    assert problem.place.file == "da-ky/04-quyet-dinh.pdf"
    assert said in problem.what.vi
    assert all((problem.what.en, problem.hint.vi, problem.hint.en))
    assert str(package) not in str(caught.value)
    assert caught.value.exit_code is ExitCode.INPUT


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        (foreign.pdf(change=foreign.with_hidden_layer), "lớp bị ẩn"),
        (foreign.locked(), "mở không cần mật khẩu"),
        (foreign.signed().replace(b"/FlateDecode", b"/Fl         "), "đã ký số"),
    ],
    ids=["hidden layer", "encrypted", "old filter name"],
)
def test_what_viewers_show_is_bound_with_a_remark(package: Path, data: bytes, remark: str) -> None:
    """What keeps no viewer from showing the page keeps no page out of the dossier."""
    put(package, _04_quyet_dinh__pdf=data)
    found = inbox.read(package, STEMS)
    assert words(found.papers["04-quyet-dinh"].pdf) == ["Scan page 1"]
    assert [remark in problem.what.vi for problem in found.remarks] == [True]


def test_all_that_is_wrong_is_told_at_once(package: Path) -> None:
    """Three bad files are three problems, the good one beside them none."""
    put(package, _04_quyet_dinh_1__pdf=b"", _04_quyet_dinh_2__pdf=foreign.under_password())
    put(package, _05_quy_che__docx=b"PK\x03\x04", _01_nghi_quyet__pdf=foreign.pdf())
    with pytest.raises(RecordError) as caught:
        inbox.read(package, STEMS)
    assert list(told(caught.value.problems)) == [
        "da-ky/04-quyet-dinh-1.pdf",
        "da-ky/04-quyet-dinh-2.pdf",
        "da-ky/05-quy-che.docx",
    ]


def test_a_file_that_the_system_withholds_is_told(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in use, or of a cloud disk that is not here, is a fault of the disk with a hint."""
    put(package, _04_quyet_dinh__pdf=foreign.pdf(), _05_quy_che__pdf=b"")
    read_bytes = Path.read_bytes

    def withheld(path: Path) -> bytes:
        if path.name.startswith("04"):
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", withheld)
    with pytest.raises(OutsideError, match="Permission denied") as caught:
        inbox.read(package, STEMS)
    assert "OneDrive" in caught.value.problems[0].hint.vi
    assert [problem.what.vi for problem in caught.value.problems] == [
        "không đọc được tệp",
        "tệp rỗng, không có nội dung",
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
def test_what_is_no_file_is_told(package: Path) -> None:
    """A link to nowhere and a pipe are files that cannot be read; nobody waits for them."""
    (package / "da-ky" / "04-quyet-dinh.pdf").symlink_to(package / "gone.pdf")
    os.mkfifo(package / "da-ky" / "05-quy-che.pdf")
    with pytest.raises(OutsideError) as caught:
        inbox.read(package, STEMS)
    assert set(told(caught.value.problems).values()) == {"không đọc được tệp"}


def test_a_folder_that_may_not_be_read_is_told(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scans that cannot be listed are not taken for none."""

    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(OutsideError):
        inbox.find(package, STEMS)


def test_files_too_large_are_told_before_they_are_read(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file over 100 MB is named; all over 600 MB together are told as one."""
    for name in ("04-quyet-dinh.pdf", "05-quy-che.pdf"):
        with (package / "da-ky" / name).open("wb") as file:
            file.truncate(100_000_001)
    monkeypatch.setattr(Path, "read_bytes", None)
    with pytest.raises(RecordError) as caught:
        inbox.read(package, STEMS)
    assert set(told(caught.value.problems).values()) == {"tệp lớn hơn 100 MB"}
    with (package / "da-ky" / "01-nghi-quyet.pdf").open("wb") as file:
        file.truncate(500_000_000)
    with pytest.raises(RecordError, match="in all"):
        inbox.read(package, STEMS)


def test_scans_of_a_paper_may_not_be_too_long_together(package: Path) -> None:
    """Two files of 200 pages are one paper of 400: too long."""
    put(package, _04_quyet_dinh_1__pdf=foreign.pdf(200), _04_quyet_dinh_2__pdf=foreign.pdf(150))
    with pytest.raises(RecordError, match="350 pages, more than 300"):
        inbox.read(package, STEMS)


def test_a_file_put_in_twice_counts_once(package: Path) -> None:
    """The same scan twice for one paper is bound once; for two papers it is bound and told."""
    data = foreign.pdf()
    put(package, _04_quyet_dinh__pdf=data, _05_quy_che__pdf=data)
    drop(package, "04-quyet-dinh (1).pdf", data)
    found = inbox.read(package, STEMS)
    assert found.papers["04-quyet-dinh"].files == ("04-quyet-dinh.pdf",)
    assert found.papers["05-quy-che"].pages == 1
    assert told(found.remarks) == {
        "da-ky/04-quyet-dinh (1).pdf": "giống hệt tệp 04-quyet-dinh.pdf",
        "da-ky/05-quy-che.pdf": "giống hệt tệp 04-quyet-dinh.pdf",
    }


def test_a_digital_signature_keeps_its_file(package: Path) -> None:
    """The signed file is kept byte by byte beside its pages, its seal stays to be seen."""
    data = foreign.signed(2)
    put(package, _04_quyet_dinh__pdf=data, _04_quyet_dinh_2__pdf=foreign.pdf())
    found = inbox.read(package, STEMS)
    paper = found.papers["04-quyet-dinh"]
    (original,) = paper.originals
    assert (original.name, original.data) == ("04-quyet-dinh.pdf", data)
    assert "giữ nguyên tệp gốc ở phần đính kèm" in found.remarks[0].what.vi
    assert "không kiểm tra chữ ký số" in found.remarks[0].what.vi
    with pikepdf.open(io.BytesIO(paper.pdf)) as opened:
        assert "/AcroForm" not in opened.Root
        assert b"/ByteRange" not in b"".join(one.unparse() for one in opened.objects)
        (seal,) = list[Any](opened.pages[0].Annots)
        assert (seal.Subtype, seal.F, list(seal.Rect)) == ("/Stamp", 4, [400, 100, 500, 140])


def test_what_a_viewer_acts_upon_stays_behind(package: Path) -> None:
    """Attachments, links, hidden notes: of a scan only what is seen on paper is bound."""

    def busy(new: pikepdf.Pdf) -> None:
        foreign.with_attachment(new)
        look = new.make_stream(b"0 0 9 9 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        rows = [
            {"/Subtype": pikepdf.Name.Link, "/A": {"/S": pikepdf.Name.URI, "/URI": "docgen:x"}},
            {"/Subtype": pikepdf.Name.Stamp, "/F": 2, "/AP": {"/N": look}},
            {"/Subtype": pikepdf.Name.Stamp, "/F": 4, "/AP": {"/N": look}},
            {"/Subtype": pikepdf.Name.Text, "/Contents": "ghi chú"},
            {"/Subtype": pikepdf.Name.Square, "/AP": {}},
            {"/Subtype": pikepdf.Name.FileAttachment, "/AP": {"/N": look}},
        ]
        notes = [pikepdf.Dictionary({**row, "/Rect": [0, 0, 9, 9]}) for row in rows]
        new.pages[0].Annots = pikepdf.Array(notes)

    put(package, _04_quyet_dinh__pdf=foreign.pdf(change=busy))
    found = inbox.read(package, STEMS)
    assert [problem.what.vi for problem in found.remarks] == [
        "tệp PDF có tệp đính kèm bên trong; chỉ các trang được đưa vào hồ sơ",
        "trang 1 có phần không đưa được vào hồ sơ: ghi chú",
    ]
    with pikepdf.open(io.BytesIO(found.papers["04-quyet-dinh"].pdf)) as opened:
        assert len(opened.pages[0].Annots) == 2  # the stamp, and the square that viewers draw
        assert not opened.attachments


@pytest.mark.parametrize(
    ("size", "kind", "dpi"),
    [((1654, 2339), "JPEG", None), ((827, 1169), "JPEG", 100), ((1169, 827), "TIFF", 100)],
)
def test_a_coarse_scan_is_remarked_on(
    package: Path, size: tuple[int, int], kind: str, dpi: int | None
) -> None:
    """Under 200 dpi the remark names file, page and resolution."""
    first = picture(1654, 2339)
    how = {"save_all": True, "append_images": [picture(*size)]} if kind == "TIFF" else {}
    drop(package, "04.jpg", saved(first if how else picture(*size), kind, **how))
    page = 2 if how else 1
    said = [f"trang {page} quét {dpi} dpi, dưới 200 dpi"] if dpi else []
    assert [problem.what.vi for problem in inbox.read(package, STEMS).remarks] == said


def test_coarse_pages_that_follow_each_other_are_told_once(package: Path) -> None:
    """A fine page between them parts them; another resolution too."""
    pages = [picture(*size) for size in [(827, 1169)] * 2 + [(1654, 2339)] + [(414, 585)] * 3]
    drop(package, "04.tif", saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]))
    assert [problem.what.vi for problem in inbox.read(package, STEMS).remarks] == [
        "trang 1 đến 2 quét 100 dpi, dưới 200 dpi",
        "trang 4 đến 6 quét 50 dpi, dưới 200 dpi",
    ]


def test_turned_pages_keep_turn_and_size(package: Path) -> None:
    """A page of any size, turned or cropped, comes out as it is shown."""

    def turn(new: pikepdf.Pdf) -> None:
        new.pages[0].Rotate = 90
        new.pages[1].MediaBox = pikepdf.Array([-100, -100, 900, 1100])
        new.pages[1].CropBox = pikepdf.Array([0, 0, 300, 400])

    put(package, _04_quyet_dinh__pdf=foreign.pdf(2, change=turn))
    pdf = inbox.read(package, STEMS).papers["04-quyet-dinh"].pdf
    assert page_sizes(pdf) == [pytest.approx((841.89, 595.276)), (300, 400)]
    assert words(pdf) == ["Scan page 1", "Scan page 2"]


def test_pages_are_tagged_for_those_who_cannot_see_them(
    package: Path, faults: Callable[[bytes], list[str]]
) -> None:
    """A picture is a figure that says which page it is; a page with words is read out."""
    put(package, _04_quyet_dinh_1__jpg=saved(picture(), "JPEG"))
    put(package, _04_quyet_dinh_2__pdf=foreign.pdf(1))
    pdf = inbox.read(package, STEMS).papers["04-quyet-dinh"].pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        tags = list(opened.Root.StructTreeRoot.K[0].K)
        assert [str(tag.S) for tag in tags] == ["/Figure", "/P"]
        assert str(tags[0].Alt) == "Bản ký, trang 1"
        assert opened.check_pdf_syntax() == []
    assert faults(pdf) == ["no claim"]


def test_same_scans_give_same_bytes(package: Path, tmp_path: Path) -> None:
    """Whatever the order in which the disk lists them, in whatever folder."""
    put(package, _04_quyet_dinh_2__pdf=foreign.signed(), _01_nghi_quyet__pdf=foreign.pdf())
    put(package, _04_quyet_dinh_1__png=saved(picture(), "PNG"))
    other = tmp_path / "khác"
    shutil.copytree(package, other)
    assert inbox.read(package, STEMS).papers == inbox.read(other, STEMS).papers


def test_long_paths_are_read(tmp_path: Path) -> None:
    """A path of more than 240 characters, with marks and spaces, is no problem here."""
    folder = tmp_path
    while len(str(folder)) < 240:
        folder /= "Thư mục Ủy ban nhân dân xã"
    (folder / "da-ky").mkdir(parents=True)
    drop(folder, "04 Quyết định thành lập mô hình (bản ký, đóng dấu).pdf", foreign.pdf())
    drop(folder, f"05-quy-che-{'x' * 200}.pdf", foreign.pdf(2))
    assert list(inbox.read(folder, STEMS).papers) == ["04-quyet-dinh", "05-quy-che"]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_garbage_in_a_scan_is_let_in_or_told(data: st.DataObject) -> None:
    """Bytes changed anywhere: a paper comes out or an error of ours, nothing else."""
    spoiled = bytearray(foreign.signed(2))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(spoiled) - 1))
        spoiled[place] = data.draw(st.sampled_from(b"0123456789 /<>[]()%RDabc\x00\xff"))
    with suppress(RecordError):
        scan = one_file.Scan("x", b"", one_file.let_in(bytes(spoiled), "x"))
        assert one_file.one_paper([scan], "x").startswith(b"%PDF")


def test_too_many_objects_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF with objects without end is refused before they are read."""
    monkeypatch.setattr(acting, "_MOST_OBJECTS", 3)
    with pytest.raises(RecordError, match="swells"):
        screening.screen(foreign.pdf(3), "x", 9)


def test_many_streams_that_swell_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """No stream is too large by itself, but all together are."""
    monkeypatch.setattr(paper, "MOST_DRAWINGS", 60)
    with pytest.raises(RecordError, match="swells"):
        screening.screen(foreign.pdf(3), "x", 9)
    assert screening.screen(foreign.pdf(1), "x", 9).remarks == ()


def test_damage_met_while_joining_is_told_as_the_scan_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only shows when pages are carried is a problem of the file, not of this machine."""

    def broken(_: object) -> bytes:
        raise OutsideError.at("x", "hỏng", "damaged")

    scan = one_file.Scan("x", b"", one_file.let_in(foreign.pdf(), "x"))
    monkeypatch.setattr(one_file, "joined", broken)
    with pytest.raises(RecordError, match="damaged"):
        one_file.one_paper([scan], "x")
