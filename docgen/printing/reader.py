"""The main part of a .docx read into a Paper, refusing whatever is outside the subset."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import grammar, refusals, subset, tablesubset
from docgen.printing.grammar import W
from docgen.printing.model import (
    About,
    Block,
    Page,
    Paper,
    Paragraph,
    Section,
)
from docgen.printing.refusals import Refusals
from docgen.printing.runs import IGNORED, Runs
from docgen.printing.styles import Styles, read_styles
from docgen.printing.tables import read_table
from docgen.word.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from docgen.word.package import Package

_P, _TBL, _SECT = f"{W}p", f"{W}tbl", f"{W}sectPr"
_PPR, _VAL = f"{W}pPr", f"{W}val"
_LANGUAGE = re.compile("[a-z]{2,3}")
_DEFAULT_TAB = 720
_MODERN = 15
_LAYOUT_SETTINGS = (
    "autoHyphenation",
    "mirrorMargins",
    "evenAndOddHeaders",
    "bookFoldPrinting",
    "gutterAtTop",
)
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "modified": "{http://purl.org/dc/terms/}modified",
}


def read_paper(docx: bytes, name: str) -> Paper:
    """The paper in the .docx file ``docx``, called ``name`` in messages.

    Raises:
        DocgenError: it is no sound .docx.
        PrintRefusedError: something in it is not printed; everything of the kind at once.
    """
    package = open_package(docx, name)
    reader = Reader(package, Refusals(name))
    paper = reader.paper()
    reader.refusals.raise_any()
    return paper


class Reader:
    """Reads one package; ``refusals`` collects what may not be printed."""

    def __init__(self, package: Package, found: Refusals) -> None:
        """Read the parts that the main part relies on: styles and settings."""
        self.package = package
        self.refusals = found
        data = package.parts.get(package.related("styles"))
        self.styles: Styles = read_styles(data or f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode())
        self.tab, self.compatibility = self._settings()
        self.rows = grammar.Properties(tablesubset.ROW)
        self.cells = grammar.Properties(tablesubset.CELL)
        self._headers = {
            relation.id: relation.target
            for relation in package.relations(package.document).values()
            if relation.kind == "header"
        }

    @property
    def modern(self) -> bool:
        """Whether the paper asks for the layout of Word 2013 and later."""
        return self.compatibility >= _MODERN

    def paper(self) -> Paper:
        """The whole paper."""
        root = self.package.xml(self.package.document)
        body = None if root is None else root.find(f"{W}body")
        sections = () if body is None else tuple(self._sections(body))
        if root is not None and (body is None or len(root) > 1):
            self.refuse(Words("nền trang hoặc thân bị thiếu", "a page background or missing body"))
        return Paper(self._about(), sections, self.tab)

    def refuse(self, what: Words, where: Words = refusals.NOWHERE) -> None:
        """Note that ``what`` is not printed."""
        self.refusals.add(what, where)

    # -- the whole --

    def _sections(self, body: _Element) -> Iterator[Section]:
        blocks: list[Block] = []
        header: tuple[Paragraph, ...] = ()
        for child in body:
            end = None
            if child.tag == _P:
                end = child.find(f"{_PPR}/{_SECT}")
                if end is not None and (properties := end.getparent()) is not None:
                    properties.remove(end)
                blocks.append(self.paragraph(child))
            elif child.tag == _TBL:
                blocks.append(read_table(self, child))
            elif child.tag == _SECT:
                end = child
            elif child.tag not in IGNORED:
                self.refuse(refusals.element(grammar.local(child)))
            if end is not None:
                section = self._section(end, tuple(blocks), header)
                header = section.header
                yield section
                blocks = []
        if blocks or body.find(_SECT) is None:
            self.refuse(Words("phần không có khổ giấy (w:sectPr)", "a section without w:sectPr"))

    def _section(
        self, element: _Element, blocks: tuple[Block, ...], inherited: tuple[Paragraph, ...]
    ) -> Section:
        values, faults = grammar.read_properties(element, subset.SECTION)
        where = Words("ở thiết đặt trang", "in the page setup")
        for fault in faults:
            self.refuse(fault, where)
        if "width" not in values or "margin_top" not in values:
            self.refuse(Words("trang không có khổ hoặc lề", "a page without size or margins"))
            return Section(Page(1, 1, 0, 0, 0, 0, 0), blocks)
        margins = (
            values[f"margin_{side}"] for side in ("top", "bottom", "left", "right", "header")
        )
        return Section(
            Page(values["width"], values["height"], *margins),
            blocks,
            self._header(values.get("header_default", ""), inherited),
            self._title_page(values),
            values.get("start"),
        )

    def _title_page(self, values: grammar.Values) -> bool:
        first = values.get("header_first", "")
        title_page = bool(values.get("title_page"))
        if title_page and first and any(p.pieces for p in self._header(first, ())):
            self.refuse(
                Words("đầu trang riêng của trang đầu", "a header of its own on the first page")
            )
        return title_page

    def _header(self, relation: str, inherited: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        if not relation:
            return inherited
        root = self.package.xml(self._headers.get(relation, ""))
        if root is None:
            self.refuse(Words("đầu trang bị thiếu", "a header whose part is missing"))
            return ()
        paragraphs = []
        for child in root:
            if child.tag == _P:
                paragraphs.append(self.paragraph(child, in_header=True))
            else:
                self.refuse(
                    refusals.element(grammar.local(child)), Words("ở đầu trang", "in a header")
                )
        return tuple(paragraphs)

    def _settings(self) -> tuple[int, int]:
        root = self.package.xml(self.package.related("settings"))
        tab, compatibility = _DEFAULT_TAB, 12
        if root is None:
            return tab, compatibility
        for child in root:
            name = grammar.local(child)
            value = child.get(_VAL, "1")
            if name == "defaultTabStop" and value.isdecimal() and int(value):
                tab = int(value)
            elif name in _LAYOUT_SETTINGS and grammar.is_on({"val": value}):
                self.refuse(refusals.element(name))
        for setting in root.iterfind(f"{W}compat/{W}compatSetting"):
            value = setting.get(_VAL, "")
            if setting.get(f"{W}name") == "compatibilityMode" and value.isdecimal():
                compatibility = int(value)
        return tab, compatibility

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

    # -- paragraphs --

    def paragraph(self, element: _Element, *, in_header: bool = False) -> Paragraph:
        """The paragraph ``element``; what it may not hold is noted under its first words."""
        properties = element.find(_PPR)
        form, mark, faults = self.styles.paragraph(properties)
        runs = Runs(self.styles, form.style, in_header=in_header)
        runs.read(element)
        paragraph = Paragraph(form, mark, runs.finish())
        if faults or runs.faults:
            where = refusals.paragraph(paragraph.text)
            for fault in (*faults, *runs.faults):
                self.refuse(fault, where)
        return paragraph


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _language(text: str) -> str:
    code = text.partition("-")[0].lower()
    return code if _LANGUAGE.fullmatch(code) else "vi"
