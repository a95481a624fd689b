"""Doubts about a model's later life: lists, figures and reports told twice or by halves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.checks.blanks import check
from docgen.errors import Severity
from tests.doubts import LEAST_LINKED, only

if TYPE_CHECKING:
    from docgen.errors import Problem
    from tests.doubts import Doubts, LoadText


@pytest.fixture
def doubts(load_text: LoadText, least: str) -> Doubts:
    """What is doubted in the least record with some lines more."""

    def found(more: str) -> list[Problem]:
        return check(load_text(least + more))

    return found


def test_one_period_has_one_report(doubts: Doubts) -> None:
    """The second report would take the place of the first."""
    problem = only(doubts("reports: [{period: 2026-H1}, {period: 2026}, {period: 2026-h1}]\n"))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "reports[3].period"


def test_one_name_stands_for_one_figure(doubts: Doubts) -> None:
    """Nobody could tell which of the two is compared."""
    figures = "[{name: Tin báo, value: 1}, {name: tin  BÁO, value: 2}]"
    problem = only(doubts(f"reports: [{{period: 2026, figures: {figures}}}]\n"))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "reports[1].figures[2].name"


def test_the_past_is_told_one_way_only(doubts: Doubts) -> None:
    """What is told for the year before is what was reported then."""
    past = "{period: 2025, figures: [{name: Tin báo, value: 9}]}"
    for before, count in ((8, 1), (9, 0)):
        now = f"{{period: 2026, figures: [{{name: Tin báo, value: 12, before: {before}}}]}}"
        assert len(doubts(f"reports: [{past}, {now}]\n")) == count


@pytest.mark.parametrize("paper", ["submission", "decision"])
def test_number_and_day_of_later_papers_are_given_together(doubts: Doubts, paper: str) -> None:
    """As for every paper of the registry; the doubt stands at the paper."""
    more = f"reorganizations: [{{members: [{{name: A, role: head}}], {paper}: {{number: 1}}}}]\n"
    problem = only(doubts(more))
    assert problem.place.field == f"reorganizations[1].{paper}"
    assert "có số mà chưa có ngày" in problem.what.vi


def test_a_report_is_issued_with_number_and_day(doubts: Doubts) -> None:
    """A number without a day in one report of many."""
    problem = only(doubts("reports: [{period: 2025}, {period: 2026, issued: {number: 3}}]\n"))
    assert problem.place.field == "reports[2].issued"


def test_the_new_list_has_one_head_and_nobody_twice(doubts: Doubts) -> None:
    """The same doubts as about the founding list, at the new list."""
    none = only(doubts("reorganizations: [{members: [{name: A}]}]\n"))
    assert none.place.field == "reorganizations[1].members"
    two = "[{name: A, role: head}, {name: B, role: head}]"
    both = only(doubts(f"reorganizations: [{{members: {two}}}]\n"))
    assert both.severity is Severity.ERROR
    twice = "[{name: A, role: head}, {name: B, birth_year: 1980}, {name: b, birth_year: 1980}]"
    assert "hai lần" in only(doubts(f"reorganizations: [{{members: {twice}}}]\n")).what.vi


def test_a_changed_committee_has_one_head(load_text: LoadText) -> None:
    """Lists of the committee of a linked model are held to the same."""
    more = "reorganizations: [{members: [{name: A}]}]\n"
    assert only(check(load_text(LEAST_LINKED + more))).place.field == "reorganizations[1].members"


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ("income: 900, spent: 400, opening: 100, balance: 600", []),
        ("income: 950", ["income"]),
        ("opening: 0, balance: 100", ["balance"]),
        ("", []),
    ],
)
def test_an_account_that_does_not_add_up_is_doubted(
    doubts: Doubts, told: str, fields: list[str]
) -> None:
    """Sums told otherwise than the lines of the public account come to."""
    lines = "account: [{what: thu, received: 900}, {what: chi, paid: 400}]"
    found = doubts(f'reports: [{{period: "2025", {lines}, {told}}}]\n')
    assert [one.place.field for one in found] == [f"reports[1].{name}" for name in fields]
