"""What is due when in the life of a model, with the clause that says so (III.2, II.1.3, II.3)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.completeness import began
from docgen.guidance.guidance import guidance
from docgen.record.terms import span_of
from docgen.record.turns import chairs_of
from docgen.text import periods
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.schema.deadlines import Clause, Last, Told, Yearly
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.units import Unit

SURVEY = "survey"
"""The deadline by which reports find their way (III.2)."""
_MONTHS = 12


class Deadline(Value):
    """Một thời hạn.

    Attributes:
        id: Its row in ``deadlines.yaml``.
        part: The period, or the turn, it is about; empty for others.
        day: The last day in time.
        what: What is due.
        clause: The clause of the guidance.
        who: Who has to do it, and ``to`` to whom it goes: names of ``{...}``, or units in full.
        custom: Whether the day is practice, and not the guidance's own.
    """

    id: str
    part: str
    day: date
    what: Words
    clause: str
    who: str
    to: str = ""
    custom: bool = False


def deadlines(record: AnyRecord, year: int) -> list[Deadline]:
    """What is due of ``record`` in ``year``, by day; nothing before its founding or after its end.

    What has no day in the record, and terms that cannot be read, are left out.
    """
    alive = [deadline for deadline in _yearly(record, year) if _lives(record, deadline)]
    told = [*_told(record), *_rotation(record)]
    own = [deadline for deadline in told if deadline.day.year == year]
    return sorted([*alive, *own], key=attrgetter("day", "id", "part"))


def last_day(deadline_id: str, period: str) -> date:
    """The last day in time for ``deadline_id`` in ``period`` (``2026-H1``, ``2026``)."""
    row = next(row for row in guidance().deadlines.yearly if row.id == deadline_id)
    told = row.half if periods.is_half(period) else row.year
    if told is None:
        raise KeyError(period)
    return _last(told, periods.year_of(period))


def ended(record: AnyRecord) -> date | None:
    """The day on which the model ends: as told for its dissolution, or that of the decision."""
    end = record.dissolution
    if end is None:
        return None
    act = getattr(end, "decision", None) or getattr(end, "joint", None)
    return end.effective or (act.day if act else None)


def _last(told: Last, year: int) -> date:
    day, month = map(int, (told.before or told.by or "").split("/"))
    own = date(year - (told.year == "previous"), month, day)
    return own - timedelta(days=1) if told.before else own


def _yearly(record: AnyRecord, year: int) -> Iterator[Deadline]:
    for row in guidance().deadlines.yearly:
        for period in (f"{year}-H1", str(year), str(year + 1)):
            told = row.half if periods.is_half(period) else row.year
            if told and (day := _last(told, periods.year_of(period))).year == year:
                yield _of_period(row, record, period, day)


def _of_period(row: Yearly, record: AnyRecord, period: str, day: date) -> Deadline:
    return Deadline(
        id=row.id,
        part=period,
        day=day,
        what=Words(row.vi.format(period=periods.phrase(period)), row.en.format(period=period)),
        clause=_clause(row.clause, record),
        who=row.who,
        to=row.to,
        custom=row.sure == "custom",
    )


def _clause(told: Clause, record: AnyRecord) -> str:
    return told if isinstance(told, str) else told[record.kind]


def _lives(record: AnyRecord, deadline: Deadline) -> bool:
    begin, end = began(record), ended(record)
    return (begin is None or deadline.day > begin) and (end is None or deadline.day <= end)


def _told(record: AnyRecord) -> Iterator[Deadline]:
    for row in guidance().deadlines.told:
        section, _, name = row.day.partition(".")
        day = getattr(getattr(record, section, None), name, None)
        if record.kind in row.clause and day is not None:
            yield _of_day(row, record, day)


def _of_day(row: Told, record: AnyRecord, day: date) -> Deadline:
    return Deadline(row.id, "", day, row.words, _clause(row.clause, record), row.who)


def _rotation(record: AnyRecord) -> Iterator[Deadline]:
    """The last day of each term as chair that can be read, when the next unit takes over."""
    if record.kind != "linked":
        return
    chairs = chairs_of(record)
    for place, unit in enumerate(chairs):
        span = span_of(unit.term)
        if span is not None and len(chairs) > 1:
            yield _handover(unit, chairs[(place + 1) % len(chairs)], _end(span.last))


def _handover(unit: Unit, after: Unit, day: date) -> Deadline:
    row = guidance().deadlines.rotation
    return Deadline("rotation", str(unit.turn), day, row.words, row.clause, unit.name, after.name)


@cache
def _end(month: int) -> date:
    """The last day of the month counted from the beginning of our era."""
    year, index = divmod(month + 1, _MONTHS)
    return date(year, index + 1, 1) - timedelta(days=1)
