"""Places in two versions of a text, known again by what stands beside them."""

from __future__ import annotations

from docgen.text.neighbours import Sides, likeness, partners


def test_a_place_is_known_by_the_words_on_both_sides() -> None:
    """However the order has changed."""
    here = [Sides("Chủ trì: ", "."), Sides("Thư ký: ", ".")]
    there = [Sides("Thư ký: ", "."), Sides("Chủ trì: ", ".")]
    assert partners(here, there) == [1, 0]


def test_what_is_nothing_alike_has_no_partner() -> None:
    """Unless there are as many on both sides: then they meet in their order."""
    assert partners([Sides("một", "hai")], [Sides("ba", "bốn"), Sides("năm", "sáu")]) == [None]
    assert partners([Sides("", "")], [Sides("", "")]) == [0]


def test_each_place_is_taken_once() -> None:
    """Of two that are alike the second gets the other."""
    alike = Sides("tại ", ".")
    assert partners([alike, alike], [alike, alike]) == [0, 1]


def test_likeness_counts_the_letters_next_to_the_place() -> None:
    """From the place outwards, until something differs."""
    assert likeness(Sides("ông Bình ", " nói"), Sides("bà Bình ", " nghe")) == len(" hnìB ") + 2
