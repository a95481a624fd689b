"""The order of the steps: days that come too early, unlikely days, numbers against the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.errors import Severity
from tests.doubts import only

if TYPE_CHECKING:
    from tests.doubts import Doubts


def _papers(**days: str) -> str:
    """Papers of number 1 on their days."""
    told = "".join(f"  {name}: {{number: 1, day: {day}}}\n" for name, day in days.items())
    return f"papers:\n{told}"


@pytest.mark.parametrize(
    ("more", "field", "clause"),
    [
        (_papers(decision="1/8/2026") + "launch: {day: 31/7/2026}\n", "launch.day", "II.1.2"),
        (_papers(proposal="9/8/2026", decision="8/8/2026"), "papers.decision.day", "II.1.2"),
        (_papers(decision="9/8/2026", regulation="8/8/2026"), "papers.regulation.day", "II.1.2"),
        (_papers(consent="9/8/2026", plan="8/8/2026"), "papers.plan.day", "II.1.1.4"),
        (_papers(submission="9/8/2026", plan="8/8/2026"), "papers.plan.day", "II.1.1.4"),
        (
            _papers(submission="9/8/2026", resolution="8/8/2026"),
            "papers.resolution.day",
            "II.1.1.4",
        ),
        (_papers(comment_request="9/8/2026", plan="8/8/2026"), "papers.plan.day", "II.1.1.4"),
        (_papers(proposal="9/8/2026", consent="8/8/2026"), "papers.consent.day", "II.1.1.1"),
        (
            _papers(comment_request="9/8/2026") + "consultation: {reply_by: 8/8/2026}\n",
            "consultation.reply_by",
            "II.1.1.4",
        ),
        (_papers(launch_plan="9/8/2026", invitation="8/8/2026"), "papers.invitation.day", "II.1.2"),
        (_papers(decision="9/8/2026", year_plan="8/8/2026"), "papers.year_plan.day", "II.1.3"),
    ],
)
def test_a_day_out_of_order_is_a_warning_with_its_clause(
    doubts: Doubts, more: str, field: str, clause: str
) -> None:
    """The guidance's order of steps is held; the later step is the one in doubt."""
    problem = only(doubts(more))
    assert problem.severity is Severity.WARNING
    assert problem.place.field == field
    assert clause in problem.hint.vi
    assert clause in problem.hint.en
    assert "1923" in problem.hint.vi


def test_one_wrong_day_is_doubted_against_its_neighbours_only(doubts: Doubts) -> None:
    """A decision far too early is compared with the plan, not with all before the plan."""
    papers = _papers(proposal="3/8/2026", consent="4/8/2026", plan="5/8/2026", decision="1/8/2026")
    problem = only(doubts(papers))
    assert problem.what.vi == (
        "“Quyết định thành lập” (ngày 01/8/2026) trước “Kế hoạch xây dựng mô hình” (ngày 05/8/2026)"
    )


def test_steps_on_one_day_are_in_order(doubts: Doubts) -> None:
    """Small offices do much in a day."""
    more = (
        "papers: {decision: {number: 1, day: 1/8/2026}, regulation: {number: 1, day: 1/8/2026}}\n"
    )
    assert doubts(more + "launch: {day: 1/8/2026}\n") == []


@pytest.mark.parametrize("day", ["1/8/2009", "1/8/2062"])
def test_a_day_far_away_is_a_slip_of_the_year(doubts: Doubts, day: str) -> None:
    """Neither before the movement nor decades ahead."""
    assert "năm" in only(doubts(f"consultation: {{meeting_day: {day}}}\n")).hint.vi


def test_a_launch_in_the_past_needs_a_decision(doubts: Doubts) -> None:
    """A launch that is over while the decision is undated cannot be."""
    problem = only(doubts("launch: {day: 1/8/2026}\n"))
    assert "II.1.2" in problem.hint.vi


def test_numbers_of_one_register_rise_with_the_days(doubts: Doubts) -> None:
    """A later plan with a smaller number is doubted; in another year it is not."""
    plans = "papers: {plan: {number: 9, day: 1/8/2026}, launch_plan: {number: 8, day: 2/8/2026}}\n"
    assert only(doubts(plans)).place.field == "papers.launch_plan.number"
    assert doubts(plans.replace("1/8/2026", "1/8/2025")) == []
    assert doubts(plans.replace("number: 8", "number: 10")) == []
