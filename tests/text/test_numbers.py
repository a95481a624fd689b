"""Counts and money: zeros, points, and words that a treasury accepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.numbers import count, in_words, money, money_in_words

DIGITS = {
    word: value
    for value, words in enumerate(
        ["không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"]
    )
    for word in words.split()
}
SCALES = {"nghìn": 1_000, "triệu": 1_000_000}


def below_billion(words: list[str]) -> int:
    """The number that ``words`` without tỷ say: an independent reading, word by word."""
    total = group = last = 0
    for word in words:
        if word in DIGITS:
            last = DIGITS[word]
        elif word == "trăm":
            group, last = last * 100, 0
        elif word == "mươi":
            group, last = group + last * 10, 0
        elif word == "mười":
            group += 10
        elif word in SCALES:
            total, group, last = total + (group + last) * SCALES[word], 0, 0
        else:
            assert word == "linh"
    return total + group + last


def read_back(text: str) -> int:
    """The number that ``text`` says."""
    total = 0
    groups = text.split(" tỷ")
    for group in groups:
        total = total * 1_000_000_000 + below_billion(group.split())
    return total


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (115, "một trăm mười lăm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_050, "một nghìn không trăm năm mươi"),
        (21_500_000, "hai mươi mốt triệu năm trăm nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (2_000_000_000, "hai tỷ"),
        (1_000_000_021, "một tỷ không trăm hai mươi mốt"),
        (1_005_000_000_000, "một nghìn không trăm linh năm tỷ"),
    ],
)
def test_numbers_are_said_as_in_the_north(number: int, words: str) -> None:
    """Nghìn, linh, mốt, lăm, tư, and không trăm in the gaps."""
    assert in_words(number) == words


@given(st.integers(min_value=0, max_value=10**17))
def test_the_words_say_the_number(number: int) -> None:
    """Read back by another road, the words give the same number."""
    assert read_back(in_words(number)) == number


def test_nothing_below_zero_is_said() -> None:
    """No paper spends less than nothing."""
    with pytest.raises(ValueError, match="from 0 up"):
        in_words(-1)


def test_money_has_points_and_words_a_capital() -> None:
    """21.500.000, and its words as a sentence of its own."""
    assert money(21_500_000) == "21.500.000"
    assert money(999) == "999"
    assert money_in_words(21_500_000) == "Hai mươi mốt triệu năm trăm nghìn đồng"


@given(st.integers(min_value=0, max_value=10**15))
def test_the_points_part_threes(amount: int) -> None:
    """Without its points the text is the number; each later group has three digits."""
    first, *groups = money(amount).split(".")
    assert int(first + "".join(groups)) == amount
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)


def test_small_counts_take_a_zero() -> None:
    """05 tổ, 15 tổ, 120 tổ."""
    assert [count(number) for number in (0, 5, 15, 120)] == ["00", "05", "15", "120"]
