"""The kinds of value a record holds, and what is told about each field: label, example, blank."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias, TypeVar, cast

from msgspec import Meta

from docgen.text.periods import PERIOD
from docgen.values import Value

Choice = TypeVar("Choice", bound=str)
_CODED = re.compile(r"\b([a-z_]+) \(([^()]+)\)")


class Blank(StrEnum):
    """What a paper shows where the record is silent."""

    NONE = "none"
    """Nothing: the field is a choice of the office."""
    HOLE = "hole"
    """The customary blank to be filled by hand: a number, a date, a name."""
    MARK = "mark"
    """A visible mark: text without which the paper must not be signed."""


class About(Value):
    """What is told once about a field; forms, schema, messages and docs are derived from it."""

    vi: str
    en: str
    example: object = None
    blank: Blank = Blank.NONE
    note: str = ""
    sheet: str = ""
    """What the sheet of a list is called, where the label is too long for it."""
    later: bool = False
    """Whether a model has it only in its later life: its sheets are hidden until then."""
    offers: tuple[tuple[str, str], ...] = ()
    """What a cell offers beside what people type: the words shown, the value behind them."""


def words_in(label: str) -> tuple[tuple[str, str], ...]:
    """What a label says of each code: ``cấp ủy`` and ``party`` of ``party (cấp ủy)``."""
    return tuple((words, code) for code, words in _CODED.findall(label))


def offering(vi: str, en: str, example: object = None) -> About:
    """What is told of a field that takes free text, and offers what its label says of codes."""
    return About(vi, en, example, offers=words_in(vi))


class _Assumed(str):
    """A choice that counts where none is told."""

    __slots__ = ()


def assumed(choice: Choice) -> Choice:
    """The default ``choice`` of a field: equal to the same choice told, and yet not told."""
    return cast("Choice", _Assumed(choice))


def is_assumed(choice: object) -> bool:
    """Whether nobody told the ``choice``."""
    return isinstance(choice, _Assumed)


Line = Annotated[str, Meta(max_length=500)]
"""One clean line; a number becomes text."""
Text = Annotated[str, Meta(max_length=20_000)]
"""Text of one or more paragraphs, each a clean line; a list of lines is read as paragraphs."""
Day: TypeAlias = date | None
"""``5/9/2026`` or ``2026-09-05``; an empty one stays unknown."""
Whole: TypeAlias = int
"""``21500000``, ``21.500.000`` or ``3,5 triệu``; ``500.000`` is never 500."""
Period: TypeAlias = Annotated[Line, Meta(pattern=PERIOD)]
"""``2026-H1`` (six months) or ``2026``: the periods of reports and ratings (II.1.3, III.2)."""
ABOUT_PERIOD = About(
    "Kỳ: 2026-H1 (06 tháng đầu năm) hoặc 2026 (cả năm)",
    "Period: 2026-H1 (first half of the year) or 2026 (the whole year)",
    "2026-H1",
)
