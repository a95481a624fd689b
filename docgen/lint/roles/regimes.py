"""Which rules a paper follows: by who issues it, by its kind, by its own day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.lint.roles import anchors
from docgen.lint.roles.kinds import begins_party_body, kind_of, symbols
from docgen.lint.roles.words import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from docgen.lint.roles.model import Part

_YEAR_IN_NUMBER: Final = re.compile(r"/(?:19|20)\d\d/")
_NORMATIVE_NOTE: Final = re.compile(r"kem theo (?:nghi dinh|thong tu|luat|phap lenh)\b")
_PARTY_NOTE: Final = re.compile(r"số\s*[\d….\s]*-\s*[A-ZĐa-zđ]+\s*/", re.IGNORECASE)
_PARTY_NUMBER: Final = re.compile(r"Số\s*[\d….\s]*[-–]\s*[A-ZĐa-zđ]+\s*/")
SYMBOL: Final = re.compile(r"Số\s*:?\s*[\d….\s_]*[/\-–]\s*([A-ZĐa-zđ]+)", re.IGNORECASE)


def regime(roles: Mapping[str, list[Part]]) -> str:
    """``party``, ``nd30``, ``normative``, ``union``, or empty when nothing tells."""
    if "union_title" in roles:
        return "union"
    if "party_title" in roles or _is_of_party(roles):
        return "party"
    if _is_normative(roles):
        return "normative"
    if any(_PARTY_NOTE.search(part.line.said) for part in roles.get("annex_note", [])):
        return "party"
    known = {
        *("nation", "motto", "number", "recipients_label", "place_date", "kind", "addressee"),
        "annex_label",
    }
    return "nd30" if known & roles.keys() else ""


def _is_of_party(roles: Mapping[str, list[Part]]) -> bool:
    issuer = roles.get("issuer", [])
    if issuer and begins_party_body(issuer[0].line.folded):
        return True
    number = roles.get("number", [])
    starred = "star" in roles and "nation" not in roles
    return starred or bool(
        "nation" not in roles and number and _PARTY_NUMBER.match(number[0].line.said)
    )


def _is_normative(roles: Mapping[str, list[Part]]) -> bool:
    titled = roles.get("kind", [])
    found = kind_of(titled[0].line) if titled else None
    if found is not None and found.of == "law":
        return True
    if any(_YEAR_IN_NUMBER.search(part.line.said) for part in roles.get("number", [])):
        return True
    notes = [*roles.get("annex_note", []), *roles.get("attached_note", [])]
    return any(_NORMATIVE_NOTE.search(part.line.folded) for part in notes)


def day(roles: Mapping[str, list[Part]]) -> date | None:
    """The day of the paper, when it tells one."""
    dated = roles.get("place_date", [])
    return anchors.day_of(dated[0].line) if dated else None


def paper(roles: Mapping[str, list[Part]]) -> str:
    """The id of the kind of paper: by its title, else by its number, else a letter."""
    titled = roles.get("kind", [])
    if titled:
        found = kind_of(titled[0].line)
        return found.id if found else "other"
    if "letter_summary" in roles:
        return "cv"
    number = roles.get("number", [])
    told = SYMBOL.match(number[0].line.said) if number else None
    if told is not None:
        by_symbol = {fold(symbol): one for symbol, one in symbols().items()}
        one = symbols().get(told[1]) or by_symbol.get(fold(told[1]))
        return one.id if one else "cv" if "addressee" in roles else ""
    return "cv" if "addressee" in roles else ""
