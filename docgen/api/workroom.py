"""The work folder of an office: its models, new ones, those brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.workflows.workroom import Model


def models_in(work: Path) -> list[Model]:
    """The models of a work folder: each folder below it that holds a record, two levels deep."""
    from docgen.workflows import workroom  # noqa: PLC0415 - each call loads what it needs

    return workroom.models(work)


def open_work_folder(work: Path) -> None:
    """Have the work folder there, and see that it can be written.

    Raises:
        OutsideError: it cannot.
    """
    from docgen.workflows import workroom  # noqa: PLC0415

    workroom.open_folder(work)


def begin_model(
    work: Path, kind: str, name: str, *, catalogue: str = "", folder: str = ""
) -> Model:
    """Make the folder of a new model and its record, which names the profile of the work folder.

    Args:
        work: The work folder; made where it is not there.
        kind: ``self_managed`` or ``linked``.
        name: The full name of the model.
        catalogue: Its code in the catalogue; empty for another model.
        folder: What its folder shall be called; from the name where empty.

    Raises:
        RecordError: the model has no name.
        ProtectedWorkError: there is such a folder.
        OutsideError: the disk failed.
    """
    from docgen.workflows import beginning  # noqa: PLC0415

    return beginning.begin(work, beginning.Wish(kind, name, catalogue, folder))


def bring_in(work: Path, name: str, data: bytes, *, folder: str = "") -> Model:
    """Copy a record (the bytes ``data`` of the file ``name``) into a folder of its own.

    A record with faults is taken too: they are mended there.

    Raises:
        RecordError: it is no record.
        ProtectedWorkError: there is such a folder.
        OutsideError: the disk failed.
    """
    from docgen.workflows import beginning  # noqa: PLC0415

    return beginning.bring_in(work, name, data, folder)
