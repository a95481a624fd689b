"""Changes in time that cannot be as told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.checks.inspection import check
from tests.doubts import LEAST_LINKED, TODAY, only

if TYPE_CHECKING:
    from tests.doubts import Doubts, LoadText

MEMBERS = "members: [{name: Trần Văn Bình, role: head}]\n"


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        ("{since: 01/8/2026, of: isuer, name: phường A}", "changes[1].of", "isuer"),
        ("{of: issuer, name: phường A}", "changes[1].since", "chưa có ngày"),
        ("{since: 01/8/2026, of: issuer}", "changes[1]", "nay là gì"),
        ("{since: 01/8/2026, of: front, superior: A}", "changes[1].superior", "không dùng"),
        ("{since: 01/8/2026, of: Trần Văn Bình, name: A}", "changes[1].name", "không dùng"),
        ("{since: 01/8/2026, of: police, job: A}", "changes[1].job", "không dùng"),
    ],
)
def test_a_change_that_cannot_be_is_told_where_it_stands(
    doubts: Doubts, change: str, field: str, told: str
) -> None:
    """Of nobody, of no day, of nothing, of what the body has not: never silently left out."""
    problem = only(doubts(f"{MEMBERS}changes: [{change}]\n"))
    assert problem.place.field == field
    assert told in problem.what.vi


@pytest.mark.parametrize(
    "change",
    [
        "{since: 01/8/2026, of: issuer, signer: {name: Lê Thị Lan, title: Chủ tịch}}",
        "{since: 01/8/2026, of: front, name: Ủy ban MTTQ Việt Nam phường A}",
        "{since: 01/8/2026, of: trần văn bình, job: Trưởng thôn}",
        "{since: 01/8/2026, of: police, superior: Công an tỉnh B, reason: điều động}",
    ],
)
def test_a_change_as_it_should_be_is_no_doubt(doubts: Doubts, change: str) -> None:
    """Every kind of body and member, by what it has."""
    assert doubts(f"{MEMBERS}changes: [{change}]\n") == []


def test_one_fact_is_told_once_for_a_day(doubts: Doubts) -> None:
    """Two heads from one day cannot both be right."""
    change = "{since: 01/8/2026, of: front, name: A}"
    problem = only(doubts(f"changes: [{change}, {change}]\n"))
    assert problem.place.field == "changes[2].name"


def test_units_of_a_linked_model_are_known_by_name(load_text: LoadText) -> None:
    """A unit goes by its first name, and after a change by the new one; others are nobody."""
    told = (
        "changes:\n"
        "  - {since: 01/7/2026, of: xã Minh Thịnh, name: phường Minh Thịnh}\n"
        "  - {since: 01/8/2026, of: phường Minh Thịnh, signer: {name: Lê Thị Lan}}\n"
        "  - {since: 01/8/2026, of: xã Minh An, name: phường Minh An}\n"
        "  - {since: 01/8/2026, of: committee, name: Ủy ban nhân dân A}\n"
    )
    problems = check(load_text(LEAST_LINKED + told), TODAY)
    found = [one.place.field for one in problems if one.place.field.startswith("changes")]
    assert found == ["changes[3].of", "changes[4].of"]
