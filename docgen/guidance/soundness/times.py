"""Deadlines, and what is seen to when a model ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.deadlines import SURVEY
from docgen.guidance.schema.kinds import KINDS
from docgen.guidance.soundness.around import ROOTS, day
from docgen.tables.faults import Fault, doubled, open_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.schema.deadlines import Last, Yearly
    from docgen.guidance.soundness.around import Around
    from docgen.tables.faults import Path

_LEAP = 2000
_ENDING = {"self_managed": ("scope", "police", "unit"), "linked": ("scope", "security")}


def deadlines(around: Around) -> Iterator[Fault]:
    """Days are in the calendar, what the record tells is there, the reports have theirs."""
    told = around.guidance.deadlines
    ids = [(("yearly", place, "id"), deadline.id) for place, deadline in enumerate(told.yearly)]
    ids += [(("told", place, "id"), row.id) for place, row in enumerate(told.told)]
    yield from doubled(ids, Words("thời hạn", "deadline"))
    for place, deadline in enumerate(told.yearly):
        yield from _yearly(("yearly", place), deadline)
    if not any(row.id == SURVEY and row.half and row.year for row in told.yearly):
        what = Words(
            f"thiếu thời hạn “{SURVEY}” của cả hai kỳ", f"“{SURVEY}” of both periods is missing"
        )
        yield Fault(("yearly",), what)
    for place, row in enumerate(told.told):
        for kind in row.clause:
            yield from day(("told", place, "day"), row.day, ROOTS[kind])


def _yearly(path: Path, row: Yearly) -> Iterator[Fault]:
    for language, text in (("vi", row.vi), ("en", row.en)):
        yield from open_names((*path, language), text, ("period",))
    for key, last in (("half", row.half), ("year", row.year)):
        if last is not None:
            yield from _last((*path, key), last)
    if not isinstance(row.clause, str) and set(row.clause) != set(KINDS):
        yield Fault((*path, "clause"), Words("phải có cả hai loại mô hình", "both kinds have one"))


def _last(path: Path, last: Last) -> Iterator[Fault]:
    if bool(last.before) == bool(last.by):
        yield Fault(path, Words("ghi before hoặc by, chỉ một", "tell before or by, one of them"))
        return
    told = last.before or last.by or ""
    number, month = map(int, told.split("/"))
    try:
        date(_LEAP, month, number)
    except ValueError:
        what = Words(f"không có ngày {told}", f"there is no {told}")
        yield Fault((*path, "before" if last.before else "by"), what)


def endings(around: Around) -> Iterator[Fault]:
    """Every open name is closed."""
    told = around.guidance.endings
    for kind in KINDS:
        for place, line in enumerate(told.follow_up.of(kind)):
            yield from open_names(("follow_up", kind, place), line, _ENDING[kind])
        yield from open_names(("funds", kind), told.funds.of(kind), _ENDING[kind])
