"""Blanks: beside words they do not make a line taller, alone they have the style's height.

So it is in Word's files as LibreOffice prints them; a line that begins with a tab after a break
keeps the height of the tab.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.model.text import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.printing.model.looks import Letters
    from docgen.printing.model.text import Piece

_BREAKS = frozenset({Kind.LINE_BREAK, Kind.PAGE_BREAK, Kind.COLUMN_BREAK})


def has_blanks(pieces: Sequence[Piece]) -> bool:
    """Whether there are blanks to be levelled among ``pieces``."""
    return any(map(_blank, pieces))


def levelled(pieces: Sequence[Piece], plain: Letters) -> tuple[Piece, ...]:
    """``pieces`` of a paragraph, whose style has ``plain`` letters, with blanks that fit in."""
    return tuple(_levelled(pieces, plain))


def _levelled(pieces: Sequence[Piece], plain: Letters) -> Iterator[Piece]:
    start = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and pieces[at].kind not in _BREAKS:
            continue
        ends = at == len(pieces)
        yield from _line(pieces[start:at], plain, begins=start == 0, ends=ends)
        yield from () if ends else (pieces[at],)
        start = at + 1


def _line(pieces: Sequence[Piece], plain: Letters, *, begins: bool, ends: bool) -> Iterator[Piece]:
    sizes = [piece.letters.size for piece in pieces if not _blank(piece)]
    if sizes:
        least = min(sizes)
        for piece in pieces:
            over = _blank(piece) and piece.letters.size > least
            yield _reckoned(piece, least) if over else piece
    elif pieces and ends and (begins or pieces[0].kind is Kind.TEXT):
        for piece in pieces:
            yield _reckoned(piece, plain.size, plain.face)
    else:
        yield from pieces


def _blank(piece: Piece) -> bool:
    return piece.kind is Kind.TAB or (piece.kind is Kind.TEXT and not piece.text.strip(" "))


def _reckoned(piece: Piece, size: int, face: str = "") -> Piece:
    """``piece`` in a line whose height is reckoned by letters of ``size``, and of ``face``."""
    letters = piece.letters
    if letters.size == size and (face or letters.face) == letters.face:
        return piece
    return piece.changed(letters=letters.changed(lined=size, lined_face=face))
