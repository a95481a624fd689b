"""What is printed of sections (w:sectPr): the page, what runs along, columns."""

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
    only_off,
)
from docgen.printing.reading.subset.borders import border_rule
from docgen.printing.refusals import ACCEPTED

PAGE_NUMBERS = "decimal|upperRoman|lowerRoman|upperLetter|lowerLetter|numberInDash|none"


def _page_size(attributes: Attributes) -> Values:
    return {"width": int(attributes["w"]), "height": int(attributes["h"])}


def _page_margins(attributes: Attributes) -> Values:
    names = ("top", "bottom", "left", "right", "header", "footer", "gutter")
    return integers(attributes, {name: f"margin_{name}" for name in names})


def _running(kind: str) -> Rule:
    return Rule(
        {"type": "default|first|even", "id": NAME},
        lambda a: {f"{kind}_{a['type']}": a["id"]},
        needs=("type", "id"),
    )


def _columns(attributes: Attributes) -> Values:
    return {
        "columns": int(attributes.get("num", "1")),
        "column_gap": int(attributes.get("space", "720")),
        "columns_ruled": attributes.get("sep", "0") in {"1", "true", "on"},
        "columns_equal": attributes.get("equalWidth", "1") not in {"0", "false", "off"},
    }


_MARGINS = {
    **dict.fromkeys(("top", "bottom"), INT),
    **dict.fromkeys(("left", "right", "header", "footer", "gutter"), UINT),
}
_SIDES = ("top", "bottom", "left", "right")
SECTION: Rules = {
    "headerReference": _running("header"),
    "footerReference": _running("footer"),
    "type": choice("begins", "nextPage|continuous|evenPage|oddPage"),
    "pgSz": Rule(
        {"w": UINT, "h": UINT, "orient": "portrait|landscape", "code": UINT},
        _page_size,
        needs=("w", "h"),
    ),
    "pgMar": Rule(_MARGINS, _page_margins, needs=("top", "bottom", "left", "right")),
    "pgNumType": Rule(
        {"start": UINT, "fmt": PAGE_NUMBERS},
        lambda a: {
            **integers(a, {"start": "start"}),
            **({"numbers": a["fmt"]} if "fmt" in a else {}),
        },
    ),
    "pgBorders": Rule(
        {"offsetFrom": "page|text", "display": "allPages", "zOrder": "front|back"},
        lambda a: {"frame_from": a.get("offsetFrom", "text")},
        key="frame",
        children={side: border_rule(side) for side in _SIDES},
    ),
    "titlePg": flag("title_page"),
    "cols": Rule(
        {"space": UINT, "num": r"\d", "equalWidth": ON_OFF, "sep": ON_OFF},
        _columns,
    ),
    "vAlign": choice("valign", "top|center|bottom"),
    "docGrid": ignored(linePitch=UINT, type="default", charSpace=ANY),
    "textDirection": Rule({"val": "lrTb|tb"}, needs=("val",)),
    "formProt": ignored(val=ON_OFF),
    "noEndnote": ignored(val=ON_OFF),
    "paperSrc": ignored(first=UINT, other=UINT),
    "printerSettings": ignored(id=NAME),
    "footnotePr": Rule(
        children={
            "pos": Rule({"val": "pageBottom"}, needs=("val",)),
            "numFmt": choice("note_numbers", "decimal|lowerRoman|upperRoman|lowerLetter"),
            "numStart": ignored(val="1"),
            "numRestart": choice("note_restart", "continuous|eachSect"),
        },
    ),
    "endnotePr": Rule(
        children={
            "pos": Rule({"val": "docEnd|sectEnd"}, needs=("val",)),
            "numFmt": choice("endnote_numbers", "decimal|lowerRoman|upperRoman|lowerLetter"),
            "numStart": ignored(val="1"),
            "numRestart": ignored(val="continuous"),
        },
    ),
    "sectPrChange": left_out(ACCEPTED),
    "bidi": only_off(),
    "rtlGutter": only_off(),
}
