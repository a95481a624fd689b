"""Who sits at the table of a conference under a name plate: the chair, who signs, the guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.bodies.body import signer_office
from docgen.text.names import (
    bare_person,
    first_upper,
    is_person,
    same_name_key,
    without_rank,
)
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.papers.bodies.body import Body
    from docgen.record.schema.meetings import Conference


class Seat(Value):
    """Biển tên: a name, the office under it, the unit under that."""

    name: str
    title: str = ""
    unit: str = ""


def seat(body: Body) -> Seat:
    """The plate of who signs for ``body``, by the signer's own office."""
    return Seat(body.signer.name, signer_office(body), body.name)


def plates(meeting: Conference, officers: Iterable[Seat]) -> list[dict[str, object]]:
    """Name plates, nobody twice: the chair first, then the officers, then the guests by name."""
    guests = [Seat(guest.name, guest.title, guest.unit) for guest in meeting.guests if guest.name]
    seats: list[Seat] = []
    for person in (*officers, *guests):
        if not any(_same(person, other) for other in seats):
            seats.append(person)
    return [_shown(taken) for taken in _chaired(meeting.chair, seats)]


def _chaired(told: str, seats: list[Seat]) -> list[Seat]:
    """``seats`` with the chair at the head: moved there, or seated anew when in no other list."""
    if not is_person(told):
        return seats
    name = without_rank(bare_person(told))
    key = same_name_key(name)
    known = next((taken for taken in seats if same_name_key(taken.name) == key), None)
    office = told.partition(bare_person(told))[2].strip(" ,-()")
    first = known or Seat(name, office)
    return [first, *(taken for taken in seats if taken is not known)]


def _same(first: Seat, other: Seat) -> bool:
    """Whether two seats are of one person: namesakes hold other offices in other units."""
    pairs = ((first.title, other.title), (first.unit, other.unit))
    return same_name_key(first.name) == same_name_key(other.name) and any(
        not here or not there or same_name_key(here) == same_name_key(there)
        for here, there in pairs
    )


def _shown(taken: Seat) -> dict[str, object]:
    title, unit = first_upper(taken.title), first_upper(taken.unit)
    return {"name": taken.name, "title": title, "unit": unit}
