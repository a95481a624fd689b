"""The last touch on a filled paper: lines as long as the law wants, signatures never alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.word.filling import annexes
from docgen.word.filling.looks import (
    BALANCED,
    BAR,
    END_GAP,
    GAP,
    SHARES,
    SIGNER,
    StyleLook,
    child_of,
    number_of,
)
from docgen.word.filling.widths import line_widths, longest_line, sensible_room
from docgen.word.schema import PARAGRAPH_ORDER, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

TWIPS_PER_POINT: Final = 20

_P, _PROPERTIES, _STYLE, _VAL = f"{W}p", f"{W}pPr", f"{W}pStyle", f"{W}val"
_RANKS: Final = {f"{W}{name}": rank for rank, name in enumerate(PARAGRAPH_ORDER)}
# One line of 14 points in Times New Roman, in twips: the step by which names are levelled.
_LINE: Final = 322


def finish(document: Element, by_id: Mapping[str, StyleLook]) -> None:
    """Sets lines, titles, numbers of annexes, signers and the end block of the filled ``document``.

    Args:
        document: the ``w:document`` element, changed in place.
        by_id: how each of its paragraph styles writes, by style id.
    """
    for table in document.iter(f"{W}tbl"):
        _keep_ends(table, by_id)
    labels: list[Element] = []
    for paragraph in list(document.iter(f"{W}p")):
        look = by_id.get(_style(paragraph))
        if look is None:
            continue
        if look.name == annexes.LABEL:
            labels.append(paragraph)
        if look.name in BALANCED:
            _balance(paragraph, look)
        elif look.name in SHARES:
            _draw(paragraph, SHARES[look.name], by_id)
        elif look.name == BAR:
            _measure(paragraph)
        elif look.name == SIGNER:
            _level(paragraph, by_id)
        elif look.name == END_GAP and (before := paragraph.getprevious()) is not None:
            _keep_with_next(before)
    annexes.number(labels, {look.name for look in by_id.values()})


def _style(paragraph: Element) -> str:
    for properties in paragraph:
        style = child_of(properties, _STYLE) if properties.tag == _PROPERTIES else None
        if style is not None:
            return style.get(_VAL, "")
    return ""


def _balance(title: Element, look: StyleLook) -> None:
    room = _room(title)
    wanted = sensible_room(_text(title), look, room / TWIPS_PER_POINT)
    _narrow(title, room, wanted)


def _narrow(paragraph: Element, room: int, wanted: float) -> None:
    """Leaves ``wanted`` points of ``room`` twips between equal indents of ``paragraph``."""
    indent = max(0, round((room - wanted * TWIPS_PER_POINT) / 2))
    if indent:
        sides = {f"{W}left": str(indent), f"{W}right": str(indent)}
        _property(paragraph, "ind").attrib.update(sides)


def _draw(rule: Element, share: float, by_id: Mapping[str, StyleLook]) -> None:
    lines = list(_lines_above(rule))
    look = by_id.get(_style(lines[0])) if lines else None
    if look is None:
        return
    room = _room(rule)
    longest = max(longest_line(_text(line), look, _points_inside(line, room)) for line in lines)
    _narrow(rule, room, longest * share)


def _measure(bar: Element) -> None:
    """Makes ``bar`` as long as its text says, in per cent of its room; the text goes.

    Nothing, and what is no number, draws no bar.
    """
    share = _per_cent(_text(bar))
    for run in list(bar.iterchildren(f"{W}r")):
        bar.remove(run)
    if share:
        right = round(_room(bar) * (1 - share / 100))
        _property(bar, "ind").set(f"{W}right", str(right))
    else:
        sides = _property(bar, "pBdr")
        etree.SubElement(sides, f"{W}top").set(f"{W}val", "nil")


def _per_cent(text: str) -> float:
    try:
        share = float(text.strip().replace(",", "."))
    except ValueError:
        return 0.0
    return min(100.0, share) if share > 0 else 0.0  # what is no number is not above 0 either


def _points_inside(paragraph: Element, room: int) -> float:
    """The points between the indents of ``paragraph``."""
    properties = child_of(paragraph, _PROPERTIES)
    taken = sum(number_of(properties, "ind", side, 0) for side in ("left", "right"))
    return max(room - taken, 1) / TWIPS_PER_POINT


def _level(name: Element, by_id: Mapping[str, StyleLook]) -> None:
    """Lowers the name of a signer to that of a neighbour who has more lines of office."""
    own_cell = name.getparent()
    if own_cell is None or own_cell.tag != f"{W}tc":
        return
    row = own_cell.getparent()
    heights = {
        cell: _lines_over(cell, by_id) for cell in (() if row is None else row.iter(f"{W}tc"))
    }
    signed = [height for height in heights.values() if height is not None]
    missing = max(signed) - (heights[own_cell] or 0)
    if missing:
        own = by_id[_style(name)]
        _property(name, "spacing").set(f"{W}before", str(own.before + missing * _LINE))


def _lines_over(cell: Element, by_id: Mapping[str, StyleLook]) -> int | None:
    """How many lines stand over the name in ``cell``; ``None`` if nobody signs there."""
    count, inside = 0, _room_in(cell)
    for paragraph in cell.iterchildren(f"{W}p"):
        look = by_id.get(_style(paragraph))
        if look is None:
            return None
        if look.name == SIGNER:
            return count
        room = _points_inside(paragraph, inside)
        count += max(1, len(line_widths(_text(paragraph), look, room)))
    return None


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
        return _room_in(parent)
    section = next(_following_sections(paragraph), None)
    taken = sum(number_of(section, "pgMar", side, 1440) for side in ("left", "right"))
    return number_of(section, "pgSz", "w", 11906) - taken


def _room_in(cell: Element) -> int:
    """The twips between the borders of ``cell``."""
    margins = next(cell.iterancestors(f"{W}tbl")).find(f"{W}tblPr/{W}tblCellMar")
    taken = sum(number_of(margins, side, "w", 108) for side in ("left", "right"))
    return number_of(child_of(cell, f"{W}tcPr"), "tcW", "w", 0) - taken


def _following_sections(paragraph: Element) -> Iterator[Element]:
    for after in paragraph.itersiblings():
        yield from after.iter(f"{W}sectPr")


def _keep_ends(table: Element, by_id: Mapping[str, StyleLook]) -> None:
    """No page ends with the first row of a list alone, and none begins with its last alone.

    What leads to the list stays with it. Lists are the tables whose head is repeated on each page.
    """
    rows = list(table.iterchildren(f"{W}tr"))
    body = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is None]
    if len(body) == len(rows):
        return
    for row in dict.fromkeys([*body[:-1][:1], *body[:-1][-1:]]):
        for paragraph in row.iter(f"{W}p"):
            _property(paragraph, "keepNext")
    _lead_in(table, by_id)


def _lead_in(table: Element, by_id: Mapping[str, StyleLook]) -> None:
    """Keeps what leads to the list with it.

    The bare gap that templates put above a list goes: LibreOffice keeps a heading with the words
    below it and these with a list, but nothing over a further paragraph.
    """
    above = table.getprevious()
    if above is None or above.tag != f"{W}p":
        return
    before, body = above.getprevious(), table.getparent()
    look = by_id.get(_style(above))
    bare = look is not None and look.name == GAP and len(above) == len(above[0]) == 1
    if bare and body is not None and before is not None and before.tag == f"{W}p":
        body.remove(above)
        above = before
    _property(above, "keepNext")


def _keep_with_next(before: Element) -> None:
    if before.tag == f"{W}p":
        _property(before, "keepNext")


def _property(paragraph: Element, name: str) -> Element:
    """The property ``name`` of ``paragraph``, made in its place of the schema if it is missing."""
    properties = child_of(paragraph, _PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    tag = f"{W}{name}"
    found = child_of(properties, tag)
    if found is None:
        rank = _RANKS[tag]
        place = sum(_RANKS.get(str(child.tag), len(_RANKS)) < rank for child in properties)
        found = etree.Element(tag)
        properties.insert(place, found)
    return found
