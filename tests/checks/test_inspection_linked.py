"""Doubts that the guidance raises about a linked model: survey, rotation, signers, days, eras."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.checks.inspection import check
from docgen.errors import Severity
from tests.doubts import LEAST_LINKED, SURVEY, TODAY, only

if TYPE_CHECKING:
    from docgen.errors import Problem
    from tests.doubts import Doubts, LoadText

THEN = date(2024, 10, 1)


@pytest.fixture
def doubts(load_text: LoadText) -> Doubts:
    """What is doubted in the least linked record with a survey, changed or with more lines."""

    def found(
        more: str = "", today: date = TODAY, *, old: str = "", new: str = ""
    ) -> list[Problem]:
        return check(load_text(LEAST_LINKED.replace(old, new) + SURVEY + more), today)

    return found


def papers(**days: str) -> str:
    """Papers of number 1 on their days."""
    told = "".join(f"  {name}: {{number: 1, day: {day}}}\n" for name, day in days.items())
    return f"papers:\n{told}"


def test_a_plain_linked_record_raises_no_doubt(doubts: Doubts) -> None:
    """The least linked record with a survey is fine."""
    assert doubts() == []


def test_a_missing_survey_of_the_area_is_doubted(load_text: LoadText) -> None:
    """The proposal tells what was found."""
    assert "II.2.1.1" in only(check(load_text(LEAST_LINKED), TODAY)).hint.vi


def test_somebody_takes_the_chair(load_text: LoadText) -> None:
    """The dossier is kept by the units that take a turn."""
    text = re.sub(r", turn: \d, term: năm \d+", "", LEAST_LINKED)
    problem = only(check(load_text(text + SURVEY), TODAY))
    assert problem.severity is Severity.WARNING
    assert problem.place.field == "units"
    assert "II.2.4" in problem.hint.vi


@pytest.mark.parametrize("name", ["Ủy ban nhân dân xã Minh Thịnh", "Minh Thịnh"])
def test_a_commune_unit_is_told_with_its_type(doubts: Doubts, name: str) -> None:
    """The program writes “Ủy ban nhân dân” itself."""
    problem = only(doubts(old="xã Minh Thịnh", new=name))
    assert problem.place.field == "units[1].name"


@pytest.mark.parametrize(
    ("signer", "field"),
    [
        ("name: TS. Trần Hòa", "name"),
        ("name: Bà Trần Hòa", "name"),
        ("rank: Thiếu tá", "rank"),
        ("signing: deputy", "own_title"),
    ],
)
def test_the_signer_of_each_unit_is_held_against_the_decree(
    doubts: Doubts, signer: str, field: str
) -> None:
    """Titles before names, ranks outside police and army, deputies without a title."""
    problem = only(doubts(old="kind: school", new=f"kind: school, signer: {{{signer}}}"))
    assert problem.place.field == f"units[2].signer.{field}"


@pytest.mark.parametrize(
    "unit", ["kind: army, name: Kho K99", "kind: agency, name: Công an xã Tân Mỹ"]
)
def test_signers_of_army_and_police_units_have_a_rank(doubts: Doubts, unit: str) -> None:
    """An army unit whatever its name, the police by theirs."""
    units = f"  - {{{unit}, signer: {{rank: Trung tá}}}}\n"
    assert doubts(old=LEAST_LINKED, new=LEAST_LINKED + units) == []


def test_the_signer_of_the_committee_is_held_against_the_decree_too(doubts: Doubts) -> None:
    """The decision on the committee is a paper of an office."""
    committee = "committee: {issuer: {name: UBND xã, signer: {name: ThS. A}}}\n"
    assert only(doubts(committee)).place.field == "committee.issuer.signer.name"
    army = "committee: {issuer: {name: Lữ đoàn 999, signer: {rank: Đại tá}}}\n"
    assert doubts(army) == []


@pytest.mark.parametrize(
    ("more", "field", "clause"),
    [
        (papers(proposal_letter="9/8/2026", comment_minutes="8/8/2026"), "comment", "2.1.4"),
        (papers(comment_request="9/8/2026", regulation="8/8/2026"), "regulation", "2.1.4"),
        (papers(comment_minutes="9/8/2026", regulation="8/8/2026"), "regulation", "2.1.4"),
        (papers(comment_request="9/8/2026", ceremony_plan="8/8/2026"), "ceremony_plan", "2.2"),
        (papers(ceremony_plan="9/8/2026", invitation="8/8/2026"), "invitation", "2.2"),
        (papers(proposal_letter="9/8/2026", committee_decision="8/8/2026"), "committee", "2.4"),
        (papers(year_plan="8/9/2026") + "ceremony: {day: 9/9/2026}\n", "year_plan", "2.1.3"),
    ],
)
def test_a_day_out_of_order_is_doubted_with_its_clause(
    doubts: Doubts, more: str, field: str, clause: str
) -> None:
    """Letter, comments, ceremony: each after the one before."""
    problem = only(doubts(more))
    assert problem.place.field.startswith(f"papers.{field}")
    assert f"II.{clause}" in problem.hint.vi


def test_the_ceremony_comes_after_the_comments(doubts: Doubts) -> None:
    """What is signed there was sent round before."""
    more = papers(comment_request="9/9/2026") + "ceremony: {day: 8/9/2026}\n"
    assert only(doubts(more)).place.field == "ceremony.day"


@pytest.mark.parametrize("paper", ["regulation", "ceremony_minutes"])
def test_what_is_made_at_the_ceremony_has_its_day(doubts: Doubts, paper: str) -> None:
    """The regulation is signed by all members at the ceremony."""
    ceremony = "ceremony: {day: 8/9/2026}\n"
    assert doubts(papers(**{paper: "8/9/2026"}) + ceremony) == []
    problem = only(doubts(papers(**{paper: "10/9/2026"}) + ceremony))
    assert problem.place.field == f"papers.{paper}.day"
    assert "Hội nghị ký kết, ra mắt › Ngày tổ chức" in problem.what.vi
    assert "II.2.2" in problem.hint.en


def test_a_ceremony_that_is_past_has_a_signed_regulation(doubts: Doubts) -> None:
    """Its day is the regulation's day."""
    problem = only(doubts("ceremony: {day: 8/8/2026}\n"))
    assert problem.what.vi == (
        "“Hội nghị ký kết, ra mắt › Ngày tổ chức” (08/8/2026) đã qua mà “Quy chế phối hợp” chưa có "
        "ngày"
    )
    assert "II.2.2" in problem.hint.vi


def test_letters_of_the_lead_are_numbered_in_their_order(doubts: Doubts) -> None:
    """The proposal and the request for comments are of one register."""
    told = (
        "papers: {proposal_letter: {number: 9, day: 1/8/2026}, comment_request: {number: 8, day: "
    )
    assert only(doubts(told + "2/8/2026}}\n")).place.field == "papers.comment_request.number"


def test_each_commune_tells_its_district_before_the_two_tiers(doubts: Doubts) -> None:
    """And none tells one afterwards."""
    assert only(doubts(today=THEN)).place.field == "units[1].district"
    told = {"old": "kind: commune", "new": "kind: commune, district: huyện Yên Lục"}
    assert doubts(today=THEN, **told) == []
    assert "72/2025/QH15" in only(doubts(**told)).hint.vi


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("security_bodies: [Công an huyện Yên Lục]\n", "Công an cấp huyện"),
        ("ceremony: {guests: [{title: A, unit: Ủy ban nhân dân huyện Yên Lục}]}\n", "cấp huyện"),
        ("ceremony: {place: Hội trường thị trấn Đồng Sim}\n", "thị trấn"),
        ("model: {name: A, scope: tỉnh Bắc Giang}\n", "sáp nhập"),
    ],
)
def test_bodies_that_ended_are_doubted_in_every_part(
    load_text: LoadText, more: str, told: str
) -> None:
    """Police asked, guests, places, the scope."""
    base = LEAST_LINKED
    if more.startswith("model:"):
        base = base.replace("model:\n  name: Cụm An ninh liên hoàn\n", "")
    assert told in only(check(load_text(base + SURVEY + more), TODAY)).what.vi
