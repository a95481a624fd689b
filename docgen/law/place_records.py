"""Records that name provinces and communes: each as on a day, by the names of that day.

What a record itself tells of a name, with its days, stands above what the data tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.law.issuers import commune_types
from docgen.law.place_texts import Told, as_of_day, misnamed
from docgen.law.places import lineage, renamings
from docgen.record.history import as_of, as_told, derived
from docgen.record.schema.shape import FieldKind, walk
from docgen.record.since import Fact, facts
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath

_SECTIONS = {
    *("issuer", "proposer", "party", "police", "security_desk", "steering_committee", "front"),
    *("units", "committee", "security_bodies", "recipients", "review", "consultation"),
    *("launch", "ceremony", "members", "model"),
}
"""What a record tells of bodies and places as they are; its other parts tell of their own days."""
_FIELDS = {
    *("name", "superior", "commune", "province", "place", "unit", "scope", "meeting_place"),
    *("security_desk", "steering_committee", "front", "security_bodies", "recipients"),
}
_OWN_NAME = ("model", "name")
_TITLES = {"title", "own_title"}


class NameTold(Value):
    """Một tên khai trong bản khai: at which field, since when, where it is told, and the text."""

    path: FieldPath
    fact: Fact
    told: Told


def on_day(record: AnyRecord, day: date) -> AnyRecord:
    """``record`` as it was on ``day``, every body and place by its name of that day."""
    found = as_of(record, day)
    changed: dict[FieldPath, object] = {}
    for one in names_told(record, day):
        text = as_of_day(one.told, day) if one.fact.until is None else one.told.text
        if text != one.told.text:
            changed[one.path] = text
    changed |= {path: [] for path in _old_headers(found, day)}
    then = _put(found, changed) if changed else found
    titles = dict(_titles_by_kind(then))
    return derived(_put(then, titles), as_told(record)) if changed or titles else found


def names_begun(day: date) -> int:
    """How many renamings had begun by ``day``: days of one count know the same names."""
    return sum(one.since <= day for one in renamings())


def names_told(record: AnyRecord, day: date) -> Iterator[NameTold]:
    """Every line of the record, as on ``day``, that names bodies or places as they are."""
    found, known = as_of(record, day), facts(record, day)
    of_all = _within_all(found)
    for path, slot, value in walk(found, sections=_SECTIONS):
        if slot.name not in _FIELDS or path == _OWN_NAME:
            continue
        if slot.kind is FieldKind.LINE and isinstance(value, str) and value:
            fact = known.get(path, Fact(path))
            within = _within(found, path, of_all)
            yield NameTold(path, fact, Told(value, slot.name == "province", within, fact.since))


def _within(record: AnyRecord, path: FieldPath, of_all: frozenset[str]) -> frozenset[str]:
    """The province in which the communes of a field lie: of its unit, or that ``of_all``."""
    if record.kind == "linked" and path[0] == "units" and isinstance(path[1], int):
        return lineage(record.units[path[1]].province)
    return of_all


def _within_all(record: AnyRecord) -> frozenset[str]:
    """The province of the model; nothing where its units are of several."""
    if record.kind == "self_managed":
        return lineage(record.issuer.province)
    every = {lineage(unit.province) for unit in record.units}
    return every.pop() if len(every) == 1 else frozenset()


def _old_headers(record: AnyRecord, day: date) -> Iterator[FieldPath]:
    """Lines told for the head of papers that bear a name of another day."""
    of_all = _within_all(record)
    for path, slot, value in walk(record, sections=_SECTIONS):
        if slot.name == "header" and value:
            told = Told(" ".join(value), within=_within(record, path, of_all))
            if misnamed(told, day) is not None and as_of_day(told, day) != told.text:
                yield path


def _titles_by_kind(record: AnyRecord) -> Iterator[tuple[FieldPath, str]]:
    """Titles that end with the kind of a commune, where the body's name has another kind by now.

    ``Trưởng Công an xã`` of “Công an phường Kép” is ``Trưởng Công an phường``.
    """
    bodies: dict[FieldPath, RecordPart] = {}
    if record.kind == "linked":
        bodies = {("units", place): unit for place, unit in enumerate(record.units)}
    else:
        bodies = {(name,): getattr(record, name) for name in ("proposer", "party", "police")}
    for body, part in bodies.items():
        name = f" {getattr(part, 'name', '').casefold()} "
        named = next((kind for kind in commune_types() if f" {kind} " in name), "")
        titles = [(path, value) for path, slot, value in walk(part, body) if slot.name in _TITLES]
        for path, value in titles if named else ():
            ends = next((kind for kind in commune_types() if str(value).endswith(f" {kind}")), "")
            if ends and ends != named:
                yield path, f"{value.removesuffix(ends)}{named}"


def _put(part: Any, changed: Mapping[FieldPath, object]) -> Any:  # noqa: ANN401 - any part of a record
    """``part`` with each value of ``changed`` at its path."""
    if () in changed:
        return changed[()]
    steps = dict.fromkeys(path[0] for path in changed)
    below = {
        step: {path[1:]: value for path, value in changed.items() if path[0] == step}
        for step in steps
    }
    if isinstance(part, list):
        return [_put(one, below[at]) if at in below else one for at, one in enumerate(part)]
    update = {str(step): _put(getattr(part, str(step)), told) for step, told in below.items()}
    return part.changed(**update)
