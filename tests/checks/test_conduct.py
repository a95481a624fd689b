"""What is doubted in honours, discipline and the end of a model, each at its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.checks.blanks import check
from docgen.errors import Severity
from tests.doubts import LEAST, LEAST_LINKED, only

if TYPE_CHECKING:
    from docgen.errors import Problem
    from tests.doubts import LoadText

MEMBERS = """\
members:
  - {name: Vũ Văn Thắng, role: head}
  - {name: Trần Thị Hòa}
"""


@pytest.fixture
def doubted(load_text: LoadText) -> list[Problem]:
    """Nothing: the least record with members raises no doubt."""
    return check(load_text(LEAST + MEMBERS))


def test_members_alone_raise_no_doubt(doubted: list[Problem]) -> None:
    """The ground on which the other tests stand."""
    assert doubted == []


def test_an_honoured_stranger_is_found(load_text: LoadText) -> None:
    """A person who is on no list of members; collectives are on none."""
    told = (
        "commendations:\n  - honourees:\n"
        "      - {name: Trần Thị Hoà}\n"
        "      - {name: Tập thể Tổ 1, collective: true}\n"
        "      - {name: Lê Văn Lạ}\n"
    )
    problem = only(check(load_text(LEAST + MEMBERS + told)))
    assert problem.place.field == "commendations[1].honourees[3].name"
    assert "Lê Văn Lạ" in problem.what.vi


def test_one_honoured_twice_is_found(load_text: LoadText) -> None:
    """The same name twice in one commendation."""
    told = "commendations:\n  - honourees: [{name: Trần Thị Hòa}, {name: Bà Trần Thị Hòa}]\n"
    problem = only(check(load_text(LEAST + MEMBERS + told)))
    assert problem.place.field == "commendations[1].honourees[2]"


def test_a_member_who_left_is_no_stranger(load_text: LoadText) -> None:
    """Whoever was on any list of the model may be honoured or disciplined."""
    told = (
        "reorganizations:\n  - members: [{name: Vũ Văn Thắng, role: head}]\n"
        "disciplines:\n  - {member: Trần Thị Hòa}\n"
    )
    assert check(load_text(LEAST + MEMBERS + told)) == []


@pytest.mark.parametrize(
    ("present", "agreed", "severity"),
    [(7, 8, Severity.ERROR), (8, 4, Severity.WARNING), (8, 5, None), (7, 7, None)],
)
def test_votes_must_be_possible_and_enough(
    load_text: LoadText, present: int, agreed: int, severity: Severity | None
) -> None:
    """No more votes than voters; half of them is not more than half."""
    told = f"disciplines:\n  - {{member: Trần Thị Hòa, present: {present}, agreed: {agreed}}}\n"
    found = check(load_text(LEAST + MEMBERS + told))
    assert [one.severity for one in found] == ([severity] if severity else [])
    assert all(one.place.field == "disciplines[1].agreed" for one in found)


def test_the_days_of_a_case_follow_one_another(load_text: LoadText) -> None:
    """Each day is held against the nearest told before it: a decision before the meeting."""
    told = (
        "disciplines:\n  - member: Trần Thị Hòa\n    meeting: {day: 12/8/2026}\n"
        "    decision: {number: 4, day: 10/8/2026}\n"
    )
    problem = only(check(load_text(LEAST + MEMBERS + told)))
    assert problem.place.field == "disciplines[1].decision.day"
    assert "10/8/2026" in problem.what.vi


def test_a_dissolution_needs_the_assessment_of_its_period(load_text: LoadText) -> None:
    """II.3: a model is dissolved for its class in one period."""
    end = 'dissolution: {period: "2026"}\n'
    other = 'assessments: [{period: "2025"}]\n'
    problem = only(check(load_text(LEAST + other + end)))
    assert problem.place.field == "dissolution.period"
    assert "II.3" in problem.hint.vi
    assert only(check(load_text(LEAST + end)))
    assert check(load_text(LEAST + 'assessments: [{period: "2026"}]\n' + end)) == []


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ("report: {number: 1, day: 9/11/2026}, decision: {number: 2, day: 8/11/2026}", "decision"),
        ("decision: {number: 2, day: 8/11/2026}, effective: 7/11/2026", "effective"),
        ("effective: 7/11/2026, settle_by: 6/11/2026", "settle_by"),
        ("decision: {number: 2, day: 8/11/2026}, settle_by: 6/11/2026", "settle_by"),
    ],
)
def test_the_days_of_the_end_follow_one_another(load_text: LoadText, days: str, field: str) -> None:
    """Report, decision, end, settlement."""
    told = f'assessments: [{{period: "2026"}}]\ndissolution: {{period: "2026", {days}}}\n'
    problem = only(check(load_text(LEAST + told)))
    assert problem.place.field is not None
    assert problem.place.field.startswith(f"dissolution.{field}")


def _ended(consents: str) -> str:
    return f'{LEAST_LINKED}assessments: [{{period: "2026"}}]\ndissolution:\n  consents:\n{consents}'


def test_a_commune_consents_with_or_without_its_committee(load_text: LoadText) -> None:
    """The consents of all chairs, named in either way, raise no doubt."""
    told = (
        "    - {unit: Uỷ ban nhân dân xã Minh Thịnh}\n"
        "    - {unit: Trường Trung học cơ sở Minh Thịnh}\n"
    )
    assert check(load_text(_ended(told))) == []


def test_only_chairs_consent(load_text: LoadText) -> None:
    """II.3 asks the units that take the chair; another one stops the work."""
    problem = only(check(load_text(_ended("    - {unit: Công ty Lạ}\n"))))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "dissolution.consents[1].unit"


def test_no_chair_consents_twice(load_text: LoadText) -> None:
    """Also where the two spellings differ."""
    told = "    - {unit: xã Minh Thịnh}\n    - {unit: Ủy ban nhân dân xã Minh Thịnh}\n"
    problem = only(check(load_text(_ended(told))))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "dissolution.consents[2].unit"


def test_no_consent_comes_before_the_report(load_text: LoadText) -> None:
    """The chairs consent to what the report proposes."""
    told = (
        "    - {unit: xã Minh Thịnh, number: 3, day: 01/11/2026}\n"
        "  report: {number: 1, day: 05/11/2026}\n"
    )
    problem = only(check(load_text(_ended(told))))
    assert problem.place.field == "dissolution.consents[1].day"
