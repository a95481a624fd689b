"""What a batch shows: a line for each record as it ends, and what came of all."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from docgen.batches.deeds import State
from docgen.errors import Words
from docgen.shown import results

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from docgen.batches.facts import Summed
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
_WOULD: Final = {
    State.DONE: Words("sẽ làm", "would be done"),
    State.UNCHANGED: STATES[State.UNCHANGED],
}


def line(outcome: Outcome, lang: str) -> str:
    """``xa-minh-thinh/to-tuan-tra: xong``."""
    return f"{outcome.place}: {STATES[outcome.state].in_language(lang)}"


def would(outcome: Outcome, lang: str) -> str:
    """The same of a run that is only rehearsed."""
    return f"{outcome.place}: {_WOULD[outcome.state].in_language(lang)}"


def json_line(outcome: Outcome, lang: str) -> str:
    """One line of JSON: ``place``, ``state`` and ``problems`` as every command tells them."""
    told = {
        "place": outcome.place,
        "state": outcome.state.value,
        "problems": [results.problem(one, lang) for one in outcome.problems],
    }
    return json.dumps(told, ensure_ascii=False)


def summary_as_json(found: Iterable[Summed], file: Path, lang: str) -> str:
    """``file`` and ``models``: place, state, facts (none where the record cannot be read)."""
    models = [
        {
            "place": one.place,
            "state": one.state.value,
            "facts": one.facts and asdict(one.facts),
            "problems": [results.problem(problem, lang) for problem in one.problems],
        }
        for one in found
    ]
    return json.dumps({"file": str(file), "models": models}, ensure_ascii=False, indent=2)


def tally(counts: Mapping[State, int], lang: str) -> str:
    """``12 bản khai: 10 xong, 2 có lỗi phải sửa.``."""
    parts = [f"{counts[one]} {STATES[one].in_language(lang)}" for one in State if counts.get(one)]
    told = ", ".join(parts) or "0"
    return _ALL.in_language(lang).format(count=sum(counts.values()), parts=told)
