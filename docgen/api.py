"""docgen for programs: records in, papers, prints, dossiers and folders out.

The commands use nothing else. A record is loaded from its file or built from a mapping; what it
asks for is checked, made as bytes, or kept in a folder that remembers it. The day of drafting is
always told: nothing here reads the clock. Faults are :class:`DocgenError` with every problem at
once, each with its place, in Vietnamese and English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import (
    DataError,
    DocgenError,
    ExitCode,
    MissingToolError,
    OutsideError,
    Place,
    PrintRefusedError,
    Problem,
    ProtectedWorkError,
    RecordError,
    Severity,
    TemplateError,
    Words,
)
from docgen.record.files.file import FORMATS, WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.workflows.desk import Package
    from docgen.workflows.examining import Findings
    from docgen.workflows.loose import Loose
    from docgen.workflows.rating import Rated
    from docgen.workflows.registering import Registered
    from docgen.workflows.status import Status
    from docgen.workflows.timing import Timed

    Tell = Callable[[Words], None]

__all__ = [
    "FORMATS",
    "WORKBOOK",
    "DataError",
    "DocgenError",
    "ExitCode",
    "MissingToolError",
    "OutsideError",
    "Place",
    "PrintRefusedError",
    "Problem",
    "ProtectedWorkError",
    "RecordError",
    "Severity",
    "TemplateError",
    "Words",
    "build",
    "build_templates",
    "bundle",
    "calendar",
    "check",
    "check_data",
    "check_templates",
    "convert",
    "copy_data",
    "deadlines",
    "export_templates",
    "form",
    "keep_form",
    "list_templates",
    "load",
    "make",
    "number",
    "package",
    "rate",
    "rating_papers",
    "register",
    "renew",
    "save",
    "status",
    "using_data",
]


def _silent(_: Words) -> None:
    """Shows nothing."""


def load(path: Path) -> Loaded:
    """The record in the YAML file or Excel workbook at ``path``.

    Raises:
        RecordError: the file or what it tells has problems.
        OutsideError: the disk failed.
    """
    from docgen.workflows import opening  # noqa: PLC0415 - each call loads what it needs

    return opening.load(path)


def build(values: Mapping[str, object], name: str = "bản khai") -> Loaded:
    """The record that a mapping tells, shaped as the YAML file is (JSON Schema in ``forms/``).

    Args:
        values: Texts, whole numbers, days (``date`` or ``05/9/2026``), booleans, lists, mappings.
        name: What messages call the record.

    Raises:
        RecordError: what is told has problems, each at the path of its field.
    """
    from docgen.workflows import opening  # noqa: PLC0415

    return opening.built(values, name)


def save(record: Loaded, path: Path) -> None:
    """Write a record to ``path``, a new file: ``.yaml`` or ``.xlsx`` by its name.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    from docgen.workflows import converting  # noqa: PLC0415

    converting.save(record.record, path)


def check(record: Loaded, *, on: date) -> Findings:
    """What is doubtful in a record that is drafted on a day, and what will print blank."""
    from docgen.workflows import examining  # noqa: PLC0415

    return examining.find(record, on)


def make(
    record: Loaded,
    stage: str = "establish",
    *,
    on: date,
    part: str = "",
    printer: str = "auto",
    templates: Path | None = None,
) -> Loose:
    """Draft, print and bind the papers of one step of a model's life, all as bytes.

    Args:
        record: The record.
        stage: ``establish``, ``ceremony``, ``report``, ``reorganize``, ``commend``,
            ``discipline``, ``replicate``, ``dissolve`` or ``renew``.
        on: The day of drafting.
        part: The part of the record that the papers are about (``2026-H1``, ``01``); all parts,
            where none is named.
        printer: ``auto``, ``builtin``, ``libreoffice`` or ``word``.
        templates: A folder of templates that stand before the shipped ones.

    Raises:
        RecordError: the record has problems, or the model may not take the step.
        TemplateError: a template has problems.
        MissingToolError: no printer prints one of the papers.
        OutsideError: an outside program failed.
    """
    from docgen.workflows import loose  # noqa: PLC0415
    from docgen.workflows.desk import Step  # noqa: PLC0415

    return loose.make(record, Step(stage, part), on, printer=printer, templates=templates)


def package(
    record: Path | None,
    folder: Path,
    stage: str = "establish",
    *,
    on: date,
    part: str = "",
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = _silent,
) -> Package:
    """Draft the papers of one step into a folder that holds the model's life; as :func:`make`.

    What a person changed there is merged or left alone; what was issued stays.

    Args:
        record: The file of the record; ``None`` for the one that the folder remembers.
        folder: Where the papers go; made where it is not there.
        stage: As for :func:`make`.
        on: The day of drafting.
        part: As for :func:`make`.
        printer: As for :func:`make`.
        templates: As for :func:`make`.
        tell: Shows progress.

    Raises:
        RecordError: the record has problems, or the model may not take the step.
        TemplateError: a template has problems.
        ProtectedWorkError: the folder holds a person's work that would be lost.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    from docgen.workflows import packaging  # noqa: PLC0415
    from docgen.workflows.desk import Order, Step  # noqa: PLC0415

    order = Order(record, folder, on, printer, templates)
    return packaging.package(order, Step(stage, part), tell)


def bundle(
    folder: Path,
    *,
    on: date,
    record: Path | None = None,
    complete: bool = False,
    printer: str = "auto",
    tell: Tell = _silent,
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
    tell: Tell = _silent,
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


def rate(
    records: Sequence[Path], *, on: date, period: str = "", dossier: Path | None = None
) -> list[Rated]:
    """The rating of each record (III.1), in their order; ``""`` is the latest period told.

    ``dossier`` is the folder by which the completeness of the one record is judged.

    Raises:
        RecordError: a record has problems, or does not assess the period.
        DocgenError: ``dossier`` is no folder of docgen's.
        OutsideError: the disk failed.
    """
    from docgen.workflows import rating  # noqa: PLC0415

    return rating.rate(rating.Asked(tuple(records), on, period, dossier))


def rating_papers(
    found: Sequence[Rated],
    folder: Path,
    *,
    on: date,
    appraise: bool = False,
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = _silent,
) -> list[str]:
    """Draft the rating sheet of each model and the reports over all; the paths in ``folder``.

    Raises:
        RecordError: the models are not rated in one and the same period.
        TemplateError: a template has problems.
        ProtectedWorkError: the folder holds a person's work.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    from docgen.workflows import rating  # noqa: PLC0415

    wish = rating.Wish(folder, appraise, printer, templates)
    return rating.papers(found, on, wish, tell)


def deadlines(records: Iterable[Path], year: int) -> list[Timed]:
    """What is due in ``year`` of all ``records`` (III.2, II.1.3, II.3), by day.

    Raises:
        RecordError: a record has problems.
        OutsideError: the disk failed.
    """
    from docgen.workflows import timing  # noqa: PLC0415

    return timing.due(records, year)


def calendar(found: Iterable[Timed], file: Path, *, on: date, language: str = "vi") -> None:
    """Write deadlines to ``file``, a new calendar (.ics).

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    from docgen.workflows import timing  # noqa: PLC0415

    timing.keep_calendar(found, file, on, language)


def renew(
    record: Path,
    folder: Path,
    *,
    on: date,
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = _silent,
) -> Package:
    """Write the record of the next year into a folder, and its plan; raises as :func:`package`."""
    from docgen.workflows import renewing  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    return renewing.renew(Order(record, folder, on, printer, templates), tell)


def convert(source: Path, target: Path) -> bool:
    """Write the record in ``source`` to ``target``, a new file in the other form.

    Returns:
        Whether the source has comments, which are not kept.

    Raises:
        RecordError: ``source`` is no record.
        ProtectedWorkError: ``target`` exists.
        OSError: the disk failed.
    """
    from docgen.workflows import converting  # noqa: PLC0415

    return converting.convert(source, target)


def form(kind: str) -> str:
    """The blank record of a kind, ``tu-quan`` or ``lien-ket``, as YAML with comments."""
    from docgen.workflows import examining  # noqa: PLC0415

    return examining.form(kind)


def keep_form(kind: str, file: Path) -> None:
    """Write the blank record of ``kind`` to ``file``, a new one: ``.yaml`` or ``.xlsx``.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    from docgen.workflows import examining  # noqa: PLC0415

    examining.keep_form(kind, file)


def list_templates() -> list[dict[str, str]]:
    """Every template: ``name``, ``title`` of its paper, ``article`` of the guidance."""
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.list_templates()


def export_templates(folder: Path, names: Iterable[str] = ()) -> list[Path]:
    """Copy the shipped templates ``names`` (none: all) to ``folder``; what was written.

    Raises:
        TemplateError: there is no such template.
        ProtectedWorkError: one of the files exists; nothing was written.
    """
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.export_templates(folder, names)


def check_templates(folder: Path) -> list[Problem]:
    """Every fault of every template in ``folder``, in the order of their names.

    Raises:
        TemplateError: there is no such folder, or no template in it.
    """
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.check_templates(folder)


def build_templates(folder: Path) -> list[Path]:
    """Compile every source (.md) in ``folder`` to the .docx beside it; what changed.

    Raises:
        TemplateError: a source has a fault.
    """
    from docgen.workflows import stationery  # noqa: PLC0415

    return stationery.build_templates(folder)


def check_data(folder: Path | None = None, *, templates: Path | None = None) -> list[Problem]:
    """Every fault of the data files of law and guidance in ``folder``; of the shipped, if none.

    ``templates`` is a folder of templates that rows may name beside the shipped ones.

    Raises:
        DataError: there is no such folder.
        TemplateError: there is no such folder of templates.
    """
    from docgen.workflows import soundness  # noqa: PLC0415

    return soundness.check(folder, templates)


def copy_data(folder: Path) -> list[Path]:
    """Copy the shipped data files of law and guidance into ``folder``; what was written.

    Raises:
        ProtectedWorkError: the folder holds data files already.
        OSError: the disk failed.
    """
    from docgen.workflows import soundness  # noqa: PLC0415

    return soundness.copy(folder)


def using_data(folder: Path) -> AbstractContextManager[None]:
    """Work with the data files in ``folder`` inside a ``with`` block.

    Raises:
        DataError: there is no such folder, or its data have faults; carries all of them.
    """
    from docgen.workflows import soundness  # noqa: PLC0415

    return soundness.using(folder)
