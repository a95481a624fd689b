"""A TrueType file read: its tables, characters, and widths."""

from __future__ import annotations

import struct
from array import array
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = Path(__file__).parent / "fonts"
OFFICE_FONTS = FONTS.with_name("office_fonts")
"""Fonts that papers of this toolkit do not use, but papers of other offices do."""
_SEGMENTED, _GROUPED = 4, 12


class Face(Value):
    """One font file: glyph numbers by code point, advance widths by glyph, units to an em."""

    glyphs: dict[int, int]
    advances: array[int]
    units: int
    positions: bytes
    """The table of kerning as it stands in the file (GPOS)."""

    def advance(self, character: str) -> int:
        """How far ``character`` moves the pen, in font units."""
        glyph = self.glyphs.get(ord(character), 0)
        return self.advances[min(glyph, len(self.advances) - 1)]


@lru_cache(maxsize=24)
def face(file: str) -> Face:
    """The font in ``file``, a name in one of the font folders."""
    path = FONTS / file
    data = (path if path.is_file() else OFFICE_FONTS / file).read_bytes()
    tables = {
        tag: data[offset : offset + length]
        for tag, _, offset, length in struct.iter_unpack(
            ">4sIII", data[12 : 12 + 16 * struct.unpack_from(">H", data, 4)[0]]
        )
    }
    (count,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    (units,) = struct.unpack_from(">H", tables[b"head"], 18)
    advances = array(
        "H", (wide for wide, _ in struct.iter_unpack(">HH", tables[b"hmtx"][: 4 * count]))
    )
    glyphs = dict(_characters(tables[b"cmap"]))
    return Face(glyphs, advances, units, tables.get(b"GPOS", b""))


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    for _, _, offset in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count]):
        (kind,) = struct.unpack_from(">H", cmap, offset)
        if kind == _SEGMENTED:
            yield from _segments(cmap, offset)
        elif kind == _GROUPED:
            yield from _groups(cmap, offset)


def _segments(cmap: bytes, at: int) -> Iterator[tuple[int, int]]:
    twice = struct.unpack_from(">H", cmap, at + 6)[0]
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", cmap, at + 14)
    starts = struct.unpack_from(f">{count}H", cmap, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", cmap, at + 16 + 2 * twice)
    ranges_at = at + 16 + 3 * twice
    ranges = struct.unpack_from(f">{count}H", cmap, ranges_at)
    for index, (start, end, delta, skip) in enumerate(
        zip(starts, ends, deltas, ranges, strict=True)
    ):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if skip:
                place = ranges_at + 2 * index + skip + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", cmap, place)
                if glyph == 0:
                    continue
            if number := (glyph + delta) & 0xFFFF:
                yield code, number


def _groups(cmap: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", cmap, at + 12)
    for start, end, glyph in struct.iter_unpack(">III", cmap[at + 16 : at + 16 + 12 * count]):
        yield from ((code, glyph + code - start) for code in range(start, end + 1))
