"""What the files last filled hold: a paper is drafted to be read, printed and searched at once."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST: Final = 96
_LARGEST: Final = 256 << 10  # bytes of a paper's parts: longer ones are few


class _Filled(Value):
    """The parts of a file by name, in its order, and the words of its paragraphs."""

    parts: Mapping[str, bytes]
    words: Sequence[str]


_kept: Final[dict[bytes, _Filled]] = {}
_turn: Final = Lock()


def parts_of(docx: bytes) -> dict[str, bytes] | None:
    """The parts of the file by name, in its order; None where it is not known."""
    found = _kept.get(docx)
    return None if found is None else dict(found.parts)


def words_of(docx: bytes) -> Sequence[str] | None:
    """The words of every paragraph of its main part; None where it is not known."""
    found = _kept.get(docx)
    return None if found is None else found.words


def keep(docx: bytes, parts: Mapping[str, bytes], words: Sequence[str]) -> None:
    """Know for a while, never on the disk, that ``docx`` holds ``parts`` and says ``words``."""
    if sum(map(len, parts.values())) > _LARGEST:
        return
    with _turn:
        _kept[docx] = _Filled(parts, words)
        while len(_kept) > _MOST:
            del _kept[next(iter(_kept))]
