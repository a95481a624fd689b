"""What rows of the data say of a record: when a paper is made, and for whom, one by one.

A condition is the dotted name of what must be told (``pilot``), with ``= value`` where it must be
told so (``consent = letter``), and with ``part.`` before it where it is asked of the part of the
record that the paper is about (``part.meeting``). A list is the dotted name of a list. What cannot
be said so has a name of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.law.honours import is_beyond
from docgen.law.units import consenting, full_name, unit_terms
from docgen.record.cases import above_model
from docgen.record.schema.parts import RecordPart
from docgen.record.schema.shape import slots_of
from docgen.record.terms import successor
from docgen.record.turns import lead_of, others_of
from docgen.text.names import same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docgen.record.schema.life import Commendation, Honouree
    from docgen.record.schema.linked import AnyRecord, LinkedRecord

_PART = "part."


class Condition(Value):
    """What must be told: the names that lead to it, the value it must have (any: ``""``).

    ``of_part``: asked of the part of the record that a paper is about.
    """

    path: tuple[str, ...]
    value: str = ""
    of_part: bool = False


CASES: dict[str, Callable[[Any, Any], bool]] = {
    "above_model": above_model,
    "handed_over": lambda record, about: successor(record, about.period) is not None,
    "within_power": lambda _, about: bool(_given(about, beyond=False)),
    "both_powers": lambda _, about: bool(
        _given(about, beyond=False) and _given(about, beyond=True)
    ),
}
"""Conditions on a part of the record that have names of their own."""
LISTS: dict[str, Callable[[Any], Sequence[RecordPart]]] = {
    "addressee": others_of,
    "chair": consenting,
    "guest_or_unit": lambda record: (*record.ceremony.guests, *others_of(record)),
}
"""Lists of a record that have names of their own."""


def _asked_for_committee(record: LinkedRecord) -> bool:
    """Whether somebody other than the decider asks for the committee of a linked model.

    The unit that leads, or the police of a commune that leads and decides.
    """
    if record.committee is None:
        return False
    lead, founder = lead_of(record), record.committee.issuer.name
    own = not founder or same_name_key(founder) in {
        same_name_key(lead.name),
        same_name_key(full_name(lead)),
    }
    return not own or unit_terms(lead.kind).is_commune


OF_RECORD: dict[str, Callable[[Any], bool]] = {"committee_asked": _asked_for_committee}
"""Conditions on the whole record that have names of their own."""


def _given(about: Commendation, *, beyond: bool) -> list[Honouree]:
    """Those whose form of honour the commune's chairman gives himself, or asks of those above."""
    return [one for one in about.honourees if is_beyond(one.form) is beyond]


def condition(text: str) -> Condition:
    """The condition that ``text`` says."""
    name, _, value = (part.strip() for part in text.partition("="))
    of_part = name.startswith(_PART)
    return Condition(tuple(name.removeprefix(_PART).split(".")), value, of_part)


def is_of_part(text: str) -> bool:
    """Whether a condition is asked of each part of a section."""
    return text in CASES or text.startswith(_PART)


def fulfils(text: str, record: AnyRecord) -> bool:
    """Whether ``record`` fulfils a condition; those on a part are asked of each part."""
    if text in OF_RECORD:
        return OF_RECORD[text](record)
    return not text or is_of_part(text) or _holds(condition(text), record)


def part_fulfils(text: str, record: AnyRecord, about: RecordPart) -> bool:
    """Whether ``about``, a part of ``record``, fulfils a condition; others are asked of records."""
    if text in CASES:
        return CASES[text](record, about)
    return not is_of_part(text) or _holds(condition(text), about)


def _holds(wanted: Condition, told: RecordPart) -> bool:
    *around, last = wanted.path
    inner: Any = told
    for name in around:
        inner = getattr(inner, name, None)
    if not isinstance(inner, RecordPart):
        return False
    value = getattr(inner, last)
    if wanted.value:
        return (str(value).lower() if isinstance(value, bool) else str(value)) == wanted.value
    return bool(value != slots_of(type(inner))[last].default)


def listed(each: str, record: AnyRecord) -> Sequence[RecordPart]:
    """Those for whom a paper is made one by one."""
    if each in LISTS:
        return LISTS[each](record)
    told: Any = record
    for name in each.split("."):
        told = getattr(told, name)
    return tuple(told)
