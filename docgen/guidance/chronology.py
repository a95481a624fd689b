"""Whether the days that a record tells follow the order of the guidance's steps."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from docgen.errors import Words
from docgen.guidance.data import read
from docgen.guidance.law import Hint, act, rule
from docgen.record.model import Papers, Record
from docgen.record.remark import remark
from docgen.record.shape import FieldPath, Kind, label_of, walk
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded

    Days: TypeAlias = dict[FieldPath, date]

_OLDEST = date(2010, 1, 1)
_AHEAD = timedelta(days=2 * 366)


class Step(NamedTuple):
    """Một bước: a day that must not come before others, and the clause that says so."""

    path: FieldPath
    after: tuple[FieldPath, ...]
    clause: str


class Register(NamedTuple):
    """Sổ đăng ký: papers that share one row of numbers, and the rule that numbers rise."""

    papers: tuple[str, ...]
    hint: Hint


class Launch(NamedTuple):
    """Lễ ra mắt: its day, and the paper that must have been dated before it."""

    day: str
    needs: str
    hint: Hint


@cache
def steps() -> tuple[Step, ...]:
    """The steps of ``chronology.yaml``, which come after those that they rest on."""
    return tuple(_step(**row) for row in read("chronology")["steps"])


def _step(*, after: list[str], clause: str, paper: str = "", day: str = "") -> Step:
    return Step(_path(paper or day), tuple(map(_path, after)), clause)


def _path(name: str) -> FieldPath:
    """``decision`` is the day of a paper; ``launch.day`` is another day of the record."""
    return tuple(name.split(".")) if "." in name else ("papers", name, "day")


@cache
def registers() -> tuple[Register, ...]:
    """The registers of ``chronology.yaml``."""
    return tuple(rule(Register, row) for row in read("chronology")["registers"])


@cache
def launch() -> Launch:
    """The paper without which no launch can be past."""
    return rule(Launch, read("chronology")["launch"])


def chronology(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Days out of order, unlikely days, and numbers that contradict the days."""
    days = _days(loaded)
    for step in steps():
        if step.path in days:
            yield from _out_of_order(loaded, step, days)
    yield from _unlikely(loaded, days, today)
    yield from _launched_undecided(loaded, days, today)
    for register in registers():
        yield from _misnumbered(loaded, register)


def _days(loaded: Loaded) -> Days:
    return {
        path: value
        for path, slot, value in walk(loaded.record)
        if slot.kind is Kind.DAY and value is not None
    }


def _known_before(path: FieldPath, days: Days) -> set[FieldPath]:
    """The nearest steps before ``path`` whose day is told; unknown ones are looked through."""
    told = {before for before in _all_before(path) if before in days}
    return told - {earlier for before in told for earlier in _all_before(before)}


@cache
def _all_before(path: FieldPath) -> frozenset[FieldPath]:
    nearest = [before for step in steps() if step.path == path for before in step.after]
    return frozenset(nearest).union(*map(_all_before, nearest))


def _out_of_order(loaded: Loaded, step: Step, days: Days) -> Iterator[Problem]:
    own = days[step.path]
    for before in sorted(_known_before(step.path, days), key=str):
        if own >= days[before]:
            continue
        late, early = _named(step.path), _named(before)
        guidance = act(read("chronology")["act"]).short
        yield remark(
            loaded,
            step.path,
            Words(
                f"{late.vi} (ngày {slashed(own)}) trước {early.vi} (ngày {slashed(days[before])})",
                f"{late.en} ({slashed(own)}) is before {early.en} ({slashed(days[before])})",
            ),
            Words(
                f"Mục {step.clause} {guidance.vi}: {early.vi} có trước {late.vi}; kiểm tra lại "
                "ngày.",
                f"{guidance.en}, {step.clause}: {early.en} comes before {late.en}; check the days.",
            ),
        )


def _named(path: FieldPath) -> Words:
    """A paper by its own label, another day by all of its labels."""
    label = label_of(Papers, path[1:2]) if path[0] == "papers" else label_of(Record, path)
    return Words(f"“{label.vi}”", f"“{label.en}”")


def _unlikely(loaded: Loaded, days: Days, today: date) -> Iterator[Problem]:
    for path, day in days.items():
        if _OLDEST <= day <= today + _AHEAD:
            continue
        name = _named(path)
        yield remark(
            loaded,
            path,
            Words(
                f"{name.vi} ghi ngày {slashed(day)}, xa ngày soạn thảo khác thường",
                f"{name.en} has the day {slashed(day)}, unlikely far from the day of drafting",
            ),
            Words("Kiểm tra lại năm.", "Check the year."),
        )


def _launched_undecided(loaded: Loaded, days: Days, today: date) -> Iterator[Problem]:
    launched = _path(launch().day)
    day = days.get(launched)
    if day is None or day >= today or _path(launch().needs) in days:
        return
    yield remark(
        loaded,
        launched,
        Words(
            f"Ngày ra mắt {slashed(day)} đã qua mà quyết định thành lập chưa có ngày",
            f"The launch, {slashed(day)}, is past while the founding decision has no day",
        ),
        launch().hint.words(),
    )


def _misnumbered(loaded: Loaded, register: Register) -> Iterator[Problem]:
    """Papers of one register in one year whose numbers do not rise with their days."""
    papers = loaded.record.papers
    told = [
        (issued.day, issued.number, name)
        for name in register.papers
        for issued in [getattr(papers, name)]
        if issued.day is not None and issued.number is not None
    ]
    for (day, number, first), (next_day, next_number, second) in pairwise(sorted(told)):
        same_day = day == next_day and number != next_number
        if day.year != next_day.year or number < next_number or same_day:
            continue
        one, other = _named(("papers", second)), _named(("papers", first))
        yield remark(
            loaded,
            ("papers", second, "number"),
            Words(
                f"{one.vi} (số {next_number}, ngày {slashed(next_day)}) không nối tiếp {other.vi} "
                f"(số {number}, ngày {slashed(day)})",
                f"{one.en} (no. {next_number}, {slashed(next_day)}) does not follow {other.en} "
                f"(no. {number}, {slashed(day)})",
            ),
            register.hint.words(),
        )
