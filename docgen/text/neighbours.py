"""Places in two versions of a text, told by the words on both sides of them."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 60
"""Characters on each side that are looked at."""


class Sides(NamedTuple):
    """What stands before and after a place."""

    before: str
    after: str


def likeness(one: Sides, other: Sides) -> int:
    """How many characters next to the two places are the same."""
    before = _alike(one.before[: -_NEAR - 1 : -1], other.before[: -_NEAR - 1 : -1])
    return before + _alike(one.after[:_NEAR], other.after[:_NEAR])


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def partners(ones: Sequence[Sides], others: Sequence[Sides]) -> list[int | None]:
    """For each of ``ones`` its place among ``others``, each taken once: the most alike first.

    Of places alike the first meets the first; where nothing is the same there is no partner.
    """
    scored = [
        (-score, abs(first - second), first, second)
        for first, one in enumerate(ones)
        for second, other in enumerate(others)
        if (score := likeness(one, other)) or len(ones) == len(others)
    ]
    found: dict[int, int] = {}
    for _, _, first, second in sorted(scored):
        if first not in found and second not in found.values():
            found[first] = second
    return [found.get(place) for place in range(len(ones))]
