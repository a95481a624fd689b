"""What is printed of letters (w:rPr).

Everything that is not written here is refused by name; nothing is skipped because it is unknown.
"""

from __future__ import annotations

from docgen.printing.reading.grammar import (
    ANY,
    COLOR,
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
    left_out,
    number,
    only_off,
    signed,
)
from docgen.printing.reading.subset.borders import border_rule, shading_rule
from docgen.printing.refusals import ACCEPTED, Remark

_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "none": "",
}
_UNDERLINES = (
    "none|single|words|double|thick|dotted|dottedHeavy|dash|dashedHeavy|dashLong|dashLongHeavy|"
    "dotDash|dashDotHeavy|dotDotDash|dashDotDotHeavy"
)
THEME = {"themeColor": NAME, "themeTint": "[0-9A-Fa-f]{1,2}", "themeShade": "[0-9A-Fa-f]{1,2}"}
_EFFECT = Remark(
    "hiệu ứng chữ của Word (bóng, viền sáng…) không có trong bản in",
    "Word's text effects (shadow, glow...) are not in the print",
)
_MODERN_EFFECTS = ("glow", "shadow", "reflection", "textOutline", "scene3d", "props3d")
_FEATURES = ("numForm", "numSpacing", "stylisticSets", "cntxtAlts", "textFill")


def _color(attributes: Attributes) -> Values:
    value = attributes.get("val", "auto")
    own = "" if value in {"auto", "000000"} else value.upper()
    theme = tuple(attributes.get(name, "") for name in THEME)
    return {"color": own, "theme_color": theme if theme[0] else None}


def _fonts(attributes: Attributes) -> Values:
    values: Values = {}
    for name, key in (("ascii", "ascii"), ("hAnsi", "other")):
        if f"{name}Theme" in attributes:
            values[key] = f"+{attributes[f'{name}Theme']}"
        elif name in attributes:
            values[key] = attributes[name]
    return values


def _underline(attributes: Attributes) -> Values:
    kind, color = attributes.get("val", "single"), attributes.get("color", "auto")
    return {
        "underline": "" if kind == "none" else kind,
        "underline_color": "" if color == "auto" else color.upper(),
    }


def _ligatures(attributes: Attributes) -> Values:
    return {"ligatures": attributes["val"].startswith("standard")}


def _tracked() -> Rule:
    return left_out(ACCEPTED)


LETTERS: Rules = {
    "rStyle": choice("style", NAME),
    "rFonts": Rule(
        {
            **dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), r".{0,255}"),
            **dict.fromkeys(("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"), NAME),
            "hint": "default|eastAsia|cs",
        },
        _fonts,
    ),
    "b": flag("bold"),
    "i": flag("italic"),
    "u": Rule({"val": _UNDERLINES, "color": COLOR, **THEME}, _underline),
    "color": Rule({"val": COLOR, **THEME}, _color),
    "sz": number("size", r"[1-9]\d{0,2}"),
    "spacing": signed("spacing"),
    "kern": number("kerned"),
    "w": Rule({"val": "100|0"}, needs=("val",)),
    "position": signed("raised"),
    "vertAlign": Rule(
        {"val": "baseline|superscript|subscript"},
        lambda a: {"script": "" if a["val"] == "baseline" else a["val"]},
        needs=("val",),
    ),
    "strike": flag("strike_once"),
    "dstrike": flag("strike_twice"),
    "caps": flag("caps"),
    "smallCaps": flag("small_caps"),
    "vanish": flag("hidden"),
    "highlight": Rule(
        {"val": "|".join(_HIGHLIGHTS)},
        lambda a: {"highlight": _HIGHLIGHTS[a["val"]]},
        needs=("val",),
    ),
    "shd": shading_rule(),
    "bdr": border_rule("box"),
    "w14:ligatures": Rule({"val": NAME}, _ligatures, needs=("val",)),
    "bCs": ignored(val=ON_OFF),
    "iCs": ignored(val=ON_OFF),
    "szCs": ignored(val=UINT),
    "lang": ignored(val=ANY, eastAsia=ANY, bidi=ANY),
    "noProof": ignored(val=ON_OFF),
    "snapToGrid": ignored(val=ON_OFF),
    "webHidden": ignored(val=ON_OFF),
    "specVanish": ignored(val=ON_OFF),
    "effect": ignored(val=NAME),
    "em": Rule({"val": "none"}, needs=("val",)),
    "cs": only_off(),
    "ins": _tracked(),
    "moveTo": _tracked(),
    "rPrChange": _tracked(),
}
LETTERS |= {f"w14:{name}": left_out(_EFFECT) for name in _MODERN_EFFECTS}
LETTERS |= {f"w14:{name}": Rule({"val": ANY}) for name in _FEATURES}
LETTERS |= {name: only_off() for name in ("outline", "shadow", "emboss", "imprint", "rtl")}
_OF_CHANGE = dict.fromkeys(("id", "author", "date"), ANY)
LETTERS |= {name: Rule(_OF_CHANGE, lambda _: {"deleted": True}) for name in ("del", "moveFrom")}
