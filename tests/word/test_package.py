"""A Word file opened: parts, relations, content types, the main part by the package's own word."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateError
from docgen.word import archive, package
from docgen.word.markup import parse
from docgen.word.package import Relation, open_package
from tests.odd import (
    DOCUMENT,
    PLAIN,
    TYPES,
    changed,
    holding,
    related,
    relation,
    renamed,
)


def test_the_main_part_is_told_by_the_relations() -> None:
    """Whatever its name."""
    opened = open_package(renamed(DOCUMENT, "document2.xml"), "a.docx")
    assert opened.document == "word/document2.xml"
    assert opened.related("styles") == "word/styles.xml"
    assert opened.related("footnotes") == ""


def test_the_main_part_need_not_end_in_xml() -> None:
    """What it holds is screened all the same."""
    odd = renamed(DOCUMENT, "document.dat", holding("<w:altChunk/>"))
    with pytest.raises(TemplateError, match="altChunk"):
        open_package(odd, "a.docx")


def test_relations_by_id() -> None:
    """Targets are the names of parts, or addresses."""
    opened = open_package(related("hyperlink", "https://a.vn/"), "a.docx")
    found = opened.relations(opened.document)
    assert found["rIdStyles"] == Relation("rIdStyles", "styles", "word/styles.xml", external=False)
    assert found["x"] == Relation("x", "hyperlink", "https://a.vn/", external=True)
    assert opened.relations("word/none.xml") == {}


@pytest.mark.parametrize("target", ["/word/Styles.XML", "./styles.xml", "../word/styles.xml"])
def test_part_names_are_the_same_in_capitals(target: str) -> None:
    """As the standard says; dots and slashes lead to the same part."""
    told = relation("other", target, external=False)
    more = changed(
        PLAIN,
        "word/_rels/document.xml.rels",
        lambda data: data.replace(b"</Relationships>", f"{told}</Relationships>".encode()),
    )
    assert open_package(more, "a.docx").related("other") == "word/styles.xml"


def test_two_relations_of_one_id_are_both_looked_at() -> None:
    """A second one hides nothing."""
    told = relation("image", "https://a/", external=True) + relation(
        "hyperlink", "https://a/", external=True
    )
    two = changed(
        PLAIN,
        "word/_rels/document.xml.rels",
        lambda data: data.replace(b"</Relationships>", f"{told}</Relationships>".encode()),
    )
    with pytest.raises(TemplateError, match="picture"):
        open_package(two, "a.docx")


def test_content_types_by_name_and_by_ending() -> None:
    """One part's own before that of all with its ending."""
    types = open_package(PLAIN, "a.docx").types
    assert types["word/styles.xml"].endswith("styles+xml")
    assert types["_rels/.rels"].endswith("relationships+xml")


@pytest.mark.parametrize("part", [DOCUMENT, TYPES, "_rels/.rels", "word/_rels/document.xml.rels"])
def test_a_damaged_part_is_named(part: str) -> None:
    """The person learns that it is the file, the developer which part."""
    with pytest.raises(TemplateError, match=r"a\.docx: the part") as caught:
        open_package(changed(PLAIN, part, lambda _: b"<a"), "a.docx")
    assert part in caught.value.problems[0].what.vi


@pytest.mark.parametrize("part", [TYPES, "_rels/.rels", DOCUMENT])
def test_a_missing_part_makes_it_no_word_file(part: str) -> None:
    """Relations that lead nowhere, no types: what it is cannot be told."""
    parts = dict(open_package(PLAIN, "a").parts)
    del parts[part]
    with pytest.raises(TemplateError, match="not a Word document"):
        open_package(archive.stored(parts), "a.docx")


def test_other_missing_parts_are_no_matter() -> None:
    """A picture or header that is gone is for the printer to tell."""
    opened = open_package(related("image", "media/a.png", external=False), "a.docx")
    assert opened.related("image") == ""
    assert opened.xml("word/media/a.png") is None


def test_more_markup_than_any_paper_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree takes ten times the room of its text."""
    monkeypatch.setattr(package, "MAX_XML", 1000)
    with pytest.raises(TemplateError, match="too large"):
        open_package(PLAIN, "a.docx")


@pytest.mark.parametrize(
    ("xml", "fine"),
    [
        ("<w:p/>" * 19_000, True),
        ("<w:p/>" * 20_001, False),
        ("<w:tbl><w:tr><w:tc>" * 9 + "</w:tc></w:tr></w:tbl>" * 9, True),
        ("<w:tbl><w:tr><w:tc>" * 30 + "</w:tc></w:tr></w:tbl>" * 30, False),
    ],
)
def test_a_paper_is_not_longer_or_deeper_than_papers_are(xml: str, fine: bool) -> None:  # noqa: FBT001
    """So no door is kept busy for hours."""
    if fine:
        assert open_package(holding(xml), "a.docx").document == DOCUMENT
    else:
        with pytest.raises(TemplateError, match="longer or more nested"):
            open_package(holding(xml), "a.docx")


def test_comments_and_instructions_in_markup_are_not_seen() -> None:
    """Nobody writes them into papers; nothing may hide in them."""
    root = parse(b"<a><!-- x --><?y z?><b/></a>", "a.docx", "a.xml")
    assert [node.tag for node in root] == ["b"]


def test_entities_are_not_read() -> None:
    """Neither those of the file nor those of the machine."""
    bomb = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert not parse(bomb, "a.docx", "a.xml").text
    with pytest.raises(TemplateError, match="DOCTYPE"):
        open_package(changed(PLAIN, "word/settings.xml", lambda _: bomb), "a.docx")


def test_kinds_are_the_last_words_of_types() -> None:
    """In whichever namespace of whichever year."""
    types = "http://schemas.microsoft.com/office/2011/relationships"
    opened = open_package(related("people", "people.xml", external=False, types=types), "a.docx")
    assert opened.relations(opened.document)["x"].kind == "people"
