"""The programme of a conference: told, or the usual one fitted between start and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.guidance import programmes
from docgen.papers.programme import programme
from docgen.record.schema.own import Launch, Record
from docgen.record.taking import taken
from docgen.text.hours import minutes_of

RECORD = taken(
    Record,
    {"kind": "self_managed", "issuer": {"kind": "commune", "name": "xã"}, "model": {"name": "Tổ"}},
)
TERMS = dict.fromkeys(("proposer", "unit", "short", "head", "people", "members_source"), "ai đó")


def rows(**told: object) -> list[dict[str, str]]:
    """The programme of a launch of which ``told`` is told."""
    return programme(RECORD, taken(Launch, told), TERMS)


def ends(row: dict[str, str]) -> tuple[int, int]:
    """From when to when a row goes, in minutes after midnight."""
    start, end = (minutes_of(one) for one in row["time"].split(" - "))
    assert start is not None
    assert end is not None
    return start, end


def test_what_is_told_stands_as_told() -> None:
    """The record's own programme is never added to; an hour untold is left to the pen."""
    told = rows(time="08 giờ 00 phút", programme=[{"content": "Khai mạc", "by": "Chủ trì"}])
    assert told == [{"time": "…………………", "content": "Khai mạc", "by": "Chủ trì"}]


@given(st.integers(60, 240))
def test_the_usual_parts_follow_one_another_from_start_to_end(minutes: int) -> None:
    """No gap, no overlap; guests arrive before the start, the last part ends at the end told."""
    made = rows(time="08 giờ 00", end=f"{8 + minutes // 60} giờ {minutes % 60}")
    hours = [ends(row) for row in made]
    assert all(before[1] == after[0] for before, after in pairwise(hours))
    assert all(start < end for start, end in hours)
    assert hours[0] == (465, 480)
    assert hours[-1][1] == 480 + minutes


def test_without_an_end_the_usual_lengths_hold() -> None:
    """The data says how long each part takes."""
    made = rows(time="14 giờ 00 phút")
    lengths = [end - start for start, end in map(ends, made)]
    assert lengths == [part.minutes for part in programmes.parts("self_managed")]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"time": "buổi sáng"},
        {"time": "08 giờ 00", "end": "08 giờ 20"},
        {"time": "08 giờ 00", "end": "07 giờ 00"},
        {"time": "08 giờ 00", "end": "10 giờ 00", "within": "Ngày hội Đại đoàn kết"},
        {"time": "00 giờ 05"},
    ],
)
def test_hours_that_cannot_be_known_are_left_to_the_pen(told: dict[str, str]) -> None:
    """Start unknown, too short a meeting, or one among other business: the parts stand alone."""
    made = rows(**told)
    assert {row["time"] for row in made} == {""}
    assert len(made) == len(programmes.parts("self_managed"))
