"""The lists of a workbook: each row an item, put where it belongs in the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from docgen.errors import Place
from docgen.record.explaining import at_mark
from docgen.record.workbooks import faults, wording
from docgen.record.workbooks.layout import PARENT_KEY, RECORD_KEY, Field
from docgen.record.workbooks.opening import Odd
from docgen.text.normal import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.files.tree import Mark, Plain
    from docgen.record.schema.shape import FieldPath, Slot
    from docgen.record.workbooks.keyed import KeyedSheet
    from docgen.record.workbooks.layout import Layout, Names, Table
    from docgen.record.workbooks.reading import Taken

_TITLE_ROWS = 3
"""The rows of a sheet that are not items: title, labels, example."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list that was read: its path in the record, its values, its row."""

    path: FieldPath
    values: dict[str, Plain]
    row: int


@dataclass
class Lists:
    """Reads the sheet of each list, outer lists before those inside them."""

    sheets: dict[str, KeyedSheet]
    layout: Layout
    taken: Taken
    numbered: dict[Names, dict[int, ListItem]] = field(default_factory=dict)

    def read(self) -> None:
        """Put every item into what is taken; tell what stands where nothing is read."""
        for table in self.layout.tables:
            self.numbered[table.names] = {}
            sheet = self.sheets.get(table.key)
            if sheet is None and table.parent is not None and table.parent.key not in self.sheets:
                continue  # told of the list around it
            if sheet is None:
                self.taken.remark(Place(self.taken.file), *faults.no_sheet(table))
            else:
                self.mark_list(table, sheet)
                self.see_columns(table, sheet)
                _Rows(self, table, sheet).read()
        known = {RECORD_KEY, *(table.key for table in self.layout.tables)}
        for key, sheet in self.sheets.items():
            if key not in known:
                self.strange(sheet)

    def mark_list(self, table: Table, sheet: KeyedSheet) -> None:
        """Where a list is missing: on its sheet, at the labels."""
        mark = sheet.mark(sheet.key_row + 2, sheet.key_column)
        if table.parent is None:
            self.taken.marks[table.names] = mark
        else:
            for parent in self.numbered[table.parent.names].values():
                self.taken.marks[*parent.path, *table.below] = mark

    def see_columns(self, table: Table, sheet: KeyedSheet) -> None:
        """Tell which columns of the list are gone."""
        place = at_mark(sheet.mark(sheet.key_row, sheet.key_column), "", self.taken.file)
        for column in table.columns:
            if column.key not in sheet.columns:
                told = faults.no_column(column.label, sheet.sheet.name)
                self.taken.remark(place, *told)

    def strange(self, sheet: KeyedSheet) -> None:
        """A list that the model does not have, told all the same."""
        rows = [row for row in sheet.rows if row > sheet.key_row + _TITLE_ROWS]
        if rows:
            path = tuple(sheet.key[1:].split("."))
            self.taken.refuse(path, sheet.mark(rows[0], min(sheet.rows[rows[0]])), *faults.NO_KEY)

    def referred(self, table: Table) -> set[str]:
        """The row numbers of ``table`` that the lists inside it name."""
        found: set[str] = set()
        for inner in self.layout.lists_in(table):
            sheet = self.sheets.get(inner.key)
            if sheet is not None and PARENT_KEY in sheet.columns:
                found |= {sheet.text(row, sheet.columns[PARENT_KEY]) for row in _own_rows(sheet)}
        return found - {""}


def _own_rows(sheet: KeyedSheet) -> Iterator[int]:
    """The rows of a list without its example, which names a row, too."""
    for row in sheet.rows:
        if clean_line(sheet.text(row, sheet.key_column)) != wording.EXAMPLE:
            yield row


@dataclass
class _Rows:
    """Reads the rows of one list."""

    lists: Lists
    table: Table
    sheet: KeyedSheet
    strays: set[int] = field(default_factory=set)

    @property
    def taken(self) -> Taken:
        return self.lists.taken

    def read(self) -> None:
        referred = self.lists.referred(self.table)
        for row in self.sheet.rows:
            number = self.sheet.text(row, self.sheet.key_column)
            if self.only_shown(row, number):
                continue
            if self.tells(row) or (number and (self.table.bare or number in referred)):
                self.item(row, number)

    def only_shown(self, row: int, number: str) -> bool:
        """Whether the row is the title, the labels or the example; a changed example is told."""
        shown = clean_line(number)
        if shown == wording.NUMBER or wording.is_title(self.table, shown):
            return True
        if shown != wording.EXAMPLE:
            return False
        for place, column in self.columns():
            text = self.sheet.text(row, place)
            if text and not wording.is_example(column.slot, text):
                mark = self.sheet.mark(row, place)
                self.taken.refuse(self.table.names, mark, *faults.CHANGED_EXAMPLE)
        return True

    def columns(self) -> Iterator[tuple[int, Field]]:
        """The columns that the sheet still has, each with its place."""
        for column in self.table.columns:
            if column.key in self.sheet.columns:
                yield self.sheet.columns[column.key], column

    def tells(self, row: int) -> bool:
        """Whether the row holds more than its numbers."""
        apart = {self.sheet.key_column, self.sheet.columns.get(PARENT_KEY)}
        return any(column not in apart for column in self.sheet.rows[row])

    def item(self, row: int, number: str) -> None:
        values: dict[str, Plain] = {}
        path = self.placed(row, values)
        if path is None:
            return
        self.taken.mark(path, self.sheet.mark(row, self.sheet.key_column))
        self.remember(ListItem(path, values, row), number)
        if self.sheet.merged_at(row, self.sheet.columns.values()):
            mark = self.sheet.mark(row, self.sheet.key_column)
            self.taken.refuse(path, mark, *faults.MERGED)
        for place, column in self.columns():
            self.take(row, place, (*path, *column.names), column.slot, (values, column.names))
        self.take_unknown(row, path, values)

    def placed(self, row: int, values: dict[str, Plain]) -> FieldPath | None:
        """Put ``values`` into their list; the path of the new item, ``None`` if it has no list."""
        inside, around = self.taken.value, cast("FieldPath", ())
        if self.table.parent is not None:
            parent = self.parent(row)
            if parent is None:
                return None
            inside, around = parent.values, parent.path
        for name in self.table.below[:-1]:
            inside = cast("dict[str, Plain]", inside.setdefault(name, {}))
        items = cast("list[Plain]", inside.setdefault(self.table.below[-1], []))
        items.append(values)
        return (*around, *self.table.below, len(items) - 1)

    def parent(self, row: int) -> ListItem | None:
        """The item that the row belongs to, by the number that it names."""
        assert self.table.parent is not None  # noqa: S101 - asked by the caller
        column = self.sheet.columns.get(PARENT_KEY, self.sheet.key_column)
        number = self.sheet.text(row, column) if PARENT_KEY in self.sheet.columns else ""
        known = self.lists.numbered[self.table.parent.names]
        found = known.get(int(number)) if number.isdecimal() else None
        if found is None:
            fault = faults.no_parent(number, self.table.parent.sheet)
            self.taken.refuse(self.table.names, self.sheet.mark(row, column), *fault)
        return found

    def remember(self, item: ListItem, number: str) -> None:
        """Keep the item under its number, or else under its place in the list."""
        known = self.lists.numbered[self.table.names]
        own = int(number) if number.isdecimal() else len(known) + 1
        if own not in known:
            known[own] = item
        elif number.isdecimal() or self.lists.layout.lists_in(self.table):
            mark = self.sheet.mark(item.row, self.sheet.key_column)
            self.taken.refuse(item.path, mark, *faults.number_twice(own, known[own].row))

    def take(
        self,
        row: int,
        column: int,
        path: FieldPath,
        slot: Slot,
        into: tuple[dict[str, Plain], Names],
    ) -> None:
        """Take what one cell tells of the field at ``path``."""
        mark: Mark = self.sheet.mark(row, column)
        self.taken.mark(path, mark)
        content = self.sheet.rows[row].get(column)
        if content is None:
            return
        value = self.taken.content(content, path, mark, slot)
        if value is not None:
            self.taken.put(*into, value)

    def take_unknown(self, row: int, path: FieldPath, values: dict[str, Plain]) -> None:
        """Cells under a key that the model does not have, or under none: nothing gets lost."""
        known = {self.sheet.key_column, self.sheet.columns.get(PARENT_KEY)}
        known |= {place for place, _ in self.columns()}
        keys = {column: key for key, column in self.sheet.columns.items()}
        for column, content in self.sheet.rows[row].items():
            mark = self.sheet.mark(row, column)
            if column in known or column in self.strays:
                continue
            if column in keys and not isinstance(content, Odd):
                self.taken.mark((*path, keys[column]), mark)
                values[keys[column]] = str(content)
            else:
                self.strays.add(column)
                self.taken.refuse((*path, f"column {column}"), mark, *faults.NO_KEY)
