"""Lines broken here instead of by Typst: those whose tabs depend on where a line begins."""

from __future__ import annotations

from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

from docgen.printing.model.looks import Align
from docgen.printing.model.text import Kind
from docgen.printing.setting.stops import (
    Measure,
    Move,
    Segment,
    next_stop,
    pen_at,
    piece_width,
    reached,
)
from docgen.values import Making, Value, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.printing.model.looks import Form
    from docgen.printing.model.text import Piece

_SPARE = 0.4
"""Twips by which a line may be longer than its room: its parts were rounded."""


class Line(Making):
    """A line: stretches of pieces, and the tab after each but the last."""

    parts: list[list[Piece]] = field(default_factory=lambda: [[]])
    moves: list[Move] = field(default_factory=list)
    over: bool = False
    """Whether a tab takes it beyond its room."""


class _Atom(Value):
    """Pieces that stay on one line: a word, a run of spaces, or a tab."""

    pieces: tuple[Piece, ...]
    width: float
    space: bool = False
    tab: bool = False


def broken(pieces: Sequence[Piece], form: Form, *, first: bool, measure: Measure) -> list[Line]:
    """``pieces`` (no breaks) on as many lines as they need.

    Args:
        pieces: what stands on the lines.
        form: the paragraph's form.
        first: whether they begin the paragraph.
        measure: a line.
    """
    return _Breaker(form, measure, first=first).lines(list(_atoms(pieces)))


def bare_end(pieces: Sequence[Piece]) -> list[Piece]:
    """``pieces`` without the spaces that end them: before a break they are not seen."""
    kept = list(pieces)
    while kept and not _is_seen(kept[-1]) and kept[-1].kind is Kind.TEXT:
        last = kept.pop()
        if text := last.text.rstrip(" "):
            return [*kept, last.changed(text=text)]
    return kept


def _is_seen(piece: Piece) -> bool:
    """Whether it ends with something to be seen: a line drawn under spaces, not under one."""
    letters = piece.letters
    drawn = bool(letters.underline or letters.fill or letters.box)
    return not piece.text.endswith(" ") or (drawn and piece.text.endswith("  "))


class _Breaker:
    def __init__(self, form: Form, measure: Measure, *, first: bool) -> None:
        self._form = form
        self._measure = measure
        self._room = measure.room
        self._start: float = form.left + (form.first if first else 0)
        self._at: float = self._start
        self._end: float = self._room
        self._made = [Line()]

    def lines(self, atoms: list[_Atom]) -> list[Line]:
        for index, atom in enumerate(atoms):
            if atom.tab:
                self._move(atoms, index)
            elif atom.space or self._fits(atom.width):
                self._put(atom)
            else:
                self._next_line()
                self._put(atom)
        return self._made

    def _fits(self, width: float) -> bool:
        empty = self._at == self._start and self._made[-1].parts == [[]]
        end = max(self._room, self._end)
        return empty or self._at + width <= end + _SPARE

    def _put(self, atom: _Atom) -> None:
        self._made[-1].parts[-1].extend(atom.pieces)
        self._at += atom.width

    def _next_line(self) -> None:
        self._made[-1].parts[-1] = bare_end(self._made[-1].parts[-1])
        self._made.append(Line())
        self._start = self._at = float(self._form.left)
        self._end = self._room

    def _hangs(self, atoms: list[_Atom], index: int) -> bool:
        """Whether a tab ends a line that is full already: it takes no line of its own then."""
        full = self._measure.over and self._at >= self._room
        return full and all(atom.space for atom in atoms[index + 1 :])

    def _stay(self) -> None:
        self._made[-1].moves.append(Move(0, ""))
        self._made[-1].parts.append([])

    def _move(self, atoms: list[_Atom], index: int) -> None:
        align = atoms[index].pieces[0].align
        stop = next_stop(self._at, self._form, self._measure, align)
        if not reached(stop, self._form, self._measure) and self._at > self._start:
            if self._hangs(atoms, index):
                self._stay()
                return
            self._next_line()
            stop = next_stop(self._at, self._form, self._measure, align)
        following = _following(atoms, index)
        end = max(self._room, stop.position)
        if stop.align is Align.RIGHT:
            following = _following(atoms, index, within=end - self._at)
        target = max(pen_at(stop, following), self._at)
        if stop.align is not Align.LEFT and target + following.width > end:
            target = max(self._at, end - following.width)
        if not reached(stop, self._form, self._measure):
            target = max(self._at, self._room)
        self._end = end if stop.align is not Align.LEFT or end > self._room else self._room
        self._made[-1].over |= end > self._room
        self._made[-1].moves.append(Move(target - self._at, stop.leader))
        self._made[-1].parts.append([])
        self._at = target


def _following(atoms: list[_Atom], index: int, within: float = inf) -> Segment:
    """What stands after the tab at ``index``, up to the next one, and fits ``within``."""
    pieces: list[Piece] = []
    for atom in atoms[index + 1 :]:
        within -= atom.width
        if atom.tab or (within < -_SPARE and not atom.space):
            break
        pieces += atom.pieces
    while pieces and pieces[-1].kind is Kind.TEXT and not pieces[-1].text.strip(" "):
        pieces.pop()
    return Segment.of(pieces)


def _atoms(pieces: Sequence[Piece]) -> Iterator[_Atom]:
    word: list[Piece] = []
    spread = 0
    for piece in pieces:
        if piece.kind is Kind.TAB:
            yield from _word(word, spread)
            word, spread = [], 0
            yield _Atom((piece,), 0, tab=True)
        elif piece.kind is Kind.TEXT:
            left = len(piece.text)
            for space, letters in groupby(piece.text, key=" ".__eq__):
                part = piece.changed(text="".join(letters))
                left -= len(part.text)
                # What spaces letters goes on between the words of a piece.
                after = piece.letters.spacing if left else 0
                if space:
                    yield from _word(word, spread)
                    word, spread = [], 0
                    yield _Atom((part,), piece_width(part) + after, space=True)
                else:
                    word.append(part)
                    spread += after
        else:
            word.append(piece)
    yield from _word(word, spread)


def _word(pieces: list[Piece], spread: int) -> Iterator[_Atom]:
    if pieces:
        yield _Atom(tuple(pieces), sum(piece_width(piece) for piece in pieces) + spread)
