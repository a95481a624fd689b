"""What stands below each other in a story, read: paragraphs, tables, and ends of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.text import Paragraph
from docgen.printing.reading import grammar
from docgen.printing.reading.blanks import has_blanks, levelled
from docgen.printing.reading.grammar import W, first
from docgen.printing.reading.labels import labelled
from docgen.printing.reading.runs import COMMENTED, COMMENTS, DROPPED, THROUGH, UNSEEN, Runs
from docgen.printing.reading.tables import read_table
from docgen.printing.refusals import ACCEPTED
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from docgen.printing.model.text import Block, Piece
    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.story import Story

_P, _TBL, _SECT, _PPR = f"{W}p", f"{W}tbl", f"{W}sectPr", f"{W}pPr"
_DEEPEST = 12
_PROPERTIES = frozenset(f"{W}{name}" for name in ("tcPr", "pPr"))


class SectionEnd(Value):
    """A section ends here: its properties.

    Attributes:
        element: They.
        bare: Whether the paragraph that holds them holds nothing else.
    """

    element: _Element
    bare: bool = False


class BlockReader:
    """Reads the blocks of one story in order."""

    def __init__(self, reader: Reader, story: Story) -> None:
        """Read for ``reader``, in ``story``."""
        self._reader = reader
        self._story = story
        self._joined: tuple[Piece, ...] = ()

    def read(self, parent: _Element) -> Iterator[Block | SectionEnd]:
        """The blocks inside ``parent``."""
        if self._story.depth > _DEEPEST:
            self._reader.refuse(
                Words("bảng, khung lồng quá sâu", "tables or boxes nested too deep")
            )
            return
        for child in parent:
            tag = child.tag
            if tag == _P:
                yield from self._paragraph(child)
            elif tag == _TBL:
                table = read_table(self._reader, child, self._story)
                yield from () if table is None else (table,)
            elif tag == _SECT:
                yield SectionEnd(child)
            elif tag in THROUGH:
                yield from self.read(child)
            else:
                self._pass(child)

    def _pass(self, element: _Element) -> None:
        """Note what is left out or refused of an element that holds no blocks."""
        if element.tag in COMMENTS:
            self._reader.refuse(COMMENTED)
        elif element.tag in DROPPED:
            self._reader.refuse(ACCEPTED)
        elif element.tag not in UNSEEN and element.tag not in _PROPERTIES:
            self._reader.refuse(refusals.element(grammar.local(element)))

    def _paragraph(self, element: _Element) -> list[Block | SectionEnd]:
        children = list(element)
        properties = first(children, _PPR)
        end = None if properties is None else first(properties, _SECT)
        if properties is not None and end is not None:
            properties.remove(end)
        dressed = self._reader.styles.paragraph(properties, self._story.ground)
        runs = Runs(self._reader, self._story, dressed.form.style)
        runs.read(element, children)
        pieces = runs.finish()
        if has_blanks(pieces):
            plain = self._reader.styles.letters(dressed.form.style, None, self._story.ground)
            pieces = levelled(pieces, plain.letters)
        if self._joined:
            pieces = (*self._joined, *pieces)
            self._joined = ()
        paragraph = Paragraph(dressed.form, dressed.mark.letters, pieces, tuple(runs.anchored))
        faults = [*dressed.faults, *runs.faults]
        found: list[Block | SectionEnd] = []
        if dressed.mark.deleted and end is None:
            self._joined = pieces
        elif pieces or runs.anchored or not dressed.mark.letters.hidden:
            found.append(labelled(paragraph, dressed, self._reader, faults))
        if faults:
            where = refusals.paragraph(paragraph.text)
            for fault in faults:
                self._reader.refuse(fault, where)
        if end is not None:
            found.append(SectionEnd(end, bare=bool(found) and len(children) == 1))
        return found
