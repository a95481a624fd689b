"""Table styles with conditions: what a style says of first rows, bands, last columns, corners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.reading.merging import merged
from docgen.printing.reading.styles import BARE, Ground, Part
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docgen.printing.reading.grammar import Values

_SIDEWAYS = ("left", "right")


class Place(Value):
    """Where a cell stands in its table; rows and columns are counted from 0."""

    row: int
    column: int
    columns: int
    last_row: int
    last_column: int

    @property
    def at_end(self) -> bool:
        """Whether it reaches the last column."""
        return self.column + self.columns - 1 >= self.last_column


_NOTHING = Part()


class Conditions:
    """The parts of a table's style that hold for each of its cells."""

    def __init__(self, parts: Mapping[str, Part], values: Values) -> None:
        """``parts`` of the style; ``values`` of the table say which of them are on."""
        self._parts = parts
        self._look: frozenset[str] = values.get("look", frozenset())
        self._row_band = max(1, values.get("row_band", 1))
        self._column_band = max(1, values.get("column_band", 1))
        self._known: dict[tuple[str, ...], Part] = {}

    def part(self, place: Place) -> Part:
        """What the style says of the cell at ``place``."""
        if not self._parts:
            return _NOTHING
        names = tuple(name for name in self._names(place) if name in self._parts)
        answer = self._known.get(names)
        if answer is None:
            answer = self._known[names] = self._joined(names)
        return answer

    def borders(self, place: Place) -> Values:
        """The lines that the parts around the cell draw; a row's ends are its table's."""
        borders: Values = {}
        if not self._parts:
            return borders
        for name in self._names(place):
            own = self._parts[name].cell.get("borders", {}) if name in self._parts else {}
            borders |= _around(own, place, across=name in {"firstRow", "lastRow"} or "Horz" in name)
        return borders

    def _joined(self, names: tuple[str, ...]) -> Part:
        made = Part()
        for name in names:
            part = self._parts[name]
            made = Part(
                merged(made.form, part.form),
                {**made.letters, **part.letters},
                {},
                {**made.row, **part.row},
                merged(made.cell, part.cell),
            )
        return made

    def _names(self, place: Place) -> Iterator[str]:
        yield ""
        yield "wholeTable"
        first_row = "firstRow" in self._look and place.row == 0
        last_row = "lastRow" in self._look and place.row == place.last_row
        first = "firstColumn" in self._look and place.column == 0
        last = "lastColumn" in self._look and place.at_end
        if "noVBand" not in self._look and not first and not last:
            at = (place.column - ("firstColumn" in self._look)) // self._column_band
            yield "band2Vert" if at % 2 else "band1Vert"
        if "noHBand" not in self._look and not first_row and not last_row:
            at = (place.row - ("firstRow" in self._look)) // self._row_band
            yield "band2Horz" if at % 2 else "band1Horz"
        edges = (first, "firstCol"), (last, "lastCol"), (first_row, "firstRow")
        yield from (name for on, name in (*edges, (last_row, "lastRow")) if on)
        corners = (
            (first_row and first, "nwCell"),
            (first_row and last, "neCell"),
            (last_row and first, "swCell"),
            (last_row and last, "seCell"),
        )
        yield from (name for on, name in corners if on)


def ground(part: Part) -> Ground:
    """What lies under the paragraphs of a cell by ``part``."""
    if not part.form and not part.letters:
        return BARE
    return Ground(
        tuple(sorted(part.form.items(), key=_key)), tuple(sorted(part.letters.items(), key=_key))
    )


def _key(item: tuple[str, object]) -> str:
    return item[0]


def _around(borders: Values, place: Place, *, across: bool) -> Values:
    """The ``borders`` of a part as one of its cells has them: outer or inner lines."""
    made = {side: borders[side] for side in ("top", "bottom", *_SIDEWAYS) if side in borders}
    if across:
        outer = {"left": place.column == 0, "right": place.at_end}
        for side, at_edge in outer.items():
            if not at_edge:
                made.pop(side, None)
                if "down" in borders:
                    made[side] = borders["down"]
    return made
