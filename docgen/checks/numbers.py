"""Numbers that stand twice in one register (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.law.numbering import once
from docgen.papers.numbers import place
from docgen.papers.register.series import numbered, series
from docgen.papers.sheet import Papers
from docgen.record.schema.shape import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.papers.register.series import Series
    from docgen.papers.sheet import Sheet
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath


def twice(loaded: Loaded, today: date) -> Iterator[Problem]:
    """Numbers told twice in one series: an error at each place, which names the other."""
    met: dict[tuple[Series, int | None], Sheet] = {}
    for sheet in numbered(Papers(loaded.record, today)):
        if sheet.issued.day is None:
            continue
        first = met.setdefault((series(sheet), sheet.issued.number), sheet)
        if first is not sheet:
            yield _taken(loaded, first, sheet)
            yield _taken(loaded, sheet, first)


def _taken(loaded: Loaded, first: Sheet, again: Sheet) -> Problem:
    named = _label(loaded.record, place(first.record, first.due))
    return remark(
        loaded,
        (*place(again.record, again.due), "number"),
        Words(
            f"số {again.issued.number} đã cấp cho {named.vi} trong cùng sổ",
            f"number {again.issued.number} is taken by {named.en} in the same register",
        ),
        once(),
        Severity.ERROR,
    )


def _label(record: AnyRecord, path: FieldPath) -> Words:
    inside = path[0] == "papers"
    root, below = (type(record.papers), path[1:]) if inside else (type(record), path)
    label = label_of(root, below)
    return Words(f"“{label.vi}”", f"“{label.en}”")
