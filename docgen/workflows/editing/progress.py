"""How far each step of a record has come, and what is wrong in it, in the words of the form."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Severity, Words
from docgen.record.schema.shape import dotted, label_of, part_at, slots_along, slots_of
from docgen.record.workbooks.spoken import in_cells
from docgen.text.dates import with_century
from docgen.workflows.editing.plans import Typed, path_in, planned
from docgen.workflows.editing.saving import settled
from docgen.workflows.editing.steps import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.checks.blanks import Blanked
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.steps import StepRow

_AS_A_LINE = re.compile(r"(?P<head>Ví dụ|For example): [a-z_]+: ?")
_OF_A_FILE = re.compile(r"^(?:Thêm (?:nhóm|danh sách) “|Add the (?:group|list) “)")
_TOP = re.compile(r"[.\[]")


@dataclass(frozen=True, slots=True)
class StepState:
    """Một bước khai đã đến đâu.

    Attributes:
        step: The step.
        state: ``bad`` with faults, ``none`` where nothing is told, ``done`` where nothing will
            print blank, else ``doing``.
        problems: What is wrong or doubtful in it.
        blanks: What of it will print blank.
    """

    step: StepRow
    state: str
    problems: tuple[Problem, ...]
    blanks: tuple[Blanked, ...]


def states_of(record: OpenRecord, on: date) -> list[StepState]:
    """The state of each step of ``record`` on a day."""
    own = [two for one in record.problems(on) for two in for_a_page(one, record.root)]
    spoken = [*own, *waiting_of(record)]
    blanks = record.blanks(on)
    return [_state(record, step, spoken, blanks) for step in steps_of(record.kind)]


def _state(
    record: OpenRecord, step: StepRow, problems: Iterable[Problem], blanks: Iterable[Blanked]
) -> StepState:
    own = tuple(one for one in problems if _TOP.split(one.place.field)[0] in step.sections)
    open_ = tuple(one for one in blanks if _TOP.split(one.field)[0] in step.sections)
    told = any(_says(record.values.get(name)) for name in step.sections)
    if any(one.severity is Severity.ERROR for one in own):
        state = "bad" if told or record.drafts else "none"
    elif not told:
        state = "none"
    else:
        state = "doing" if open_ or record.record is None else "done"
    return StepState(step, state, own, open_)


def _says(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_says, value.values()))
    return value not in (None, "", [])


def waiting_of(record: OpenRecord) -> tuple[Problem, ...]:
    """Why what waits outside the record cannot be in it, in the words of the form."""
    if not record.drafts:
        return ()
    found = settled(planned(record, Typed([], {}), record.drafts))
    spoken = (two for one in found for two in for_a_page(one, record.root))
    return tuple(with_asked_back(one, record.drafts.get(one.place.field, "")) for one in spoken)


def for_a_page(problem: Problem, root: type[RecordPart]) -> list[Problem]:
    """``problem`` in the words of a form: no names of fields, no lines of YAML.

    A group that is missing is told as each of its fields that must not be.
    """
    place = problem.place
    path = path_in(place.field)
    part = part_at(root, path) if path else None
    if part is not None and _OF_A_FILE.match(problem.hint.vi) and not isinstance(path[-1], int):
        inner = [slot for slot in slots_of(part).values() if slot.required]
        if inner and not slots_along(root, path)[-1][0].many:
            return [_missing(problem, root, (*path, slot.name)) for slot in inner]
    cell = Place(place.file, 1, 1, place.field, "·", 1)
    told = in_cells(replace(problem, place=cell), root)
    hint = Words(*(_hint(text) for text in told.hint))
    return [replace(told, place=place, hint=hint)]


def _missing(problem: Problem, root: type[RecordPart], path: FieldPath) -> Problem:
    """The same said of a field inside the group."""
    pairs = zip(problem.what, label_of(root, path[:-1]), label_of(root, path), strict=True)
    what = Words(*(text.replace(group, field, 1) for text, group, field in pairs))
    return Problem(replace(problem.place, field=dotted(path)), what)


def _hint(text: str) -> str:
    return "" if _OF_A_FILE.match(text) else _AS_A_LINE.sub(r"\g<head>: ", text)


def with_asked_back(problem: Problem, typed: str) -> Problem:
    """A day with two figures for the year is asked back."""
    meant = with_century(typed)
    if not meant:
        return problem
    asked = Words(f"Có phải {meant} không? Ghi đủ bốn chữ số của năm.", f"Did you mean {meant}?")
    return replace(problem, hint=asked)
