"""Member units of linked models: how each kind is named, and the security bodies around them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docgen.law.eras import gone, government
from docgen.law.law import law
from docgen.record.turns import chairs_of, lead_of
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.law.schema.units import UnitTerms
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.offices import UnitKind
    from docgen.record.schema.units import Unit


def unit_terms(kind: UnitKind) -> UnitTerms:
    """The terms of a kind of member unit, ``{name}`` open."""
    return law().units.kinds[kind]


def head_title(unit: Unit) -> str:
    """How the head of the unit is usually called: ``Hiệu trưởng``, ``Tổ trưởng tổ dân phố``.

    What a residential area is called tells what its head is called.
    """
    name = f"{same_name_key(unit.name)} "
    for row in law().units.heads.get(unit.kind, ()):
        if name.startswith(f"{same_name_key(row.begins)} "):
            return row.title
    return unit_terms(unit.kind).title


def full_name(unit: Unit) -> str:
    """``Ủy ban nhân dân xã Tân Mỹ``, ``Trường Trung học cơ sở Tân Mỹ``."""
    return unit_terms(unit.kind).full.format(name=unit.name)


def named(unit: Unit, day: date) -> str:
    """The unit where members are named: before 01/7/2025 with its district, where that is told."""
    name = full_name(unit)
    has = not unit.district or same_name_key(unit.district) in same_name_key(name)
    return name if has or government(day).id != "three_tier" else f"{name}, {unit.district}"


def seat_of(unit: Unit, units: Iterable[Unit], day: date) -> str:
    """Commune, district before 01/7/2025, and the province where ``units`` are of several."""
    provinces = {same_name_key(one.province) for one in units} - {""}
    district = unit.district if government(day).id == "three_tier" else ""
    places = (commune_of(unit), district, unit.province if len(provinces) > 1 else "")
    told: list[str] = []
    for place in places:
        if place and same_name_key(place) not in same_name_key(" ".join(told)):
            told.append(place)
    return ", ".join(told)


def consenting(record: LinkedRecord) -> tuple[Unit, ...]:
    """The chairs whose consent to the end is asked (II.3): all but the one that proposes it.

    Its own report is its consent.
    """
    chairs = chairs_of(record) or (lead_of(record),)
    told = record.dissolution.proposer if record.dissolution else None
    key = same_name_key(told.name if told and told.name else full_name(lead_of(record)))
    others = [
        one for one in chairs if key not in (same_name_key(one.name), same_name_key(full_name(one)))
    ]
    return tuple(others) or chairs


def people_of(units: Iterable[Unit]) -> tuple[str, ...]:
    """Who belongs to the units: ``cán bộ``, ``công chức``, ``học sinh``, ``Nhân dân``."""
    found = {one for unit in units for one in unit_terms(unit.kind).people}
    return tuple(one for one in law().units.people if one in found)


def competence_of(name: str, units: Iterable[Unit]) -> tuple[str, ...]:
    """Topics of the acts that give the body ``name`` its power: a member unit, or one so named.

    Empty for a body of another kind: what gives it its power nobody can guess.
    """
    key = same_name_key(name)
    for unit in units:
        if key == same_name_key(full_name(unit)):
            return unit_terms(unit.kind).competence
    kinds = law().units.kinds.values()
    ruled = (kind for kind in kinds if kind.collective)
    found = (kind for kind in ruled if key.startswith(f"{same_name_key(kind.collective)} "))
    return next((kind.competence for kind in found), ())


def told_apart(record: LinkedRecord) -> LinkedRecord:
    """``record`` with their place in the names of units that share a name.

    ``Thôn 1`` of two communes becomes ``Thôn 1, xã Tân Mỹ`` and ``Thôn 1, xã Bình An``.
    """
    namesakes: dict[str, list[Unit]] = defaultdict(list)
    for unit in record.units:
        namesakes[same_name_key(unit.name)].append(unit)
    named = [_placed(unit, namesakes[same_name_key(unit.name)]) for unit in record.units]
    return record.changed(units=named)


def _placed(unit: Unit, namesakes: list[Unit]) -> Unit:
    """``unit`` by its name and the first place that is another for each of its ``namesakes``."""
    for place in ("commune", "district", "province"):
        places = {same_name_key(getattr(name, place)) for name in namesakes} - {""}
        if len(places) == len(namesakes) > 1:
            name = f"{unit.name}, {getattr(unit, place)}"
            return unit.changed(name=name)
    return unit


def commune_of(unit: Unit) -> str:
    """The commune in which the unit sits; of a commune, itself."""
    return unit.name if unit_terms(unit.kind).is_commune else unit.commune


def security_bodies(record: LinkedRecord, day: date) -> list[str]:
    """The police and military bodies to be asked (II.2.1.4): as told, or those of the era.

    Each stands once, however many units share a commune or province; what has ended is left out.
    """
    if record.security_bodies:
        return list(record.security_bodies)
    return _security(record, law().units.security[government(day).id], day)


def commune_security(record: LinkedRecord, day: date) -> list[str]:
    """Those of the security bodies that are of the communes themselves."""
    rows = law().units.security[government(day).id]
    found = _security(record, [row for row in rows if "{commune}" in row], day)
    known = {same_name_key(body) for body in security_bodies(record, day)}
    return [body for body in found if same_name_key(body) in known]


def _security(record: LinkedRecord, rows: Iterable[str], day: date) -> list[str]:
    """The bodies of ``rows`` around every unit that are there on ``day``, each once."""
    found: dict[str, None] = {}
    for row in rows:
        for unit in record.units:
            places = {
                "commune": commune_of(unit),
                "district": unit.district,
                "province": unit.province,
            }
            if all(place or f"{{{name}}}" not in row for name, place in places.items()):
                found.setdefault(row.format(**places))
    return [body for body in found if gone(body, day) is None]
