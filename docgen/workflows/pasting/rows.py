"""One row of a pasted table: what it tells by fields, with all that was changed on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.text.dates import slashed, slashed_in
from docgen.values import Value
from docgen.workflows.pasting.columns import GIVEN, NUMBER, SURNAME, UNUSED, role_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.workflows.pasting.columns import Columns

BOTH, DROP, REPLACE = "both", "drop", "replace"
"""What becomes of a row that may be another one: both stay, it goes, it takes the other's place."""
_DAY_IN_WORDS = re.compile(r"\d{2}/\d{1,2}/(\d{4})")
_SERIAL = re.compile(r"\d{5}")
_SERIALS = range(3_654, 73_051)
"""Days from 1910 to 2099 as Excel counts them."""
_FIRST_DAY = date(1899, 12, 30)
_HONORIFIC = re.compile(r"(Ông|Bà|ông|bà|ÔNG|BÀ)\s+(?=\S+\s+\S)")


@dataclass(frozen=True)
class Choices:
    """What a person chose for a pasted table.

    Attributes:
        columns: The field of each column, in their order; empty text where none is chosen.
        rewrite_capitals: Names in capitals are written anew.
        fill_down: An empty cell has what the one above it has.
        serials: Bare numbers in a column of births are days of Excel.
        twins: What becomes of a row that may be another, by its number from 1.
        head: The one row that stays head, by its number from 1; 0 while none is chosen.
    """

    columns: tuple[str, ...] = ()
    rewrite_capitals: bool = False
    fill_down: bool = False
    serials: bool = False
    twins: Mapping[int, str] = field(default_factory=dict)
    head: int = 0


class Twin(Value):
    """A row that may be another one.

    ``other`` is the number of that row from 1: of the table where ``in_table``, else of the rows
    pasted before it. ``sure`` is false for namesakes of another year, which are only told.
    """

    other: int
    in_table: bool
    sure: bool


@dataclass
class PastedRow:
    """Một dòng dán: what it tells by fields, and what was changed on the way."""

    number: int
    values: dict[str, str]
    notes: list[Words] = field(default_factory=list)
    twin: Twin | None = None
    fate: str = BOTH


def row_of(number: int, cells: Sequence[str], columns: Columns, choices: Choices) -> PastedRow:
    """The row that ``cells`` make, as the columns are chosen."""
    row = PastedRow(number, {})
    parts = dict.fromkeys((SURNAME, GIVEN), "")
    for cell, held in zip(cells, columns.fields, strict=True):
        if held in parts:
            parts[held] = cell
        elif held not in (None, NUMBER, UNUSED) and cell:
            row.values[str(held)] = cell
    joined = " ".join(part for part in parts.values() if part)
    if joined:
        row.values["name"] = joined
    _read_name(row, columns, choices)
    _read_birth(row, choices)
    _read_role(row)
    return row


def _read_name(row: PastedRow, columns: Columns, choices: Choices) -> None:
    name = row.values.get("name", "")
    found = _HONORIFIC.match(name)
    if found and "honorific" not in row.values and "honorific" not in columns.fields:
        row.values["honorific"] = found[1].capitalize()
        name = name[found.end() :]
    if choices.rewrite_capitals and name.isupper():
        name = " ".join(word.capitalize() for word in name.split())
    if name:
        row.values["name"] = name


def _read_birth(row: PastedRow, choices: Choices) -> None:
    told = row.values.get("birth_year", "")
    found = _DAY_IN_WORDS.fullmatch(slashed_in(told))
    if found:
        row.values["birth_year"] = found[1]
        row.notes.append(Words(f"{found[1]}, từ {told}", f"{found[1]}, from {told}"))
    elif is_serial(told):
        day = _FIRST_DAY + timedelta(days=int(told))
        if choices.serials:
            row.values["birth_year"] = str(day.year)
            row.notes.append(
                Words(f"{day.year}, từ số {told} của Excel", f"{day.year}, from {told}")
            )
        else:
            del row.values["birth_year"]
            row.notes.append(
                Words(
                    f"“{told}” có thể là ngày {slashed(day)} mà Excel ghi thành số: chưa lấy",
                    f"“{told}” may be {slashed(day)} as Excel counts days: not taken",
                )
            )


def _read_role(row: PastedRow) -> None:
    told = row.values.get("role", "")
    if not told:
        return
    role = role_in(told)
    if role:
        row.values["role"] = role
        return
    del row.values["role"]
    row.notes.append(
        Words(
            f"“{told}” chưa rõ là vai trò nào: để là thành viên",
            f"“{told}” is no known role: kept as a member",
        )
    )


def is_serial(told: str) -> bool:
    """Whether a birth stands as the number of a day, as Excel counts days."""
    return bool(_SERIAL.fullmatch(told)) and int(told) in _SERIALS
