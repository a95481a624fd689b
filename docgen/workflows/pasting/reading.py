"""The rows that a pasted table makes, as its columns are chosen; all that was changed is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.checks.lettering import looks_legacy
from docgen.errors import NO_WORDS, Place, Problem, RecordError, Words
from docgen.workflows.pasting.cells import MOST_ROWS, cells_in
from docgen.workflows.pasting.columns import (
    GIVEN,
    NUMBER,
    SURNAME,
    UNUSED,
    Columns,
    columns_of,
)
from docgen.workflows.pasting.rows import DROP, Choices, is_serial, row_of
from docgen.workflows.pasting.twins import find_twins, heads_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from docgen.workflows.pasting.rows import PastedRow


@dataclass
class PastedTable:
    """A pasted table as it would be added.

    Attributes:
        cells: The cells as they were pasted, heads included.
        columns: What the columns hold.
        rows: What they make.
        asked: Columns of which it is not known what they hold, from 1.
        capitals: Whether names stand in capitals.
        gaps: Whether cells are empty below told ones.
        serials: Whether births stand as bare numbers of days.
        heads: Rows that say head, where more than one does.
    """

    cells: list[list[str]]
    columns: Columns
    rows: list[PastedRow]
    asked: list[int]
    capitals: bool
    gaps: bool
    serials: bool
    heads: list[int]

    @property
    def taken(self) -> list[PastedRow]:
        """The rows that would be added or take another's place."""
        return [row for row in self.rows if row.fate != DROP]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be asked."""
        return not self.asked and not self.heads and bool(self.taken)


def pasted(
    text: str,
    fields: Collection[str],
    there: Sequence[Mapping[str, str]] = (),
    choices: Choices | None = None,
) -> PastedTable:
    """The rows that a pasted ``text`` makes for a table.

    Args:
        text: What the clipboard has.
        fields: The fields of the table.
        there: The rows that the table has already, each by its fields.
        choices: What was chosen; at first nothing.

    Raises:
        RecordError: there are too many rows, none at all, or the letters are of an old font.
    """
    cells = cells_in(text)
    seen = columns_of(cells, fields)
    _see_usable(cells, headed=seen.headed)
    chosen = choices or Choices()
    columns = _chosen(seen, chosen, fields)
    body = cells[1:] if columns.headed else cells
    if chosen.fill_down:
        body = _filled_down(body, columns)
    rows = [row_of(place, row, columns, chosen) for place, row in enumerate(body, 1)]
    find_twins(rows, there, chosen)
    known = [row for row in there if row.get("role") == "head"]
    heads = heads_of(rows, chosen, already=len(known)) if "role" in fields else []
    return PastedTable(
        cells,
        columns,
        rows,
        [place for place, one in enumerate(columns.fields, 1) if one is None],
        any(_is_capitals(row, columns) for row in body),
        _has_gaps(body, columns),
        any(_is_serial(row, columns) for row in body),
        heads,
    )


def _chosen(seen: Columns, choices: Choices, fields: Collection[str]) -> Columns:
    if len(choices.columns) != len(seen.fields):
        return seen
    usable = {*fields, NUMBER, SURNAME, GIVEN, UNUSED}
    return Columns(
        tuple(one if one in usable else None for one in choices.columns), headed=seen.headed
    )


def _see_usable(cells: Sequence[Sequence[str]], *, headed: bool) -> None:
    count = len(cells) - headed
    if count < 1:
        raise _refused(
            Words("chưa có dòng nào để dán", "there is no row to paste"),
            Words(
                "Chép các ô trong Excel rồi dán vào ô này.", "Copy the cells in Excel and paste."
            ),
        )
    if count > MOST_ROWS:
        raise _refused(
            Words(
                f"chỉ nhận {MOST_ROWS} dòng một lần, bảng này có {count} dòng",
                f"{MOST_ROWS} rows are taken at once; this table has {count}",
            ),
            Words("Dán làm nhiều lần.", "Paste it in parts."),
        )
    if any(looks_legacy(cell) for row in cells for cell in row):
        raise _refused(
            Words(
                "phông chữ cũ (TCVN3, VNI), không phải Unicode",
                "the letters are of an old font (TCVN3, VNI), not Unicode",
            ),
            Words(
                "Hãy chuyển sang Unicode rồi dán lại (Unikey: Công cụ chuyển mã).",
                "Convert them to Unicode and paste again (Unikey's converter).",
            ),
        )


def _refused(what: Words, hint: Words) -> RecordError:
    return RecordError(Problem(Place(""), what, hint))


def _filled_down(body: Sequence[Sequence[str]], columns: Columns) -> list[list[str]]:
    """Empty cells with what stands above; names and numbers are of one row alone."""
    own = {NUMBER, SURNAME, GIVEN, UNUSED, "name", "birth_year", "role"}
    filled: list[list[str]] = []
    for row in body:
        above = filled[-1] if filled else [""] * len(row)
        pairs = zip(row, above, columns.fields, strict=True)
        filled.append(
            [cell or (up if held and held not in own else "") for cell, up, held in pairs]
        )
    return filled


def _cells_of(row: Sequence[str], columns: Columns, *fields: str) -> Iterator[str]:
    for cell, held in zip(row, columns.fields, strict=True):
        if held in fields and cell:
            yield cell


def _is_capitals(row: Sequence[str], columns: Columns) -> bool:
    names = [*_cells_of(row, columns, "name", SURNAME, GIVEN)]
    return bool(names) and all(name.isupper() for name in names)


def _is_serial(row: Sequence[str], columns: Columns) -> bool:
    cells = _cells_of(row, columns, "birth_year")
    return any(map(is_serial, cells))


def _has_gaps(body: Sequence[Sequence[str]], columns: Columns) -> bool:
    wanted = [place for place, one in enumerate(columns.fields) if one in ("unit", "job", "title")]
    return any(
        upper[place] and not lower[place] for place in wanted for upper, lower in pairwise(body)
    )


def counted(roles: Sequence[str]) -> Words:
    """``23 người: 1 đứng đầu, 2 cấp phó, 1 thư ký``; nothing of roles that nobody has."""
    held = Counter(roles)
    vi, en = (
        [f"{held[role]} {word[language]}" for role, word in _ROLES.items() if held[role]]
        for language in (0, 1)
    )
    if not roles:
        return NO_WORDS
    return Words(
        f"{len(roles)} người" + (f": {', '.join(vi)}" if vi else ""),
        f"{len(roles)} people" + (f": {', '.join(en)}" if en else ""),
    )


_ROLES = {
    "head": Words("đứng đầu", "head"),
    "deputy": Words("cấp phó", "deputy"),
    "secretary": Words("thư ký", "secretary"),
}
