"""Tables read into the model: grid, merged cells, and the lines between cells settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import grammar, refusals, tablesubset
from docgen.printing.grammar import W, read_properties
from docgen.printing.model import Border, Cell, Margins, Paragraph, Row, Sides, Table
from docgen.printing.styles import border

if TYPE_CHECKING:
    from lxml.etree import _Element

    from docgen.printing.grammar import Values
    from docgen.printing.reader import Reader

_TR, _TC, _P = f"{W}tr", f"{W}tc", f"{W}p"
_TBL_PR, _GRID, _TR_PR, _TC_PR = f"{W}tblPr", f"{W}tblGrid", f"{W}trPr", f"{W}tcPr"
_NOTES = frozenset({f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr"})
_ROUNDING = 2
"""Twips by which widths may disagree: Word rounds each of them for itself."""


@dataclass(slots=True)
class _Draft:
    """A cell as written, before merged cells are joined and borders settled."""

    row: int
    column: int
    columns: int
    values: Values
    content: tuple[Paragraph, ...]
    rows: int = 1


def read_table(reader: Reader, element: _Element) -> Table:
    """The table ``element``; what it may not hold is noted with the reader."""
    return _TableReader(reader, element).table()


class _TableReader:
    def __init__(self, reader: Reader, element: _Element) -> None:
        self.reader = reader
        self.element = element
        self.where = refusals.paragraph("".join(element.itertext(f"{W}t"))[:200])
        self.values = self._properties()
        self.columns = self._grid()

    def table(self) -> Table:
        rows: list[tuple[Values, list[_Draft]]] = []
        for child in self.element:
            if child.tag == _TR:
                rows.append(self._row(child, len(rows)))
            elif child.tag not in {_TBL_PR, _GRID} and child.tag not in _NOTES:
                self._refuse(refusals.element(grammar.local(child)))
        drafts = self._joined([draft for _, row in rows for draft in row])
        self._check_margins()
        self._check_merges(drafts, len(rows))
        starting: list[list[Cell]] = [[] for _ in rows]
        for settled in self._settled(drafts, len(rows)):
            starting[settled.row].append(settled)
        made = tuple(
            _make_row(values, tuple(cells))
            for (values, _), cells in zip(rows, starting, strict=True)
        )
        self._check_keeping(made)
        return Table(self.columns, made, self._indent(), self.values.get("align") == "center")

    def _refuse(self, what: Words) -> None:
        self.reader.refuse(what, self.where)

    def _refuse_all(self, faults: tuple[Words, ...]) -> None:
        for fault in faults:
            self._refuse(fault)

    def _properties(self) -> Values:
        direct, faults = read_properties(self.element.find(_TBL_PR), tablesubset.TABLE)
        values, more = self.reader.styles.table(direct)
        self._refuse_all((*faults, *more))
        if not values.get("fixed"):
            self._refuse(Words("bảng tự co giãn cột", "a table whose columns fit themselves"))
        return values

    def _grid(self) -> tuple[int, ...]:
        grid = self.element.find(_GRID)
        written = [] if grid is None else [c.get(f"{W}w", "") for c in grid]
        columns = tuple(int(width) if width.isdecimal() else 0 for width in written)
        if not columns or 0 in columns:
            self._refuse(Words("bảng không có độ rộng cột", "a table without column widths"))
        total = self.values.get("width")
        if total and abs(total - sum(columns)) > _ROUNDING * len(columns):
            self._refuse(
                Words(
                    "bảng có độ rộng khác tổng các cột", "a table whose width is not its columns'"
                )
            )
        return columns

    def _indent(self) -> int:
        """From the column's edge to the grid; before Word 2013 the cell's text stood at it."""
        indent = int(self.values.get("indent", 0))
        return indent if self.reader.modern else indent - int(self.values["margins"].get("left", 0))

    # -- rows and cells --

    def _row(self, element: _Element, index: int) -> tuple[Values, list[_Draft]]:
        values, faults = self.reader.rows.read(element.find(_TR_PR))
        self._refuse_all(faults)
        self._refuse_all(tuple(grammar.strange_attributes(element)))
        drafts: list[_Draft] = []
        column = 0
        for child in element:
            if child.tag == _TC:
                draft = self._cell(child, index, column)
                column += draft.columns
                drafts.append(draft)
            elif child.tag != _TR_PR and child.tag not in _NOTES:
                self._refuse(refusals.element(grammar.local(child)))
        if column != len(self.columns):
            self._refuse(
                Words("hàng không khớp số cột của bảng", "a row that does not fill the grid")
            )
        return values, drafts

    def _cell(self, element: _Element, row: int, column: int) -> _Draft:
        values, faults = self.reader.cells.read(element.find(_TC_PR))
        self._refuse_all((*faults, *grammar.strange_attributes(element)))
        content = []
        for child in element:
            if child.tag == _P:
                content.append(self.reader.paragraph(child))
            elif child.tag == f"{W}tbl":
                self._refuse(Words("bảng lồng trong bảng", "a table inside a table"))
            elif child.tag != _TC_PR and child.tag not in _NOTES:
                self._refuse(refusals.element(grammar.local(child)))
        columns = int(values.get("columns", 1))
        self._check_width(values, column, columns)
        return _Draft(row, column, columns, values, tuple(content))

    def _check_width(self, values: Values, column: int, columns: int) -> None:
        width = values.get("width")
        grid = sum(self.columns[column : column + columns])
        if width is None:
            self._refuse(Words("ô không ghi độ rộng (w:tcW)", "a cell without width (w:tcW)"))
        elif abs(width - grid) > _ROUNDING * columns:
            self._refuse(
                Words(
                    f"ô rộng {width} trong khi lưới bảng cho {grid} (w:tcW)",
                    f"a cell {width} wide where the grid gives {grid} (w:tcW)",
                )
            )

    # -- merging --

    def _joined(self, drafts: list[_Draft]) -> list[_Draft]:
        open_at: dict[int, _Draft] = {}
        joined: list[_Draft] = []
        for draft in drafts:
            merge = draft.values.get("merge")
            above = open_at.get(draft.column)
            if merge == "continue" and above is not None and above.columns == draft.columns:
                above.rows += 1
                if any(paragraph.pieces for paragraph in draft.content):
                    self._refuse(Words("chữ trong ô đã gộp", "text in a merged-away cell"))
                continue
            if merge == "continue":
                self._refuse(refusals.element("vMerge"))
            for column in range(draft.column, draft.column + draft.columns):
                open_at.pop(column, None)
            if merge == "restart":
                open_at[draft.column] = draft
            joined.append(draft)
        return joined

    def _check_margins(self) -> None:
        if {"left", "right"} - set(self.values["margins"]):
            self._refuse(
                Words(
                    "bảng không ghi lề của ô (w:tblCellMar)",
                    "a table without cell margins (w:tblCellMar)",
                )
            )

    def _check_merges(self, drafts: list[_Draft], rows: int) -> None:
        covered = sum(draft.rows * draft.columns for draft in drafts)
        if covered != rows * len(self.columns):
            self._refuse(Words("ô gộp chồng lấn", "merged cells that overlap"))

    def _check_keeping(self, rows: tuple[Row, ...]) -> None:
        """Rows are kept with the next all together or not at all."""
        kept = [row.keep_next for row in rows[:-1] if not row.header]
        if any(kept) and not all(kept):
            self._refuse(
                Words(
                    "bảng chỉ giữ một số hàng với hàng sau (w:keepNext)",
                    "a table that keeps only some rows with the next (w:keepNext)",
                )
            )

    # -- lines --

    def _settled(self, drafts: list[_Draft], rows: int) -> list[Cell]:
        edges = _Edges(len(self.columns), rows, self.values["borders"])
        for draft in drafts:
            edges.claim(draft)
        margins = self.values["margins"]
        usual = Margins(**margins)
        return [
            Cell(
                draft.row,
                draft.column,
                draft.columns,
                draft.rows,
                sum(self.columns[draft.column : draft.column + draft.columns]),
                Margins(**{**margins, **draft.values["margins"]})
                if "margins" in draft.values
                else usual,
                edges.sides(draft),
                draft.values.get("valign", "top"),
                draft.content,
            )
            for draft in drafts
        ]


class _Edges:
    """The lines of the grid; where two cells share one, the wider of their wishes is drawn."""

    def __init__(self, columns: int, rows: int, borders: Values) -> None:
        self._columns = columns
        self._rows = rows
        self._borders = {key: border(value) for key, value in borders.items()}
        self._drawn: dict[tuple[str, int, int], Border] = {}

    def claim(self, draft: _Draft) -> None:
        wishes = draft.values.get("borders", {})
        for side, keys in self._places(draft).items():
            wish = border(wishes[side]) if side in wishes else self._inherited(side, draft)
            for key in keys:
                self._claim_one(key, wish)

    def _claim_one(self, key: tuple[str, int, int], wish: Border | None) -> None:
        drawn = self._drawn.get(key)
        if wish is not None and (drawn is None or wish.width > drawn.width):
            self._drawn[key] = wish

    def sides(self, draft: _Draft) -> Sides:
        return Sides(
            **{side: self._drawn.get(keys[0]) for side, keys in self._places(draft).items()}
        )

    def _places(self, draft: _Draft) -> dict[str, list[tuple[str, int, int]]]:
        columns = range(draft.column, draft.column + draft.columns)
        rows = range(draft.row, draft.row + draft.rows)
        return {
            "top": [("across", draft.row, column) for column in columns],
            "bottom": [("across", draft.row + draft.rows, column) for column in columns],
            "left": [("down", row, draft.column) for row in rows],
            "right": [("down", row, draft.column + draft.columns) for row in rows],
        }

    def _inherited(self, side: str, draft: _Draft) -> Border | None:
        outer = {
            "top": draft.row == 0,
            "bottom": draft.row + draft.rows == self._rows,
            "left": draft.column == 0,
            "right": draft.column + draft.columns == self._columns,
        }
        inner = "across" if side in {"top", "bottom"} else "down"
        return self._borders.get(side if outer[side] else inner)


def _make_row(values: Values, cells: tuple[Cell, ...]) -> Row:
    return Row(
        cells,
        values.get("height", 0),
        bool(values.get("header")),
        bool(values.get("whole")),
        bool(cells) and all(_keeps(cell) for cell in cells),
    )


def _keeps(cell: Cell) -> bool:
    return any(paragraph.form.keep_next for paragraph in cell.content)
