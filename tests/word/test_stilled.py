"""What other programs are given to print reads as the paper: no markup of changes, no live text."""

from __future__ import annotations

import re

import pytest

from docgen.word.package import open_package
from docgen.word.stilled import stilled
from docgen.word.wording import paragraphs
from tests.printing.docx import docx, paragraph

_BY = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"'
_CUT = "<w:r><w:delText>bỏ</w:delText></w:r>"
_TEXT = "<w:r><w:t>{}</w:t></w:r>"


def field(code: str, result: str) -> str:
    """A field of three signs, its code cut in two as Word does."""
    half = len(code) // 2
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    codes = "".join(
        f"<w:r><w:instrText>{c}</w:instrText></w:r>" for c in (code[:half], code[half:])
    )
    shown = _TEXT.format(result)
    return sign.format("begin") + codes + sign.format("separate") + shown + sign.format("end")


def read(*blocks: str) -> list[str]:
    """The paragraphs of the paper of ``blocks`` once nothing in it is live, and what is told."""
    package = open_package(docx(*blocks), "a.docx")
    made = stilled(package)
    parts = open_package(made, "a.docx").parts
    xml = parts["word/document.xml"].decode()
    assert not re.search(r"<w:(ins|del|moveFrom|moveTo|\w+Change|dataBinding)[ />]", xml)
    return [one for one in paragraphs(made, "a.docx") if one]


def told(*blocks: str) -> str:
    """What is told of the paper of ``blocks``."""
    remarks = open_package(docx(*blocks), "a.docx").remarks
    return " ".join(one.what.en for one in remarks)


CHANGES = {
    "inserted": (f"<w:p><w:ins {_BY}>{_TEXT.format('mới')}</w:ins></w:p>", ["mới"]),
    "deleted": (
        f"<w:p>{_TEXT.format('còn')}<w:del {_BY}>{_CUT}</w:del></w:p>",
        ["còn"],
    ),
    "moved": (
        (
            f"<w:p><w:moveFrom {_BY}>{_TEXT.format('dời')}</w:moveFrom>{_TEXT.format('ở')}"
            f"<w:moveTo {_BY}>{_TEXT.format('dời')}</w:moveTo></w:p>"
        ),
        ["ởdời"],
    ),
    "looks": (
        (
            f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {_BY}><w:rPr/></w:rPrChange></w:rPr>"
            "<w:t>đậm</w:t></w:r></w:p>"
        ),
        ["đậm"],
    ),
    "end of a paragraph": (
        (
            f"<w:p><w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr>{_TEXT.format('một ')}</w:p>"
            f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{_TEXT.format('hai')}</w:p>"
        ),
        ["một hai"],
    ),
    "row": (
        (
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/></w:tblGrid>"
            f"<w:tr><w:trPr><w:del {_BY}/></w:trPr><w:tc>{paragraph('bỏ')}</w:tc></w:tr>"
            f"<w:tr><w:trPr><w:ins {_BY}/></w:trPr><w:tc>{paragraph('còn')}</w:tc></w:tr>"
            "</w:tbl>"
        ),
        ["còn"],
    ),
}


@pytest.mark.parametrize(("block", "read_as"), CHANGES.values(), ids=CHANGES)
def test_changes_are_accepted_and_told(block: str, read_as: list[str]) -> None:
    """Whatever was inserted stands, whatever was deleted is gone, as in Word's “accept all”."""
    assert read(block) == read_as
    assert "tracked changes" in told(block)


@pytest.mark.parametrize(
    "code", ["DATE \\@ dd/MM/yyyy", " TIME ", "FILENAME \\p", "docproperty Company", "= 1 + 2"]
)
def test_live_fields_say_what_the_paper_says(code: str) -> None:
    """The day and the name that stand in the paper are printed, not those of the printing."""
    block = f"<w:p>{_TEXT.format('Ngày ')}{field(code, '01/9/2026')}</w:p>"
    assert read(block) == ["Ngày 01/9/2026"]
    made = stilled(open_package(docx(block), "a.docx"))
    xml = open_package(made, "a.docx").parts["word/document.xml"]
    assert b"fldChar" not in xml
    assert b"instrText" not in xml
    assert "change by themselves" in told(block)


def test_a_simple_live_field_is_its_text() -> None:
    """The short form of a field, too."""
    block = f'<w:p><w:fldSimple w:instr=" DATE ">{_TEXT.format("hôm ấy")}</w:fldSimple></w:p>'
    assert read(block) == ["hôm ấy"]
    assert "change by themselves" in told(block)


def test_fields_that_count_pages_stay() -> None:
    """Page numbers and links are reckoned by whoever prints: the file goes on as it is."""
    paper = docx(f"<w:p>{field('PAGE', '1')}{field('NUMPAGES', '2')}</w:p>")
    package = open_package(paper, "a.docx")
    assert stilled(package) == package.docx
    assert not package.remarks


def test_a_field_in_the_code_of_a_live_one_goes_with_it() -> None:
    """What a condition asks does not show once the condition is gone."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = field("MERGEFIELD Loai", "ẩn")
    block = (
        f"<w:p>{sign.format('begin')}<w:r><w:instrText>IF </w:instrText></w:r>{inner}"
        f"{sign.format('separate')}{_TEXT.format('hiện')}{sign.format('end')}</w:p>"
    )
    assert read(block) == ["hiện"]


def test_a_bound_control_keeps_its_text() -> None:
    """A control that takes its text from data in the file shows what it shows now."""
    block = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent>'
        f"{paragraph('đang có')}</w:sdtContent></w:sdt>"
    )
    assert read(block) == ["đang có"]
    assert "bound to data" in told(block)


def test_a_plain_paper_is_given_on_as_it_is() -> None:
    """Nothing to settle: the very bytes, and nothing to be told."""
    package = open_package(docx(paragraph("Chữ")), "a.docx")
    assert stilled(package) is package.docx
    assert not package.remarks
