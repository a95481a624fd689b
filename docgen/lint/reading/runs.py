"""The letters of a paragraph: tracked changes as accepted, fields by the result they show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docgen.lint.reading.model import Run
from docgen.word.schema import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.lint.reading.styles import Styles

OBJECT: Final = "\ufffc"
"""Stands in the text for a picture or a formula."""

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHARS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_GONE: Final = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "rPrChange", "pPrChange", "sdtPr", "sdtEndPr")
)
_TRACES: Final = tuple(
    W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
)
_DRAWINGS: Final = frozenset(
    {f"{W}drawing", f"{W}pict", f"{W}object", f"{_MC}AlternateContent"}
)  # fmt: skip


@dataclass(slots=True)
class Letters:
    """What one paragraph holds: its runs, the names of its fields, drawings met on the way."""

    styles: Styles
    style: str
    table: str
    runs: list[Run] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    breaks: bool = False  # a page break stands before the first letter
    ended: bool = False  # a page break stands after the last letter
    _length: int = 0
    _open: list[str | None] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All letters."""
        return "".join(run.text for run in self.runs)

    def read(self, element: Element) -> None:
        """Read what stands below ``element``."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child)
            elif tag == f"{W}fldSimple":
                self._named(child.get(f"{W}instr", ""))
                self.read(child)
            elif isinstance(tag, str) and tag not in _GONE:
                if tag in _DRAWINGS:
                    self.drawings.append(child)
                else:
                    self.read(child)

    def _run(self, run: Element) -> None:
        look = self.styles.look(run.find(f"{W}rPr"), self.style, self.table)
        for node in run:
            tag = node.tag
            if tag == f"{W}t":
                self._add(node.text or "", run, node, look)
            elif tag in _CHARS:
                self._break(node)
                self._add(_CHARS[tag], run, node, look)
            elif tag == f"{W}fldChar":
                self._field(node.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText" and self._open:
                self._open[-1] = (self._open[-1] or "") + (node.text or "")
            elif tag == f"{W}sym":
                self._add("-", run, node, look)
            elif tag in _DRAWINGS:
                self.drawings.append(node)

    def _add(self, text: str, run: Element, node: Element, look: object) -> None:
        if not text or look.hidden or any(code is not None for code in self._open):  # type: ignore[attr-defined]
            return
        self.runs.append(Run(self._length, text, look, run, node))  # type: ignore[arg-type]
        self._length += len(text)
        self.ended = False

    def _break(self, node: Element) -> None:
        if node.get(f"{W}type") == "page":
            self.breaks = self.breaks or not self.text.strip()
            self.ended = True

    def _field(self, mark: str) -> None:
        """A field shows its result; while its instruction is read, nothing is shown."""
        if mark == "begin":
            self._open.append("")
        elif mark == "separate" and self._open:
            self._named(self._open[-1] or "")
            self._open[-1] = None
        elif mark == "end" and self._open:
            code = self._open.pop()
            if code:
                self._named(code)

    def _named(self, code: str) -> None:
        words = code.split()
        if words:
            self.fields.append(words[0].upper())


def tracked(element: Element) -> bool:
    """Whether a person's changes in ``element`` still wait to be accepted."""
    return next(element.iter(*_TRACES), None) is not None
