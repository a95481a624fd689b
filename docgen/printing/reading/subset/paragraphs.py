"""What is printed of paragraphs (w:pPr) and of the styles that shape them."""

from __future__ import annotations

from docgen.printing.reading.grammar import (
    ANY,
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
    left_out,
    number,
    only_off,
)
from docgen.printing.reading.subset.borders import border_rule, shading_rule
from docgen.printing.reading.subset.letters import LETTERS
from docgen.printing.refusals import ACCEPTED

_AUTOMATIC_GAP = 280
"""Twips that Word puts where it is to choose the room between paragraphs of a web page."""


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
    for side in ("before", "after"):
        if attributes.get(f"{side}Autospacing", "0") in {"1", "true", "on"}:
            values[side] = _AUTOMATIC_GAP
    if "line" in attributes or "lineRule" in attributes:
        values["rule"] = attributes.get("lineRule", "auto")
    return values


def _tab(attributes: Attributes) -> Values:
    return {attributes["pos"]: (attributes["val"], attributes.get("leader", "none"))}


_TAB = Rule(
    {
        "val": "left|start|center|right|end|clear|decimal|num|bar",
        "pos": INT,
        "leader": "none|dot|hyphen|underscore|heavy|middleDot",
    },
    _tab,
    needs=("val", "pos"),
)
_NO_CHARACTERS = dict.fromkeys(
    (
        *("leftChars", "startChars", "rightChars", "endChars"),
        *("firstLineChars", "hangingChars"),
    ),
    "0",
)
FORM: Rules = {
    "pStyle": choice("style", NAME),
    "jc": choice("align", "left|start|center|right|end|both"),
    "ind": Rule(
        {
            **dict.fromkeys(("left", "start", "right", "end"), INT),
            **dict.fromkeys(("firstLine", "hanging"), INT),
            **_NO_CHARACTERS,
        },
        _indent,
    ),
    "spacing": Rule(
        {
            **dict.fromkeys(("before", "after"), UINT),
            "line": INT,
            "lineRule": "auto|exact|atLeast",
            **dict.fromkeys(("beforeAutospacing", "afterAutospacing"), ON_OFF),
            **dict.fromkeys(("beforeLines", "afterLines"), "0"),
        },
        _spacing,
    ),
    "keepNext": flag("keep_next"),
    "keepLines": flag("keep_lines"),
    "pageBreakBefore": flag("page_break_before"),
    "widowControl": flag("widow_control"),
    "contextualSpacing": flag("close"),
    "outlineLvl": number("outline", r"\d"),
    "pBdr": Rule(
        key="borders",
        children={side: border_rule(side) for side in ("top", "bottom", "left", "right", "between")}
        | {"bar": Rule({"val": "nil|none", "sz": UINT, "space": UINT, "color": NAME})},
    ),
    "shd": shading_rule(),
    "tabs": Rule(key="tabs", children={"tab": _TAB}),
    "numPr": Rule(
        key="number",
        children={
            "ilvl": number("level", r"\d"),
            "numId": number("list"),
            "ins": left_out(ACCEPTED),
            "numberingChange": left_out(ACCEPTED),
        },
    ),
    "rPr": Rule(key="mark", children=LETTERS),
    "pPrChange": left_out(ACCEPTED),
    "bidi": only_off(),
    "mirrorIndents": only_off(),
    "textDirection": Rule({"val": "lrTb|tb|lr"}, needs=("val",)),
    "textAlignment": ignored(val="auto|baseline"),
    "cnfStyle": ignored(**dict.fromkeys(("val", "firstRow", "lastRow"), ANY)),
    "divId": ignored(val=ANY),
} | {
    name: ignored(val=ON_OFF)
    for name in (
        "suppressAutoHyphens",
        "suppressLineNumbers",
        "suppressOverlap",
        "snapToGrid",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "adjustRightInd",
    )
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
        "personal",
        "personalCompose",
        "personalReply",
    }
)
"""Children of a style that do not change how it prints."""
