"""Why values were refused: every fault, in an office clerk's words."""

from __future__ import annotations

from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from docgen.errors import Place, Problem, Words
from docgen.record.reasons import Said, reason
from docgen.record.schema.shape import dotted, label_of, part_at, slots_along, slots_of
from docgen.record.taking import Reason
from docgen.record.workbooks.faults import hint_for, what_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docgen.record.files.tree import Mark
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath
    from docgen.record.taking import Fault

Marks: TypeAlias = "Mapping[FieldPath, Mark]"

NO_FILE: Marks = MappingProxyType({})
"""The marks of a record that a program built: its faults are told by the path of the field."""
_SHOWN = 60
"""Characters of an unknown name that a message quotes."""


def explain(
    faults: Iterable[Fault], root: type[RecordPart], marks: Marks, file: str
) -> list[Problem]:
    """One problem for each of the ``faults``, each at its line and column in ``file``."""
    return [_problem(fault, root, marks, file) for fault in faults]


def place_of(path: FieldPath, marks: Marks, file: str) -> Place:
    """Where ``path`` stands in ``file``; where it is missing, the nearest part around it."""
    if marks is NO_FILE:
        return Place(f"{file}, {dotted(path)}" if path else file, field=dotted(path))
    around = path
    while around and around not in marks:
        around = around[:-1]
    return at_mark(marks.get(around, (1, 1)), dotted(path), file)


def at_mark(mark: Mark, field: str, file: str) -> Place:
    """The place of the line or cell at ``mark``, which tells of ``field``."""
    sheet, number, *other = mark[2:] or ("", 0)
    return Place(other[0] if other else file, mark[0], mark[1], field, sheet, number)


def moved_to(mark: Mark, file: str) -> Mark:
    """``mark`` as it stands among those of another file."""
    sheet, number, *_ = mark[2:] or ("", 0)
    return mark[0], mark[1], sheet, number, file


def _problem(fault: Fault, root: type[RecordPart], marks: Marks, file: str) -> Problem:
    path = fault.path
    place = place_of(path, marks, file)
    if fault.reason is Reason.UNKNOWN:
        return Problem(place, *_unknown(path, root, fault.value))
    met = slots_along(root, path)
    slot = met[-1][0] if met else None
    what, hint = reason(fault, slot)
    if place.sheet:
        what = what_for(fault.reason, what, slot)
        hint = hint_for(fault.reason, hint, slot)
    label = label_of(root, path)
    if not label.vi:
        return Problem(place, Words(_capital(what.vi), _capital(what.en)), hint)
    return Problem(place, Words(f"“{label.vi}” {what.vi}", f"“{label.en}” {what.en}"), hint)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _unknown(path: FieldPath, root: type[RecordPart], value: object) -> Said:
    """An unknown field: the nearest of its siblings is proposed, or all of them are listed."""
    name = str(path[-1])
    part = part_at(root, path[:-1]) or root
    shown = name if len(name) <= _SHOWN else name[:_SHOWN] + "…"
    what = Words(f"Không có mục “{shown}”", f"There is no field “{shown}”")
    near = get_close_matches(name, slots_of(part), n=1, cutoff=0.6) or _by_label(name, part)
    if near:
        label = slots_of(part)[near[0]].label
        return what, Words(
            f"Có phải “{near[0]}” ({label.vi}) không?", f"Did you mean “{near[0]}” ({label.en})?"
        )
    if value is None and not name.isascii():
        return what, Words(
            "Trong { }, giá trị có dấu phẩy phải đặt trong ngoặc kép.",
            "Inside { }, put a value that holds a comma in quotes.",
        )
    names = ", ".join(slots_of(part))
    return what, Words(f"Các mục có ở đây: {names}", f"The fields here: {names}")


def _by_label(name: str, part: type[RecordPart]) -> list[str]:
    """The field whose Vietnamese label was typed in place of its name."""
    labels = {slot.label.vi.casefold(): field for field, slot in slots_of(part).items()}
    near = get_close_matches(name.casefold().replace("_", " "), labels, n=1, cutoff=0.8)
    return [labels[label] for label in near]
