"""The profile of a unit: what it tells, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docgen.errors import RecordError
from docgen.guidance.growth import grow
from docgen.law.derived import derived
from docgen.record.explaining import place_of
from docgen.record.files.writing import plain
from docgen.record.plain import only_told
from docgen.record.profiles import read_profile, shape_of
from docgen.record.schema.fields import Blank
from docgen.record.schema.own import Record
from docgen.record.schema.shape import dotted, label_of, slots_of, walk
from docgen.record.taking import taken
from docgen.record.workbooks.wording import shown_option

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Place, Words
    from docgen.law.derived import Derived
    from docgen.record.schema.shape import Slot

_ANY_MODEL = {"kind": "self_managed", "model": {"name": "…"}}
"""Stands for the model that the profile knows nothing of."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Một mục của hồ sơ đơn vị: its field and label, what it says, where it stands.

    ``rule`` is by which rule it was derived; nothing where the profile tells it.
    """

    field: str
    label: Words
    value: str
    place: Place
    rule: Derived | None = None


@dataclass(frozen=True, slots=True)
class UnitProfile:
    """What is known of a unit: told, derived, and what papers still lack."""

    told: tuple[Fact, ...]
    derived: tuple[Fact, ...]
    missing: tuple[Fact, ...]


def profile(file: Path) -> UnitProfile:
    """What the profile in ``file`` tells of its unit, and what follows from that.

    Raises:
        RecordError: the file is no profile, or what it tells is wrong; every fault at once.
        OutsideError: the disk failed.
    """
    read = read_profile(file, grow)
    if read.problems:
        raise RecordError(*sorted(read.problems, key=lambda one: one.place.order))
    shape = shape_of(grow)
    values = only_told(read.values, shape)
    root: Any = grow(Record, values)
    record = taken(root, {**_ANY_MODEL, **values})
    whole, rules = derived(record)
    by_field = {one.field: one for one in rules}
    told, found, missing = [], [], []
    own = plain(taken(shape, {**values, "kind": "profile"}))
    for path, slot, value in walk(whole):
        if path[0] not in slots_of(shape) or path[0] == "kind" or not _single(path):
            continue
        place = place_of(path, read.tree.marks, str(file))
        fact = Fact(dotted(path), label_of(root, path), _shown(value, slot), place)
        if value in ("", None, []):
            if slot.about.blank is not Blank.NONE:
                missing.append(fact)
        elif rule := _rule(path, by_field):
            found.append(Fact(fact.field, fact.label, fact.value, place, rule))
        elif _at(own, path) is not None:
            told.append(fact)
    return UnitProfile(tuple(told), tuple(found), tuple(missing))


def _rule(path: tuple[Any, ...], rules: dict[str, Derived]) -> Derived | None:
    """The rule that filled the field at ``path``, or the part around it."""
    names = [dotted(path[:length]) for length in range(len(path), 0, -1)]
    return next((rules[name] for name in names if name in rules), None)


def _single(path: tuple[Any, ...]) -> bool:
    """Whether a whole field is meant, not one item of a list."""
    return not any(isinstance(step, int) for step in path)


def _shown(value: object, slot: Slot) -> str:
    """The value in words; a choice as the forms offer it."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else shown_option(slot, value)


def _at(values: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever stands there
    for step in path:
        values = values.get(step) if isinstance(values, dict) else None
    return values
