"""The files of rules: a rule a row, by regime or shared by several; what is not decided."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from docgen.tables.rows import NOT_EMPTY, Phrase, Row, Text

Regime: TypeAlias = Literal["nd30", "hd36", "hd05"]
Value: TypeAlias = bool | int | float | str
"""What is read off a paper: whether, how much, which."""
Choice: TypeAlias = Value | tuple[Value, ...]
"""One of several values, or of several that go together."""
Number: TypeAlias = int | float
Names: TypeAlias = str | tuple[str, ...]
"""One name, or a list of them; an empty one stands for what has no name."""
Place: TypeAlias = Literal["main", "attached", "annex"]


class Severity(StrEnum):
    """Mức độ: lỗi (exact in law), cảnh báo (a range, an order, a guessed part), gợi ý (habit)."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Grounds(StrEnum):
    """How well the rule itself is known.

    ``READ``: the clause was read, the file decides. ``ROLE``: likewise, once the parts of the paper
    are known. ``UNSURE``: the clause can be read otherwise. ``SECONDARY``: only works about the
    rule were read.
    """

    READ = "read"
    ROLE = "role"
    UNSURE = "unsure"
    SECONDARY = "secondary"


class CheckRow(Row, kw_only=True):
    """One thing that a rule asks: which parts, what is read off them, one test and its value."""

    name: str = ""
    of: Names = ()
    take: Text
    where: Literal["each", "first", "last", "others", "rest"] = "each"
    to: Names = ()
    kinds: Names = ()
    not_kinds: Names = ()
    places: tuple[Place, ...] = ()
    beside: Names = ()
    unless: tuple[Text, ...] = ()
    should: Phrase | None = None
    severity: Severity | None = None
    fix: Value | None = None

    equals: Value | None = None
    range: tuple[Number | None, Number | None] | None = None
    share: tuple[Number, Number] | None = None
    one_of: tuple[Choice, ...] | None = None
    none_of: tuple[Choice, ...] | None = None
    matches: Text | None = None
    lacks: Text | None = None
    ends: Text | None = None
    present: bool | None = None
    same: bool | None = None

    @property
    def called(self) -> str:
        """Its name in the rule: its own, or that of what is read."""
        return self.name or self.take


class RuleRow(Row, rename={"start": "from", "end": "until"}, kw_only=True):
    """Một quy tắc thể thức; ``like`` another regime's row, only what differs is told."""

    id: Text
    clause: Text | None = None
    severity: Severity | None = None
    sure: Grounds | None = None
    title: Phrase | None = None
    remedy: Phrase | None = None
    checks: tuple[CheckRow, ...] = ()
    kinds: tuple[str, ...] | None = None
    not_kinds: tuple[str, ...] | None = None
    places: tuple[Place, ...] | None = None
    source: str | None = None
    like: Regime | None = None
    drop: tuple[Text, ...] = ()
    start: date | None = None
    end: date | None = None


class RuleTable(Row, rename={"start": "from", "end": "until"}, kw_only=True):
    """The rules of one regime; ``most`` and ``sure`` bound what its rows say of themselves."""

    regime: Regime
    source: Text
    start: date
    end: date | None = None
    most: Severity = Severity.ERROR
    sure: Grounds | None = None
    rules: Annotated[tuple[RuleRow, ...], NOT_EMPTY]


class SharedRow(RuleRow, rename={"start": "from", "end": "until"}, kw_only=True):
    """A rule of several regimes, with its clause in the rules of the Party where it has one."""

    regimes: Annotated[tuple[Regime, ...], NOT_EMPTY]
    party_clause: str | None = None


class SharedTable(Row, kw_only=True):
    """``shared.yaml``; ``applied`` is cited where the Party has no clause of its own."""

    applied: Text
    rules: Annotated[tuple[SharedRow, ...], NOT_EMPTY]


class UndecidedRow(Row, kw_only=True):
    """A rule of the law that a Word file alone does not decide."""

    id: Text
    regimes: Annotated[tuple[Regime, ...], NOT_EMPTY]
    clause: Text
    why: Phrase


class UndecidedTable(Row, kw_only=True):
    """``undecided.yaml``."""

    rules: tuple[UndecidedRow, ...]
