"""Drawn lines are as long as the law wants, whatever is written above them."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.word.authoring.compile import compile_template
from docgen.word.authoring.layouts import MOTTO, PARTY_NAME
from docgen.word.filling.fill import Properties, prepare
from docgen.word.filling.looks import StyleLook
from docgen.word.filling.widths import line_widths, text_width
from tests.golden.reading import paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD14 = StyleLook("", 14, bold=True, italic=False)
BOLD13 = StyleLook("", 13, bold=True, italic=False)
LEFT, RIGHT, TEXT = 3648 - 114, 5707 - 114, 9355
PARTY_RIGHT = 4958 - 114


def drawn(rule: Any, room: float) -> float:
    """The length of ``rule`` in points when ``room`` twips are between the margins."""
    indents = rule.find(f"{W}pPr/{W}ind")
    assert indents.get(f"{W}left") == indents.get(f"{W}right")
    return (room - 2 * int(indents.get(f"{W}left"))) / 20


def test_the_line_under_the_motto_is_as_long_as_its_text(paper: Callable[..., Any]) -> None:
    """Phụ lục I.II.1: the line has the length of the text."""
    (rule,) = paper("named").paragraphs("RuleFull")
    assert drawn(rule, RIGHT) == pytest.approx(text_width(MOTTO, BOLD14), abs=0.2)


def test_the_line_under_the_party_name_is_as_long_as_its_text(paper: Callable[..., Any]) -> None:
    """The Party's name is 15 points bold."""
    (rule,) = paper("party").paragraphs("RuleFull")
    wide = text_width(PARTY_NAME, StyleLook("", 15, bold=True, italic=False))
    assert drawn(rule, PARTY_RIGHT) == pytest.approx(wide, abs=0.2)


@pytest.mark.parametrize("lines", [["CÔNG AN XÃ TÂN MỸ"], ["ỦY BAN NHÂN DÂN", "XÃ AN"]])
def test_the_line_under_the_issuer_is_a_part_of_its_longest_line(
    lines: list[str], paper: Callable[..., Any], context: dict[str, Any]
) -> None:
    """Phụ lục I.II.2: a third to a half of the text, here 40 %."""
    context["paper"]["header"]["issuer"] = lines
    rule = paper("named").paragraphs("RulePart")[0]
    longest = max(text_width(line, BOLD13) for line in lines)
    assert drawn(rule, LEFT) == pytest.approx(0.4 * longest, abs=0.2)


def test_the_line_under_the_summary_follows_the_filled_text(paper: Callable[..., Any]) -> None:
    """Phụ lục I.II.5a: a part of the summary as it reads once filled."""
    rule = paper("named").paragraphs("RulePart")[1]
    wide = text_width("Kết quả Cổng trường an toàn", BOLD14)
    assert drawn(rule, TEXT) == pytest.approx(0.4 * wide, abs=0.2)


@pytest.mark.parametrize("issuer", [[], [""], ["A" * 300], ["Ủ" * 40 + " " + "B" * 40]])
def test_strange_issuers_do_not_break_the_head(
    issuer: list[str], paper: Callable[..., Any], context: dict[str, Any]
) -> None:
    """Empty, endless or unbroken names leave lines of a sensible length."""
    context["paper"]["header"]["issuer"] = issuer
    rule = paper("named").paragraphs("RulePart")[0]
    assert 0 <= drawn(rule, LEFT) <= LEFT / 20


def test_a_long_summary_is_broken_evenly(
    paper: Callable[..., Any], context: dict[str, Any]
) -> None:
    """The second line of a summary is not one lonely word."""
    context["model"]["name"] = (
        "Tổ liên gia tự quản về an ninh, trật tự gắn với phòng cháy, chữa cháy ở thôn xóm"
    )
    (summary,) = paper("named").paragraphs("DocSummary")
    first, second = line_widths("Kết quả " + context["model"]["name"], BOLD14, drawn(summary, TEXT))
    assert second > 0.7 * first


def test_names_of_two_signers_stand_on_one_height(paper: Callable[..., Any]) -> None:
    """Who has fewer lines of office signs as low as the neighbour."""
    sign = {"lines": ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], "capacity": [], "name": "B"}
    left, right = paper("minutes", sign=sign).paragraphs("SignName")
    assert left.find(f"{W}pPr/{W}spacing").get(f"{W}before") == str(1400 + 322)
    assert right.find(f"{W}pPr/{W}spacing") is None


BARS = """\
---
layout: attached
title: BẢNG
summary: thử
---
{.align l b}
| Loại | Biểu đồ |
|---|---|
| {%tr for row in rows %} | |
| hàng | {{ row }} |
| {%tr endfor %} | |
"""


def bars(rows: list[str]) -> list[Any]:
    """The bars of a filled chart that has ``rows``."""
    template = prepare(compile_template(BARS, "bang"), "bang")
    header = {"superior": [], "issuer": ["A"], "number": "", "place_date": ""}
    context = {"rows": rows, "paper": {"header": header, "attached_to": "", "replaces": []}}
    filled = template.fill(context, Properties("", "", "", date(2026, 1, 1)))
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    bar = f"{W}pPr/{W}pStyle[@{W}val='Bar']"
    return [paragraph for paragraph in root.iter(f"{W}p") if paragraph.find(bar) is not None]


@given(st.floats(0.1, 100))
def test_a_bar_is_as_long_as_its_text_says(share: float) -> None:
    """So many per cent of the cell; the number itself is not printed."""
    whole, part = bars(["100", f"{share:.1f}"])
    assert not "".join(part.itertext()).strip()
    full = int(whole.find(f"{W}pPr/{W}ind").get(f"{W}right"))
    none = int(bars(["0.0001"])[0].find(f"{W}pPr/{W}ind").get(f"{W}right"))
    left = int(part.find(f"{W}pPr/{W}ind").get(f"{W}right"))
    assert full == 0
    assert left == pytest.approx(none * (1 - round(share, 1) / 100), abs=1)


@pytest.mark.parametrize("text", ["0", "-5", "nhiều", "nan", ""])
def test_nothing_draws_no_bar(text: str) -> None:
    """Zero, less than zero, and what is no number."""
    (bar,) = bars([text])
    assert bar.find(f"{W}pPr/{W}pBdr/{W}top").get(f"{W}val") == "nil"


@pytest.mark.parametrize("text", ["250", "100", "inf"])
def test_no_bar_is_longer_than_its_cell(text: str) -> None:
    """More than a hundred per cent is a hundred."""
    (bar,) = bars([text])
    assert bar.find(f"{W}pPr/{W}ind").get(f"{W}right") == "0"


ANNEX = "::: annex\n{label}\n\nDANH SÁCH\n\n(Kèm theo …)\n\nNội dung.\n\n:::\n"


@pytest.mark.parametrize(
    ("layout", "labels", "printed"),
    [
        ("named", ["Phụ lục"], ["Phụ lục"]),
        ("named", ["Phụ lục"] * 4, ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]),
        ("party", ["Phụ lục"] * 2, ["Phụ lục 1", "Phụ lục 2"]),
        ("named", ["Phụ lục I", "Phụ lục"], ["Phụ lục I", "Phụ lục"]),
    ],
)
def test_annexes_are_numbered_in_the_form_of_their_paper(
    layout: str, labels: list[str], printed: list[str], context: dict[str, Any]
) -> None:
    """Roman numbers by the decree, Arabic by the Party's rules; a template's own numbers stay."""
    annexes = "\n".join(ANNEX.replace("{label}", label) for label in labels)
    source = f"---\nlayout: {layout}\ntitle: BÁO CÁO\n---\n\nLời văn.\n\n{annexes}"
    about = Properties("Báo cáo", "Mô hình", "Ủy ban", date(2026, 10, 1))
    docx = prepare(compile_template(source, "x"), "x").fill(context, about)
    assert [text for style, text in paragraphs(docx) if style == "AnnexLabel"] == printed


@pytest.mark.parametrize(("rows", "kept"), [(1, []), (2, [0]), (3, [0, 1]), (5, [0, 3])])
def test_the_ends_of_a_list_keep_together(
    rows: int, kept: list[int], context: dict[str, Any]
) -> None:
    """The first two rows and the last two, and what leads to the list."""
    list_of = "".join(f"| {number} | việc |\n" for number in range(rows))
    source = (
        "---\nlayout: named\ntitle: BÁO CÁO\n---\n\nNhư sau:\n\n"
        f"| STT | Việc |\n|---|---|\n{list_of}\nSau.\n"
    )
    about = Properties("Báo cáo", "Mô hình", "Ủy ban", date(2026, 10, 1))
    docx = prepare(compile_template(source, "x"), "x").fill(context, about)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    (head,) = root.iterfind(f".//{W}tblHeader")
    table = next(head.iterancestors(f"{W}tbl"))
    keeping = [row.find(f".//{W}keepNext") is not None for row in table.iterchildren(f"{W}tr")]
    assert [place for place, keeps in enumerate(keeping[1:]) if keeps] == kept
    lead = table.getprevious()
    assert lead is not None
    assert "".join(lead.itertext()) == "Như sau:"
    assert lead.find(f"{W}pPr/{W}keepNext") is not None
