"""The bundled fonts: which characters they hold and how wide each is (read from the files)."""

from __future__ import annotations

import re
import struct
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.printing.model import Letters

FONTS = Path(__file__).parent / "fonts"
TEXT_FAMILY = "Liberation Serif"
EMOJI_FAMILY = "Noto Emoji"
UNITS_PER_EM = 2048
ASCENT, DESCENT = 1825 + 87, 443
"""Above and below the base line in font units; the font's line gap stands above, as in Word."""

_EMOJI_FILE = "NotoEmoji-Regular.ttf"
_FACE_FILES = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}
_PICTURE_FORM = 0xFE0F
"""Asks for the picture of the character before it; it is none itself."""
_FIRST_EMOJI = "\u2049"
"""No character before it is printed from the emoji font."""
_SEGMENTED, _GROUPED = 4, 12


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: glyph numbers by code point, and advance widths by glyph, in font units."""

    glyphs: dict[int, int]
    advances: array[int]

    def advance(self, character: str) -> int:
        """How far ``character`` moves the pen, in font units."""
        glyph = self.glyphs.get(ord(character), 0)
        return self.advances[min(glyph, len(self.advances) - 1)]


def width(text: str, letters: Letters) -> float:
    """The width of ``text`` on one line, in points; no kerning, no ligatures, as it is set."""
    advance = face(_FACE_FILES[letters.bold, letters.italic]).advance
    units = sum(map(advance, unicodedata.normalize("NFC", text)))
    return units * letters.size / 2 / UNITS_PER_EM


def strange(text: str) -> list[str]:
    """The characters of ``text`` that no bundled font holds, each once, in order."""
    unknown = set(text) - _characters_held()
    return [character for character in dict.fromkeys(text) if character in unknown]


def emoji_runs(text: str) -> Iterator[tuple[bool, str]]:
    """``text`` cut where the font changes; each part with whether the emoji font prints it."""
    if max(text, default="") < _FIRST_EMOJI:
        yield False, text
        return
    at = 0
    for match in _emoji_pattern().finditer(text):
        if match.start() > at:
            yield False, text[at : match.start()]
        yield True, match.group()
        at = match.end()
    if at < len(text):
        yield False, text[at:]


@lru_cache(maxsize=8)
def face(file: str) -> Face:
    """The font in ``file``, a name in the fonts folder."""
    data = (FONTS / file).read_bytes()
    tables = {
        tag: data[offset : offset + length]
        for tag, _, offset, length in struct.iter_unpack(
            ">4sIII", data[12 : 12 + 16 * struct.unpack_from(">H", data, 4)[0]]
        )
    }
    (count,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    advances = array(
        "H", (wide for wide, _ in struct.iter_unpack(">HH", tables[b"hmtx"][: 4 * count]))
    )
    return Face(dict(_characters(tables[b"cmap"])), advances)


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


@lru_cache(maxsize=1)
def _text_codes() -> frozenset[int]:
    return frozenset(face(_FACE_FILES[False, False]).glyphs)


@lru_cache(maxsize=1)
def _characters_held() -> frozenset[str]:
    return frozenset(map(chr, _text_codes() | _emoji_codes()))


def _emoji_codes() -> set[int]:
    return {code for code in face(_EMOJI_FILE).glyphs if chr(code) >= _FIRST_EMOJI}


@lru_cache(maxsize=1)
def _emoji_pattern() -> re.Pattern[str]:
    ranges = _ranges(_emoji_codes() - _text_codes() - {_PICTURE_FORM})
    return re.compile(f"[{ranges}][{ranges}\u200d\ufe0f]*")


def _ranges(codes: Iterable[int]) -> str:
    """``codes`` as the inside of a regular expression's character class."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
