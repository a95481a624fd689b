"""Scanned pictures (JPEG, PNG, TIFF) become PDF pages in A4; not a pixel changes."""

from __future__ import annotations

import warnings
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from docgen.dossier.book import Book
from docgen.dossier.fence import fenced
from docgen.dossier.frame import Matrix
from docgen.dossier.sheets import digits
from docgen.errors import DocgenError, RecordError, Words
from docgen.scans.jpeg import START, picture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

_PNG = b"\x89PNG\r\n\x1a\n"
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_SHORT, _LONG = 595.276, 841.89
"""A4 in points."""
MOST_PIXELS = 90_000_000
"""Of one picture: A3 at 600 dpi has 70 million."""
_ORIENTATION, _KIND, _REDUCED = 274, 254, 1
"""The Exif and TIFF tags that matter, and the kind that is a thumbnail."""
# Where the lower left unit square of a picture goes so that it is shown upright, by Exif value.
_TURNS = {
    2: Matrix(-1, 0, 0, 1, 1, 0),
    3: Matrix(-1, 0, 0, -1, 1, 1),
    4: Matrix(1, 0, 0, -1, 0, 1),
    5: Matrix(0, -1, -1, 0, 1, 1),
    6: Matrix(0, -1, 1, 0, 0, 1),
    7: Matrix(0, 1, 1, 0, 0, 0),
    8: Matrix(0, 1, -1, 0, 1, 0),
}
_UPRIGHT = Matrix(1, 0, 0, 1, 0, 0)
_COLOURS = {"1": (1, b"Gray"), "L": (1, b"Gray"), "RGB": (3, b"RGB"), "CMYK": (4, b"CMYK")}
_DEEP = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_MOST_IN_ALL = 2_000_000_000
"""Bytes of all pixels of one file."""
_MOST_SCANS = 200
"""Passes over the pixels of one JPEG, each of which costs as much as the first."""
_SQUARE, _LONGEST = 0.02, 4.0
"""How far pixels may be from square to be taken for square, and how long they may be."""
_HINT_AGAIN = Words(
    "Quét hoặc chụp lại trang này, hay mở tệp rồi lưu lại dạng PDF, JPG hoặc PNG.",
    "Scan the page again, or open the file and save it anew as PDF, JPG or PNG.",
)
_HINT_SMALLER = Words(
    "Quét lại ở 300 dpi, khổ A4, rồi thay tệp.", "Scan it again in A4 at 300 dpi."
)
_HINT_STILL = Words(
    "Chụp hoặc quét lại, hay mở ảnh rồi lưu lại dạng JPG hoặc PNG thường.",
    "Take or scan it again, or save it anew as a plain JPG or PNG.",
)
HINT_FEWER = Words(
    "Chỉ để lại các trang của chính văn bản này; tài liệu dày thì lưu riêng.",
    "Leave only the pages of this very paper; keep bulky material elsewhere.",
)


class _Shot(NamedTuple):
    """One picture ready for a PDF: its size in pixels, how it is turned, and its stream.

    ``stretch`` is how many times a pixel is higher than wide, as fax machines have them.
    """

    width: int
    height: int
    turn: Matrix
    entries: bytes
    data: bytes
    stretch: float = 1.0


def is_picture(data: bytes) -> bool:
    """Whether ``data`` begins as a JPEG, PNG or TIFF file does."""
    return data.startswith((START + b"\xff", _PNG, *_TIFF))


def to_pdf(data: bytes, name: str, most: int) -> bytes:
    """A PDF with an A4 page for each picture, upright or across, whole and in the middle.

    JPEG data are kept as they are, without what the camera wrote beside them; the pixels of
    other pictures are packed anew. What Exif says about turning is done.

    Args:
        data: A JPEG, PNG or TIFF file.
        name: What a user calls it, for messages.
        most: How many pages there may be.

    Raises:
        RecordError: The picture is damaged, too large, or there are too many.
    """
    book = Book()
    pages = book.reserve()
    kids = [_add_page(book, pages, shot) for shot in _shots(data, name, most)]
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    book.put(pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(kids), listed))
    return book.file(book.add(b"<</Type/Catalog/Pages %d 0 R>>" % pages), book.add(b"<<>>"))


def _add_page(book: Book, parent: int, shot: _Shot) -> int:
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d%b"
    picture = book.add_stream(
        entries % (shot.width, shot.height, shot.entries), shot.data, pack=False
    )
    width, height = _shown(shot)
    page = (_LONG, _SHORT) if width > height else (_SHORT, _LONG)
    scale = min(page[0] / width, page[1] / height)
    drawn = _spread(shot.turn, width * scale, height * scale, page)
    contents = book.add_stream(b"", b"q %b cm/Scan Do Q" % digits(*drawn), pack=False)
    body = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %b]/Resources<</XObject<</Scan %d 0 R>>>>"
    body %= (parent, digits(*page), picture)
    return book.add(b"%b/Contents %d 0 R>>" % (body, contents))


def _shown(shot: _Shot) -> tuple[float, float]:
    """Width and height as shown."""
    width, height = shot.width, shot.height * shot.stretch
    return (height, width) if shot.turn.a == 0 else (width, height)


def _spread(turn: Matrix, width: float, height: float, page: tuple[float, float]) -> Matrix:
    """``turn`` of a unit square, drawn ``width`` by ``height`` in the middle of ``page``."""
    a, b, c, d, e, f = turn
    spread = Matrix(a * width, b * height, c * width, d * height, e * width, f * height)
    dx, dy = (page[0] - width) / 2, (page[1] - height) / 2
    return spread._replace(e=spread.e + dx, f=spread.f + dy)


def _shots(data: bytes, name: str, most: int) -> list[_Shot]:
    """All pictures of the file; Pillow is only loaded for one."""
    from PIL import Image  # noqa: PLC0415 - few packages have pictures

    with fenced(lambda fault: _told(fault, name)), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of sizes, which are weighed here, and of mendings
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "TIFF")) as image:
            if data.startswith(START):
                return [_kept(image, data, name)]
            return [_packed(frame) for frame in _frames(image, name, most)]


def _told(fault: BaseException, name: str) -> DocgenError:
    """Our error for whatever Pillow throws."""
    kind = type(fault).__name__
    if kind == "DecompressionBombError" or isinstance(fault, MemoryError):
        return _too_large(name)
    return RecordError.at(
        name,
        "tệp ảnh bị hỏng hoặc bị cắt cụt, không đọc được",
        f"the picture is damaged or cut short ({kind})",
        hint=_HINT_AGAIN,
    )


def _frames(image: Image, name: str, most: int) -> Iterator[Image]:
    """The pictures of a file in turn, thumbnails left out."""
    if image.format != "TIFF" and getattr(image, "is_animated", False):
        words = "đây là ảnh động, không phải bản quét", "this is an animated picture, no scan"
        raise RecordError.at(name, *words, hint=_HINT_STILL)
    count, left = 0, _MOST_IN_ALL
    for place in range(1 if image.format != "TIFF" else 4 * most):
        try:
            image.seek(place)
        except EOFError:
            return
        _weigh(image, name)
        tags = getattr(image, "tag_v2", {})
        if place and tags.get(_KIND, 0) & _REDUCED:
            continue
        count, left = count + 1, left - _bytes_of(image)
        if count > most:
            raise too_many(name, most)
        if left < 0:
            raise _too_large(name)
        yield image


def _bytes_of(image: Image) -> int:
    """How much of the memory the pixels of ``image`` take."""
    return image.width * image.height * len(image.getbands())


def _weigh(image: Image, name: str) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(name)


def _kept(image: Image, data: bytes, name: str) -> _Shot:
    """A JPEG as it is; drawn small once, to see that all of it is there."""
    _weigh(image, name)
    if data.count(b"\xff\xda") > _MOST_SCANS:
        raise _too_large(name)
    width, height = image.size
    turn = _TURNS.get(_orientation(image), _UPRIGHT)
    inverted = (
        b"/Decode[1 0 1 0 1 0 1 0]" if image.mode == "CMYK" and "adobe" in image.info else b""
    )
    colour = _COLOURS[image.mode][1]
    picture = picture_of(data)
    image.draft(None, (width // 8, height // 8))
    image.load()
    entries = b"/ColorSpace/Device%b/BitsPerComponent 8%b/Filter/DCTDecode" % (colour, inverted)
    return _Shot(width, height, turn, entries, picture)


def _orientation(image: Image) -> int:
    """What Exif says about turning; what cannot be read says nothing."""
    with suppress(Exception):
        return int(image.getexif().get(_ORIENTATION, 1))
    return 1


def _stretch(image: Image) -> float:
    """How many times a pixel of a TIFF, once turned, is higher than wide."""
    across, down = (float(number) for number in image.info.get("dpi", (1, 1)))
    if image.format != "TIFF" or min(across, down) <= 0:
        return 1.0
    found = across / down
    if abs(found - 1) < _SQUARE or not 1 / _LONGEST <= found <= _LONGEST:
        return 1.0
    turn = _TURNS.get(_orientation(image), _UPRIGHT)
    return 1 / found if turn.a == 0 else found


def _packed(image: Image) -> _Shot:
    """The pixels of a picture without loss, packed as PNG and PDF both do."""
    from PIL.ImageOps import exif_transpose  # noqa: PLC0415

    stretch = _stretch(image)  # before Pillow turns what it loads
    image.load()
    flat = _flat(exif_transpose(image))
    out = BytesIO()
    flat.save(out, "PNG")
    count, colour = _COLOURS[flat.mode]
    bits = 1 if flat.mode == "1" else 8
    entries = (
        b"/ColorSpace/Device%b/BitsPerComponent %d/Filter/FlateDecode"
        b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
    )
    entries %= (colour, bits, count, bits, flat.width)
    return _Shot(flat.width, flat.height, _UPRIGHT, entries, _pixels(out.getvalue()), stretch)


def _flat(image: Image) -> Image:
    """``image`` in black and white, grey, or red, green and blue; on white where seen through."""
    from PIL import Image as Images  # noqa: PLC0415

    if image.mode in ("1", "L", "RGB") and "transparency" not in image.info:
        return image
    if image.mode == "F":
        return _from_fractions(image)
    if image.mode in _DEEP:
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in image.info or image.mode.endswith(("A", "a")):
        ground = Images.new("RGBA", image.size, "white")
        return Images.alpha_composite(ground, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def _from_fractions(image: Image) -> Image:
    """Grey told in fractions: of one, of 255 or of 65535, as the lightest pixel has it."""
    lightest = float(str(image.getextrema()[1]))
    whole = next((white for white in (1, 255) if lightest <= white), 65535)
    return image.point(lambda value: value * (255 / whole)).convert("L")


def _pixels(png: bytes) -> bytes:
    """The packed pixels of a PNG file: all its IDAT chunks, one after another."""
    found, at = b"", len(_PNG)
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            found += png[at + 8 : at + 8 + length]
        at += length + 12
    return found


def _too_large(name: str) -> DocgenError:
    millions = MOST_PIXELS // 1_000_000
    return RecordError.at(
        name,
        f"ảnh quá lớn (hơn {millions} triệu điểm ảnh)",
        f"the picture is too large (over {millions} million pixels)",
        hint=_HINT_SMALLER,
    )


def too_many(name: str, most: int) -> DocgenError:
    """The error of a file with more than ``most`` pages."""
    return RecordError.at(
        name, f"tệp có hơn {most} trang", f"the file has more than {most} pages", hint=HINT_FEWER
    )
