"""The classes of the rating (III.1) and their roles: who is made known, who is dissolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.guidance import guidance
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from docgen.errors import Words
    from docgen.guidance.schema.ratings import Class


class Follows(Value):
    """Việc phải làm sau khi xếp loại: what, who (``{...}`` open), and the clause."""

    what: Words
    who: Words
    clause: str


def order() -> tuple[str, ...]:
    """The classes from the best to the worst."""
    return guidance().ratings.order


def class_ids() -> Collection[str]:
    """Every class that the data tell of, in the order of the rating or not."""
    return guidance().ratings.classes.keys()


def class_of(class_id: str) -> Class:
    """What the guidance says of a class: its name, its clause, its roles."""
    return guidance().ratings.classes[class_id]


def made_known() -> tuple[str, ...]:
    """The classes whose models are made known and spread, or may be (III.2), from the best."""
    return tuple(name for name in order() if class_of(name).is_made_known)


def dissolving() -> tuple[str, ...]:
    """The classes whose models are dissolved (II.3), from the best."""
    return tuple(name for name in order() if class_of(name).dissolves)


def class_names(ids: Iterable[str]) -> str:
    """What messages call classes, from the worst: ``Khá, Tốt``."""
    return ", ".join(class_of(name).name.vi for name in reversed([*ids]))


def follows(class_id: str, kind: str) -> Follows:
    """What a class brings a model of ``kind``; ``{spreader}``, ``{head}``, ``{decider}`` open."""
    row = class_of(class_id)
    who = guidance().ratings.actors.of(kind)[class_id]
    return Follows(row.follows.words, who.words, row.follows_clause)
