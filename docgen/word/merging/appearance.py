"""How runs and paragraphs look beyond their style, told alike whoever saved the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element as Element

Value = str | int | bool
Look = tuple[tuple[str, Value], ...]
"""Properties that differ from those of the style, sorted by name."""

_OFF: Final = frozenset({"0", "false", "off"})
_TOGGLES: Final = ("b", "i", "strike", "dstrike", "caps", "smallCaps", "vanish")
_SIDES: Final = ("top", "left", "bottom", "right", "between", "bar")
_PLAIN: Final = frozenset({"none", "nil", "auto", "baseline", "clear", "000000", "left", "start"})
_RUN_GROUND: Final[Mapping[str, Value]] = {
    **dict.fromkeys(_TOGGLES, False),
    **dict.fromkeys(("u", "color", "highlight", "vertAlign", "shd", "font"), ""),
    "sz": 20,
}
_FORM_GROUND: Final[Mapping[str, Value]] = {
    **dict.fromkeys(("left", "right", "first", "before", "after"), 0),
    **dict.fromkeys(("jc", "list", "border", "shd"), ""),
    "line": 240,
    "rule": "auto",
    "pageBreakBefore": False,
}


def runs_look(properties: Element | None) -> dict[str, Value]:
    """What ``w:rPr`` itself says of the look of letters; what it does not say is left out."""
    said: dict[str, Value] = {}
    for child in () if properties is None else properties:
        name = str(child.tag).removeprefix(W)
        if name in _TOGGLES:
            said[name] = child.get(f"{W}val", "1") not in _OFF
        elif name in {"u", "color", "highlight", "vertAlign"}:
            said[name] = _plain(child.get(f"{W}val", ""))
        elif name == "sz":
            said[name] = number(child.get(f"{W}val"), 20)
        elif name == "shd":
            said[name] = _plain(child.get(f"{W}fill", ""))
        elif name == "rFonts" and (font := _font(child)):
            said["font"] = font
    return said


def _font(fonts: Element) -> str:
    return (fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}ascii") or "").casefold()


def paragraphs_form(properties: Element | None) -> dict[str, Value]:
    """What ``w:pPr`` itself says of the form of a paragraph; lengths in twips."""
    said: dict[str, Value] = {}
    for child in () if properties is None else properties:
        name = str(child.tag).removeprefix(W)
        if reader := _FORMS.get(name):
            said.update(reader(child))
    return said


def _indents(child: Element) -> Iterator[tuple[str, Value]]:
    for name, attributes in (("left", ("left", "start")), ("right", ("right", "end"))):
        for attribute in attributes:
            if (value := child.get(W + attribute)) is not None:
                yield name, number(value)
    first, hanging = child.get(f"{W}firstLine"), child.get(f"{W}hanging")
    if first is not None or hanging is not None:
        yield "first", -number(hanging) if number(hanging) else number(first)


def _spacing(child: Element) -> Iterator[tuple[str, Value]]:
    for name in ("before", "after", "line"):
        if (value := child.get(W + name)) is not None:
            yield name, number(value)
    if (rule := child.get(f"{W}lineRule")) is not None:
        yield "rule", rule


def _alignment(child: Element) -> Iterator[tuple[str, Value]]:
    value = child.get(f"{W}val", "")
    yield "jc", "right" if value == "end" else _plain(value)


def _page_break(child: Element) -> Iterator[tuple[str, Value]]:
    yield "pageBreakBefore", child.get(f"{W}val", "1") not in _OFF


def _list(child: Element) -> Iterator[tuple[str, Value]]:
    chosen = child.find(f"{W}numId")
    value = "" if chosen is None else chosen.get(f"{W}val", "")
    yield "list", "" if value == "0" else value


def _border(child: Element) -> Iterator[tuple[str, Value]]:
    sides = ((side, child.find(W + side)) for side in _SIDES)
    drawn = [s for s, line in sides if line is not None and _plain(line.get(f"{W}val", ""))]
    yield "border", " ".join(drawn)


def _shade(child: Element) -> Iterator[tuple[str, Value]]:
    yield "shd", _plain(child.get(f"{W}fill", ""))


_FORMS: Final[Mapping[str, Callable[[Element], Iterator[tuple[str, Value]]]]] = {
    "ind": _indents,
    "spacing": _spacing,
    "jc": _alignment,
    "pageBreakBefore": _page_break,
    "numPr": _list,
    "pBdr": _border,
    "shd": _shade,
}


def _plain(value: str) -> str:
    """``value`` in one spelling; every way to say "nothing" is empty."""
    return "" if value in _PLAIN else value.casefold()


def number(value: str | None, default: int = 0) -> int:
    """``value`` as a whole number; Word itself passes over what is none."""
    try:
        return round(float(value)) if value is not None else default
    except (ValueError, OverflowError):
        return default


@dataclass(frozen=True, slots=True)
class Ground:
    """What a paragraph style sets: its name, the look of its letters, its form."""

    name: str
    look: Mapping[str, Value]
    form: Mapping[str, Value]


class FileStyles:
    """The styles of one file, found by id and by name.

    Names tie the styles of two files together: Word translates ids, LibreOffice makes new ones.
    """

    def __init__(self, root: Element) -> None:
        """Read the styles below ``w:styles``."""
        self.root = root
        self.by_id = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        self.by_name = {(_kind(s), name_of(s)): key for key, s in self.by_id.items()}
        self._grounds: dict[str, Ground] = {}
        self._default = next((k for k, s in self.by_id.items() if _is_default(s)), "")

    def ground(self, key: str) -> Ground:
        """What the paragraph style ``key`` sets, or the default one if there is no such style."""
        if key not in self.by_id:
            key = self._default
        if key not in self._grounds:
            self._grounds[key] = self._resolved(key)
        return self._grounds[key]

    def _resolved(self, key: str) -> Ground:
        defaults = self.root.find(f"{W}docDefaults")
        look, form = dict(_RUN_GROUND), dict(_FORM_GROUND)
        if defaults is not None:
            look.update(runs_look(defaults.find(f"{W}rPrDefault/{W}rPr")))
            form.update(paragraphs_form(defaults.find(f"{W}pPrDefault/{W}pPr")))
        for style in self._chain(key):
            look.update(runs_look(style.find(f"{W}rPr")))
            form.update(paragraphs_form(style.find(f"{W}pPr")))
        own = self.by_id.get(key)
        return Ground("" if own is None else name_of(own), look, form)

    def _chain(self, key: str) -> list[Element]:
        """The style ``key`` and all that it is based on, the ground first."""
        chain: list[Element] = []
        while (style := self.by_id.get(key)) is not None and style not in chain:
            chain.insert(0, style)
            based = style.find(f"{W}basedOn")
            key = "" if based is None else based.get(f"{W}val", "")
        return chain

    def outline(self, key: str) -> int:
        """The outline level of the paragraph style ``key``, 9 if it is no heading."""
        for style in reversed(self._chain(key)):
            level = style.find(f"{W}pPr/{W}outlineLvl")
            if level is not None:
                return number(level.get(f"{W}val"), 9)
        return 9

    def look(self, properties: Element | None, ground: Ground) -> Look:
        """How a run with these ``w:rPr`` differs from the style of its paragraph."""
        said: dict[str, Value] = {}
        chosen = None if properties is None else properties.find(f"{W}rStyle")
        if chosen is not None:
            for style in self._chain(chosen.get(f"{W}val", "")):
                said.update(runs_look(style.find(f"{W}rPr")))
        said.update(runs_look(properties))
        return _beyond(said, ground.look)

    @staticmethod
    def form(properties: Element | None, ground: Ground) -> Look:
        """How a paragraph with these ``w:pPr`` differs from its style."""
        return _beyond(paragraphs_form(properties), ground.form)


def _beyond(said: Mapping[str, Value], ground: Mapping[str, Value]) -> Look:
    return tuple(sorted((key, value) for key, value in said.items() if ground[key] != value))


def _kind(style: Element) -> str:
    return style.get(f"{W}type", "paragraph")


def _is_default(style: Element) -> bool:
    return _kind(style) == "paragraph" and style.get(f"{W}default", "0") not in _OFF


def name_of(style: Element) -> str:
    """The name of ``style`` in one spelling (Word writes ``heading 1``, others ``Heading 1``)."""
    name = style.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val", "").casefold()


def key_of(style: Element) -> tuple[str, str]:
    """By what ``style`` is found in another file: its kind and its name."""
    return _kind(style), name_of(style)
