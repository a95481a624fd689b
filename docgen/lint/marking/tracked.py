"""Changes that Word shows as tracked: looks of runs, forms of paragraphs, pages, words."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from docgen.lint.marking.copies import SPACE, text_node
from docgen.lint.reading.model import TWIPS_PER_MILLIMETRE, TWIPS_PER_POINT
from docgen.word.schema import PARAGRAPH_ORDER, W

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from docgen.lint.marking.copies import Copy
    from docgen.lint.reading.model import Paragraph, Run, Section

# ECMA-376 part 1, 17.3.2.28: the children of w:rPr come in this order.
_RUN_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
    "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
    "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath", "rPrChange",
)  # fmt: skip
_NEVER_KEPT: Final = frozenset({f"{W}headerReference", f"{W}footerReference"})
_LINES: Final = 240


def change_run(copy: Copy, run: Element, values: Mapping[str, Any]) -> None:
    """Give ``run`` the looks ``values``, its former look kept in ``w:rPrChange``."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    _keep(copy, properties, "rPrChange", "rPr")
    for name, value in values.items():
        for tag, attributes in _LOOKS[name](value):
            _set(properties, tag, attributes, _RUN_ORDER)


def _size(value: float) -> list[tuple[str, dict[str, str | None]]]:
    half_points = f"{value * 2:g}"
    return [("sz", {"val": half_points}), ("szCs", {"val": half_points})]


def _switch(*tags: str) -> Callable[[bool], list[tuple[str, dict[str, str | None]]]]:
    return lambda on: [(tag, {"val": None if on else "0"}) for tag in tags]


def _font(value: str) -> list[tuple[str, dict[str, str | None]]]:
    themes = ("asciiTheme", "hAnsiTheme", "cstheme")
    return [
        (
            "rFonts",
            {**dict.fromkeys(("ascii", "hAnsi", "cs"), value), **dict.fromkeys(themes)},
        )
    ]


_LOOKS: Final[dict[str, Callable[[Any], list[tuple[str, dict[str, str | None]]]]]] = {
    "size": _size,
    "bold": _switch("b", "bCs"),
    "italic": _switch("i", "iCs"),
    "underlined": lambda on: [("u", {"val": "single" if on else "none"})],
    "font": _font,
    "colour": lambda value: [("color", {"val": value, "themeColor": None})],
}


def change_paragraph(copy: Copy, paragraph: Paragraph, values: Mapping[str, Any]) -> None:
    """Give ``paragraph`` the form ``values``, its former form kept in ``w:pPrChange``."""
    properties = paragraph.element.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.element.insert(0, properties)
    _keep(copy, properties, "pPrChange", "pPr", without=(f"{W}rPr", f"{W}sectPr"))
    for name, value in values.items():
        tag, attributes = _FORMS[name](value)
        _set(properties, tag, attributes, PARAGRAPH_ORDER)


def _twips(value: float, per_unit: float) -> str:
    return str(round(value * per_unit))


_FORMS: Final[dict[str, Callable[[Any], tuple[str, dict[str, str | None]]]]] = {
    "align": lambda value: ("jc", {"val": value}),
    "first_line": lambda value: (
        "ind",
        {
            "firstLine": _twips(value, TWIPS_PER_MILLIMETRE),
            "hanging": None, "left": "0", "start": None,
        },
    ),
    "before": lambda value: (
        "spacing", {"before": _twips(value, TWIPS_PER_POINT), "beforeAutospacing": None},
    ),
    "spacing": lambda value: ("spacing", {"line": _twips(value, _LINES), "lineRule": "auto"}),
    "exact": lambda value: (
        "spacing", {"line": _twips(value, TWIPS_PER_POINT), "lineRule": "exact"},
    ),
    "close": lambda value: ("contextualSpacing", {"val": None if value else "0"}),
}  # fmt: skip


def change_section(copy: Copy, section: Section, values: Mapping[str, float]) -> None:
    """Give the pages of ``section`` the margins ``values`` (millimetres), the former ones kept."""
    element = section.element
    margins = None if element is None else element.find(f"{W}pgMar")
    if element is None or margins is None:
        return
    _keep(copy, element, "sectPrChange", "sectPr", without=tuple(_NEVER_KEPT))
    for side, value in values.items():
        margins.set(W + side, _twips(value, TWIPS_PER_MILLIMETRE))


def _keep(
    copy: Copy, properties: Element, change: str, tag: str, without: tuple[str, ...] = ()
) -> None:  # fmt: skip
    """Keep ``properties`` as they are in an element of change, unless one is there already."""
    if properties.find(W + change) is not None:
        return
    former = etree.Element(W + tag)
    former.extend(deepcopy(child) for child in properties if child.tag not in without)
    for name, value in properties.attrib.items():
        former.set(name, value)
    mark = copy.mark(change)
    mark.append(former)
    properties.append(mark)


def _set(
    properties: Element,
    tag: str,
    attributes: Mapping[str, str | None],
    order: tuple[str, ...],
) -> None:
    """Set ``attributes`` of the property ``tag``, made in its place of the schema if missing."""
    element = properties.find(W + tag)
    if element is None:
        element = etree.Element(W + tag)
        rank = order.index(tag)
        place = sum(1 for child in properties if _rank(child, order) < rank)
        properties.insert(place, element)
    for name, value in attributes.items():
        if value is None:
            element.attrib.pop(W + name, None)
        else:
            element.set(W + name, value)


def _rank(child: Element, order: tuple[str, ...]) -> int:
    name = str(child.tag).removeprefix(W)
    return order.index(name) if name in order else len(order)


def change_words(copy: Copy, run: Run, start: int, end: int, words: str) -> None:
    """Put ``words`` in place of the letters of ``run`` from ``start`` to ``end``.

    Both count from the beginning of the run's own text; changes of one run go from its end to its
    beginning. What stood there is kept as deleted.
    """
    element, node = run.element, run.node
    text = node.text or ""
    at = list(element).index(node)
    rest = list(element)[at + 1 :]
    new = [copy.mark("del")]
    new[0].append(_with(element, [text_node("delText", text[start:end])]))
    if words:
        new.append(copy.mark("ins"))
        new[1].append(_with(element, [text_node("t", words)]))
    tail = [text_node("t", text[end:])] if text[end:] else []
    if tail or rest:
        new.append(_with(element, [*tail, *rest]))
    node.text = text[:start]
    node.set(SPACE, "preserve")
    for last in reversed(new):
        element.addnext(last)


def _with(run: Element, nodes: list[Element]) -> Element:
    """A run that looks as ``run`` and holds ``nodes``."""
    copy = etree.Element(f"{W}r")
    properties = run.find(f"{W}rPr")
    if properties is not None:
        copy.append(deepcopy(properties))
    copy.extend(nodes)
    return copy
