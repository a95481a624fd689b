"""The lines of a table's grid settled: where two cells share one, the wider wish is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.model.text import Sides
from docgen.printing.reading.forms import border
from docgen.values import Making

if TYPE_CHECKING:
    from docgen.printing.model.looks import Border
    from docgen.printing.model.text import Block
    from docgen.printing.reading.grammar import Values

_SIDES = ("top", "bottom", "left", "right")
_BARE = Sides()


class Draft(Making):
    """A cell as written, before merged cells are joined and borders settled."""

    row: int
    column: int
    columns: int
    values: Values
    borders: Values
    """The borders that its table (or row) sets around and inside it."""
    content: tuple[Block, ...]
    rows: int = 1
    empty: bool = False
    """Whether it only fills up a row that is shorter than the grid."""
    within: Border | None = None
    """The widest line that a cell merged into it wants above itself: not drawn, but given room."""

    def take(self, merged: Draft) -> None:
        """Reach over ``merged``, the cell below: the line below the whole is that one's."""
        self.rows += 1
        own, theirs = self.values.get("borders", {}), merged.values.get("borders", {})
        if "bottom" in theirs:
            self.values = {**self.values, "borders": {**own, "bottom": theirs["bottom"]}}
        wish = border(theirs.get("top"))
        if wish is not None and (self.within is None or wish.width > self.within.width):
            self.within = wish


class GridLines:
    """The lines of a grid of ``columns`` x ``rows``."""

    def __init__(self, columns: int, rows: int) -> None:
        """No line is wished for yet."""
        self._columns = columns
        self._rows = rows
        self._drawn: dict[tuple[str, int, int], Border] = {}

    def claim(self, draft: Draft) -> None:
        """Hear what lines ``draft`` wants around itself."""
        wishes = draft.values.get("borders", {})
        for side in _SIDES:
            wish = border(wishes[side]) if side in wishes else self._inherited(side, draft)
            if wish is not None:
                for key in _places(side, draft):
                    self._claim_one(key, wish)

    def _claim_one(self, key: tuple[str, int, int], wish: Border) -> None:
        drawn = self._drawn.get(key)
        if drawn is None or wish.width > drawn.width:
            self._drawn[key] = wish

    def sides(self, draft: Draft) -> Sides:
        """The lines around ``draft``, after all have spoken."""
        drawn = self._drawn
        if not drawn:
            return _BARE
        row, column = draft.row, draft.column
        return Sides(
            drawn.get(("across", row, column)),
            drawn.get(("across", row + draft.rows, column)),
            drawn.get(("down", row, column)),
            drawn.get(("down", row, column + draft.columns)),
        )

    def _inherited(self, side: str, draft: Draft) -> Border | None:
        if draft.empty or not draft.borders:
            return None
        outer = {
            "top": draft.row == 0,
            "bottom": draft.row + draft.rows == self._rows,
            "left": draft.column == 0,
            "right": draft.column + draft.columns == self._columns,
        }
        inner = "across" if side in {"top", "bottom"} else "down"
        return border(draft.borders.get(side if outer[side] else inner))


def _places(side: str, draft: Draft) -> list[tuple[str, int, int]]:
    """The stretches of the grid's lines that are the ``side`` of ``draft``."""
    if side in {"top", "bottom"}:
        at = draft.row if side == "top" else draft.row + draft.rows
        return [("across", at, draft.column + more) for more in range(draft.columns)]
    at = draft.column if side == "left" else draft.column + draft.columns
    return [("down", draft.row + more, at) for more in range(draft.rows)]
