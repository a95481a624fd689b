"""Kinds of papers and words that begin the names of bodies, from ``kinds.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.lint.book import book
from docgen.lint.roles.words import fold

if TYPE_CHECKING:
    from docgen.lint.book import Book
    from docgen.lint.roles.model import Line


@dataclass(frozen=True, slots=True)
class Kind:
    """Tên loại: its id, name, symbol, whose papers it names, and the name as lines are compared."""

    id: str
    name: str
    symbol: str
    of: str
    folded: str


def kinds() -> tuple[Kind, ...]:
    """Every kind, the longer names first: ``Thông tư liên tịch`` before ``Thông tư``."""
    return _kinds(book())


@lru_cache(maxsize=2)
def _kinds(data: Book) -> tuple[Kind, ...]:
    rows = [Kind(one.id, one.name, one.symbol, one.of, fold(one.name)) for one in data.kinds.kinds]
    return tuple(sorted(rows, key=lambda kind: -len(kind.name)))


def kind(kind_id: str) -> Kind | None:
    """The kind ``kind_id``."""
    return next((one for one in kinds() if one.id == kind_id), None)


def symbols() -> dict[str, Kind]:
    """The kinds by their symbol in the number of a paper; of two, the one of the decree."""
    return {one.symbol: one for one in reversed(kinds()) if one.symbol and one.of != "party"}


def kind_of(line: Line) -> Kind | None:
    """The kind that a title line names, whatever its case."""
    words = line.folded
    for one in kinds():
        if words == one.folded or (words.startswith(f"{one.folded} ") and line.capitals):
            return one
        if words.startswith(f"{one.folded},") and line.capitals:
            return one
    return None


@lru_cache(maxsize=4)
def _beginnings(data: Book, whose: str) -> re.Pattern[str]:
    told = data.kinds.bodies
    words = told.state if whose == "state" else told.party
    return re.compile(rf"(?:{'|'.join(re.escape(fold(word)) for word in words)})\b")


def begins_body(folded: str) -> bool:
    """Whether a folded line begins the name of a body."""
    return any(_beginnings(book(), whose).match(folded) for whose in ("state", "party"))


def begins_party_body(folded: str) -> bool:
    """Whether a folded line begins the name of a body of the Party."""
    return _beginnings(book(), "party").match(folded) is not None
