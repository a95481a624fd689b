"""Numbers written as lists, pages and notes count: figures, letters, Roman numerals, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LETTERS = 26
_LARGEST_ROMAN = 3999
_MOST_REPEATS = 30
_NOTE_SIGNS = "*†‡§"


def roman(number: int) -> str:
    """``number`` in small Roman numerals; in figures where there are none."""
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def letter(number: int) -> str:
    """``number`` as a small letter; after z come aa, bb and so on, as in Word."""
    if not 0 < number <= _LETTERS * _MOST_REPEATS:
        return str(number)
    times, at = divmod(number - 1, _LETTERS)
    return chr(ord("a") + at) * (times + 1)


def sign(number: int) -> str:
    """``number`` as the signs of footnotes."""
    if not 0 < number <= len(_NOTE_SIGNS) * _MOST_REPEATS:
        return str(number)
    times, at = divmod(number - 1, len(_NOTE_SIGNS))
    return _NOTE_SIGNS[at] * (times + 1)


def ordinal(number: int) -> str:
    """``number`` in English ordinals: 1st, 2nd."""
    teen = 10 <= number % 100 <= 20  # noqa: PLR2004 -- eleventh to nineteenth
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerLetter": letter,
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": ordinal,
    "chicago": sign,
    "bullet": lambda _: "",
    "none": lambda _: "",
}
"""How a number is written, by the name of the format in Word."""
