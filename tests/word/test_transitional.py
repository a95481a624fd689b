"""Strict files and .dotx are read as the .docx that they could have been."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.word import archive
from docgen.word.package import open_package
from docgen.word.schema import W
from docgen.word.transitional import as_usual
from tests.odd import DOCUMENT, PLAIN, TYPES, strict, with_types
from tests.printing.papers import decision

_NAMESPACE = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def translated(xml: str) -> str:
    """The body ``xml`` of a strict file as it is read."""
    document = f'<w:document xmlns:w="{_NAMESPACE}">{xml}</w:document>'
    (child,) = etree.fromstring(as_usual({"a.xml": document.encode()})["a.xml"])
    return etree.tostring(child).decode().replace(f' xmlns:w="{W[1:-1]}"', "")


def test_a_usual_file_is_not_touched() -> None:
    """Not even copied."""
    parts = archive.parts_of(PLAIN, "a")
    assert as_usual(parts) is parts
    assert open_package(PLAIN, "a").docx is PLAIN


def test_a_strict_file_becomes_the_usual_one() -> None:
    """Part by part the same, but for the way it is serialised."""
    usual, read = archive.parts_of(decision(), "a"), open_package(strict(decision()), "a").parts
    assert list(read) == list(usual)
    for name, data in usual.items():
        assert etree.canonicalize(read[name].decode()) == etree.canonicalize(data.decode()), name


def test_another_program_is_given_the_usual_file() -> None:
    """Printers get what was read and screened."""
    given = archive.parts_of(open_package(strict(PLAIN), "a").docx, "a")
    assert not any(b"purl.oclc.org/ooxml" in data for data in given.values())


def test_a_template_by_type_is_given_on_as_a_document() -> None:
    """Word does not open a .docx that says it is a .dotx."""
    parts = open_package(with_types(".document.main+xml", ".template.main+xml"), "a").parts
    assert b"document.main+xml" in parts[TYPES]
    assert b"template.main+xml" not in parts[TYPES]


@pytest.mark.parametrize(
    ("strict_xml", "usual"),
    [
        ('<w:pgSz w:w="595.30pt" w:h="297mm"/>', '<w:pgSz w:w="11906" w:h="16838"/>'),
        ('<w:ind w:start="1in" w:end="-2.5cm"/>', '<w:ind w:left="1440" w:right="-1417"/>'),
        ('<w:spacing w:line="12.95pt"/>', '<w:spacing w:line="259"/>'),
        ('<w:spacing w:val="1pt"/>', '<w:spacing w:val="20"/>'),
        ('<w:sz w:val="14pt"/>', '<w:sz w:val="28"/>'),
        ('<w:sz w:val="28"/>', '<w:sz w:val="28"/>'),
        ('<w:tblW w:w="50%" w:type="pct"/>', '<w:tblW w:w="2500" w:type="pct"/>'),
        ('<w:w w:val="90%"/>', '<w:w w:val="90"/>'),
        ('<w:zoom w:percent="100%"/>', '<w:zoom w:percent="100"/>'),
        ('<w:jc w:val="end"/>', '<w:jc w:val="right"/>'),
        ('<w:tab w:val="start" w:pos="36pt"/>', '<w:tab w:val="left" w:pos="720"/>'),
        ('<w:tcMar><w:start w:w="5pt"/></w:tcMar>', '<w:tcMar><w:left w:w="100"/></w:tcMar>'),
        ('<w:lvl><w:start w:val="1"/></w:lvl>', '<w:lvl><w:start w:val="1"/></w:lvl>'),
        ('<w:name w:val="12pt"/>', '<w:name w:val="12pt"/>'),
        ('<w:name w:val="50%"/>', '<w:name w:val="50%"/>'),
        ('<w:bookmarkStart w:name="12pt"/>', '<w:bookmarkStart w:name="12pt"/>'),
        ('<w:t>="http://purl.oclc.org/x"</w:t>', '<w:t>="http://purl.oclc.org/x"</w:t>'),
    ],
)  # fmt: skip
def test_measures_and_sides_are_the_usual_ones(strict_xml: str, usual: str) -> None:
    """Numbers without a unit, left and right; names stay as they are."""
    assert translated(strict_xml) == usual


def test_relations_are_the_usual_ones() -> None:
    """Two of them are written otherwise, too."""
    told = "".join(
        f'<Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}"/>'
        for kind in ("officeDocument", "extendedProperties", "customProperties")
    )
    read = as_usual({"_rels/.rels": f"<Relationships>{told}</Relationships>".encode()})
    root = etree.fromstring(read["_rels/.rels"])
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    assert [node.get("Type", "").removeprefix(office) for node in root] == [
        "officeDocument",
        "extended-properties",
        "custom-properties",
    ]


def test_broken_and_binary_parts_are_left_as_they_are() -> None:
    """Whether they matter is said elsewhere."""
    broken = {DOCUMENT: b"<a http://purl.oclc.org/ooxml/", "a.bin": b"http://purl.oclc.org/ooxml/"}
    assert as_usual(broken) == broken
