"""The run: records found, those that changed done beside each other, each result remembered."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from docgen.batches import engine, journal
from docgen.batches.deeds import CHECK, STATUS, State
from docgen.batches.dependence import digest_of, key_of, state_of
from docgen.batches.doing import place_in
from docgen.batches.sources import entries
from docgen.batches.task import Outcome, Task
from docgen.errors import DocgenError
from docgen.folder.lock import held

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from docgen.batches.journal import Known
    from docgen.batches.sources import Entry
    from docgen.batches.task import How


@dataclass(frozen=True, slots=True)
class Batch:
    """What a person asks for.

    Attributes:
        sources: Records, and folders of records.
        results: The folder of all results, and of the journal.
        how: What is to be done for each.
        force: With how many processes, within which time.
        only_failed: Leave out what never ran or ended well.
    """

    sources: tuple[Path, ...]
    results: Path
    how: How
    force: engine.Force = field(default_factory=engine.Force)
    only_failed: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A batch about to be done: how many records, and each outcome as it comes."""

    count: int
    outcomes: Iterator[Outcome]


@contextmanager
def batch(asked: Batch) -> Iterator[Run]:
    """A run of what is ``asked``; while it stands nobody else has its results.

    Raises:
        RecordError: a source names no record.
        OutsideError: another run has these results, or the disk failed.
    """
    found = entries(asked.sources, asked.results)
    with held(asked.results), journal.opened(asked.results) as book:
        known = book.known(asked.how.deed)
        tasks, faults = _tasks(asked, found, known), faults_of(found)
        outcomes = chain(faults, _outcomes(asked, tasks, known, book))
        yield Run(len(tasks) + len(faults), outcomes)


def rehearsed(asked: Batch) -> list[Outcome]:
    """What a run would do for each record, as ``unchanged`` or ``done``; nothing is written."""
    found = entries(asked.sources, asked.results)
    known: dict[str, Known] = {}
    if (asked.results / journal.FILE).is_file():
        with journal.opened(asked.results) as book:
            known = book.known(asked.how.deed)
    return [
        Outcome(task.place, State.UNCHANGED if _is_there(task, known) else State.DONE)
        for task in _tasks(asked, found, known)
    ]


def _tasks(asked: Batch, found: list[Entry], known: Mapping[str, Known]) -> list[Task]:
    """What is to be done for each record found; of those that failed alone, where so asked."""
    return [
        _task(asked, one)
        for one in found
        if not one.problems and (not asked.only_failed or _failed(one.place, known))
    ]


def faults_of(found: list[Entry]) -> list[Outcome]:
    """What is wrong with workbooks of many models beyond their rows."""
    faults = [Outcome(one.place, State.DONE, one.problems) for one in found if one.problems]
    return [replace(one, state=State.PROBLEMS) if one.errors else one for one in faults]


def _task(asked: Batch, one: Entry) -> Task:
    folder = place_in(asked.results, one.place, asked.how.deed)
    return Task(one.record, folder, one.place, asked.how, asked.results / one.place, one.row)


def _outcomes(
    asked: Batch,
    tasks: list[Task],
    known: Mapping[str, Known],
    book: journal.Journal,
) -> Iterator[Outcome]:
    """Those that are as they were first, then each other as it ends."""
    changed = []
    for task in tasks:
        if _is_there(task, known):
            yield Outcome(task.place, State.UNCHANGED)
        else:
            changed.append(task)
    for outcome in engine.run(changed, asked.force):
        book.put(outcome, asked.how.deed)
        yield outcome


def _key(task: Task, profile: str) -> str:
    """The key of its result; none where a file cannot be read, which the task will tell."""
    try:
        return key_of(task, digest_of(task, profile))
    except DocgenError:
        return ""


def _is_there(task: Task, known: Mapping[str, Known]) -> bool:
    """Whether an earlier run gave the very result, and it still stands."""
    former = known.get(task.place)
    if former is None or former.state is not State.DONE or task.how.deed == STATUS:
        return False
    if former.key != _key(task, former.profile):
        return False
    return task.how.deed == CHECK or former.left == state_of(task.folder)


def _failed(place: str, known: Mapping[str, Known]) -> bool:
    return place in known and known[place].state is not State.DONE
