"""One dialect for all that follows: Strict Open XML and .dotx read as the usual .docx.

Word saves "Strict Open XML Document" in namespaces of its own (ISO/IEC 29500-1 against -4), with
``start`` and ``end`` for ``left`` and ``right``, and measures with a unit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.errors import TemplateError
from docgen.word.markup import parse, serialised
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_NAMESPACE: Final = rb'="http://purl\.oclc\.org/ooxml/(\w+)/([\w/.-]+)"'
_USUAL: Final = rb'="http://schemas.openxmlformats.org/\1/2006/\2"'
_RENAMED: Final = (
    (b"2006/extendedProperties", b"2006/extended-properties"),
    (b"2006/customProperties", b"2006/custom-properties"),
    (b"relationships/extendedProperties", b"relationships/extended-properties"),
    (b"relationships/customProperties", b"relationships/custom-properties"),
)
_TYPES: Final = "[Content_Types].xml"
_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_DOCUMENT: Final = b"wordprocessingml.document.main+xml"

_SIDES: Final = {
    "start": "left",
    "end": "right",
    "startChars": "leftChars",
    "endChars": "rightChars",
}
_SIDED: Final = tuple(f"{W}{name}" for name in ("tblCellMar", "tcMar", "tblBorders", "tcBorders"))
_ALIGNED: Final = tuple(f"{W}{name}" for name in ("jc", "tab"))

_MEASURE: Final = r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|mm|cm|in|pc|pi|%)"
_POINTS: Final = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_TWIPS: Final = frozenset(
    {
        *("w", "h", "top", "bottom", "left", "right", "header", "footer", "gutter", "space", "pos"),
        *("before", "after", "line", "firstLine", "hanging", "linePitch", "hSpace", "vSpace"),
        *("x", "y", "tblpX", "tblpY"),
        *("leftFromText", "rightFromText", "topFromText", "bottomFromText"),
    }
)
"""Attributes that are measures in twentieths of a point, whatever element has them."""
_IN_TWIPS: Final = frozenset({"spacing", "defaultTabStop", "trHeight"})
"""Elements whose ``w:val`` is such a measure."""
_IN_HALF_POINTS: Final = frozenset({"sz", "szCs", "kern", "position"})
_PER_CENT: Final = frozenset({("w", "val"), ("zoom", "percent")})
_FIFTIETHS: Final = 50  # of a per cent, the unit of w:w in tables


def as_usual(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """``parts`` of a .dotx or a Strict file as those of a .docx; the same mapping for a .docx."""
    changed = {part: _usual(data, part) for part, data in parts.items() if _STRICT in data}
    if _TEMPLATE in (types := parts.get(_TYPES, b"")):
        changed[_TYPES] = types.replace(_TEMPLATE, _DOCUMENT)
    return {**parts, **changed} if changed else parts


def _usual(data: bytes, part: str) -> bytes:
    if not part.lower().endswith((".xml", ".rels")):
        return data
    try:
        plain = re.sub(_NAMESPACE, _USUAL, serialised(parse(data, part, part)))
        for strict, usual in _RENAMED:
            plain = plain.replace(strict + b'"', usual + b'"')
        root = parse(plain, part, part)
    except TemplateError:
        return data  # whoever opens the package says that it is damaged
    for element in root.iter(f"{W}*"):
        _translate(element)
    return serialised(root)


def _translate(element: Element) -> None:
    name = str(element.tag).removeprefix(W)
    element.attrib.pop(f"{W}conformance", None)
    if element.tag in _SIDED:
        for edge in element.iterchildren(f"{W}start", f"{W}end"):
            edge.tag = f"{W}{_SIDES[str(edge.tag).removeprefix(W)]}"
    elif name == "ind":
        for strict, usual in _SIDES.items():
            if (value := element.attrib.pop(f"{W}{strict}", None)) is not None:
                element.set(f"{W}{usual}", str(value))
    elif element.tag in _ALIGNED and (side := _SIDES.get(element.get(f"{W}val", ""))):
        element.set(f"{W}val", side)
    for key, value in element.attrib.items():
        measure = re.fullmatch(_MEASURE, str(value)) if str(key).startswith(W) else None
        if measure is not None:
            element.set(key, _number(name, str(key).removeprefix(W), measure))


def _number(element: str, attribute: str, measure: re.Match[str]) -> str:
    """``measure`` in the unit that the attribute has without one; as it is where it is none."""
    amount, unit = float(measure[1]), measure[2]
    if unit == "%":
        known = attribute == "w" or (element, attribute) in _PER_CENT
        return str(round(amount * (_FIFTIETHS if attribute == "w" else 1))) if known else measure[0]
    if attribute == "val" and element in _IN_HALF_POINTS:
        return str(round(amount * _POINTS[unit] * 2))
    if attribute in _TWIPS or (attribute == "val" and element in _IN_TWIPS):
        return str(round(amount * _POINTS[unit] * 20))
    return measure[0]
