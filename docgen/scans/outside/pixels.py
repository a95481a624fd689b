"""How large the picture in a stream is, told by the picture itself: JPEG, JPEG 2000, JBIG2."""

from __future__ import annotations

import re
from typing import NamedTuple

_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC)})
_JPEG_FRAMES |= frozenset(range(0xCD, 0xD0))
_JPEG_MARKER = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
_ALONE = frozenset({0x01, *range(0xD0, 0xDA)})
_JPEG_SCAN = 0xDA
_JP2_SIZE = b"\xff\x51"
_MOST_SEGMENTS = 20_000
_PAGE, _REGIONS = 48, frozenset({4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43})
_UNKNOWN = 0xFFFFFFFF


class Pixels(NamedTuple):
    """Width and height in pixels, and how many numbers each has (0 where that is not told)."""

    width: int
    height: int
    colours: int = 0

    @property
    def area(self) -> int:
        """How many there are."""
        return self.width * self.height


NONE = Pixels(0, 0)


def of_jpeg(data: bytes) -> Pixels:
    """The largest frame that a JPEG announces before its first scan."""
    found, at = NONE, 0
    for _ in range(_MOST_SEGMENTS):
        marker = _JPEG_MARKER.search(data, at)
        if marker is None or marker[1][0] == _JPEG_SCAN:
            break
        at, kind = marker.end(), marker[1][0]
        if kind in _ALONE:
            continue
        if kind in _JPEG_FRAMES and len(data) >= at + 8:
            height, width = _two(data, at + 3), _two(data, at + 5)
            found = max(found, Pixels(width, height, data[at + 7]), key=lambda size: size.area)
        at += _two(data, at)
    return found


def of_jpeg2000(data: bytes) -> Pixels:
    """The size that the codestream of a JPEG 2000 picture announces."""
    at = data.find(_JP2_SIZE)
    if at < 0 or len(data) < at + 22:
        return NONE
    right, bottom, left, top = (_four(data, at + 6 + 4 * place) for place in range(4))
    return Pixels(max(right - left, 0), max(bottom - top, 0))


def of_jbig2(data: bytes) -> Pixels:
    """The largest page or region that the segments of a JBIG2 stream announce."""
    found, at = NONE, 0
    for _ in range(_MOST_SEGMENTS):
        head = _segment(data, at)
        if head is None:
            break
        kind, start, length = head
        if (kind == _PAGE or kind in _REGIONS) and len(data) >= start + 8:
            width, height = _four(data, start), _four(data, start + 4)
            size = Pixels(width, 0 if height == _UNKNOWN else height)
            found = max(found, size, key=lambda size: (size.area, size.width))
        if length == _UNKNOWN:
            break
        at = start + length
    return found


def _segment(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Kind, start and length of the data of the segment whose header is at ``at``."""
    if len(data) < at + 11:
        return None
    number, flags = _four(data, at), data[at + 4]
    referred = data[at + 5] >> 5
    at += 6
    if referred == 7:  # noqa: PLR2004 - the long form (ITU-T T.88, 7.2.4)
        referred = _four(data, at - 1) & 0x1FFFFFFF
        at += 3 + (referred + 8) // 8
    at += referred * (1 if number <= 256 else 2 if number <= 65536 else 4)  # noqa: PLR2004
    at += 4 if flags & 0x40 else 1
    if len(data) < at + 4:
        return None
    return flags & 0x3F, at + 4, _four(data, at)


def _two(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2])


def _four(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4])
