"""Reorganisations and reports held against the guidance, each fault at its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.checks.inspection import check
from docgen.errors import Severity
from tests.doubts import LEAST, LEAST_LINKED, SURVEY, only

if TYPE_CHECKING:
    from docgen.errors import Problem
    from tests.doubts import LoadText

OLD = "members: [{name: A, role: head}, {name: B, birth_year: 1980}, {name: C}]\n"


def doubts(load_text: LoadText, more: str, today: date = date(2026, 11, 5)) -> list[Problem]:
    """What is doubted in the least self-managed record with ``more``."""
    return check(load_text(LEAST + SURVEY + more), today)


def changed(members: str, more: str = "") -> str:
    """The old list, and one reorganisation to ``members``."""
    return f"{OLD}reorganizations: [{{members: [{members}]{more}}}]\n"


def test_a_change_without_a_change_is_refused(load_text: LoadText) -> None:
    """The same people in another order, one by the usual title written out."""
    same = "{name: c, title: Tổ viên}, {name: B}, {name: A, role: head}"
    problem = only(doubts(load_text, changed(same)))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "reorganizations[1].members"
    assert "giống danh sách cũ" in problem.what.vi


def test_a_change_needs_the_list_that_it_changes(load_text: LoadText) -> None:
    """Without the founding list nobody can say who leaves and who joins."""
    problem = only(doubts(load_text, "reorganizations: [{members: [{name: A, role: head}]}]\n"))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "reorganizations[1]"
    linked = LEAST_LINKED + SURVEY + "reorganizations: [{members: [{name: A, role: head}]}]\n"
    problems = check(load_text(linked), date(2026, 11, 5))
    assert [one.place.field for one in problems if one.severity is Severity.ERROR] == [
        "reorganizations[1]"
    ]


def test_each_change_starts_from_the_one_before(load_text: LoadText) -> None:
    """The second list is compared with the first change, not with the founding."""
    first, second = "{name: A, role: head}", "{name: A, role: head}, {name: B, birth_year: 1980}"
    more = f"{OLD}reorganizations: [{{members: [{first}]}}, {{members: [{second}]}}]\n"
    assert doubts(load_text, more) == []
    again = f"{OLD}reorganizations: [{{members: [{first}]}}, {{members: [{first}]}}]\n"
    assert only(doubts(load_text, again)).place.field == "reorganizations[2].members"


@pytest.mark.parametrize(("name", "count"), [("B", 0), ("D", 0), ("C", 0), ("A", 1), ("Z", 1)])
def test_reasons_are_for_those_who_change(load_text: LoadText, name: str, count: int) -> None:
    """B leaves, D joins, C takes another office; A stays and Z was never there."""
    members = "{name: A, role: head}, {name: C, role: deputy}, {name: D}"
    more = changed(members, f", changes: [{{name: {name}, reason: x}}]")
    assert len(doubts(load_text, more)) == count


def test_two_reasons_for_one_person_are_doubted(load_text: LoadText) -> None:
    """Only one of them would be printed."""
    reasons = ", changes: [{name: B, reason: x}, {name: b, reason: y}]"
    problem = only(doubts(load_text, changed("{name: A, role: head}, {name: C}", reasons)))
    assert problem.place.field == "reorganizations[1].changes[2].name"


def test_decisions_follow_the_founding_and_the_submission(load_text: LoadText) -> None:
    """A change is neither decided before the founding nor before it was asked for."""
    founded = "papers: {decision: {number: 1, day: 01/9/2026}}\n"
    members = "{name: A, role: head}, {name: C}"
    for more, count in (
        (", decision: {number: 2, day: 02/9/2026}", 0),
        (", decision: {number: 2, day: 31/8/2026}", 1),
        (
            ", submission: {number: 3, day: 05/9/2026}, decision: {number: 2, day: 04/9/2026}",
            1,
        ),
    ):
        assert len(doubts(load_text, founded + changed(members, more))) == count


@pytest.mark.parametrize(
    ("period", "today", "count"),
    [
        ("2026", date(2026, 11, 1), 0),
        ("2026", date(2026, 9, 30), 1),
        ("2026-H1", date(2026, 4, 29), 0),
        ("2026-H1", date(2026, 3, 31), 1),
        ("2027", date(2026, 11, 5), 1),
    ],
)
def test_a_period_still_to_come_is_doubted(
    load_text: LoadText, period: str, today: date, count: int
) -> None:
    """Data are closed late in April and in October: reports are due before 05/5 and 05/11."""
    found = doubts(load_text, f"reports: [{{period: {period}}}]\n", today)
    assert len(found) == count
    assert all(one.severity is Severity.WARNING for one in found)


def test_a_report_issued_before_its_period_is_over_is_doubted(load_text: LoadText) -> None:
    """The day of the report itself is held against the period."""
    more = "reports: [{period: 2026, issued: {number: 1, day: 01/3/2026}}]\n"
    assert only(doubts(load_text, more)).place.field == "reports[1].issued"
