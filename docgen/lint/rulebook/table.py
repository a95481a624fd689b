"""The rules read from their data files, every row checked strictly."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from docgen.errors import NO_WORDS, Words
from docgen.lint.data import read
from docgen.lint.rulebook.checks import TESTS
from docgen.lint.rulebook.model import Check, Fix, Grounds, Rule, Severity
from docgen.lint.rulebook.readings.registry import TAKES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = dict[str, Any]

REGIMES: Final = ("nd30", "hd36", "hd05")
_RULE_KEYS: Final = frozenset(
    {
        *("id", "clause", "severity", "sure", "title", "remedy", "checks", "kinds", "not_kinds"),
        *("places", "from", "until", "like", "drop", "source"),
    }
)
_CHECK_KEYS: Final = frozenset(
    {
        *("name", "of", "take", "where", "to", "kinds", "not_kinds", "places", "beside", "unless"),
        *("should", "severity", "fix"),
    }
)
_LISTS: Final = ("kinds", "not_kinds", "places")
_MARKED: Final = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_LOWER: Final = f"[a-z{_MARKED}]"
_UPPER: Final = f"[A-Z{_MARKED.upper()}]"
_TEXT_TESTS: Final = frozenset({"matches", "lacks"})


class RowError(ValueError):
    """A row of the rules is not as rows are."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of every regime, in the order of the files."""
    return tuple(rule for regime in REGIMES for rule in _regime(regime))


@cache
def rules_of(regime: str) -> tuple[Rule, ...]:
    """The rules of one regime: ``nd30``, ``hd36`` or ``hd05``."""
    return tuple(rule for rule in rules() if rule.regime == regime)


@cache
def undecided() -> tuple[Row, ...]:
    """Rules of the law that a Word file alone does not decide: id, clause, reason."""
    return tuple(read("undecided")["rules"])


def _regime(regime: str) -> Iterator[Rule]:
    file = read(regime)
    shared = read("shared")["rules"]
    rows = [*file["rules"], *(_shared(row, regime) for row in shared if regime in row["regimes"])]
    seen: set[str] = set()
    for row in rows:
        rule = _rule(row, regime, file)
        if rule.id in seen:
            raise RowError(f"{regime}: {rule.id} stands twice")
        seen.add(rule.id)
        yield rule


def _shared(row: Row, regime: str) -> Row:
    """A row of all regimes as one of them: what only the decree says is applied to the Party."""
    told = {key: value for key, value in row.items() if key not in {"regimes", "party_clause"}}
    if regime == "nd30":
        return told
    if "party_clause" in row:
        return {**told, "clause": row["party_clause"]}
    return {"source": read("shared")["applied"], **told}


def _rule(row: Row, regime: str, file: Row) -> Rule:
    if "like" in row:
        row = _inherited(row)
    _known(row, _RULE_KEYS, row.get("id", "?"))
    most = Severity(file.get("most", Severity.ERROR))
    told = {
        **row,
        "from": row.get("from", file["from"]),
        "until": row.get("until", file.get("until")),
    }
    return Rule(
        id=row["id"],
        regime=regime,
        source=str(row.get("source", file["source"])),
        clause=row["clause"],
        severity=_severity(row["severity"], most),
        sure=Grounds(str(file.get("sure", row["sure"]))),
        title=_words(row["title"]),
        remedy=_words(row["remedy"]),
        checks=_checks(row, most),
        start=told["from"],
        end=told["until"],
        **{name: tuple(row[name]) for name in _LISTS if name in row},
    )


def _inherited(row: Row) -> Row:
    """A row that is as another regime's row of the same id, but for what it says itself."""
    above = next((one for one in read(row["like"])["rules"] if one["id"] == row["id"]), None)
    if above is None:
        raise RowError(f"{row['id']}: no such row in {row['like']}")
    dropped = set(row.get("drop", ()))
    checks = [one for one in above["checks"] if _name(one) not in dropped]
    own = {key: value for key, value in row.items() if key not in {"like", "drop"}}
    return {**above, **own, "checks": [*checks, *row.get("checks", ())]}


def _severity(told: str, most: Severity) -> Severity:
    severity = Severity(told)
    return most if severity is Severity.ERROR else severity


def _checks(row: Row, most: Severity) -> tuple[Check, ...]:
    checks = tuple(_check(one, row["id"], most) for one in row["checks"])
    names = [check.name for check in checks]
    if not checks or len(set(names)) < len(names):
        raise RowError(f"{row['id']}: checks need names of their own, and there must be one")
    return checks


def _name(row: Row) -> str:
    return str(row.get("name", row["take"]))


def _check(row: Row, rule_id: str, most: Severity) -> Check:
    tests = row.keys() & TESTS.keys()
    if len(tests) != 1:
        raise RowError(f"{rule_id}: one test a check, not {sorted(tests)}")
    test = tests.pop()
    _known(row, _CHECK_KEYS | {test}, rule_id)
    if row["take"] not in TAKES:
        raise RowError(f"{rule_id}: nothing is read as {row['take']}")
    want = _spelt(row[test]) if test in _TEXT_TESTS else row[test]
    should = _words(row["should"]) if "should" in row else NO_WORDS
    return Check(
        name=_name(row),
        of=_tuple(row.get("of", ())),
        take=row["take"],
        test=test,
        want=tuple(want) if isinstance(want, list) else want,
        where=row.get("where", "each"),
        to=_tuple(row.get("to", ())),
        kinds=_tuple(row.get("kinds", ())),
        not_kinds=_tuple(row.get("not_kinds", ())),
        places=_tuple(row.get("places", ())),
        beside=_tuple(row.get("beside", ())),
        unless=_tuple(row.get("unless", ())),
        should=should,
        severity=_severity(row["severity"], most) if "severity" in row else None,
        fix=_fix(row.get("fix")),
    )


def _spelt(pattern: str) -> str:
    """A pattern with ``<l>`` and ``<u>`` for lower-case letters and capitals of Vietnamese."""
    spelt = pattern.replace("<l>", _LOWER).replace("<u>", _UPPER)
    try:
        re.compile(spelt)
    except re.error as fault:
        raise RowError(f"{pattern}: {fault}") from None
    return spelt


def _fix(told: object) -> Fix | None:
    if told is None or told is False:
        return None
    if told is True:
        return Fix()
    if isinstance(told, str):
        return Fix(replace=told)
    return Fix(value=told)


def _tuple(told: object) -> tuple[str, ...]:
    return (told,) if isinstance(told, str) else tuple(told)  # type: ignore[arg-type]


def _words(row: Mapping[str, str]) -> Words:
    if set(row) != {"vi", "en"}:
        raise RowError(f"words in both languages, not {dict(row)}")
    return Words(**row)


def _known(row: Row, keys: frozenset[str], rule_id: str) -> None:
    if unknown := row.keys() - keys:
        raise RowError(f"{rule_id}: unknown keys {sorted(unknown)}")
    for key in ("from", "until"):
        if key in row and not isinstance(row[key], date):
            raise RowError(f"{rule_id}: {key} is a day")
