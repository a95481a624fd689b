"""What is printed of lines around things, and of their ground."""

from __future__ import annotations

from functools import partial
from typing import Final

from docgen.printing.reading.grammar import COLOR, NAME, UINT, Attributes, Rule, Values

LINES: Final = (
    "single|thick|double|triple|dotted|dashed|dashSmallGap|dotDash|dotDotDash|"
    "thinThickSmallGap|thickThinSmallGap|thinThickThinSmallGap|thinThickMediumGap|"
    "thickThinMediumGap|thinThickThinMediumGap|thinThickLargeGap|thickThinLargeGap|"
    "thinThickThinLargeGap"
)
_THEME = {
    name: NAME
    for prefix in ("theme", "themeFill", "themeColor")
    for name in (prefix, f"{prefix}Color", f"{prefix}Tint", f"{prefix}Shade")
}
_AUTOMATIC = frozenset({"auto", "000000"})
_SHADES: Final = {"clear": 0.0, "nil": 0.0, "solid": 1.0} | {
    f"pct{share}": share / 100
    for share in (
        *(5, 10, 12, 15, 20, 25, 30, 35, 37, 40, 45, 50),
        *(55, 60, 62, 65, 70, 75, 80, 85, 87, 90, 95),
    )
}


def color(value: str) -> str:
    """A colour as the model has it: "" for automatic and black."""
    return "" if value in _AUTOMATIC else value.upper()


def _border(key: str, attributes: Attributes) -> Values:
    if attributes["val"] in {"nil", "none"}:
        return {key: None}
    return {
        key: (
            int(attributes.get("sz", "4")),
            int(attributes.get("space", "0")),
            color(attributes.get("color", "auto")),
            attributes["val"],
        )
    }


def border_rule(key: str) -> Rule:
    """The rule of a border: a line of one of the styles that are drawn, or none."""
    attributes = {
        "val": f"{LINES}|nil|none",
        "sz": UINT,
        "space": UINT,
        "color": COLOR,
        "shadow": "0|false|off",
        "frame": "0|false|off",
        **_THEME,
    }
    return Rule(attributes, partial(_border, key), needs=("val",))


def _shading(attributes: Attributes) -> Values:
    share = _SHADES[attributes["val"]]
    ground = attributes.get("fill", "auto")
    above = attributes.get("color", "auto")
    if share == 0:
        return {"fill": "" if ground == "auto" else ground.upper()}
    low = _channels("FFFFFF" if ground == "auto" else ground)
    high = _channels("000000" if above == "auto" else above)
    mixed = [round(a + (b - a) * share) for a, b in zip(low, high, strict=True)]
    return {"fill": "".join(f"{value:02X}" for value in mixed)}


def _channels(value: str) -> list[int]:
    return [int(value[at : at + 2], 16) for at in (0, 2, 4)]


def shading_rule() -> Rule:
    """The rule of shading: a plain ground, or a share of one colour on another."""
    return Rule(
        {"val": "|".join(_SHADES), "color": COLOR, "fill": COLOR, **_THEME},
        _shading,
        needs=("val",),
    )
