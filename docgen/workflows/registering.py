"""The register of outgoing papers of one or many folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.documents.ledger import ledger
from docgen.documents.register import Entry, entries
from docgen.record.loading import load
from docgen.workflows.bundling import record_of
from docgen.workflows.keeping import write_new
from docgen.workflows.packaging import Order, desk, dues
from docgen.workflows.standing import looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path


def register(folders: Iterable[Path], file: Path, today: date) -> int:
    """Write the register of all numbered papers of ``folders`` to a new workbook.

    Returns:
        How many papers it lists.

    Raises:
        DocgenError: a folder is none of docgen's, or its record is not there.
        RecordError: a record cannot be read.
        ProtectedWorkError: ``file`` exists.
        OutsideError: the disk failed.
    """
    found = [entry for folder in folders for entry in _entries(folder, today)]
    write_new(file, ledger(found))
    return len(found)


def _entries(directory: Path, today: date) -> list[Entry]:
    there = looked_at(directory)
    order = Order(record_of(directory, None, there), directory, today)
    table = desk(order, load(order.record), there)
    return entries(table.record, dues(table), today)
