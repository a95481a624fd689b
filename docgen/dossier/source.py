"""One PDF that came to be bound: opened with pypdf, its faults named, its objects as bytes."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import IndirectObject, PdfObject

from docgen.dossier.fence import fenced
from docgen.dossier.frame import Box, Frame
from docgen.errors import DocgenError, OutsideError, RecordError, Words
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

# pypdf remarks on the faults that it mends; what it cannot mend is told as an error.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

Key = tuple[int, int]
"""An object's number and generation in its own file."""

_END_ZONE = 4096
_OPENING = re.compile(rb"\s*(\d+)\s+(\d+)\s+obj\b")
_CLOSING = b"endobj"
_END_OF_STREAM = b"endstream"
_STREAM = re.compile(rb">>\s*(?P<word>stream)(?=\r?\n)")
_WHITE = b"\t\n\x0b\x0c\r "
_HINT_DAMAGED = Words(
    "In lại hoặc quét lại văn bản này rồi chạy lại.",
    "Print or scan this paper again, then run again.",
)
_HINT_LOCKED = Words(
    "Bỏ mật khẩu của tệp (mở, in ra PDF mới) rồi chạy lại.",
    "Take the password off (open it, print it to a new PDF), then run again.",
)


class Raw(Value):
    """One object as written: all up to its stream, and the stream with both keywords (or none).

    A stream is looked at where it stands in its file: of a dossier of scans memory holds one copy.
    """

    head: bytes
    tail: bytes | memoryview = b""


class Source:
    """A PDF opened for binding.

    Attributes:
        name: What a user calls this PDF, for messages.
    """

    def __init__(self, pdf: bytes, name: str) -> None:
        """Open ``pdf``.

        Raises:
            RecordError: It is locked by a password.
            OutsideError: It is no PDF, is cut short, has no pages or cannot be read.
        """
        self.name = name
        self._data = pdf
        self._check_ends()
        self.reader = self._opened()
        with self.reading():
            self.pages: list[PageObject] = list(self.reader.pages)
        if not self.pages:
            raise self._fault("tệp PDF không có trang nào", "the PDF has no pages")

    def _opened(self) -> PdfReader:
        with self.reading():
            try:
                reader = _opened(self._data)
            except DependencyError:  # a cipher for which pypdf would need another package
                reader = None
        if reader is None or reader.is_encrypted:
            raise RecordError.at(
                self.name,
                "tệp PDF bị khóa bằng mật khẩu",
                "the PDF is encrypted",
                hint=_HINT_LOCKED,
            )
        return reader

    def _fault(self, vi: str, en: str) -> DocgenError:
        return OutsideError.at(self.name, vi, en, hint=_HINT_DAMAGED)

    def _check_ends(self) -> None:
        if b"%PDF-" not in self._data[:1024]:
            raise self._fault("tệp không phải là PDF", "the file is not a PDF")
        if b"%%EOF" not in self._data[-_END_ZONE:]:
            raise self._fault(
                "tệp PDF bị cắt cụt (thiếu phần cuối)", "the PDF is cut short (its end is missing)"
            )

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Tell any fault met while reading as an error that names this PDF.

        Raises:
            OutsideError: The PDF is damaged.
        """
        with fenced(self._told):
            yield

    def _told(self, fault: BaseException) -> DocgenError:
        kind = type(fault).__name__
        return self._fault("tệp PDF bị hỏng, không đọc được", f"the PDF is damaged ({kind})")

    @property
    def catalog(self) -> dict[str, Any]:
        """The document catalog, values as written (references not followed)."""
        return self.reader.root_object

    @cached_property
    def frames(self) -> list[Frame]:
        """The visible part of each page."""
        with self.reading():
            return [_frame(page) for page in self.pages]

    @cached_property
    def _places(self) -> dict[Key, tuple[int, int]]:
        """Where each object begins that stands in the file by itself, and where the next does."""
        reader = self.reader
        offsets = sorted({at for table in reader.xref.values() for at in table.values()})
        last = self._data.rfind(b"startxref")
        table = self._data.rfind(b"xref", 0, last)
        ends = dict(zip(offsets, [*offsets[1:], max(table, 0) or len(self._data)], strict=True))
        return {
            (number, generation): (start, ends[start])
            for generation, starts in reader.xref.items()
            for number, start in starts.items()
            if not (generation == 0 and number in reader.xref_objStm)
            and not reader.xref_free_entry.get(generation, {}).get(number)
        }

    def raw(self, key: Key) -> Raw:
        """The object ``key`` as bytes; ``null`` where there is none."""
        return self._as_written(key) or self.as_parsed(key)

    def _as_written(self, key: Key) -> Raw | None:
        """The very bytes of ``key``, or nothing where pypdf has to be asked instead."""
        start, end = self._places.get(key, (0, 0))
        usual = b"%d %d obj" % key
        if self._data.startswith(usual, start, end):
            return _ended(self._data, start + len(usual), end)
        found = _OPENING.match(self._data, start, end)
        if found is None or (int(found[1]), int(found[2])) != key:
            return None
        return _ended(self._data, found.end(), end)

    def as_parsed(self, key: Key) -> Raw:
        """The object ``key`` as pypdf reads it and writes it anew."""
        thing = self.reader.get_object(IndirectObject(*key, self.reader))
        return Raw(b"null") if thing is None else _anew(thing)

    def let_go(self) -> None:
        """Forget what was read so far, which is read again when it is asked for."""
        self.reader.resolved_objects.clear()

    def close(self) -> None:
        """Let go of the file, and of what pypdf made of it, all of which knows the reader."""
        self._data = b""
        if vars(self.reader):
            self.reader.stream.close()
            self.reader.close()
            vars(self.reader).clear()

    def __del__(self) -> None:
        """Close what nobody holds any more: in circles, pypdf's things would stay for long."""
        if "reader" in vars(self):
            self.close()


class _Reading(BytesIO):
    """Bytes to read: whoever asks for their buffer, as pypdf for their count, would copy them."""

    getbuffer = property()  # there is none


def _opened(pdf: bytes) -> PdfReader:
    """``pdf`` opened: at once where its index is in order, mended where it is not."""
    try:
        reader = PdfReader(_Reading(pdf), strict=True)
    except PyPdfError:
        return PdfReader(_Reading(pdf))
    reader.strict = False
    return reader


def _ended(data: bytes, start: int, end: int) -> Raw | None:
    """The object between ``start`` and ``end`` of a file; nothing where its last word is missing.

    A stream is not copied: it stays where it stands.
    """
    if data.rfind(_END_OF_STREAM, start, end) < 0:
        text = data[start:end].rstrip(_WHITE)
        closed = text.endswith(_CLOSING)
        return Raw(text[: -len(_CLOSING)].strip(_WHITE)) if closed else None
    last = data.rfind(_CLOSING, start, end)
    if last < 0 or data[last + len(_CLOSING) : end].strip(_WHITE):
        return None
    return _split(data, start, last)


def _split(data: bytes, start: int, end: int) -> Raw:
    """The object that fills ``data`` from ``start`` to ``end``, but for white space."""
    close = data.rfind(_END_OF_STREAM, start, end)
    streamed = close >= 0 and not data[close + len(_END_OF_STREAM) : end].strip(_WHITE)
    found = _STREAM.search(data, start, end) if streamed else None
    if found is None:
        return Raw(data[start:end].strip(_WHITE))
    close += len(_END_OF_STREAM)
    return Raw(
        data[start : found.start() + 2].lstrip(_WHITE),
        memoryview(data)[found.start("word") : close],
    )


def _anew(thing: PdfObject) -> Raw:
    data = written(thing)
    return _split(data, 0, len(data))


def _frame(page: PageObject) -> Frame:
    media, crop = _box(page.mediabox), _box(page.cropbox)
    turn = int(page.get("/Rotate") or 0) % 360
    return Frame(crop.within(media), turn, float(page.get("/UserUnit", 1)) or 1.0)


def _box(corners: Sequence[float]) -> Box:
    """The box between two opposite corners, whichever of them is named first."""
    x1, y1, x2, y2 = (float(number) for number in corners)
    return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def written(thing: PdfObject) -> bytes:
    """``thing`` as it is written into a file; references keep their own numbers."""
    out = BytesIO()
    thing.write_to_stream(out)
    return out.getvalue()


def follow(thing: Any) -> Any:  # noqa: ANN401 - PDF values have any type
    """What ``thing`` refers to, or ``thing`` itself."""
    return thing.get_object() if isinstance(thing, IndirectObject) else thing


def key_of(thing: object) -> Key | None:
    """The number and generation of the reference ``thing``; nothing where it is no reference."""
    return (thing.idnum, thing.generation) if isinstance(thing, IndirectObject) else None
