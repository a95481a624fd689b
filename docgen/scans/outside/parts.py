"""What pages are made of: every object that they refer to is proved and cleaned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Dictionary, Name

from docgen.scans.outside.fonts import absent_font
from docgen.scans.outside.hiding import without_hidden
from docgen.scans.outside.unpacking import (
    DamagedError,
    SwollenError,
    is_huge,
    is_picture,
    packing_of,
    prove_coded,
    prove_jpeg,
    size_of,
    unpacked,
    weighed,
)
from docgen.scans.outside.values import (
    array,
    count,
    dictionary,
    drop,
    entry,
    items,
    key_of,
    listed,
    name_of,
    plain_keys,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.scans.outside.layers import Layers
    from docgen.scans.outside.pixels import Pixels
    from docgen.scans.outside.values import Key

MOST_DRAWN = 32_000_000
"""Bytes of one drawing, unpacked."""
_MOST_PIXELS = 3_000_000_000
"""Of all pictures, each as many times as it has colours."""
_MOST_STEPS = 200_000
"""Dictionaries, arrays and streams looked at, large ones as several."""
_LARGE = 4
"""Entries that cost as much as one small dictionary."""
# What no viewer draws: files, private data of programs, other versions, tags, layers.
_LEFT_OUT = (
    *("/AF", "/Alternates", "/F", "/FDecodeParms", "/FFilter", "/LastModified", "/Metadata"),
    *("/OC", "/OPI", "/PieceInfo", "/Ref", "/StructParent", "/StructParents"),
)
_NO_PARTS = frozenset(
    f"/{kind}"
    for kind in (
        *("Action", "Annot", "Catalog", "EmbeddedFile", "Filespec", "Page", "Pages", "Sig"),
        *("StructElem", "StructTreeRoot"),
    )
)


_HOLDERS = (pikepdf.Array, Dictionary, pikepdf.Stream)


@dataclass(slots=True)
class Parts:
    """The objects that pages refer to.

    Attributes:
        pdf: The PDF.
        layers: Which parts viewers hide.
        left: How many more bytes drawings may become, in all.
        spotted: Whether a picture of the page at hand lacks something.
        lacks: Whether the page at hand refers to what is no part of any page.
        is_mended: Whether the packing of anything had to be mended.
        has_cut: Whether anything hidden was left out.
        fonts: Fonts that are not inside the PDF.
    """

    pdf: pikepdf.Pdf
    layers: Layers
    left: int
    spotted: bool = False
    lacks: bool = False
    is_mended: bool = False
    has_cut: bool = False
    fonts: dict[str, None] = field(default_factory=dict)
    _seen: set[Key] = field(default_factory=set)
    _pixels: int = _MOST_PIXELS
    _steps: int = _MOST_STEPS

    def prove(self, thing: Any) -> None:  # noqa: ANN401 - a PDF value
        """See that ``thing`` and all that it refers to can be unpacked; clean it.

        Raises:
            DamagedError: Something cannot be.
            SwollenError: Something is too large.
            TangledError: Hidden layers cannot be cut out.
        """
        waiting = [thing]
        while waiting:
            value = waiting.pop()
            key = key_of(value)
            if key in self._seen or not isinstance(value, _HOLDERS):
                continue
            if key is not None:
                self._seen.add(key)
            is_array = isinstance(value, pikepdf.Array)
            self._steps -= 1 + len(value if is_array else value.keys()) // _LARGE
            if self._steps < 0:
                raise SwollenError
            if isinstance(value, pikepdf.Stream):
                self._prove_stream(value)
            waiting += self._within(value)

    def _within(self, thing: Any) -> Iterator[Any]:  # noqa: ANN401 - a PDF value
        """What stands in ``thing``, after it has been cleaned."""
        if isinstance(thing, pikepdf.Array):
            yield from list(thing)
        else:
            if isinstance(thing, Dictionary):
                self._clean(thing)
            for key, value in items(thing):
                if not isinstance(value, _HOLDERS):
                    continue
                if isinstance(value, Dictionary) and name_of(value.get("/Type")) in _NO_PARTS:
                    drop(thing, key)
                    self.lacks = True
                else:
                    yield value

    def _clean(self, thing: Dictionary) -> None:
        marks = thing.get("/Properties")
        if isinstance(marks, Dictionary):
            thing.Properties = Dictionary(
                {key: self._mark(marks.get(key)) for key in plain_keys(marks)}
            )
        words = thing.get("/ToUnicode")
        if isinstance(words, pikepdf.Stream):
            try:
                self.unpacked(words)
            except DamagedError:  # it only tells a search what the letters are
                drop(thing, "/ToUnicode")
        if name_of(thing.get("/Type")) == "/Font" and absent_font(thing):
            self.fonts[absent_font(thing)] = None

    @staticmethod
    def _mark(marks: object) -> Dictionary:
        """A property list without what it refers to; of a layer, nothing."""
        plain = dictionary(marks)
        kept = {key: plain.get(key) for key in plain_keys(plain)}
        if name_of(plain.get("/Type")) in {"/OCG", "/OCMD"}:
            return Dictionary()
        simple = int | str | pikepdf.String | pikepdf.Name
        return Dictionary({key: value for key, value in kept.items() if isinstance(value, simple)})

    def _prove_stream(self, stream: pikepdf.Stream) -> None:
        if not self.layers.shows(stream.get("/OC")):
            _empty(stream)
            self.has_cut = True
            return
        for key in _LEFT_OUT:
            if key in stream:
                drop(stream, key)
        if is_picture(stream):
            self._prove_picture(stream)
            return
        data = self.unpacked(stream)
        kept = self.shown(data, stream.get("/Resources"))
        if kept is not data:
            stream.write(kept)

    def unpacked(self, stream: pikepdf.Stream) -> bytes:
        """The data of a stream that is no picture; raises as :meth:`prove`."""
        found = unpacked(stream, max(min(MOST_DRAWN, self.left), 1))
        self.left -= len(found.data)
        self.is_mended = self.is_mended or found.is_mended
        return found.data

    def shown(self, drawing: bytes, resources: object) -> bytes:
        """``drawing`` without what stands in hidden layers; raises as :meth:`prove`."""
        marks = dictionary(dictionary(resources).get("/Properties"))
        if all(self.layers.shows(value) for _, value in items(marks)):
            return drawing
        self.has_cut = True
        return without_hidden(
            self.pdf, drawing, lambda name: not self.layers.shows(marks.get(name))
        )

    def _prove_picture(self, stream: pikepdf.Stream) -> None:
        size = size_of(stream)
        self._pixels -= size.area * max(size.colours, 1)
        if is_huge(size) or self._pixels < 0:
            raise SwollenError
        codec = packing_of(stream).codec
        if not codec:
            wanted = _bytes_of(stream, size)
            length, is_mended = weighed(stream, 4 * wanted + MOST_DRAWN, wanted)
            self.spotted = self.spotted or length < wanted
            self.is_mended = self.is_mended or is_mended
        else:
            prove = prove_jpeg if codec == "/DCTDecode" else prove_coded
            self.spotted = not prove(stream) or self.spotted


def _bytes_of(stream: pikepdf.Stream, size: Pixels) -> int:
    """How many bytes a picture needs at least, unpacked."""
    is_mask = entry(stream, "/ImageMask") is True
    bits = 1 if is_mask else count(stream.get("/BitsPerComponent"), 1)
    spaces = [name_of(space) for space in listed(stream.get("/ColorSpace"))[:1]]
    colours = {"/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4}.get(
        spaces[0] if spaces else "", 1
    )
    return (size.width * colours * min(max(bits, 1), 16) + 7) // 8 * size.height


def _empty(stream: pikepdf.Stream) -> None:
    """Let ``stream`` draw nothing, wherever it is drawn."""
    stream.write(b"")
    for key in plain_keys(stream):
        if key != "/Length":
            drop(stream, key)
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = array((0, 0, 0, 0))
