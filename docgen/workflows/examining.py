"""Examining a record before anything is drafted, and the blank form to make one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.checks import inspection as law
from docgen.checks.blanks import Blanked, blanks, check
from docgen.checks.numbers import twice
from docgen.checks.remark import in_reading_order
from docgen.record.files.file import WORKBOOK
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import form_of, load

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.loading import Loaded


@dataclass(frozen=True, slots=True)
class Findings:
    """What checking a record brings to light."""

    problems: tuple[Problem, ...]
    blanks: tuple[Blanked, ...]


def examine(record: Path, drafted: date) -> Findings:
    """Everything suspicious or blank in the record file.

    Raises:
        RecordError: the file is no record, or what it tells is wrong.
    """
    return find(load(record), drafted)


def find(loaded: Loaded, drafted: date) -> Findings:
    """The findings about a record already read: as it stands, and against the guidance."""
    problems = in_reading_order(
        [*loaded.remarks, *check(loaded), *law.check(loaded, drafted), *twice(loaded, drafted)]
    )
    return Findings(tuple(problems), tuple(blanks(loaded)))


def form(kind: str) -> str:
    """The blank form of a kind of record: ``tu-quan`` or ``lien-ket``.

    It points editors at the schema on this machine, wherever the form is kept.
    """
    from docgen.record import forms  # noqa: PLC0415 - for this command only

    return forms.blank_form(form_of(kind), forms.shipped_schema(form_of(kind)).as_uri())


def keep_form(kind: str, file: Path) -> None:
    """Write the blank form of ``kind`` to ``file``, which must not exist yet.

    The name of the file says which form: ``.xlsx`` a workbook, all else YAML.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    write_new(file, _sheets(kind) if file.suffix.lower() == WORKBOOK else form(kind).encode())


def _sheets(kind: str) -> bytes:
    from docgen.record.workbooks.making import blank_workbook  # noqa: PLC0415 - slow to import

    return blank_workbook(form_of(kind).record)
