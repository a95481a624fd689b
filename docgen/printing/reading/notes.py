"""Footnotes and endnotes: their marks counted, their text read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.text import Kind, Note, Paragraph, Piece
from docgen.printing.reading.grammar import W, local
from docgen.printing.reading.ordinals import FORMATS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.printing.model.looks import Letters
    from docgen.printing.model.text import Block
    from docgen.printing.reading.paper import Reader

_MISSING = Words("cước chú bị thiếu", "a note whose text is missing")


class Notes:
    """The notes of one paper, in the order in which the text calls them."""

    def __init__(self, reader: Reader) -> None:
        """Nothing called yet."""
        self.endnotes: list[Block] = []
        self.formats = {"footnote": "decimal", "endnote": "lowerRoman"}
        self._reader = reader
        self._counts = {"footnote": 0, "endnote": 0}
        self._elements: dict[str, dict[str, _Element]] = {}

    def piece(self, element: _Element, letters: Letters, faults: list[Words]) -> Piece | None:
        """The mark that stands for the reference ``element``."""
        kind = local(element).removesuffix("Reference")
        if element.get(f"{W}customMarkFollows", "0") in {"1", "true", "on"}:
            faults.append(refusals.attribute(local(element), "customMarkFollows", "1"))
            return None
        note = self._notes(kind).get(element.get(f"{W}id", ""))
        if note is None:
            faults.append(_MISSING)
            return None
        self._counts[kind] += 1
        written = FORMATS.get(self.formats[kind])
        if written is None:
            faults.append(refusals.attribute("numFmt", "val", self.formats[kind]))
            return None
        mark = written(self._counts[kind])
        blocks = self._read(note, kind, mark)
        if kind == "endnote":
            self.endnotes.extend(blocks)
            return Piece(Kind.TEXT, letters, mark)
        return Piece(Kind.NOTE, letters, mark, note=Note(blocks))

    def _notes(self, kind: str) -> dict[str, _Element]:
        known = self._elements.get(kind)
        if known is None:
            package = self._reader.package
            root = package.xml(package.related(f"{kind}s"))
            known = self._elements[kind] = {
                element.get(f"{W}id", ""): element
                for element in (() if root is None else root)
                if element.get(f"{W}type", "normal") == "normal"
            }
        return known

    def _read(self, element: _Element, kind: str, mark: str) -> tuple[Block, ...]:
        part = self._reader.package.related(f"{kind}s")
        story = self._reader.story(part, note=mark)
        return tuple(
            block
            for block in self._reader.blocks(element, story)
            if isinstance(block, Paragraph) or self._refused()
        )

    def _refused(self) -> bool:
        self._reader.refuse(Words("bảng trong cước chú", "a table in a note"))
        return False
