"""An organisation with a form of its own writes in it; others by the decree."""

from __future__ import annotations

import re

import pytest

from docgen.guidance.papers import papers
from docgen.law.law import law
from docgen.law.organisations import organisation
from docgen.lint.holding import hold
from docgen.papers.bodies import offices
from docgen.record.schema.offices import Office
from docgen.word.authoring.layouts import MOTTO, NATION
from docgen.word.authoring.source import read_source
from tests.golden.reading import paragraphs
from tests.samples import ROOT, drafted, drafts

SAMPLE = "phuong-2026-doi-xung-kich"
TITLE = "ĐOÀN TNCS HỒ CHÍ MINH"
OF_UNION = [one for one in drafts(SAMPLE) if one.due.paper.issuer == "proposer"]


@pytest.mark.parametrize("draft", OF_UNION, ids=lambda draft: draft.due.file_stem)
def test_the_youth_union_writes_in_its_own_form(draft: object) -> None:
    """Its title for the Quốc hiệu, three stars and hyphens for lines, its committee's name."""
    said = paragraphs(draft.docx)  # type: ignore[attr-defined]
    words = [text for _, text in said]
    assert words.count(TITLE) == 1
    assert NATION not in words
    assert MOTTO not in words
    assert "***" in words
    issuer = [text for style, text in said if style == "Issuer"]
    assert " ".join(issuer) == "BAN CHẤP HÀNH ĐOÀN PHƯỜNG ĐỒNG VÂN"
    number = [text for style, text in said if style == "Number" and text]
    assert all(re.fullmatch(r"Số: (?:\d\d|\s+)-(?:BC|CV|BB|TTr)/ĐTN", one) for one in number)


def test_others_name_its_papers_by_their_own_numbers() -> None:
    """The resolution and the decision cite the Union's papers as they are numbered."""
    words = "\n".join(text for one in drafts(SAMPLE) for _, text in paragraphs(one.docx))
    assert "Báo cáo số 31-BC/ĐTN" in words
    assert "Tờ trình số 07-TTr/ĐTN" in words
    assert "/BC-ĐTN" not in words


def test_its_committee_signs_where_nobody_is_told() -> None:
    """TM. BAN CHẤP HÀNH, the secretary; what the record tells comes first."""
    told = Office(name="Đoàn TNCS Hồ Chí Minh xã Minh Thịnh")
    body = offices.office(told, "proposer")
    assert (body.collective, body.leader) == ("Ban Chấp hành", f"Bí thư {told.name}")
    bureau = offices.office(told.changed(collective="Ban Thường vụ"), "proposer")
    assert bureau.collective == "Ban Thường vụ"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã An Khánh", "youth_union"),
        ("đoàn thanh niên trường THPT Cao Lâm", "youth_union"),
        ("Chi đoàn Thanh niên thôn Đông Hạ", "youth_union"),
        ("Hội Liên hiệp Phụ nữ xã An Khánh", ""),
        ("Công đoàn cơ sở Công ty May Sông Cầu Xanh", ""),
        ("Đoàn Luật sư tỉnh Bắc Ninh", ""),
        ("Đoàn kiểm tra liên ngành", ""),
        ("Công an xã An Khánh", ""),
        ("", ""),
    ],
)
def test_whose_form_it_is_is_known_by_the_name(name: str, form: str) -> None:
    """Only the Union's own organisations; a word that begins alike is not enough."""
    found = organisation(name)
    assert (found.id if found else "") == form


def test_those_by_custom_have_no_form_of_their_own() -> None:
    """What is told to follow the decree by custom is not among those with another form."""
    names = [name for row in law().organisations.by_custom for name in row.names]
    assert not [name for name in names if organisation(name)]


def test_lint_says_that_it_has_no_rules_for_the_union() -> None:
    """Papers of the Union are known as such and judged by nothing."""
    for draft in OF_UNION:
        (held,) = hold(draft.docx, "x", drafted(SAMPLE)).papers
        assert (held.sheet.regime, held.regime, held.outcomes) == ("union", "", ())


def test_every_paper_that_a_proposer_may_issue_has_room_for_its_head() -> None:
    """Templates of State papers that the Union may come to issue know its head."""
    issuers = {"proposer", "commender", "accuser", "dissolver", "corrected"}
    templates = {one.template for one in papers("self_managed") if one.issuer in issuers}
    sources = [
        read_source((ROOT / f"templates/{name}.md").read_text("utf-8"), name) for name in templates
    ]
    assert not [one.name for one in sources if one.layout != "plain" and not one.own_head]
