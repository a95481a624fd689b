"""Bodies and provinces that ended, told of a text on a day."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen.guidance.data import read

if TYPE_CHECKING:
    from datetime import date


def former(text: str, day: date) -> str | None:
    """The words of ``text`` that name a body which had ended by ``day``; empty when there is none.

    ``None`` for a day on which every body of the data was still there.
    """
    ended = [row for row in read("eras")["ended"] if row["since"] <= day]
    if not ended:
        return None
    for row in ended:
        if (found := _pattern(row["names"]).search(text)) is not None:
            return found[0].strip()
    return ""


def renamed(text: str, day: date) -> str | None:
    """The former name of a province in ``text``, empty when there is none; ``None`` before."""
    merged = read("eras")["merged"]
    if day < merged["since"]:
        return None
    found = _provinces().search(text)
    return found[0] if found else ""


@cache
def _pattern(names: str) -> re.Pattern[str]:
    districts: dict[str, Any] = read("eras")["districts"]
    cities = "|".join(map(re.escape, districts["central_cities"]))
    district = f"(?!(?:{cities})\\b)(?:{'|'.join(districts['kinds'])})"
    return re.compile(rf"\b{names.replace('{district}', district)}\s+\w+", re.IGNORECASE)


@cache
def _provinces() -> re.Pattern[str]:
    names = "|".join(map(re.escape, read("eras")["merged"]["provinces"]))
    return re.compile(rf"\btỉnh (?:{names})\b", re.IGNORECASE)
