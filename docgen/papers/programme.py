"""The programme of a conference: as told, or the usual one fitted between start and end."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from docgen.guidance import programmes
from docgen.papers.gaps import or_hole
from docgen.text.hours import minutes_of, span

if TYPE_CHECKING:
    from docgen.guidance.schema.programmes import Part
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.meetings import Conference

_STEP = 5
"""Minutes to which the hours of a programme are rounded."""


def programme(record: AnyRecord, told: Conference, terms: dict[str, str]) -> list[dict[str, str]]:
    """Chương trình: rows of ``time``, ``content``, ``by``; ``terms`` closes the ``{...}``.

    The usual hours stay blank where the start is not told, and within another conference.
    """
    if told.programme:
        return [
            {"time": or_hole(part.time), "content": part.content, "by": part.by}
            for part in told.programme
        ]
    parts = programmes.wanted(record)
    hours = ("" for _ in parts) if told.within else _hours(parts, told)
    return [
        {"time": hour, "content": part.content.format(**terms), "by": part.by.format(**terms)}
        for hour, part in zip(hours, parts, strict=True)
    ]


def _hours(parts: list[Part], told: Conference) -> list[str]:
    """From when to when each part goes; blank where the hours told leave no room for it."""
    start, end = minutes_of(told.time), minutes_of(told.end)
    early = [part for part in parts if part.before]
    rest = parts[len(early) :]
    total = sum(part.minutes for part in rest) if end is None else end - (start or 0)
    before = -sum(part.minutes for part in early)
    if start is None or start + before < 0 or total < _STEP * len(rest):
        return ["" for _ in parts]
    marks = [*accumulate((part.minutes for part in early[:-1]), initial=before)] if early else []
    marks += [*_marks([part.minutes for part in rest], total)]
    return [span(start + begin, start + end) for begin, end in pairwise(marks)]


def _marks(usual: list[int], total: int) -> list[int]:
    """Where parts of ``usual`` minutes begin and end when they share ``total``, a step at least."""
    spare = total // _STEP - len(usual)
    wishes = [minutes - _STEP for minutes in usual]
    shares = (round(spare * wish / sum(wishes)) for wish in accumulate(wishes, initial=0))
    marks = [_STEP * (place + share) for place, share in enumerate(shares)]
    return [*marks[:-1], total]
