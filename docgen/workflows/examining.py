"""Examining a record before anything is drafted, and the blank form to make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks import inspection as law
from docgen.checks.blanks import Blanked, Progress, blanks, check, progress
from docgen.checks.catalogue import used
from docgen.checks.numbers import twice
from docgen.checks.remark import in_reading_order
from docgen.errors import NO_WORDS, RecordError, Words
from docgen.guidance.growth import grow
from docgen.record.files.file import WORKBOOK
from docgen.record.loading import UnfitRecordError
from docgen.record.salvage import apart
from docgen.record.workbooks.spoken import in_cells
from docgen.values import Value
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import form_of, load, loaded_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.loading import Loaded
    from docgen.record.province import ModelRow
    from docgen.workflows.desk import Order


class Findings(Value):
    """What checking a record brings to light.

    Attributes:
        problems: What is doubtful.
        blanks: What prints as a blank, or as a mark.
        content: Which model of the catalogue fills the papers.
        progress: How far the record has come; nothing where it was not asked.
    """

    problems: tuple[Problem, ...]
    blanks: tuple[Blanked, ...]
    content: Words = NO_WORDS
    progress: Progress | None = None


def examine(record: Path, drafted: date) -> Findings:
    """Everything suspicious or blank in the record file.

    Raises:
        RecordError: as :func:`read_whole`.
    """
    return read_whole(record, drafted)[1]


def read_whole(record: Path, drafted: date) -> tuple[Loaded, Findings]:
    """The record in a file, with the findings about it.

    Raises:
        RecordError: the file is no record, or what it tells is wrong: told together with what is
            suspicious in the rest of it, in one pass.
    """
    return _whole(lambda: load(record), drafted)


def read_row(row: ModelRow, drafted: date) -> tuple[Loaded, Findings]:
    """The record in a row of a workbook of many models; as :func:`read_whole`."""
    return _whole(lambda: loaded_row(row), drafted)


def _whole(read_one: Callable[[], Loaded], drafted: date) -> tuple[Loaded, Findings]:
    try:
        loaded = read_one()
    except UnfitRecordError as fault:
        if not fault.readings:
            raise
        more = apart(_sure(fault.readings, drafted), fault.gone)
        raise RecordError(*in_reading_order([*fault.problems, *more])) from None
    return loaded, find(loaded, drafted)


def _sure(readings: Iterable[Loaded], drafted: date) -> list[Problem]:
    """What is wrong in every reading of a faulty record, in the order of the first."""
    first, *others = [find(one, drafted).problems for one in readings]
    return [one for one in first if all(one in other for other in others)]


def read(order: Order) -> tuple[Loaded, Findings]:
    """The record of ``order`` as it was read already, or as :func:`read_whole`; raises as that."""
    return order.known or read_whole(order.file, order.drafted)


def find(loaded: Loaded, drafted: date) -> Findings:
    """The findings about a record already read: as it stands, and against the guidance."""
    problems = in_reading_order(
        [*loaded.remarks, *check(loaded), *law.check(loaded, drafted), *twice(loaded, drafted)]
    )
    record = loaded.record
    told = tuple(in_cells(problem, type(record)) for problem in problems)
    return Findings(told, tuple(blanks(loaded)), used(record), progress(record))


def form(kind: str) -> str:
    """The blank form of a kind of record: ``tu-quan`` or ``lien-ket``.

    It points editors at the schema on this machine, wherever the form is kept.
    """
    from docgen.record import forms  # noqa: PLC0415 - for this command only

    return forms.blank_form(form_of(kind), forms.shipped_schema(form_of(kind)).as_uri())


def keep_form(kind: str, file: Path, *, every_sheet: bool = False) -> None:
    """Write the blank form of ``kind`` to ``file``, which must not exist yet.

    The name of the file says which form: ``.xlsx`` a workbook, all else YAML.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    is_book = file.suffix.lower() == WORKBOOK
    write_new(file, _sheets(kind, every_sheet) if is_book else form(kind).encode())


def keep_many(file: Path, *, every_sheet: bool = False) -> None:
    """Write the blank workbook of many models to ``file``; raises as :func:`keep_form`."""
    from docgen.record import province  # noqa: PLC0415 - for this command only
    from docgen.record.workbooks.making import province_workbook  # noqa: PLC0415 - slow to import

    write_new(file, province_workbook(province.shape(grow), every_sheet=every_sheet))


def _sheets(kind: str, every_sheet: bool) -> bytes:  # noqa: FBT001
    from docgen.record.workbooks.making import blank_workbook  # noqa: PLC0415 - slow to import

    return blank_workbook(form_of(kind).record, every_sheet=every_sheet)
