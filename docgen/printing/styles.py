"""Styles: what a paragraph, a run or a table looks like after its chain of styles has spoken."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from docgen.errors import Words
from docgen.printing import grammar, refusals, subset, tablesubset
from docgen.printing.grammar import W, read_properties
from docgen.printing.model import Align, Border, Form, Letters, LineRule, TabStop
from docgen.word.markup import parse

if TYPE_CHECKING:
    from docgen.printing.grammar import Values

_ALIGN = {"start": "left", "end": "right"}
_BODY_LEVEL = 9
_MAX_CHAIN = 20
Faults = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written: what it sets itself, what it is based on, what of it is refused."""

    kind: str
    based_on: str
    form: Values
    letters: Values
    table: Values
    faults: Faults


class Styles:
    """All styles of one styles part, with the answers already given remembered."""

    def __init__(self, styles: dict[str, Style], defaults: dict[str, str], form: Values) -> None:
        """Styles by id, the default style's id by kind, and the document defaults."""
        self._styles = styles
        self._default = defaults
        self._form_defaults = form
        self._chains: dict[tuple[str, str], Style] = {}
        self._paragraphs: dict[bytes, tuple[Form, Letters, Faults]] = {}
        self._runs: dict[tuple[str, bytes], tuple[Letters, Faults]] = {}

    def paragraph(self, element: etree._Element | None) -> tuple[Form, Letters, Faults]:
        """The form of a paragraph with the properties ``element``, and its mark's letters."""
        key = b"" if element is None else etree.tostring(element, with_tail=False)
        answer = self._paragraphs.get(key)
        if answer is None:
            answer = self._paragraphs[key] = self._read_paragraph(element)
        return answer

    def letters(self, style: str, element: etree._Element | None) -> tuple[Letters, Faults]:
        """The letters of a run with the properties ``element`` in a paragraph of ``style``."""
        key = (style, b"" if element is None else etree.tostring(element, with_tail=False))
        answer = self._runs.get(key)
        if answer is None:
            answer = self._runs[key] = self._read_letters(style, element)
        return answer

    def table(self, direct: Values) -> tuple[Values, Faults]:
        """The properties of a table that sets ``direct`` itself, styles included."""
        style = self._chain("table", direct.get("style", ""))
        margins = {**style.table.get("margins", {}), **direct.get("margins", {})}
        borders = {**style.table.get("borders", {}), **direct.get("borders", {})}
        return {**style.table, **direct, "margins": margins, "borders": borders}, style.faults

    def _read_paragraph(self, element: etree._Element | None) -> tuple[Form, Letters, Faults]:
        direct, faults = read_properties(element, subset.FORM)
        name = direct.get("style", "") or self._default.get("paragraph", "")
        style = self._chain("paragraph", name)
        values = _merged(_merged(self._form_defaults, style.form), direct)
        mark, more = self._dressed(name, direct.get("mark", {}))
        form, form_faults = _form(name, values)
        return form, mark, (*style.faults, *faults, *more, *form_faults)

    def _read_letters(self, style: str, element: etree._Element | None) -> tuple[Letters, Faults]:
        direct, faults = read_properties(element, subset.LETTERS)
        letters, more = self._dressed(style, direct)
        return letters, (*faults, *more)

    def _dressed(self, style: str, direct: Values) -> tuple[Letters, Faults]:
        below = self._chain("paragraph", style).letters
        character = self._chain("character", direct.get("style", ""))
        values = {**below, **_toggled(below, character.letters), **direct}
        values.pop("style", None)
        return Letters(**values), character.faults

    def _chain(self, kind: str, name: str) -> Style:
        name = name or self._default.get(kind, "")
        answer = self._chains.get((kind, name))
        if answer is None:
            answer = self._chains[kind, name] = self._read_chain(kind, name)
        return answer

    def _read_chain(self, kind: str, name: str) -> Style:
        chain: list[Style] = []
        while name and len(chain) < _MAX_CHAIN:
            style = self._styles.get(name)
            if style is None or style.kind != kind:
                return _unknown(kind, name, chain)
            chain.append(style)
            name = style.based_on
        form: Values = {}
        letters: Values = {}
        table: Values = {}
        for style in reversed(chain):
            form = _merged(form, style.form)
            letters = {**letters, **style.letters}
            table = {**table, **style.table}
        faults = tuple(fault for style in chain for fault in style.faults)
        return Style(kind, "", form, letters, table, faults)


def _unknown(kind: str, name: str, chain: list[Style]) -> Style:
    """A style that does not exist changes nothing, but a paper that names one is refused."""
    what = Words(f"kiểu “{name}” không có trong tệp", f"the style “{name}”, which is missing")
    faults = (*(fault for style in chain for fault in style.faults), what)
    return Style(kind, "", {}, {}, {}, faults)


def _toggled(below: Values, above: Values) -> Values:
    """Bold and italic of a character style turn those of the paragraph style over."""
    turned = dict(above)
    for key in ("bold", "italic"):
        if above.get(key) and below.get(key):
            turned[key] = False
    return turned


def _merged(below: Values, above: Values) -> Values:
    merged = {**below, **above}
    if "tabs" in below and "tabs" in above:
        merged["tabs"] = {**below["tabs"], **above["tabs"]}
    if "borders" in below and "borders" in above:
        merged["borders"] = {**below["borders"], **above["borders"]}
    return merged


def _form(style: str, values: Values) -> tuple[Form, Faults]:
    values = dict(values)
    values.pop("mark", None)
    borders: dict[str, Any] = values.pop("borders", {})
    tabs: dict[str, str] = values.pop("tabs", {})
    align = values.pop("align", "left")
    outline = values.pop("outline", _BODY_LEVEL)
    values["style"] = style
    values["rule"] = LineRule(values.get("rule", "auto"))
    form = Form(
        align=Align(_ALIGN.get(align, str(align))),
        top=border(borders.get("top")),
        bottom=border(borders.get("bottom")),
        tabs=_tab_stops(tabs),
        outline=None if outline == _BODY_LEVEL else outline,
        **values,
    )
    return form, tuple(_form_faults(form))


def _form_faults(form: Form) -> list[Words]:
    faults = []
    if form.rule is LineRule.AUTO and form.line < 240:  # noqa: PLR2004 -- one line, in 240ths
        faults.append(refusals.attribute("spacing", "line", str(form.line)))
    if form.rule is LineRule.EXACT and form.line == 0:
        faults.append(refusals.attribute("spacing", "line", "0"))
    return faults


def border(values: tuple[int, int, str] | None) -> Border | None:
    """The border that the whitelist read as ``values``."""
    return None if values is None or values[0] == 0 else Border(*values)


def _tab_stops(tabs: dict[str, str]) -> tuple[TabStop, ...]:
    stops = (
        TabStop(int(position), Align(_ALIGN.get(align, align)))
        for position, align in tabs.items()
        if align != "clear"
    )
    return tuple(sorted(stops, key=lambda stop: stop.position))


@lru_cache(maxsize=8)
def read_styles(data: bytes) -> Styles:
    """The styles of the styles part ``data``; equal bytes are read once."""
    root = parse(data, "word/styles.xml")
    styles: dict[str, Style] = {}
    defaults: dict[str, str] = {}
    for element in root.iterchildren(f"{W}style"):
        name, kind = element.get(f"{W}styleId", ""), element.get(f"{W}type", "")
        if element.get(f"{W}default") in {"1", "true", "on"}:
            defaults[kind] = name
        styles[name] = _read_style(element, kind)
    letters, letter_faults = _defaults(root, "rPr", subset.LETTERS)
    form, form_faults = _defaults(root, "pPr", subset.FORM)
    _lay_ground(
        styles, defaults, Style("paragraph", "", {}, letters, {}, letter_faults + form_faults)
    )
    return Styles(styles, defaults, form)


def _lay_ground(styles: dict[str, Style], defaults: dict[str, str], ground: Style) -> None:
    """Put the document defaults under every paragraph style that is based on nothing."""
    base = "\0defaults"
    for name, style in styles.items():
        if style.kind == "paragraph" and not style.based_on:
            styles[name] = Style(
                style.kind, base, style.form, style.letters, style.table, style.faults
            )
    styles[base] = ground
    defaults.setdefault("paragraph", base)


def _defaults(root: etree._Element, kind: str, rules: grammar.Rules) -> tuple[Values, Faults]:
    return read_properties(root.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}"), rules)


def _read_style(element: etree._Element, kind: str) -> Style:
    faults: list[Words] = []
    read: dict[str, Values] = {}
    kinds = {"pPr": subset.FORM, "rPr": subset.LETTERS, "tblPr": tablesubset.TABLE}
    for child in element:
        name = grammar.local(child)
        if name in kinds:
            read[name], more = read_properties(child, kinds[name])
            faults.extend(more)
        elif name not in subset.STYLE_NOTES:
            faults.append(refusals.element(name))
    based = element.find(f"{W}basedOn")
    return Style(
        kind,
        "" if based is None else based.get(f"{W}val", ""),
        read.get("pPr", {}),
        read.get("rPr", {}),
        read.get("tblPr", {}),
        tuple(faults),
    )
