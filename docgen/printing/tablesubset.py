"""What is printed of tables: properties of the table, its rows and its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.grammar import (
    ANY,
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
    length,
    number,
)
from docgen.printing.subset import border_rule

if TYPE_CHECKING:
    from collections.abc import Callable


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


_TABLE_BORDERS = _four(border_rule) | {
    "insideH": border_rule("across"),
    "insideV": border_rule("down"),
}
TABLE: Rules = {
    "tblStyle": choice("style", NAME),
    "tblW": Rule({"w": r"\d{1,5}", "type": "dxa|auto"}, _table_width, needs=("w", "type")),
    "tblLayout": Rule({"type": "fixed"}, lambda _: {"fixed": True}, needs=("type",)),
    "jc": choice("align", "left|start|center"),
    "tblInd": length("indent"),
    "tblBorders": Rule(key="borders", children=_TABLE_BORDERS),
    "tblCellMar": Rule(key="margins", children=_four(lambda side: length(side, UINT))),
    "tblLook": ignored(
        val=ANY,
        firstRow=ON_OFF,
        lastRow=ON_OFF,
        firstColumn=ON_OFF,
        lastColumn=ON_OFF,
        noHBand=ON_OFF,
        noVBand=ON_OFF,
    ),
    "tblCaption": ignored(val=ANY),
    "tblDescription": ignored(val=ANY),
}
ROW: Rules = {
    "cantSplit": flag("whole"),
    "tblHeader": flag("header"),
    "trHeight": Rule({"val": UINT, "hRule": "atLeast|auto"}, _row_height, needs=("val",)),
}
CELL: Rules = {
    "tcW": length("width", UINT),
    "gridSpan": number("columns", r"[1-9]\d?"),
    "vMerge": Rule({"val": "restart|continue"}, _v_merge),
    "vAlign": choice("valign", "top|center|bottom"),
    "tcBorders": Rule(key="borders", children=_four(border_rule)),
    "tcMar": Rule(key="margins", children=_four(lambda side: length(side, UINT))),
}
