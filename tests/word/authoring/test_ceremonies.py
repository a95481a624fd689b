"""Papers of a signing ceremony: the act that every member signs, and the name plates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docgen.printing.press import Press, Printer
from docgen.word.authoring.compile import compile_template
from docgen.word.authoring.layouts import MOTTO, NATION
from docgen.word.authoring.stylesheets import STATE, stylesheet
from docgen.word.filling.fill import Properties, prepare

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Look = Callable[..., Any]
LONG_UNIT = "Công ty Cổ phần Đầu tư Xây dựng và Thương mại Dịch vụ Tổng hợp Tân Mỹ Bắc Ninh"
LONG_SIGNER = "Công Tằng Tôn Nữ Thị Hoàng Minh Nguyệt Ánh Quỳnh Trâm"


def pairs(count: int) -> list[list[dict[str, object]]]:
    """``count`` signers, two a row; long and short ones alternate."""
    every: list[dict[str, object]] = [
        {
            "unit": LONG_UNIT if place % 3 else "Thôn Đông",
            "lines": ["KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"] if place % 3 else ["TRƯỞNG THÔN"],
            "name": LONG_SIGNER if place % 2 else "",
        }
        for place in range(count)
    ]
    padded = [*every, {}] if count % 2 else every
    return [padded[place : place + 2] for place in range(0, len(padded), 2)]


def signature_rows(made: Any) -> list[Any]:
    """The rows of the grid of signatures."""
    return list(made.root.findall(f".//{W}tbl")[-1].findall(f"{W}tr"))


def test_a_joint_act_opens_as_any_state_paper(paper: Look) -> None:
    """Quốc hiệu, Tiêu ngữ, issuer, number, title: the head is that of Nghị định 30/2020."""
    made = paper("joint", facts={"title": "QUY CHẾ"})
    left, right = made.root.find(f".//{W}tr").findall(f"{W}tc")
    assert made.text(left) == "CÔNG AN TỈNH BẮC NINHCÔNG AN XÃ TÂN MỸ"
    assert made.text(right) == NATION + MOTTO
    assert made.styled("DocTitle") == ["QUY CHẾ"]


def test_every_signer_has_unit_office_and_name(paper: Look) -> None:
    """Who signs beside others names the unit: after TM., else over the office; two a row."""
    made = paper("joint")
    cells = [[made.text(c) for c in row.findall(f"{W}tc")] for row in signature_rows(made)]
    assert cells == [
        ["TM. ỦY BAN NHÂN DÂNXÃ TÂN MỸCHỦ TỊCHLê Văn C", "TRƯỜNG TIỂU HỌC TÂN MỸHIỆU TRƯỞNG"],
        ["THÔN ĐÔNGTRƯỞNG THÔNVũ Văn D", ""],
    ]


def test_recipients_follow_the_last_signature(paper: Look) -> None:
    """Nơi nhận stands under the grid, as the left half belongs to a signer."""
    made = paper("joint")
    text = made.text(made.root)
    assert text.index("Vũ Văn D") < text.index("Nơi nhận:")
    assert made.paragraphs("RecipientsLabel")[0].getparent().tag == f"{W}body"


def test_a_block_of_signatures_is_never_split(paper: Look) -> None:
    """Rows stay whole and are free of one another; the first keeps with the end of the text."""
    made = paper("joint", "Đầu.\nHết./.", signer_pairs=pairs(20))
    rows = signature_rows(made)
    assert len(rows) == 10
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert not [mark for row in rows for mark in row.iter(f"{W}keepNext")]
    (gap,) = made.paragraphs("EndGap")
    assert gap.getprevious().find(f"{W}pPr/{W}keepNext") is not None


def test_only_the_grid_gives_up_its_keeping() -> None:
    """The joint sheet is that of the State but for what keeps with the next paragraph."""
    changed = {style.id for style in STATE if style.xml() not in stylesheet("joint")}
    assert changed == {"SignLine", "RecipientsLabel", "Recipients"}


def test_names_in_one_row_stand_level(paper: Look) -> None:
    """The signer with fewer lines of office has his name lowered to his neighbour's."""
    two = [
        {"unit": LONG_UNIT, "lines": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "name": "A"},
        {"unit": "Thôn Đông", "lines": ["TRƯỞNG THÔN"], "name": "B"},
    ]
    first, second = paper("joint", signer_pairs=[two]).paragraphs("SignName")
    assert first.find(f"{W}pPr/{W}spacing") is None
    assert int(second.find(f"{W}pPr/{W}spacing").get(f"{W}before")) > 1400


@pytest.mark.parametrize(("mark", "printed"), [("", []), ("Bản số 1/5", ["Bản số 1/5"])])
def test_a_signing_copy_says_which_it_is(
    mark: str, printed: list[str], paper: Look, context: dict[str, Any]
) -> None:
    """Signing copies carry their number over the head; other copies carry nothing."""
    context["copy"] = mark
    assert paper("joint").styled("CopyMark") == printed


@pytest.mark.parametrize("count", [2, 3, 12, 20])
def test_the_built_in_printer_prints_any_grid(
    count: int, source: Callable[..., str], context: dict[str, Any], properties: Properties
) -> None:
    """Two to twenty signers, names and units of any length."""
    context["paper"]["signer_pairs"] = pairs(count)
    docx = prepare(compile_template(source("joint"), "joint"), "joint").fill(context, properties)
    assert Press(Printer.BUILTIN).print(docx, "joint").pages >= (count + 11) // 12


def test_each_plate_has_a_page(
    source: Callable[..., str], context: dict[str, Any], properties: Properties
) -> None:
    """As many pages as people, none of them numbered, no empty page at the end."""
    text = source("plates", "", landscape="true")
    docx = prepare(compile_template(text, "plates"), "plates").fill(context, properties)
    assert Press(Printer.BUILTIN).print(docx, "plates").pages == 2


def test_plates_are_wide_centred_and_without_page_numbers(paper: Look) -> None:
    """A4 on its side; the text in the middle; a long name in the smaller size."""
    made = paper("plates", "", {"landscape": "true"})
    (section,) = made.root.iter(f"{W}sectPr")
    assert section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
    assert section.find(f"{W}headerReference") is None
    assert {mark.get(f"{W}val") for mark in made.root.iter(f"{W}vAlign")} == {"center"}
    assert made.styled("PlateName") == ["LÊ VĂN C"]
    assert made.styled("PlateLongName") == ["HOÀNG THỊ MINH NGUYỆT"]
    assert made.styled("PlateTitle") == ["Chủ tịch"]


def test_nobody_known_gives_one_plate_to_write_on(paper: Look, context: dict[str, Any]) -> None:
    """Without places the file still holds a table that Word accepts."""
    context["places"] = []
    assert paper("plates", "", {"landscape": "true"}).styled("PlateName") == ["…………………"]
