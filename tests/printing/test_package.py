"""Word files opened safely: what may do harm is refused before any program sees it."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import DocgenError, ExitCode
from docgen.printing import package
from docgen.printing.builtin import print_builtin
from docgen.printing.package import open_package, parse
from tests.printing.docx import docx, paragraph

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def problems(data: bytes) -> list[str]:
    """What is said of an unsafe file, in Vietnamese."""
    with pytest.raises(DocgenError) as caught:
        open_package(data, "la.docx")
    assert caught.value.exit_code is ExitCode.INPUT
    return [problem.what.vi for problem in caught.value.problems]


def external(kind: str, target: str) -> str:
    """A relation that leads out of the file."""
    return f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/vbaProject.bin", "macro"),
        ("word/embeddings/oleObject1.bin", "OLE"),
        ("word/embeddings/sheet.xlsx", "tệp nhúng"),
        ("word/activeX/activeX1.xml", "ActiveX"),
    ],
)
def test_active_parts_are_refused(part: str, said: str) -> None:
    """Macros, OLE objects, embedded files and ActiveX controls."""
    assert any(said in problem for problem in problems(docx("", extra={part: "x"})))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://example.invalid/evil.dotm"),
        ("image", "https://example.invalid/track.png"),
        ("oleObject", "file:///C:/a.doc"),
        ("hyperlink", "file:///etc/passwd"),
    ],
)
def test_relations_to_the_outside_are_refused(kind: str, target: str) -> None:
    """Nothing is fetched from elsewhere when the file is opened."""
    assert "trỏ ra ngoài" in problems(docx("", relations=external(kind, target)))[0]


def test_web_links_are_let_through() -> None:
    """A hyperlink waits for a click."""
    safe = docx(paragraph("a"), relations=external("hyperlink", "https://example.invalid/"))
    assert open_package(safe, "a.docx").related("styles") == "word/styles.xml"


def test_every_danger_is_told_at_once() -> None:
    """A file with two faults is told both."""
    both = docx("", extra={"word/vbaProject.bin": "x"}, relations=external("image", "http://a/"))
    assert len(problems(both)) == 2


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sizes that the zip tells are looked at first."""
    monkeypatch.setattr(package, "MAX_PART_BYTES", 1000)
    assert "quá lớn" in problems(docx("", extra={"word/media/a.xml": "0" * 5000}))[0]


def test_a_zip_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """So is one with thousands of parts."""
    monkeypatch.setattr(package, "MAX_PARTS", 5)
    assert "quá lớn" in problems(docx(""))[0]


def test_entities_are_not_read() -> None:
    """A document type, the door to entity bombs, is refused."""
    with pytest.raises(DocgenError, match="DOCTYPE"):
        parse(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a.xml")


def test_damaged_xml_is_named() -> None:
    """The part that is damaged is told."""
    damaged = docx("", extra={"word/document.xml": "<w:document>"})
    with pytest.raises(DocgenError, match=r"document\.xml"):
        open_package(damaged, "a.docx").xml("word/document.xml")


def test_a_zip_without_a_main_part_is_no_word_file() -> None:
    """A spreadsheet renamed to .docx is told apart."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(DocgenError, match="not a Word"):
        _ = open_package(out.getvalue(), "a.docx").document


def test_a_zip_with_a_broken_member_is_no_word_file() -> None:
    """A truncated or altered zip is refused as damaged."""
    data = bytearray(docx(paragraph("a" * 500)))
    place = data.find(b"word/document.xml") + 60
    data[place : place + 20] = b"\xff" * 20
    assert "hỏng" in problems(bytes(data))[0]


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_opened_or_refused_plainly(changes: list[tuple[int, int]]) -> None:
    """Whatever byte is altered, no other error than ours comes out."""
    data = bytearray(docx(paragraph("Chữ " * 50)))
    for place, value in changes:
        data[place % len(data)] = value
    with contextlib.suppress(DocgenError):
        print_builtin(bytes(data), "a.docx")
