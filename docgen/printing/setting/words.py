"""Words that stay on one line, and where others are cut."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from docgen.printing import glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.printing.model.text import Piece

_WORD = re.compile(r"[^ ]+")
_UNBROKEN = re.compile("[/\u00a0\u2011]|.-\\d")
_SIGN = re.compile("[/\u00a0\u2011]|[^ \n]-\\d")
_HYPHEN = re.compile(r"(?<=[^-])-(?=[^-])")


def flows(text: str, longest: int) -> bool:
    """Whether ``text`` may be left to Typst: no word is kept, none has ``longest`` characters."""
    return not _is_kept(text) and not _is_long(text, longest)


def boxes(
    pieces: Sequence[Piece], text: str, longest: int, room: float
) -> Iterator[tuple[int, int]]:
    """The stretches of ``text`` that stay on one line.

    A word with a slash or a no-break space is kept, and cut after its hyphens only; a word wider
    than ``room`` points is cut where the line is full. A stretch of fewer than ``longest``
    characters always fits.
    """
    for begin, after in _words(text) if _is_long(text, longest) else _kept_words(text):
        word = text[begin:after]
        cuts = [begin, after]
        kept = _is_kept(word)
        if kept:
            cuts[1:1] = [begin + m.end() for m in _HYPHEN.finditer(word)]
        for start, end in pairwise(cuts):
            long = end - start >= longest
            full = list(_full_lines(pieces, start, end, room)) if long else [(start, end)]
            if kept or len(full) > 1:
                yield from full


def _is_kept(text: str) -> bool:
    """Whether there are words in ``text`` that may not be broken everywhere."""
    if "/" in text or "\u00a0" in text or "\u2011" in text:
        return True
    return "-" in text and _UNBROKEN.search(text) is not None


def _is_long(text: str, longest: int) -> bool:
    """Whether there are words of ``longest`` characters or more in ``text``."""
    begin = 0
    while begin + longest <= len(text):
        space = text.rfind(" ", begin, begin + longest)
        if space < 0:
            return True
        begin = space + 1
    return False


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word of ``text`` begins and ends."""
    for word in _WORD.finditer(text):
        yield word.span()


def _kept_words(text: str) -> Iterator[tuple[int, int]]:
    """The same of those words alone that are kept."""
    end = 0
    while (sign := _SIGN.search(text, end)) is not None:
        start = text.rfind(" ", end, sign.start()) + 1 or end
        end = text.find(" ", sign.end())
        end = len(text) if end < 0 else end
        yield start, end


def _full_lines(
    pieces: Sequence[Piece], start: int, end: int, room: float
) -> Iterator[tuple[int, int]]:
    """``start`` to ``end`` cut into stretches no wider than ``room`` points."""
    characters = ((c, piece.letters) for piece in pieces for c in piece.text)
    used, begin = 0.0, start
    for at, (character, letters) in enumerate(islice(characters, start, end), start):
        wide = glyphs.advance(character, letters)
        if used + wide > room and at > begin:
            yield begin, at
            used, begin = 0.0, at
        used += wide
    yield begin, end
