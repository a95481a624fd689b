"""Nothing in ``da-ky/`` or beside it is passed over in silence."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from docgen.scans import inbox
from tests import foreign
from tests.foreign import picture, saved

if TYPE_CHECKING:
    from pathlib import Path

STEMS = ("01-nghi-quyet", "04-quyet-dinh", "05-quy-che")
FOLDER = "đây là thư mục, không phải bản quét: không được dùng"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The folder of a package with nothing in it but ``da-ky/``."""
    (tmp_path / "kq" / "da-ky").mkdir(parents=True)
    return tmp_path / "kq"


def told(package: Path) -> dict[str, str]:
    """What is said of each place, in Vietnamese."""
    found = inbox.read(package, STEMS)
    assert all(one.hint.vi and one.hint.en and one.what.en for one in found.remarks)
    return {one.place.file: one.what.vi for one in found.remarks}


def test_a_folder_named_like_a_scan_is_told(package: Path) -> None:
    """By the name of a paper or of a kind of file; a folder with files is told file by file."""
    for name in ("04-quyet-dinh.pdf", "05-quy-che", "scan0001.JPG", "cũ"):
        (package / "da-ky" / name).mkdir()
    (package / "da-ky" / "01-nghi-quyet.pdf" / "trong").mkdir(parents=True)
    (package / "da-ky" / "01-nghi-quyet.pdf" / "trong" / "1.pdf").write_bytes(b"x")
    assert told(package) == {
        "da-ky/01-nghi-quyet.pdf/trong/1.pdf": "tệp trong thư mục con không được đọc",
        "da-ky/04-quyet-dinh.pdf/": FOLDER,
        "da-ky/05-quy-che/": FOLDER,
        "da-ky/scan0001.JPG/": FOLDER,
    }


@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_stands_in_place_of_the_folder_is_told(package: Path, kind: str) -> None:
    """A file called ``da-ky``, or a link that leads nowhere."""
    home = package / "da-ky"
    home.rmdir()
    home.write_bytes(b"x") if kind == "file" else home.symlink_to(package / "nowhere")
    assert told(package) == {"da-ky": "không phải thư mục nên không có bản ký nào được đọc"}


def test_other_spellings_of_the_folder_are_told(package: Path) -> None:
    """Where scans lie in them; an empty one and other folders of a person's are not."""
    for name in ("Đã ký", "da_ky", unicodedata.normalize("NFD", "đã-ký"), "ảnh"):
        (package / name).mkdir()
        (package / name / "04-quyet-dinh.pdf").write_bytes(foreign.pdf())
    (package / "daky").mkdir()
    assert set(told(package)) == {"Đã ký/", "da_ky/", unicodedata.normalize("NFD", "đã-ký/")}


def test_scans_that_may_be_of_the_same_pages_are_told_and_bound(package: Path) -> None:
    """Another kind of file, or the copy that a program made; numbered pages are no twins."""
    home = package / "da-ky"
    (home / "04-quyet-dinh.pdf").write_bytes(foreign.pdf())
    (home / "04-quyet-dinh.jpg").write_bytes(saved(picture(), "JPEG"))
    (home / "05-quy-che.pdf").write_bytes(foreign.pdf(2))
    (home / "05-quy-che (1).pdf").write_bytes(foreign.pdf(3))
    (home / "05-quy-che - Bản sao.pdf").write_bytes(foreign.pdf(6))
    (home / "01-nghi-quyet-1.pdf").write_bytes(foreign.pdf(4))
    (home / "01-nghi-quyet-2.pdf").write_bytes(foreign.pdf(5))
    assert told(package) == {
        "da-ky/04-quyet-dinh.pdf": "trùng tên với 04-quyet-dinh.jpg: cả hai được ghép vào văn bản",
        "da-ky/05-quy-che - Bản sao.pdf": "trùng tên với 05-quy-che.pdf: "
        "cả hai được ghép vào văn bản",
        "da-ky/05-quy-che (1).pdf": "trùng tên với 05-quy-che.pdf: cả hai được ghép vào văn bản",
    }
    papers = inbox.read(package, STEMS).papers
    assert {stem: paper.pages for stem, paper in papers.items()} == {
        "04-quyet-dinh": 2,
        "05-quy-che": 11,
        "01-nghi-quyet": 9,
    }


def test_pages_that_a_program_numbered_are_no_twins(package: Path) -> None:
    """All of them bear a number, as Windows names what was selected together."""
    for number in (1, 2, 10):
        name = f"04-quyet-dinh ({number}).pdf"
        (package / "da-ky" / name).write_bytes(foreign.pdf(number))
    assert told(package) == {}


@pytest.mark.parametrize(
    "name",
    [
        "04-quyet-dinh.PDF",
        "04-QUYET-DINH.Pdf",
        "04-quyet-dinh.pdf.",
        "04-quyet-dinh.pdf ",
        " 04-quyet-dinh .pdf",
        ".04-quyet-dinh.pdf",
        unicodedata.normalize("NFD", "04-quyết-định.pdf"),
        "04. Quyết định.pdf",
        "4_quyet_dinh.pdf",
    ],
)
def test_a_name_in_another_spelling_is_used(package: Path, name: str) -> None:
    """Capitals, spaces and points at the ends, a point before, marks of either form."""
    (package / "da-ky" / name).write_bytes(foreign.pdf())
    assert told(package) == {}
    assert list(inbox.read(package, STEMS).papers) == ["04-quyet-dinh"]
