"""What the record is made of, read off the model: forms, messages and blanks derive from it."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union, get_args, get_origin

from docgen.errors import Words
from docgen.record.schema.fields import About
from docgen.record.schema.parts import RecordPart
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from pydantic.fields import FieldInfo

FieldPath: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a record: names of fields, and indices of list items from 0."""


class FieldKind(StrEnum):
    """What a field holds, or what each of its items is."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    FLAG = "flag"
    PERIOD = "period"
    CHOICE = "choice"
    PART = "part"


class Slot(Value):
    """One field of a part: its name, what is told about it, and what it takes."""

    name: str
    about: About
    kind: FieldKind
    many: bool
    required: bool
    default: object
    choices: tuple[str, ...] = ()
    part: type[RecordPart] | None = None

    @property
    def label(self) -> Words:
        """The label without its explanation: ``Loại đơn vị`` of ``Loại đơn vị: commune...``."""
        return Words(_short(self.about.vi), _short(self.about.en))


@cache
def _short(label: str) -> str:
    return re.split(r"\s*[:(;]", label)[0]


_PLAIN = {bool: FieldKind.FLAG, int: FieldKind.WHOLE, date: FieldKind.DAY}
_SHORT_TEXT = 1_000


def _strip(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    """``annotation`` without ``Annotated`` and without ``| None``."""
    if hasattr(annotation, "__metadata__"):
        return _strip(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        (only,) = (argument for argument in get_args(annotation) if argument is not NoneType)
        return _strip(only)
    return annotation


def _longest(annotation: Any, info: FieldInfo | None) -> int:  # noqa: ANN401 - as above
    """The greatest length that a text may have, 0 when none is stated."""
    stated = [*(info.metadata if info else ()), *getattr(annotation, "__metadata__", ())]
    return max((getattr(constraint, "max_length", None) or 0 for constraint in stated), default=0)


def _kind_of_text(annotation: Any, info: FieldInfo | None) -> FieldKind:  # noqa: ANN401 - as above
    stated = [*(info.metadata if info else ()), *getattr(annotation, "__metadata__", ())]
    if any(getattr(constraint, "pattern", None) for constraint in stated):
        return FieldKind.PERIOD
    return FieldKind.TEXT if _longest(annotation, info) > _SHORT_TEXT else FieldKind.LINE


def _about(info: FieldInfo) -> About:
    return next(note for note in info.metadata if isinstance(note, About))


def _slot(name: str, info: FieldInfo) -> Slot:
    inner = _strip(info.annotation)
    many = get_origin(inner) is list
    item = get_args(inner)[0] if many else info.annotation
    bare = _strip(item)
    part = bare if isinstance(bare, type) and issubclass(bare, RecordPart) else None
    choices = _choices(bare)
    if part is not None:
        kind = FieldKind.PART
    elif choices:
        kind = FieldKind.CHOICE
    elif bare is str:
        kind = _kind_of_text(item, None if many else info)
    else:
        kind = _PLAIN[bare]
    required, default = info.is_required(), info.get_default(call_default_factory=False)
    return Slot(name, _about(info), kind, many, required, default, choices, part)


def _choices(bare: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    if get_origin(bare) is Literal:
        return tuple(str(choice) for choice in get_args(bare))
    if isinstance(bare, type) and issubclass(bare, Enum):
        return tuple(str(choice.value) for choice in bare)
    return ()


@cache
def slots_of(part: type[RecordPart]) -> dict[str, Slot]:
    """The fields of ``part`` by name, in the order of the model."""
    return {name: _slot(name, info) for name, info in part.model_fields.items()}


def slots_along(root: type[RecordPart], path: FieldPath) -> list[tuple[Slot, int | None]]:
    """The fields met on the way to ``path``, each with the index taken in it, if any.

    The walk ends where the model ends: an unknown field has no slot.
    """
    met: list[tuple[Slot, int | None]] = []
    part: type[RecordPart] | None = root
    for step in path:
        if isinstance(step, int):
            if met and met[-1][1] is None:
                met[-1] = (met[-1][0], step)
            continue
        slot = slots_of(part).get(step) if part is not None else None
        if slot is None:
            break
        met.append((slot, None))
        part = slot.part
    return met


def part_at(root: type[RecordPart], path: FieldPath) -> type[RecordPart] | None:
    """The part that stands at ``path``, ``None`` when it is no part."""
    names = [step for step in path if isinstance(step, str)]
    met = slots_along(root, path)
    if len(met) < len(names):
        return None
    return met[-1][0].part if met else root


def label_of(root: type[RecordPart], path: FieldPath) -> Words:
    """How a message names the field at ``path``: ``Thành viên 3 › Năm sinh``."""
    met = slots_along(root, path)
    ends = ["" if index is None else f" {index + 1}" for _, index in met]
    return Words(
        " › ".join(slot.label.vi + end for (slot, _), end in zip(met, ends, strict=True)),
        " › ".join(slot.label.en + end for (slot, _), end in zip(met, ends, strict=True)),
    )


def dotted(path: FieldPath) -> str:
    """``members[3].birth_year``: the path as text, items counted from 1 as in messages."""
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def path_of(text: str) -> FieldPath:
    """The path that :func:`dotted` writes as ``text``."""
    steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", text)
    return tuple(int(place) - 1 if place else name for place, name in steps)


def walk(
    part: RecordPart, path: FieldPath = (), sections: Container[str] | None = None
) -> list[tuple[FieldPath, Slot, Any]]:
    """Every value under ``part``, in the order of the model: path, field, value.

    A list comes as a whole and then item by item; a part comes as its fields; a part that is not
    told at all is left out. ``sections`` are the fields of ``part`` itself that are asked for.
    """
    found: list[tuple[FieldPath, Slot, Any]] = []
    slots = slots_of(type(part)).values()
    _walk(part, path, [one for one in slots if sections is None or one.name in sections], found)
    return found


def _walk(
    part: RecordPart,
    path: FieldPath,
    slots: Iterable[Slot],
    found: list[tuple[FieldPath, Slot, Any]],
) -> None:
    for slot in slots:
        value = getattr(part, slot.name)
        here = (*path, slot.name)
        if slot.many:
            found.append((here, slot, value))
            for index, item in enumerate(value):
                if slot.part is None:
                    found.append(((*here, index), slot, item))
                else:
                    _walk_below(item, (*here, index), found)
        elif slot.part is None:
            found.append((here, slot, value))
        elif value is not None:
            _walk_below(value, here, found)


def _walk_below(
    part: RecordPart, path: FieldPath, found: list[tuple[FieldPath, Slot, Any]]
) -> None:
    _walk(part, path, slots_of(type(part)).values(), found)
