"""A paper held against rules: for every check at every place, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docgen.lint.roles.model import Sure
from docgen.lint.rulebook.checks import TESTS, anywhere, pattern
from docgen.lint.rulebook.model import (
    MIXED,
    UNKNOWN,
    Check,
    Outcome,
    Reading,
    Rule,
    Verdict,
)
from docgen.lint.rulebook.readings.registry import OF_LINES, OF_SHEETS
from docgen.lint.schema.regimes import Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from docgen.lint.roles.model import Part, Sheet
    from docgen.lint.rulebook.model import Case

_ANYWHERE: Final = "any"
"""``of: any``: every line of the paper, whatever it is."""


def judge(sheet: Sheet, rules: Iterable[Rule], case: Case) -> Iterator[Outcome]:
    """What came of each check of ``rules`` on ``sheet``; the rules are those of its regime."""
    for rule in rules:
        if not _concerns(rule, sheet):
            continue
        for check in rule.checks:
            yield from _outcomes(rule, check, sheet, case)


def _concerns(rule: Rule, sheet: Sheet) -> bool:
    return sheet.place in rule.places and _of_kind(rule.kinds, rule.not_kinds, sheet)


def _of_kind(kinds: tuple[str, ...], not_kinds: tuple[str, ...], sheet: Sheet) -> bool:
    return (not kinds or sheet.paper in kinds) and sheet.paper not in not_kinds


def _outcomes(rule: Rule, check: Check, sheet: Sheet, case: Case) -> Iterator[Outcome]:
    """What came of one check: each place that does not meet it, one outcome for all that do."""
    severity = check.severity or rule.severity
    applies = _applies(check, sheet)
    if applies and _nowhere(check, sheet):
        yield Outcome(rule, check, Verdict.MEETS, severity)
        return
    met = told = False
    for reading in _readings(check, sheet, case) if applies else ():
        told = True
        if _meets(check, reading):
            met = True
        else:
            yield from _judged(rule, check, reading)
    if met:
        yield Outcome(rule, check, Verdict.MEETS, severity)
    elif not told:
        yield Outcome(rule, check, Verdict.NOT_APPLICABLE, severity)


def _applies(check: Check, sheet: Sheet) -> bool:
    if check.places and sheet.place not in check.places:
        return False
    if not all(sheet.of(role) for role in check.beside):
        return False
    if check.unless:
        role, form = check.unless
        if any(pattern(form).search(part.line.said) for part in sheet.of(role)):
            return False
    return _of_kind(check.kinds, check.not_kinds, sheet)


def _nowhere(check: Check, sheet: Sheet) -> bool:
    """Whether no line has what it should lack: one search in the text of them all."""
    if check.test != "lacks" or check.take != "words":
        return False
    text = "\n".join(part.line.raw for part in _parts(check, sheet))
    return bool(text) and anywhere(check.want).search(text) is None


def _readings(check: Check, sheet: Sheet, case: Case) -> Iterator[Reading]:
    if check.take in OF_SHEETS:
        yield from OF_SHEETS[check.take](sheet, case, check)
        return
    for part in _parts(check, sheet):
        value = OF_LINES[check.take](part, sheet, check)
        if isinstance(value, Reading):
            yield value
        elif hasattr(value, "__next__"):
            yield from value
        elif value is not None:
            yield Reading(value, part)


def _parts(check: Check, sheet: Sheet) -> list[Part]:
    if check.of == (_ANYWHERE,):
        return sheet.told
    if check.where == "each":
        return sheet.of(*check.of)
    cut = {"first": slice(0, 1), "last": slice(-1, None), "others": slice(0, -1)}
    return sheet.of(*check.of)[cut.get(check.where, slice(1, None))]


def _meets(check: Check, reading: Reading) -> bool:
    if reading.value is UNKNOWN or reading.value is MIXED:
        return False
    return TESTS[check.test](reading.value, check.want)


def _judged(rule: Rule, check: Check, reading: Reading) -> Iterator[Outcome]:
    """What a reading that does not meet the check comes to."""
    severity = check.severity or rule.severity
    if reading.value is UNKNOWN:
        yield Outcome(rule, check, Verdict.UNKNOWN, severity, reading)
    elif reading.value is MIXED:
        yield Outcome(rule, check, Verdict.PERSON, severity, reading)
    elif check.test == "lacks" and reading.span is not None:
        yield from _lacking(rule, check, reading, reading.span[0])
    else:
        yield _failed(rule, check, reading)


def _lacking(rule: Rule, check: Check, reading: Reading, start: int) -> Iterator[Outcome]:
    """One outcome for each place of the text that has what it should not have."""
    for hit in pattern(check.want).finditer(reading.value):
        span = (start + hit.start(), start + hit.end())
        yield _failed(rule, check, Reading(hit[0], reading.part, span), hit)


def _failed(
    rule: Rule, check: Check, reading: Reading, hit: re.Match[str] | None = None
) -> Outcome:  # fmt: skip
    """A test that failed: a finding, unless the reading or the part is too unsure for one."""
    severity = check.severity or rule.severity
    sure = reading.part.sure if reading.part else Sure.CERTAIN
    verdict = Verdict.FAILS
    if reading.doubtful or sure is Sure.GUESSED:
        verdict = Verdict.PERSON
    elif sure is Sure.LIKELY and severity is Severity.ERROR:
        severity = Severity.WARNING
    return Outcome(rule, check, verdict, severity, reading, _found(reading.value, hit))


def _found(value: Any, hit: re.Match[str] | None) -> str:  # noqa: ANN401
    return hit[0] if hit else value if isinstance(value, str) else ""
