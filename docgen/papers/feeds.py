"""Which papers each field of a record feeds, and which of them is looked at first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docgen.papers.phrases import DATA
from docgen.record.schema.shape import path_of
from docgen.tables.reading import read
from docgen.tables.rows import Name, Row

if TYPE_CHECKING:
    from collections.abc import Mapping

FEEDS, BESIDE = DATA / "feeds.yaml", DATA / "beside.yaml"


class Feeds(Row):
    """``feeds.yaml``, whose head explains it: papers by section or field, for each kind."""

    self_managed: dict[str, tuple[Name, ...]]
    linked: dict[str, tuple[Name, ...]]


class Beside(Row):
    """``beside.yaml``: the paper shown first beside the form of a section, for each kind."""

    self_managed: dict[Name, Name]
    linked: dict[Name, Name]


@cache
def _feeds() -> Feeds:
    return read(FEEDS, Feeds)


@cache
def _beside() -> Beside:
    return read(BESIDE, Beside)


def fed(kind: str, field: str) -> tuple[str, ...]:
    """The ids of the papers that say what ``field`` (dotted) tells, the one to be seen first first.

    A field of which nothing is known goes by what it stands in.
    """
    names = [step for step in path_of(field) if isinstance(step, str)]
    if not names:
        return ()
    first = getattr(_beside(), kind).get(names[0], "")
    found = _told(getattr(_feeds(), kind), names)
    return tuple(sorted(found, key=lambda paper: paper != first))


def first_beside(kind: str, section: str) -> str:
    """The id of the paper that is shown first where a section is asked; ``""`` for none."""
    told: Mapping[str, str] = getattr(_beside(), kind)
    return told.get(section, "")


def _told(told: Mapping[str, tuple[str, ...]], names: list[str]) -> tuple[str, ...]:
    for length in range(len(names), 0, -1):
        found = told.get(".".join(names[:length]))
        if found is not None:
            return found
    return ()


def may_feed(kind: str, field: str, paper: str) -> bool:
    """Whether ``paper`` may say what ``field`` tells; of papers unknown here nothing is ruled out.

    A body told by its name alone may be among those who get any paper. Numbers and days of papers
    are told when they are issued, not in a form.
    """
    if field.startswith("papers."):
        return False
    known = {one for every in getattr(_feeds(), kind).values() for one in every}
    return "." not in field or paper not in known or paper in fed(kind, field)
