"""Names of places and bodies that do not fit the day of drafting: three tiers or two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.law.eras import districts, gone, merged, new_name
from docgen.law.hints import advice
from docgen.law.issuers import kind_of
from docgen.law.units import unit_terms
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
_BARE = 4
"""Words of the longest name of a province (Bà Rịa - Vũng Tàu is looked up as it is)."""
_KEEP_OLD_NAMES = frozenset({"bases", "charter", "district", "title", "job"})


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
            yield from _renamed(loaded, path, slot.name, value, today)


def _as_province(field: str, value: str) -> str:
    """The name of a province as it is looked up: ``Hà Giang`` alone is ``tỉnh Hà Giang``."""
    return f"tỉnh {value}" if field == "province" and len(value.split()) <= _BARE else value


class Seat(NamedTuple):
    """Đơn vị và cấp huyện của nó: where the record tells the district, and whose it is."""

    path: FieldPath
    district: str
    is_commune: bool


def _seats(record: AnyRecord) -> list[Seat]:
    if record.kind == "linked":
        return [
            Seat(("units", index, "district"), unit.district, unit_terms(unit.kind).is_commune)
            for index, unit in enumerate(record.units)
        ]
    issuer = record.issuer
    return [Seat(("issuer", "district"), issuer.district, kind_of(record).is_commune)]


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
            advice(districts().hint),
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
    body = gone(value, today)
    if body is not None:
        what = Words(f"“{value}”: {body.what.vi}", f"“{value}”: {body.what.en}")
        yield remark(loaded, path, what, advice(body.hint, since=slashed(body.since)))


def _renamed(
    loaded: Loaded, path: FieldPath, field: str, value: str, today: date
) -> Iterator[Problem]:
    found = new_name(_as_province(field, value), today)
    if found is not None:
        old, new = found
        what = Words(f"“{value}”: tỉnh {old} đã sáp nhập", f"“{value}”: {old} has been merged")
        hint = advice(merged().hint, since=slashed(merged().since), new=new)
        yield remark(loaded, path, what, hint)
