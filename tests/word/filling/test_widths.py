"""Text is as wide as the font makes it, and breaks where it must."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.word.filling.looks import StyleLook
from docgen.word.filling.widths import balanced_room, line_widths, longest_line, text_width

BOLD14 = StyleLook("", 14, bold=True, italic=False)


def test_a_wrapped_text_is_measured_by_its_longest_line() -> None:
    """A long summary takes several lines; the line is a part of the longest."""
    text = "một hai ba bốn năm"
    first = text_width("một hai ba", BOLD14)
    assert longest_line(text, BOLD14, first + 1) == pytest.approx(first)


@given(st.text(max_size=300), st.floats(min_value=1, max_value=500))
def test_no_text_makes_a_line_longer_than_its_room(text: str, room: float) -> None:
    """Whatever the text, the line stays between the margins."""
    assert 0 <= longest_line(text, BOLD14, room) <= room


@given(st.text("abcde  ", max_size=200), st.floats(min_value=50, max_value=500))
def test_a_balanced_title_takes_no_more_lines(text: str, room: float) -> None:
    """Narrower lines of about one length, never more of them, never wider than the room."""
    narrow = balanced_room(text, BOLD14, room)
    assert narrow <= room
    assert len(line_widths(text, BOLD14, narrow)) <= len(line_widths(text, BOLD14, room))
