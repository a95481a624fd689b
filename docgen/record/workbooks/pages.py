"""The sheets of a workbook as they will be drawn: every cell's content and look, no file yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.record.schema.shape import Kind
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
from docgen.record.workbooks.sheets import Choice, Drawn, Look, Page
from docgen.record.workbooks.values import contents_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import Slot
    from docgen.record.workbooks.layout import Layout

READY_ROWS = 30
"""Rows of a list that are ruled from the start; more can be filled in below them."""
FIRST_ROW = 5
"""Where the items of a list begin: after the keys, the title, the labels and the example."""


def pages(layout: Layout, values: dict[str, Plain], file: str = "") -> list[Page]:
    """The workbook that tells ``values``, as :func:`docgen.record.files.writing.plain` gives them.

    Raises:
        RecordError: A list inside a list item is too long for one cell of ``file``.
    """
    offers = _Offers()
    first = _first_page(layout, values, offers)
    filled = NumberedItems(file)
    filled.fill(layout, values)
    tables = [_table_page(table, filled.rows[table.names], offers) for table in layout.tables]
    return [first, *tables, offers.page()]


@dataclass
class _Offers:
    """The lists that cells offer, a column each; fields with the same list share it."""

    lists: list[tuple[str, ...]] = field(default_factory=list)

    def choice(self, slot: Slot, column: int, first: int, last: int) -> Iterator[Choice]:
        if slot.many or slot.kind not in (Kind.CHOICE, Kind.FLAG):
            return
        lines = tuple(wording.options(slot))
        if lines not in self.lists:
            self.lists.append(lines)
        yield Choice(self.lists.index(lines) + 1, len(lines), column, first, last)

    def page(self) -> Page:
        key = Drawn(1, 1, OPTIONS_KEY, Look.KEY)
        lines = (
            Drawn(row, column, line, Look.LABEL)
            for column, lines in enumerate(self.lists, 1)
            for row, line in enumerate(lines, 2)
        )
        return Page(OPTIONS_SHEET, (key, *lines), (40,) * len(self.lists), (1, 1), hidden=True)


_KEY, _LABEL, _VALUE, _NOTE = 1, 2, 3, 4


def _first_page(layout: Layout, values: dict[str, Plain], offers: _Offers) -> Page:
    cells = [
        Drawn(1, _KEY, RECORD_KEY, Look.KEY),
        Drawn(1, _VALUE, VALUE_KEY, Look.KEY),
        Drawn(2, _KEY, SHOWN_KEY, Look.KEY),
        Drawn(2, _LABEL, wording.HEAD_LABEL, Look.HEAD),
        Drawn(2, _VALUE, wording.HEAD_VALUE, Look.HEAD),
        Drawn(2, _NOTE, wording.HEAD_NOTE, Look.HEAD),
        Drawn(3, _KEY, SHOWN_KEY, Look.KEY),
        Drawn(3, _LABEL, wording.title_of(layout), Look.TITLE),
    ]
    for row, how in enumerate(wording.HOW, 4):
        cells += [Drawn(row, _KEY, SHOWN_KEY, Look.KEY), Drawn(row, _LABEL, how, Look.INNER_PART)]
    choices: list[Choice] = []
    row = 4 + len(wording.HOW)
    for one in layout.rows:
        drawn = list(_first_rows(one, values, row))
        cells += drawn
        if isinstance(one, Field):
            choices += offers.choice(one.slot, _VALUE, row, drawn[-1].row)
        row = drawn[-1].row + 1
    return Page(
        FIRST_SHEET,
        tuple(cells),
        (20, 38, 62, 62),
        (3, _VALUE),
        tuple(choices),
        head_row=2,
        hidden_columns=(_KEY,),
    )


def _first_rows(
    one: Field | Heading | Table, values: dict[str, Plain], row: int
) -> Iterator[Drawn]:
    if isinstance(one, Heading):
        look = Look.INNER_PART if one.depth else Look.PART
        yield Drawn(row, _KEY, one.key or SHOWN_KEY, Look.KEY)
        yield from (
            Drawn(row, column, text, look)
            for column, text in ((_LABEL, one.label), (_VALUE, None), (_NOTE, None))
        )
    elif isinstance(one, Table):
        yield Drawn(row, _KEY, SHOWN_KEY, Look.KEY)
        yield Drawn(row, _LABEL, one.slots[-1].label.vi + _star(one.slots[-1]), Look.LABEL)
        yield Drawn(row, _VALUE, wording.pointer_to(one), Look.LINK, one.sheet)
    else:
        yield from _field_rows(one, values, row)


def _star(slot: Slot) -> str:
    return " *" if slot.required else ""


def _field_rows(one: Field, values: dict[str, Plain], row: int) -> Iterator[Drawn]:
    """The row of a value; a list too long for a cell takes more rows with the same key."""
    value = at(values, one.names)
    contents = [None] if value is None else contents_of(value, one.slot)
    look = Look.FIXED if _is_fixed(one) else Look.VALUE
    for here, content in enumerate(contents or [None], row):
        yield Drawn(here, _KEY, one.key, Look.KEY)
        yield Drawn(here, _LABEL, wording.label_of(one), Look.LABEL)
        yield Drawn(here, _NOTE, wording.note_on(one.slot), Look.NOTE)
        yield Drawn(here, _VALUE, content, look)


def _is_fixed(one: Field) -> bool:
    """Whether the field has one value only, which the form fills in itself."""
    return one.slot.required and len(one.slot.choices) == 1


_WIDTHS = {Kind.TEXT: 44, Kind.DAY: 13, Kind.WHOLE: 14, Kind.FLAG: 14, Kind.PERIOD: 12}
_WIDTH, _NARROW, _PARENT_WIDTH = 28, 8, 16


def _table_page(table: Table, rows: list[FilledRow], offers: _Offers) -> Page:
    before = 2 if table.parent else 1
    columns = list(enumerate(table.columns, before + 1))
    last = FIRST_ROW + max(len(rows), READY_ROWS) - 1
    cells = [*_table_head(table), *_table_rows(table, rows, last)]
    choices = [
        choice for at, one in columns for choice in offers.choice(one.slot, at, FIRST_ROW, last)
    ]
    widths = (_NARROW, *([_PARENT_WIDTH] if table.parent else []))
    return Page(
        table.sheet,
        tuple(cells),
        (*widths, *(_WIDTHS.get(one.slot.kind, _WIDTH) for one in table.columns)),
        (FIRST_ROW, before + 2),
        tuple(choices),
        open_columns=tuple(range(1, len(table.columns) + before + 1)),
        head_row=3,
    )


def _table_head(table: Table) -> Iterator[Drawn]:
    """The keys, the title, the labels, the example."""
    heads = [(table.key, wording.NUMBER, wording.EXAMPLE)]
    if table.parent:
        heads.append((PARENT_KEY, wording.parent_label(table), "1"))
    heads += [(one.key, wording.label_of(one), shown_example(one)) for one in table.columns]
    yield Drawn(2, 1, wording.head_of(table), Look.TITLE)
    for column, (key, label, example) in enumerate(heads, 1):
        yield Drawn(1, column, key, Look.KEY)
        yield Drawn(3, column, label, Look.HEAD)
        yield Drawn(4, column, example, Look.EXAMPLE)


def shown_example(column: Field) -> str:
    """The example under a column's label."""
    return wording.example_of(column.slot)


def _table_rows(table: Table, rows: list[FilledRow], last: int) -> Iterator[Drawn]:
    before = 2 if table.parent else 1
    width = before + len(table.columns)
    for row in range(FIRST_ROW, last + 1):
        filled = rows[row - FIRST_ROW] if row - FIRST_ROW < len(rows) else None
        if filled is None:
            yield from (Drawn(row, column, None, Look.VALUE) for column in range(1, width + 1))
            continue
        yield Drawn(row, 1, filled.number, Look.VALUE)
        if table.parent:
            yield Drawn(row, 2, filled.parent, Look.VALUE)
        for column, one in enumerate(table.columns, before + 1):
            value = at(filled.values, one.names)
            contents = [] if value is None else contents_of(value, one.slot)
            yield Drawn(row, column, contents[0] if contents else None, Look.VALUE)
