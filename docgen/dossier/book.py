"""The new PDF: numbered objects, and the bytes of the file they make."""

from __future__ import annotations

import hashlib
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ROW = struct.Struct(">BIH")
_BUNDLE = 200
"""Objects in one object stream: large enough to pack well, small enough to read one quickly."""
_PACKERS = 2
"""Packing lets Python go: this many object streams are packed at once."""


class _Pieces:
    """What is written of a file so far: of a dossier of scans, streams where they already stand."""

    def __init__(self) -> None:
        self.pieces: list[bytes | memoryview] = []
        self.length = 0

    def write(self, piece: bytes | memoryview) -> None:
        self.pieces.append(piece)
        self.length += len(piece)

    def hash(self) -> str:
        """The SHA-256 of all pieces."""
        told = hashlib.sha256()
        for piece in self.pieces:
            told.update(piece)
        return told.hexdigest()


class Book:
    """Objects of a PDF in the making, numbered from 1 in the order in which they were asked for.

    What copies of a book have in common is packed once.
    """

    def __init__(self) -> None:
        """Start without any object."""
        self._bodies: list[bytes] = []
        self._streams: dict[int, bytes | memoryview] = {}
        self._packed: dict[bytes, tuple[bytes, bytes]] = {}

    def copy(self) -> Book:
        """The same objects so far, in a book of its own."""
        copied = Book()
        copied._bodies = self._bodies.copy()
        copied._streams = self._streams.copy()
        copied._packed = self._packed
        return copied

    def reserve(self) -> int:
        """A new number, whose body comes later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def put(self, number: int, body: bytes, tail: bytes | memoryview = b"") -> None:
        """Give ``number`` its body, and its stream (with both keywords) if it has one."""
        self._bodies[number - 1] = body
        if tail:
            self._streams[number] = tail

    def add(self, body: bytes, tail: bytes | memoryview = b"") -> int:
        """The number of a new object."""
        number = self.reserve()
        self.put(number, body, tail)
        return number

    def add_stream(self, entries: bytes, data: bytes, *, pack: bool = True) -> int:
        """The number of a new stream with the dictionary ``entries``."""
        return self.add(*stream(entries, data, pack=pack))

    def file(self, root: int, info: int, *, packed: bool = True) -> bytes:
        """The whole PDF: same objects, same bytes.

        Args:
            root: Number of the catalog.
            info: Number of the document information.
            packed: Whether objects are packed together; a PDF that is soon read again is read
                more exactly without.
        """
        out = _Pieces()
        out.write(_HEADER)
        rows = self._write_streams(out)
        rows |= self._write_bundles(out) if packed else self._write_plain(out)
        _write_index(out, rows, b"/Root %d 0 R/Info %d 0 R" % (root, info))
        return b"".join(out.pieces)

    def _write_streams(self, out: _Pieces) -> dict[int, tuple[int, int, int]]:
        rows = {}
        for number, tail in self._streams.items():
            rows[number] = (1, out.length, 0)
            out.write(b"%d 0 obj\n%b\n" % (number, self._bodies[number - 1]))
            out.write(tail)
            out.write(b"\nendobj\n")
        return rows

    def _write_plain(self, out: _Pieces) -> dict[int, tuple[int, int, int]]:
        rows = {}
        for number, body in enumerate(self._bodies, 1):
            if number not in self._streams:
                rows[number] = (1, out.length, 0)
                out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return rows

    def _write_bundles(self, out: _Pieces) -> dict[int, tuple[int, int, int]]:
        plain = [n for n in range(1, len(self._bodies) + 1) if n not in self._streams]
        bundles = [plain[start : start + _BUNDLE] for start in range(0, len(plain), _BUNDLE)]
        packed = self._all_packed([self._bundled(numbers) for numbers in bundles])
        rows: dict[int, tuple[int, int, int]] = {}
        first = len(self._bodies) + 1
        for bundle, (numbers, (body, tail)) in enumerate(zip(bundles, packed, strict=True), first):
            rows |= {number: (2, bundle, place) for place, number in enumerate(numbers)}
            rows[bundle] = (1, out.length, 0)
            out.write(b"%d 0 obj\n%b\n%b\nendobj\n" % (bundle, body, tail))
        return rows

    def _bundled(self, numbers: list[int]) -> tuple[bytes, bytes]:
        """The entries of the object stream of ``numbers``, and what it holds, not yet packed."""
        bodies = [self._bodies[number - 1] for number in numbers]
        places, at = [], 0
        for number, body in zip(numbers, bodies, strict=True):
            places.append(b"%d %d" % (number, at))
            at += len(body) + 1
        index = b" ".join(places) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(index))
        return entries, index + b"\n".join(bodies)

    def _all_packed(self, bundles: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        """The streams of ``bundles``, packed beside each other; what was packed before is not."""
        marks = [hashlib.sha256(data).digest() for _, data in bundles]
        told = zip(marks, bundles, strict=True)
        fresh = {mark: bundle for mark, bundle in told if mark not in self._packed}
        with ThreadPoolExecutor(_PACKERS) as packers:
            streams = packers.map(lambda bundle: stream(*bundle), fresh.values())
            self._packed.update(zip(fresh, streams, strict=True))
        return [self._packed[mark] for mark in marks]


def stream(entries: bytes, data: bytes, *, pack: bool = True) -> tuple[bytes, bytes]:
    """Dictionary and tail of a stream; unpacked streams stay readable to any text search."""
    if pack:
        data = zlib.compress(data)
        entries += b"/Filter/FlateDecode"
    head = b"<<%b/Length %d>>" % (entries, len(data))
    return head, b"stream\n%b\nendstream" % data


def _write_index(out: _Pieces, rows: dict[int, tuple[int, int, int]], trailer: bytes) -> None:
    """The cross-reference stream; the file's identity is the hash of all that stands before it."""
    identity = out.hash()[:32].encode()
    start, own = out.length, len(rows) + 1
    rows = {**rows, own: (1, start, 0)}
    table = b"\0\0\0\0\0\xff\xff" + b"".join(
        [_ROW.pack(*rows[number]) for number in range(1, own + 1)]
    )
    entries = b"/Type/XRef/Size %d/W[1 4 2]%b/ID[<%b><%b>]" % (own + 1, trailer, identity, identity)
    head, tail = stream(entries, table)
    out.write(b"%d 0 obj\n%b\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, head, tail, start))
