"""What is printed of tables: properties of the table, its rows and its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    is_on,
    left_out,
    number,
    only_off,
)
from docgen.printing.reading.subset.borders import border_rule, shading_rule
from docgen.printing.refusals import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = {"w": r"-?\d{1,5}(\.\d+)?%?", "type": "dxa|auto|nil|pct"}


def _four(rule: Callable[[str], Rule]) -> Rules:
    return {
        "top": rule("top"),
        "left": rule("left"),
        "start": rule("left"),
        "bottom": rule("bottom"),
        "right": rule("right"),
        "end": rule("right"),
    }


def _measure(key: str) -> Rule:
    """A width as (kind, amount): twips for "dxa", fiftieths of a percent for "pct"."""

    def read(attributes: Attributes) -> Values:
        amount, kind = attributes.get("w", "0"), attributes.get("type", "dxa")
        if amount.endswith("%"):
            return {key: ("pct", round(float(amount[:-1]) * 50))}
        return {key: (kind, round(float(amount)))}

    return Rule(_WIDTH, read)


def _length(key: str) -> Rule:
    return Rule(
        {"w": r"-?\d{1,5}(\.\d+)?", "type": "dxa|nil|auto"},
        lambda a: {key: round(float(a.get("w", "0"))) if a.get("type", "dxa") == "dxa" else 0},
    )


def _row_height(attributes: Attributes) -> Values:
    return {
        "height": int(attributes.get("val", "0")),
        "exact": attributes.get("hRule") == "exact",
    }


def _v_merge(attributes: Attributes) -> Values:
    return {"merge": attributes.get("val", "continue")}


def _floating(attributes: Attributes) -> Values:
    return {"floating": dict(attributes)}


_LOOK = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
_LOOK_BITS = dict(zip(_LOOK, (0x20, 0x40, 0x80, 0x100, 0x200, 0x400), strict=True))


def _look(attributes: Attributes) -> Values:
    written = attributes.get("val", "0")
    bits = int(written, 16) if written.isalnum() else 0
    return {
        "look": frozenset(
            name
            for name in _LOOK
            if (is_on({"val": attributes[name]}) if name in attributes else bits & _LOOK_BITS[name])
        )
    }


_TABLE_BORDERS = _four(border_rule) | {
    "insideH": border_rule("across"),
    "insideV": border_rule("down"),
}
TABLE: Rules = {
    "tblStyle": choice("style", NAME),
    "tblW": _measure("width"),
    "tblLayout": Rule({"type": "fixed|autofit"}, lambda a: {"fixed": a.get("type") == "fixed"}),
    "jc": choice("align", "left|start|center|right|end"),
    "tblInd": _length("indent"),
    "tblBorders": Rule(key="borders", children=_TABLE_BORDERS),
    "tblCellMar": Rule(key="margins", children=_four(_length)),
    "shd": shading_rule(),
    "tblLook": Rule({"val": "[0-9A-Fa-f]{1,4}", **dict.fromkeys(_LOOK, ON_OFF)}, _look),
    "tblpPr": Rule(
        {
            **dict.fromkeys(("leftFromText", "rightFromText"), UINT),
            **dict.fromkeys(("topFromText", "bottomFromText"), UINT),
            "vertAnchor": "text|margin|page",
            "horzAnchor": "text|margin|page",
            "tblpX": INT,
            "tblpY": INT,
            "tblpXSpec": "left|center|right|inside|outside",
            "tblpYSpec": "top|center|bottom|inline|inside|outside",
        },
        _floating,
    ),
    "tblOverlap": ignored(val="never|overlap"),
    "tblStyleRowBandSize": number("row_band"),
    "tblStyleColBandSize": number("column_band"),
    "tblCaption": ignored(val=ANY),
    "tblDescription": ignored(val=ANY),
    "tblPrChange": left_out(ACCEPTED),
    "bidiVisual": only_off(),
}
_CONDITIONS = (
    "firstRowFirstColumn",
    "firstRowLastColumn",
    "lastRowFirstColumn",
    "lastRowLastColumn",
)
_CONDITION = ignored(
    **dict.fromkeys(("val", *_LOOK[:4], "oddVBand", "evenVBand", "oddHBand"), ANY),
    **dict.fromkeys(("evenHBand", *_CONDITIONS), ANY),
)
EXCEPTIONS: Rules = {name: rule for name, rule in TABLE.items() if name != "tblStyle"} | {
    "tblPrExChange": left_out(ACCEPTED)
}
"""What a row may set for itself against its table (w:tblPrEx)."""
ROW: Rules = {
    "cantSplit": flag("whole"),
    "tblHeader": flag("header"),
    "trHeight": Rule({"val": UINT, "hRule": "atLeast|auto|exact"}, _row_height),
    "gridBefore": number("before"),
    "gridAfter": number("after"),
    "wBefore": _measure("before_width"),
    "wAfter": _measure("after_width"),
    "jc": choice("align", "left|start|center|right|end"),
    "cnfStyle": _CONDITION,
    "divId": ignored(val=ANY),
    "hidden": only_off(),
    "ins": left_out(ACCEPTED),
    "del": Rule(dict.fromkeys(("id", "author", "date"), ANY), lambda _: {"deleted": True}),
    "trPrChange": left_out(ACCEPTED),
}
CELL: Rules = {
    "tcW": _measure("width"),
    "gridSpan": number("columns", r"[1-9]\d?"),
    "vMerge": Rule({"val": "restart|continue"}, _v_merge),
    "hMerge": Rule({"val": "restart|continue"}, lambda a: {"beside": a.get("val", "continue")}),
    "vAlign": choice("valign", "top|center|bottom|both"),
    "tcBorders": Rule(
        key="borders",
        children=_four(border_rule)
        | {"insideH": border_rule("across"), "insideV": border_rule("down")}
        | {
            name: Rule({"val": "nil|none", "sz": UINT, "space": UINT, "color": ANY})
            for name in ("tl2br", "tr2bl")
        },
    ),
    "tcMar": Rule(key="margins", children=_four(_length)),
    "shd": shading_rule(),
    "textDirection": choice("turned", "lrTb|tb|btLr|lr|tbRl|rl|lrTbV|tbV"),
    "noWrap": ignored(val=ON_OFF),
    "hideMark": ignored(val=ON_OFF),
    "tcFitText": only_off(),
    "cnfStyle": _CONDITION,
    "cellIns": left_out(ACCEPTED),
    "cellMerge": left_out(ACCEPTED),
    "tcPrChange": left_out(ACCEPTED),
}
