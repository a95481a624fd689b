"""How wide text is on paper, and how it breaks into lines."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docgen.word.filling.looks import StyleLook

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
    advances = _advances(_FACES[look.bold, look.italic])
    widest = advances["n"]
    return sum(advances.get(char, widest) for char in text) * look.size / 2048


def line_widths(text: str, look: StyleLook, room: float) -> list[float]:
    """The widths in points of the lines of ``text`` when it is broken into ``room``."""
    lines: list[float] = []
    space = text_width(" ", look)
    for word in text.split():
        size = text_width(word, look)
        if lines and lines[-1] + space + size <= room:
            lines[-1] += space + size
        else:
            lines.append(size)
    return [min(width, room) for width in lines]


def longest_line(text: str, look: StyleLook, room: float) -> float:
    """The width in points of the longest line of ``text`` when it is broken into ``room``."""
    return max(line_widths(text, look, room), default=0.0)


def balanced_room(text: str, look: StyleLook, room: float) -> float:
    """The least room in points in which ``text`` takes no more lines than in ``room``."""
    count = len(line_widths(text, look, room))
    low, high = 0.0, room
    while count > 1 and high - low > 1:
        middle = (low + high) / 2
        fits = len(line_widths(text, look, middle)) <= count and middle > room / 2
        low, high = (low, middle) if fits else (middle, high)
    return min(room, high + SLACK) if count > 1 else room
