"""Which items a dossier must hold by a day, and why the others may be absent (II.1.4, II.2.4)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.guidance import guidance
from docgen.guidance.papers import DISSOLVE, ESTABLISH, due, items
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.guidance.schema.items import Item
    from docgen.record.schema.linked import AnyRecord


class Wanted(StrEnum):
    """Whether an item must be in the dossier by now."""

    NOW = "now"
    UNSURE = "unsure"
    LATER = "later"
    IF_ANY = "if_any"


class Place(Value):
    """Một mục của hồ sơ: the item, and whether it must be there; ``unsure`` is open."""

    item: Item
    wanted: Wanted


def places(record: AnyRecord, today: date) -> list[Place]:
    """Every item of the dossier list, with whether it must be there on ``today``."""
    made = {paper.paper.item for paper in due(record)}
    return [Place(item, _wanted(record, item, made, today)) for item in items(record.kind)]


def _wanted(record: AnyRecord, item: Item, made: set[int | None], today: date) -> Wanted:
    if item.due == DISSOLVE or (item.needed == "if_any" and item.number not in made):
        return Wanted.IF_ANY
    if item.due == ESTABLISH:
        return Wanted.NOW
    return _reported(record, today)


def _reported(record: AnyRecord, today: date) -> Wanted:
    """Periodic reports are due once a half-year or year has ended since the model began to work."""
    if began(record) is None:
        return Wanted.UNSURE
    return Wanted.NOW if periods_due(record, today) else Wanted.LATER


def periods_due(record: AnyRecord, today: date) -> list[str]:
    """The periods on which the model has to have reported by ``today`` (II.1.3, II.2.3).

    Every half-year and every year that ended since it began to work and before it was dissolved;
    none where the record does not tell when it began.
    """
    begun = began(record)
    if begun is None:
        return []
    ended = record.dissolution.effective if record.dissolution else None
    last = min(today, ended) if ended else today
    return [
        period
        for year in range(begun.year, last.year + 1)
        for period, end in ((f"{year}-H1", date(year, 6, 30)), (f"{year}", date(year, 12, 31)))
        if begun < end < last
    ]


def began(record: AnyRecord) -> date | None:
    """The day from which the model works: that of its founding act, or of its launch."""
    if record.kind == "linked":
        return record.papers.regulation.day or record.ceremony.day
    return record.papers.decision.day or record.launch.day


def effect() -> tuple[str, Words]:
    """What the law makes of an incomplete dossier: the clause, and what it says."""
    told = guidance().items.incomplete
    return told.clause, told.words


def absent(item: Item) -> Words:
    """Why an item that is made only “nếu có” is not there."""
    return Words(item.absent_vi, item.absent_en)
