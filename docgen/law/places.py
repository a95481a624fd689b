"""Names of provinces and communes in time: what a place was called, is called, since which day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.law.issuers import commune_types
from docgen.law.law import law
from docgen.text.names import first_upper, same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection

    from docgen.law.law import Law
    from docgen.law.schema.places import PlaceName

CITY = "thành phố"
"""The kind of province that is a city (thành phố trực thuộc Trung ương)."""
_ABOVE_COMMUNES = ("tỉnh", CITY, "thị xã", "huyện", "quận")


class Called(Value):
    """Tên của một nơi: ``tỉnh`` and ``Bắc Ninh`` of “tỉnh Bắc Ninh”."""

    kind: str
    name: str

    @property
    def is_city(self) -> bool:
        """Whether it is called a city."""
        return self.kind.casefold() == CITY

    def __str__(self) -> str:
        """The whole name, as it is written within a sentence."""
        return f"{self.kind} {self.name}"


class Renaming(Value):
    """Một lần đổi tên: ``was`` until the day before ``since``, ``now`` from that day.

    ``is_merger``: ``now`` is the name of a place that was there before.
    """

    since: date
    was: Called
    now: Called
    is_merger: bool
    within: str
    act: str


def called(name: str) -> Called:
    """The kind and the proper part of a name; no kind where none is written."""
    return _called(name, commune_types())


@lru_cache(maxsize=1024)
def _called(name: str, communes: tuple[str, ...]) -> Called:
    kinds = (*_ABOVE_COMMUNES, *communes)
    kind = next((kind for kind in kinds if name.casefold().startswith(f"{kind} ")), "")
    return Called(name[: len(kind)], name[len(kind) :].strip())


def renamings() -> tuple[Renaming, ...]:
    """Every renaming, of provinces and communes, in the order of their days."""
    return _renamings(law())


@lru_cache(maxsize=2)
def _renamings(known: Law) -> tuple[Renaming, ...]:
    """A name that begins as another ends is the same place's; any other took the place in."""
    told = known.places
    starts = {row.name: row.start for row in told.provinces}
    found = [
        Renaming(since, called(row.name), called(row.becomes), is_merger, row.within, row.act)
        for row in (*told.provinces, *told.communes)
        if row.end is not None and row.becomes
        for since in [row.end + timedelta(days=1)]
        for is_merger in [starts.get(row.becomes, since) != since]
    ]
    return tuple(sorted(found, key=lambda one: one.since))


def provinces(day: date) -> tuple[PlaceName, ...]:
    """The provinces, and the cities among them, by the names of ``day``."""
    return tuple(row for row in law().places.provinces if row.is_right(day))


def central_cities(day: date) -> tuple[str, ...]:
    """Các thành phố trực thuộc Trung ương on ``day``: no units of the district level."""
    return _central_cities(law(), day)


@lru_cache(maxsize=256)
def _central_cities(known: Law, day: date) -> tuple[str, ...]:
    rows = known.places.provinces
    return tuple(row.name for row in rows if row.is_right(day) and called(row.name).is_city)


def lineage(province: str) -> frozenset[str]:
    """The proper names, in small letters, that the province had or came to have.

    ``Bắc Giang`` gives those of Bắc Giang and of Bắc Ninh.
    """
    return _lineage(law(), called(province).name.casefold())


@lru_cache(maxsize=256)
def _lineage(known: Law, name: str) -> frozenset[str]:
    found = {name}
    for one in _renamings(known):
        if not one.within and one.was.name.casefold() in found:
            found.add(one.now.name.casefold())
    return frozenset(found)


def heading(place: str) -> str:
    """Địa danh at the head of a State paper: ``Tân Mỹ`` of “xã Tân Mỹ”, ``Phường 3`` whole.

    A proper name that is a number, a person or an event keeps its kind (NĐ 30/2020, Annex I,
    II.4). What follows a comma tells namesakes apart and is no part of the place.
    """
    return _heading(place, law().places.in_full.state.rules, "")


def party_heading(place: str, day: date, province: str) -> str:
    """Địa danh at the head of a Party paper of ``day``.

    Since HD 05-HD/VPTW (I.4.1.1c) a proper name of one word, or that of the ``province``, keeps
    its kind too.
    """
    rows = law().places.in_full.party
    return _heading(place, [row for row in rows if row.start <= day][-1].rules, province)


def _heading(place: str, rules: Collection[str], province: str) -> str:
    told = called(place)
    if not told.kind:
        return place
    told = told.changed(name=told.name.partition(",")[0].strip())
    name = same_name_key(told.name)
    meant = {
        "number": told.name.isdigit(),
        "name": name in {same_name_key(one) for one in law().places.in_full.names},
        "one_word": len(told.name.split()) == 1,
        "province": name == same_name_key(called(province).name),
    }
    return first_upper(str(told)) if any(meant[rule] for rule in rules) else told.name
