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
    from docgen.batches.facts import Summed
    from docgen.batches.task import Outcome


def ask_batch(
    sources: Iterable[Path],
    results: Path,
    deed: str = CHECK,
    *,
    on: date,
    part: str = "",
    printer: str = "auto",
    templates: Path | None = None,
    jobs: int = 0,
    limit: float = LIMIT,
    only_failed: bool = False,
) -> Batch:
    """What :func:`batch` is to do for every record that ``sources`` name.

    Args:
        sources: Records (YAML or Excel), and folders in which they are looked for.
        results: The folder that takes all results, mirroring the sources, and the journal.
        deed: ``check``, ``bundle``, or a step as for :func:`docgen.api.papers.make`.
        on: The day of drafting.
        part: As for a single record.
        printer: As for a single record.
        templates: As for a single record.
        jobs: How many processes; 0 for as many as there are processors, and never more.
        limit: Seconds after which one record is given up.
        only_failed: Only what did not end well in an earlier run.
    """
    from docgen.batches.batching import Batch  # noqa: PLC0415
    from docgen.batches.engine import Force  # noqa: PLC0415
    from docgen.batches.task import How  # noqa: PLC0415

    how = How(deed, on, part, printer, templates)
    return Batch(tuple(sources), results, how, Force(jobs, limit), only_failed)


def batch(asked: Batch) -> AbstractContextManager[Run]:
    """Do what is ``asked``, each record on its own; outcomes come as they end.

    An earlier result of the same record, options, templates, data and version is not made again.
    Programs that call it must be importable (``if __name__ == "__main__":``), for each process
    loads them.

    Raises:
        RecordError: a source names no record.
        OutsideError: another run has these results, or the disk failed.
    """
    from docgen.batches import batching  # noqa: PLC0415

    return batching.batch(asked)


def rehearse_batch(asked: Batch) -> list[Outcome]:
    """What :func:`batch` would do: ``unchanged``, or ``done``; nothing is written. Raises as it."""
    from docgen.batches import batching  # noqa: PLC0415

    return batching.rehearsed(asked)


def summarize(
    sources: Iterable[Path],
    file: Path,
    *,
    on: date,
    results: Path | None = None,
    redacted: bool = False,
    jobs: int = 0,
) -> list[Summed]:
    """Write the summary of every record that ``sources`` name to ``file``, a new workbook.

    Args:
        sources: Records, and folders of records.
        file: The workbook: models, communes by class, faults.
        on: The day by which it is told what a dossier lacks.
        results: The folder of the results of :func:`batch`; without it no dossier is looked at.
        redacted: Leave out names of models and of their units.
        jobs: As for :func:`ask_batch`.

    Raises:
        RecordError: a source names no record.
        ProtectedWorkError: the workbook is there already.
        OutsideError: the disk failed.
    """
    from docgen.batches import summing  # noqa: PLC0415
    from docgen.batches.engine import Force  # noqa: PLC0415

    return summing.summed(summing.Asked(tuple(sources), file, on, results, redacted, Force(jobs)))
