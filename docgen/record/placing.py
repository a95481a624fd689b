"""A record with another value in one place, as it would be if that were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from docgen.record.schema.parts import RecordPart
from docgen.record.schema.shape import FieldKind, slots_along

if TYPE_CHECKING:
    from datetime import date

    from docgen.record.schema.shape import FieldPath, Slot

Part = TypeVar("Part", bound=RecordPart)


def placed(part: Part, path: FieldPath, value: object) -> Part:
    """``part`` with ``value`` at ``path``; nothing is checked.

    Raises:
        LookupError: the path leads through what is not told.
    """
    name, *rest = path
    inner = _put(getattr(part, str(name)), tuple(rest), value) if rest else value
    return part.changed(**{str(name): inner})


def _put(told: Any, path: FieldPath, value: object) -> object:  # noqa: ANN401 - part or list
    if isinstance(told, RecordPart):
        return placed(told, path, value)
    if isinstance(told, list) and isinstance(path[0], int):
        items = list(told)
        items[path[0]] = _put(items[path[0]], path[1:], value) if path[1:] else value
        return items
    raise LookupError(path)


def imagined(root: type[RecordPart], path: FieldPath, day: date) -> object:
    """What could be told at ``path``: the example of its field, else something of its kind.

    ``None`` for a part, of which nothing can be imagined.
    """
    slot, index = slots_along(root, path)[-1]
    one = _one(slot, day)
    return [one] if slot.many and index is None and one is not None else one


def _one(slot: Slot, day: date) -> object:
    if slot.kind is FieldKind.PART:
        return None
    if slot.kind is FieldKind.DAY:
        return day
    if slot.kind is FieldKind.CHOICE:
        return slot.choices[0]
    if slot.kind is FieldKind.WHOLE:
        return slot.about.example if isinstance(slot.about.example, int) else 7
    if slot.kind is FieldKind.FLAG:
        return True
    return slot.about.example if isinstance(slot.about.example, str) else slot.label.vi
