"""What the files last filled hold: a paper is drafted to be read, printed and searched at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.recent import Recent
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

_LARGEST: Final = 256 << 10  # bytes of a paper's parts: longer ones are few


class _Filled(Value):
    """The parts of a file by name, in its order, and the words of its paragraphs."""

    parts: Mapping[str, bytes]
    words: Sequence[str]


_KEPT: Final[Recent[bytes, _Filled]] = Recent(96)
_ROOTS: Final[dict[bytes, Mapping[str, Element]]] = {}
"""The roots of what was filled in the last file: a tree takes ten times as much as its text."""


def parts_of(docx: bytes) -> dict[str, bytes] | None:
    """The parts of the file by name, in its order; None where it is not known."""
    found = _KEPT.get(docx)
    return None if found is None else dict(found.parts)


def words_of(docx: bytes) -> Sequence[str] | None:
    """The words of every paragraph of its main part; None where it is not known."""
    found = _KEPT.get(docx)
    return None if found is None else found.words


def roots_of(docx: bytes) -> Mapping[str, Element]:
    """The roots of its parts, as far as they are there: for the first who asks."""
    return _ROOTS.pop(docx, {})


def keep(
    docx: bytes, parts: Mapping[str, bytes], words: Sequence[str], roots: Mapping[str, Element]
) -> None:
    """Know for a while, never on the disk, what ``docx`` holds.

    Args:
        docx: the file.
        parts: its parts by name, in its order.
        words: those of every paragraph of its main part.
        roots: of those of its parts that were just filled; nobody else has them.
    """
    if sum(map(len, parts.values())) <= _LARGEST:
        _KEPT.of(docx, lambda: _Filled(parts, words))
        _ROOTS.clear()
        _ROOTS[docx] = roots
