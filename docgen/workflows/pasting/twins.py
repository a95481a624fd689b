"""Pasted rows that may be others, and heads of which there may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.text.names import same_name_key
from docgen.workflows.pasting.rows import BOTH, DROP, REPLACE, Twin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.workflows.pasting.rows import Choices, PastedRow


def find_twins(
    rows: Sequence[PastedRow], there: Sequence[Mapping[str, str]], choices: Choices
) -> None:
    """Rows of one name: of the same or no year they may be one, of another they are namesakes."""
    before: list[tuple[str, str, int, bool]] = [
        (same_name_key(row.get("name", "")), row.get("birth_year", ""), place, True)
        for place, row in enumerate(there, 1)
    ]
    for row in rows:
        key, year = same_name_key(row.values.get("name", "")), row.values.get("birth_year", "")
        same = [one for one in before if key and one[0] == key]
        sure = [one for one in same if not year or not one[1] or one[1] == year]
        if same:
            _, _, other, in_table = (sure or same)[0]
            row.twin = Twin(other, in_table, bool(sure))
        if row.twin and row.twin.sure:
            fate = choices.twins.get(row.number, BOTH)
            row.fate = BOTH if fate == REPLACE and not row.twin.in_table else fate
        if row.fate != DROP:
            before.append((key, year, row.number, False))


def heads_of(rows: Sequence[PastedRow], choices: Choices, *, already: int) -> list[int]:
    """The rows that say head where more than one would be; the chosen one settles it."""
    told = [row for row in rows if row.values.get("role") == "head" and row.fate != DROP]
    if len(told) + already <= 1:
        return []
    numbers = [row.number for row in told]
    if choices.head not in numbers:
        return numbers
    for row in told:
        if row.number != choices.head:
            row.values["role"] = "member"
            row.notes.append(
                Words("không là người đứng đầu nữa: để là thành viên", "no longer head: a member")
            )
    return []
