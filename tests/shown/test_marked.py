"""Two texts side by side: every word stands there, what they share is known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.shown.marked import marked

WORDS = st.lists(st.sampled_from(["Công", "an", "xã", "138", "Minh", "Thịnh;"]), max_size=8)


@given(WORDS, WORDS)
def test_no_word_is_lost_and_what_is_common_is_in_both(old: list[str], new: list[str]) -> None:
    """The pieces are the texts again; those they share say the same in both."""
    left, right = marked(" ".join(old), " ".join(new))
    assert "".join(piece.text for piece in left) == " ".join(old)
    assert "".join(piece.text for piece in right) == " ".join(new)
    common = [
        "".join(piece.text for piece in side if piece.common).split() for side in (left, right)
    ]
    assert common[0] == common[1]


def test_words_that_changed_together_are_one_piece() -> None:
    """A person reads one change, not one for each word."""
    left, right = marked("Công an xã Tân Mỹ", "Công an xã Minh Thịnh")
    assert [piece.text for piece in left] == ["Công an xã ", "Tân Mỹ"]
    assert [piece.common for piece in right] == [True, False]
