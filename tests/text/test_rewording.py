"""Which lines of a text are new, however its words have moved between lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.text.rewording import new_lines

LINES = st.lists(st.lists(st.sampled_from(["một", "hai", "ba", "bốn"]), max_size=4).map(" ".join))


def test_a_line_with_another_word_is_new() -> None:
    """Only the line that says something else."""
    assert new_lines(["một hai", "ba bốn"], ["một hai", "ba năm"]) == (1,)


def test_words_that_only_moved_to_the_next_line_are_not_new() -> None:
    """A longer name pushes words down; their lines say nothing new."""
    old = ["Tổ trưởng là ông Bình, các", "thành viên khác theo danh", "sách."]
    new = ["Tổ trưởng là ông Bính, các", "thành viên khác theo", "danh sách."]
    assert new_lines(old, new) == (0,)


def test_what_is_taken_out_shows_where_it_stood() -> None:
    """The line that lost words is told, though all that it says was there before."""
    assert new_lines(["một hai", "ba bốn"], ["một", "ba bốn"]) == (0,)
    assert new_lines(["một", "hai"], ["hai"]) == (0,)


def test_all_of_a_new_text_is_new_and_an_empty_one_has_no_lines() -> None:
    """The ends of the range."""
    assert new_lines([], ["một", "hai"]) == (0, 1)
    assert new_lines(["một"], []) == ()


@given(LINES)
def test_the_same_text_has_nothing_new(lines: list[str]) -> None:
    """Whatever it says."""
    assert new_lines(lines, lines) == ()


@given(LINES, LINES)
def test_only_lines_that_are_there_are_told(old: list[str], new: list[str]) -> None:
    """Each once, in their order."""
    found = new_lines(old, new)
    assert list(found) == sorted(set(found))
    assert all(0 <= place < len(new) for place in found)
