"""What a page of the record sends: texts of its fields, rows that it shows, the button pressed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from docgen import api

if TYPE_CHECKING:
    from starlette.requests import Request

    from docgen.workflows.editing.plans import Typed

_OWN = frozenset({"csrf", "revision", "rows", "do", "step", "back"})
"""What a page sends beside the fields of the record."""
_ROWS = re.compile(r"([a-z][a-z0-9_.\[\]]*):(\d{1,5})-(\d{1,5})")


@dataclass
class Sent:
    """A page of the record as it was sent.

    Attributes:
        revision: The state of the file that it shows.
        texts: What stands in its fields, by name, in their order.
        rows: Of which lists it shows rows, and their numbers.
        deed: The button: ``next``, ``tasks``, ``save``, ``up:members[3]``, …
        step: The step of a field that was saved alone.
        back: Where one goes back to.
    """

    revision: str
    texts: list[tuple[str, str]]
    rows: dict[str, list[int]]
    deed: str
    step: str
    back: str

    def typed(self) -> Typed:
        """What is to be saved, the deed of a row's button done."""
        deed, _, row = self.deed.partition(":")
        if deed == "remove":
            kept = [(name, text) for name, text in self.texts if not name.startswith(f"{row}.")]
            return api.typed_on(kept, self.rows)
        if deed in ("up", "down"):
            return api.typed_on(self._moved(row, -1 if deed == "up" else 1), self.rows)
        return api.typed_on(self.texts, self.rows)

    def _moved(self, row: str, by: int) -> list[tuple[str, str]]:
        """The texts with those of ``row`` before or behind those of the row beside it."""
        table = row.rpartition("[")[0]
        order = list(dict.fromkeys(one for name, _ in self.texts if (one := _row(name, table))))
        if row not in order or not 0 <= order.index(row) + by < len(order):
            return self.texts
        place = order.index(row)
        order[place], order[place + by] = order[place + by], order[place]
        of_rows = {
            one: [pair for pair in self.texts if _row(pair[0], table) == one] for one in order
        }
        others = [pair for pair in self.texts if not _row(pair[0], table)]
        return [*others, *(pair for one in order for pair in of_rows[one])]

    def focus(self) -> str:
        """The row that has the focus after the deed."""
        deed, _, row = self.deed.partition(":")
        table, _, number = row.removesuffix("]").rpartition("[")
        if not number.isdecimal():
            return f"{row}-them"
        there = int(number) + {"up": -1, "down": 1}.get(deed, 0)
        return f"{table}[{max(there, 1)}]"

    def query(self) -> str:
        """What the page is asked for again with: how many rows to add."""
        deed, _, table = self.deed.partition(":")
        return urlencode({"them": table} if deed == "add" else {"da-lam": deed})


def _row(name: str, table: str) -> str:
    """``members[3]`` of ``members[3].name``; nothing outside the table."""
    if not name.startswith(f"{table}["):
        return ""
    return name[: name.index("]", len(table)) + 1]


def sent(request: Request) -> Sent:
    """What the page sent."""
    form = request.state.form
    pairs = [(name, str(value)) for name, value in form.multi_items() if isinstance(value, str)]
    texts = [(name, text) for name, text in pairs if name not in _OWN and api.is_field_name(name)]
    rows = {
        found[1]: list(range(int(found[2]), int(found[3]) + 1))
        for name, text in pairs
        if name == "rows" and (found := _ROWS.fullmatch(text)) and api.is_field_name(found[1])
    }
    first = dict(reversed(pairs))
    return Sent(
        first.get("revision", ""),
        texts,
        rows,
        first.get("do", ""),
        first.get("step", ""),
        first.get("back", ""),
    )
