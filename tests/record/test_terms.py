"""Terms of chairs as people write them, and who reports on a period."""

from __future__ import annotations

import pytest

from docgen.record.schema.linked import LinkedRecord
from docgen.record.taking import taken
from docgen.record.terms import chair_in, span_of

MONTHS_2026 = (2026 * 12, 2026 * 12 + 11)


@pytest.mark.parametrize(
    "term",
    [
        "năm 2026",
        "2026",
        "từ 01/2026 đến 12/2026",
        "Từ tháng 01/2026 đến hết tháng 12/2026",
        "từ tháng 01 đến tháng 12 năm 2026",
        "từ tháng 01 năm 2026 đến tháng 12 năm 2026",
        "01/01/2026 - 31/12/2026",
        "từ ngày 01/01/2026 đến ngày 31/12/2026",
        "tháng 1 - tháng 12/2026",
    ],
)
def test_clear_terms_give_their_months(term: str) -> None:
    """Every customary way to write one year is understood."""
    assert span_of(term) == MONTHS_2026


def test_half_years_and_years_in_a_row_are_understood() -> None:
    """Six months, the first or the last; several years."""
    assert span_of("06 tháng đầu năm 2026") == (2026 * 12, 2026 * 12 + 5)
    assert span_of("6 tháng cuối năm 2026") == (2026 * 12 + 6, 2026 * 12 + 11)
    assert span_of("năm 2026 - 2027") == (2026 * 12, 2027 * 12 + 11)


@pytest.mark.parametrize(
    "term", ["", "01 năm", "hai năm một lần", "từ 12/2026 đến 01/2026", "quý I năm 2026", "13/2026"]
)
def test_unclear_terms_give_nothing(term: str) -> None:
    """What does not name its months, or runs backwards, is not guessed."""
    assert span_of(term) is None


def record(*terms: str) -> LinkedRecord:
    """A linked model whose first unit leads; one unit for each term."""
    units = [
        {"name": f"Trường {place}", "kind": "school", "turn": place, "term": term}
        for place, term in enumerate(terms, 1)
    ]
    return taken(LinkedRecord, {"kind": "linked", "model": {"name": "Cụm"}, "units": units})


@pytest.mark.parametrize(
    ("terms", "period", "chair"),
    [
        (("năm 2026", "năm 2027"), "2027", 2),
        (("năm 2026", "năm 2027"), "2026-H1", 1),
        (("từ 01/2026 đến 6/2026", "từ 7/2026 đến 12/2026"), "2026-H1", 1),
        (("từ 01/2026 đến 6/2026", "từ 7/2026 đến 12/2026"), "2026", 2),
        (("năm 2026", "01 năm"), "2027", 1),
        (("năm 2027", "năm 2026", "năm 2026"), "2026", 1),
    ],
)
def test_the_chair_at_the_end_of_the_period_reports(
    terms: tuple[str, ...], period: str, chair: int
) -> None:
    """Where no single unit is clearly in the chair, the leading unit reports."""
    assert chair_in(record(*terms), period).name == f"Trường {chair}"


def test_a_unit_without_a_turn_never_reports_as_chair() -> None:
    """A term without a turn is doubted elsewhere and gives no right."""
    units = [
        {"name": "A", "kind": "school"},
        {"name": "B", "kind": "school", "term": "năm 2026"},
    ]
    told = taken(LinkedRecord, {"kind": "linked", "model": {"name": "Cụm"}, "units": units})
    assert chair_in(told, "2026").name == "A"
