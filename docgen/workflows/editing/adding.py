"""A pasted table put into a list of the record: added below, or in place of what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.record.schema.shape import slots_along, slots_of
from docgen.record.typed import text_of
from docgen.workflows.editing.opened import open_record
from docgen.workflows.editing.plans import Arranged, NewRow, Plan, count_of, path_in
from docgen.workflows.editing.saving import TURN, changed_meanwhile, write
from docgen.workflows.pasting.reading import pasted
from docgen.workflows.pasting.rows import REPLACE

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.saving import Saved
    from docgen.workflows.pasting.reading import PastedTable
    from docgen.workflows.pasting.rows import Choices


def part_of(record: OpenRecord, path: FieldPath) -> type[RecordPart] | None:
    """What each row of the list at ``path`` is; nothing where no list of parts stands there."""
    met = slots_along(record.root, path)
    whole = len(met) == len(path)
    return met[-1][0].part if whole and met and met[-1][0].many else None


def rows_there(record: OpenRecord, path: FieldPath) -> list[dict[str, str]]:
    """The rows of a list, each by its fields, as texts."""
    part = part_of(record, path)
    told = record.told(path)
    if part is None or not isinstance(told, list):
        return []
    plain = {name: slot for name, slot in slots_of(part).items() if slot.part is None}
    return [
        {name: text_of(slot, item.get(name)) for name, slot in plain.items()}
        if isinstance(item, dict)
        else {}
        for item in told
    ]


def preview(file: Path, name: str, text: str, choices: Choices) -> tuple[OpenRecord, PastedTable]:
    """The record in ``file``, and what pasting ``text`` into its list ``name`` would add.

    Raises:
        RecordError: nothing can be pasted, or the file can no longer be read.
        OutsideError: the disk failed.
    """
    record = open_record(file)
    path = path_in(name)
    part = part_of(record, path)
    fields = [one.name for one in slots_of(part).values() if one.part is None] if part else []
    return record, pasted(text, fields, rows_there(record, path), choices)


def add(
    file: Path, revision: str, name: str, text: str, choices: Choices, *, instead: bool
) -> Saved:
    """Add what is pasted to the list ``name``; ``instead`` of its rows, or below them.

    Raises:
        ChangedMeanwhileError: the file has changed since the preview was shown.
        RecordError: nothing can be pasted, or the record cannot hold so many rows.
        OutsideError: the disk failed.
    """
    with TURN:
        record, table = preview(file, name, text, choices)
        if record.revision != revision:
            raise changed_meanwhile(file)
        path = path_in(name)
        plan = Plan(record, drafts=dict(record.drafts))
        rows: list[int | NewRow] = [] if instead else list(range(count_of(record, path)))
        for row in table.taken:
            new = NewRow(len(rows), {(field,): told for field, told in row.values.items()})
            if not instead and row.fate == REPLACE and row.twin and row.twin.in_table:
                rows[row.twin.other - 1] = new
            else:
                rows.append(new)
        plan.lists[path] = Arranged(rows)
        return write(record, plan, _said(record, path, len(table.taken)))


def row_word(record: OpenRecord, path: FieldPath) -> Words:
    """What the rows of a list are counted as: people, or rows."""
    part = part_of(record, path)
    people = part is not None and "honorific" in slots_of(part)
    return Words("người", "people") if people else Words("dòng", "rows")


def _said(record: OpenRecord, path: FieldPath, count: int) -> Words:
    """What was added, as undoing it is offered; the list is named where it is not the members."""
    word, label = row_word(record, path), slots_along(record.root, path)[-1][0].label
    if path == ("members",):
        return Words(f"thêm {count} {word.vi}", f"add {count} {word.en}")
    return Words(
        f"thêm {count} {word.vi} vào “{label.vi}”", f"add {count} {word.en} to “{label.en}”"
    )
