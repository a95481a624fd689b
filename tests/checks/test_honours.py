"""Which honours the head of a unit gives, and which go to the level above."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docgen.law.honours import is_beyond
from tests.doubts import only

if TYPE_CHECKING:
    from tests.doubts import Doubts


@pytest.mark.parametrize(
    ("form", "beyond"),
    [
        ("Giấy khen", False),
        ("Biểu dương, tặng quà", False),
        ("", False),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", True),
        ("huân chương Bảo vệ Tổ quốc", True),
    ],
)
def test_higher_forms_are_beyond_the_unit(form: str, *, beyond: bool) -> None:
    """However the form is written."""
    assert is_beyond(form) is beyond


def test_an_honour_beyond_the_unit_is_doubted_at_its_place(doubts: Doubts) -> None:
    """The decision leaves it out, and the user is told so."""
    told = (
        "commendations:\n  - honourees: [{name: A, form: Giấy khen}, {name: B, form: Bằng khen}]\n"
    )
    problem = only(doubts(told))
    assert problem.place.field == "commendations[1].honourees[2].form"
