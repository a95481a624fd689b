"""Objects of one PDF carried into a book: renumbered, the same stream never twice."""

from __future__ import annotations

import hashlib
import re
from functools import partial
from typing import TYPE_CHECKING

from docgen.dossier.references import STRING, are_doubtful, parted, tokens
from docgen.dossier.source import Key, Raw, key_of, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf.generic import PdfObject

    from docgen.dossier.book import Book
    from docgen.dossier.source import Source


class Carrier:
    """Carries objects of one source into a book.

    Attributes:
        source: Where the objects come from.
        prefix: ASCII put before the ids of its structure elements, so that they stay unique.
        tags: Added to its keys of the parent tree; nothing where its tags are not carried.
        roles: Its role names that mean something else in another source, and their new names.
    """

    def __init__(
        self, source: Source, book: Book, streams: dict[bytes, int], prefix: bytes = b""
    ) -> None:
        """Prepare to carry objects from ``source``.

        Args:
            source: Where objects come from.
            book: Where they go.
            streams: Numbers of streams already in ``book`` by hash; shared between carriers.
            prefix: Put before ids of structure elements.
        """
        self.source = source
        self.prefix = prefix
        self.tags: int | None = None
        self.roles: dict[bytes, bytes] = {}
        self._book = book
        self._streams = streams
        self._numbers: dict[Key, int] = {}
        self._spelled: dict[bytes, bytes] = {}
        self._waiting: list[tuple[int, Callable[[], bytes], bytes | memoryview]] = []

    def stand_in(self, key: Key, number: int) -> None:
        """Let references to ``key`` lead to the new object ``number``; before any is carried."""
        self._numbers[key] = number

    def number(self, key: Key) -> int:
        """The new number of ``key``; the object is carried by the next :meth:`finish`."""
        known = self._numbers.get(key)
        if known is None:
            known = self._numbers[key] = self._take(key)
        return known

    def _take(self, key: Key) -> int:
        raw = self.source.raw(key)
        written_anew = self._as_in_book(raw.head)
        if written_anew is None:
            raw = self.source.as_parsed(key)
            written_anew = partial(self._renumbered, raw.head)
        if raw.tail and b" R" not in raw.head:
            return self._take_stream(written_anew(), raw)
        number = self._book.reserve()
        self._waiting.append((number, written_anew, raw.tail))
        return number

    def _take_stream(self, head: bytes, raw: Raw) -> int:
        told = hashlib.sha256(head)
        told.update(raw.tail)
        mark = told.digest()
        if mark not in self._streams:
            self._streams[mark] = self._book.add(head, raw.tail)
        return self._streams[mark]

    def finish(self) -> None:
        """Carry all that was asked for, and all that it refers to."""
        while self._waiting:
            number, written_anew, tail = self._waiting.pop()
            self._book.put(number, written_anew(), tail)

    def text(self, head: bytes) -> bytes:
        """``head``, taken from the source as written, as it is written into the book."""
        return self._renumbered(head)

    def value(self, thing: PdfObject) -> bytes:
        """``thing`` as it is written into the book."""
        return self._renumbered(written(thing))

    def reference(self, thing: object) -> int:
        """The new number of what ``thing`` refers to; a direct object becomes one of its own."""
        key = key_of(thing)
        if key is not None:
            return self.number(key)
        return self._book.add(self.value(thing))  # type: ignore[arg-type]

    def _renumbered(self, head: bytes) -> bytes:
        pieces = self._parted(head)
        return self._woven(*self._tokens(head)) if pieces is None else self._joined(pieces)

    def _as_in_book(self, head: bytes) -> Callable[[], bytes] | None:
        """What writes ``head`` anew once all numbers are known; None where pypdf has to read it."""
        pieces = self._parted(head)
        if pieces is not None:
            return partial(self._joined, pieces)
        named, found = self._tokens(head)
        return None if are_doubtful(found) else partial(self._woven, named, found)

    def _parted(self, head: bytes) -> list[bytes] | None:
        """``head`` parted at its references, where nothing else in it has a new name."""
        return None if self.roles else parted(head)

    def _tokens(self, head: bytes) -> tuple[bytes, list[re.Match[bytes]]]:
        """``head`` under the new names of its roles, and all else in it that may change."""
        for old, new in self.roles.items():
            head = re.sub(rb"(/S\s*)%b(?![^\s\[\]<>(){}/%%])" % re.escape(old), rb"\1" + new, head)
        return head, tokens(head)

    def _woven(self, head: bytes, found: list[re.Match[bytes]]) -> bytes:
        """``head`` with what stands in the book for each of what was ``found`` in it."""
        pieces: list[bytes] = []
        end = 0
        for one in found:
            pieces += (head[end : one.start()], self._token(one))
            end = one.end()
        return b"".join((*pieces, head[end:]))

    def _joined(self, pieces: list[bytes]) -> bytes:
        """The text that is ``pieces``, with the new numbers of what it refers to."""
        known = self._spelled.get
        pieces[1::2] = [known(number) or self._spell(number, 0) for number in pieces[1::2]]
        return b"".join(pieces)

    def _token(self, found: re.Match[bytes]) -> bytes:
        match found.lastgroup:
            case "generation":
                return self._spell(found["number"], int(found["generation"]))
            case "tag":
                return self._rekeyed(found)
            case "id" | "headers":
                return STRING.sub(self._prefixed, found[0])
            case _:
                return found[0]

    def _spell(self, number: bytes, generation: int) -> bytes:
        new = b"%d 0 R" % self.number((int(number), generation))
        if not generation:
            self._spelled[number] = new
        return new

    def _rekeyed(self, found: re.Match[bytes]) -> bytes:
        if self.tags is None:
            return b""
        return found[0].replace(found["tag"], b"%d" % (int(found["tag"]) + self.tags))

    def _prefixed(self, opening: re.Match[bytes]) -> bytes:
        return b"(" + self.prefix if opening[0] == b"(" else b"<" + self.prefix.hex().encode()
