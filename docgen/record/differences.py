"""Two lists of people, before and after: who leaves, who joins, who takes another office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Person(Protocol):
    """Whoever has a name; a year of birth, where one is kept, tells namesakes apart."""

    @property
    def name(self) -> str:
        """Họ và tên; empty when not known."""


P = TypeVar("P", bound=Person)


class RosterDifference(NamedTuple, Generic[P]):
    """What changes from one list to the next.

    Attributes:
        left: Who is in the old list only, in its order.
        joined: Who is in the new list only, in its order.
        changed: Who is in both with another office: as before, as afterwards.
        kept: Who is in both and keeps the office, likewise; nothing is said of them.
    """

    left: tuple[P, ...]
    joined: tuple[P, ...]
    changed: tuple[tuple[P, P], ...]
    kept: tuple[tuple[P, P], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nobody leaves, joins or takes another office."""
        return not (self.left or self.joined or self.changed)


def difference(
    old: Sequence[P], new: Sequence[P], office: Callable[[P], object]
) -> RosterDifference[P]:
    """What changes from ``old`` to ``new``; ``office`` gives what a person holds, to be compared.

    One person has one name (letter case, spaces, hòa/hoà do not matter) and one year of birth,
    where both lists tell it. Each of ``old`` is at most one of ``new``: among namesakes, those of
    known, equal years are found first, and before others those who keep their office.
    """
    pairs = _pairs(old, new, office)
    met = {before for before, _ in pairs}
    both = [(old[before], new[after]) for before, after in sorted(pairs, key=lambda pair: pair[1])]
    known = {after for _, after in pairs}
    moved = [office(before) != office(after) for before, after in both]
    return RosterDifference(
        left=tuple(person for place, person in enumerate(old) if place not in met),
        joined=tuple(person for place, person in enumerate(new) if place not in known),
        changed=tuple(pair for pair, away in zip(both, moved, strict=True) if away),
        kept=tuple(pair for pair, away in zip(both, moved, strict=True) if not away),
    )


def _pairs(
    old: Sequence[P], new: Sequence[P], office: Callable[[P], object]
) -> list[tuple[int, int]]:
    """Places of the same people in both lists, no place twice; the likeliest pairs first."""
    left, joined = dict(enumerate(old)), dict(enumerate(new))
    found: list[tuple[int, int]] = []
    for sure, settled in ((True, True), (True, False), (False, True), (False, False)):
        for after, person in list(joined.items()):
            before = next(
                (
                    place
                    for place, other in left.items()
                    if _same(other, person, sure=sure)
                    and (not settled or office(other) == office(person))
                ),
                None,
            )
            if before is not None:
                found.append((before, after))
                del left[before], joined[after]
    return found


def _same(person: Person, other: Person, *, sure: bool) -> bool:
    """Whether the names are one, and the years: both told, or (not ``sure``) one of them not."""
    years = {_year(person), _year(other)}
    fits = len(years) == 1 if None not in years else not sure
    return fits and same_name_key(person.name) == same_name_key(other.name)


def _year(person: Person) -> int | None:
    year: int | None = getattr(person, "birth_year", None)
    return year
