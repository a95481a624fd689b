"""Single papers of a folder, and what a model may do next, as a person at a desk is shown them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.api.telling import silent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from pathlib import Path
    from typing import BinaryIO

    from docgen.workflows.agenda import Agenda
    from docgen.workflows.clashing import Disputes, Edit
    from docgen.workflows.desk import Package, Tell
    from docgen.workflows.giving import Typed
    from docgen.workflows.life import LifeStep
    from docgen.workflows.planning import Planned
    from docgen.workflows.registering import Register
    from docgen.workflows.watching import Seen


def edits(folder: Path, stem: str, *, on: date, record: Path | None = None) -> tuple[Edit, ...]:
    """What a person changed by hand in the paper ``stem``, in reading order.

    Raises:
        DocgenError: the folder has no such paper, or its record is not there.
        TemplateError: the person's file is damaged or unsafe.
        OutsideError: the disk failed.
    """
    from docgen.workflows import clashing  # noqa: PLC0415 - each call loads what it needs

    return clashing.edits(folder, stem, on, record)


def disputes(folder: Path, stem: str, *, on: date, record: Path | None = None) -> Disputes:
    """The places of the paper ``stem`` that a person and the record both changed.

    Raises:
        DocgenError: the folder has no such paper, or its record is not there.
        RecordError: the record cannot be read.
        TemplateError: the person's file is damaged or unsafe.
        OutsideError: the disk failed.
    """
    from docgen.workflows import clashing  # noqa: PLC0415

    return clashing.disputes(folder, stem, on, record)


def resolve(
    folder: Path,
    stem: str,
    seen: str,
    taken: Collection[int],
    *,
    on: date,
    record: Path | None = None,
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = silent,
) -> Package:
    """Settle the paper ``stem``: the record's text at the places ``taken``, else the person's.

    Args:
        folder: A folder that ``package`` made.
        stem: The paper, as ``04-quyet-dinh-thanh-lap``.
        seen: What :func:`disputes` told of the two versions that a person chose from.
        taken: The numbers of the places at which the new text is taken.
        on: The day of drafting.
        record: The record, where it has been moved.
        printer: As for ``make``.
        templates: As for ``make``.
        tell: Shows progress.

    Raises:
        DocgenError: the folder has no such paper, or a new text cannot be brought into the file.
        RecordError: the record has problems.
        ProtectedWorkError: the file or the record is no longer what was ``seen``.
        MissingToolError: no printer prints it.
        OutsideError: the disk or an outside program failed.
    """
    from docgen.workflows import clashing  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    order = Order(record, folder, on, printer, templates)
    return clashing.resolve(order, stem, seen, taken, tell)


def life(record: Path, folder: Path, *, on: date) -> tuple[LifeStep, ...]:
    """Each step of the model's life from now on: allowed, or the reasons why not.

    Raises:
        RecordError: the record has problems.
        OutsideError: the disk failed.
    """
    from docgen.workflows import life as living  # noqa: PLC0415

    return living.life(record, folder, on)


def watch(folder: Path) -> Seen:
    """How the folder stands at this moment, and which files its dossier does not follow yet.

    Raises:
        OutsideError: the disk failed.
    """
    from docgen.workflows import watching  # noqa: PLC0415

    return watching.seen(folder)


def open_file(file: Path) -> None:
    """Have the machine open a file of a folder, as a double click would; it goes on by itself.

    Raises:
        MissingToolError: this machine has no program for it, or no screen.
        OutsideError: the program could not be started, or the file is not there.
    """
    from docgen.workflows import programs  # noqa: PLC0415

    programs.opened(file)


def zip_folder(folder: Path, target: BinaryIO) -> None:
    """Write papers, prints, scans and dossiers of ``folder`` into ``target`` as a zip.

    Raises:
        OutsideError: the disk failed.
    """
    from docgen.workflows import taking_along  # noqa: PLC0415

    taking_along.zipped(folder, target)


def planned(record: Path, folder: Path, *, on: date) -> Planned:
    """What drafting the founding papers into ``folder`` would do; nothing is drafted.

    Raises:
        RecordError: the record cannot be read.
        OutsideError: the disk failed.
    """
    from docgen.workflows import planning  # noqa: PLC0415

    return planning.planned(record, folder, on)


def agenda(records: Iterable[Path], *, on: date) -> Agenda:
    """What is late, and what is due in the next 90 days; unreadable records are told in it."""
    from docgen.workflows import agenda as due  # noqa: PLC0415

    return due.agenda(records, on)


def registered(folders: Iterable[Path], *, on: date) -> Register:
    """The register of outgoing papers of ``folders``; unreadable ones are among its remarks."""
    from docgen.workflows import registering  # noqa: PLC0415

    return registering.registered(folders, on)


def typed_number(number: str, day: str) -> Typed:
    """A number and a day as a person typed them, with what is wrong with either."""
    from docgen.workflows import giving  # noqa: PLC0415

    return giving.typed(number, day)
