"""Two prints of one paper held against each other: pages, words, line breaks, positions."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.printing.letters import read_leaves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.printing.letters import Letter

LEAST_LINES = 0.99
LEAST_NEAR = 0.95
NEAR = 2.0
"""Points within which two positions count as the same."""
_SAME_LINE = 2.0
_LEADERS = "._…"
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF02D: "−"}
"""Signs of picture fonts, which have no letter of Unicode in a print by LibreOffice."""
_BETWEEN_DOTS = re.compile(r"(?<=[._…]) (?=[._…])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page: its text, and where its base line starts, in points from the top left."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How near a print is to the reference; lengths in points."""

    pages: tuple[int, int]
    words_per_page_equal: bool
    lines: int
    lines_equal: int
    words: int
    words_near: int
    mean: float
    worst: float
    first_differences: tuple[str, ...]

    @property
    def line_share(self) -> float:
        """The share of the reference's lines that hold the same words in both prints."""
        return self.lines_equal / self.lines if self.lines else 1.0

    @property
    def near_share(self) -> float:
        """The share of words within `NEAR` points of the reference."""
        return self.words_near / self.words if self.words else 1.0

    def __str__(self) -> str:
        """The figures in one line."""
        return (
            f"pages {self.pages[0]}/{self.pages[1]}, words per page "
            f"{'equal' if self.words_per_page_equal else 'DIFFER'}, lines "
            f"{self.lines_equal}/{self.lines} ({self.line_share:.2%}), words within {NEAR:g} pt "
            f"{self.words_near}/{self.words} ({self.near_share:.2%}), mean {self.mean:.2f} pt, "
            f"worst {self.worst:.1f} pt"
        )


def compare(printed: bytes, reference: bytes) -> Fidelity:
    """How near the PDF ``printed`` is to the PDF ``reference``."""
    ours, theirs = read_words(printed), read_words(reference)
    pairs = [pair for a, b in zip(ours, theirs, strict=False) for pair in _paired(a, b)]
    distances = [max(abs(a.x - b.x), abs(a.y - b.y)) for a, b in pairs]
    line_pairs = [
        (Counter(_lines(a)), Counter(_lines(b))) for a, b in zip(ours, theirs, strict=False)
    ]
    differences = [
        f"page {number}: {line}"
        for number, (a, b) in enumerate(line_pairs, 1)
        for line in (*(f"- {text}" for text in b - a), *(f"+ {text}" for text in a - b))
    ]
    return Fidelity(
        (len(ours), len(theirs)),
        len(ours) == len(theirs)
        and all(_bag(a) == _bag(b) for a, b in zip(ours, theirs, strict=True)),
        sum(len(_lines(page)) for page in theirs),
        sum((a & b).total() for a, b in line_pairs),
        sum(len(page) for page in theirs),
        sum(distance <= NEAR for distance in distances),
        statistics.fmean(distances) if distances else 0.0,
        max(distances, default=0.0),
        tuple(differences[:12]),
    )


def assert_faithful(fidelity: Fidelity, name: str) -> None:
    """Print the figures of the paper ``name`` and hold them to the promise."""
    print(f"{name}: {fidelity}")  # noqa: T201 -- the figures are what the test is read for
    for difference in fidelity.first_differences:
        print(f"    {difference}")  # noqa: T201
    assert fidelity.pages[0] == fidelity.pages[1], name
    assert fidelity.words_per_page_equal, name
    assert fidelity.line_share >= LEAST_LINES, name
    assert fidelity.near_share >= LEAST_NEAR, name


def read_words(pdf: bytes) -> list[list[Word]]:
    """The words of each page of ``pdf``, from top to bottom and left to right."""
    return [_page_words(leaf.letters) for leaf in read_leaves(pdf)]


def _page_words(letters: Sequence[Letter]) -> list[Word]:
    """Letters joined into words by hand: both printers place letters, not words.

    Letters drawn as one sign (ﬁ) are all at its place.
    """
    words: list[Word] = []
    text, start, end, base, last = "", 0.0, 0.0, 0.0, 0.0
    for letter in sorted(letters, key=lambda one: (round(one.y, 1), one.x)):
        gap = 0.12 * letter.size
        beside = -2 * gap < letter.x - end < gap or letter.x == last
        joined = text and abs(letter.y - base) < _SAME_LINE and beside
        if not letter.text.strip() or not joined:
            words += [Word(_normal(text), start, base)] if text else []
            text, start, base = "", letter.x, letter.y
        text += letter.text.strip()
        end, last = letter.right, letter.x
    words += [Word(_normal(text), start, base)] if text else []
    return words


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_BULLETS)


def _bag(words: list[Word]) -> Counter[str]:
    """The words of a page; dotted lines are none: how many dots fill them, lines tell."""
    found = Counter(word.text.strip(_LEADERS) for word in words)
    del found[""]
    return found


def _lines(words: list[Word]) -> list[str]:
    """The words of each base line; columns side by side on one base line are one line."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and abs(lines[-1][0].y - word.y) < _SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [
        _BETWEEN_DOTS.sub("", " ".join(w.text for w in sorted(line, key=lambda w: w.x)))
        for line in lines
    ]


def _paired(ours: list[Word], theirs: list[Word]) -> list[tuple[Word, Word]]:
    """The nth occurrence of a word on a page, with its nth occurrence on the other's."""
    waiting: dict[str, list[Word]] = {}
    for word in ours:
        waiting.setdefault(word.text, []).append(word)
    return [(waiting[word.text].pop(0), word) for word in theirs if waiting.get(word.text)]
