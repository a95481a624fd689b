"""What is printed of text and pages: properties, their attributes and their values.

Everything that is not written here is refused by name; nothing is skipped because it is unknown.
"""

from __future__ import annotations

from functools import partial

from docgen.printing.grammar import (
    COLOR,
    INT,
    NAME,
    ON_OFF,
    UINT,
    Attributes,
    Rule,
    Rules,
    Values,
    choice,
    flag,
    ignored,
    integers,
    number,
    only_off,
)

_FONTS = "Times New Roman|Liberation Serif"


# -- letters --


def _color(attributes: Attributes) -> Values:
    value = attributes["val"]
    return {"color": "" if value in {"auto", "000000"} else value.upper()}


_FONT_ATTRIBUTES = {
    "ascii": _FONTS,
    "hAnsi": _FONTS,
    "cs": NAME,
    "eastAsia": NAME,
    "hint": "default|eastAsia",
}
LETTERS: Rules = {
    "rStyle": choice("style", NAME),
    "rFonts": ignored(**_FONT_ATTRIBUTES),
    "b": flag("bold"),
    "i": flag("italic"),
    "u": Rule(
        {"val": "single|none", "color": "auto"},
        lambda a: {"underline": a["val"] == "single"},
        needs=("val",),
    ),
    "color": Rule({"val": COLOR}, _color, needs=("val",)),
    "sz": number("size", r"[1-9]\d{0,2}"),
    "bCs": ignored(val=ON_OFF),
    "iCs": ignored(val=ON_OFF),
    "szCs": ignored(val=UINT),
    "lang": ignored(val=NAME, eastAsia=NAME, bidi=NAME),
    "noProof": ignored(val=ON_OFF),
    "spacing": Rule({"val": "0"}, needs=("val",)),
    "kern": Rule({"val": "0"}, needs=("val",)),
    "w": Rule({"val": "100"}, needs=("val",)),
    "position": Rule({"val": "0"}, needs=("val",)),
    "vertAlign": Rule({"val": "baseline"}, needs=("val",)),
} | {
    name: only_off()
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
    values = integers(
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
    values: Values = integers(attributes, {"before": "before", "after": "after", "line": "line"})
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


def border_rule(key: str) -> Rule:
    """The rule of a border: a solid line, or none."""
    attributes = {
        "val": "single|nil|none",
        "sz": UINT,
        "space": UINT,
        "color": COLOR,
        "shadow": "0|false",
        "frame": "0|false",
    }
    return Rule(attributes, partial(_border, key), needs=("val",))


def _no_border() -> Rule:
    attributes = {"val": "nil|none", "sz": UINT, "space": UINT, "color": COLOR}
    return Rule(attributes, needs=("val",))


def _tab(attributes: Attributes) -> Values:
    return {attributes["pos"]: attributes["val"]}


_TAB = Rule(
    {"val": "left|start|center|right|end|clear", "pos": INT, "leader": "none"},
    _tab,
    needs=("val", "pos"),
)
FORM: Rules = {
    "pStyle": choice("style", NAME),
    "jc": choice("align", "left|start|center|right|end|both"),
    "ind": Rule(
        {
            "left": INT,
            "start": INT,
            "right": INT,
            "end": INT,
            "firstLine": UINT,
            "hanging": UINT,
        },
        _indent,
    ),
    "spacing": Rule(
        {
            "before": UINT,
            "after": UINT,
            "line": UINT,
            "lineRule": "auto|exact|atLeast",
            "beforeAutospacing": "0|false",
            "afterAutospacing": "0|false",
        },
        _spacing,
    ),
    "keepNext": flag("keep_next"),
    "keepLines": flag("keep_lines"),
    "pageBreakBefore": flag("page_break_before"),
    "widowControl": flag("widow_control"),
    "outlineLvl": number("outline", r"\d"),
    "pBdr": Rule(
        key="borders",
        children={
            "top": border_rule("top"),
            "bottom": border_rule("bottom"),
            "left": _no_border(),
            "right": _no_border(),
            "between": _no_border(),
            "bar": _no_border(),
        },
    ),
    "tabs": Rule(key="tabs", children={"tab": _TAB}),
    "rPr": Rule(key="mark", children=LETTERS),
    "suppressAutoHyphens": ignored(val=ON_OFF),
    "contextualSpacing": only_off(),
    "bidi": only_off(),
    "suppressLineNumbers": ignored(val=ON_OFF),
}


# -- sections --


def _page_size(attributes: Attributes) -> Values:
    return {"width": int(attributes["w"]), "height": int(attributes["h"])}


def _page_margins(attributes: Attributes) -> Values:
    names = ("top", "bottom", "left", "right", "header")
    return integers(attributes, {name: f"margin_{name}" for name in names})


def _header(attributes: Attributes) -> Values:
    return {f"header_{attributes['type']}": attributes["id"]}


_MARGIN_ATTRIBUTES = dict.fromkeys(("top", "bottom", "left", "right", "header", "footer"), UINT)
SECTION: Rules = {
    "headerReference": Rule(
        {"type": "default|first|even", "id": NAME}, _header, needs=("type", "id")
    ),
    "type": ignored(val="nextPage"),
    "pgSz": Rule(
        {"w": UINT, "h": UINT, "orient": "portrait|landscape", "code": UINT},
        _page_size,
        needs=("w", "h"),
    ),
    "pgMar": Rule(
        _MARGIN_ATTRIBUTES | {"gutter": "0"},
        _page_margins,
        needs=("top", "bottom", "left", "right", "header"),
    ),
    "pgNumType": Rule({"start": UINT, "fmt": "decimal"}, lambda a: integers(a, {"start": "start"})),
    "titlePg": flag("title_page"),
    "cols": ignored(space=UINT, num="1", equalWidth=ON_OFF),
    "docGrid": ignored(linePitch=UINT, type="default", charSpace="0"),
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
