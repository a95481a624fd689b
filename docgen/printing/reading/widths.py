"""The widths of a table's columns, from its grid and from what its cells say."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.printing.reading.grammar import W
from docgen.printing.reading.gridlines import Draft

if TYPE_CHECKING:
    from lxml.etree import _Element


_ROUNDING = 2
"""Twips by which widths may disagree: Word rounds each of them for itself."""
_SNAP = 10
"""Twips within which the edges of cells of different rows are one."""
_LEAST = 20


class Grid:
    """The columns as written; in the end, as they are."""

    def __init__(self, element: _Element | None, *, fixed: bool) -> None:
        """Read the grid ``element``; ``fixed`` tables keep to what their cells say."""
        written = [] if element is None else [c.get(f"{W}w", "") for c in element if _is_column(c)]
        self.written = [int(width) if width.isdecimal() else 0 for width in written]
        self._fixed = fixed
        self.unknown = False
        """Whether the widths are only to be known from what the cells hold."""

    def settle(self, drafts: list[Draft], rows: int, total: int) -> list[int]:
        """The widths of the columns; ``drafts`` are laid on them, short rows filled up.

        Of a table ``total`` wide the last column has what rounding took from the others.
        """
        columns = self._by_cells(drafts, rows) if self._disagree(drafts) else None
        if columns is None:
            columns = self._by_grid(drafts)
        lost = total - sum(columns)
        if 0 < lost <= _ROUNDING * len(columns):
            columns[-1] += lost
        _fill_up(drafts, rows, len(columns))
        return columns

    def _disagree(self, drafts: list[Draft]) -> bool:
        """Whether a fixed table's cells say other widths than its grid, or there is no grid."""
        asked = [_asked(draft) for draft in drafts]
        if not drafts or 0 in asked:
            return False
        complete = self.written and 0 not in self.written
        if complete and not self._fixed:
            return False
        return not complete or any(
            draft.column + draft.columns > len(self.written)
            or abs(width - sum(self.written[draft.column :][: draft.columns]))
            > _ROUNDING * draft.columns
            for draft, width in zip(drafts, asked, strict=True)
        )

    def _by_grid(self, drafts: list[Draft]) -> list[int]:
        count = max((draft.column + draft.columns for draft in drafts), default=1)
        columns = [*self.written, *[0] * (count - len(self.written))]
        if 0 in columns:
            single = {d.column: _asked(d) for d in drafts if d.columns == 1 and _asked(d)}
            columns = [width or single.get(at, 0) for at, width in enumerate(columns)]
        self.unknown = 0 in columns
        return columns

    def _by_cells(self, drafts: list[Draft], rows: int) -> list[int] | None:
        """Columns cut wherever a cell of any row ends."""
        ends: list[list[int]] = [[] for _ in range(rows)]
        for draft in drafts:
            start = ends[draft.row][-1] if ends[draft.row] else 0
            ends[draft.row].append(start + _asked(draft))
        edges: list[int] = [0]
        for end in sorted(end for row in ends for end in row):
            if end - edges[-1] > _SNAP:
                edges.append(end)
        at = dict.fromkeys(range(rows), 0)
        for draft in drafts:
            end = ends[draft.row].pop(0)
            upto = min(range(len(edges)), key=lambda index: abs(edges[index] - end))
            if upto <= at[draft.row]:
                return None
            draft.column, draft.columns = at[draft.row], upto - at[draft.row]
            at[draft.row] = upto
        return [max(_LEAST, right - left) for left, right in pairwise(edges)]


def _is_column(element: _Element) -> bool:
    return element.tag == f"{W}gridCol"


def _asked(draft: Draft) -> int:
    kind, amount = draft.values.get("width", ("auto", 0))
    return max(0, amount) if kind == "dxa" else 0


def _fill_up(drafts: list[Draft], rows: int, columns: int) -> None:
    """Put an empty cell where a row ends before the grid does."""
    ends = dict.fromkeys(range(rows), 0)
    for draft in drafts:
        ends[draft.row] = max(ends[draft.row], draft.column + draft.columns)
    nothing = {"top": None, "bottom": None, "left": None, "right": None}
    for row, end in ends.items():
        if end < columns:
            drafts.append(Draft(row, end, columns - end, {"borders": nothing}, {}, (), empty=True))
    drafts.sort(key=lambda draft: (draft.row, draft.column))
