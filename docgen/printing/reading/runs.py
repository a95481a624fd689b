"""The runs of a paragraph read into pieces: text, tabs, breaks, links, page numbers, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.looks import Align
from docgen.printing.model.text import Kind, Piece
from docgen.printing.reading import grammar, symbols
from docgen.printing.reading.fields import Field
from docgen.printing.reading.grammar import MC, XML_SPACE, R, W
from docgen.printing.refusals import ACCEPTED, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from docgen.printing.model.drawings import Drawing
    from docgen.printing.reading.looks import Look
    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.story import Story

UNSEEN: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak"),
        *("permStart", "permEnd", "annotationRef", "separator", "continuationSeparator"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr", "fldData"),
    )
)
"""Elements that leave no mark on paper."""
COMMENTS: Final = frozenset(
    f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
THROUGH: Final = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo")
)
"""Elements that are printed as what they hold."""
DROPPED: Final = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
COMMENTED: Final = Remark("lời bình trong tệp không in", "comments in the file are not printed")
_CHANGES = frozenset({f"{W}ins", f"{W}moveTo"}) | DROPPED
_R, _PPR, _RPR, _T = f"{W}r", f"{W}pPr", f"{W}rPr", f"{W}t"
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"})
_PICTURED = re.compile("[\uf000-\uf0ff]")
_OLD_SIGNS = frozenset("µ¸¶·¹¨»¾¼½Æ©Ç®ÐÎÏÑªß×ÛÞ«æøö÷ñþ¬\u00ad§¤¥£¦")
_SIGNS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}

_READERS: Final = {
    "tab": "_tab",
    "ptab": "_far_tab",
    "br": "_break",
    "cr": "_break",
    "fldChar": "_field_sign",
    "instrText": "_code",
    "sym": "_symbol",
    "footnoteReference": "_note",
    "endnoteReference": "_note",
    "footnoteRef": "_note_mark",
    "endnoteRef": "_note_mark",
    "pgNum": "_number",
}
"""What reads each sign of a run."""


class Runs:
    """The runs of one paragraph, read in order; fields are states that runs pass through."""

    def __init__(self, reader: Reader, story: Story, style: str) -> None:
        """Read runs of a paragraph of ``style`` in ``story``."""
        self.faults: list[Words] = []
        self.anchored: list[Drawing] = []
        self._reader = reader
        self._story = story
        self._style = style
        self._pieces: list[Piece] = []
        self._fields = story.fields
        self._link = ""

    def read(self, element: _Element, children: Iterable[_Element]) -> None:
        """Read the runs among the ``children`` of the paragraph ``element``.

        ``faults`` takes what is refused.
        """
        self.faults.extend(grammar.strange_attributes(element))
        self._read_inside(children)

    def finish(self) -> tuple[Piece, ...]:
        """The pieces read."""
        return tuple(self._pieces)

    def _read_inside(self, children: Iterable[_Element]) -> None:
        for child in children:
            tag = child.tag
            if tag == _R:
                self._read_run(child)
            elif tag == _PPR or tag in UNSEEN:
                continue
            elif tag in THROUGH or tag in DROPPED:
                self._read_through(child)
            elif tag == f"{W}hyperlink":
                self._read_link(child)
            elif tag == f"{W}fldSimple":
                self._read_simple_field(child)
            elif tag in COMMENTS:
                self.faults.append(COMMENTED)
            else:
                self.faults.append(refusals.element(grammar.local(child)))

    def _read_through(self, element: _Element) -> None:
        if element.tag in _CHANGES:
            self.faults.append(ACCEPTED)
        if element.tag not in DROPPED:
            self._read_inside(element)

    def _read_link(self, element: _Element) -> None:
        target = self._story.targets.get(element.get(f"{R}id", ""), "")
        self._link = target if target.startswith(("http:", "https:", "mailto:", "docgen:")) else ""
        self._read_inside(element)
        self._link = ""

    def _read_simple_field(self, element: _Element) -> None:
        letters = self._look(element.find(f"{_R}/{_RPR}"))
        self._field("begin", letters)
        self._fields[-1].code.append(element.get(f"{W}instr", ""))
        self._field("separate", letters)
        self._read_inside(element)
        self._field("end", letters)

    def _look(self, properties: _Element | None) -> Look:
        return self._reader.styles.letters(self._style, properties, self._story.ground)

    # -- one run --

    def _read_run(self, run: _Element) -> None:
        children = list(run)
        look = self._look(grammar.first(children, _RPR))
        if look.letters.hidden:
            return
        self.faults.extend(look.faults)
        for child in children:
            tag = child.tag
            if tag == _T:
                self._text(child, look)
            elif tag == _RPR or tag in UNSEEN:
                continue
            elif tag in _DRAWN:
                self._draw(child, look)
            else:
                self._read_sign(child, look)

    def _read_sign(self, child: _Element, look: Look) -> None:
        name = grammar.local(child) if str(child.tag).startswith(W) else ""
        if child.tag in _SIGNS:
            self._add(Kind.TEXT, look, _SIGNS[child.tag])
        elif child.tag in COMMENTS:
            self.faults.append(COMMENTED)
        elif name in _READERS:
            getattr(self, _READERS[name])(child, look)
        elif name not in {"delText", "delInstrText"}:
            self.faults.append(refusals.element(grammar.local(child)))

    def _tab(self, _: _Element, look: Look) -> None:
        self._add(Kind.TAB, look)

    def _field_sign(self, element: _Element, look: Look) -> None:
        self._field(element.get(f"{W}fldCharType", ""), look)

    def _code(self, element: _Element, _: Look) -> None:
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].code.append(element.text or "")

    def _note_mark(self, _: _Element, look: Look) -> None:
        self._add(Kind.TEXT, look, self._story.note)

    def _number(self, _: _Element, look: Look) -> None:
        self._pieces.append(Piece(Kind.PAGE_NUMBER, look.letters))

    def _text(self, element: _Element, look: Look) -> None:
        text = element.text or ""
        if element.get(XML_SPACE) != "preserve":
            text = text.strip(" \t\n\r")
        text = text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
        if text:
            self._write(text, look)

    def _write(self, text: str, look: Look) -> None:
        """Text in its font: picture fonts have signs of their own, old ones other letters."""
        if look.pictures or _PICTURED.search(text):
            text = symbols.shown(text, look.font)
        elif look.old and not _OLD_SIGNS.isdisjoint(text):
            self.faults.append(
                Words(f"chữ mã cũ (phông {look.font})", f"letters in an old code ({look.font})")
            )
        if look.remarks and text.strip():
            self.faults.extend(look.remarks)
        self._add(Kind.TEXT, look, text)

    def _symbol(self, element: _Element, look: Look) -> None:
        code = element.get(f"{W}char", "")
        font = element.get(f"{W}font", "")
        text = symbols.shown(chr(int(code, 16)), font) if _is_code(code) else ""
        if not text or "\ue000" <= text <= "\uf8ff":
            self.faults.append(refusals.element("sym"))
        else:
            self._add(Kind.TEXT, look, text)

    def _break(self, element: _Element, look: Look) -> None:
        kind = element.get(f"{W}type", "textWrapping")
        kinds = {
            "page": Kind.PAGE_BREAK,
            "column": Kind.COLUMN_BREAK,
            "textWrapping": Kind.LINE_BREAK,
        }
        if kind in kinds:
            self._add(kinds[kind], look)
        else:
            self.faults.append(refusals.attribute("br", "type", kind))

    def _far_tab(self, element: _Element, look: Look) -> None:
        align = element.get(f"{W}alignment", "left")
        if align in {"left", "center", "right"} and not self._silent():
            self._pieces.append(Piece(Kind.TAB, look.letters, align=Align(align)))
        else:
            self.faults.append(refusals.attribute("ptab", "alignment", align))

    def _note(self, element: _Element, look: Look) -> None:
        if not self._silent():
            piece = self._reader.notes.piece(element, look.letters, self.faults)
            if piece is not None:
                self._pieces.append(piece)

    def _draw(self, element: _Element, look: Look) -> None:
        if self._silent():
            return
        for drawing in self._reader.drawings.read(element, self._story, self.faults):
            if drawing.anchor is None:
                self._pieces.append(Piece(Kind.DRAWING, look.letters, drawing=drawing))
            else:
                self.anchored.append(drawing)
        for open_field in self._fields:
            open_field.printed = True

    def _add(self, kind: Kind, look: Look, text: str = "") -> None:
        link = self._link
        if self._fields:
            if self._silent():
                return
            link = link or next((f.link for f in reversed(self._fields) if f.link), "")
            for open_field in self._fields:
                open_field.printed = True
        if look.other == look.letters.face or text.isascii():
            self._pieces.append(Piece(kind, look.letters, text, link))
            return
        for letters, part in look.parted(text):
            self._pieces.append(Piece(kind, letters, part, link))

    # -- fields --

    def _silent(self) -> bool:
        """Whether what is read stands inside a field's code, or is a result reckoned anew."""
        return bool(self._fields) and any(not f.in_result or f.counted for f in self._fields)

    def _field(self, stage: str, look: Look) -> None:
        if stage == "begin":
            self._fields.append(Field())
        elif stage == "separate" and self._fields and not self._fields[-1].in_result:
            self._open(self._fields[-1], look)
        elif stage == "end" and self._fields:
            if not self._fields[-1].in_result:
                self._open(self._fields[-1], look)
            closed = self._fields.pop()
            fault = closed.fault(in_header=self._story.in_header)
            if fault is not None and not self._silent():
                self.faults.append(fault)
        else:
            self.faults.append(refusals.element("fldChar"))

    def _open(self, opened: Field, look: Look) -> None:
        outer = any(not f.in_result or f.counted for f in self._fields[:-1])
        if (counted := opened.opened()) is not None and not outer:
            kind, format_ = counted
            for open_field in self._fields:
                open_field.printed = True
            self._pieces.append(Piece(kind, look.letters, link="", numbers=format_))


def _is_code(text: str) -> bool:
    return 0 < len(text) <= 4 and all(c in "0123456789abcdefABCDEF" for c in text)  # noqa: PLR2004
