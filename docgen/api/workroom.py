"""The work folder of an office: its models, new ones, those brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.workflows.checklist import Checklist
    from docgen.workflows.overview import DueRow, Overview
    from docgen.workflows.searching import Hit
    from docgen.workflows.timing import Timed
    from docgen.workflows.unit_profiles import OpenProfile
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


def checklist(model: Model, *, on: date) -> Checklist:
    """What there is to do for a model, group by group, and what to do next.

    Raises:
        RecordError: the record's file is neither YAML nor a form of docgen's.
        OutsideError: the disk failed.
    """
    from docgen.workflows import checklist as listing  # noqa: PLC0415

    return listing.checklist(model, on)


def overview(model: Model, *, on: date) -> Overview:
    """How a model stands, in a row; read anew, and kept beside its record for the next time."""
    from docgen.workflows import overseeing  # noqa: PLC0415
    from docgen.workflows import overview as kept  # noqa: PLC0415

    row = overseeing.overview(model, on)
    kept.keep(model, row)
    return row


def kept_overview(model: Model, *, on: date) -> Overview | None:
    """How a model stands as :func:`overview` kept it; nothing where its files have changed."""
    from docgen.workflows import overview as looking  # noqa: PLC0415

    return looking.kept(model, on)


def timed_of(model: Model, due: DueRow) -> Timed:
    """What is due of a model, as :func:`docgen.api.ratings.calendar` takes it."""
    from docgen.workflows import overseeing  # noqa: PLC0415

    return overseeing.timed(model, due)


def state_of(model: Model, profile: str = "") -> str:
    """By what the state of a model's files is known; another text once one of them changes."""
    from docgen.workflows import overview as looking  # noqa: PLC0415

    return looking.signature(model, profile)


def search_models(rows: Sequence[tuple[Model, Overview | None]], query: str) -> list[Hit]:
    """Those of ``rows`` that fit what is typed, marks and case aside; the best first."""
    from docgen.workflows import searching  # noqa: PLC0415

    return searching.search(rows, query)


def open_profile(work: Path, typed: Mapping[str, str] | None = None) -> OpenProfile:
    """The profile of the unit in a work folder, opened for editing; a blank one where none is.

    Args:
        work: The work folder.
        typed: What a page has in its fields, shown in place of what the file tells.

    Raises:
        RecordError: the file is neither YAML nor a form of docgen's.
        OutsideError: the disk failed.
    """
    from docgen.workflows import unit_profiles  # noqa: PLC0415

    return unit_profiles.open_profile(work, typed)


def read_profile_back(
    work: Path, typed: Mapping[str, str]
) -> tuple[OpenProfile, tuple[Problem, ...]]:
    """The profile with what was typed in some of its fields, and what is wrong with those alone.

    Nothing is written. Raises as :func:`open_profile`.
    """
    from docgen.workflows import unit_profiles  # noqa: PLC0415

    return unit_profiles.read_back(work, typed)


def keep_profile(work: Path, revision: str, typed: Mapping[str, str]) -> tuple[Problem, ...]:
    """Write what was typed into the profile of a work folder; what is wrong with it, if anything.

    Raises:
        ProtectedWorkError: the file has changed since it was opened at ``revision``.
        RecordError: the file cannot be changed so without changing more.
        OutsideError: the disk failed.
    """
    from docgen.workflows import unit_profiles  # noqa: PLC0415

    return unit_profiles.keep_profile(work, revision, typed)


def get_ready() -> None:
    """Load what pages need before the first is asked for; it takes a moment."""
    from docgen.workflows import overseeing, packaging  # noqa: F401, PLC0415
