"""The theme of a paper: the fonts and colours that styles name by their part in it."""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

from docgen.printing.reading.grammar import local
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OTHER_NAMES = {
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "bg1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_NEAR = 3
"""Rounding by which a colour written beside its theme's name may differ from the theme's."""


class Theme(Value):
    """Latin fonts ("major", "minor") and colours (RRGGBB) by name."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colors: Mapping[str, str] = field(default_factory=dict)

    def font(self, part: str) -> str:
        """The font of ``part`` ("minorHAnsi"...), "" when the theme has none."""
        return self.fonts.get("major" if part.startswith("major") else "minor", "")

    def color(self, part: str, tint: str = "", shade: str = "", written: str = "") -> str:
        """The colour of ``part``; ``written`` stands beside it and is kept when it is the same."""
        named = self.colors.get(_OTHER_NAMES.get(part, part), "")
        if not named:
            return written
        made = _lit(named, tint, shade)
        own = written or "000000"
        near = all(abs(a - b) <= _NEAR for a, b in zip(_bytes(made), _bytes(own), strict=True))
        return written if near else ("" if made == "000000" else made)


def read_theme(root: _Element | None) -> Theme:
    """The theme in the theme part ``root``."""
    if root is None:
        return Theme()
    fonts = {
        part: element.get("typeface", "")
        for part in ("major", "minor")
        for element in root.iterfind(f".//{_A}fontScheme/{_A}{part}Font/{_A}latin")
    }
    colors: dict[str, str] = {}
    scheme = root.find(f".//{_A}clrScheme")
    for entry in () if scheme is None else scheme:
        for color in entry:
            value = str(color.get("lastClr") or color.get("val", ""))
            if len(value) == 6:  # noqa: PLR2004 -- RRGGBB
                colors[local(entry)] = value.upper()
    return Theme(fonts, colors)


def _bytes(color: str) -> tuple[int, int, int]:
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def _lit(color: str, tint: str, shade: str) -> str:
    """``color`` made lighter or darker as Word does, by its lightness."""
    if not tint and not shade:
        return color
    hue, light, full = colorsys.rgb_to_hls(*(channel / 255 for channel in _bytes(color)))
    if shade:
        light *= int(shade, 16) / 255
    if tint:
        share = int(tint, 16) / 255
        light = light * share + 1 - share
    return "".join(f"{round(c * 255):02X}" for c in colorsys.hls_to_rgb(hue, light, full))
