"""The run: records found, those that changed done beside each other, each result remembered."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.batches import engine, journal
from docgen.batches.deeds import CHECK, State
from docgen.batches.dependence import key_of
from docgen.batches.sources import entries
from docgen.batches.task import Outcome, Task
from docgen.errors import DocgenError
from docgen.folder.lock import held
from docgen.folder.manifest import NAME

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
        tasks = _tasks(asked, found, known)
        yield Run(len(tasks), _outcomes(asked, tasks, known, book))


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
        Task(one.record, asked.results / one.place, one.place, asked.how)
        for one in found
        if not asked.only_failed or _failed(one.place, known)
    ]


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
        return key_of(task, profile)
    except DocgenError:
        return ""


def _is_there(task: Task, known: Mapping[str, Known]) -> bool:
    """Whether an earlier run gave the very result, and it still stands."""
    former = known.get(task.place)
    if former is None or former.state is not State.DONE:
        return False
    if former.key != _key(task, former.profile):
        return False
    return task.how.deed == CHECK or (task.folder / NAME).is_file()


def _failed(place: str, known: Mapping[str, Known]) -> bool:
    return place in known and known[place].state is not State.DONE
