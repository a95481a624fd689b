"""The items of the lists that a record tells, numbered as the rows of their sheets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from docgen.errors import RecordError, Words
from docgen.record.workbooks.values import FULLEST, contents_of

if TYPE_CHECKING:
    from docgen.record.files.tree import Plain
    from docgen.record.workbooks.layout import Field, Layout, Names, Table


def at(values: dict[str, Plain], names: Names) -> Plain:
    """The value under ``names``, ``None`` where it is not told."""
    here: Plain = values
    for name in names:
        here = here.get(name) if isinstance(here, dict) else None
    return here


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row of a list: its number, its parent's number (0 for none), the values it tells."""

    number: int
    parent: int
    values: dict[str, Plain]


@dataclass
class NumberedItems:
    """The rows of every list, numbered through each sheet."""

    file: str
    rows: dict[Names, list[FilledRow]] = field(default_factory=dict)

    def fill(self, layout: Layout, values: dict[str, Plain]) -> None:
        """Number what ``values`` tell; what Excel would cut off is refused."""
        for table in layout.tables:
            around = self.rows[table.parent.names] if table.parent else [FilledRow(0, 0, values)]
            rows: list[FilledRow] = []
            for parent in around:
                items = cast("list[dict[str, Plain]]", at(parent.values, table.below) or [])
                first = len(rows) + 1
                rows += [
                    FilledRow(place, parent.number, item) for place, item in enumerate(items, first)
                ]
            self.rows[table.names] = rows
            self.check(table, rows)

    def check(self, table: Table, rows: list[FilledRow]) -> None:
        """Refuse what Excel would cut off.

        Raises:
            RecordError: A list inside an item is too long for one cell.
        """
        for row in rows:
            for column in table.columns:
                value = at(row.values, column.names)
                if isinstance(value, list) and len(contents_of(value, column.slot)) > 1:
                    raise _too_long(self.file, table, row.number, column)


def _too_long(file: str, table: Table, number: int, column: Field) -> RecordError:
    what = Words(
        f"“{column.label}” ở dòng {number} của danh sách “{table.label}” dài hơn {FULLEST} ký tự, "
        "quá sức chứa của một ô Excel",
        f"“{column.key}” of item {number} of “{table.key}” is longer than {FULLEST} characters, "
        "more than an Excel cell holds",
    )
    hint = Words("Rút gọn, hoặc giữ bản khai ở dạng YAML.", "Shorten it, or keep the YAML file.")
    error = RecordError.at(file, *what, hint=hint)
    assert isinstance(error, RecordError)  # noqa: S101 - the class makes its own kind
    return error
