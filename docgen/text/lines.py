"""Names broken into lines as a good clerk breaks them: balanced, no close pair parted."""

from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

from docgen.tables.reading import read
from docgen.tables.rows import Row, Text

FILE = Path(__file__).parent / "data" / "lines.yaml"
_MARKS = "“”,.;-"
_PARTED_COST = 400.0
_START_GAIN = 40.0
_MOST_LINES = 5


class Lines(Row):
    """``lines.yaml``: pairs of words that stay together, words that count, that begin a line."""

    close: tuple[Text, ...]
    counted: tuple[Text, ...]
    starts: tuple[Text, ...]


@cache
def _words() -> Lines:
    return read(FILE, Lines)


@cache
def _close() -> frozenset[tuple[str, ...]]:
    """Pairs of words that a line end must not part, in capitals as headers write them."""
    return frozenset(tuple(pair.split()) for pair in _words().close)


def parted(before: str, after: str) -> bool:
    """Whether a line end between the two words parts what is read as one.

    ``ra`` and ``mắt`` are; so are a dash and the word before it, a number and what it counts.
    """
    pair = (before.strip(_MARKS).upper(), after.strip(_MARKS).upper())
    return pair in _close() or after == "-" or (pair[0] in _counted() and pair[1].isdigit())


@cache
def _counted() -> frozenset[str]:
    """Words that a number belongs to."""
    return frozenset(_words().counted)


@cache
def _starts() -> frozenset[str]:
    """The words that name a place: a line best begins with one."""
    return frozenset(_words().starts)


@cache
def balanced(name: str, width: int) -> tuple[str, ...]:
    """``name`` (in capitals) in the fewest lines of about ``width`` letters, evenly filled.

    A word longer than ``width`` stands on a line of its own; a name that needs more than five
    lines is left whole, for the cell to wrap.
    """
    words = name.split()
    for count in range(1, min(_MOST_LINES, len(words)) + 1):
        splits = [_lines(words, cuts) for cuts in combinations(range(1, len(words)), count - 1)]
        fitting = [lines for lines in splits if max(map(len, map(" ".join, lines))) <= width]
        if fitting:
            best = min(fitting, key=_cost)
            return tuple(" ".join(line) for line in best)
    return (name,)


def _lines(words: list[str], cuts: tuple[int, ...]) -> list[list[str]]:
    edges = (0, *cuts, len(words))
    return [words[start:end] for start, end in pairwise(edges)]


def _cost(lines: list[list[str]]) -> float:
    lengths = [len(" ".join(line)) for line in lines]
    mean = sum(lengths) / len(lengths)
    cost = sum((length - mean) ** 2 for length in lengths)
    for before, after in pairwise(lines):
        cost += _PARTED_COST if parted(before[-1], after[0]) else 0
        cost -= _START_GAIN if after[0] in _starts() else 0
    return cost + (_PARTED_COST if len(lines) > 1 and len(lines[-1]) == 1 else 0)
