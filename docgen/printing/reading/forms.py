"""Values of a paragraph made into its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.printing import refusals
from docgen.printing.model.looks import NO_FRAME, Align, Border, Form, Frame, LineRule, TabStop

if TYPE_CHECKING:
    from docgen.errors import Words
    from docgen.printing.reading.grammar import Values

ALIGN = {"start": "left", "end": "right", "num": "left"}
_BODY_LEVEL = 9
_UNSEEN = frozenset({"clear", "bar"})
_LEADERS = {"none": "", "heavy": "underscore"}


def made_form(style: str, values: Values) -> tuple[Form, tuple[Words, ...]]:
    """The form of a paragraph of ``style`` with ``values``, and what of it is refused."""
    values = dict(values)
    for key in ("mark", "number", "style"):
        values.pop(key, None)
    borders: dict[str, Any] = values.pop("borders", {})
    tabs: dict[str, tuple[str, str]] = values.pop("tabs", {})
    align = str(values.pop("align", "left"))
    outline = values.pop("outline", _BODY_LEVEL)
    form = Form(
        style=style,
        align=Align(ALIGN.get(align, align)),
        rule=LineRule(values.pop("rule", "auto")),
        frame=_frame(borders) if borders else NO_FRAME,
        tabs=_tab_stops(tabs),
        outline=None if outline == _BODY_LEVEL else outline,
        **values,
    )
    return form, tuple(_faults(form))


def _frame(borders: dict[str, Any]) -> Frame:
    return Frame(**{side: border(value) for side, value in borders.items()})


def _faults(form: Form) -> list[Words]:
    if form.line <= 0:
        return [refusals.attribute("spacing", "line", str(form.line))]
    return []


def border(values: tuple[int, int, str, str] | None) -> Border | None:
    """The border that the whitelist read as ``values``."""
    if values is None or values[0] == 0:
        return None
    return Border(*values)


def _tab_stops(tabs: dict[str, tuple[str, str]]) -> tuple[TabStop, ...]:
    stops = (
        TabStop(int(position), Align(ALIGN.get(align, align)), _LEADERS.get(leader, leader))
        for position, (align, leader) in tabs.items()
        if align not in _UNSEEN
    )
    return tuple(sorted(stops, key=lambda stop: stop.position))
