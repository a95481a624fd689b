"""A summary over many models: a workbook, and from the same look reports and a calendar."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from docgen.batches import engine, reviews
from docgen.batches.batching import faults_of
from docgen.batches.deeds import CHECK, RATE
from docgen.batches.facts import Lacking, Look, Summed, look
from docgen.batches.sheets import workbook
from docgen.batches.sources import entries
from docgen.batches.task import How
from docgen.papers.phrases import phrase
from docgen.workflows.keeping import write_new
from docgen.workflows.timing import by_day, keep_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from docgen.batches.facts import Dossier, Facts
    from docgen.batches.sources import Entry
    from docgen.batches.task import Outcome


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar to make: its file, the year, the language."""

    file: Path
    year: int
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports of surveys and appraisals to make: where, on which period ("": the latest), how."""

    folder: Path
    period: str = ""
    printer: str = "auto"
    templates: Path | None = None


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
        calendar: One calendar over all models.
        reports: The reports of who surveys and who appraises.
    """

    sources: tuple[Path, ...]
    file: Path
    on: date
    results: Path | None = None
    redacted: bool = False
    force: engine.Force = field(default_factory=engine.Force)
    calendar: Calendar | None = None
    reports: Reports | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What came of it: each model by place, and each report."""

    models: tuple[Summed, ...]
    reports: tuple[Outcome, ...] = ()


def summed(asked: Asked) -> Sums:
    """Each model with its facts; the workbook is written, and what else is asked.

    Raises:
        RecordError: a source names no record.
        ProtectedWorkError: the workbook or the calendar is there already.
        OutsideError: the disk failed.
    """
    results = asked.results or asked.file.with_suffix("")
    every = entries(asked.sources, results)
    tasks = {one.place: _look(asked, one, results) for one in every if not one.problems}
    ended = chain(faults_of(every), engine.run(tasks.values(), asked.force, look))
    found = sorted(map(Summed.of, ended), key=lambda one: one.place.casefold())
    told = list(_redacted(found)) if asked.redacted else found
    write_new(asked.file, workbook(told, asked.on))
    if asked.calendar is not None:
        days = by_day(one for model in found for one in model.timed)
        keep_calendar(days, asked.calendar.file, asked.on, asked.calendar.language)
    return Sums(tuple(found), tuple(_reports(asked, found, tasks)))


def _look(asked: Asked, one: Entry, results: Path) -> Look:
    folder = results / one.place
    return Look(
        *(one.record, folder, one.place, How(CHECK, asked.on), folder, one.row),
        year=asked.calendar.year if asked.calendar else 0,
        reports=asked.reports is not None,
        period=asked.reports.period.upper() if asked.reports else "",
    )


def _reports(asked: Asked, found: list[Summed], tasks: dict[str, Look]) -> Iterator[Outcome]:
    """Each report, as it ends."""
    wanted = asked.reports
    if wanted is None:
        return
    how = How(RATE, asked.on, wanted.period, wanted.printer, wanted.templates)
    every = reviews.reports(found, tasks, wanted.folder, how)
    yield from sorted(engine.run(every, asked.force, reviews.write), key=lambda one: one.place)


def _redacted(found: list[Summed]) -> Iterator[Summed]:
    """The same without names, and without words that may hold some."""
    for number, one in enumerate(found, start=1):
        name = phrase("summary.redacted", number=number)
        facts = one.facts and _bare(one.facts, name)
        yield Summed(name, one.state, facts=facts)


def _bare(facts: Facts, name: str) -> Facts:
    """``facts`` of the model called ``name``: of what its dossier lacks the item alone."""
    dossier = facts.dossier and replace(facts.dossier, lacks=tuple(_items(facts.dossier)))
    commune = "" if facts.named else facts.commune
    return replace(facts, commune=commune, unit="", model=name, numbers=(), dossier=dossier)


def _items(dossier: Dossier) -> Iterator[Lacking]:
    for number in dict.fromkeys(one.item for one in dossier.lacks):
        yield Lacking(number, phrase("summary.item", item=number))
