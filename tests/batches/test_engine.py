"""Tasks in processes beside this one: none takes another with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.batches.deeds import State
from docgen.batches.engine import Force, run
from docgen.batches.task import How, Task
from tests.batches.deeds import odd

HOW = How("check", date(2026, 9, 1))


def task(place: str) -> Task:
    """A task of that place."""
    return Task(Path(f"{place}.yaml"), Path("ra") / place, place, HOW, Path("ra") / place)


def test_a_crash_a_hang_and_a_fault_end_one_task_each() -> None:
    """Each is told of its record; all others are done."""
    places = ["a", "dies", "b", "fails", "hangs", "c", "d"]
    told = list(run(map(task, places), Force(2, 3.0), odd))
    states = {one.place: one.state for one in told}
    wrong = {"dies", "fails", "hangs"}
    assert states == {place: State.FAILED if place in wrong else State.DONE for place in places}
    assert all(bool(one.problems) == (one.place in wrong) for one in told)


def test_who_stops_looking_stops_the_work() -> None:
    """Tasks that wait are not begun, those under way end at once."""
    found = run(map(task, ["a", "hangs", "hangs"]), Force(1, 600.0), odd)
    next(found)
    found.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("jobs", [0, 1, 10_000])
def test_no_more_processes_than_processors(jobs: int) -> None:
    """However many are asked for, and never none."""
    assert 1 <= Force(jobs).processes <= Force().processes
