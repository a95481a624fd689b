"""Whether the days that a record tells follow the order of the guidance's steps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from docgen.checks.remark import remark
from docgen.errors import Words
from docgen.guidance.sequence import act, all_before, order, path_of
from docgen.law.acts import short
from docgen.law.hints import advice
from docgen.record.schema.parts import Issued
from docgen.record.schema.shape import FieldKind, FieldPath, label_of, walk
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.guidance.schema.chronology import Register, Together
    from docgen.record.loading import Loaded

    Days: TypeAlias = dict[FieldPath, date]

_OLDEST = date(2010, 1, 1)
_AHEAD = timedelta(days=2 * 366)


def chronology(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Days out of order, unlikely days, and numbers that contradict the days."""
    days, told = _days(loaded), order(loaded.record.kind)
    for step in told.steps:
        path = path_of(step.name)
        if path in days:
            yield from _out_of_order(loaded, path, step.clause, days)
    for pair in told.together:
        yield from _parted(loaded, pair, days)
    yield from _unlikely(loaded, days, today)
    yield from _launched_unready(loaded, days, today)
    for register in told.registers:
        yield from _misnumbered(loaded, register)


def _days(loaded: Loaded) -> Days:
    return {
        path: value
        for path, slot, value in walk(loaded.record)
        if slot.kind is FieldKind.DAY and value is not None
    }


def _known_before(kind: str, path: FieldPath, days: Days) -> set[FieldPath]:
    """The nearest steps before ``path`` whose day is told; unknown ones are looked through."""
    every = all_before(order(kind))
    told = {before for before in every[path] if before in days}
    return told - {earlier for before in told for earlier in every.get(before, ())}


def _out_of_order(loaded: Loaded, path: FieldPath, clause: str, days: Days) -> Iterator[Problem]:
    own = days[path]
    for before in sorted(_known_before(loaded.record.kind, path, days), key=str):
        if own >= days[before]:
            continue
        late, early = _named(loaded, path), _named(loaded, before)
        guidance = short(act())
        yield remark(
            loaded,
            path,
            Words(
                f"{late.vi} (ngày {slashed(own)}) trước {early.vi} (ngày {slashed(days[before])})",
                f"{late.en} ({slashed(own)}) is before {early.en} ({slashed(days[before])})",
            ),
            Words(
                f"Mục {clause} {guidance.vi}: {early.vi} có trước {late.vi}; kiểm tra lại ngày.",
                f"{guidance.en}, {clause}: {early.en} comes before {late.en}; check the days.",
            ),
        )


def _parted(loaded: Loaded, pair: Together, days: Days) -> Iterator[Problem]:
    """A paper signed at an event that does not have the event's day."""
    path, event = path_of(pair.paper), path_of(pair.day)
    if path not in days or event not in days or days[path] == days[event]:
        return
    one, other = _named(loaded, path), _named(loaded, event)
    guidance = short(act())
    yield remark(
        loaded,
        path,
        Words(
            f"{one.vi} ghi ngày {slashed(days[path])}, khác {other.vi} (ngày "
            f"{slashed(days[event])})",
            f"{one.en} has the day {slashed(days[path])}, unlike {other.en} "
            f"({slashed(days[event])})",
        ),
        Words(
            f"Mục {pair.clause} {guidance.vi}: ký tại hội nghị, cùng ngày; kiểm tra lại ngày.",
            f"{guidance.en}, {pair.clause}: it is signed there, on that day; check the days.",
        ),
    )


def _named(loaded: Loaded, path: FieldPath) -> Words:
    """A paper by its own label, another day by all of its labels."""
    record = loaded.record
    of_paper = path[0] == "papers"
    label = label_of(type(record.papers), path[1:2]) if of_paper else label_of(type(record), path)
    return Words(f"“{label.vi}”", f"“{label.en}”")


def _unlikely(loaded: Loaded, days: Days, today: date) -> Iterator[Problem]:
    for path, day in days.items():
        if _OLDEST <= day <= today + _AHEAD:
            continue
        name = _named(loaded, path)
        yield remark(
            loaded,
            path,
            Words(
                f"{name.vi} ghi ngày {slashed(day)}, xa ngày soạn thảo khác thường",
                f"{name.en} has the day {slashed(day)}, unlikely far from the day of drafting",
            ),
            Words("Kiểm tra lại năm.", "Check the year."),
        )


def _launched_unready(loaded: Loaded, days: Days, today: date) -> Iterator[Problem]:
    """A launch that is past while the paper that it rests on has no day."""
    launch = order(loaded.record.kind).launch
    launched, needed = path_of(launch.day), path_of(launch.needs)
    day = days.get(launched)
    if day is None or day >= today or needed in days:
        return
    event, paper = _named(loaded, launched), _named(loaded, needed)
    yield remark(
        loaded,
        launched,
        Words(
            f"{event.vi} ({slashed(day)}) đã qua mà {paper.vi} chưa có ngày",
            f"{event.en}, {slashed(day)}, is past while {paper.en} has no day",
        ),
        advice(launch.hint),
    )


def _misnumbered(loaded: Loaded, register: Register) -> Iterator[Problem]:
    """Papers of one register in one year whose numbers do not rise with their days."""
    papers = loaded.record.papers
    issued = {name: getattr(papers, name, Issued()) for name in register.papers}
    told = [
        (given.day, given.number, name)
        for name, given in issued.items()
        if given.day is not None and given.number is not None
    ]
    for (day, number, first), (next_day, next_number, second) in pairwise(sorted(told)):
        same_day = day == next_day and number != next_number
        if day.year != next_day.year or number < next_number or same_day:
            continue
        one, other = _named(loaded, ("papers", second)), _named(loaded, ("papers", first))
        yield remark(
            loaded,
            ("papers", second, "number"),
            Words(
                f"{one.vi} (số {next_number}, ngày {slashed(next_day)}) không nối tiếp {other.vi} "
                f"(số {number}, ngày {slashed(day)})",
                f"{one.en} (no. {next_number}, {slashed(next_day)}) does not follow {other.en} "
                f"(no. {number}, {slashed(day)})",
            ),
            advice(register.hint),
        )
