"""What is new in a text that is set in lines, however its words have moved from line to line."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 4_000_000
"""Pairs of words beyond which it is not worth while to look for what stayed in between."""


def new_lines(old: Sequence[str], new: Sequence[str]) -> tuple[int, ...]:
    """The places in ``new`` of the lines that say something that ``old`` does not.

    A line that only took over words of its neighbour is not new; where words were taken out, it is
    the line in which they stood.
    """
    before = [word for line in old for word in line.split()]
    told = [(word, place) for place, line in enumerate(new) for word in line.split()]
    after = [word for word, _ in told]
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    middle = before[head : len(before) - tail], after[head : len(after) - tail]
    return tuple(
        sorted(
            {
                told[min(max(head + word, 0), len(told) - 1)][1]
                for word in _new_words(*middle)
                if told
            }
        )
    )


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _new_words(old: Sequence[str], new: Sequence[str]) -> set[int]:
    """The places of the new words; of words that are gone the place before them."""
    if not new:
        return {-1} if old else set()
    if len(old) * len(new) > _MOST:
        return set(range(len(new)))
    found: set[int] = set()
    for kind, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "delete":
            found.add(start - 1)
        elif kind != "equal":
            found.update(range(start, end))
    return found
