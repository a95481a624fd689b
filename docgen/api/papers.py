"""Papers of a step in a model's life: as bytes, or in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.api.telling import silent

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.workflows.desk import Package, Tell
    from docgen.workflows.loose import Loose


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
    tell: Tell = silent,
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


def renew(
    record: Path,
    folder: Path,
    *,
    on: date,
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = silent,
) -> Package:
    """Write the record of the next year into a folder, and its plan; raises as :func:`package`."""
    from docgen.workflows import renewing  # noqa: PLC0415
    from docgen.workflows.desk import Order  # noqa: PLC0415

    return renewing.renew(Order(record, folder, on, printer, templates), tell)
