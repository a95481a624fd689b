"""What the files last filled hold: a paper is drafted to be read, printed and searched at once."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST: Final = 96
_LARGEST: Final = 256 << 10  # bytes of a paper's parts: longer ones are few

_kept: Final[dict[bytes, Mapping[str, bytes]]] = {}
_turn: Final = Lock()


def find(docx: bytes) -> dict[str, bytes] | None:
    """The parts of the file by name, in its order; None where it is not known."""
    parts = _kept.get(docx)
    return None if parts is None else dict(parts)


def keep(docx: bytes, parts: Mapping[str, bytes]) -> None:
    """Know for a while, never on the disk, that ``docx`` holds ``parts``."""
    if sum(map(len, parts.values())) > _LARGEST:
        return
    with _turn:
        _kept[docx] = parts
        while len(_kept) > _MOST:
            del _kept[next(iter(_kept))]
