"""Doubts about what is told for the ratings, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.errors import Severity
from tests.doubts import only

if TYPE_CHECKING:
    from tests.doubts import Doubts


def test_a_sound_assessment_raises_no_doubt(doubts: Doubts) -> None:
    """A neat dossier and a notice of the year."""
    notice = "{level: commune, day: 10/10/2026}"
    told = f'assessments: [{{period: "2026", dossier: neat, notices: [{notice}]}}]\n'
    assert doubts(told) == []


def test_a_period_is_assessed_once(doubts: Doubts) -> None:
    """Two tables of facts for one period: nobody can tell which counts."""
    problem = only(doubts('assessments: [{period: "2026"}, {period: "2026"}]\n'))
    assert problem.severity is Severity.ERROR
    assert problem.place.field == "assessments[2].period"


def test_a_complete_dossier_lacks_nothing(doubts: Doubts) -> None:
    """Told as neat, and as lacking a paper."""
    told = 'assessments: [{period: "2026", dossier: neat, missing: [Nghị quyết]}]\n'
    assert only(doubts(told)).place.field == "assessments[1].missing"


@pytest.mark.parametrize(
    ("act", "field"),
    [
        ("{level: commune, day: 10/10/2025}", "day"),
        ("{level: district, day: 10/10/2026}", "level"),
    ],
)
@pytest.mark.parametrize("section", ["notices", "honours"])
def test_an_act_that_counts_for_nothing_is_doubted(
    doubts: Doubts, section: str, act: str, field: str
) -> None:
    """Of another year, or of a district in 2026: it is said before anybody relies on it."""
    told = f'assessments: [{{period: "2026", {section}: [{act}]}}]\n'
    problem = only(doubts(told))
    assert problem.severity is Severity.WARNING
    assert problem.place.field == f"assessments[1].{section}[1].{field}"


@pytest.mark.parametrize(
    ("period", "name", "day", "count"),
    [
        ("2026-H1", "survey_report", "09/5/2026", 0),
        ("2026-H1", "survey_report", "10/5/2026", 1),
        ("2026", "survey_report", "10/11/2026", 1),
        ("2026", "appraisal_report", "19/11/2026", 0),
        ("2026", "appraisal_report", "20/11/2026", 1),
    ],
)
def test_a_report_after_its_last_day_is_doubted(
    doubts: Doubts, period: str, name: str, day: str, count: int
) -> None:
    """III.2: “trước ngày 10/5, 10/11”, “trước ngày 20/5 và 20/11”."""
    told = f'assessments: [{{period: "{period}", {name}: {{number: 1, day: {day}}}}}]\n'
    found = doubts(told)
    assert [one.place.field for one in found] == [f"assessments[1].{name}.day"] * count
