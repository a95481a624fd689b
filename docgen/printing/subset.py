"""The part of WordprocessingML that is printed: properties, their attributes and their values.

Everything that is not written here is refused by name; nothing is skipped because it is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from lxml import etree

from docgen.printing import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from docgen.errors import Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Values = dict[str, Any]
Attributes = dict[str, str]

_ON_OFF = "true|false|1|0|on|off"
_INT = r"-?\d{1,5}"
_UINT = r"\d{1,5}"
_NAME = r".{1,255}"
_COLOR = "auto|[0-9A-Fa-f]{6}"
_ANY = r"[\s\S]*"
_FONTS = "Times New Roman|Liberation Serif"
_OFF = frozenset({"false", "0", "off"})
SAVE_MARKS = ("rsid",)
"""Prefixes of attributes that only mark which saving wrote an element."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One property: its attributes with the values allowed, what they mean, its children."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    read: Callable[[Attributes], Values] = lambda _: {}
    needs: tuple[str, ...] = ()
    key: str = ""
    children: Mapping[str, Rule] | None = None


Rules = dict[str, Rule]


def is_on(attributes: Attributes) -> bool:
    """Whether an on/off property is on; without a value it is."""
    return attributes.get("val", "true") not in _OFF


def read_properties(element: _Element | None, rules: Rules) -> tuple[Values, tuple[Words, ...]]:
    """The values that ``element`` sets by ``rules``, and what in it is refused."""
    values: Values = {}
    faults: list[Words] = []
    if element is not None:
        for child in element:
            _read_one(child, rules, values, faults)
    return values, tuple(faults)


class Properties:
    """Reads properties by one set of rules; equal XML is read once and remembered."""

    def __init__(self, rules: Rules) -> None:
        """Nothing read yet."""
        self._rules = rules
        self._read: dict[bytes, tuple[Values, tuple[Words, ...]]] = {}

    def read(self, element: _Element | None) -> tuple[Values, tuple[Words, ...]]:
        """What `read_properties` says of ``element``; the answer is shared, not to be changed."""
        if element is None:
            return {}, ()
        key = etree.tostring(element, with_tail=False)
        answer = self._read.get(key)
        if answer is None:
            answer = self._read[key] = read_properties(element, self._rules)
        return answer


def _read_one(child: _Element, rules: Rules, values: Values, faults: list[Words]) -> None:
    name = local(child)
    rule = rules.get(name) if str(child.tag).startswith(W) else None
    if rule is None:
        faults.append(refusals.element(name))
        return
    attributes = _checked(child, name, rule, faults)
    if rule.children is not None:
        values[rule.key], more = read_properties(child, dict(rule.children))
        faults.extend(more)
    elif all(need in attributes for need in rule.needs):
        values.update(rule.read(attributes))
    else:
        faults.append(refusals.element(name))


def _checked(element: _Element, name: str, rule: Rule, faults: list[Words]) -> Attributes:
    """The attributes of ``element`` whose values are allowed; the others go to ``faults``."""
    allowed: Attributes = {}
    for key, value in element.attrib.items():
        short = str(key).rpartition("}")[2]
        pattern = rule.attributes.get(short) if str(key).startswith((W, R)) else None
        if pattern is not None and re.fullmatch(pattern, str(value)):
            allowed[short] = str(value)
        elif not short.startswith(SAVE_MARKS):
            faults.append(refusals.attribute(name, short, str(value)))
    return allowed


def strange_attributes(element: _Element) -> list[Words]:
    """The attributes of a paragraph, run, row or cell that do more than mark a saving of it."""
    return [
        refusals.attribute(local(element), str(key).rpartition("}")[2], str(value))
        for key, value in element.attrib.items()
        if not str(key).startswith((f"{W}rsid", W14))
    ]


def local(element: _Element) -> str:
    """The name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]


# -- builders of rules --


def _flag(key: str) -> Rule:
    return Rule({"val": _ON_OFF}, lambda a: {key: is_on(a)})


def _ignored(**attributes: str) -> Rule:
    return Rule(attributes)


def _only_off() -> Rule:
    return Rule({"val": "false|0|off"}, needs=("val",))


def _number(key: str, pattern: str = _UINT) -> Rule:
    return Rule({"val": pattern}, lambda a: {key: int(a["val"])}, needs=("val",))


def _choice(key: str, pattern: str) -> Rule:
    return Rule({"val": pattern}, lambda a: {key: a["val"]}, needs=("val",))


def _length(key: str, pattern: str = _INT) -> Rule:
    return Rule({"w": pattern, "type": "dxa"}, lambda a: {key: int(a["w"])}, needs=("w", "type"))


def _integers(attributes: Attributes, names: Mapping[str, str]) -> Values:
    return {key: int(attributes[name]) for name, key in names.items() if name in attributes}


# -- letters --


def _color(attributes: Attributes) -> Values:
    value = attributes["val"]
    return {"color": "" if value in {"auto", "000000"} else value.upper()}


_FONT_ATTRIBUTES = {
    "ascii": _FONTS,
    "hAnsi": _FONTS,
    "cs": _NAME,
    "eastAsia": _NAME,
    "hint": "default|eastAsia",
}
LETTERS: Rules = {
    "rStyle": _choice("style", _NAME),
    "rFonts": _ignored(**_FONT_ATTRIBUTES),
    "b": _flag("bold"),
    "i": _flag("italic"),
    "u": Rule(
        {"val": "single|none", "color": "auto"},
        lambda a: {"underline": a["val"] == "single"},
        needs=("val",),
    ),
    "color": Rule({"val": _COLOR}, _color, needs=("val",)),
    "sz": _number("size", r"[1-9]\d{0,2}"),
    "bCs": _ignored(val=_ON_OFF),
    "iCs": _ignored(val=_ON_OFF),
    "szCs": _ignored(val=_UINT),
    "lang": _ignored(val=_NAME, eastAsia=_NAME, bidi=_NAME),
    "noProof": _ignored(val=_ON_OFF),
    "spacing": Rule({"val": "0"}, needs=("val",)),
    "kern": Rule({"val": "0"}, needs=("val",)),
    "w": Rule({"val": "100"}, needs=("val",)),
    "position": Rule({"val": "0"}, needs=("val",)),
    "vertAlign": Rule({"val": "baseline"}, needs=("val",)),
} | {
    name: _only_off()
    for name in (
        "strike",
        "dstrike",
        "caps",
        "smallCaps",
        "vanish",
        "outline",
        "shadow",
        "emboss",
        "imprint",
        "webHidden",
        "rtl",
        "cs",
    )
}


# -- paragraphs --


def _indent(attributes: Attributes) -> Values:
    values = _integers(
        attributes,
        {
            "left": "left",
            "start": "left",
            "right": "right",
            "end": "right",
            "firstLine": "first",
        },
    )
    if "hanging" in attributes:
        values["first"] = -int(attributes["hanging"])
    return values


def _spacing(attributes: Attributes) -> Values:
    values: Values = _integers(attributes, {"before": "before", "after": "after", "line": "line"})
    if "line" in attributes or "lineRule" in attributes:
        values["rule"] = attributes.get("lineRule", "auto")
    return values


def _border(key: str, attributes: Attributes) -> Values:
    if attributes["val"] in {"nil", "none"}:
        return {key: None}
    color = attributes.get("color", "auto")
    return {
        key: (
            int(attributes.get("sz", "4")),
            int(attributes.get("space", "0")),
            "" if color in {"auto", "000000"} else color.upper(),
        )
    }


def _border_rule(key: str) -> Rule:
    attributes = {
        "val": "single|nil|none",
        "sz": _UINT,
        "space": _UINT,
        "color": _COLOR,
        "shadow": "0|false",
        "frame": "0|false",
    }
    return Rule(attributes, partial(_border, key), needs=("val",))


def _no_border() -> Rule:
    attributes = {"val": "nil|none", "sz": _UINT, "space": _UINT, "color": _COLOR}
    return Rule(attributes, needs=("val",))


def _tab(attributes: Attributes) -> Values:
    return {attributes["pos"]: attributes["val"]}


_TAB = Rule(
    {"val": "left|start|center|right|end|clear", "pos": _INT, "leader": "none"},
    _tab,
    needs=("val", "pos"),
)
FORM: Rules = {
    "pStyle": _choice("style", _NAME),
    "jc": _choice("align", "left|start|center|right|end|both"),
    "ind": Rule(
        {
            "left": _INT,
            "start": _INT,
            "right": _INT,
            "end": _INT,
            "firstLine": _UINT,
            "hanging": _UINT,
        },
        _indent,
    ),
    "spacing": Rule(
        {
            "before": _UINT,
            "after": _UINT,
            "line": _UINT,
            "lineRule": "auto|exact|atLeast",
            "beforeAutospacing": "0|false",
            "afterAutospacing": "0|false",
        },
        _spacing,
    ),
    "keepNext": _flag("keep_next"),
    "keepLines": _flag("keep_lines"),
    "pageBreakBefore": _flag("page_break_before"),
    "widowControl": _flag("widow_control"),
    "outlineLvl": _number("outline", r"\d"),
    "pBdr": Rule(
        key="borders",
        children={
            "top": _border_rule("top"),
            "bottom": _border_rule("bottom"),
            "left": _no_border(),
            "right": _no_border(),
            "between": _no_border(),
            "bar": _no_border(),
        },
    ),
    "tabs": Rule(key="tabs", children={"tab": _TAB}),
    "rPr": Rule(key="mark", children=LETTERS),
    "suppressAutoHyphens": _ignored(val=_ON_OFF),
    "contextualSpacing": _only_off(),
    "bidi": _only_off(),
    "suppressLineNumbers": _ignored(val=_ON_OFF),
}


# -- tables --


def _four(rule: Callable[[str], Rule]) -> Rules:
    return {
        "top": rule("top"),
        "left": rule("left"),
        "start": rule("left"),
        "bottom": rule("bottom"),
        "right": rule("right"),
        "end": rule("right"),
    }


def _table_width(attributes: Attributes) -> Values:
    return {"width": int(attributes["w"])} if attributes["type"] == "dxa" else {}


def _row_height(attributes: Attributes) -> Values:
    return {"height": int(attributes["val"])}


def _v_merge(attributes: Attributes) -> Values:
    return {"merge": attributes.get("val", "continue")}


_TABLE_BORDERS = _four(_border_rule) | {
    "insideH": _border_rule("across"),
    "insideV": _border_rule("down"),
}
TABLE: Rules = {
    "tblStyle": _choice("style", _NAME),
    "tblW": Rule({"w": r"\d{1,5}", "type": "dxa|auto"}, _table_width, needs=("w", "type")),
    "tblLayout": Rule({"type": "fixed"}, lambda _: {"fixed": True}, needs=("type",)),
    "jc": _choice("align", "left|start|center"),
    "tblInd": _length("indent"),
    "tblBorders": Rule(key="borders", children=_TABLE_BORDERS),
    "tblCellMar": Rule(key="margins", children=_four(lambda side: _length(side, _UINT))),
    "tblLook": _ignored(
        val=_ANY,
        firstRow=_ON_OFF,
        lastRow=_ON_OFF,
        firstColumn=_ON_OFF,
        lastColumn=_ON_OFF,
        noHBand=_ON_OFF,
        noVBand=_ON_OFF,
    ),
    "tblCaption": _ignored(val=_ANY),
    "tblDescription": _ignored(val=_ANY),
}
ROW: Rules = {
    "cantSplit": _flag("whole"),
    "tblHeader": _flag("header"),
    "trHeight": Rule({"val": _UINT, "hRule": "atLeast|auto"}, _row_height, needs=("val",)),
}
CELL: Rules = {
    "tcW": _length("width", _UINT),
    "gridSpan": _number("columns", r"[1-9]\d?"),
    "vMerge": Rule({"val": "restart|continue"}, _v_merge),
    "vAlign": _choice("valign", "top|center|bottom"),
    "tcBorders": Rule(key="borders", children=_four(_border_rule)),
    "tcMar": Rule(key="margins", children=_four(lambda side: _length(side, _UINT))),
}


# -- sections --


def _page_size(attributes: Attributes) -> Values:
    return {"width": int(attributes["w"]), "height": int(attributes["h"])}


def _page_margins(attributes: Attributes) -> Values:
    names = ("top", "bottom", "left", "right", "header")
    return _integers(attributes, {name: f"margin_{name}" for name in names})


def _header(attributes: Attributes) -> Values:
    return {f"header_{attributes['type']}": attributes["id"]}


_MARGIN_ATTRIBUTES = dict.fromkeys(("top", "bottom", "left", "right", "header", "footer"), _UINT)
SECTION: Rules = {
    "headerReference": Rule(
        {"type": "default|first|even", "id": _NAME}, _header, needs=("type", "id")
    ),
    "type": _ignored(val="nextPage"),
    "pgSz": Rule(
        {"w": _UINT, "h": _UINT, "orient": "portrait|landscape", "code": _UINT},
        _page_size,
        needs=("w", "h"),
    ),
    "pgMar": Rule(
        _MARGIN_ATTRIBUTES | {"gutter": "0"},
        _page_margins,
        needs=("top", "bottom", "left", "right", "header"),
    ),
    "pgNumType": Rule(
        {"start": _UINT, "fmt": "decimal"}, lambda a: _integers(a, {"start": "start"})
    ),
    "titlePg": _flag("title_page"),
    "cols": _ignored(space=_UINT, num="1", equalWidth=_ON_OFF),
    "docGrid": _ignored(linePitch=_UINT, type="default", charSpace="0"),
}


# -- styles --

STYLE_NOTES = frozenset(
    {
        "name",
        "aliases",
        "basedOn",
        "next",
        "link",
        "autoRedefine",
        "hidden",
        "uiPriority",
        "semiHidden",
        "unhideWhenUsed",
        "qFormat",
        "locked",
        "rsid",
    }
)
"""Children of a style that do not change how it prints."""
