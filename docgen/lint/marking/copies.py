"""A copy of a Word file in the making: its tree, marks with ids of their own, its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.lint.reading.body import read
from docgen.word.archive import packed, written
from docgen.word.markup import serialised
from docgen.word.schema import W

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element as Element

    from docgen.lint.reading.model import WordFile

AUTHOR: Final = "docgen"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass
class Copy:
    """The file read anew, so that marking it leaves what was judged as it is."""

    file: WordFile
    day: date
    parts: dict[str, bytes] = field(default_factory=dict)
    _last: int = -1

    def next_id(self) -> str:
        """An id that no mark of the paper has yet."""
        if self._last < 0:
            told = (str(value) for value in self.file.root.xpath("//@w:id", namespaces=_NAMES))
            self._last = max((int(one) for one in told if one.isdecimal()), default=0)
        self._last += 1
        return str(self._last)

    def mark(self, tag: str) -> Element:
        """An element that says who changed or remarked what and when."""
        element = etree.Element(W + tag)
        element.set(f"{W}id", self.next_id())
        element.set(f"{W}author", AUTHOR)
        element.set(f"{W}date", f"{self.day.isoformat()}T00:00:00Z")
        return element

    def bytes(self) -> bytes:
        """The whole copy; parts that were not touched are as in the source."""
        parts = {**self.file.parts, **self.parts}
        parts[self.file.part] = serialised(self.file.root)
        return written(packed(name, content) for name, content in parts.items())


_NAMES: Final = {"w": W[1:-1]}


def copy_of(data: bytes, name: str, day: date) -> Copy:
    """A copy of the Word file ``data``, to be marked on ``day``.

    Raises:
        TemplateError: the gate for files from outside refuses it.
    """
    return Copy(read(data, name), day)


def text_node(tag: str, text: str) -> Element:
    """``w:t`` or ``w:delText`` that keeps the space around its text."""
    node = etree.Element(W + tag)
    node.set(SPACE, "preserve")
    node.text = text
    return node
