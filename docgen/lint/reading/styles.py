"""Styles resolved: how letters and paragraphs look after defaults, theme, tables and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.lint.reading.model import Form, Look
from docgen.lint.reading.properties import TOGGLES, Values, form, letters
from docgen.word.schema import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.lint.reading.numbering import Numbering

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_GROUND: Final[Values] = {"size": 10.0, "font": ("name", ""), "ascii_font": ("name", "")}
_LONGEST_CHAIN: Final = 20


class Theme:
    """Fonts of the theme, by the names that ``w:rFonts`` gives them."""

    def __init__(self, root: Element | None) -> None:
        """Read the Latin faces of headings (major) and text (minor)."""
        self._faces = {"major": "", "minor": ""}
        for kind in self._faces:
            face = None if root is None else root.find(f".//{_A}{kind}Font/{_A}latin")
            if face is not None:
                self._faces[kind] = face.get("typeface", "")

    def face(self, told: tuple[str, str]) -> str:
        """The font of ``("theme", "minorHAnsi")`` or ``("name", "Arial")``; empty when unknown."""
        how, name = told
        return name if how == "name" else self._faces.get(name[:5], "")


class Styles:
    """The styles of one file; answers already given are remembered."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        """Read the styles below ``w:styles``; a file without them has the format's defaults."""
        self.theme = theme
        self._by_id: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._letters: Values = dict(_GROUND)
        self._form: Values = {}
        self._chains: dict[str, tuple[Values, Values]] = {}
        self._looks: dict[tuple[str, str, bytes], Look] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        for style in root.iterchildren(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self._by_id[key] = style
            if style.get(f"{W}default", "0") in {"1", "true", "on"}:
                self._default.setdefault(style.get(f"{W}type", "paragraph"), key)
        self._letters.update(letters(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))
        self._form.update(form(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")))

    def element(self, key: str) -> Element | None:
        """The style ``key``."""
        return self._by_id.get(key)

    def chain(self, key: str) -> tuple[Values, Values]:
        """What the style ``key`` and all that it is based on say of letters and of form."""
        if key not in self._chains:
            said: tuple[Values, Values] = ({}, {})
            for style in reversed(self.ancestors(key)):
                said[0].update(letters(style.find(f"{W}rPr")))
                said[1].update(form(style.find(f"{W}pPr")))
            self._chains[key] = said
        return self._chains[key]

    def ancestors(self, key: str) -> list[Element]:
        """The style ``key`` and those it is based on, itself first."""
        chain: list[Element] = []
        while (style := self._by_id.get(key)) is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            based = style.find(f"{W}basedOn")
            key = "" if based is None else based.get(f"{W}val", "")
        return chain

    def paragraph_style(self, properties: Element | None) -> str:
        """The id of the style of a paragraph with these ``w:pPr``."""
        chosen = None if properties is None else properties.find(f"{W}pStyle")
        key = "" if chosen is None else chosen.get(f"{W}val", "")
        return key if key in self._by_id else self._default.get("paragraph", "")

    def form(self, properties: Element | None, table: str, numbering: Numbering) -> Form:
        """The form of a paragraph with these ``w:pPr`` in a table of the style ``table``."""
        style = self.paragraph_style(properties)
        direct, own = form(properties), self.chain(style)[1]
        values = {**self._form, **self.chain(table)[1], **own}
        for source in (own, direct):
            if source.get("list_id", "0") != "0":
                level = source["list_level"] if "list_level" in source else own.get("list_level", 0)
                below = form(numbering.level_properties(source["list_id"], level))
                values.update({**below, **(own if source is own else {})})
        values.update(direct)
        values["style"] = style
        return Form(**values)

    def look(self, properties: Element | None, style: str, table: str) -> Look:
        """How a run with these ``w:rPr`` looks in a paragraph of ``style``."""
        raw = b"" if properties is None else etree.tostring(properties, with_tail=False)
        key = (style, table, raw)
        if key not in self._looks:
            self._looks[key] = self._resolved(letters(properties), style, table)
        return self._looks[key]

    def _resolved(self, direct: Values, style: str, table: str) -> Look:
        levels = [self.chain(table)[0], self.chain(style)[0], {}]
        if "style" in direct:
            levels[2] = self.chain(direct["style"])[0]
        values = dict(self._letters)
        for level in levels:
            values.update(level)
        for name in TOGGLES:
            values[name] = self._letters.get(name, False) or _turned(name, levels)
        values.update(direct)
        return self._look(values)

    def _look(self, values: Values) -> Look:
        return Look(
            font=self.theme.face(values["font"]),
            ascii_font=self.theme.face(values["ascii_font"]),
            size=values["size"],
            bold=values["b"],
            italic=values["i"],
            underlined=values.get("underlined", False),
            capitals=values["caps"] or values["smallCaps"],
            hidden=values["vanish"],
            raised=values.get("raised", False),
            colour=values.get("colour", "auto"),
        )

    def table_style(self, properties: Element | None) -> str:
        """The id of the style of a table with these ``w:tblPr``."""
        chosen = None if properties is None else properties.find(f"{W}tblStyle")
        key = "" if chosen is None else chosen.get(f"{W}val", "")
        return key if key in self._by_id else self._default.get("table", "")


def _turned(name: str, levels: list[Values]) -> bool:
    """Whether an odd number of levels of styles turn the switch ``name`` on."""
    return sum(bool(level.get(name)) for level in levels) % 2 == 1
