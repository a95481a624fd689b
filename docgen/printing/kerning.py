"""Kerning read from a font: by how much two letters of the Latin script are drawn together."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docgen.printing.fontfile import face

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Subtable = Callable[[int, int], int | None]

_PAIRS, _EXTENSION = 2, 9
_SCRIPTS: Final = (b"latn", b"DFLT")
_ADVANCE = 0x0004
_SPECIFIC = 1


@lru_cache(maxsize=24)
def kerning(file: str) -> Kerning:
    """The kerning of the font in ``file``."""
    return Kerning(face(file).positions)


class Kerning:
    """The pairs of one font; what is asked for once is remembered."""

    def __init__(self, table: bytes) -> None:
        """Read the lookups of the kern feature from the GPOS ``table``."""
        self._lookups = [list(subtables) for subtables in _lookups(table)] if table else []
        self._known: dict[tuple[int, int], int] = {}

    def between(self, left: int, right: int) -> int:
        """What the advance of glyph ``left`` gains before glyph ``right``, in font units."""
        answer = self._known.get((left, right))
        if answer is None:
            answer = self._known[left, right] = sum(
                _first(subtables, left, right) for subtables in self._lookups
            )
        return answer


def _first(subtables: list[Subtable], left: int, right: int) -> int:
    """The first subtable of a lookup that covers the pair decides."""
    for subtable in subtables:
        found = subtable(left, right)
        if found is not None:
            return found
    return 0


def _u16(data: bytes, at: int, count: int = 1) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", data, at)


def _lookups(table: bytes) -> Iterator[Iterator[Subtable]]:
    scripts, features, lookups = _u16(table, 4, 3)
    for index in _kern_lookups(table, scripts, features):
        (offset,) = _u16(table, lookups + 2 + 2 * index)
        yield _subtables(table, lookups + offset)


def _kern_lookups(table: bytes, scripts: int, features: int) -> list[int]:
    (count,) = _u16(table, scripts)
    found = {
        tag: scripts + offset
        for tag, offset in struct.iter_unpack(">4sH", table[scripts + 2 : scripts + 2 + 6 * count])
    }
    script = next((found[tag] for tag in _SCRIPTS if tag in found), None)
    if script is None:
        return []
    (language,) = _u16(table, script)
    if not language:
        return []
    (count,) = _u16(table, script + language + 4)
    indexes = _u16(table, script + language + 6, count)
    return sorted({lookup for i in indexes for lookup in _feature(table, features, i)})


def _feature(table: bytes, features: int, index: int) -> tuple[int, ...]:
    tag, offset = struct.unpack_from(">4sH", table, features + 2 + 6 * index)
    if tag != b"kern":
        return ()
    (count,) = _u16(table, features + offset + 2)
    return _u16(table, features + offset + 4, count)


def _subtables(table: bytes, lookup: int) -> Iterator[Subtable]:
    kind, _, count = _u16(table, lookup, 3)
    for offset in _u16(table, lookup + 6, count):
        at = lookup + offset
        of = kind
        if kind == _EXTENSION:
            _, of, jump = struct.unpack_from(">HHI", table, at)
            at += jump
        if of == _PAIRS:
            yield _pairs(table, at)


def _pairs(table: bytes, at: int) -> Subtable:
    form, coverage, first, second = _u16(table, at, 4)
    covered = _coverage(table, at + coverage)
    size = 2 * (first.bit_count() + second.bit_count())
    skip = 2 * (first & (_ADVANCE - 1)).bit_count() if first & _ADVANCE else None
    if form == _SPECIFIC:
        return _specific(table, at, covered, size, skip)
    return _classes(table, at, covered, size, skip)


def _specific(
    table: bytes, at: int, covered: dict[int, int], size: int, skip: int | None
) -> Subtable:
    def find(left: int, right: int) -> int | None:
        index = covered.get(left)
        if index is None or skip is None:
            return None
        (offset,) = _u16(table, at + 10 + 2 * index)
        (count,) = _u16(table, at + offset)
        for pair in range(at + offset + 2, at + offset + 2 + count * (2 + size), 2 + size):
            if _u16(table, pair)[0] == right:
                return int(struct.unpack_from(">h", table, pair + 2 + skip)[0])
        return None

    return find


def _classes(
    table: bytes, at: int, covered: dict[int, int], size: int, skip: int | None
) -> Subtable:
    lefts, rights, _, columns = _u16(table, at + 8, 4)
    first, second = _class_of(table, at + lefts), _class_of(table, at + rights)

    def find(left: int, right: int) -> int | None:
        if left not in covered or skip is None:
            return None
        cell = first.get(left, 0) * columns + second.get(right, 0)
        return int(struct.unpack_from(">h", table, at + 16 + cell * size + skip)[0])

    return find


def _coverage(table: bytes, at: int) -> dict[int, int]:
    form, count = _u16(table, at, 2)
    if form == _SPECIFIC:
        return {glyph: index for index, glyph in enumerate(_u16(table, at + 4, count))}
    return {
        glyph: index + glyph - start
        for start, end, index in struct.iter_unpack(">HHH", table[at + 4 : at + 4 + 6 * count])
        for glyph in range(start, end + 1)
    }


def _class_of(table: bytes, at: int) -> dict[int, int]:
    (form,) = _u16(table, at)
    if form == _SPECIFIC:
        start, count = _u16(table, at + 2, 2)
        return {start + index: number for index, number in enumerate(_u16(table, at + 6, count))}
    (count,) = _u16(table, at + 2)
    return {
        glyph: number
        for start, end, number in struct.iter_unpack(">HHH", table[at + 4 : at + 4 + 6 * count])
        for glyph in range(start, end + 1)
    }
