"""A filled workbook as a tree of values with the sheet and cell of each, as YAML is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from docgen.errors import Place, Problem, RecordError, Severity, Words
from docgen.record.explaining import at_mark
from docgen.record.files.file import NEW_FORM
from docgen.record.files.tree import Tree
from docgen.record.schema.shape import dotted, slots_along, slots_of
from docgen.record.workbooks import faults
from docgen.record.workbooks.keyed import KeyedSheet, keyed, lost_keys, twice
from docgen.record.workbooks.layout import (
    OPTIONS_KEY,
    RECORD_KEY,
    SHEET_MARK,
    SHOWN_KEY,
    VALUE_KEY,
    Field,
    Heading,
    layout_of,
)
from docgen.record.workbooks.listing import Lists
from docgen.record.workbooks.opening import Odd, open_sheets
from docgen.record.workbooks.safety import OF_A_RECORD
from docgen.record.workbooks.values import ContentError, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.record.files.tree import Mark, Plain
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath, Slot
    from docgen.record.workbooks.layout import Layout
    from docgen.record.workbooks.safety import Size
    from docgen.record.workbooks.values import Content


def read_workbook(
    data: bytes, file: str, roots: Iterable[type[RecordPart]], size: Size = OF_A_RECORD
) -> Tree:
    """The tree of the workbook ``data``, with every fault that does not stop the reading.

    Whichever of ``roots`` has the most of the workbook's keys tells what its cells mean.

    Raises:
        RecordError: ``data`` are no workbook made by docgen, or a damaged or dangerous one.
    """
    problems: list[Problem] = []
    sheets = _by_key(data, file, problems, size)
    if RECORD_KEY not in sheets or VALUE_KEY not in sheets[RECORD_KEY].columns:
        raise RecordError(*problems, Problem(Place(file), *_STRANGE))
    layout = layout_of(max(roots, key=lambda root: _known(root, sheets)))
    taken = Taken(file, problems)
    _read_first(sheets[RECORD_KEY], layout, taken)
    Lists(sheets, layout, taken).read()
    return Tree(
        taken.value,
        taken.marks,
        tuple(taken.problems),
        frozenset(taken.refused),
        tuple(taken.remarks),
    )


_STRANGE = (
    Words(
        "Tệp Excel này không phải tờ khai của docgen, hoặc đã mất hàng 1 và cột A (ẩn)",
        "This workbook is no form of docgen, or has lost its hidden row 1 and column A",
    ),
    NEW_FORM,
)


def _by_key(data: bytes, file: str, problems: list[Problem], size: Size) -> dict[str, KeyedSheet]:
    found: dict[str, KeyedSheet] = {}
    for sheet in open_sheets(data, file, size):
        keyed_sheet = keyed(sheet)
        if keyed_sheet is None:
            if sheet.cells:
                problems.append(lost_keys(sheet, file))
        elif keyed_sheet.key in found:
            problems.append(twice(keyed_sheet, found[keyed_sheet.key], file))
        else:
            found[keyed_sheet.key] = keyed_sheet
    found.pop(OPTIONS_KEY, None)
    return found


def _known(root: type[RecordPart], sheets: dict[str, KeyedSheet]) -> int:
    """How many of the workbook's keys begin with a field of ``root``."""
    first = sheets[RECORD_KEY]
    keys = [first.text(row, first.key_column) for row in first.rows]
    names = {key.removeprefix(SHEET_MARK).split(".")[0] for key in (*keys, *sheets)}
    return len(names & slots_of(root).keys())


@dataclass
class Taken:
    """What has been read so far: values, places, faults."""

    file: str
    problems: list[Problem]
    value: dict[str, Plain] = field(default_factory=dict)
    marks: dict[FieldPath, Mark] = field(default_factory=dict)
    refused: set[FieldPath] = field(default_factory=set)
    told: set[FieldPath] = field(default_factory=set)
    remarks: list[Problem] = field(default_factory=list)

    def mark(self, path: FieldPath, mark: Mark) -> None:
        """The place of ``path``, and of the parts around it that have none yet."""
        self.marks[path] = mark
        for length in range(len(path)):
            self.marks.setdefault(path[:length], mark)

    def remark(self, place: Place, what: Words, hint: Words) -> None:
        """Keep what should be told and stops nothing."""
        self.remarks.append(Problem(place, what, hint, Severity.WARNING))

    def refuse(self, path: FieldPath, mark: Mark, what: Words, hint: Words) -> None:
        """Keep the fault of the cell at ``mark``; ``path`` is not told twice as missing."""
        self.refused.add(path)
        self.problems.append(Problem(at_mark(mark, dotted(path), self.file), what, hint))

    def content(self, content: Content | Odd, path: FieldPath, mark: Mark, slot: Slot) -> Plain:
        """What the cell at ``mark`` tells of ``path``; a fault tells nothing."""
        if isinstance(content, Odd):
            self.refuse(path, mark, *(faults.FORMULA if content.formula else faults.EXCEL_ERROR))
            return None
        try:
            return value_of(content, slot)
        except ContentError as error:
            self.refuse(path, mark, error.what, error.hint)
            return None

    def put(self, inside: dict[str, Plain], names: tuple[str, ...], value: Plain) -> None:
        """Tell ``value`` under ``names`` inside a part; a list goes on where it was left."""
        for name in names[:-1]:
            inside = cast("dict[str, Plain]", inside.setdefault(name, {}))
        before = inside.get(names[-1])
        if isinstance(before, list) and isinstance(value, list):
            before.extend(value)
        else:
            inside[names[-1]] = value


def _read_first(sheet: KeyedSheet, layout: Layout, taken: Taken) -> None:
    for entry in layout.rows:
        if isinstance(entry, Heading) and entry.names:
            taken.put(taken.value, entry.names, {})
    keys = {sheet.text(row, sheet.key_column) for row in sheet.rows}
    for entry in layout.rows:
        if isinstance(entry, Field) and entry.key not in keys:
            taken.remark(Place(taken.file), *faults.no_row(entry.label))
    for row in sheet.rows:
        _read_row(sheet, row, layout.root, taken)


def _read_row(sheet: KeyedSheet, row: int, root: type[RecordPart], taken: Taken) -> None:
    column = sheet.columns[VALUE_KEY]
    key, mark = sheet.text(row, sheet.key_column), sheet.mark(row, column)
    content = sheet.rows[row].get(column)
    if key == SHOWN_KEY:
        return
    if not key:
        if content is not None:
            taken.refuse((SHOWN_KEY,), mark, *faults.NO_KEY)
        return
    path = tuple(key.split("."))
    met = [slot for slot, _ in slots_along(root, path)]
    block = sheet.merged_at(row, [column])
    if block and (block.first.column < column or block.last.row > row):
        taken.refuse(path, mark, *faults.MERGED)
    if len(met) < len(path) or any(slot.many for slot in met[:-1]):
        if content is not None:
            _unknown(content, path, mark, met, taken)
        return
    taken.mark(path, mark)
    if met[-1].part is not None:
        if content is not None:
            taken.refuse(path, mark, *faults.NO_KEY)
    elif content is not None:
        _take(content, path, mark, met[-1], taken)


def _unknown(
    content: Content | Odd, path: tuple[str, ...], mark: Mark, met: list[Slot], taken: Taken
) -> None:
    """A key that the model does not have: kept as told, for the model to refuse."""
    around = sum(1 for slot in met if slot.part is not None and not slot.many)
    names = (*path[:around], ".".join(path[around:]))
    taken.mark(names, mark)
    taken.put(taken.value, names, str(content))


def _take(
    content: Content | Odd, path: tuple[str, ...], mark: Mark, slot: Slot, taken: Taken
) -> None:
    """What the cell tells; in a second row of the same field a list goes on, a value may not."""
    if path in taken.told and not slot.many:
        taken.refuse(path, mark, *faults.TWICE)
        return
    taken.told.add(path)
    value = taken.content(content, path, mark, slot)
    if value is not None:
        taken.put(taken.value, path, value)
