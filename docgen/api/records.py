"""Records: loaded, built, saved, checked, blank ones, from one form to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.workflows.examining import Findings
    from docgen.workflows.profiling import UnitProfile


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


def examine(path: Path, *, on: date) -> Findings:
    """What is doubtful in the record file at ``path``, as :func:`check`, read in the same pass.

    Raises:
        RecordError: the file or what it tells has problems; all of them are told at once, those
            of the rest of the record too.
        OutsideError: the disk failed.
    """
    from docgen.workflows import examining  # noqa: PLC0415

    return examining.examine(path, on)


def convert(source: Path, target: Path, *, every_sheet: bool = False) -> bool:
    """Write the record in ``source`` to ``target``, a new file in the other form.

    A workbook hides empty sheets of the model's later life, unless ``every_sheet``.

    Returns:
        Whether the source has comments, which are not kept.

    Raises:
        RecordError: ``source`` is no record.
        ProtectedWorkError: ``target`` exists.
        OSError: the disk failed.
    """
    from docgen.workflows import converting  # noqa: PLC0415

    return converting.convert(source, target, every_sheet=every_sheet)


def profile(file: Path) -> UnitProfile:
    """What the profile of a unit in ``file`` tells, and what follows from it.

    Raises:
        RecordError: the file is no profile, or what it tells is wrong.
        OutsideError: the disk failed.
    """
    from docgen.workflows import profiling  # noqa: PLC0415

    return profiling.profile(file)


def form(kind: str) -> str:
    """The blank record of a kind as YAML with comments.

    ``tu-quan``, ``lien-ket``; ``don-vi`` is the blank profile of a unit.
    """
    from docgen.workflows import examining  # noqa: PLC0415

    return examining.form(kind)


def keep_form(kind: str, file: Path, *, every_sheet: bool = False) -> None:
    """Write the blank form of ``kind``, as :func:`form`, to a new file: ``.yaml`` or ``.xlsx``.

    A workbook hides the sheets of the model's later life, unless ``every_sheet``.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    from docgen.workflows import examining  # noqa: PLC0415

    examining.keep_form(kind, file, every_sheet=every_sheet)


def keep_many(file: Path, *, every_sheet: bool = False) -> None:
    """Write the blank workbook of many models to a new ``.xlsx`` file; raises as keep_form."""
    from docgen.workflows import examining  # noqa: PLC0415

    examining.keep_many(file, every_sheet=every_sheet)
