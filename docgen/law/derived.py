"""What follows from the profile of a unit where neither it nor the record tells: names, usage."""

from __future__ import annotations

from functools import reduce
from operator import attrgetter
from string import Formatter
from typing import TYPE_CHECKING, Any

from docgen.law.issuers import commune, commune_type, steering_committee
from docgen.law.law import law
from docgen.record.schema.fields import is_assumed
from docgen.record.schema.parts import RecordPart
from docgen.text.names import first_upper
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.law.schema.derived import Derivation
    from docgen.record.schema.own import Record

TERMS = ("name", "commune", "district", "province", "type", "letters", "desk", "committee")
"""What the texts of ``derived.yaml`` may leave open."""


class Derived(Value):
    """Một mục suy ra được: which field, what it says, by which rule."""

    field: str
    value: Any
    rule: Derivation


def derived(record: Record) -> tuple[Record, tuple[Derived, ...]]:
    """``record`` with all that follows from what it tells of its unit, and what that is."""
    found: list[Derived] = []
    for rule in law().derived.rules:
        value = _value(record, rule)
        if value is not None:
            found.append(Derived(rule.fill, value, rule))
            record = _with(record, rule.fill.split("."), value)
    return record, tuple(found)


def _value(record: Record, rule: Derivation) -> object:
    """What ``rule`` fills in; nothing where it does not fit or the field is told."""
    of_kind = not rule.kinds or record.issuer.kind in rule.kinds
    if not of_kind or not _is_open(attrgetter(rule.fill)(record)):
        return None
    if any(not _tells(record, field, value) for field, value in rule.when.items()):
        return None
    if rule.copy:
        return attrgetter(rule.copy)(record)
    terms = _terms(record)
    names = [name for _, name, _, _ in Formatter().parse(rule.text) if name]
    if not all(terms[name] for name in names):
        return None
    text = rule.text.format_map(terms)
    return [text] if isinstance(attrgetter(rule.fill)(record), list) else text


def _is_open(value: object) -> bool:
    return value in ("", []) or (isinstance(value, RecordPart) and value == type(value)())


def _tells(record: Record, field: str, value: str) -> bool:
    """Whether the record says so itself; a default says nothing."""
    *around, name = field.split(".")
    part: RecordPart = reduce(getattr, around, record)
    told = getattr(part, name)
    return told == value and not is_assumed(told)


def _terms(record: Record) -> Mapping[str, str]:
    place = commune(record)
    kind = commune_type(record) if place else ""
    return {
        "name": record.issuer.name,
        "commune": place,
        "district": record.issuer.district,
        "province": record.issuer.province,
        "type": kind,
        "letters": "".join(word[0] for word in kind.split()).upper(),
        "desk": first_upper(record.security_desk),
        "committee": steering_committee(record) if place else "",
    }


def _with(part: Any, names: list[str], value: object) -> Any:  # noqa: ANN401 - a part of any class
    first, *rest = names
    told = _with(getattr(part, first), rest, value) if rest else value
    return part.changed(**{first: told})
