"""The runs of a paragraph read into pieces: text, tabs, breaks, links, page numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import grammar, refusals
from docgen.printing.grammar import XML_SPACE, W
from docgen.printing.model import Kind, Letters, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.printing.styles import Styles

IGNORED = frozenset(
    f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
)
"""Elements that leave no mark on paper."""
_R, _PPR, _RPR, _T = f"{W}r", f"{W}pPr", f"{W}rPr", f"{W}t"
_TAB, _BR, _CR = f"{W}tab", f"{W}br", f"{W}cr"
_FIELD, _INSTRUCTION = f"{W}fldChar", f"{W}instrText"
_TYPE = f"{W}type"
_LINK = re.compile(r'HYPERLINK\s+"((?:docgen|https?|mailto):[^"\s]*)"')
_PAGE = re.compile(r"PAGE(\s+\\\* MERGEFORMAT)?")
_BLANKS = str.maketrans("\t\n\r", "   ")


class Runs:
    """The runs of one paragraph, read in order; a field is a state that runs pass through."""

    def __init__(self, styles: Styles, style: str, *, in_header: bool) -> None:
        """Read runs of a paragraph of ``style``; only in a header may they count pages."""
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
        """Read the runs of the paragraph ``element``; ``faults`` takes what is refused."""
        self.faults.extend(grammar.strange_attributes(element))
        for child in element:
            tag = child.tag
            if tag == _R:
                self._read_run(child)
            elif tag != _PPR and tag not in IGNORED:
                self.faults.append(refusals.element(grammar.local(child)))

    def finish(self) -> tuple[Piece, ...]:
        """The pieces read."""
        if self._instruction is not None:
            self.faults.append(Words("trường không khép", "a field that does not end"))
        return tuple(self._pieces)

    def _read_run(self, run: _Element) -> None:
        letters, faults = self._styles.letters(self._style, run.find(_RPR))
        self.faults.extend(faults)
        self.faults.extend(grammar.strange_attributes(run))
        for child in run:
            tag = child.tag
            if tag == _T:
                self._text(child, letters)
            elif tag == _RPR or tag in IGNORED:
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
                self.faults.append(refusals.element(grammar.local(child)))

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
