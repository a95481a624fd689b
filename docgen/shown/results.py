"""What commands tell programs (--json): findings, what was made, what was written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docgen.errors import NO_WORDS
from docgen.shown import places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docgen.checks.blanks import Blanked, Progress
    from docgen.errors import Problem, Words
    from docgen.workflows.desk import Package, Rehearsed
    from docgen.workflows.registering import Registered


def as_json(
    problems: Iterable[Problem],
    found: Iterable[Blanked],
    lang: str,
    content: Words = NO_WORDS,
    known: Progress | None = None,
) -> str:
    """The findings: ``problems``, ``blanks``, and what fills the papers (``content``).

    ``progress`` tells how many of the fields that papers need are known.
    """
    return _text(
        {
            "progress": known._asdict() if known else None,
            "content": content.in_language(lang),
            "problems": [problem(remark, lang) for remark in problems],
            "blanks": [_blank(blank, lang) for blank in found],
        }
    )


def package(made: Package, folder: Path, lang: str) -> str:
    """What was made: ``folder``, ``files``, what the dossier lacks, problems, blanks, remarks."""
    return _text(
        {
            "folder": str(folder),
            "papers": made.papers,
            "files": list(made.files),
            "has_dossier": made.has_dossier,
            "missing": list(made.missing),
            "notes": list(made.notes),
            "content": made.findings.content.in_language(lang),
            "problems": [problem(remark, lang) for remark in made.findings.problems],
            "blanks": [_blank(blank, lang) for blank in made.findings.blanks],
            "remarks": [problem(remark, lang) for remark in made.remarks],
        }
    )


def rehearsal(found: Rehearsed, lang: str) -> str:
    """What would be written where, and the papers that would be made again."""
    return _text(
        {
            "record": str(found.record),
            "what": found.what.in_language(lang),
            "papers": list(found.papers),
            "number": found.symbol,
        }
    )


def registered(made: Registered, file: Path, lang: str) -> str:
    """The register that was written, and what is odd about it."""
    remarks = [problem(remark, lang) for remark in made.remarks]
    return _text({"file": str(file), "papers": made.count, "remarks": remarks})


def written(files: Iterable[Path]) -> str:
    """The files that were written."""
    return _text({"files": [str(file) for file in files]})


def form(text: str) -> str:
    """A blank form that is kept in no file."""
    return _text({"form": text})


def problem(remark: Problem, lang: str) -> dict[str, Any]:
    """A problem with its place, its code, what to do."""
    from docgen.shown.codes import code_of  # noqa: PLC0415 - reads a catalogue: for problems only

    return {
        **places.as_json(remark.place),
        "field": remark.place.field,
        "code": code_of(remark),
        "severity": remark.severity.value,
        "message": remark.what.in_language(lang),
        "hint": remark.hint.in_language(lang),
    }


def _blank(blank: Blanked, lang: str) -> dict[str, Any]:
    return {
        "field": blank.field,
        "label": blank.label.in_language(lang),
        "kind": blank.kind.value,
        **places.as_json(blank.place),
    }


def _text(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2)
