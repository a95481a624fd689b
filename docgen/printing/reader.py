"""The main part of a .docx read into a Paper, refusing whatever is outside the subset."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import refusals, subset
from docgen.printing.model import (
    About,
    Block,
    Kind,
    Letters,
    Page,
    Paper,
    Paragraph,
    Piece,
    Section,
)
from docgen.printing.package import open_package
from docgen.printing.refusals import Refusals
from docgen.printing.styles import Styles, read_styles
from docgen.printing.subset import XML_SPACE, W
from docgen.printing.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from docgen.printing.package import Package

_P, _R, _TBL, _SECT = f"{W}p", f"{W}r", f"{W}tbl", f"{W}sectPr"
_PPR, _RPR, _T = f"{W}pPr", f"{W}rPr", f"{W}t"
_TAB, _BR, _CR = f"{W}tab", f"{W}br", f"{W}cr"
_FIELD, _INSTRUCTION = f"{W}fldChar", f"{W}instrText"
_VAL, _TYPE = f"{W}val", f"{W}type"
_IGNORED = frozenset(
    f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
)
_LINK = re.compile(r'HYPERLINK\s+"((?:docgen|https?|mailto):[^"\s]*)"')
_PAGE = re.compile(r"PAGE(\s+\\\* MERGEFORMAT)?")
_LANGUAGE = re.compile("[a-z]{2,3}")
_BLANKS = str.maketrans("\t\n\r", "   ")
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
        self.rows = subset.Properties(subset.ROW)
        self.cells = subset.Properties(subset.CELL)
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
            elif child.tag not in _IGNORED:
                self.refuse(refusals.element(subset.local(child)))
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
        values, faults = subset.read_properties(element, subset.SECTION)
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

    def _title_page(self, values: subset.Values) -> bool:
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
                    refusals.element(subset.local(child)), Words("ở đầu trang", "in a header")
                )
        return tuple(paragraphs)

    def _settings(self) -> tuple[int, int]:
        root = self.package.xml(self.package.related("settings"))
        tab, compatibility = _DEFAULT_TAB, 12
        if root is None:
            return tab, compatibility
        for child in root:
            name = subset.local(child)
            value = child.get(_VAL, "1")
            if name == "defaultTabStop" and value.isdecimal() and int(value):
                tab = int(value)
            elif name in _LAYOUT_SETTINGS and subset.is_on({"val": value}):
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
        runs = _Runs(self.styles, form.style, in_header=in_header)
        runs.read(element)
        paragraph = Paragraph(form, mark, runs.finish())
        if faults or runs.faults:
            where = refusals.paragraph(paragraph.text)
            for fault in (*faults, *runs.faults):
                self.refuse(fault, where)
        return paragraph


class _Runs:
    """The runs of one paragraph, read in order; a field is a state that runs pass through."""

    def __init__(self, styles: Styles, style: str, *, in_header: bool) -> None:
        self.faults: list[Words] = []
        self._styles = styles
        self._style = style
        self._in_header = in_header
        self._pieces: list[Piece] = []
        self._instruction: list[str] | None = None
        self._in_result = False
        self._number: Letters | None = None
        self._link = ""

    def read(self, element: _Element) -> None:
        self.faults.extend(subset.strange_attributes(element))
        for child in element:
            tag = child.tag
            if tag == _R:
                self._read_run(child)
            elif tag != _PPR and tag not in _IGNORED:
                self.faults.append(refusals.element(subset.local(child)))

    def finish(self) -> tuple[Piece, ...]:
        if self._instruction is not None:
            self.faults.append(Words("trường không khép", "a field that does not end"))
        return tuple(self._pieces)

    def _read_run(self, run: _Element) -> None:
        letters, faults = self._styles.letters(self._style, run.find(_RPR))
        self.faults.extend(faults)
        self.faults.extend(subset.strange_attributes(run))
        for child in run:
            tag = child.tag
            if tag == _T:
                self._text(child, letters)
            elif tag == _RPR or tag in _IGNORED:
                continue
            elif tag == _TAB and not child.attrib:
                self._add(Kind.TAB, letters)
            elif tag in {_BR, _CR}:
                self._break(child, letters)
            elif tag == _FIELD:
                self._field(child.get(f"{W}fldCharType", ""), letters)
            elif tag == _INSTRUCTION and self._instruction is not None:
                self._instruction.append(child.text or "")
            else:
                self.faults.append(refusals.element(subset.local(child)))

    def _text(self, element: _Element, letters: Letters) -> None:
        text = element.text or ""
        if element.get(XML_SPACE) != "preserve":
            text = text.strip(" \t\n\r")
        text = text.translate(_BLANKS)
        if text:
            self._add(Kind.TEXT, letters, text)

    def _break(self, element: _Element, letters: Letters) -> None:
        kind = element.get(_TYPE, "textWrapping")
        if kind == "page":
            self._add(Kind.PAGE_BREAK, letters)
        elif kind == "textWrapping" and element.get(f"{W}clear", "none") == "none":
            self._add(Kind.LINE_BREAK, letters)
        else:
            self.faults.append(refusals.attribute("br", "type", kind))

    def _add(self, kind: Kind, letters: Letters, text: str = "") -> None:
        if self._number is not None:
            return
        if self._instruction is not None and not self._in_result:
            self.faults.append(Words("chữ trong mã của trường", "text inside a field's code"))
            return
        self._pieces.append(Piece(kind, letters, text, self._link))

    def _field(self, stage: str, letters: Letters) -> None:
        if stage == "begin" and self._instruction is None:
            self._instruction = []
        elif stage == "separate" and self._instruction is not None and not self._in_result:
            self._in_result = True
            self._open_field("".join(self._instruction).strip(), letters)
        elif stage == "end" and self._instruction is not None:
            if not self._in_result:
                self._open_field("".join(self._instruction).strip(), letters)
            self._instruction, self._number, self._link = None, None, ""
            self._in_result = False
        else:
            self.faults.append(refusals.element("fldChar"))

    def _open_field(self, code: str, letters: Letters) -> None:
        link = _LINK.fullmatch(code)
        if link:
            self._link = link.group(1)
        elif _PAGE.fullmatch(code) and self._in_header:
            self._pieces.append(Piece(Kind.PAGE_NUMBER, letters))
            self._number = letters
        else:
            self.faults.append(Words(f"trường {code[:40]}", f"the field {code[:40]}"))


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _language(text: str) -> str:
    code = text.partition("-")[0].lower()
    return code if _LANGUAGE.fullmatch(code) else "vi"
