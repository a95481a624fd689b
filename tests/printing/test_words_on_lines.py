"""Words that stay on one line are found without looking at every word."""

from __future__ import annotations

import random
import re

from docgen.printing.model.looks import Letters
from docgen.printing.model.text import Kind, Piece
from docgen.printing.setting.words import boxes, flows

KEPT = re.compile("[/\u00a0\u2011]|.-\\d")


def kept(text: str, longest: int) -> list[str]:
    """The words of ``text`` that are kept or long, found one by one."""
    words = [word for word in text.split(" ") if word]
    return [word for word in words if KEPT.search(word) or len(word) >= longest]


def test_kept_and_long_words_are_found_wherever_they_stand() -> None:
    """A text flows exactly where none of its words is kept or long; boxes hold the kept ones."""
    chance = random.Random(2026)  # noqa: S311 - the same texts every time
    for _ in range(2000):
        text = "".join(chance.choices("ab-/1 \u00a0\n", [4, 4, 1, 0.3, 1, 4, 0.3, 0.1], k=24))
        pieces = [Piece(Kind.TEXT, Letters(), text)]
        found = kept(text, 9)
        if not found:
            assert flows(text, 9) or re.search(r" -\d", text)
        else:
            assert not flows(text, 9)
        boxed = "".join(text[start:end] for start, end in boxes(pieces, text, 9, 1e6))
        assert boxed == "".join(word for word in found if KEPT.search(word))
