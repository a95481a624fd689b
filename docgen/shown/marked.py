"""Two texts side by side, word by word: what both say, what one of them says alone."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORDS = re.compile(r"\s*\S+\s*")


class Piece(NamedTuple):
    """A piece of a text, and whether the other text has it too."""

    text: str
    common: bool


def marked(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces of both texts in order; whole words, so that a person reads them."""
    first, second = _WORDS.findall(old), _WORDS.findall(new)
    left: list[Piece] = []
    right: list[Piece] = []
    keys, others = ([word.strip() for word in words] for words in (first, second))
    matcher = SequenceMatcher(None, keys, others, autojunk=False)
    for tag, start, stop, begin, end in matcher.get_opcodes():
        common = tag == "equal"
        if start < stop:
            left.append(Piece("".join(first[start:stop]), common))
        if begin < end:
            right.append(Piece("".join(second[begin:end]), common))
    return left, right
