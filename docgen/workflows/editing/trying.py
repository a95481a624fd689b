"""A record as it would be with what stands on a page, of which nothing is saved yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import RecordError
from docgen.recent import Recent
from docgen.record.joining import FIELD
from docgen.record.loading import UnfitRecordError
from docgen.record.revising import foreseen
from docgen.workflows import opening
from docgen.workflows.editing.opened import open_record
from docgen.workflows.editing.plans import planned

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.plans import Typed


def sound(file: Path) -> Loaded:
    """What is sound in the record in ``file``.

    Raises:
        RecordError: nothing is.
        OutsideError: the disk failed.
    """
    opened = open_record(file)
    if opened.told((FIELD,)):  # the profile that it names may change by itself
        return _sound(opened)
    return _SOUND.of((file, opened.revision), lambda: _sound(opened))


def _sound(opened: OpenRecord) -> Loaded:
    record, faults, _ = opened.whole
    if record is None:
        raise RecordError(*faults)
    return record


_SOUND: Recent[tuple[Path, str], Loaded] = Recent(8)
"""Records read lately, by the state of their files."""


def as_typed(file: Path, typed: Typed) -> Loaded:
    """The record in ``file`` with what was ``typed``; what it cannot hold counts as not told.

    Raises:
        RecordError: nothing of it can stand.
    """
    record = open_record(file)
    plan = planned(record, typed, record.drafts)
    told = foreseen(record.tree.value, plan.revision())
    try:
        return opening.loaded_tree(record.tree.changed(value=told), record.data, record.file)
    except UnfitRecordError as fault:
        if fault.rest is None:
            raise
        return fault.rest
