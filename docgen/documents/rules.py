"""The last touch on a filled paper: lines as long as the law wants, signatures never alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.documents.schema import PARAGRAPH_ORDER, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

TWIPS_PER_POINT: Final = 20
# Phụ lục I: the line under Tiêu ngữ is as long as the text, those under the issuer and the
# summary a third to a half of it. Styles go by name: Word renames ids when it saves.
RULE_FULL: Final = "Đường kẻ đủ"
RULE_PART: Final = "Đường kẻ ngắn"
SHARES: Final[Mapping[str, float]] = {RULE_FULL: 1.0, RULE_PART: 0.4}
END_GAP: Final = "Trước khối ký"

_FACES: Final = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold-italic",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a style writes: its name, size in points, bold, italic."""

    name: str
    size: float
    bold: bool
    italic: bool


@cache
def _advances(face: str) -> dict[str, int]:
    """The advance of each character of ``face`` in units of 1/2048 of its size."""
    text = (Path(__file__).parent / "data" / "advances.json").read_text("utf-8")
    return {char: int(width) for width, chars in json.loads(text)[face].items() for char in chars}


def text_width(text: str, look: Look) -> float:
    """The width of ``text`` on one line, in points."""
    advances = _advances(_FACES[look.bold, look.italic])
    widest = advances["n"]
    return sum(advances.get(char, widest) for char in text) * look.size / 2048


def longest_line(text: str, look: Look, room: float) -> float:
    """The width in points of the longest line of ``text`` when it is broken into ``room``."""
    longest = width = 0.0
    space = text_width(" ", look)
    for word in text.split():
        size = text_width(word, look)
        wider = width + space + size if width else size
        width = size if width and wider > room else wider
        longest = max(longest, width)
    return min(longest, room)


@lru_cache(maxsize=32)
def looks(styles: bytes) -> dict[str, Look]:
    """The look of every paragraph style of ``word/styles.xml``, by style id."""
    root = etree.fromstring(styles)
    default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    ground = _with(Look("", 10.0, bold=False, italic=False), default)
    found = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    return {key: _resolved(key, found, ground, 0) for key in found}


def _resolved(key: str, styles: Mapping[str, Element], ground: Look, depth: int) -> Look:
    style = styles.get(key)
    if style is None or depth > len(styles):
        return ground
    based = style.find(f"{W}basedOn")
    parent = "" if based is None else based.get(f"{W}val", "")
    look = _with(_resolved(parent, styles, ground, depth + 1), style.find(f"{W}rPr"))
    name = style.find(f"{W}name")
    return Look("" if name is None else name.get(f"{W}val", ""), look.size, look.bold, look.italic)


def _with(look: Look, properties: Element | None) -> Look:
    if properties is None:
        return look
    size = properties.find(f"{W}sz")
    return Look(
        look.name,
        look.size if size is None else float(size.get(f"{W}val", "20")) / 2,
        _toggle(properties.find(f"{W}b"), default=look.bold),
        _toggle(properties.find(f"{W}i"), default=look.italic),
    )


def _toggle(mark: Element | None, *, default: bool) -> bool:
    return default if mark is None else mark.get(f"{W}val", "1") not in {"0", "false", "off"}


def finish(document: Element, styles: bytes) -> None:
    """Sets the drawn lines of the filled ``document`` and ties its end block to the text before.

    Args:
        document: the ``w:document`` element, changed in place.
        styles: the bytes of ``word/styles.xml``.
    """
    by_id = looks(styles)
    for paragraph in list(document.iter(f"{W}p")):
        look = by_id.get(_style(paragraph))
        if look is None:
            continue
        if look.name in SHARES:
            _draw(paragraph, SHARES[look.name], by_id)
        elif look.name == END_GAP and (before := paragraph.getprevious()) is not None:
            _keep_with_next(before)


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _draw(rule: Element, share: float, by_id: Mapping[str, Look]) -> None:
    lines = list(_lines_above(rule))
    look = by_id.get(_style(lines[0])) if lines else None
    if look is None:
        return
    room = _room(rule)
    longest = max(longest_line(_text(line), look, room / TWIPS_PER_POINT) for line in lines)
    indent = str(max(0, round((room - longest * share * TWIPS_PER_POINT) / 2)))
    _property(rule, "ind").attrib.update({f"{W}left": indent, f"{W}right": indent})


def _lines_above(rule: Element) -> Iterator[Element]:
    """The paragraphs just above ``rule`` that are written in one and the same style."""
    above = rule.getprevious()
    style = "" if above is None else _style(above)
    while above is not None and above.tag == f"{W}p" and _style(above) == style:
        yield above
        above = above.getprevious()


def _text(paragraph: Element) -> str:
    return "".join(
        (node.text or "") if node.tag == f"{W}t" else " "
        for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab")
    )


def _room(paragraph: Element) -> int:
    """The twips between the borders of the cell, or the margins of the page, of ``paragraph``."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag == f"{W}tc":
        margins = parent.iterancestors(f"{W}tbl").__next__().find(f"{W}tblPr/{W}tblCellMar")
        taken = sum(_number(margins, side, "w", 108) for side in ("left", "right"))
        return _number(parent.find(f"{W}tcPr"), "tcW", "w", 0) - taken
    section = next(_following_sections(paragraph), None)
    taken = sum(_number(section, "pgMar", side, 1440) for side in ("left", "right"))
    return _number(section, "pgSz", "w", 11906) - taken


def _following_sections(paragraph: Element) -> Iterator[Element]:
    for after in paragraph.itersiblings():
        yield from after.iter(f"{W}sectPr")


def _number(parent: Element | None, tag: str, attribute: str, default: int) -> int:
    child = None if parent is None else parent.find(f"{W}{tag}")
    return default if child is None else int(child.get(f"{W}{attribute}", default))


def _keep_with_next(before: Element) -> None:
    if before.tag == f"{W}p":
        _property(before, "keepNext")


def _property(paragraph: Element, name: str) -> Element:
    """The property ``name`` of ``paragraph``, made in its place of the schema if it is missing."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    found = properties.find(f"{W}{name}")
    if found is None:
        rank = PARAGRAPH_ORDER.index(name)
        place = sum(1 for child in properties if _rank(child) < rank)
        found = etree.Element(f"{W}{name}")
        properties.insert(place, found)
    return found


def _rank(child: Element) -> int:
    name = etree.QName(child).localname
    return PARAGRAPH_ORDER.index(name) if name in PARAGRAPH_ORDER else len(PARAGRAPH_ORDER)
