"""What the record is made of, read off the model: forms, messages and blanks derive from it."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args, get_origin

from msgspec import Meta

from docgen.errors import Words
from docgen.record.schema.declared import bare, declared
from docgen.record.schema.fields import About
from docgen.record.schema.parts import RecordPart
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from docgen.record.schema.declared import Declared

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
    """One field of a part: its name, what is told about it, and what it takes.

    Attributes:
        name: As the part calls it.
        about: What is told about it.
        kind: What it holds, or what each of its items is.
        many: Whether it is a list.
        required: Whether the part cannot be without it.
        default: What it has where none is told.
        choices: What may be told, where it is one of a few.
        part: The part that it holds, or that each of its items is.
        chosen: What the part has for each of them: a member of an enumeration, or the word.
        unknown: Whether it may be None: a value that is not known.
        least: The least number, or the fewest items of a list; None: any.
        most: The greatest number, or the most items of a list; None: any.
        longest: The most characters of a text, 0 for what is no text.
    """

    name: str
    about: About
    kind: FieldKind
    many: bool
    required: bool
    default: object
    choices: tuple[str, ...] = ()
    part: type[RecordPart] | None = None
    chosen: tuple[str, ...] = ()
    unknown: bool = False
    least: int | None = None
    most: int | None = None
    longest: int = 0

    @property
    def label(self) -> Words:
        """The label without its explanation: ``Loại đơn vị`` of ``Loại đơn vị: commune...``."""
        return Words(_short(self.about.vi), _short(self.about.en))


@cache
def _short(label: str) -> str:
    return re.split(r"\s*[:(;]", label)[0]


_PLAIN = {bool: FieldKind.FLAG, int: FieldKind.WHOLE, date: FieldKind.DAY}
_SHORT_TEXT = 1_000


def _slot(name: str, field: Declared) -> Slot:
    notes = field.annotation.__metadata__
    inner, unknown = bare(field.annotation)
    many = get_origin(inner) is list
    item = get_args(inner)[0] if many else field.annotation
    kind, _ = bare(item)
    part = kind if isinstance(kind, type) and issubclass(kind, RecordPart) else None
    limits = [note for note in notes if isinstance(note, Meta)]
    of_item = [note for note in getattr(item, "__metadata__", ()) if isinstance(note, Meta)]
    chosen = _choices(kind)
    return Slot(
        name,
        next(note for note in notes if isinstance(note, About)),
        _kind(kind, of_item, chosen),
        many,
        field.required,
        None if field.required else field.default,
        tuple(str(choice) for choice in chosen),
        part,
        chosen,
        unknown,
        _stated(limits, "min_length" if many else "ge"),
        _stated(limits, "max_length" if many else "le"),
        _stated(of_item, "max_length") or 0,
    )


def _kind(kind: Any, limits: Iterable[Meta], choices: tuple[str, ...]) -> FieldKind:  # noqa: ANN401 - annotations have no common type
    if choices:
        return FieldKind.CHOICE
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind is not str:
        return FieldKind.PART
    if _stated(limits, "pattern"):
        return FieldKind.PERIOD
    return FieldKind.TEXT if (_stated(limits, "max_length") or 0) > _SHORT_TEXT else FieldKind.LINE


def _stated(limits: Iterable[Meta], name: str) -> Any:  # noqa: ANN401 - a number or a pattern
    """The limit called ``name``, None where none is stated."""
    return next((found for one in limits if (found := getattr(one, name)) is not None), None)


def _choices(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    """What may be told, as the part has it: words, or members of an enumeration of words."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()


@cache
def slots_of(part: type[RecordPart]) -> dict[str, Slot]:
    """The fields of ``part`` by name, in the order of the model."""
    return {name: _slot(name, field) for name, field in declared(part).items()}


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
