"""What a page draws, and what that draws in turn: nothing round in circles, nothing endless."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

from docgen.scans.outside.unpacking import is_picture
from docgen.scans.outside.values import entry, items, key_of, name_of
from docgen.scans.outside.whiteness import is_white

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.scans.outside.values import Key

    Unpack = Callable[[pikepdf.Stream], bytes]

_DEEPEST = 28
"""Drawings inside each other; viewers draw no more."""
_MOST_DRAWN = 1_000_000
"""Drawings of one page, each counted as often as it is drawn."""
_DO = re.compile(rb"/([^\s()<>\[\]{}/%]*)\s+Do(?![^\s\[\]()<>{}/%])")
_WRITTEN_WITH = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+[-+.\d]+\s+Tf(?![^\s\[\]()<>{}/%])")
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]+)")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_PAINTING = re.compile(
    rb"""(?<![^\s\]\[()<>{}/%])
    (?: [fF] \*? | B\*? | b\*? | [Ss] | sh | T[jJ] | ['"] | EI )
    (?![^\s\[\]()<>{}/%])""",
    re.VERBOSE,
)
_INLINE = re.compile(rb"(?<![^\s])(BI|ID)(?=\s)")
_LONGEST_HEAD = 4_000
_SIDE = re.compile(rb"/(?:W|H|Width|Height)\s*(\d{1,12})")


class CircleError(Exception):
    """Something draws itself."""


class EndlessError(Exception):
    """Too many drawings inside each other, or in all."""


class Drawn(NamedTuple):
    """What comes of a drawing.

    Attributes:
        steps: How many drawings it takes.
        depth: How many stand inside each other.
        paints: Whether it leaves any trace.
        marks: Whether the trace is more than white paper.
        lacks: Whether it names a drawing or a font that is not there.
    """

    steps: int = 1
    depth: int = 1
    paints: bool = False
    marks: bool = False
    lacks: bool = False


@dataclass(slots=True)
class Tracer:
    """Follows what pages draw.

    Attributes:
        unpack: The content of a stream, unpacked.
    """

    unpack: Unpack
    _known: dict[Key, Drawn] = field(default_factory=dict)
    _open: set[Key] = field(default_factory=set)

    def trace(self, content: bytes, resources: object) -> Drawn:
        """What comes of ``content``, drawn with ``resources``.

        Raises:
            CircleError: Something in it draws itself.
            EndlessError: It takes too many drawings.
        """
        drawings = dict(items(entry(resources, "/XObject")))
        paints, lacks = _PAINTING.search(content) is not None, _lacks_font(content, resources)
        steps, depth, marks = 1, 0, paints
        drawn = Counter(spelled(found[1]) for found in _DO.finditer(content))
        for name, times in drawn.items():
            thing = drawings.get(name)
            if not isinstance(thing, pikepdf.Stream):
                lacks = True
                continue
            found = self.of_stream(thing, resources)
            steps += times * found.steps
            depth = max(depth, found.depth)
            paints, marks = paints or found.paints, marks or found.marks
            lacks = lacks or found.lacks
        for thing, its_own in _side_drawings(content, resources):
            found = self.of_stream(thing, its_own)
            steps, depth = steps + found.steps, max(depth, found.depth)
        if steps > _MOST_DRAWN or depth >= _DEEPEST:
            raise EndlessError
        return Drawn(steps, depth + 1, paints, marks, lacks)

    def of_stream(self, stream: pikepdf.Stream, resources: object) -> Drawn:
        """What comes of ``stream``, a form or a picture; raises as :meth:`trace`."""
        key = key_of(stream) or (0, 0)
        if is_picture(stream):
            if key not in self._known:
                self._known[key] = Drawn(paints=True, marks=not is_white(stream))
            return self._known[key]
        if key in self._open:
            raise CircleError
        if key not in self._known:
            if len(self._open) > _DEEPEST:
                raise EndlessError
            self._open.add(key)
            own = stream.get("/Resources")
            self._known[key] = self.trace(self.unpack(stream), resources if own is None else own)
            self._open.discard(key)
        return self._known[key]


def _lacks_font(content: bytes, resources: object) -> bool:
    """Whether ``content`` writes with a font that is not there."""
    named = {spelled(found[1]) for found in _WRITTEN_WITH.finditer(content)}
    return not named <= {name for name, _ in items(entry(resources, "/Font"))}


def _side_drawings(content: bytes, resources: object) -> Iterator[tuple[pikepdf.Stream, object]]:
    """What ``content`` draws with besides forms, and what that draws with.

    These are patterns, masks, and letters that are drawings themselves.
    """
    kinds = {key: entry(resources, key) for key in ("/Pattern", "/ExtGState", "/Font")}
    wanted = {key for kind in kinds.values() for key, _ in items(kind)}
    if not wanted:
        return
    names = wanted & {spelled(found[1]) for found in _NAME.finditer(content)}
    for name, pattern in items(kinds["/Pattern"]):
        if name in names:
            yield from _streams([pattern], resources)
    for name, state in items(kinds["/ExtGState"]):
        if name in names:
            yield from _streams([entry(entry(state, "/SMask"), "/G")], resources)
    for name, font in items(kinds["/Font"]):
        if name in names and name_of(entry(font, "/Subtype")) == "/Type3":
            letters = [letter for _, letter in items(entry(font, "/CharProcs"))]
            yield from _streams(letters, entry(font, "/Resources") or resources)


def _streams(things: list[object], resources: object) -> Iterator[tuple[pikepdf.Stream, object]]:
    for thing in things:
        if isinstance(thing, pikepdf.Stream):
            yield thing, resources


def spelled(name: bytes) -> str:
    """The name in a content stream as a key of a dictionary."""
    raw = _HEX.sub(lambda found: bytes.fromhex(found[1].decode()), name)
    return "/" + raw.decode("utf-8", "surrogateescape")


def inline_sizes(content: bytes) -> Iterator[tuple[int, ...]]:
    """The sides of each picture in the midst of ``content``, in pixels."""
    start = 0
    for found in _INLINE.finditer(content):
        if found[1] == b"BI":
            start = found.end()
        elif start and found.start() - start < _LONGEST_HEAD:
            yield tuple(int(side) for side in _SIDE.findall(content[start : found.start()]))
            start = 0
