"""The register of outgoing papers of one or many folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, Severity, Words
from docgen.law.numbering import once
from docgen.papers.register.entries import Entry, entries, taken_twice
from docgen.papers.register.workbook import COLUMNS, ledger
from docgen.workflows.desk import Desk, Order
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import load
from docgen.workflows.recalling import record_of
from docgen.workflows.standing import looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.workflows.standing import Standing


@dataclass(frozen=True, slots=True)
class Registered:
    """What came of it: how many papers are listed, and what is odd: numbers given twice."""

    count: int
    remarks: tuple[Problem, ...]


def register(
    folders: Iterable[Path], file: Path, today: date, record: Path | None = None
) -> Registered:
    """Write the register of all numbered papers of ``folders`` to a new workbook.

    A paper that stands in several folders made from one record is listed once.

    Args:
        folders: Folders of docgen's.
        file: The workbook to make.
        today: The day by which papers without a day are counted.
        record: The record, where it has been moved.

    Raises:
        DocgenError: a folder is none of docgen's, or its record is not there.
        RecordError: a record cannot be read.
        ProtectedWorkError: ``file`` exists.
        OutsideError: the disk failed.
    """
    seen = [(folder, looked_at(folder)) for folder in folders]
    every = (_entries(folder, there, today, record) for folder, there in seen)
    found = dict(pair for entries_ in every for pair in entries_)
    write_new(file, ledger(found.values()))
    again = [_given_twice(file, *pair) for pair in taken_twice(found.values())]
    lost = [remark for _, there in seen for remark in there.remarks]
    return Registered(len(found), (*lost, *again))


@dataclass(frozen=True, slots=True)
class Line:
    """Một dòng của sổ: in which folder its first file is, under which stem, and its columns."""

    folder: Path
    stem: str
    body: str
    period: str
    cells: tuple[str, ...]
    given: bool


@dataclass(frozen=True, slots=True)
class Register:
    """Sổ đăng ký văn bản đi: the titles of its columns, its lines in order, what is odd."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    remarks: tuple[Problem, ...]


def registered(folders: Iterable[Path], today: date) -> Register:
    """The register of ``folders`` to be looked at: body by body, number by number.

    A folder whose record cannot be read is among the remarks; the others are listed.
    """
    found: dict[tuple[object, ...], tuple[Path, Entry]] = {}
    remarks: list[Problem] = []
    for folder in folders:
        try:
            there = looked_at(folder)
            lines = _entries(folder, there, today, None)
        except DocgenError as fault:
            remarks += fault.problems
            continue
        remarks += there.remarks
        for key, entry in lines:
            found.setdefault(key, (folder, entry))
    ordered = sorted(found.values(), key=lambda one: (one[1].body, one[1].period, one[1].order))
    twice = taken_twice(entry for _, entry in ordered)
    remarks += [_given_twice(Path(COLUMNS[0].title), *pair) for pair in twice]
    return Register(
        tuple(column.title for column in COLUMNS),
        tuple(
            Line(folder, one.stem, one.body, one.period, one.cells, bool(one.cells[0]))
            for folder, one in ordered
        ),
        tuple(remarks),
    )


def _entries(
    directory: Path, there: Standing, today: date, named: Path | None
) -> list[tuple[tuple[object, ...], Entry]]:
    """The lines of a folder, each by its record and paper."""
    order = Order(record_of(directory, named, there), directory, today)
    desk = Desk.of(order, load(order.file), there)
    where = order.file.resolve()
    lines = entries(desk.papers, desk.dues())
    return [((where, line.stem), line) for line in lines]


def _given_twice(file: Path, first: Entry, again: Entry) -> Problem:
    one, other = first.cells[2], again.cells[2]
    return Problem(
        Place(str(file)),
        Words(
            f"số {again.cells[0]} cấp hai lần: “{one}” và “{other}”",
            f"{again.cells[0]} was given twice: “{one}” and “{other}”",
        ),
        once(),
        Severity.WARNING,
    )
