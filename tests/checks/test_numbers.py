"""No number twice in one series: of each body, kind and year or term."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.checks.numbers import twice
from docgen.errors import Severity
from docgen.papers.register.series import numbered
from docgen.papers.sheet import Papers
from docgen.record.loading import load
from docgen.record.schema.parts import Issued
from tests.doubts import LEAST, LEAST_LINKED
from tests.samples import path_of

if TYPE_CHECKING:
    from docgen.errors import Problem
    from tests.doubts import LoadText

DAY = date(2026, 9, 8)


def doubts(load_text: LoadText, papers: str, head: str = LEAST) -> list[Problem]:
    """What is wrong with the numbers of a record that tells ``papers``."""
    return list(twice(load_text(f"{head}{papers}"), DAY))


def test_a_number_taken_in_its_series_is_an_error_at_both_places(load_text: LoadText) -> None:
    """Each of the two names the other, and stands where its number is told."""
    plans = "  plan: {number: 7, day: 01/9/2026}\n  launch_plan: {number: 7, day: 02/9/2026}\n"
    found = doubts(load_text, f"papers:\n{plans}")
    assert [one.severity for one in found] == [Severity.ERROR] * 2
    assert [one.place.line for one in sorted(found, key=lambda one: one.place.order)] == [8, 9]
    assert {one.what.vi.partition("“")[2] for one in found} == {
        "Kế hoạch xây dựng mô hình” trong cùng sổ",
        "Kế hoạch tổ chức hội nghị ra mắt” trong cùng sổ",
    }


@pytest.mark.parametrize(
    "papers",
    [
        "{plan: {number: 7, day: 01/9/2026}, decision: {number: 7, day: 02/9/2026}}",
        "{plan: {number: 7, day: 01/12/2025}, launch_plan: {number: 7, day: 02/9/2026}}",
        "{plan: {number: 7, day: 01/9/2026}, year_plan: {number: 7, day: 02/9/2026}}",
        "{plan: {number: 7}, launch_plan: {number: 7, day: 02/9/2026}}",
    ],
    ids=["another kind", "another year", "another body", "a year not told"],
)
def test_the_same_number_in_another_series_is_none_of_the_two(
    papers: str, load_text: LoadText
) -> None:
    """A decision, a plan of the year before, a plan of the model have numbers of their own."""
    assert doubts(load_text, f"papers: {papers}\n") == []


def test_one_body_under_two_roles_has_one_series(load_text: LoadText) -> None:
    """The school proposes its own model: its letters share their numbers."""
    head = LEAST.replace("kind: commune\n  name: xã Minh Thịnh", "kind: school\n  name: Trường A")
    told = "proposer: {name: Trường A}\npapers:\n  consent: {number: 3, day: 01/9/2026}\n"
    found = doubts(load_text, f"{told}  comment_request: {{number: 3, day: 05/9/2026}}\n", head)
    assert len(found) == 2


def test_reports_of_two_chairs_may_have_one_number(load_text: LoadText) -> None:
    """Each unit reports for its own term, by its own register."""
    reports = (
        "reports:\n  - {period: 2026, issued: {number: 5, day: 05/01/2027}}\n"
        "  - {period: 2027-H1, issued: {number: 5, day: 05/6/2027}}\n"
    )
    assert doubts(load_text, reports, LEAST_LINKED) == []
    same = reports.replace("2027-H1", "2026-H1")
    assert len(doubts(load_text, same, LEAST_LINKED)) == 2


def test_no_sample_gives_a_number_twice(every_sample: str) -> None:
    """All numbers of a sample stand in its papers, each with a day."""
    told = load(path_of(every_sample))
    assert list(twice(told, DAY)) == []
    assert all(one.issued != Issued() for one in numbered(Papers(told.record, DAY)))
