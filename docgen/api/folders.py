"""The folder of a model: where it stands, bound again, numbers, the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.api.telling import silent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from docgen.workflows.desk import Package, Rehearsed, Tell
    from docgen.workflows.registering import Registered
    from docgen.workflows.status import Status


def bundle(
    folder: Path,
    *,
    on: date,
    record: Path | None = None,
    complete: bool = False,
    printer: str = "auto",
    tell: Tell = silent,
) -> Package:
    """Bind the dossiers of a folder anew, from edited papers and signed scans; nothing is drafted.

    Args:
        folder: A folder that :func:`package` made.
        on: The day of binding.
        record: The record, where it has been moved.
        complete: Refuse a dossier that lacks an item.
        printer: As for :func:`make`.
        tell: Shows progress.

    Raises:
        RecordError: the record or a scan has problems, or the dossier is not complete.
        ProtectedWorkError: a print or a dossier was changed by hand.
        MissingToolError: no printer prints an edited paper.
        OutsideError: the disk or an outside program failed.
    """
    from docgen.workflows import bundling  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    order = Order(record, folder, on, printer)
    return bundling.bundle(order, tell, complete=complete)


def number(
    folder: Path,
    item: str,
    given: int,
    day: date,
    *,
    on: date,
    anew: bool = False,
    record: Path | None = None,
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = silent,
) -> Package:
    """Write number and day of a paper into the record; re-make it and the papers that cite it.

    Args:
        folder: A folder that :func:`package` made.
        item: Number of a dossier item, name of a file, of a template or of a paper.
        given: The number, from 1.
        day: The day of issue.
        on: Today.
        anew: Whether a number told before is replaced.
        record: The record, where it has been moved.
        printer: As for :func:`make`.
        templates: As for :func:`make`.
        tell: Shows progress.

    Raises:
        RecordError: no paper or several fit, the number is taken, the day is still to come, or
            the record has problems.
        ProtectedWorkError: a person's work would be lost.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    from docgen.workflows import numbering  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    order = Order(record, folder, on, printer, templates)
    return numbering.number(order, numbering.Given(item, given, day, anew), tell)


def rehearse_number(
    folder: Path,
    item: str,
    given: int,
    day: date,
    *,
    on: date,
    anew: bool = False,
    record: Path | None = None,
    templates: Path | None = None,
    tell: Tell = silent,
) -> Rehearsed:
    """What :func:`number` would write and make again; nothing is changed. Raises as it does."""
    from docgen.workflows import numbering  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    order = Order(record, folder, on, "auto", templates)
    return numbering.rehearse(order, numbering.Given(item, given, day, anew), tell)


def status(folder: Path, *, on: date, record: Path | None = None) -> Status:
    """How far each item of the dossier in a folder has come, on a day.

    Raises:
        DocgenError: it is no folder of docgen's, or its record is not there.
        RecordError: the record cannot be read.
        OutsideError: the disk failed.
    """
    from docgen.workflows import status as standing  # noqa: PLC0415

    return standing.status(folder, on, record)


def register(
    folders: Iterable[Path], file: Path, *, on: date, record: Path | None = None
) -> Registered:
    """Write the register of outgoing papers of ``folders`` to ``file``, a new workbook.

    Raises:
        DocgenError: a folder is none of docgen's, or its record is not there.
        RecordError: a record cannot be read.
        ProtectedWorkError: ``file`` exists.
        OutsideError: the disk failed.
    """
    from docgen.workflows import registering  # noqa: PLC0415

    return registering.register(folders, file, on, record)


def amend(
    folder: Path,
    item: str,
    *,
    on: date,
    replaces: bool = False,
    reason: str = "",
    record: Path | None = None,
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = silent,
) -> Package:
    """Correct an issued paper by a letter, or open it for a replacement under a new number.

    Args:
        folder: A folder that ``package`` made.
        item: Number of a dossier item, name of a file, of a template or of a paper.
        on: Today.
        replaces: Whether a new paper replaces it; else a letter corrects it.
        reason: Why, as the letter says it.
        record: The record, where it has been moved.
        printer: As for ``make``.
        templates: As for ``make``.
        tell: Shows progress.

    Raises:
        RecordError: no paper or several fit, it is not issued, the record says nothing otherwise,
            or the record has problems.
        ProtectedWorkError: a person's work would be lost, or the folder remembers a record outside
            of it that is not named.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    from docgen.workflows import amending  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    order = Order(record, folder, on, printer, templates)
    return amending.amend(order, amending.Amending(item, replaces, reason), tell)


def rehearse_amend(
    folder: Path,
    item: str,
    *,
    on: date,
    replaces: bool = False,
    reason: str = "",
    record: Path | None = None,
    templates: Path | None = None,
    tell: Tell = silent,
) -> Rehearsed:
    """What :func:`amend` would write and make; nothing is changed. Raises as it does."""
    from docgen.workflows import amending  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    order = Order(record, folder, on, "auto", templates)
    return amending.rehearse(order, amending.Amending(item, replaces, reason), tell)
