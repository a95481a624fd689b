"""The main part of a .docx read into a Paper, refusing whatever is outside the subset."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.sheets import About, Paper
from docgen.printing.model.text import Kind, Paragraph, Table
from docgen.printing.reading.elements import BlockReader, SectionEnd
from docgen.printing.reading.grammar import W
from docgen.printing.reading.notes import Notes
from docgen.printing.reading.numbering import Counters
from docgen.printing.reading.sections import SectionReader
from docgen.printing.reading.settings import read_settings
from docgen.printing.reading.story import Story
from docgen.printing.reading.stylebook import read_styles
from docgen.word.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from docgen.printing.model.sheets import Section
    from docgen.printing.model.text import Block
    from docgen.printing.reading.drawings import Drawings
    from docgen.printing.refusals import Refusals
    from docgen.word.package import Package

_LANGUAGE = re.compile("[a-z]{2,3}")
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "modified": "{http://purl.org/dc/terms/}modified",
}


def read_paper(docx: bytes, name: str, found: Refusals) -> Paper:
    """The paper in the .docx file ``docx``, called ``name`` in messages.

    Args:
        docx: the file's bytes.
        name: what it is called in messages.
        found: hears of everything that is not printed.

    Raises:
        DocgenError: it is no sound .docx.
        PrintRefusedError: something in it is not printed; everything of the kind at once.
    """
    reader = Reader(open_package(docx, name), found)
    paper = reader.paper()
    reader.let_go()
    found.raise_any()
    return paper


class Reader:
    """Reads one package; ``refusals`` collects what may not be printed."""

    def __init__(self, package: Package, found: Refusals) -> None:
        """Read the parts that the main part relies on: styles, lists and settings."""
        self.package = package
        self.refusals = found
        self.styles = read_styles(
            *(self._part(kind) for kind in ("styles", "theme", "fontTable", "numbering"))
        )
        self.settings = read_settings(self._part("settings"), self.refuse)
        self.counters = Counters(self.styles.numbering)

    @cached_property
    def drawings(self) -> Drawings:
        """Reads the drawings; most papers have none."""
        from docgen.printing.reading.drawings import Drawings  # noqa: PLC0415 -- many modules

        return Drawings(self)

    @cached_property
    def notes(self) -> Notes:
        """The footnotes and endnotes called so far."""
        notes = Notes(self)
        notes.formats.update(dict(self.settings.note_formats))
        return notes

    def paper(self) -> Paper:
        """The whole paper."""
        root = self.package.xml(self.package.document)
        body = None if root is None else root.find(f"{W}body")
        sections = () if body is None else tuple(self._sections(body))
        if root is not None and (body is None or len(root) > 1):
            self.refuse(Words("nền trang hoặc thân bị thiếu", "a page background or missing body"))
        settings = self.settings
        return Paper(
            self._about(), sections, settings.tab, settings.two_sided, over=not settings.modern
        )

    def let_go(self) -> None:
        """Part from its readers, which know it: in circles a file stays in memory for long."""
        vars(self).clear()

    def refuse(self, what: Words, where: Words = refusals.NOWHERE) -> None:
        """Note that ``what`` is not printed."""
        self.refusals.add(what, where)

    def story(self, part: str, *, in_header: bool = False, note: str = "") -> Story:
        """The story in ``part``, not yet read."""
        targets = {
            relation.id: relation.target for relation in self.package.relations(part).values()
        }
        return Story(part, targets, in_header, note=note)

    def blocks(self, parent: _Element, story: Story) -> list[Block]:
        """The blocks inside ``parent``."""
        found = BlockReader(self, story).read(parent)
        return [block for block in found if not isinstance(block, SectionEnd)]

    def _part(self, kind: str) -> bytes:
        return self.package.parts.get(self.package.related(kind), b"")

    def _sections(self, body: _Element) -> Iterator[Section]:
        blocks: list[Block] = []
        story = self.story(self.package.document)
        sections = SectionReader(self)
        ended = False
        made: list[Section] = []
        ends: list[SectionEnd] = []
        for block in BlockReader(self, story).read(body):
            if isinstance(block, SectionEnd):
                made.append(self._begun(sections.section(block.element, tuple(blocks))))
                ends.append(block)
                blocks, ended = [], block.element.getparent() is body
            else:
                blocks.append(block)
        if blocks or not ended:
            self.refuse(Words("phần không có khổ giấy (w:sectPr)", "a section without w:sectPr"))
        if story.fields:
            self.refuse(Words("trường không khép", "a field that does not end"))
        return iter(
            sections.with_endnotes(list(_without_bare_ends(made, ends)), self.notes.endnotes)
        )

    def _begun(self, section: Section) -> Section:
        """``section`` with an empty paragraph first where LibreOffice leaves one.

        It does when a table begins a section that has footnotes. Two prints of one office must not
        break differently.
        """
        blocks = section.blocks
        begins = blocks and isinstance(blocks[0], Table) and section.begins != "continuous"
        if not begins or not any(map(_calls_notes, blocks)):
            return section
        usual = self.styles.paragraph(None)
        return section.changed(blocks=(Paragraph(usual.form, usual.mark.letters, ()), *blocks))

    def _about(self) -> About:
        related = self.package.relations("")
        part = next((r.target for r in related.values() if r.kind == "core-properties"), "")
        root = self.package.xml(part)
        if root is None:
            return About()
        found = {key: (root.findtext(tag) or "").strip() for key, tag in _CORE.items()}
        return About(
            found["title"],
            found["author"],
            _language(found["language"]),
            _moment(found["modified"]),
        )


def _without_bare_ends(
    sections: Sequence[Section], ends: Sequence[SectionEnd]
) -> Iterator[Section]:
    """``sections`` without the paragraph that only ends one, where the next begins a new page.

    LibreOffice has none either: at the foot of a full page it would make an empty one.
    """
    for section, end, after in zip_longest(sections, ends, sections[1:]):
        drops = end.bare and after is not None and after.begins != "continuous"
        bare = drops and len(section.blocks) > 1
        yield section.changed(blocks=section.blocks[:-1]) if bare else section


def _calls_notes(block: Block) -> bool:
    """Whether a footnote is called in ``block``."""
    if isinstance(block, Paragraph):
        return any(piece.kind is Kind.NOTE for piece in block.pieces)
    return any(
        _calls_notes(inner) for row in block.rows for cell in row.cells for inner in cell.content
    )


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _language(text: str) -> str:
    code = text.partition("-")[0].lower()
    return code if _LANGUAGE.fullmatch(code) else "vi"
