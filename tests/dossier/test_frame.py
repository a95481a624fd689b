"""Where a page is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.dossier.frame import Box, Frame, Matrix

_FRAMES = st.builds(
    lambda x, y, w, h, turn, unit: Frame(Box(x, y, x + w, y + h), turn, unit),
    st.integers(-500, 500),
    st.integers(-500, 500),
    st.integers(1, 2000),
    st.integers(1, 2000),
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from([0.5, 1.0, 2.0]),
)


@given(_FRAMES)
def test_the_whole_page_as_shown_is_its_box(frame: Frame) -> None:
    """The rectangle of the size shown, turned back, is the visible box."""
    assert frame.rectangle(Box(0, 0, *frame.size)) == pytest.approx(frame.box)


@pytest.mark.parametrize(
    ("turn", "corner"), [(0, (300, 800)), (90, (0, 800)), (180, (0, 0)), (270, (300, 0))]
)
def test_upper_right_corner_as_shown(turn: int, corner: tuple[int, int]) -> None:
    """Turned clockwise, the upper left corner of the sheet comes to the upper right."""
    frame = Frame(Box(0, 0, 300, 800), turn)
    assert frame.matrix.apply(*frame.size) == corner


def test_box_outside_the_sheet_is_the_sheet() -> None:
    """A crop box that misses the sheet counts for nothing; one that overlaps is cut."""
    sheet = Box(0, 0, 100, 100)
    assert Box(200, 200, 300, 300).within(sheet) == sheet
    assert Box(50, 50, 300, 300).within(sheet) == Box(50, 50, 100, 100)


def test_move_comes_before_the_transformation() -> None:
    """A moved transformation moves along the axes as shown."""
    assert Matrix(0, 1, -1, 0, 100, 0).moved(10, 0).apply(0, 0) == (100, 10)
