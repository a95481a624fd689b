"""The styles part read: styles by name, and what holds where none speaks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.printing import refusals
from docgen.printing.reading import grammar
from docgen.printing.reading.grammar import Properties, W
from docgen.printing.reading.looks import Looks
from docgen.printing.reading.numbering import EMPTY, Numbering
from docgen.printing.reading.styles import FORMS, LOOKS, Defaults, Faults, Part, Style, Styles
from docgen.printing.reading.subset.paragraphs import STYLE_NOTES
from docgen.printing.reading.subset.tables import CELL, ROW, TABLE
from docgen.printing.reading.theme import Theme, read_theme
from docgen.word.markup import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.errors import Words
    from docgen.printing.reading.grammar import Values

_NO_STYLES = f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode()
_PARTS = {"pPr": FORMS, "rPr": LOOKS} | {
    name: Properties(rules) for name, rules in (("tblPr", TABLE), ("trPr", ROW), ("tcPr", CELL))
}


@lru_cache(maxsize=16)
def read_styles(
    styles: bytes, theme: bytes = b"", fonts: bytes = b"", lists: bytes = b""
) -> Styles:
    """The styles of a paper; equal parts are read once.

    Args:
        styles: the styles part, b"" for none.
        theme: the theme part, b"" for none.
        fonts: the font table, b"" for none.
        lists: the numbering part, b"" for none.
    """
    root = parse(styles or _NO_STYLES, "word/styles.xml")
    looks = Looks(
        read_theme(parse(theme, "word/theme.xml")) if theme else Theme(),
        _kinds(parse(fonts, "word/fontTable.xml")) if fonts else {},
    )
    made: dict[str, Style] = {}
    default: dict[str, str] = {}
    normal = ""
    for element in root.iterchildren(f"{W}style"):
        name, kind = element.get(f"{W}styleId", ""), element.get(f"{W}type", "")
        if element.get(f"{W}default") in {"1", "true", "on"}:
            default[kind] = name
        elif kind == "paragraph" and _is_normal(element):
            # LibreOffice names no default; whatever has no style of its own is still "Normal".
            normal = name
        made[name] = _read_style(element, kind)
    if normal:
        default.setdefault("paragraph", normal)
    letters, faults = _defaults(root, "rPr")
    form, more = _defaults(root, "pPr")
    return Styles(made, Defaults(default, form, letters, (*faults, *more)), looks, _lists(lists))


def _is_normal(element: _Element) -> bool:
    named = element.find(f"{W}name")
    return named is not None and named.get(f"{W}val", "").lower() == "normal"


def _lists(data: bytes) -> Numbering:
    return Numbering(parse(data, "word/numbering.xml")) if data else EMPTY


def _kinds(root: _Element) -> dict[str, str]:
    kinds = {}
    for element in root.iterchildren(f"{W}font"):
        family = element.find(f"{W}family")
        kinds[element.get(f"{W}name", "")] = "" if family is None else family.get(f"{W}val", "")
    return kinds


def _defaults(root: _Element, kind: str) -> tuple[Values, Faults]:
    return _PARTS[kind].read(root.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}"))


def _read_style(element: _Element, kind: str) -> Style:
    faults: list[Words] = []
    part = _read_part(element, faults)
    parts = {"": part} if kind == "table" else {}
    for child in element:
        name = grammar.local(child)
        if name == "tblStylePr":
            parts[child.get(f"{W}type", "")] = _read_part(child, faults)
        elif name not in _PARTS and name not in STYLE_NOTES and str(child.tag).startswith(W):
            faults.append(refusals.element(name))
    based = element.find(f"{W}basedOn")
    return Style(
        kind,
        "" if based is None else based.get(f"{W}val", ""),
        part.form,
        part.letters,
        part.table,
        tuple(faults),
        parts,
    )


def _read_part(element: _Element, faults: list[Words]) -> Part:
    read: dict[str, Values] = {}
    for child in element:
        name = grammar.local(child)
        if name in _PARTS:
            read[name], more = _PARTS[name].read(child)
            faults.extend(more)
    return Part(*(read.get(name, {}) for name in _PARTS))
