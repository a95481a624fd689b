"""What a paragraph says: its words and their look, without the traces of saving."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.word.merging.appearance import FileStyles, Ground, Look

Piece = tuple[str, "Look"]
OBJECT: Final = "\ufffc"
"""Stands in the text for a picture, a note or anything else that is no letter."""

_PAGE: Final = "\f"
_LINK: Final = ("link", True)
_CHARS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}drawing": OBJECT,
    f"{W}pict": OBJECT,
    f"{W}object": OBJECT,
    f"{W}footnoteReference": OBJECT,
    f"{W}endnoteReference": OBJECT,
}
# Word writes its own result into these fields whenever it likes.
_VOLATILE: Final = frozenset(
    ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "FILENAME")
)
_GONE: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr"))
_TRACES: Final = tuple(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference",
        "commentRangeStart", "commentRangeEnd",
    )
)  # fmt: skip


@dataclass(slots=True)
class _Field:
    """A complex field while it is being read."""

    code: str = ""
    has_result: bool = False

    @property
    def name(self) -> str:
        words = self.code.split()
        return words[0].upper() if words else ""


@dataclass(slots=True)
class _RunReader:
    """Reads the runs of one paragraph in order."""

    styles: FileStyles
    ground: Ground
    fields: list[_Field] = field(default_factory=list)

    def pieces(self, element: Element, *, linked: bool = False) -> Iterator[Piece]:
        for child in element:
            tag = str(child.tag)
            if tag == f"{W}r":
                yield from self._run(child, linked=linked)
            elif tag == f"{W}fldSimple":
                yield from self._simple(child, linked=linked)
            elif tag.startswith(W) and tag not in _GONE:
                link = linked or tag == f"{W}hyperlink"
                yield from self.pieces(child, linked=link)
            elif not tag.startswith(W):
                yield OBJECT, ()  # a formula, or whatever a newer Word may bring

    def _simple(self, element: Element, *, linked: bool) -> Iterator[Piece]:
        name = _Field(element.get(f"{W}instr", "")).name
        yield f"[{name}]", ()
        if name not in _VOLATILE:
            yield from self.pieces(element, linked=linked)

    def _run(self, run: Element, *, linked: bool) -> Iterator[Piece]:
        look = self.styles.look(run.find(f"{W}rPr"), self.ground)
        for node in run:
            if node.tag == f"{W}fldChar":
                yield from self._mark(node.get(f"{W}fldCharType", ""))
            elif node.tag == f"{W}instrText" and self.fields:
                self.fields[-1].code += node.text or ""
            elif self._is_shown and (text := _text(node)):
                link = linked or any(opened.name == "HYPERLINK" for opened in self.fields)
                yield text, (*look, _LINK) if link else look

    def _mark(self, kind: str) -> Iterator[Piece]:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].has_result = True
        elif kind == "end" and self.fields and (name := self.fields.pop().name) != "HYPERLINK":
            yield f"[{name}]", ()

    @property
    def _is_shown(self) -> bool:
        return all(opened.has_result and opened.name not in _VOLATILE for opened in self.fields)


def _text(node: Element) -> str:
    tag = str(node.tag)
    if tag == f"{W}t":
        return unicodedata.normalize("NFC", node.text or "")
    if tag == f"{W}br":
        return "\n" if node.get(f"{W}type", "textWrapping") == "textWrapping" else _PAGE
    if tag == f"{W}sym":
        return f"[{node.get(f'{W}char', '')}]"
    return _CHARS.get(tag, "") if tag.startswith(W) else OBJECT


def pieces_of(paragraph: Element, styles: FileStyles, ground: Ground) -> tuple[Piece, ...]:
    """The text of ``paragraph`` in pieces of one look each, however it was cut into runs.

    Tracked changes are read as accepted; a link is a look of its own.
    """
    joined: list[Piece] = []
    for text, look in _RunReader(styles, ground).pieces(paragraph):
        if joined and joined[-1][1] == look:
            joined[-1] = (joined[-1][0] + text, look)
        else:
            joined.append((text, look))
    return tuple(joined)


def has_traces(element: Element) -> bool:
    """Whether a person tracked changes or set a comment in ``element``."""
    return next(element.iter(*_TRACES), None) is not None


def shown(pieces: tuple[Piece, ...]) -> str:
    """The text of ``pieces`` as a person is shown it."""
    return "".join(text for text, _ in pieces).replace(_PAGE, "")


def is_comment(element: Element) -> bool:
    """Whether ``element`` is no element at all, but an XML comment or instruction."""
    return isinstance(element, etree._Comment | etree._ProcessingInstruction)  # noqa: SLF001
