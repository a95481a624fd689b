"""How wide text is on paper, and how it breaks into lines."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docgen.text.lines import parted

if TYPE_CHECKING:
    from docgen.word.filling.looks import StyleLook

_STEP: Final = 4.0  # points by which the room of a title is tried
SLACK: Final = 3.0  # points that a balanced title gets over its measured width

_FACES: Final = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold-italic",
}


@cache
def _advances(face: str) -> dict[str, int]:
    """The advance of each character of ``face`` in units of 1/2048 of its size."""
    text = (Path(__file__).parent / "data" / "advances.json").read_text("utf-8")
    return {char: int(width) for width, chars in json.loads(text)[face].items() for char in chars}


def text_width(text: str, look: StyleLook) -> float:
    """The width of ``text`` on one line, in points."""
    return _advance(text, _FACES[look.bold, look.italic]) * look.size / 2048


def _advance(text: str, face: str) -> int:
    """The advance of ``text`` in ``face``."""
    advances = _advances(face)
    widest = advances["n"]
    return sum(advances.get(char, widest) for char in text)


@lru_cache(maxsize=256)
def _sizes(text: str, look: StyleLook) -> tuple[float, list[float]]:
    """The widths of a space and of each word of ``text``; a title is tried in many rooms."""
    return text_width(" ", look), [text_width(word, look) for word in text.split()]


@lru_cache(maxsize=256)
def line_widths(text: str, look: StyleLook, room: float) -> tuple[float, ...]:
    """The widths in points of the lines of ``text`` when it is broken into ``room``."""
    return tuple(min(width, room) for width in _lines(*_sizes(text, look), room))


def _lines(space: float, sizes: list[float], room: float) -> list[float]:
    """How wide the lines are, a word wider than ``room`` as wide as it is."""
    lines: list[float] = []
    for size in sizes:
        if lines and lines[-1] + space + size <= room:
            lines[-1] += space + size
        else:
            lines.append(size)
    return lines


def longest_line(text: str, look: StyleLook, room: float) -> float:
    """The width in points of the longest line of ``text`` when it is broken into ``room``."""
    return max(line_widths(text, look, room), default=0.0)


@lru_cache(maxsize=256)
def sensible_room(text: str, look: StyleLook, room: float) -> float:
    """The room in points in which the lines of ``text`` are balanced and part no close words.

    As many lines as ``room`` needs, or one more; where every room parts some words, the one that
    parts fewest.
    """
    least = balanced_room(text, look, room)
    space, sizes = _sizes(text, look)
    count = len(_lines(space, sizes, room))
    if count == 1:
        return least
    rooms = [least, *_rooms(room / 2, room)]
    lines = {wide: len(_lines(space, sizes, wide)) for wide in rooms}
    fitting = [wide for wide in rooms if lines[wide] <= count + 1]
    close = [False, *(parted(*pair) for pair in pairwise(text.split()))]
    told = {wide: _parted(space, sizes, close, wide) for wide in fitting}
    return min(fitting, key=lambda wide: (told[wide], lines[wide], wide))


def _rooms(least: float, room: float) -> list[float]:
    """The rooms that are tried for a title: from ``least`` up to ``room`` by steps."""
    return [*(least + place * _STEP for place in range(int((room - least) / _STEP) + 1)), room]


def _parted(space: float, sizes: list[float], close: list[bool], room: float) -> int:
    """How often a line end in ``room`` parts a word from the one to which it is ``close``."""
    found, width = 0, 0.0
    for size, is_close in zip(sizes, close, strict=True):
        if width and width + space + size <= room:
            width += space + size
        else:
            found += bool(width) and is_close
            width = size
    return found


def balanced_room(text: str, look: StyleLook, room: float) -> float:
    """The least room in points in which ``text`` takes no more lines than in ``room``."""
    space, sizes = _sizes(text, look)
    count = len(_lines(space, sizes, room))
    low, high = 0.0, room
    while count > 1 and high - low > 1:
        middle = (low + high) / 2
        fits = len(_lines(space, sizes, middle)) <= count and middle > room / 2
        low, high = (low, middle) if fits else (middle, high)
    return min(room, high + SLACK) if count > 1 else room
