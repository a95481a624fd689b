"""A record file in its other form: YAML as a workbook, a workbook as YAML, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.files.file import WORKBOOK, decode, is_workbook, read_bytes
from docgen.record.files.writing import has_comments, plain, yaml_text
from docgen.record.loading import OwnValues
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import own_values

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.schema.linked import AnyRecord


def convert(source: Path, target: Path, *, every_sheet: bool = False) -> bool:
    """Write the record in ``source`` to ``target``, in the form that its name asks for.

    Returns:
        Whether the source has comments, which are not kept.

    Raises:
        RecordError: ``source`` is no record; all its problems are told, and nothing is written.
        ProtectedWorkError: ``target`` exists.
        OSError: the disk failed.
    """
    _keep(own_values(source), target, every_sheet=every_sheet)
    return _commented(source)


def save(record: AnyRecord, target: Path) -> None:
    """Write ``record`` to the new file ``target``, in the form that its name asks for.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    _keep(OwnValues(type(record), plain(record)), target)


def _keep(told: OwnValues, target: Path, *, every_sheet: bool = False) -> None:
    if target.suffix.lower() == WORKBOOK:
        from docgen.record.workbooks.making import workbook  # noqa: PLC0415 - slow to import

        book = workbook(told.root, told.values, str(target), every_sheet=every_sheet)
        write_new(target, book)
    else:
        write_new(target, yaml_text(told.values).encode())


def _commented(source: Path) -> bool:
    data = read_bytes(source)
    return not is_workbook(data, source) and has_comments(decode(data, source))
