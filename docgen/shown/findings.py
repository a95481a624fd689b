"""Findings about papers as JSON, and as SARIF 2.1.0 for programs that collect them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from docgen import __version__
from docgen.lint import wording
from docgen.lint.rulebook.model import Verdict
from docgen.lint.schema.regimes import Severity

if TYPE_CHECKING:
    from docgen.lint.holding import Held, Judged
    from docgen.lint.rulebook.model import Outcome, Rule
    from docgen.workflows.linting import Linted


def as_json(result: Linted, lang: str) -> str:
    """The same as JSON: ``files``, each with its ``papers``, each with findings and verdicts."""
    told = {
        "files": [_file_json(held, lang) for held in result.held],
        "problems": [
            {"file": one.place.file, "message": one.what.in_language(lang)}
            for one in result.problems
        ],
        "written": [str(file) for file in result.written],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _file_json(held: Held, lang: str) -> dict[str, Any]:
    return {
        "file": held.file.name,
        "pending_changes": held.file.tracked,
        "papers": [_paper_json(paper, lang) for paper in held.papers],
    }


def _paper_json(paper: Judged, lang: str) -> dict[str, Any]:
    shown = (Verdict.FAILS, Verdict.PERSON, Verdict.UNKNOWN)
    return {
        "place": paper.sheet.place,
        "kind": paper.sheet.paper or None,
        "regime": paper.regime or None,
        "day": paper.day.isoformat(),
        "own_day": paper.own_day,
        "verdicts": {one.value: paper.count()[one] for one in Verdict},
        "findings": [_outcome_json(one, lang) for one in paper.findings],
        "open": [
            _outcome_json(one, lang)
            for one in paper.outcomes
            if one.verdict in shown and one.verdict is not Verdict.FAILS
        ],
    }


def _outcome_json(one: Outcome, lang: str) -> dict[str, Any]:
    paragraph = one.part.line.paragraph if one.part else None
    return {
        "rule": one.rule.id,
        "check": one.check.name,
        "verdict": one.verdict.value,
        "severity": one.severity.value,
        "clause": one.rule.cited,
        "role": one.part.role if one.part else None,
        "paragraph": paragraph.number if paragraph else None,
        "cell": [paragraph.spot.table, paragraph.spot.row, paragraph.spot.cell]
        if paragraph and paragraph.spot
        else None,
        "place": wording.place(one).in_language(lang),
        "text": one.part.line.said[:120] if one.part else "",
        "is": wording.found(one).in_language(lang),
        "should_be": wording.wanted(one).in_language(lang),
        "message": one.rule.title.in_language(lang),
        "remedy": one.rule.remedy.in_language(lang),
    }


_LEVEL: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
}


def as_sarif(result: Linted, lang: str) -> str:
    """The findings as SARIF 2.1.0: a paragraph is a logical location of its file."""
    findings = [(held, one) for held in result.held for one in held.findings]
    rules = {f"{one.rule.regime}/{one.rule.id}": one.rule for _, one in findings}
    driver = {
        "name": "docgen lint",
        "version": __version__,
        "rules": [_rule_sarif(key, rule, lang) for key, rule in rules.items()],
    }
    told = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "results": [_result_sarif(held, one, list(rules), lang) for held, one in findings],
            }
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _rule_sarif(key: str, rule: Rule, lang: str) -> dict[str, Any]:
    return {
        "id": key,
        "shortDescription": {"text": rule.title.in_language(lang)},
        "help": {"text": rule.remedy.in_language(lang)},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"clause": rule.cited},
    }


def _result_sarif(held: Held, one: Outcome, keys: list[str], lang: str) -> dict[str, Any]:
    key = f"{one.rule.regime}/{one.rule.id}"
    found, wanted = wording.found(one), wording.wanted(one)
    message = f"{found.in_language(lang)} → {wanted.in_language(lang)} ({one.rule.cited})"
    place = wording.place(one).in_language(lang)
    return {
        "ruleId": key,
        "ruleIndex": keys.index(key),
        "level": _LEVEL[one.severity],
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": held.file.name.replace("\\", "/")}
                },
                "logicalLocations": [{"fullyQualifiedName": place, "kind": "element"}],
            }
        ],
    }
