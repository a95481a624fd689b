"""Finding models by what is typed: case and marks aside, what has the same marks first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.text.normal import clean_line
from docgen.text.slugs import plain
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docgen.workflows.overview import Overview
    from docgen.workflows.workroom import Model


class Hit(Value):
    """A model that fits, and by which of its names; empty where it is its own."""

    place: int
    name: str


def search(rows: Sequence[tuple[Model, Overview | None]], query: str) -> list[Hit]:
    """The places of those of ``rows`` that fit ``query``, the best first."""
    wanted = clean_line(query)
    folded = plain(wanted)
    found = []
    for place, (model, row) in enumerate(rows):
        own = [row.title if row else model.name, model.name]
        hit = _best(own, wanted, folded) or _best(row.names if row else (), wanted, folded)
        if hit is not None:
            rank, name = hit
            found.append((rank, place, "" if name in own else name))
    return [Hit(place, name) for _, place, name in sorted(found)]


def _best(names: Iterable[str], wanted: str, folded: str) -> tuple[int, str] | None:
    """The name that fits best: with the same marks before without."""
    fitting = [
        (0 if wanted.casefold() in name.casefold() else 1, name)
        for name in names
        if folded in _folded(name)
    ]
    return min(fitting, key=lambda one: one[0], default=None)


@lru_cache(maxsize=100_000)
def _folded(name: str) -> str:
    return plain(name)
