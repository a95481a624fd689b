"""Automatic numbers: the label that Word shows before a paragraph of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docgen.lint.reading.properties import is_on, number
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS: Final = 26
_MOST: Final = 9999


def roman(value: int) -> str:
    """``XIV`` from 14; nothing from what has no Roman number."""
    said = ""
    for worth, letter in _ROMAN if 0 < value <= _MOST else ():
        said += letter * (value // worth)
        value %= worth
    return said


def latin(value: int) -> str:
    """``a`` from 1, ``aa`` from 27, as Word counts: by the Latin alphabet, not the Vietnamese."""
    if not 0 < value <= _MOST:
        return ""
    again, place = divmod(value - 1, _LETTERS)
    return chr(ord("a") + place) * (again + 1)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "lowerLetter": latin,
    "upperLetter": lambda value: latin(value).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: what it counts with, from where, and how the label reads."""

    text: str = ""
    digits: str = "decimal"
    start: int = 1
    legal: bool = False  # all levels in plain digits
    properties: Element | None = None


class Numbering:
    """The lists of one file."""

    def __init__(self, root: Element | None) -> None:
        """Read ``w:numbering``; a file without lists has none."""
        self._abstract: dict[str, dict[int, Level]] = {}
        self._of: dict[str, str] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        for abstract in root.iterchildren(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            self._abstract[key] = dict(map(_level, abstract.iterchildren(f"{W}lvl")))
        for chosen in root.iterchildren(f"{W}num"):
            key, below = chosen.get(f"{W}numId", ""), chosen.find(f"{W}abstractNumId")
            self._of[key] = "" if below is None else below.get(f"{W}val", "")
            levels = dict(self._abstract.get(self._of[key], {}))
            for change in chosen.iterchildren(f"{W}lvlOverride"):
                levels.update(_override(change, levels))
            self._levels[key] = levels

    def level(self, list_id: str, level: int) -> Level | None:
        """A level of the list ``list_id``."""
        return self._levels.get(list_id, {}).get(level)

    def level_properties(self, list_id: str, level: int) -> Element | None:
        """The ``w:pPr`` of a level."""
        found = self.level(list_id, level)
        return None if found is None or found.properties is None else found.properties

    def counter(self) -> Counter:
        """A fresh count through the file."""
        return Counter(self)

    def abstract(self, list_id: str) -> str:
        """Lists of one abstract list go on counting where the other stopped."""
        return self._of.get(list_id, "")


class Counter:
    """Counts the paragraphs of all lists in reading order."""

    def __init__(self, numbering: Numbering) -> None:
        """Nothing is counted yet."""
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, list_id: str, level: int) -> str:
        """The label of the next paragraph of ``list_id`` at ``level``; empty without a list."""
        own = self._numbering.level(list_id, level)
        if own is None or list_id in {"", "0"}:
            return ""
        counts = self._counts[self._numbering.abstract(list_id)]
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if own.digits == "bullet":
            return "-"
        return _PLACE.sub(
            lambda found: self._shown(list_id, own, counts, int(found[1]) - 1), own.text
        )

    def _shown(self, list_id: str, own: Level, counts: dict[int, int], level: int) -> str:
        wanted = self._numbering.level(list_id, level) or Level()
        digits = "decimal" if own.legal else wanted.digits
        return _FORMATS.get(digits, str)(counts.get(level, wanted.start))


def _level(element: Element) -> tuple[int, Level]:
    def told(name: str, default: str) -> str:
        child = element.find(W + name)
        return default if child is None else child.get(f"{W}val", default)

    level = Level(
        text=told("lvlText", ""),
        digits=told("numFmt", "decimal"),
        start=number(told("start", "1"), 1),
        legal=is_on(element.find(f"{W}isLgl")),
        properties=element.find(f"{W}pPr"),
    )
    return number(element.get(f"{W}ilvl")), level


def _override(change: Element, levels: dict[int, Level]) -> dict[int, Level]:
    """The levels that ``w:lvlOverride`` sets anew, or begins at another number."""
    key = number(change.get(f"{W}ilvl"))
    whole, start = change.find(f"{W}lvl"), change.find(f"{W}startOverride")
    level = _level(whole)[1] if whole is not None else levels.get(key, Level())
    if start is not None:
        first = number(start.get(f"{W}val"), 1)
        level = Level(level.text, level.digits, first, level.legal, level.properties)
    return {key: level}
