"""Which sheets, rows and columns a record's workbook has, read off the model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from docgen.record.schema.shape import slots_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import Slot

Names: TypeAlias = tuple[str, ...]
"""Names of fields from the record (or from a list item) down, without indices of items."""

FIRST_SHEET = "Bản khai"
OPTIONS_SHEET = "Danh mục"
SHEET_MARK = "#"
"""Begins the key that tells which list a sheet holds; its column holds the rows' numbers."""
RECORD_KEY = SHEET_MARK + "record"
OPTIONS_KEY = SHEET_MARK + "options"
VALUE_KEY = "value"
PARENT_KEY = "^"
SHOWN_KEY = "//"
"""Stands where a key would on rows that only explain."""
GENERAL = "Mục chung"
PROFILE = "profile"
"""The field that names the profile: whoever fills it in leaves much of the rest empty."""
_LONGEST_NAME = 31
_NUMBERED = 27
"""Characters of a name that a number tells apart from others."""
_FEW = 2


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the record: a row of the first sheet, or a column of a list's sheet.

    ``names`` lead to it, from the record or from the list item; ``slots`` are met on the way.
    """

    names: Names
    slots: tuple[Slot, ...]
    above: int = 0
    """How many of the slots a heading above has told already."""

    @property
    def key(self) -> str:
        """``issuer.head.title``, as the hidden keys have it."""
        return ".".join(self.names)

    @property
    def slot(self) -> Slot:
        """The field itself."""
        return self.slots[-1]

    @property
    def label(self) -> str:
        """``Người ký › Họ và tên``, without what the heading says."""
        return " › ".join(slot.label.vi for slot in self.slots[self.above :])


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a part on the first sheet, or of what stands in no part (no names then)."""

    names: Names
    slots: tuple[Slot, ...]

    @property
    def key(self) -> str:
        """``issuer.head``."""
        return ".".join(self.names)

    @property
    def label(self) -> str:
        """``Đơn vị ra quyết định › Người ký``."""
        return " › ".join(slot.label.vi for slot in self.slots) or GENERAL

    @property
    def depth(self) -> int:
        """How many parts stand around this one."""
        return max(len(self.slots) - 1, 0)


@dataclass(frozen=True, slots=True)
class Table:
    """The sheet of one list of parts; a list inside list items refers to its parent's rows."""

    names: Names
    slots: tuple[Slot, ...]
    sheet: str
    columns: tuple[Field, ...]
    parent: Table | None

    @property
    def key(self) -> str:
        """``#assessments.honours``."""
        return SHEET_MARK + ".".join(self.names)

    @property
    def below(self) -> Names:
        """The names that lead here from the record, or from an item of the parent."""
        return self.names[len(self.parent.names) :] if self.parent else self.names

    @property
    def item(self) -> type[RecordPart]:
        """What each row is."""
        return _part_of(self.slots[-1])

    @property
    def later(self) -> bool:
        """Whether the list is of the model's later life."""
        return any(slot.about.later for slot in self.slots)

    @property
    def section(self) -> Names:
        """The names down to what comes later in life as one; those of a list at the top."""
        later = [place for place, slot in enumerate(self.slots) if slot.about.later]
        return self.names[: later[0] + 1 if later else 1]

    @property
    def label(self) -> str:
        """``Đánh giá, xếp loại từng kỳ › Khen thưởng trong năm``."""
        return " › ".join(slot.label.vi for slot in self.slots)

    @property
    def bare(self) -> bool:
        """Whether a row may be all empty: a place to fill in by hand, on paper."""
        return not any(slot.required for slot in slots_of(self.item).values())


@dataclass(frozen=True, slots=True)
class Layout:
    """A workbook for records of one kind: rows of the first sheet, and the sheets after it.

    A list's sheet comes after that of the list around it.
    """

    root: type[RecordPart]
    rows: tuple[Field | Heading | Table, ...]
    tables: tuple[Table, ...]

    def lists_in(self, table: Table) -> list[Table]:
        """The lists inside the items of ``table``."""
        return [inner for inner in self.tables if inner.parent is table]


@cache
def layout_of(root: type[RecordPart]) -> Layout:
    """The workbook of the records that ``root`` describes."""
    tables = tuple(_tables(root, (), (), None, {FIRST_SHEET.casefold(), OPTIONS_SHEET.casefold()}))
    by_names = {table.names: table for table in tables}
    return Layout(root, tuple(_first_rows(root, by_names)), tables)


def _first_rows(
    root: type[RecordPart], tables: dict[Names, Table]
) -> Iterator[Field | Heading | Table]:
    """What every record needs comes first, then what stands in no part, then the other parts."""
    needed = {name for name, slot in slots_of(root).items() if slot.required} | {PROFILE}
    rows = list(_rows(root, (), (), 0, tables))
    yield from (row for row in rows if row.names[0] in needed)
    yield Heading((), ())
    loose = [row for row in rows if len(row.names) == 1 and not isinstance(row, Heading)]
    yield from (row for row in loose if row.names[0] not in needed)
    yield from (row for row in rows if row not in loose and row.names[0] not in needed)


def _rows(
    part: type[RecordPart],
    names: Names,
    slots: tuple[Slot, ...],
    above: int,
    tables: dict[Names, Table],
) -> Iterator[Field | Heading | Table]:
    """Values and lists first, then the parts inside, so that each stands under its own head."""
    inner = slots_of(part).values()
    parts = [slot for slot in inner if slot.part is not None and not slot.many]
    values = [slot for slot in inner if slot not in parts]
    for slot in values:
        here = (*names, slot.name)
        yield Field(here, (*slots, slot), above) if slot.part is None else tables[here]
    for slot in sorted(parts, key=lambda slot: bool(names) and _headed(slot)):
        here, met = (*names, slot.name), (*slots, slot)
        headed = not names or _headed(slot)
        if headed:
            yield Heading(here, met)
        yield from _rows(_part_of(slot), here, met, len(met) if headed else above, tables)


def _headed(slot: Slot) -> bool:
    """Whether a part inside a part is long enough for a head of its own."""
    return len(slots_of(_part_of(slot))) > _FEW


def _part_of(slot: Slot) -> type[RecordPart]:
    assert slot.part is not None  # noqa: S101 - asked by the caller
    return slot.part


def _tables(
    part: type[RecordPart],
    names: Names,
    slots: tuple[Slot, ...],
    parent: Table | None,
    taken: set[str],
) -> Iterator[Table]:
    for slot in slots_of(part).values():
        if slot.part is None:
            continue
        here, met = (*names, slot.name), (*slots, slot)
        if not slot.many:
            yield from _tables(slot.part, here, met, parent, taken)
            continue
        sheet = _sheet_name(met, taken)
        table = Table(here, met, sheet, tuple(_columns(slot.part, (), ())), parent)
        yield table
        yield from _tables(slot.part, here, met, table, taken)


def _columns(part: type[RecordPart], names: Names, slots: tuple[Slot, ...]) -> Iterator[Field]:
    for slot in slots_of(part).values():
        here, met = (*names, slot.name), (*slots, slot)
        if slot.part is None:
            yield Field(here, met)
        elif not slot.many:
            yield from _columns(slot.part, here, met)


def _sheet_name(slots: tuple[Slot, ...], taken: set[str]) -> str:
    """What the sheet of a list is called: as the model says, told apart by what is around it."""
    own, around = _called(slots[-1]), _called(slots[max(len(slots) - 2, 0)])
    names = [own, f"{own} {around}", *(f"{own[:_NUMBERED]} {number}" for number in range(2, 100))]
    name = next(
        free for free in names if free.casefold() not in taken and len(free) <= _LONGEST_NAME
    )
    taken.add(name.casefold())
    return name


def _called(slot: Slot) -> str:
    """The short name, or the label without what Excel refuses."""
    return " ".join(re.sub(r"[\[\]:*?/\\',]", " ", slot.about.sheet or slot.label.vi).split())
