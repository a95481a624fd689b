"""Packed streams of a PDF from outside: weighed, unpacked, and mended where viewers do so."""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
from pikepdf import Name, StreamDecodeLevel, settings

from docgen.scans.outside import flate, lzw, pixels
from docgen.scans.outside.opening import MOST_UNPACKED, is_swollen
from docgen.scans.outside.pixels import Pixels
from docgen.scans.outside.values import count, entry, listed, name_of
from docgen.scans.pictures import MOST_PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = {
    "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
    "/Fl": "/FlateDecode",
    "/LZW": "/LZWDecode",
    "/RL": "/RunLengthDecode",
}
_JPEG = "/DCTDecode"
_CODECS = frozenset({_JPEG, "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"})
_PLAIN = frozenset(_SHORT.values()) - _CODECS
_JP2_END = b"\xff\xd9"
_MOST_FILTERS = 6
_ROW = 4096
"""Bytes by which a picture may be longer than it has to be."""
_MOST_ROW = 50_000_000
"""Bytes of one row of a picture, by which predictors go."""


class SwollenError(Exception):
    """The stream becomes larger than it may."""


class DamagedError(Exception):
    """The stream cannot be unpacked, or not all of it."""


class Packing(NamedTuple):
    """How a stream is packed: its filters in full, and the picture codec at their end, if any."""

    filters: tuple[str, ...]
    codec: str = ""


def packing_of(stream: pikepdf.Stream) -> Packing:
    """How ``stream`` is packed.

    Raises:
        DamagedError: By nothing that a PDF may use, or by a picture codec before other filters.
    """
    names = [name_of(name) for name in listed(stream.get("/Filter"))]
    filters = tuple(_SHORT.get(name, name) for name in names if name != "/Crypt")
    if len(filters) > _MOST_FILTERS:
        raise SwollenError
    codec = filters[-1] if filters and filters[-1] in _CODECS else ""
    if not _PLAIN.issuperset(filters[: len(filters) - bool(codec)]):
        raise DamagedError
    return Packing(filters, codec)


def is_picture(stream: pikepdf.Stream) -> bool:
    """Whether ``stream`` is drawn as a picture, by its name or by how it is packed."""
    names = {_SHORT.get(name, name) for name in map(name_of, listed(stream.get("/Filter")))}
    return name_of(stream.get("/Subtype")) == "/Image" or bool(names & _CODECS)


def size_of(stream: pikepdf.Stream) -> Pixels:
    """How large the picture is, by its dictionary or by itself, whichever is larger."""
    told = Pixels(count(stream.get("/Width")), count(stream.get("/Height")))
    sizes = [told, *_own_sizes(stream)]
    return max(sizes, key=lambda size: size.area)


def _own_sizes(stream: pikepdf.Stream) -> Iterator[Pixels]:
    packing = packing_of(stream)
    if packing.codec == "/CCITTFaxDecode":
        for parameters in listed(stream.get("/DecodeParms")):
            width = count(entry(parameters, "/Columns"), 1728)
            yield Pixels(width, max(count(entry(parameters, "/Rows")), 1))
        return
    own = {"/DCTDecode": pixels.of_jpeg, "/JPXDecode": pixels.of_jpeg2000}
    if packing.codec in own or packing.codec == "/JBIG2Decode":
        data = _coded(stream, packing)
        yield own.get(packing.codec, pixels.of_jbig2)(data)


def _coded(stream: pikepdf.Stream, packing: Packing) -> bytes:
    """The data of a picture in the hands of its codec, other filters undone."""
    data = stream.read_raw_bytes()
    if len(packing.filters) == 1:
        return data
    with pikepdf.new() as apart:
        inner = apart.make_stream(b"")
        inner.write(data, filter=pikepdf.Array([Name(name) for name in packing.filters[:-1]]))
        return unpacked(inner, MOST_UNPACKED).data


class Unpacked(NamedTuple):
    """What a stream becomes, and whether its packing had to be mended."""

    data: bytes
    is_mended: bool


def weighed(stream: pikepdf.Stream, most: int, enough: int) -> tuple[int, bool]:
    """How many bytes the pixels of a picture become that no codec has packed.

    Args:
        stream: The picture.
        most: How many bytes it may become.
        enough: So many bytes are all there is, even if their packing does not end.

    Returns:
        The bytes, before predictors are undone, and whether the packing had to be mended.

    Raises:
        SwollenError: It becomes more.
        DamagedError: It cannot be unpacked, or not all of it.
    """
    packing = packing_of(stream)
    if packing.filters != ("/FlateDecode",):
        found = unpacked(stream, most, enough)
        return len(found.data), found.is_mended
    _weigh(stream, packing, most)
    return _prove_flate(stream, packing, most, enough)


def _prove_flate(
    stream: pikepdf.Stream, packing: Packing, most: int, enough: int | None
) -> tuple[int, bool]:
    """How many bytes the first filter of ``stream`` gives, and whether it had to be mended."""
    found = flate.look(stream.read_raw_bytes(), most)
    if found.length > most:
        raise SwollenError
    if found.is_whole:
        return found.length, False
    return _mend_flate(stream, packing, most, enough), True


def unpacked(stream: pikepdf.Stream, most: int, enough: int | None = None) -> Unpacked:
    """The data of a stream that is no picture of a codec.

    Args:
        stream: The stream.
        most: How many bytes it may become.
        enough: So many bytes are all there is, even if their packing does not end.

    Raises:
        SwollenError: It becomes more.
        DamagedError: It cannot be unpacked, or not all of it.
    """
    packing = packing_of(stream)
    if packing.codec:
        raise DamagedError
    _weigh(stream, packing, most)
    is_mended = False
    if "/FlateDecode" in packing.filters[:1]:
        is_mended = _prove_flate(stream, packing, most, enough)[1]
    settings.set_qpdf_limits(flate_max_memory=most, run_length_max_memory=most)
    try:
        data = stream.read_bytes(StreamDecodeLevel.specialized)
    except (pikepdf.PdfError, RuntimeError) as fault:
        raise SwollenError if is_swollen(fault) else DamagedError from fault
    finally:
        settings.set_qpdf_limits(
            flate_max_memory=MOST_UNPACKED, run_length_max_memory=MOST_UNPACKED
        )
    if len(data) > most:
        raise SwollenError
    return Unpacked(data, is_mended)


def _weigh(stream: pikepdf.Stream, packing: Packing, most: int) -> None:
    """See, before anything is unpacked, that it does not swell."""
    for parameters in listed(stream.get("/DecodeParms")):
        row = count(entry(parameters, "/Columns"), 1) * count(entry(parameters, "/Colors"), 1)
        if not 0 <= row * max(count(entry(parameters, "/BitsPerComponent"), 8), 1) <= _MOST_ROW:
            raise SwollenError
    if "/LZWDecode" not in packing.filters:
        return
    if packing.filters[0] != "/LZWDecode" and packing.filters != ("/ASCII85Decode", "/LZWDecode"):
        raise DamagedError
    data = stream.read_raw_bytes()
    parameters = listed(stream.get("/DecodeParms"))
    early = count(entry(parameters[-1], "/EarlyChange"), 1) if parameters else 1
    if lzw.most_of(_without_ascii(data, packing), most, early) > most:
        raise SwollenError


def _without_ascii(data: bytes, packing: Packing) -> bytes:
    if packing.filters[0] != "/ASCII85Decode":
        return data
    try:
        return base64.a85decode(data.partition(b"~")[0])
    except ValueError as fault:
        raise DamagedError from fault


def _mend_flate(stream: pikepdf.Stream, packing: Packing, most: int, enough: int | None) -> int:
    """Pack data anew of which only the end is wrong; the number of bytes that they become.

    Raises:
        DamagedError: More than their end is wrong.
    """
    found = flate.without_checksum(stream.read_raw_bytes(), most)
    if found is None or len(packing.filters) > 1:
        raise DamagedError
    data, is_all = found
    if not is_all and (enough is None or not enough <= len(data) <= 1.1 * enough + _ROW):
        raise DamagedError
    parameters = entry(stream, "/DecodeParms")
    stream.write(zlib.compress(data), filter=Name.FlateDecode, decode_parms=parameters)
    return len(data)


def prove_jpeg(stream: pikepdf.Stream) -> bool:
    """See that the pixels of a JPEG are all there; where not, keep those that viewers show.

    Returns:
        Whether nothing was wrong.

    Raises:
        SwollenError: It is too large.
        DamagedError: No pixels are there.
    """
    try:
        stream.read_bytes(StreamDecodeLevel.all)
    except (pikepdf.PdfError, RuntimeError) as fault:
        if is_swollen(fault):
            raise SwollenError from fault
        _keep_pixels(stream)
        return False
    return True


def _keep_pixels(stream: pikepdf.Stream) -> None:
    size = pixels.of_jpeg(_coded(stream, packing_of(stream)))
    settings.set_qpdf_limits(dct_throw_on_corrupt_data=False)
    try:
        data = stream.read_bytes(StreamDecodeLevel.all)
    except (pikepdf.PdfError, RuntimeError) as fault:
        raise DamagedError from fault
    finally:
        settings.set_qpdf_limits(dct_throw_on_corrupt_data=True)
    if not data or len(data) != size.area * size.colours:
        raise DamagedError
    stream.write(data)
    stream.Width, stream.Height = size.width, size.height
    stream.BitsPerComponent = 8


def prove_coded(stream: pikepdf.Stream) -> bool:
    """See that a picture in another codec than JPEG has something to show.

    Returns:
        Whether all of it is there, as far as can be told without unpacking it.

    Raises:
        DamagedError: Nothing of it can be shown.
    """
    packing = packing_of(stream)
    data = _coded(stream, packing)
    if packing.codec == "/CCITTFaxDecode":
        if not data:
            raise DamagedError
        return 8 * len(data) >= count(stream.get("/Height"))  # no row takes less than one bit
    sizes = {"/JPXDecode": pixels.of_jpeg2000, "/JBIG2Decode": pixels.of_jbig2}
    if not sizes[packing.codec](data).width:
        raise DamagedError
    return packing.codec != "/JPXDecode" or _JP2_END in data[-_ROW:]


def is_huge(size: Pixels) -> bool:
    """Whether a picture has more pixels than it may."""
    return size.area > MOST_PIXELS or max(size.width, size.height) > MOST_PIXELS
