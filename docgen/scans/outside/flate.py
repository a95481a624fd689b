"""Flate data looked through piece by piece: how large they become, and whether they are whole."""

from __future__ import annotations

import zlib
from typing import NamedTuple

_PIECE, _ROOM = 1_000_000, 16_000_000


class Look(NamedTuple):
    """What comes of packed data.

    Attributes:
        length: How many bytes they become; more than allowed where they swell.
        is_whole: Whether they end as they should, with the right checksum.
    """

    length: int
    is_whole: bool


def look(packed: bytes, most: int) -> Look:
    """Look through ``packed``, in little memory; no further than to ``most`` bytes."""
    unpacker, length = zlib.decompressobj(), 0
    try:
        for start in range(0, len(packed), _PIECE):
            piece = packed[start : start + _PIECE]
            while piece and not unpacker.eof and length <= most:
                length += len(unpacker.decompress(piece, _ROOM))
                piece = unpacker.unconsumed_tail
    except zlib.error:
        return Look(length, is_whole=False)
    return Look(length, unpacker.eof)


def without_checksum(packed: bytes, most: int) -> tuple[bytes, bool] | None:
    """What ``packed`` become if nobody asks for their checksum, and whether that is all.

    Returns:
        Nothing where more than the checksum is wrong.
    """
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        zlib.decompressobj().decompress(packed[:2])
        data = unpacker.decompress(packed[2:], most)
    except zlib.error:
        return None
    return data, unpacker.eof
