"""What was just filled is not unpacked again, and is what the file holds."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docgen.guidance.papers import due
from docgen.word import unpacked
from docgen.word.archive import stored
from docgen.word.package import open_package
from docgen.word.wording import paragraphs
from tests.samples import OWN, drafter

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def test_a_paper_just_filled_holds_what_its_file_holds() -> None:
    """Part by part, in the order of the zip."""
    maker = drafter(OWN[0])
    for one in due(maker.record):
        docx = maker.draft(one).docx
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            held = {info.filename: archive.read(info) for info in archive.infolist()}
        known = unpacked.parts_of(docx)
        assert known is not None
        assert list(known.items()) == list(held.items())


def test_a_paper_just_filled_says_what_its_file_says() -> None:
    """Paragraph by paragraph, as one reads who opens the file."""
    maker = drafter(OWN[0])
    for one in due(maker.record):
        docx = maker.draft(one).docx
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            again = stored({info.filename: archive.read(info) for info in archive.infolist()})
        assert unpacked.words_of(again) is None
        assert list(unpacked.words_of(docx) or ()) == list(paragraphs(again, "a.docx"))


def test_the_parts_of_a_paper_just_filled_are_what_its_file_holds() -> None:
    """Element by element, as the gate reads them from the file."""
    maker = drafter(OWN[0])
    for one in due(maker.record):
        docx = maker.draft(one).docx
        roots = unpacked.roots_of(docx)
        package = open_package(docx, "a.docx")
        assert {package.document, "docProps/core.xml"} <= roots.keys()
        for part, made in roots.items():
            read = package.xml(part)
            assert read is not None
            assert [_told(each) for each in made.iter()] == [_told(each) for each in read.iter()]


def _told(element: Element) -> tuple[object, ...]:
    return element.tag, dict(element.attrib), element.text, element.tail, dict(element.nsmap)


def test_the_roots_are_given_once_and_those_of_the_last_paper_alone_are_there() -> None:
    """Whoever has them may change them; and a tree takes ten times as much as its text."""
    maker = drafter(OWN[0])
    first, second = (maker.draft(one).docx for one in due(maker.record)[:2])
    assert not unpacked.roots_of(first)
    package = open_package(second, "a.docx")
    root = package.xml(package.document)
    assert root is not None
    root.clear()
    assert not unpacked.roots_of(second)
    again = package.xml(package.document)
    assert again is not None
    assert len(again)


def test_a_caller_changes_its_own_parts_alone() -> None:
    """Parts that one takes out are there for the next."""
    unpacked.keep(b"one", {"a": b"1"}, ["x"], {})
    taken = unpacked.parts_of(b"one")
    assert taken == {"a": b"1"}
    taken.clear()
    assert unpacked.parts_of(b"one") == {"a": b"1"}


def test_the_oldest_are_forgotten_and_the_largest_never_known() -> None:
    """A server that runs for days keeps a hundred papers, and none of many pictures."""
    for number in range(200):
        unpacked.keep(b"%d" % number, {"a": b""}, [], {})
    assert unpacked.parts_of(b"0") is None
    assert unpacked.parts_of(b"199") == {"a": b""}
    unpacked.keep(b"large", {"a": bytes(1 << 20)}, [], {})
    assert unpacked.parts_of(b"large") is None
