"""Hours told in any common way, and spans of time as papers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.hours import minutes_of, span

DAY = 24 * 60


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("08 giờ 00 phút", 480),
        ("8 giờ", 480),
        ("7h30", 450),
        ("14:05", 845),
        (" 16 giờ 30 ", 990),
        ("24 giờ 00", None),
        ("08 giờ 75 phút", None),
        ("buổi sáng", None),
        ("", None),
    ],
)
def test_an_hour_is_read_however_it_is_told(told: str, minutes: int | None) -> None:
    """What is no hour of a day gives nothing."""
    assert minutes_of(told) == minutes


@given(st.integers(0, DAY - 1), st.integers(0, DAY - 1))
def test_a_span_is_read_back(start: int, end: int) -> None:
    """Both ends of a span are hours that can be told again."""
    assert [minutes_of(hour) for hour in span(start, end).split(" - ")] == [start, end]


def test_a_span_has_two_digits_everywhere() -> None:
    """As programmes write it."""
    assert span(450, 485) == "07 giờ 30 phút - 08 giờ 05 phút"
