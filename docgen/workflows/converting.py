"""A record file in its other form: YAML as a workbook, a workbook as YAML, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record.files.file import WORKBOOK, decode, is_workbook, read_bytes
from docgen.record.files.writing import has_comments, yaml_of
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import load

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.schema.linked import AnyRecord


def convert(source: Path, target: Path) -> bool:
    """Write the record in ``source`` to ``target``, in the form that its name asks for.

    Returns:
        Whether the source has comments, which are not kept.

    Raises:
        RecordError: ``source`` is no record; all its problems are told, and nothing is written.
        ProtectedWorkError: ``target`` exists.
        OSError: the disk failed.
    """
    save(load(source).record, target)
    return _commented(source)


def save(record: AnyRecord, target: Path) -> None:
    """Write ``record`` to the new file ``target``, in the form that its name asks for.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    if target.suffix.lower() == WORKBOOK:
        from docgen.record.workbooks.making import workbook_of  # noqa: PLC0415 - slow to import

        write_new(target, workbook_of(record, str(target)))
    else:
        write_new(target, yaml_of(record).encode())


def _commented(source: Path) -> bool:
    data = read_bytes(source)
    return not is_workbook(data, source) and has_comments(decode(data, source))
