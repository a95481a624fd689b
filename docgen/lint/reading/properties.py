"""What one ``w:rPr`` or ``w:pPr`` itself says, as plain values; all else is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

Values = dict[str, Any]
TOGGLES: Final = ("b", "i", "caps", "smallCaps", "vanish")
"""Properties that turn over when two levels of styles set them (ECMA-376 part 1, 17.7.3)."""

_OFF: Final = frozenset({"0", "false", "off"})
_BLACK: Final = frozenset({"auto", "000000"})
_DARK_THEMES: Final = frozenset({"text1", "dark1"})
_SOLID: Final = frozenset({"single", "thick"})
_NO_LINE: Final = frozenset({"", "none", "nil"})
_SIDES: Final = {"start": "left", "end": "right", "both": "both", "distribute": "both"}
_LENGTHS: Final = (
    ("left", "left"),
    ("start", "left"),
    ("right", "right"),
    ("end", "right"),
)


def number(value: str | None, default: int = 0) -> int:
    """``value`` as a whole number; Word itself passes over what is none."""
    try:
        return round(float(value)) if value is not None else default
    except (ValueError, OverflowError):
        return default


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:titlePg`` is there and on."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


def letters(properties: Element | None) -> Values:
    """What ``w:rPr`` says of letters."""
    said: Values = {}
    for child in () if properties is None else properties:
        reader = _LETTERS.get(str(child.tag))
        if reader is not None:
            said.update(reader(child))
    return said


def form(properties: Element | None) -> Values:
    """What ``w:pPr`` says of the form of a paragraph."""
    said: Values = {}
    for child in () if properties is None else properties:
        reader = _FORMS.get(str(child.tag))
        if reader is not None:
            said.update(reader(child))
    return said


def _toggle(child: Element) -> Values:
    return {str(child.tag).removeprefix(W): is_on(child)}


def _size(child: Element) -> Values:
    size = number(child.get(f"{W}val"))
    return {"size": size / 2} if size > 0 else {}


def _underline(child: Element) -> Values:
    return {"underlined": child.get(f"{W}val", "single") != "none"}


def _raised(child: Element) -> Values:
    return {"raised": child.get(f"{W}val", "baseline") != "baseline"}


def _colour(child: Element) -> Values:
    theme, value = child.get(f"{W}themeColor"), child.get(f"{W}val", "auto")
    if theme is not None:
        return {"colour": "auto" if theme in _DARK_THEMES else value.upper()}
    return {"colour": "auto" if value.lower() in _BLACK else value.upper()}


def _fonts(child: Element) -> Values:
    """A theme font of the same level wins over a named one; a later name over an older theme."""
    said: Values = {}
    for plain, name in (("ascii", "ascii_font"), ("hAnsi", "font")):
        theme, told = child.get(f"{W}{plain}Theme"), child.get(f"{W}{plain}")
        if theme is not None:
            said[name] = ("theme", theme)
        elif told is not None:
            said[name] = ("name", told)
    return said


def _character_style(child: Element) -> Values:
    return {"style": child.get(f"{W}val", "")}


_LETTERS: Final[dict[str, Callable[[Element], Values]]] = {
    **{W + name: _toggle for name in TOGGLES},
    f"{W}sz": _size,
    f"{W}u": _underline,
    f"{W}vertAlign": _raised,
    f"{W}color": _colour,
    f"{W}rFonts": _fonts,
    f"{W}rStyle": _character_style,
}


def _indents(child: Element) -> Values:
    said: Values = {}
    for attribute, name in _LENGTHS:
        if (value := child.get(W + attribute)) is not None:
            said[name] = number(value)
    hanging, first = child.get(f"{W}hanging"), child.get(f"{W}firstLine")
    if hanging is not None or first is not None:
        said["first"] = -number(hanging) if number(hanging) else number(first)
    return said


def _spacing(child: Element) -> Values:
    said: Values = {
        name: number(value)
        for name in ("before", "after", "line")
        if (value := child.get(W + name)) is not None
    }
    for name in ("before", "after"):
        if child.get(f"{W}{name}Autospacing", "0") not in _OFF:
            said[name] = 280  # Word shows automatic space as 14 points
    if (rule := child.get(f"{W}lineRule")) is not None:
        said["rule"] = rule
    elif "line" in said:
        said["rule"] = "auto"
    return said


def _alignment(child: Element) -> Values:
    value = child.get(f"{W}val", "left")
    return {"align": _SIDES.get(value, value)}


def _borders(child: Element) -> Values:
    said: Values = {}
    for tag, name in (("top", "above"), ("bottom", "below")):
        line = child.find(W + tag)
        if line is not None:
            style = line.get(f"{W}val", "")
            said[name] = "solid" if style in _SOLID else "" if style in _NO_LINE else "broken"
    return said


def _list(child: Element) -> Values:
    chosen, level = child.find(f"{W}numId"), child.find(f"{W}ilvl")
    said: Values = {}
    if chosen is not None:
        said["list_id"] = chosen.get(f"{W}val", "")
    if level is not None:
        said["list_level"] = number(level.get(f"{W}val"))
    return said


def _switch(name: str) -> Callable[[Element], Values]:
    return lambda child: {name: is_on(child)}


_FORMS: Final[dict[str, Callable[[Element], Values]]] = {
    f"{W}ind": _indents,
    f"{W}spacing": _spacing,
    f"{W}jc": _alignment,
    f"{W}pBdr": _borders,
    f"{W}numPr": _list,
    f"{W}pStyle": _character_style,
    f"{W}contextualSpacing": _switch("close"),
    f"{W}keepNext": _switch("keep_next"),
    f"{W}pageBreakBefore": _switch("breaks"),
}
