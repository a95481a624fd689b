"""Names of places and bodies that do not fit the day of drafting: three tiers or two."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.guidance.data import read
from docgen.law.acts import Hint, rule
from docgen.record.schema.offices import IssuerKind, UnitKind
from docgen.record.schema.shape import FieldKind, walk
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath

# A paper cited as a basis, and a former office, keep the names of their own time.
_KEEP_OLD_NAMES = frozenset({"bases", "charter", "district", "title", "job"})


class Districts(NamedTuple):
    """Cấp huyện: its kinds of unit, the cities that are none, and the day of its end."""

    since: date
    kinds: tuple[str, ...]
    central_cities: tuple[str, ...]
    hint: Hint
    sure: str

    @property
    def pattern(self) -> str:
        """A unit of the district level, as a regular expression."""
        cities = "|".join(map(re.escape, self.central_cities))
        return f"(?!(?:{cities})\\b)(?:{'|'.join(self.kinds)})"


class Ended(NamedTuple):
    """Cơ quan, đơn vị không còn: how its name begins, since when, and what to do."""

    names: str
    since: date
    what: Words
    hint: Hint
    sure: str

    def stands_in(self, value: str) -> bool:
        """Whether ``value`` names such a body."""
        return _ended_pattern(self.names).search(value) is not None


class Merged(NamedTuple):
    """Tỉnh đã sáp nhập: old name to new, and the day of the merger."""

    since: date
    provinces: dict[str, str]
    hint: Hint
    sure: str


@cache
def districts() -> Districts:
    """The end of the districts."""
    return rule(Districts, read("eras")["districts"])


@cache
def ended() -> tuple[Ended, ...]:
    """Every kind of body that ended, the narrower before the wider."""
    return tuple(rule(Ended, row) for row in read("eras")["ended"])


@cache
def merged() -> Merged:
    """The provinces that gave up their names."""
    return rule(Merged, read("eras")["merged"])


@cache
def _ended_pattern(names: str) -> re.Pattern[str]:
    opening = names.replace("{district}", districts().pattern)
    return re.compile(rf"\b{opening}\s+\w", re.IGNORECASE)


@cache
def _merged_pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, merged().provinces))
    return re.compile(rf"\btỉnh ({names})\b", re.IGNORECASE)


def eras(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Bodies and places that no longer exist, or do not exist yet, on the day of drafting."""
    for seat in _seats(loaded.record):
        yield from _district(loaded, seat, today)
    for path, slot, value in walk(loaded.record):
        if (
            slot.kind is FieldKind.LINE
            and isinstance(value, str)
            and slot.name not in _KEEP_OLD_NAMES
        ):
            yield from _gone(loaded, path, value, today)
            yield from _renamed(loaded, path, value, today)


class Seat(NamedTuple):
    """Đơn vị và cấp huyện của nó: where the record tells the district, and whose it is."""

    path: FieldPath
    district: str
    is_commune: bool


def _seats(record: AnyRecord) -> list[Seat]:
    if record.kind == "linked":
        return [
            Seat(("units", index, "district"), unit.district, unit.kind is UnitKind.COMMUNE)
            for index, unit in enumerate(record.units)
        ]
    issuer = record.issuer
    return [Seat(("issuer", "district"), issuer.district, issuer.kind is IssuerKind.COMMUNE)]


def _district(loaded: Loaded, seat: Seat, today: date) -> Iterator[Problem]:
    end = slashed(districts().since)
    if today >= districts().since and seat.district:
        yield remark(
            loaded,
            seat.path,
            Words(
                f"Khai “{seat.district}” mà ngày soạn thảo sau {end}: không còn cấp huyện",
                f"“{seat.district}” is told, but there are no districts since {end}",
            ),
            districts().hint.words(),
        )
    if today < districts().since and not seat.district and seat.is_commune:
        yield remark(
            loaded,
            seat.path,
            Words(
                f"Chưa khai huyện, thành phố mà ngày soạn thảo trước {end}",
                f"No district is told, but the day of drafting is before {end}",
            ),
            Words("Thêm dòng “district: huyện ...”.", "Add the line “district: huyện ...”."),
        )


def _gone(loaded: Loaded, path: FieldPath, value: str, today: date) -> Iterator[Problem]:
    for body in ended():
        if today < body.since or not body.stands_in(value):
            continue
        what = Words(f"“{value}”: {body.what.vi}", f"“{value}”: {body.what.en}")
        yield remark(loaded, path, what, body.hint.words(since=slashed(body.since)))
        return


def _renamed(loaded: Loaded, path: FieldPath, value: str, today: date) -> Iterator[Problem]:
    found = _merged_pattern().search(value)
    if found is None or today < merged().since:
        return
    new = {old.casefold(): name for old, name in merged().provinces.items()}
    yield remark(
        loaded,
        path,
        Words(f"“{value}”: tỉnh {found[1]} đã sáp nhập", f"“{value}”: {found[1]} has been merged"),
        merged().hint.words(since=slashed(merged().since), new=new[found[1].casefold()]),
    )
