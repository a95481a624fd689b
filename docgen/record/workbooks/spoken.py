"""What a message says of fields, said again in the words of a form: labels, lines of lists."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.record.schema.shape import part_at, slots_along, slots_of
from docgen.record.workbooks.wording import has_options, options, shown_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import Slot

_NAMED = r"“(?P<name>[a-z][a-z_.]*)(?:: ?(?P<value>[^“”]*))?”"
"""``“role: head”``, ``“members”``: a field as YAML has it, with a value or without."""
_ADVICE_OF_LINE = Words("Thêm dòng “", "Add the line “")
_ADVICE_OF_CELL = Words("Ghi “", "Fill in “")
_IS = Words("là", "=")
_FLAGS = {"true": True, "false": False}


def in_cells(problem: Problem, root: type[RecordPart]) -> Problem:
    """``problem`` without names of fields and codes of choices, where it is told of a cell."""
    if not problem.place.sheet:
        return problem
    names = tuple(re.sub(r"\[\d+\]", "", problem.place.field).split("."))
    hint = Words(*(_said(text, root, names, place) for place, text in enumerate(problem.hint)))
    what = Words(*(_chosen(text, root, names, place) for place, text in enumerate(problem.what)))
    return replace(problem, what=what, hint=hint)


def in_form(problem: Problem, root: type[RecordPart]) -> Problem:
    """``problem``, which is of no cell, as it is told to whoever filled in a workbook."""
    hint = Words(*(_said(text, root, (), place) for place, text in enumerate(problem.hint)))
    return replace(problem, hint=hint)


def _said(text: str, root: type[RecordPart], names: tuple[str, ...], language: int) -> str:
    """A text with each field that it names called as the form calls it."""
    met = slots_along(root, names)
    offered = options(met[-1][0]).values() if met and has_options(met[-1][0]) else ()

    def label(found: re.Match[str]) -> str:
        if found["value"] is None and found["name"] in offered:
            return f"“{shown_option(met[-1][0], found['name'])}”"
        slot = _slot(root, names, found["name"])
        if slot is None:
            return found[0]
        called = f"“{slot.label[language]}”"
        value = found["value"]
        if value is None:
            return called
        return f"{called} {_IS[language]} “{_option(slot, value)}”"

    found = re.sub(_NAMED, label, text)
    return found.replace(_ADVICE_OF_LINE[language], _ADVICE_OF_CELL[language])


def _option(slot: Slot, value: str) -> str:
    return shown_option(slot, _FLAGS.get(value, value)) if has_options(slot) else value


def _chosen(text: str, root: type[RecordPart], names: tuple[str, ...], language: int) -> str:
    """A text with each code that the field, or one beside it, may have as its list says it.

    The field itself is called as the form calls it; other names may be what a person typed.
    """
    met = slots_along(root, names)
    around = part_at(root, names[:-1])
    beside = [*(slot for slot, *_ in met[-1:]), *(slots_of(around).values() if around else ())]

    def option(found: re.Match[str]) -> str:
        code = found["name"]
        if found["value"] is not None:
            return found[0]
        if met and code == names[-1]:
            return f"“{met[-1][0].label[language]}”"
        listed = (slot for slot in beside if has_options(slot) and code in options(slot).values())
        return next((f"“{shown_option(slot, code)}”" for slot in listed), found[0])

    return re.sub(_NAMED, option, text)


def _slot(root: type[RecordPart], names: tuple[str, ...], name: str) -> Slot | None:
    """The field meant by ``name``: the nearest around ``names``, else the only one so called."""
    if "." in name:
        met = slots_along(root, tuple(name.split(".")))
        return met[-1][0] if len(met) == name.count(".") + 1 else None
    for length in range(len(names), -1, -1):
        part = part_at(root, names[:length])
        if part is not None and name in slots_of(part):
            return slots_of(part)[name]
    return _anywhere(root).get(name)


@lru_cache(maxsize=8)
def _anywhere(root: type[RecordPart]) -> dict[str, Slot]:
    """Every field by its name, the one nearest to the top of the record where names are shared."""
    found: dict[str, Slot] = {}
    for slot in _every(root):
        found.setdefault(slot.name, slot)
    return found


def _every(root: type[RecordPart]) -> Iterator[Slot]:
    waiting = deque([root])
    while waiting:
        for slot in slots_of(waiting.popleft()).values():
            yield slot
            if slot.part is not None:
                waiting.append(slot.part)
