"""Many records in one run that can go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.batches.deeds import CHECK, LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from docgen.batches.batching import Batch, Run
    from docgen.batches.engine import Force
    from docgen.batches.summing import Calendar, Reports, Sums
    from docgen.batches.task import Outcome


def workforce(
    *, jobs: int = 0, limit: float = LIMIT, scheduler: str = "", return_files: bool = False
) -> Force:
    """Who does the work of a batch.

    Args:
        jobs: How many processes; 0 for as many as there are processors, and never more.
        limit: Seconds after which one record is given up.
        scheduler: The address of a Dask scheduler (``tcp://may-chu:8786``) whose workers do it.
        return_files: Send files to those workers and back, for want of a shared folder.
    """
    from docgen.batches.engine import Force  # noqa: PLC0415

    return Force(jobs, limit, scheduler, return_files)


def ask_batch(
    sources: Iterable[Path],
    results: Path,
    deed: str = CHECK,
    *,
    on: date,
    part: str = "",
    printer: str = "auto",
    templates: Path | None = None,
    complete: bool = False,
    appraise: bool = False,
    only_failed: bool = False,
    force: Force | None = None,
) -> Batch:
    """What :func:`batch` is to do for every record that ``sources`` name.

    Args:
        sources: Records (YAML or Excel), workbooks of many models, folders in which they are.
        results: The folder that takes all results, mirroring the sources, and the journal.
        deed: ``check``, ``bundle``, ``status``, ``rate``, ``renew``, or a step as for ``make``.
        on: The day of drafting.
        part: As for a single record.
        printer: As for a single record.
        templates: As for a single record.
        complete: For ``bundle``: refuse a dossier that lacks an item.
        appraise: For ``rate``: draft the report of the appraisal, too.
        only_failed: Only what did not end well in an earlier run.
        force: As :func:`workforce` gives it; by default the processors of this machine.
    """
    from docgen.batches.batching import Batch  # noqa: PLC0415
    from docgen.batches.task import How  # noqa: PLC0415

    how = How(deed, on, part, printer, templates, complete, appraise)
    return Batch(tuple(sources), results, how, force or workforce(), only_failed)


def batch(asked: Batch) -> AbstractContextManager[Run]:
    """Do what is ``asked``, each record on its own; outcomes come as they end.

    An earlier result of the same record, options, templates, data and version is not made again.
    Programs that call it must be importable (``if __name__ == "__main__":``), for each process
    loads them.

    Raises:
        RecordError: a source names no record.
        MissingToolError: a scheduler is named, and Dask distributed is not installed.
        OutsideError: another run has these results, the disk failed, or the scheduler is silent.
    """
    from docgen.batches import batching  # noqa: PLC0415

    return batching.batch(asked)


def rehearse_batch(asked: Batch) -> list[Outcome]:
    """What :func:`batch` would do: ``unchanged``, or ``done``; nothing is written. Raises as it."""
    from docgen.batches import batching  # noqa: PLC0415

    return batching.rehearsed(asked)


def ask_calendar(file: Path, year: int, language: str = "vi") -> Calendar:
    """One calendar of what is due in ``year`` of all models, for :func:`summarize`: a new file."""
    from docgen.batches.summing import Calendar  # noqa: PLC0415

    return Calendar(file, year, language)


def ask_reports(
    folder: Path, period: str = "", *, printer: str = "auto", templates: Path | None = None
) -> Reports:
    """The reports of surveys and of appraisals, one for each body, for :func:`summarize`.

    ``period`` is what they are on (``2026-H1``); ``""`` is the latest of each model.
    """
    from docgen.batches.summing import Reports  # noqa: PLC0415

    return Reports(folder, period, printer, templates)


def summarize(
    sources: Iterable[Path],
    file: Path,
    *,
    on: date,
    results: Path | None = None,
    redacted: bool = False,
    force: Force | None = None,
    calendar: Calendar | None = None,
    reports: Reports | None = None,
) -> Sums:
    """Write the summary of every record that ``sources`` name to ``file``, a new workbook.

    Args:
        sources: As for :func:`ask_batch`.
        file: The workbook: models; counts by commune, kind, catalogue and period; what dossiers
            lack, what is overdue, numbers given twice, faults.
        on: The day by which it is told what a dossier lacks.
        results: The folder of the results of :func:`batch`; without it no dossier is looked at.
        redacted: Leave out names of models and of their units.
        force: As for :func:`ask_batch`.
        calendar: As :func:`ask_calendar` gives it.
        reports: As :func:`ask_reports` gives it.

    Raises:
        RecordError: a source names no record.
        ProtectedWorkError: the workbook or the calendar is there already.
        OutsideError: the disk failed.
    """
    from docgen.batches import summing  # noqa: PLC0415

    by = force or workforce()
    return summing.summed(
        summing.Asked(tuple(sources), file, on, results, redacted, by, calendar, reports)
    )
