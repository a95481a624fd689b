"""``deadlines.yaml``: what is due when in the life of a model."""

from typing import Literal, TypeAlias

from docgen.tables.rows import DayOfYear, Name, Phrase, Row, Text

Clause: TypeAlias = Text | dict[Literal["self_managed", "linked"], Text]
"""The clause of the guidance: one for all models, or one for each kind that it is about."""


class Last(Row):
    """Ngày cuối: that of ``by``, or the one before ``before``; of the year before, if so told."""

    before: DayOfYear | None = None
    by: DayOfYear | None = None
    year: Literal["own", "previous"] = "own"


class Yearly(Phrase, kw_only=True):
    """Một hạn hằng năm: of the period of six months, of the year, or of both."""

    id: Name
    clause: Clause
    half: Last | None = None
    year: Last | None = None
    who: Name
    to: str = ""
    sure: Literal["verified", "custom"]


class Told(Phrase):
    """Một hạn mà bản khai ghi: the dotted name of its day."""

    id: Name
    clause: dict[Literal["self_managed", "linked"], Text]
    day: Text
    who: Name


class Rotation(Phrase):
    """Luân phiên chủ trì."""

    clause: Text


class Deadlines(Row):
    """All of them."""

    yearly: tuple[Yearly, ...]
    told: tuple[Told, ...]
    rotation: Rotation
