"""What a faulty file tells all the same, so that one fault does not hide the others."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from docgen.record.schema.shape import FieldKind, dotted, slots_along
from docgen.record.taking import UntakenError, taken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from docgen.errors import Problem
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath

_UNKNOWN: Final = "…"
"""Stands for a text that is required and is not known; nothing is said about it."""
_ROUNDS: Final = 4
"""Leaving a value out can leave a part without what it needs, which is left out next."""


def salvaged(
    values: dict[str, Any], root: type[AnyRecord]
) -> tuple[tuple[AnyRecord, ...], set[str]]:
    """The record of what is sound in ``values``, and the fields that were left out.

    A faulty value that may be missing counts as not told, a required text as unknown, an item or
    part that cannot be without it is left out with its list. A required choice that is none may
    be meant as any: there is a record for each. None at all where nothing can stand.
    """
    first, gone, choices = _salvaged(values, root, 0)
    if first is None:
        return (), gone
    others = (_salvaged(values, root, meant)[0] for meant in range(1, choices))
    return (first, *(one for one in others if one is not None)), gone


def _salvaged(
    values: dict[str, Any], root: type[AnyRecord], meant: int
) -> tuple[AnyRecord | None, set[str], int]:
    """The record where an unfit choice is the one of number ``meant``; how many it could be."""
    values, gone, choices = deepcopy(values), set[str](), 1
    for _ in range(_ROUNDS):
        try:
            return taken(root, values), gone, choices
        except UntakenError as unfit:
            for path in dict.fromkeys(fault.path for fault in unfit.faults):
                choices = max(choices, len(_to_choose(path, root)))
                left_out = _leave_out(values, path, root, meant)
                if left_out is None:
                    return None, gone, choices
                gone |= {dotted(path), dotted(left_out)}
    return None, gone, choices


def apart(problems: Iterable[Problem], gone: Collection[str]) -> list[Problem]:
    """The problems that have nothing to do with the fields ``gone``: neither under nor around."""
    return [one for one in problems if not any(_akin(one.place.field, field) for field in gone)]


def _akin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long == short or (long.startswith(short) and long[len(short)] in ".[" and short != "")


def _to_choose(path: FieldPath, root: type[AnyRecord]) -> tuple[str, ...]:
    """What may stand at ``path`` where something must, out of a list; empty where it is free."""
    met = slots_along(root, path)
    slot = met[-1][0] if len(met) == sum(isinstance(step, str) for step in path) else None
    return slot.choices if slot and slot.required and not slot.many else ()


def _leave_out(
    values: dict[str, Any], path: FieldPath, root: type[AnyRecord], meant: int
) -> FieldPath | None:
    """Take from ``values`` what is wrong at ``path``; the path of what was taken."""
    if choices := _to_choose(path, root):
        choice = choices[meant % len(choices)]
        holder = _at(values, path[:-1])
        if isinstance(holder, dict) and holder.get(str(path[-1])) != choice:
            holder[str(path[-1])] = choice
            return path
    met = slots_along(root, path)
    names = [step for step in path if isinstance(step, str)]
    holder = _at(values, path[:-1])
    if len(met) < len(names) and isinstance(holder, dict):  # the record knows no such field
        holder.pop(str(path[-1]), None)
        return path
    while path:
        slot = slots_along(root, path)[-1][0]
        holder = _at(values, path[:-1])
        if isinstance(path[-1], str) and isinstance(holder, dict):
            if not slot.required:
                holder.pop(path[-1], None)
                return path
            if slot.kind is FieldKind.LINE and not slot.many and holder.get(path[-1]) != _UNKNOWN:
                holder[path[-1]] = _UNKNOWN
                return path
        path = path[:-1]
    return None


def _at(values: Any, path: FieldPath) -> Any:  # noqa: ANN401 - whatever stands there
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values
