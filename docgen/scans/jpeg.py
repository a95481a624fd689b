"""The bytes of a JPEG file that are its picture, without what cameras write beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

START = b"\xff\xd8"
_END = b"\xff\xd9"
_SCAN = 0xDA
# JFIF and Adobe tell how the colours are meant. The others tell where and with what a picture
# was taken (Exif, with its place on earth), and hold thumbnails.
_DROPPED = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)


def picture_of(data: bytes) -> bytes:
    """``data`` from its start to the end of its first picture, told by nothing but its pixels.

    Not a pixel changes. The place where the picture was taken, the camera, the thumbnail and
    all that stands behind the picture (a second one, a video) stay away.

    Raises:
        ValueError: It is no JPEG, or is cut short.
    """
    if not data.startswith(START):
        raise ValueError("not a JPEG")
    return START + b"".join(_segments(data)) + _END


def _segments(data: bytes) -> Iterator[bytes]:
    """The segments between start and end of the picture, with the coded pixels behind scans."""
    found = _MARKER.match(data, len(START))
    while found is not None and found[0][-1:] != _END[-1:]:
        kind = found[1][0]
        start = found.end() - 2
        end = found.end() + int.from_bytes(data[found.end() : found.end() + 2])
        if kind == _SCAN:
            found = _MARKER.search(data, end)
            end = len(data) if found is None else found.start()
        else:
            found = _MARKER.match(data, end)
        if kind not in _DROPPED:
            yield data[start:end]
    if found is None:
        raise ValueError("the JPEG is cut short")
