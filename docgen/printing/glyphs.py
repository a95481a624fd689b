"""The bundled fonts: which characters they hold and how wide text in them is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from docgen.printing.families import FAMILIES
from docgen.printing.fontfile import FONTS, OFFICE_FONTS, Face, face
from docgen.printing.kerning import kerning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.printing.model.looks import Letters

__all__ = [
    "EMOJI_FAMILY",
    "FONTS",
    "OFFICE_FONTS",
    "OWN_FAMILY",
    "emoji_runs",
    "face",
    "missing",
    "script_size",
    "strange",
    "symbol_runs",
    "width",
]
OWN_FAMILY: Final = "Liberation Serif"
"""Prints every paper of this toolkit, and every character that another font does not hold."""
SCRIPT_SIZE: Final = 0.65
SMALL_CAPITALS: Final = 0.8
"""The size of superscripts, and of small capitals, of the letters around them."""

_SOFT_HYPHEN = "\u00ad"
EMOJI_FAMILY: Final = "Noto Emoji"
_EMOJI_FILE = "NotoEmoji-Regular.ttf"
_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
_PICTURE_FORM = 0xFE0F
"""Asks for the picture of the character before it; it is none itself."""
_FIRST_EMOJI = "\u2049"
"""No character before it is printed from the emoji font."""
_SYMBOL_FILE = "DocgenSymbols-Regular.ttf"
SYMBOL_FAMILY: Final = "Docgen Symbols"
_FIRST_SYMBOL = "\u2100"
_UNUSUAL = re.compile(
    r"[^ -~\u00a1-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9"
    r"\u2013\u2014\u2018\u2019\u201c\u201d\u2026]"
)
"""What is not among the characters that most papers are written in: our font holds all of those."""


def width(text: str, letters: Letters) -> float:
    """The width of ``text`` on one line, in points, as it is set."""
    text = unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "")
    if letters.small_caps:
        return sum(width(part, look) for look, part in small_capitals(text, letters))
    if letters.caps:
        text = text.upper()
    size = script_size(letters)
    points = _em(text, letters) * size
    gaps = max(0, len(text) - 1)
    return points + gaps * (letters.spacing / 20 + spread(letters) * size)


@lru_cache(maxsize=2048)
def advance(character: str, letters: Letters) -> float:
    """The width of one ``character`` alone, in points: lines are filled letter by letter."""
    return width(character, letters)


def script_size(letters: Letters) -> float:
    """The size of ``letters`` as printed, in points: a superscript is smaller than it says."""
    size = letters.size / 2
    return size * SCRIPT_SIZE if letters.script else size


def spread(letters: Letters) -> float:
    """What is added after each letter of a font printed by another, in em."""
    return FAMILIES[letters.face].spread


def small_capitals(text: str, letters: Letters) -> Iterator[tuple[Letters, str]]:
    """``text`` cut where small capitals begin and end; each part in capitals, with its look.

    Small capitals stand on lines of their full size.
    """
    large = letters.changed(small_caps=False)
    small = large.changed(
        size=max(1, round(letters.size * SMALL_CAPITALS)),
        lined=letters.lined or letters.size,
        lined_face=letters.lined_face or letters.face,
    )
    for part in re.findall(r"[^\W\d_]+|[\W\d_]+", text):
        start = 0
        for end in range(1, len(part) + 1):
            if end == len(part) or part[end].islower() != part[start].islower():
                piece = part[start:end]
                yield (small if piece[0].islower() else large), piece.upper()
                start = end


def _em(text: str, letters: Letters) -> float:
    """The width of ``text`` in em: letters that the font lacks are taken from our own."""
    file = _file(FAMILIES[letters.face].printed, letters)
    font = face(file)
    glyphs, advance = font.glyphs, font.advance
    if not letters.kerning and all(ord(c) in glyphs for c in text):
        return sum(map(advance, text)) / font.units
    own = face(_file(OWN_FAMILY, letters))
    em = sum(advance(c) / font.units if ord(c) in glyphs else _lent(c, own) for c in text)
    if letters.kerning:
        em += _kerned(text, file) / font.units
    return em


def _lent(character: str, own: Face) -> float:
    """The width of a character that its font lacks, in em."""
    code = ord(character)
    if code not in own.glyphs and code in _symbol_codes():
        symbols = face(_SYMBOL_FILE)
        return symbols.advance(character) / symbols.units
    return own.advance(character) / own.units


def _kerned(text: str, file: str) -> int:
    glyphs, between = face(file).glyphs, kerning(file).between
    return sum(
        between(glyphs[ord(a)], glyphs[ord(b)])
        for a, b in pairwise(text)
        if ord(a) in glyphs and ord(b) in glyphs
    )


def _file(family: str, letters: Letters) -> str:
    return f"{family.replace(' ', '')}-{_STYLES[letters.bold, letters.italic]}.ttf"


def missing(text: str, letters: Letters) -> bool:
    """Whether the font of ``letters`` lacks a letter of ``text`` that our own font has."""
    held = face(_file(FAMILIES[letters.face].printed, letters)).glyphs
    return any(ord(c) not in held and ord(c) in _text_codes() for c in text)


def strange(text: str) -> list[str]:
    """The characters of ``text`` that no bundled font holds, each once, in order."""
    if not _UNUSUAL.search(text):
        return []
    unknown = set(text) - _text_characters()
    if not unknown:
        return []
    unknown -= set(map(chr, _emoji_codes() | _symbol_codes()))
    return [character for character in dict.fromkeys(text) if character in unknown]


def is_far(text: str) -> bool:
    """Whether some of ``text`` may need the fonts of emoji or symbols; usual characters do not."""
    return _UNUSUAL.search(text) is not None and max(text) >= _FIRST_EMOJI


def emoji_runs(text: str) -> Iterator[tuple[bool, str]]:
    """``text`` cut where the font changes; each part with whether the emoji font prints it."""
    if max(text, default="") < _FIRST_EMOJI:
        yield False, text
        return
    at = 0
    for match in _emoji_pattern().finditer(text):
        if match.start() > at:
            yield False, text[at : match.start()]
        yield True, match.group()
        at = match.end()
    if at < len(text):
        yield False, text[at:]


def symbol_runs(text: str) -> Iterator[tuple[bool, str]]:
    """``text`` cut where our font of symbols is needed; each part with whether it prints it."""
    if max(text, default="") < _FIRST_SYMBOL:
        yield False, text
        return
    start, codes = 0, _symbol_codes()
    for end in range(1, len(text) + 1):
        symbol = ord(text[start]) in codes
        if end == len(text) or (ord(text[end]) in codes) != symbol:
            yield symbol, text[start:end]
            start = end


@lru_cache(maxsize=1)
def _symbol_codes() -> frozenset[int]:
    return frozenset(face(_SYMBOL_FILE).glyphs) - _text_codes() - _emoji_codes()


@lru_cache(maxsize=1)
def _text_codes() -> frozenset[int]:
    return frozenset(face("LiberationSerif-Regular.ttf").glyphs)


@lru_cache(maxsize=1)
def _text_characters() -> frozenset[str]:
    return frozenset(map(chr, _text_codes()))


@lru_cache(maxsize=1)
def _emoji_codes() -> set[int]:
    return {code for code in face(_EMOJI_FILE).glyphs if chr(code) >= _FIRST_EMOJI}


@lru_cache(maxsize=1)
def _emoji_pattern() -> re.Pattern[str]:
    ranges = _ranges(_emoji_codes() - _text_codes() - {_PICTURE_FORM})
    return re.compile(f"[{ranges}][{ranges}\u200d\ufe0f]*")


def _ranges(codes: Iterable[int]) -> str:
    """``codes`` as the inside of a regular expression's character class."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
