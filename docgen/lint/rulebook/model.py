"""Rules, checks, and what comes of holding a paper against them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from docgen.errors import NO_WORDS, Words
from docgen.lint.schema.regimes import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.law.schema.legal import Act
    from docgen.lint.roles.model import Part, Sheet
    from docgen.lint.schema.regimes import Grounds


class Verdict(StrEnum):
    """Kết luận về một quy tắc: unknown is never a failure."""

    MEETS = "meets"
    FAILS = "fails"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Fix:
    """Cách sửa: the value to set, or the text to put in place of what was found."""

    value: Any = None
    replace: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a rule asks: which parts, what is read off them, the test and its value.

    ``where``: ``each`` part, the ``first``, the ``last``, the ``others`` (all but the last), the
    ``rest`` (all but the first). ``beside`` names roles that must be there; ``unless`` a role and
    a pattern: where a line of the role is of that form, the check does not apply.
    """

    name: str
    of: tuple[str, ...]
    take: str
    test: str
    want: Any
    where: str = "each"
    to: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    not_kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    should: Words = NO_WORDS
    severity: Severity | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Một quy tắc thể thức: a row of the data."""

    id: str
    regime: str
    source: str
    clause: str
    severity: Severity
    sure: Grounds
    title: Words
    remedy: Words
    checks: tuple[Check, ...]
    start: date
    end: date | None = None
    kinds: tuple[str, ...] = ()
    not_kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ("main", "attached")

    @property
    def cited(self) -> str:
        """The act and the clause, as a finding names them."""
        return ", ".join(one for one in (self.source, self.clause) if one)

    def in_force(self, day: date) -> bool:
        """Whether the rule holds for a paper of ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)


class Reading(NamedTuple):
    """What was read off one place of a paper.

    ``span`` cuts the text of the part's paragraph. A ``doubtful`` reading convinces nobody: a
    failed test of it is for a person to see.
    """

    value: Any
    part: Part | None = None
    span: tuple[int, int] | None = None
    doubtful: bool = False
    section: int | None = None


class Mark:
    """A value that is none."""


MIXED: Final = Mark()
"""The letters of a part do not agree."""
UNKNOWN: Final = Mark()
"""The file does not tell."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one check at one place."""

    rule: Rule
    check: Check
    verdict: Verdict
    severity: Severity
    reading: Reading | None = None
    found: str = ""  # the text that is wrong, where the check is about text

    @property
    def part(self) -> Part | None:
        """The part it is about."""
        return self.reading.part if self.reading else None

    @property
    def is_advice(self) -> bool:
        """Whether the rule it is about only advises."""
        return self.severity is Severity.ADVICE


@dataclass(frozen=True, slots=True)
class Case:
    """Against what a sheet is judged: the day, the acts that can be cited, the file's sheets."""

    day: date | None
    acts: Sequence[Act] = ()
    sheets: Sequence[Sheet] = field(default_factory=tuple)
