"""The sheets of a workbook composed: every cell's content and look, no file yet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docgen.record.schema.shape import FieldKind
from docgen.record.workbooks import wording
from docgen.record.workbooks.items import FilledRow, NumberedItems, at
from docgen.record.workbooks.layout import (
    FIRST_SHEET,
    OPTIONS_KEY,
    OPTIONS_SHEET,
    PARENT_KEY,
    RECORD_KEY,
    SHOWN_KEY,
    VALUE_KEY,
    Field,
    Heading,
    Table,
)
from docgen.record.workbooks.sheets import CellLook, Choice, DrawnCell, DrawnSheet
from docgen.record.workbooks.values import contents_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import Slot
    from docgen.record.workbooks.layout import Layout, Names

READY_ROWS = 20
"""Rows of a list that are ruled from the start; more can be filled in below them."""
FIRST_ROW = 5
"""Where the items of a list begin: after the keys, the title, the labels and the example."""


def composed(
    layout: Layout, values: dict[str, Plain], file: str = "", *, every_sheet: bool = False
) -> list[DrawnSheet]:
    """The workbook that tells ``values``, as :func:`docgen.record.files.writing.plain` gives them.

    Sheets of the model's later life are hidden where they tell nothing, unless ``every_sheet``.

    Raises:
        RecordError: A list inside a list item is too long for one cell of ``file``.
    """
    offers = _Offers()
    filled = NumberedItems(file)
    filled.fill(layout, values)
    begun = {table.section for table in layout.tables if filled.rows[table.names]}
    hidden = {
        table.names
        for table in layout.tables
        if table.later and table.section not in begun and not every_sheet
    }
    first = _first_sheet(layout, values, offers, hidden)
    tables = [
        replace(_table_sheet(table, filled.rows[table.names], offers), hidden=table.names in hidden)
        for table in layout.tables
    ]
    return [first, *tables, offers.sheet()]


@dataclass
class _Offers:
    """The lists that cells offer, a column each; fields with the same list share it."""

    lists: list[tuple[str, ...]] = field(default_factory=list)

    def choice(self, slot: Slot, column: int, first: int, last: int) -> Iterator[Choice]:
        if slot.many or not wording.has_options(slot):
            return
        lines = tuple(wording.options(slot))
        if lines not in self.lists:
            self.lists.append(lines)
        place = self.lists.index(lines) + 1
        yield Choice(place, len(lines), column, first, last, strict=not slot.about.offers)

    def sheet(self) -> DrawnSheet:
        key = DrawnCell(1, 1, OPTIONS_KEY, CellLook.KEY)
        lines = (
            DrawnCell(row, column, line, CellLook.LABEL)
            for column, lines in enumerate(self.lists, 1)
            for row, line in enumerate(lines, 2)
        )
        return DrawnSheet(
            OPTIONS_SHEET, (key, *lines), (40,) * len(self.lists), (1, 1), hidden=True
        )


_KEY, _LABEL, _VALUE, _NOTE = 1, 2, 3, 4


def _first_sheet(
    layout: Layout, values: dict[str, Plain], offers: _Offers, hidden: set[Names]
) -> DrawnSheet:
    how = wording.how_of(layout)
    cells = [
        DrawnCell(1, _KEY, RECORD_KEY, CellLook.KEY),
        DrawnCell(1, _VALUE, VALUE_KEY, CellLook.KEY),
        DrawnCell(2, _KEY, SHOWN_KEY, CellLook.KEY),
        DrawnCell(2, _LABEL, wording.HEAD_LABEL, CellLook.HEAD),
        DrawnCell(2, _VALUE, wording.HEAD_VALUE, CellLook.HEAD),
        DrawnCell(2, _NOTE, wording.HEAD_NOTE, CellLook.HEAD),
        DrawnCell(3, _KEY, SHOWN_KEY, CellLook.KEY),
        DrawnCell(3, _LABEL, wording.title_of(layout), CellLook.TITLE),
    ]
    for row, line in enumerate(how, 4):
        cells += [
            DrawnCell(row, _KEY, SHOWN_KEY, CellLook.KEY),
            DrawnCell(row, _LABEL, line, CellLook.INNER_PART),
        ]
    choices: list[Choice] = []
    row = 4 + len(how)
    for entry in layout.rows:
        drawn = list(_first_rows(entry, values, row, hidden))
        cells += drawn
        if isinstance(entry, Field):
            choices += offers.choice(entry.slot, _VALUE, row, drawn[-1].row)
        row = drawn[-1].row + 1
    return DrawnSheet(
        FIRST_SHEET,
        tuple(cells),
        (20, 36, 56, 50),
        (3, _VALUE),
        tuple(choices),
        head_row=2,
        hidden_columns=(_KEY,),
    )


def _first_rows(
    entry: Field | Heading | Table, values: dict[str, Plain], row: int, hidden: set[Names]
) -> Iterator[DrawnCell]:
    if isinstance(entry, Heading):
        look = CellLook.INNER_PART if entry.depth else CellLook.PART
        yield DrawnCell(row, _KEY, entry.key or SHOWN_KEY, CellLook.KEY)
        yield from (
            DrawnCell(row, column, text, look)
            for column, text in ((_LABEL, entry.label), (_VALUE, None), (_NOTE, None))
        )
    elif isinstance(entry, Table):
        yield DrawnCell(row, _KEY, SHOWN_KEY, CellLook.KEY)
        yield DrawnCell(
            row, _LABEL, entry.slots[-1].label.vi + _star(entry.slots[-1]), CellLook.LABEL
        )
        unseen = entry.names in hidden
        look, link = (CellLook.NOTE, "") if unseen else (CellLook.LINK, entry.sheet)
        yield DrawnCell(row, _VALUE, wording.pointer_to(entry, hidden=unseen), look, link)
        yield DrawnCell(row, _NOTE, None, CellLook.NOTE)
    else:
        yield from _field_rows(entry, values, row)


def _star(slot: Slot) -> str:
    return " *" if slot.required else ""


def _field_rows(entry: Field, values: dict[str, Plain], row: int) -> Iterator[DrawnCell]:
    """The row of a value; a list too long for a cell takes more rows with the same key."""
    value = at(values, entry.names)
    contents = [None] if value is None else contents_of(value, entry.slot)
    look = CellLook.FIXED if _is_fixed(entry) else CellLook.VALUE
    for here, content in enumerate(contents or [None], row):
        yield DrawnCell(here, _KEY, entry.key, CellLook.KEY)
        yield DrawnCell(here, _LABEL, wording.label_of(entry), CellLook.LABEL)
        yield DrawnCell(here, _NOTE, wording.note_on(entry.slot), CellLook.NOTE)
        yield DrawnCell(here, _VALUE, content, look)


def _is_fixed(entry: Field) -> bool:
    """Whether the field has one value only, which the form fills in itself."""
    return entry.slot.required and len(entry.slot.choices) == 1


_WIDTHS = {FieldKind.TEXT: 44, FieldKind.DAY: 13, FieldKind.WHOLE: 12, FieldKind.PERIOD: 12}
_NARROWEST, _WIDEST = 12, 36
_NARROW, _PARENT_WIDTH = 8, 20


def _width(column: Field) -> int:
    """As wide as its example, or the words that it offers, want it."""
    if column.slot.kind in _WIDTHS and not column.slot.many:
        return _WIDTHS[column.slot.kind]
    texts = [*shown_example(column).split("\n"), *map(str, wording.options(column.slot))]
    wanted = max(len(text) for text in (*texts, *column.label.split(" ")))
    return min(max(wanted + wanted // 4 + 2, _NARROWEST), _WIDEST)


def _table_sheet(table: Table, rows: list[FilledRow], offers: _Offers) -> DrawnSheet:
    before = 2 if table.parent else 1
    columns = list(enumerate(table.columns, before + 1))
    last = FIRST_ROW + max(len(rows), READY_ROWS) - 1
    cells = [*_table_head(table), *_table_rows(table, rows, last)]
    choices = [
        choice
        for place, column in columns
        for choice in offers.choice(column.slot, place, FIRST_ROW, last)
    ]
    widths = (_NARROW, *([_PARENT_WIDTH] if table.parent else []))
    return DrawnSheet(
        table.sheet,
        tuple(cells),
        (*widths, *map(_width, table.columns)),
        (FIRST_ROW, before + 2),
        tuple(choices),
        open_columns=tuple(range(1, len(table.columns) + before + 1)),
        head_row=3,
    )


def _table_head(table: Table) -> Iterator[DrawnCell]:
    """The keys, the title, the labels, the example."""
    heads = [(table.key, wording.NUMBER, wording.EXAMPLE)]
    if table.parent:
        heads.append((PARENT_KEY, wording.parent_label(table), "1"))
    heads += [
        (column.key, wording.label_of(column), shown_example(column)) for column in table.columns
    ]
    yield DrawnCell(2, 1, table.label, CellLook.TITLE)
    for column, (key, label, example) in enumerate(heads, 1):
        yield DrawnCell(1, column, key, CellLook.KEY)
        yield DrawnCell(3, column, label, CellLook.HEAD)
        yield DrawnCell(4, column, example, CellLook.EXAMPLE)


def shown_example(column: Field) -> str:
    """The example under a column's label."""
    return wording.example_of(column.slot)


def _table_rows(table: Table, rows: list[FilledRow], last: int) -> Iterator[DrawnCell]:
    before = 2 if table.parent else 1
    width = before + len(table.columns)
    for row in range(FIRST_ROW, last + 1):
        filled = rows[row - FIRST_ROW] if row - FIRST_ROW < len(rows) else None
        if filled is None:
            yield from (
                DrawnCell(row, column, None, CellLook.VALUE) for column in range(1, width + 1)
            )
            continue
        yield DrawnCell(row, 1, filled.number, CellLook.VALUE)
        if table.parent:
            yield DrawnCell(row, 2, filled.parent, CellLook.VALUE)
        for place, column in enumerate(table.columns, before + 1):
            value = at(filled.values, column.names)
            contents = [] if value is None else contents_of(value, column.slot)
            yield DrawnCell(row, place, contents[0] if contents else None, CellLook.VALUE)
