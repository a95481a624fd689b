"""Ways to change bytes at random: some for any input, some for what is written in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    Change = Callable[[bytes, random.Random], bytes]

_NUMBER = re.compile(rb"(?<![\w.])-?\d{1,10}(?![\w.])")
_ODD_NUMBERS = (
    *(b"0", b"1", b"-1", b"2", b"3", b"7", b"90", b"255", b"256", b"65535", b"99999"),
    *(b"2147483647", b"2147483648", b"-2147483648", b"99999999999999999999", b"1e999", b"0.5"),
)
_MOST = 3_000_000


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Single bytes replaced."""
    spoiled = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        if spoiled:
            spoiled[dice.randrange(len(spoiled))] = dice.randrange(256)
    return bytes(spoiled)


def cut(data: bytes, dice: random.Random) -> bytes:
    """The end missing."""
    return data[: dice.randrange(len(data) + 1)]


def thinned(data: bytes, dice: random.Random) -> bytes:
    """Some bytes in the middle missing."""
    at = dice.randrange(len(data) + 1)
    return data[:at] + data[at + dice.choice((1, 2, 5, 20, 100)) :]


def filled(data: bytes, dice: random.Random) -> bytes:
    """Some bytes put in."""
    at = dice.randrange(len(data) + 1)
    kinds = (b"0123456789 /<>[]()%\n\r\0\xff", bytes(range(256)))
    put = bytes(dice.choices(dice.choice(kinds), k=dice.choice((1, 2, 8, 40))))
    return data[:at] + put + data[at:]


def doubled(data: bytes, dice: random.Random) -> bytes:
    """A stretch repeated, here or elsewhere."""
    start = dice.randrange(len(data) + 1)
    stretch = data[start : start + dice.choice((3, 20, 200, 2000))]
    at = dice.choice((start, dice.randrange(len(data) + 1)))
    return (data[:at] + stretch * dice.choice((1, 2, 50)) + data[at:])[:_MOST]


def renumbered(data: bytes, dice: random.Random) -> bytes:
    """A number in it replaced by another one, odd or of its own."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return flipped(data, dice)
    chosen, other = dice.choice(found), dice.choice(found)
    new = dice.choice((*_ODD_NUMBERS, other[0], b"%d" % (int(chosen[0]) + dice.choice((-1, 1)))))
    return data[: chosen.start()] + new + data[chosen.end() :]


def swapped(data: bytes, dice: random.Random, word: re.Pattern[bytes]) -> bytes:
    """One word in it replaced by another of its own."""
    found = list(word.finditer(data))
    if not found:
        return flipped(data, dice)
    chosen, other = dice.choice(found), dice.choice(found)
    return data[: chosen.start()] + other[0] + data[chosen.end() :]


ANY: Sequence[Change] = (flipped, cut, thinned, filled, doubled)
WRITTEN: Sequence[Change] = (*ANY, renumbered, renumbered)
