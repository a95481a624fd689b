"""Golden papers changed in one thing: what a clerk might do to them in Word."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from docgen.lint.holding import hold
from docgen.lint.reading.body import read
from docgen.lint.roles.reader import sheets
from docgen.word.archive import packed, written
from tests.samples import ceremony_drafts, drafts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docgen.lint.holding import Held
    from docgen.lint.roles.model import Part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLE = "xa-2026-to-lien-gia"
DAY = date(2026, 9, 1)


@cache
def golden(template: str) -> bytes:
    """The first paper of the usual sample that is made from ``template``."""
    papers = [*drafts(SAMPLE), *ceremony_drafts(SAMPLE)]
    return next(one.docx for one in papers if one.due.paper.template == template)


def held(data: bytes, regime: str, without: Iterable[str] = ()) -> Held:
    """``data`` held against the rules of ``regime`` on the day of the usual sample."""
    return hold(data, "van-ban.docx", DAY, regime=regime, without=without)


class Altered:
    """A Word file whose parts are found by the reader of roles, then changed."""

    def __init__(self, data: bytes) -> None:
        """Read ``data``."""
        self.data = data
        self.file = read(data, "van-ban.docx")
        self.sheets = sheets(self.file)
        self.parts_written = dict(self.file.parts)

    def bytes(self) -> bytes:
        """The file as it is now."""
        parts = dict(self.parts_written)
        parts[self.file.part] = etree.tostring(
            self.file.root, encoding="UTF-8", standalone=True
        )  # fmt: skip
        return written(packed(name, content) for name, content in parts.items())

    def again(self) -> Altered:
        """The file read anew after a change of its parts."""
        return Altered(self.bytes())

    def of(self, *roles: str) -> list[Part]:
        """The parts of ``roles`` in all papers of the file."""
        return [part for sheet in self.sheets for part in sheet.of(*roles)]

    @property
    def root(self) -> Any:
        """The document."""
        return self.file.root

    def element(self, role: str, at: int = 0) -> Any:
        """The paragraph of a part."""
        return element_of(self.of(role)[at])

    def look(self, parts: Iterable[Part], **values: str | None) -> None:
        """Set properties of every run of ``parts``: ``sz="32"``, ``b="0"``."""
        for part in parts:
            for run in part.line.runs:
                properties = run.element.find(f"{W}rPr")
                if properties is None:
                    properties = etree.Element(f"{W}rPr")
                    run.element.insert(0, properties)
                for name, value in values.items():
                    _set(properties, name, {"val": value})

    def font(self, parts: Iterable[Part], name: str) -> None:
        """Set the font of every run of ``parts``."""
        for part in parts:
            self.look([part], rFonts=None)
            for run in part.line.runs:
                fonts: Any = run.element.find(f"{W}rPr/{W}rFonts")
                for attribute in ("ascii", "hAnsi", "cs"):
                    fonts.set(f"{W}{attribute}", name)

    def form(self, parts: Iterable[Part], tag: str, **values: str) -> None:
        """Set attributes of a paragraph property of ``parts``: ``"ind", left="0"``."""
        for part in parts:
            _set(_properties(element_of(part)), tag, values)

    def say(self, part: Part, text: str) -> None:
        """Let a part say ``text`` in the look of its first run."""
        say(element_of(part), text)

    def replace(self, part: Part, old: str, new: str) -> None:
        """Replace words of a part, which must hold them."""
        text = part.line.paragraph.text
        assert re.search(old, text), (old, text)
        self.say(part, re.sub(old, new, text, count=1))

    def remove(self, *roles: str) -> None:
        """Take the paragraphs of ``roles`` away; a cell keeps an empty one."""
        for part in self.of(*roles):
            element = element_of(part)
            parent = element.getparent()
            if len(parent.findall(f"{W}p")) > 1:
                parent.remove(element)
            else:
                for run in element.findall(f"{W}r"):
                    element.remove(run)

    def after(self, part: Part, text: str, style: str = "") -> Any:
        """A new paragraph below ``part`` that looks as it does, or as ``style``."""
        element = element_of(part)
        new = deepcopy(element)
        say(new, text)
        if style:
            properties = new.find(f"{W}pPr")
            for child in list(properties):
                properties.remove(child)
            etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
        element.addnext(new)
        return new

    def section(self, at: int, tag: str, **values: str | None) -> None:
        """Set attributes of a property of the section ``at``; ``None`` takes them away."""
        _set(self.file.sections[at].element, tag, values)

    def header(self, change: Callable[[str], str]) -> None:
        """Change the text of the header part."""
        name = next(one for one in self.parts_written if "header" in one)
        text = change(self.parts_written[name].decode("utf-8"))
        self.parts_written[name] = text.encode("utf-8")


def element_of(part: Part) -> Any:
    """The paragraph of a part."""
    return part.line.paragraph.element


def say(paragraph: Any, text: str) -> None:
    """Let ``paragraph`` say ``text`` in the look of its first run."""
    runs = paragraph.findall(f"{W}r")
    first = runs[0] if runs else etree.SubElement(paragraph, f"{W}r")
    for run in runs[1:]:
        paragraph.remove(run)
    for child in [one for one in first if one.tag != f"{W}rPr"]:
        first.remove(child)
    node = etree.SubElement(first, f"{W}t")
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    node.text = text


def paragraph(style: str, text: str = "") -> Any:
    """A paragraph of ``style``."""
    element = etree.Element(f"{W}p")
    etree.SubElement(_properties(element), f"{W}pStyle").set(f"{W}val", style)
    if text:
        say(element, text)
    return element


def _properties(element: Any) -> Any:
    found = element.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        element.insert(0, found)
    return found


def _set(parent: Any, tag: str, values: dict[str, str | None] | dict[str, str]) -> None:
    child = parent.find(W + tag)
    if child is None:
        child = etree.SubElement(parent, W + tag)
    for name, value in values.items():
        if value is None:
            child.attrib.pop(W + name, None)
        else:
            child.set(W + name, value)
