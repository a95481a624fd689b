"""Which block of one version is which block of another."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from docgen.values import Value
from docgen.word.merging.passages import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.word.merging.passages import Block

_LARGEST: Final = 90_000  # pairs of blocks that are compared with each other in one place
_SAME_KIND: Final = 0.01
_SAME_STYLE: Final = 0.05


class Alignment(Value):
    """How a sequence became another one.

    ``partners`` has for each old block the place of the block it became, ``None`` if it is gone.
    ``added`` has for each gap (before each old block, and at the end) the places of new blocks.
    """

    partners: tuple[int | None, ...]
    added: tuple[tuple[int, ...], ...]


def align(old: Sequence[Block], new: Sequence[Block]) -> Alignment:
    """Pairs the blocks of ``old`` and ``new`` in order: equal ones, then the most alike."""
    partners = dict(_pairs(old, new))
    taken = set(partners.values())
    added: list[list[int]] = [[] for _ in range(len(old) + 1)]
    back = {place: index for index, place in partners.items()}
    gap = 0
    for place in range(len(new)):
        if place in taken:
            gap = back[place] + 1
        else:
            added[gap].append(place)
    return Alignment(
        tuple(partners.get(index) for index in range(len(old))), tuple(map(tuple, added))
    )


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    matcher = SequenceMatcher(None, [b.key for b in old], [b.key for b in new], autojunk=False)
    for tag, start, stop, new_start, new_stop in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(start, stop), range(new_start, new_stop), strict=True)
        elif tag == "replace":
            for before, after in _alike(old[start:stop], new[new_start:new_stop]):
                yield start + before, new_start + after


def _alike(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """The pairs that are most alike in sum, in order; blocks of two kinds never pair."""
    if len(old) * len(new) > _LARGEST:
        pairs = zip(range(len(old)), range(len(new)), strict=False)
        return [(i, j) for i, j in pairs if likeness(old[i], new[j])]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likes = [[likeness(before, after) for after in new] for before in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = best[i + 1][j + 1] + likes[i][j] if likes[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    return list(_walked(best, likes))


def _walked(best: list[list[float]], likes: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(likes) and j < len(likes[0]):
        if likes[i][j] and best[i][j] == best[i + 1][j + 1] + likes[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def likeness(block: Block, other: Block) -> float:
    """From 0 (never the same block) to about 1 (the same words)."""
    if type(block) is not type(other):
        return 0.0
    count = len(block.words) + len(other.words)
    words = 2 * len(block.words & other.words) / count if count else 1.0
    return words + _SAME_KIND + (_SAME_STYLE if _style(block) == _style(other) else 0.0)


def _style(block: Block) -> str | None:
    return block.style if isinstance(block, Paragraph) else None
