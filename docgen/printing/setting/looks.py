"""Looks written as Typst functions: text set in the letters of the model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from docgen.printing import glyphs
from docgen.printing.families import FAMILIES
from docgen.printing.setting.lines import edges
from docgen.printing.setting.strokes import stroke
from docgen.printing.setting.writing import paint, pt

if TYPE_CHECKING:
    from docgen.printing.model.looks import Form, Letters

_RAISED: Final = {"superscript": -0.33, "subscript": 0.14}
"""How far down letters of a script stand, in em of the letters around them."""
_THICK = 0.1
_THIN = 0.05
"""The thickness of lines under letters, in em."""
_DASHES: Final = {
    "dotted": "dotted",
    "dottedHeavy": "dotted",
    "dash": "dashed",
    "dashedHeavy": "dashed",
    "dashLong": "loosely-dashed",
    "dashLongHeavy": "loosely-dashed",
    "dotDash": "dash-dotted",
    "dashDotHeavy": "dash-dotted",
    "dotDotDash": "densely-dash-dotted",
    "dashDotDotHeavy": "densely-dash-dotted",
}


@lru_cache(maxsize=512)
def look_code(letters: Letters, form: Form) -> str:
    """The Typst function that sets text in ``letters`` on lines of ``form``."""
    edge = edges(letters, form)
    size = glyphs.script_size(letters)
    options = [
        f"size: {size:g}pt",
        f"top-edge: {pt(edge.above)}",
        f"bottom-edge: {pt(-edge.below)}",
        *_shape(letters),
        *_feel(letters, size),
    ]
    code = f"text.with({', '.join(options)})"
    return _decorated(code, letters, edge.above, edge.below)


def _shape(letters: Letters) -> list[str]:
    options = []
    printed = FAMILIES[letters.face].printed
    if printed != glyphs.OWN_FAMILY:
        options.append(f'font: ("{printed}", "{glyphs.OWN_FAMILY}")')
    if letters.bold:
        options.append('weight: "bold"')
    if letters.italic:
        options.append('style: "italic"')
    if letters.color:
        options.append(f'fill: rgb("{letters.color}")')
    return options


def _feel(letters: Letters, size: float) -> list[str]:
    options = []
    tracking = letters.spacing + glyphs.spread(letters) * size * 20
    if tracking:
        options.append(f"tracking: {pt(tracking)}")
    if letters.kerning:
        options.append("kerning: true")
    if letters.ligatures:
        options.append("ligatures: true")
    down = _RAISED.get(letters.script, 0.0) * letters.size * 10 - letters.raised * 10
    if down:
        options.append(f"baseline: {pt(down)}")
    return options


def _decorated(code: str, letters: Letters, above: int, below: int) -> str:
    """``code`` with ground, lines under and through the letters, and a line around them."""
    inner = f"({code})(c)"
    if letters.strike:
        inner = _struck(inner, letters)
    if letters.underline:
        inner = _underlined(inner, letters)
    ground = f'rgb("{letters.fill}")' if letters.fill else "none"
    around = f", stroke: {stroke(letters.box)}" if letters.box else ""
    if letters.fill or letters.box:
        reach = f"top-edge: {pt(above)}, bottom-edge: {pt(-below)}"
        inner = f"highlight(fill: {ground}, {reach}, extent: 0pt{around}, {inner})"
    return code if inner == f"({code})(c)" else f"c => {inner}"


def _struck(inner: str, letters: Letters) -> str:
    if letters.strike == "single":
        return f"strike({inner})"
    offsets = (letters.size * share for share in (-0.09, -0.16))
    for offset in offsets:
        inner = f"strike(offset: {offset:g}pt, {inner})"
    return inner


def _underlined(inner: str, letters: Letters) -> str:
    kind, color = letters.underline, letters.underline_color
    if kind in {"single", "words"} and not color:
        return f"underline(evade: false, {inner})"
    points = letters.size / 2
    thick = points * (_THICK if kind == "thick" or "Heavy" in kind else _THIN)
    dash = f', dash: "{_DASHES[kind]}"' if kind in _DASHES else ""
    drawn = f"(thickness: {thick:g}pt, paint: {paint(color or letters.color)}{dash})"
    first = f"underline(evade: false, offset: {points * 0.1:g}pt, stroke: {drawn}, {inner})"
    if kind != "double":
        return first
    return f"underline(evade: false, offset: {points * 0.2:g}pt, stroke: {drawn}, {first})"
