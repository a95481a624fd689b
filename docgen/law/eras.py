"""The eras: of government, of the form of Party papers; bodies and places that ended with them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from docgen.law.law import law
from docgen.law.places import central_cities
from docgen.law.schema.eras import Government, PartyForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from docgen.law.schema.eras import Districts, Ended

_Era = TypeVar("_Era", Government, PartyForm)


def party_form(day: date) -> PartyForm:
    """The form of Party papers on ``day`` (HD 36-HD/VPTW, then HD 05-HD/VPTW)."""
    return _era(law().eras.party_form, day)


def government(day: date) -> Government:
    """The era of government on ``day`` (Luật 72/2025/QH15, Điều 51)."""
    return _era(law().eras.government, day)


def _era(eras: Iterable[_Era], day: date) -> _Era:
    """The last era begun by ``day``."""
    return [era for era in eras if era.start <= day][-1]


def districts() -> Districts:
    """The end of the districts."""
    return law().eras.districts


def gone(name: str, day: date) -> Ended | None:
    """The body or place, ended by ``day``, that ``name`` names; the narrower before the wider."""
    return next((body for body, _ in _gone(name, day)), None)


def ended_name(text: str, day: date) -> str:
    """How ``text`` names such a body or place: its opening and one word; empty when it does not."""
    return next((found[0].strip() for _, found in _gone(text, day)), "")


def _gone(text: str, day: date) -> Iterator[tuple[Ended, re.Match[str]]]:
    kinds, cities = districts().kinds, central_cities(day)
    for body in law().eras.ended:
        found = _opening(body.names, kinds, cities).search(text) if day >= body.since else None
        if found is not None:
            yield body, found


@cache
def _opening(names: str, kinds: tuple[str, ...], cities: tuple[str, ...]) -> re.Pattern[str]:
    """How the name of such a body begins; a central city is no unit of the district level."""
    district = f"(?!(?:{'|'.join(map(re.escape, cities))})\\b)(?:{'|'.join(kinds)})"
    return re.compile(rf"\b{names.replace('{district}', district)}\s+\w+", re.IGNORECASE)
