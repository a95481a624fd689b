"""What a batch shows: a line for each record as it ends, and what came of all."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Final

from docgen.batches.deeds import State
from docgen.errors import Words
from docgen.shown import results

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docgen.batches.facts import Facts
    from docgen.batches.summing import Sums
    from docgen.batches.task import Outcome

STATES: Final = {
    State.DONE: Words("xong", "done"),
    State.UNCHANGED: Words("không đổi, giữ kết quả cũ", "unchanged, the former result stays"),
    State.PROBLEMS: Words("có lỗi phải sửa", "has problems"),
    State.PROTECTED: Words("dừng để giữ tệp sửa tay", "stopped to keep a file changed by hand"),
    State.FAILED: Words("máy không làm được", "failed"),
}
"""How it ended, in words."""
_ALL: Final = Words("{count} bản khai: {parts}.", "{count} records: {parts}.")
_RATE: Final = Words("{count} bản khai/phút", "{count} records/min")
_WOULD: Final = {
    State.DONE: Words("sẽ làm", "would be done"),
    State.UNCHANGED: STATES[State.UNCHANGED],
}


def line(outcome: Outcome, lang: str) -> str:
    """``xa-minh-thinh/to-tuan-tra: xong``, and in brackets what a deed that looks found."""
    found = "; ".join(one.in_language(lang) for one in outcome.found)
    told = f" ({found})" if found else ""
    return f"{outcome.place}: {STATES[outcome.state].in_language(lang)}{told}"


def would(outcome: Outcome, lang: str) -> str:
    """The same of a run that is only rehearsed."""
    return f"{outcome.place}: {_WOULD[outcome.state].in_language(lang)}"


def json_line(outcome: Outcome, lang: str) -> str:
    """One line of JSON: ``place``, ``state``, ``found``, and ``problems`` as everywhere."""
    told = {
        "place": outcome.place,
        "state": outcome.state.value,
        "found": [one.in_language(lang) for one in outcome.found],
        "problems": [results.problem(one, lang) for one in outcome.problems],
    }
    return json.dumps(told, ensure_ascii=False)


def summary_as_json(sums: Sums, file: Path, lang: str) -> str:
    """``file``, ``models`` and ``reports``; a model whose record cannot be read has no facts."""
    models = [
        {
            "place": one.place,
            "state": one.state.value,
            "facts": one.facts and _plain(one.facts),
            "problems": [results.problem(problem, lang) for problem in one.problems],
        }
        for one in sums.models
    ]
    reports = [json.loads(json_line(one, lang)) for one in sums.reports]
    told = {"file": str(file), "models": models, "reports": reports}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _plain(facts: Facts) -> dict[str, Any]:
    """``facts`` as JSON has them, without the numbers: those stand in the workbook."""
    overdue = [
        {"id": one.id, "part": one.part, "day": one.day.isoformat()} for one in facts.overdue
    ]
    told = asdict(replace(facts, overdue=(), numbers=()))
    lacks = None if facts.dossier is None else [one.text for one in facts.dossier.lacks]
    return {**told, "numbers": len(facts.numbers), "overdue": overdue, "lacks": lacks}


def rate(seconds: float, lang: str) -> str | None:
    """``95 bản khai/phút``: how fast it goes, where a record takes so many seconds."""
    return _RATE.in_language(lang).format(count=round(60 / seconds)) if seconds else None


def tally(counts: Mapping[State, int], lang: str) -> str:
    """``12 bản khai: 10 xong, 2 có lỗi phải sửa.``."""
    parts = [f"{counts[one]} {STATES[one].in_language(lang)}" for one in State if counts.get(one)]
    told = ", ".join(parts) or "0"
    return _ALL.in_language(lang).format(count=sum(counts.values()), parts=told)
