"""Styles: what a paragraph, a run or a table looks like after its chain of styles has spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.reading.forms import made_form
from docgen.printing.reading.grammar import Properties, likeness
from docgen.printing.reading.merging import merged, toggled
from docgen.printing.reading.numbering import EMPTY
from docgen.printing.reading.subset.letters import LETTERS
from docgen.printing.reading.subset.paragraphs import FORM
from docgen.printing.refusals import Remark
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from lxml.etree import _Element

    from docgen.errors import Words
    from docgen.printing.model.looks import Form
    from docgen.printing.reading.grammar import Values
    from docgen.printing.reading.looks import Look, Looks
    from docgen.printing.reading.numbering import Level, Numbering
    from docgen.printing.reading.theme import Theme

FORMS, LOOKS = Properties(FORM), Properties(LETTERS)
"""Of paragraphs and of letters: many stylesheets and papers say the same of them."""
_MAX_CHAIN = 20
Faults = tuple["Words", ...]


class Part(Value):
    """What a table style says of one part of its tables: "firstRow", "band1Horz", "" for all."""

    form: Values = field(default_factory=dict)
    letters: Values = field(default_factory=dict)
    table: Values = field(default_factory=dict)
    row: Values = field(default_factory=dict)
    cell: Values = field(default_factory=dict)


class Style(Value):
    """One style as written: what it sets itself, what it is based on, what of it is refused."""

    kind: str
    based_on: str
    form: Values
    letters: Values
    table: Values
    faults: Faults
    parts: Mapping[str, Part] = field(default_factory=dict)


class Ground(Value):
    """What a table style lays under the paragraphs of a cell."""

    form: tuple[tuple[str, object], ...] = ()
    letters: tuple[tuple[str, object], ...] = ()


BARE = Ground()


class Dressed(Value):
    """A paragraph's form, its mark's look, what is refused, and its list and level in it.

    ``list`` is 0 for none.
    """

    form: Form
    mark: Look
    faults: Faults
    list: int = 0
    level: int = 0
    mark_values: Values = field(default_factory=dict)
    """What the paragraph itself says of its mark."""


class Defaults(Value):
    """What holds where no style speaks: the default style of each kind, and values."""

    styles: Mapping[str, str] = field(default_factory=dict)
    form: Values = field(default_factory=dict)
    letters: Values = field(default_factory=dict)
    faults: Faults = ()


class Styles:
    """All styles of one styles part, with the answers already given remembered."""

    def __init__(
        self,
        styles: Mapping[str, Style],
        defaults: Defaults,
        looks: Looks,
        numbering: Numbering = EMPTY,
    ) -> None:
        """Styles by id; ``numbering`` has the lists that styles belong to."""
        self._styles = styles
        self._defaults = defaults
        self._looks = looks
        self._numbering = numbering
        self._chains: dict[tuple[str, str], Style] = {}
        self._paragraphs: dict[tuple[Hashable, Ground], Dressed] = {}
        self._runs: dict[tuple[str, Hashable, Ground], Look] = {}

    def paragraph(self, element: _Element | None, ground: Ground = BARE) -> Dressed:
        """How a paragraph with the properties ``element`` stands on ``ground``."""
        key = (() if element is None else likeness(element), ground)
        answer = self._paragraphs.get(key)
        if answer is None:
            answer = self._paragraphs[key] = self._read_paragraph(element, ground)
        return answer

    def letters(self, style: str, element: _Element | None, ground: Ground = BARE) -> Look:
        """The look of a run with the properties ``element`` in a paragraph of ``style``."""
        key = (style, () if element is None else likeness(element), ground)
        answer = self._runs.get(key)
        if answer is None:
            direct, faults = LOOKS.read(element)
            answer = self._runs[key] = self._dressed(style, direct, ground, faults)
        return answer

    def label(self, level: Level, mark: Values, style: str) -> Look:
        """The look of a label of ``level`` before a paragraph of ``style`` with ``mark``."""
        return self._dressed(style, {**mark, **level.letters}, BARE, level.faults)

    @property
    def theme(self) -> Theme:
        """The theme that the styles were read with."""
        return self._looks.theme

    @property
    def numbering(self) -> Numbering:
        """The lists that the styles were read with."""
        return self._numbering

    def table(self, direct: Values) -> tuple[Values, Style]:
        """The properties of a table that sets ``direct`` itself, and its style."""
        style = self._chain("table", direct.get("style", ""))
        margins = {**style.table.get("margins", {}), **direct.get("margins", {})}
        borders = {**style.table.get("borders", {}), **direct.get("borders", {})}
        return {**style.table, **direct, "margins": margins, "borders": borders}, style

    def _read_paragraph(self, element: _Element | None, ground: Ground) -> Dressed:
        direct, faults = FORMS.read(element)
        name = direct.get("style", "") or self._defaults.styles.get("paragraph", "")
        style = self._chain("paragraph", name)
        number = {**style.form.get("number", {}), **direct.get("number", {})}
        listed, level = self._place(number, name)
        values = merged(merged(self._defaults.form, dict(ground.form)), style.form)
        if "list" in direct.get("number", {}) and listed:
            values = merged(values, self._numbering.form(listed, level))
        elif listed == 0 and "number" in direct and "number" in style.form:
            values = {**values, "left": 0, "first": 0}
        values = merged(values, direct)
        mark = self._dressed(name, direct.get("mark", {}), ground, ())
        form, form_faults = made_form(name, values)
        every = (*self._defaults.faults, *style.faults, *faults, *mark.faults, *form_faults)
        return Dressed(form, mark, every, listed, level, direct.get("mark", {}))

    def _place(self, number: Values, style: str) -> tuple[int, int]:
        listed = int(number.get("list", 0))
        if not listed or self._numbering.list(listed) is None:
            return 0, 0
        level = number.get("level")
        return listed, self._numbering.level_of(listed, style) if level is None else int(level)

    def _dressed(self, style: str, direct: Values, ground: Ground, faults: Faults) -> Look:
        own = self._chain("paragraph", style).letters
        below = {**self._defaults.letters, **dict(ground.letters), **own}
        character = self._chain("character", direct.get("style", ""))
        values = {**below, **toggled(below, character.letters), **direct}
        look = self._looks.look(values)
        return look.with_faults((*character.faults, *faults))

    def _chain(self, kind: str, name: str) -> Style:
        name = name or self._defaults.styles.get(kind, "")
        answer = self._chains.get((kind, name))
        if answer is None:
            answer = self._chains[kind, name] = self._read_chain(kind, name)
        return answer

    def _read_chain(self, kind: str, name: str) -> Style:
        chain: list[tuple[str, Style]] = []
        missing: Faults = ()
        while name and len(chain) < _MAX_CHAIN:
            style = self._styles.get(name)
            if style is None or style.kind != kind:
                missing = (_missing(name),)
                name = "" if chain else self._defaults.styles.get(kind, "")
                continue
            chain.append((name, style))
            name = style.based_on
        form: Values = {}
        letters: Values = {}
        table: Values = {}
        parts: dict[str, Part] = {}
        for own, style in reversed(chain):
            form = merged(form, self._listed(own, style.form))
            letters = {**letters, **style.letters}
            table = merged(table, style.table)
            for part, said in style.parts.items():
                parts[part] = _joined(parts.get(part, Part()), said)
        faults = (*(fault for _, style in chain for fault in style.faults), *missing)
        return Style(kind, "", form, letters, table, faults, parts)

    def _listed(self, name: str, form: Values) -> Values:
        """The form of a style; a list that it belongs to speaks before it."""
        if "number" not in form:
            return form
        listed, level = self._place(form["number"], name)
        return merged(self._numbering.form(listed, level), form) if listed else form


def _joined(below: Part, above: Part) -> Part:
    return Part(
        merged(below.form, above.form),
        {**below.letters, **above.letters},
        merged(below.table, above.table),
        {**below.row, **above.row},
        merged(below.cell, above.cell),
    )


def _missing(name: str) -> Remark:
    """A style that does not exist changes nothing, as in Word."""
    return Remark(
        f"kiểu “{name}” không có trong tệp: in như kiểu thường",
        f"the style “{name}” is missing: printed as if it were the usual one",
    )
