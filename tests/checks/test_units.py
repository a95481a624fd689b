"""Doubts about the units of a linked model: leads, turns, terms, twins, people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.checks.blanks import blanks, check
from docgen.errors import Severity
from docgen.record.loading import load
from tests.doubts import LEAST_LINKED, only
from tests.samples import ROOT

if TYPE_CHECKING:
    from docgen.errors import Problem
    from tests.doubts import Doubts, LoadText

COMMUNE, SCHOOL = LEAST_LINKED.splitlines()[-2:]


@pytest.fixture
def doubts(load_text: LoadText) -> Doubts:
    """What is doubted in the least linked record, one text in place of another, or more lines."""

    def found(more: str = "", *, old: str = "", new: str = "") -> list[Problem]:
        return check(load_text(LEAST_LINKED.replace(old, new) + more))

    return found


def test_the_least_linked_record_raises_no_doubt(doubts: Doubts) -> None:
    """What is not told contradicts nothing."""
    assert doubts() == []


def test_a_model_without_a_lead_takes_the_first_unit_and_says_so(doubts: Doubts) -> None:
    """Papers can be drafted, but the choice is the program's."""
    problem = only(doubts(old="lead: true, ", new=""))
    assert problem.severity is Severity.WARNING
    assert "xã Minh Thịnh" in problem.what.vi
    assert "II.2.1.1" in problem.hint.vi


def test_two_leads_are_an_error_at_the_second(doubts: Doubts) -> None:
    """One unit proposes the model."""
    problem = only(doubts(old="kind: school", new="kind: school, lead: true"))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "units[2].lead"


@pytest.mark.parametrize(
    ("turn", "told"),
    [("turn: 1", "cùng có lượt chủ trì thứ 1"), ("turn: 3", "không có lượt thứ 2")],
)
def test_turns_run_without_twins_or_gaps(doubts: Doubts, turn: str, told: str) -> None:
    """Whose turn it is must never be in doubt."""
    problem = only(doubts(old="turn: 2", new=turn))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "units[2].turn"
    assert told in problem.what.vi


def test_a_turn_has_a_term(doubts: Doubts) -> None:
    """The regulation tells from when to when each unit is the chair."""
    problem = only(doubts(old=", term: năm 2027", new=""))
    assert problem.severity is Severity.WARNING
    assert "đơn vị 2" in problem.what.vi
    assert "II.2.1.3" in problem.hint.vi


def test_a_term_has_a_turn(doubts: Doubts) -> None:
    """A chair by term alone has no place in the order."""
    problem = only(doubts(old="turn: 2, ", new=""))
    assert problem.place.field == "units[2].term"


def test_one_term_has_one_chair(doubts: Doubts) -> None:
    """However it is spelled."""
    problem = only(doubts(old="năm 2027", new="Năm  2026"))
    assert problem.severity is Severity.WARNING
    assert "cùng nhiệm kỳ" in problem.what.vi


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Hòa Bình", "hoà  bình", True),
        ("Hòa Bình", "Hòa Bính", False),
        ("Thôn 1, commune: xã A", "Thôn 1, commune: xã B", False),
        ("Thôn 1, province: tỉnh A", "Thôn 1, province: tỉnh B", False),
        ("Thôn 1, commune: xã A", "Thôn 1", True),
        ("Thôn 1, commune: xã Hòa", "THÔN 1, commune: Xã Hoà", True),
    ],
)
def test_a_unit_listed_twice_is_an_error(
    load_text: LoadText, first: str, second: str, *, told: bool
) -> None:
    """Letter case and hòa/hoà aside; places of one name are told apart by where they lie."""
    units = f"  - {{kind: residential, name: {first}}}\n  - {{kind: agency, name: {second}}}\n"
    problems = check(load_text(LEAST_LINKED + units))
    assert [one.severity for one in problems] == [Severity.ERROR] * told
    assert all("đơn vị 3 và 4" in one.what.vi for one in problems)


@pytest.mark.parametrize("roles", [("member", "deputy"), ("head", "head")])
def test_a_committee_has_one_head(doubts: Doubts, roles: tuple[str, str]) -> None:
    """None and two are both in doubt."""
    told = ", ".join(f"{{name: A, role: {role}}}" for role in roles)
    problem = only(doubts(f"committee: {{members: [{told}]}}\n"))
    assert problem.place.field == "committee.members"


def test_a_committee_with_a_head_or_without_members_is_no_doubt(doubts: Doubts) -> None:
    """A committee yet to be named prints a mark instead."""
    assert doubts("committee: {members: [{name: A, role: head}, {name: B}]}\n") == []
    assert doubts("committee: {name: Ban Chỉ đạo}\n") == []


def test_a_guest_has_a_title_and_is_invited_once(doubts: Doubts) -> None:
    """The invitation and the name plate show the title."""
    untitled = only(doubts("ceremony: {guests: [{name: A}, {title: B}]}\n"))
    assert untitled.place.field == "ceremony.guests[1]"
    twin = only(doubts("ceremony: {guests: [{name: A, title: B}, {name: a, title: B}]}\n"))
    assert "Khách mời 1" in twin.what.vi


@pytest.mark.parametrize(
    ("chair", "known"),
    [
        ("Ủy ban nhân dân xã Minh Thịnh", True),
        ("Đại diện Trường Trung học cơ sở Minh Thịnh", True),
        ("Ông Trần Hoà, Hiệu trưởng", True),
        ("Bà Lê Thị Bình", True),
        ("Ông Đỗ Cường", True),
        ("Công an xã Tân Mỹ", False),
    ],
)
def test_the_chair_of_the_ceremony_belongs_to_the_model(
    load_text: LoadText, chair: str, *, known: bool
) -> None:
    """A unit, its signer, its representative, or someone of the committee."""
    people = "signer: {name: Trần Hòa}, representative: {name: Lê Thị Bình}}"
    text = LEAST_LINKED.replace("năm 2027}", f"năm 2027, {people}")
    text += "committee: {members: [{name: Đỗ Cường, role: head}]}\n"
    problems = check(load_text(f'{text}ceremony: {{chair: "{chair}"}}\n'))
    assert [one.place.field for one in problems] == ([] if known else ["ceremony.chair"])


def test_what_a_unit_does_not_need_is_not_blank(load_text: LoadText) -> None:
    """A commune's abbreviation is known; only the lead's province is printed."""
    fields = {one.field for one in blanks(load_text(LEAST_LINKED))}
    assert {"units[1].province", "units[2].abbreviation", "units[2].commune"} <= fields
    assert not {"units[1].abbreviation", "units[1].commune", "units[2].province"} & fields
    assert not {one for one in fields if one.startswith(("committee", "papers.committee"))}
    assert "units[2].term" not in fields
    assert "consultation.consultees" not in fields


def test_a_committee_asks_for_its_decision(load_text: LoadText) -> None:
    """Its number and day stay open until it is issued."""
    fields = {one.field for one in blanks(load_text(LEAST_LINKED + "committee: {name: A}\n"))}
    assert {"papers.committee_decision.number", "committee.members"} <= fields


def test_a_full_linked_record_has_no_blanks() -> None:
    """The belt of twelve units has signed all its papers."""
    sample = ROOT / "samples/lien-ket/vanh-dai-an-toan-12-don-vi-2026.yaml"
    assert blanks(load(sample)) == []
