"""Periods of reports, and the months and quarters of a year's plan."""

from __future__ import annotations

import pytest

from docgen.text import periods


@pytest.mark.parametrize(
    ("period", "phrase", "following", "review"),
    [
        ("2026-H1", "06 tháng đầu năm 2026", "06 tháng cuối năm 2026", "Sơ kết"),
        ("2026", "năm 2026", "năm 2027", "Tổng kết"),
    ],
)
def test_a_period_is_said_as_papers_say_it(
    period: str, phrase: str, following: str, review: str
) -> None:
    """Half a year and a year, what comes after, and how its report is called."""
    assert periods.phrase(period) == phrase
    assert periods.following(period) == following
    assert periods.review(period) == review


@pytest.mark.parametrize(
    ("when", "month", "quarter", "named"),
    [
        ("Tháng 9", (9,), (), (9,)),
        ("Quý IV", (), (10, 12), ()),
        ("Tháng 3, tháng 11", (), (), (3, 11)),
        ("Hằng tháng", (), (), ()),
        ("Thường xuyên", (), (), ()),
    ],
)
def test_when_an_activity_falls_is_read_off_the_plan(
    when: str, month: tuple[int, ...], quarter: tuple[int, ...], named: tuple[int, ...]
) -> None:
    """One month, one quarter, the months that a text names; what goes on always names none."""
    assert periods.month_of(when) == month
    assert periods.quarter_of(when) == quarter
    assert periods.months_in(when) == named
