"""What each column of a pasted table holds: by its head or its cells; else nobody knows."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.tables.reading import read
from docgen.tables.rows import Row, Text
from docgen.text.names import is_person
from docgen.text.slugs import plain
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

FILE = Path(__file__).parents[1] / "data" / "pasting.yaml"
NUMBER, SURNAME, GIVEN, UNUSED = "number", "surname", "given", "unused"
_LEAST_HEADS = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}")
_LONG_NUMBER = re.compile(r"[+\d][\d .]{8,14}")
_MOST_WORDS = 3
"""Words of a cell that says a role and nothing else."""


class HeadRow(Row):
    """What one kind of column is called, and the fields that it may mean."""

    fields: tuple[Text, ...]
    words: tuple[Text, ...]


class RoleRow(Row):
    """Words for a role."""

    role: Text
    words: tuple[Text, ...]


class KnownWords(Row):
    """``pasting.yaml``."""

    heads: tuple[HeadRow, ...]
    roles: tuple[RoleRow, ...]


@cache
def known_words() -> KnownWords:
    """What the file tells."""
    return read(FILE, KnownWords)


class Columns(Value):
    """What the columns hold: a field of the table, one of the names above, or nothing known.

    ``headed`` says whether the first row is their heads.
    """

    fields: tuple[str | None, ...]
    headed: bool


def columns_of(rows: Sequence[Sequence[str]], fields: Collection[str]) -> Columns:
    """What the columns of ``rows`` hold, of a table that has ``fields``.

    Two cells of the first row that are known heads make it a row of heads. Without one, only what
    cannot be anything else is known: 1, 2, 3; years and days; words for roles; names of persons
    where one column alone looks so.
    """
    if not rows:
        return Columns((), headed=False)
    headed = _by_heads(rows[0], fields)
    if sum(one is not None for one in headed) >= _LEAST_HEADS:
        return Columns(headed, headed=True)
    return Columns(_by_cells(rows, fields), headed=False)


def _by_heads(heads: Sequence[str], fields: Collection[str]) -> tuple[str | None, ...]:
    found: list[str | None] = []
    has_surname = any(SURNAME in _meant(head) for head in heads)
    usable = {*fields, NUMBER, UNUSED, *((SURNAME, GIVEN) if has_surname else ())}
    for head in heads:
        free = (
            one for one in _meant(head) if one in usable and (one == UNUSED or one not in found)
        )
        found.append(next(free, None))
    return tuple(found)


@cache
def _meant(head: str) -> tuple[str, ...]:
    folded = plain(head)
    return next(
        (
            row.fields
            for row in known_words().heads
            if folded in {plain(word) for word in row.words}
        ),
        (),
    )


def _by_cells(rows: Sequence[Sequence[str]], fields: Collection[str]) -> tuple[str | None, ...]:
    told = [[row[place] for row in rows if row[place]] for place in range(len(rows[0]))]
    found = [_held(cells, whole=len(cells) == len(rows)) for cells in told]
    return tuple(
        one
        if one in {*fields, NUMBER, UNUSED} and (one == UNUSED or found.count(one) == 1)
        else None
        for one in found
    )


def _held(cells: Sequence[str], *, whole: bool) -> str | None:
    """What a column can only be; nothing where it can be more than one thing."""
    if whole and cells == [str(number) for number in range(1, len(cells) + 1)]:
        return NUMBER
    fitting = (held for held, fits in _LOOKS.items() if cells and all(map(fits, cells)))
    return next(fitting, None)


def _is_birth(cell: str) -> bool:
    return bool(_YEAR.fullmatch(cell) or _DAY.fullmatch(cell))


def _is_long_number(cell: str) -> bool:
    return bool(_LONG_NUMBER.fullmatch(cell))


def _is_role(cell: str) -> bool:
    return bool(role_in(cell)) and len(cell.split()) <= _MOST_WORDS


def _is_name(cell: str) -> bool:
    return is_person(cell.title() if cell.isupper() else cell)


def role_in(cell: str) -> str:
    """The role that the words of a cell mean; empty where they mean none."""
    folded = f"-{plain(cell)}-"
    for row in known_words().roles:
        if any(f"-{plain(word)}-" in folded for word in row.words):
            return row.role
    return ""


_LOOKS: dict[str, Callable[[str], bool]] = {
    "birth_year": _is_birth,
    UNUSED: _is_long_number,
    "role": _is_role,
    "name": _is_name,
}
"""What a column can only be where all its cells look so."""
