"""Pictures of nothing: the white back of a sheet, or a sheet put in the wrong way round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import StreamDecodeLevel

from docgen.scans.outside.unpacking import packing_of, size_of
from docgen.scans.outside.values import count, entry, listed, name_of

if TYPE_CHECKING:
    from docgen.scans.outside.pixels import Pixels

_LIGHT: Final = bytes(range(255, 179, -1))
"""Samples of paper on which nothing was marked."""
_BYTE: Final = 8
_FEW_BITS: Final = 0.45
"""Bits of a pixel over which a JPEG has more to show than paper; it need not be looked at."""
_NEXT_TO_NONE: Final = 0.05
"""The same for pictures packed without loss."""
_FAX_END: Final = 5
"""Bytes at the end of a fax page after its last row."""
_COLOURS: Final = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3}
_ADDITIVE: Final = frozenset({1, 3})
"""How many colours a profile has in which full is white."""
_ALL_WHITE: Final = b"\xff"


def is_white(picture: pikepdf.Stream) -> bool:
    """Whether a picture shows white paper; not so where that cannot be told with little work.

    Args:
        picture: The picture, proved by :class:`docgen.scans.outside.parts.Parts`.
    """
    size, packing = size_of(picture), packing_of(picture)
    if not size.area or "/Decode" in picture:
        return False
    bits = 8 * len(picture.read_raw_bytes()) / size.area
    if packing.codec == "/CCITTFaxDecode":
        return len(packing.filters) == 1 and _is_white_fax(picture, size)
    if packing.filters == ("/DCTDecode",):
        return bits <= _FEW_BITS and _is_white_jpeg(picture)
    return not packing.codec and bits <= _NEXT_TO_NONE and _are_white(picture, size)


def _is_white_jpeg(picture: pikepdf.Stream) -> bool:
    """By its samples, all of them light: paper has a grain."""
    if len(listed(picture.get("/ColorSpace"))) > 0 and not _colours(picture):
        return False
    try:
        samples = picture.read_bytes(StreamDecodeLevel.all)
    except (pikepdf.PdfError, RuntimeError):
        return False
    return bool(samples) and not samples.strip(_LIGHT)


def _is_white_fax(picture: pikepdf.Stream, size: Pixels) -> bool:
    """A row like the one above takes one set bit, and above the first all is white."""
    told = listed(picture.get("/DecodeParms"))
    given = told[-1] if told else None
    if count(entry(given, "/K")) >= 0 or entry(given, "/BlackIs1") is True:
        return False
    left = picture.read_raw_bytes().lstrip(_ALL_WHITE)
    whole = len(picture.read_raw_bytes()) - len(left)
    return len(left) <= _FAX_END and _BYTE * (whole + 1) >= size.height


def _are_white(picture: pikepdf.Stream, size: Pixels) -> bool:
    """By its samples, of greys or of red, green and blue."""
    depth = count(picture.get("/BitsPerComponent"), 1)
    colours = _colours(picture)
    if entry(picture, "/ImageMask") is True:
        depth, colours = 1, 1
    if not colours:
        return False
    try:
        samples = picture.read_bytes(StreamDecodeLevel.specialized)
    except (pikepdf.PdfError, RuntimeError):
        return False
    row = -(-size.width * colours * depth // 8)
    spare = 8 * row - size.width * colours * depth
    if not spare:
        return not samples.strip(_ALL_WHITE)
    last = 0xFF << spare & 0xFF
    ends = samples[row - 1 :: row]
    return all(end & last == last for end in ends) and not any(
        samples[at : at + row - 1].strip(_ALL_WHITE) for at in range(0, len(samples), row)
    )


def _colours(picture: pikepdf.Stream) -> int:
    """How many numbers a sample has, where full is white; 0 for other spaces of colours."""
    spaces = listed(picture.get("/ColorSpace"))
    kind = name_of(spaces[0]) if spaces else ""
    if kind == "/ICCBased" and len(spaces) > 1:
        told = count(entry(spaces[1], "/N"))
        return told if told in _ADDITIVE else 0
    return _COLOURS.get(kind, 0)
