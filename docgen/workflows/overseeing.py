"""How a model stands, read anew: from its record, its folder, the day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from docgen.errors import NO_WORDS, DocgenError
from docgen.guidance.completeness import Wanted, places
from docgen.guidance.deadlines import Deadline
from docgen.workflows.agenda import agenda
from docgen.workflows.checklist import checklist
from docgen.workflows.overview import DAYS, DueRow, Overview
from docgen.workflows.rating import Asked, rate
from docgen.workflows.timing import Timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.files.tree import Plain
    from docgen.workflows.checklist import Checklist
    from docgen.workflows.workroom import Model

_LASTS: Final = timedelta(days=30)
_NAMED: Final = frozenset({"name", "scope"})


def overview(model: Model, today: date) -> Overview:
    """How ``model`` stands on ``today``, read anew; a fault of its record is told in it."""
    try:
        done = checklist(model, today)
    except DocgenError as fault:
        return Overview(model.name, fault=fault.problems[0], until=today)
    try:
        dues = tuple(_dues(model, today)) if not done.errors else ()
        rated = _class(model, done, today)
    except DocgenError:
        dues, rated = (), ""
    have, needed = _items(done, today)
    name = done.record.told(("model", "name"))
    following = done.following
    return Overview(
        str(name) if name else model.name,
        done.record.kind,
        have,
        needed,
        rated,
        dues,
        following.wish if following else NO_WORDS,
        following.place if following else "",
        errors=done.errors,
        until=_until(today, dues),
        profile=done.record.whole[0].profile if done.record.whole[0] else "",
        names=tuple(dict.fromkeys(_names(done.record.tree.value))),
    )


def _names(told: Plain) -> Iterator[str]:
    """Every name that a record tells: of people, bodies, places."""
    if isinstance(told, dict):
        for key, value in told.items():
            if isinstance(value, str) and key in _NAMED:
                yield value
            yield from _names(value)
    elif isinstance(told, list):
        for item in told:
            yield from _names(item)


def _items(done: Checklist, today: date) -> tuple[int, int]:
    """How many items the dossier has of those it must have by now."""
    if done.status is None:
        record = done.record.record
        wanted = [one.wanted for one in places(record, today)] if record is not None else []
        return 0, wanted.count(Wanted.NOW)
    needed = [one for one in done.status.items if one.place.wanted is Wanted.NOW]
    lacking = {lack.item for lack in done.status.lacks if not lack.inside}
    have = [one for one in needed if one.place.item.number not in lacking]
    return len(have), len(needed)


def _dues(model: Model, today: date) -> Iterator[DueRow]:
    for one in agenda([model.record], today, DAYS + _LASTS.days).items:
        timed, due = one.timed, one.timed.deadline
        yield DueRow(
            due.day, due.what, timed.model, timed.who, timed.to, due.clause, due.custom, timed.key
        )


def timed(model: Model, due: DueRow) -> Timed:
    """``due`` of ``model`` as calendars take it."""
    deadline = Deadline("", "", due.day, due.what, due.clause, due.who, due.to, due.custom)
    return Timed(str(model.record), due.model, deadline, due.who, due.to, due.key)


def _class(model: Model, done: Checklist, today: date) -> str:
    if done.errors or not getattr(done.record.record, "assessments", None):
        return ""
    package = model.package if done.status else None
    (rated,) = rate(Asked((model.record,), today, dossier=package))
    return rated.rating.name.vi if rated.is_rated else ""


def _until(today: date, dues: tuple[DueRow, ...]) -> date:
    """The last day on which nothing passes that changes what is told."""
    turns = (date(today.year, 6, 30), date(today.year, 12, 31))
    passing = (due.day for due in dues if due.day >= today)
    return min(today + _LASTS, *(day for day in (*turns, *passing) if day >= today))
