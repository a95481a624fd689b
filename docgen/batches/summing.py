"""A summary over many models: by model, by commune and class, and every fault."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docgen.batches import engine
from docgen.batches.deeds import CHECK
from docgen.batches.facts import Summed, look
from docgen.batches.sheets import workbook
from docgen.batches.sources import entries
from docgen.batches.task import How, Task
from docgen.papers.phrases import phrase
from docgen.workflows.keeping import write_new

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be summed up.

    Attributes:
        sources: Records, and folders of records.
        file: The workbook to make.
        on: The day by which it is told what is missing.
        results: The folder of the results of a batch, where there is one.
        redacted: Leave out the names of models and of units that are no communes.
        force: With how many processes.
    """

    sources: tuple[Path, ...]
    file: Path
    on: date
    results: Path | None = None
    redacted: bool = False
    force: engine.Force = field(default_factory=engine.Force)


def summed(asked: Asked) -> list[Summed]:
    """Each model with its facts, by place; the workbook is written.

    Raises:
        RecordError: a source names no record.
        ProtectedWorkError: the workbook is there already.
        OutsideError: the disk failed.
    """
    results = asked.results or asked.file.parent
    how = How(CHECK, asked.on)
    tasks = [
        Task(one.record, results / one.place, one.place, how)
        for one in entries(asked.sources, results)
    ]
    ended = map(Summed.of, engine.run(tasks, asked.force, look))
    found = sorted(ended, key=lambda one: one.place.casefold())
    told = list(_redacted(found)) if asked.redacted else found
    write_new(asked.file, workbook(told, asked.on))
    return found


def _redacted(found: list[Summed]) -> Iterator[Summed]:
    """The same without names, and without the words of faults, which may hold some."""
    for number, one in enumerate(found, start=1):
        name = phrase("summary.redacted", number=number)
        facts = one.facts and replace(one.facts, unit="", model=name)
        yield replace(one, place=name, facts=facts, problems=())
