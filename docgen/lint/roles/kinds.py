"""Kinds of papers and words that begin the names of bodies, from ``kinds.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from docgen.lint.data import read
from docgen.lint.roles.words import fold

if TYPE_CHECKING:
    from docgen.lint.roles.model import Line


@dataclass(frozen=True, slots=True)
class Kind:
    """Tên loại: its id, name, symbol, and whose papers it names."""

    id: str
    name: str
    symbol: str
    of: str

    @property
    def folded(self) -> str:
        """Its name as lines are compared."""
        return fold(self.name)


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind, the longer names first: ``Thông tư liên tịch`` before ``Thông tư``."""
    rows = [Kind(**row) for row in read("kinds")["kinds"]]
    return tuple(sorted(rows, key=lambda kind: -len(kind.name)))


@cache
def kind(kind_id: str) -> Kind | None:
    """The kind ``kind_id``."""
    return {one.id: one for one in kinds()}.get(kind_id)


@cache
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


@cache
def _beginnings(whose: str) -> re.Pattern[str]:
    words = "|".join(re.escape(fold(word)) for word in read("kinds")["bodies"][whose])
    return re.compile(rf"(?:{words})\b")


def begins_body(folded: str) -> bool:
    """Whether a folded line begins the name of a body."""
    return any(_beginnings(whose).match(folded) for whose in ("state", "party"))


def begins_party_body(folded: str) -> bool:
    """Whether a folded line begins the name of a body of the Party."""
    return _beginnings("party").match(folded) is not None
