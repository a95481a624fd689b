"""The order of steps (trình tự, II.1, II.2): which papers and days come before which."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.guidance.guidance import guidance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.guidance.schema.chronology import Order
    from docgen.record.schema.shape import FieldPath


def order(kind: str) -> Order:
    """The order of the steps of a model of ``kind``, as the record names it."""
    return guidance().chronology.of(kind)


def act() -> str:
    """The act that sets the order."""
    return guidance().chronology.act


def path_of(name: str) -> FieldPath:
    """``decision`` is the day of a paper; ``launch.day`` is another day of the record."""
    return tuple(name.split(".")) if "." in name else ("papers", name, "day")


@lru_cache(maxsize=4)
def all_before(told: Order) -> Mapping[FieldPath, frozenset[FieldPath]]:
    """Every step that comes before each, near and far."""
    nearest = {path_of(step.name): [path_of(name) for name in step.after] for step in told.steps}
    found: dict[FieldPath, frozenset[FieldPath]] = {}

    def before(path: FieldPath) -> frozenset[FieldPath]:
        if path not in found:
            found[path] = frozenset()  # what comes before itself ends here
            near = nearest.get(path, [])
            found[path] = frozenset(near).union(*(before(earlier) for earlier in near))
        return found[path]

    return {path: before(path) for path in nearest}
