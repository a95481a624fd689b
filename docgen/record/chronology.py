"""Whether the days that a record tells follow the order of the guidance's steps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from docgen.errors import Words
from docgen.record.model import Record
from docgen.record.remark import GUIDANCE, remark
from docgen.record.shape import Kind, label_of, walk
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.shape import FieldPath

_OLDEST = date(2010, 1, 1)
_AHEAD = timedelta(days=2 * 366)


class _Step(NamedTuple):
    """A day that must not come before others, and the clause that says so."""

    path: FieldPath
    after: tuple[FieldPath, ...]
    clause: str


def _paper(name: str) -> FieldPath:
    return ("papers", name, "day")


_LAUNCH: FieldPath = ("launch", "day")
_MEETING: FieldPath = ("consultation", "meeting_day")
_REPLY: FieldPath = ("consultation", "reply_by")

# A paper comes after those that it rests on; what they rest on in turn follows.
_STEPS = (
    _Step(_paper("consent"), (_paper("proposal"),), "II.1.1.1"),
    _Step(_paper("resolution"), (_paper("consent"),), "II.1.1.3"),
    _Step(_paper("plan"), (_paper("consent"),), "II.1.1.3"),
    _Step(_paper("comment_request"), (_paper("consent"),), "II.1.1.4"),
    _Step(_REPLY, (_paper("comment_request"),), "II.1.1.4"),
    _Step(_MEETING, (_paper("comment_request"),), "II.1.1.4"),
    _Step(_paper("comment_minutes"), (_MEETING,), "II.1.1.4"),
    _Step(_paper("submission"), (_paper("comment_minutes"),), "II.1.1.4"),
    _Step(
        _paper("decision"),
        (_paper("resolution"), _paper("plan"), _paper("submission")),
        "II.1.2",
    ),
    _Step(_paper("regulation"), (_paper("decision"),), "II.1.2"),
    _Step(_paper("year_plan"), (_paper("decision"),), "II.1.3"),
    _Step(_paper("pilot_plan"), (_paper("consent"),), "II.1.4"),
    _Step(_paper("invitation"), (_paper("launch_plan"),), "II.1.2"),
    _Step(_LAUNCH, (_paper("regulation"), _paper("launch_plan"), _paper("invitation")), "II.1.2"),
)
_BEFORE = {step.path: step.after for step in _STEPS}
# Plans of one unit share one register of numbers (NĐ 30/2020, Điều 15).
_REGISTERS = (("plan", "launch_plan", "pilot_plan"),)


def chronology(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Days out of order, unlikely days, and numbers that contradict the days."""
    days = _days(loaded)
    for step in _STEPS:
        if step.path in days:
            yield from _out_of_order(loaded, step, days)
    yield from _unlikely(loaded, days, today)
    yield from _launched_undecided(loaded, days, today)
    yield from _half_issued(loaded)
    for register in _REGISTERS:
        yield from _misnumbered(loaded, register)


def _days(loaded: Loaded) -> dict[FieldPath, date]:
    return {
        path: value
        for path, slot, value in walk(loaded.record)
        if slot.kind is Kind.DAY and value is not None
    }


def _known_before(path: FieldPath, days: dict[FieldPath, date]) -> set[FieldPath]:
    """The nearest steps before ``path`` whose day is told; unknown ones are looked through."""
    told = {before for before in _all_before(path) if before in days}
    return told - {earlier for before in told for earlier in _all_before(before)}


def _all_before(path: FieldPath) -> set[FieldPath]:
    nearest = _BEFORE.get(path, ())
    return {*nearest, *(earlier for before in nearest for earlier in _all_before(before))}


def _out_of_order(loaded: Loaded, step: _Step, days: dict[FieldPath, date]) -> Iterator[Problem]:
    own = days[step.path]
    for before in sorted(_known_before(step.path, days), key=str):
        if own >= days[before]:
            continue
        late, early = _named(step.path), _named(before)
        yield remark(
            loaded,
            step.path,
            Words(
                f"{late.vi} (ngày {slashed(own)}) trước {early.vi} (ngày {slashed(days[before])})",
                f"{late.en} ({slashed(own)}) is before {early.en} ({slashed(days[before])})",
            ),
            Words(
                f"Mục {step.clause} {GUIDANCE.vi}: {early.vi} có trước {late.vi}; kiểm tra lại "
                "ngày.",
                f"{GUIDANCE.en}, {step.clause}: {early.en} comes before {late.en}; check the days.",
            ),
        )


def _named(path: FieldPath) -> Words:
    """A paper by its own label, another day by all of its labels."""
    if path[0] != "papers":
        label = label_of(Record, path)
        return Words(f"“{label.vi}”", f"“{label.en}”")
    label = label_of(Record, path[:2])
    return Words(*(f"“{text.split(' › ')[-1]}”" for text in label))


def _unlikely(loaded: Loaded, days: dict[FieldPath, date], today: date) -> Iterator[Problem]:
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


def _launched_undecided(
    loaded: Loaded, days: dict[FieldPath, date], today: date
) -> Iterator[Problem]:
    launch = days.get(_LAUNCH)
    if launch is None or launch >= today or _paper("decision") in days:
        return
    yield remark(
        loaded,
        _LAUNCH,
        Words(
            f"Ngày ra mắt {slashed(launch)} đã qua mà quyết định thành lập chưa có ngày",
            f"The launch, {slashed(launch)}, is past while the founding decision has no day",
        ),
        Words(
            f"Mục II.1.2 {GUIDANCE.vi}: ra quyết định trước, ra mắt sau; ghi ngày của quyết định "
            "hoặc sửa ngày ra mắt.",
            f"{GUIDANCE.en}, II.1.2: the decision comes first; give its day, or mend the launch.",
        ),
    )


def _half_issued(loaded: Loaded) -> Iterator[Problem]:
    """A paper with a number has a day, and the reverse: both are given at once."""
    for name in type(loaded.record.papers).model_fields:
        issued = getattr(loaded.record.papers, name)
        if (issued.number is None) == (issued.day is None):
            continue
        label = _named(("papers", name))
        told, untold = (
            (Words("số", "a number"), Words("ngày", "day"))
            if issued.day is None
            else (Words("ngày", "a day"), Words("số", "number"))
        )
        yield remark(
            loaded,
            ("papers", name),
            Words(
                f"{label.vi} có {told.vi} mà chưa có {untold.vi}",
                f"{label.en} has {told.en} but no {untold.en}",
            ),
            Words(
                "Số và ngày được cấp cùng lúc, sau khi ký (Nghị định 30/2020/NĐ-CP, Điều 15): ghi "
                "cả hai hoặc để trống cả hai.",
                "Both are given at once, after signing (Decree 30/2020/NĐ-CP, Article 15): give "
                "both or neither.",
            ),
        )


def _misnumbered(loaded: Loaded, register: tuple[str, ...]) -> Iterator[Problem]:
    """Papers of one register in one year whose numbers do not rise with their days."""
    papers = loaded.record.papers
    told = [
        (issued.day, issued.number, name)
        for name in register
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
            Words(
                "Trong một năm, số của cùng loại văn bản tăng dần theo ngày (Nghị định "
                "30/2020/NĐ-CP, Điều 15).",
                "Within a year, numbers of one kind rise with the days (Decree 30/2020/NĐ-CP, "
                "Article 15).",
            ),
        )
