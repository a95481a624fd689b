"""Days as papers write them: zeros where the decree wants them, blanks where unknown."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.dates import date_phrase, place_date, short_day, slashed


@pytest.mark.parametrize(
    ("day", "phrase"),
    [
        (date(2026, 9, 5), "ngày 05 tháng 9 năm 2026"),
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2020, 2, 29), "ngày 29 tháng 02 năm 2020"),
        (date(2020, 6, 29), "ngày 29 tháng 6 năm 2020"),
        (date(2020, 3, 1), "ngày 01 tháng 3 năm 2020"),
        (date(2020, 12, 10), "ngày 10 tháng 12 năm 2020"),
    ],
)
def test_only_small_days_and_the_first_two_months_take_a_zero(day: date, phrase: str) -> None:
    """NĐ 30/2020, Phụ lục I: 05, tháng 01, but tháng 9."""
    assert date_phrase(day) == phrase


def test_an_unknown_day_leaves_room_for_a_pen() -> None:
    """Day and month stay open; the year is printed when known."""
    assert date_phrase(None, 2026) == "ngày      tháng      năm 2026"
    assert date_phrase(None) == "ngày      tháng      năm      "


def test_short_days_carry_the_same_zeros() -> None:
    """Party citations and tables: 05/9/2026, 05/01/2026."""
    assert short_day(date(2026, 9, 5)) == "ngày 05/9/2026"
    assert slashed(date(2026, 1, 5)) == "05/01/2026"
    assert short_day(None, 2026) == date_phrase(None, 2026)


def test_the_place_stands_before_a_comma() -> None:
    """Địa danh, then the day."""
    assert place_date("Tân Mỹ", date(2026, 9, 5)) == "Tân Mỹ, ngày 05 tháng 9 năm 2026"
    assert place_date("Tân Mỹ", None, 2026).startswith("Tân Mỹ, ngày  ")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_can_be_read_back(day: date) -> None:
    """Nothing of the day is lost in words."""
    numbers = re.findall(r"\d+", date_phrase(day))
    assert date(*(int(number) for number in reversed(numbers))) == day
