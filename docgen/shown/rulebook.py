"""The rules of form told: all of them, or one with its clause and remedy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from docgen.errors import Words
from docgen.lint.book import REGIMES, book
from docgen.lint.rulebook.table import rules_of
from docgen.shown.linting import SEVERITY
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.lint.rulebook.model import Rule

_NOT_DECIDED: Final = Words(
    "Không kết luận được chỉ từ tệp Word:", "A Word file alone does not decide:"
)


def rules(lang: str) -> Iterator[str]:
    """Every rule with its clause, then what a Word file alone does not decide."""
    for regime in REGIMES:
        known = rules_of(regime)
        yield f"{known[0].source} [{regime}]"
        for one in known:
            severity = SEVERITY[one.severity].in_language(lang)
            yield f"  {one.id}  {severity}: {one.title.in_language(lang)} ({one.clause})"
    yield _NOT_DECIDED.in_language(lang)
    for row in book().undecided.rules:
        yield f"  {row.id}  {row.why.words.in_language(lang)} ({row.clause})"


def rules_json(lang: str) -> str:
    """The rules as JSON."""
    told = {
        "rules": [_rule_json(one, lang) for regime in REGIMES for one in rules_of(regime)],
        "undecided": [
            {"id": row.id, "clause": row.clause, "why": row.why.words.in_language(lang)}
            for row in book().undecided.rules
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _rule_json(rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "regime": rule.regime,
        "clause": rule.cited,
        "from": rule.start.isoformat(),
        "until": rule.end.isoformat() if rule.end else None,
        "severity": rule.severity.value,
        "sure": rule.sure.value,
        "message": rule.title.in_language(lang),
        "remedy": rule.remedy.in_language(lang),
        "checks": [
            {"name": one.name, "fixed": one.fix is not None, "on": list(one.of)}
            for one in rule.checks
        ],
    }


_EXPLAINED: Final = (
    Words("Điều khoản: {clause}", "Clause: {clause}"),
    Words("Mức độ: {severity}; hiệu lực từ {start}{end}", "Weight: {severity}; from {start}{end}"),
    Words("Cách sửa: {remedy}", "Remedy: {remedy}"),
    Words("Tự sửa được (--fix): {fixed}", "Mended by --fix: {fixed}"),
)
_UNTIL: Final = Words(" đến hết {day}", " until {day}")
_NONE: Final = Words("không", "no")
_UNDECIDED: Final = Words(
    "Không đủ dữ liệu để kết luận từ một tệp Word: {why}.",
    "A Word file alone does not decide it: {why}.",
)


def explained(rule_id: str, lang: str) -> list[str]:
    """What the rules named ``rule_id`` say, regime by regime; nothing when there are none."""
    told: list[str] = []
    for regime in REGIMES:
        for rule in rules_of(regime):
            if rule.id.casefold() == rule_id.casefold():
                told += _explained(rule, lang)
    for row in book().undecided.rules:
        if row.id.casefold() == rule_id.casefold():
            told += [f"{row.id} ({row.clause})"]
            told += [
                f"  {_UNDECIDED.in_language(lang).format(why=row.why.words.in_language(lang))}"
            ]
    return told


def _explained(rule: Rule, lang: str) -> list[str]:
    fixed = ", ".join(check.name for check in rule.checks if check.fix is not None)
    end = _UNTIL.in_language(lang).format(day=slashed(rule.end)) if rule.end else ""
    values = {
        "clause": rule.cited,
        "severity": SEVERITY[rule.severity].in_language(lang),
        "start": slashed(rule.start),
        "end": end,
        "remedy": rule.remedy.in_language(lang),
        "fixed": fixed or _NONE.in_language(lang),
    }
    head = f"{rule.id} [{rule.regime}] {rule.title.in_language(lang)}"
    return [head, *(f"  {line.in_language(lang).format(**values)}" for line in _EXPLAINED)]
