"""The rules made of the rows of their data files: bounded, inherited, shared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from docgen.errors import NO_WORDS
from docgen.lint.book import REGIMES, book
from docgen.lint.rulebook.checks import TESTS
from docgen.lint.rulebook.model import Check, Fix, Rule
from docgen.lint.schema.regimes import Severity

if TYPE_CHECKING:
    from docgen.lint.book import Book
    from docgen.lint.schema.regimes import CheckRow, Names, RuleRow, SharedRow, Value

Told = dict[str, Any]
"""What a row tells, by key."""

_MARKED: Final = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_LOWER: Final = f"[a-z{_MARKED}]"
_UPPER: Final = f"[A-Z{_MARKED.upper()}]"
PATTERNS: Final = ("matches", "lacks")
"""Tests whose value is a pattern."""


def rules() -> list[Rule]:
    """Every rule of every regime, in the order of the files."""
    return [rule for regime in REGIMES for rule in rules_of(regime)]


def rules_of(regime: str) -> tuple[Rule, ...]:
    """The rules of one regime: ``nd30``, ``hd36`` or ``hd05``."""
    return _rules(book(), regime)


@lru_cache(maxsize=2 * len(REGIMES))
def _rules(data: Book, regime: str) -> tuple[Rule, ...]:
    own = (_inherited(row, data) for row in data.of(regime).rules)
    shared = (_shared(row, regime, data) for row in data.shared.rules if regime in row.regimes)
    return tuple(_rule(told, regime, data) for part in (own, shared) for told in part)


def _told(row: RuleRow) -> Told:
    return {key: value for key, value in row.by_name().items() if value is not None}


def _inherited(row: RuleRow, data: Book) -> Told:
    """A row that is as another regime's row of the same id, but for what it says itself."""
    if row.like is None:
        return _told(row)
    above = next(one for one in data.of(row.like).rules if one.id == row.id)
    checks = (*(one for one in above.checks if one.called not in row.drop), *row.checks)
    return {**_told(above), **_told(row), "checks": checks}


def _shared(row: SharedRow, regime: str, data: Book) -> Told:
    """A row of all regimes as one of them: what only the decree says is applied to the Party."""
    told = _told(row)
    if regime == "nd30":
        return told
    if row.party_clause is not None:
        return {**told, "clause": row.party_clause}
    return {"source": data.shared.applied, **told}


def _rule(told: Told, regime: str, data: Book) -> Rule:
    file = data.of(regime)
    checks: tuple[CheckRow, ...] = told["checks"]
    optional = ("kinds", "not_kinds", "places")
    return Rule(
        id=told["id"],
        regime=regime,
        source=told.get("source", file.source),
        clause=told["clause"],
        severity=_bounded(told["severity"], file.most),
        sure=file.sure or told["sure"],
        title=told["title"].words,
        remedy=told["remedy"].words,
        checks=tuple(_check(one, file.most) for one in checks),
        start=told.get("start", file.start),
        end=told.get("end", file.end),
        **{name: told[name] for name in optional if name in told},
    )


def _bounded(told: Severity, most: Severity) -> Severity:
    return most if told is Severity.ERROR else told


def _check(row: CheckRow, most: Severity) -> Check:
    (test,) = tests_of(row)
    want = getattr(row, test)
    return Check(
        name=row.called,
        of=listed(row.of),
        take=row.take,
        test=test,
        want=spelt(want) if test in PATTERNS else want,
        where=row.where,
        to=listed(row.to),
        kinds=listed(row.kinds),
        not_kinds=listed(row.not_kinds),
        places=row.places,
        beside=listed(row.beside),
        unless=row.unless,
        should=row.should.words if row.should else NO_WORDS,
        severity=_bounded(row.severity, most) if row.severity else None,
        fix=_fix(row.fix),
    )


def tests_of(row: CheckRow) -> list[str]:
    """The tests that a row puts; there should be one."""
    return [name for name in TESTS if getattr(row, name) is not None]


def listed(told: Names) -> tuple[str, ...]:
    """One name or several, as several."""
    return (told,) if isinstance(told, str) else told


def spelt(pattern: str) -> str:
    """A pattern with ``<l>`` and ``<u>`` for lower-case letters and capitals of Vietnamese."""
    return pattern.replace("<l>", _LOWER).replace("<u>", _UPPER)


def _fix(told: Value | None) -> Fix | None:
    if told is None or told is False:
        return None
    if told is True:
        return Fix()
    return Fix(replace=told) if isinstance(told, str) else Fix(value=told)
