"""Text is as wide as the font makes it, and breaks where it must."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.text.lines import parted
from docgen.word.filling.looks import StyleLook
from docgen.word.filling.widths import (
    balanced_room,
    line_widths,
    longest_line,
    sensible_room,
    text_width,
)

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


@pytest.mark.parametrize(
    "title",
    [
        "tại Hội nghị ký kết quy chế phối hợp và ra mắt Mô hình “Cụm An ninh liên hoàn”",
        "V/v tham gia xây dựng Mô hình “Cụm An ninh giáp ranh”",
        "Hội nghị lấy ý kiến vào dự thảo quy chế phối hợp, kế hoạch thực hiện của Mô hình",
        "Xây dựng Câu lạc bộ Tuổi trẻ với pháp luật Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Tân Mỹ",
        "Sơ kết hoạt động của Mô hình “Cụm An ninh liên cơ quan” 06 tháng đầu năm 2026",
    ],
)
@pytest.mark.parametrize("room", [200.0, 260.0, 460.0])
def test_a_title_breaks_by_sense(title: str, room: float) -> None:
    """No line ends inside “Hồ Chí Minh”, “Mô hình”, “ra mắt”, between “năm” and its number."""
    wide = sensible_room(title, BOLD14, room)
    lines = _lines(title, wide)
    assert len(lines) <= len(line_widths(title, BOLD14, room)) + 1
    assert not any(
        parted(first.split()[-1], second.split()[0]) for first, second in pairwise(lines)
    )


def _lines(text: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", BOLD14) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
