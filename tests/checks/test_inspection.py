"""Doubts that the guidance raises about the record itself: each with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.checks.inspection import check
from docgen.errors import Severity
from tests.doubts import SURVEY, TODAY, only

if TYPE_CHECKING:
    from tests.doubts import Doubts, LoadText


def test_a_plain_record_raises_no_doubt(doubts: Doubts) -> None:
    """The least record with a survey is fine."""
    assert doubts("") == []


def test_only_a_commune_has_its_regulation_approved_by_the_police(
    load_text: LoadText, least: str
) -> None:
    """In a school, the principal approves; anything else is an error."""
    school = least.replace("commune", "school") + SURVEY + "approver: police\n"
    problem = only(check(load_text(school), TODAY))
    assert problem.severity is Severity.ERROR
    assert "II.1.1.3" in problem.hint.vi


def test_a_commune_is_told_with_its_type(load_text: LoadText, least: str) -> None:
    """“Minh Thịnh” alone or “UBND xã Minh Thịnh” would print wrong."""
    for name in ("Minh Thịnh", "UBND xã Minh Thịnh"):
        text = least.replace("xã Minh Thịnh", name) + SURVEY
        assert only(check(load_text(text), TODAY)).place.field == "issuer.name"


def test_a_missing_survey_is_doubted_once(load_text: LoadText, least: str) -> None:
    """The guidance begins with the survey."""
    assert "II.1.1.1" in only(check(load_text(least), TODAY)).hint.vi


@pytest.mark.parametrize("year", [1910, 2024])
def test_an_unlikely_year_of_birth_is_doubted(doubts: Doubts, year: int) -> None:
    """No members of 2 or 116 years."""
    problem = only(doubts(f"members: [{{name: A, role: head, birth_year: {year}}}]\n"))
    assert problem.place.field == "members[1].birth_year"
