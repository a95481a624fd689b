"""The programme of a conference: as told, or the usual one fitted between start and end."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from docgen.documents.wording import or_hole
from docgen.guidance import programmes
from docgen.text.hours import minutes_of, span

if TYPE_CHECKING:
    from docgen.guidance.programmes import Part
    from docgen.record.linked import AnyRecord
    from docgen.record.parts import Conference

_STEP = 5
"""Minutes to which the hours of a programme are rounded."""


def programme(record: AnyRecord, told: Conference, terms: dict[str, str]) -> list[dict[str, str]]:
    """Chương trình: rows of ``time``, ``content``, ``by``; ``terms`` closes the ``{...}``.

    The usual hours stay blank where the start is not told, and within another conference.
    """
    if told.programme:
        return [
            {"time": or_hole(one.time), "content": one.content, "by": one.by}
            for one in told.programme
        ]
    parts = programmes.wanted(record)
    hours = ("" for _ in parts) if told.within else _hours(parts, told)
    return [
        {"time": hour, "content": part.content.format(**terms), "by": part.by.format(**terms)}
        for hour, part in zip(hours, parts, strict=True)
    ]


def _hours(parts: list[Part], told: Conference) -> list[str]:
    """From when to when each part goes; blank where the hours told leave no room for it."""
    blank = ["" for _ in parts]
    start, end = minutes_of(told.time), minutes_of(told.end)
    if start is None:
        return blank
    early = sum(part.minutes for part in parts if part.before)
    usual = sum(part.minutes for part in parts) - early
    stretch = 1 if end is None else (end - start) / usual
    lengths = [part.minutes if part.before else part.minutes * stretch for part in parts]
    marks = [_STEP * round(mark / _STEP) for mark in accumulate(lengths, initial=-early)]
    if start < early or any(after <= before for before, after in pairwise(marks)):
        return blank
    return [span(start + before, start + after) for before, after in pairwise(marks)]
