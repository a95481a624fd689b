"""Tables read into the model: grid, merged cells, and the lines between cells settled."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import refusals
from docgen.printing.model.text import Cell, Margins, Paragraph, Row, Table
from docgen.printing.reading import grammar
from docgen.printing.reading.conditions import Conditions, Place, ground
from docgen.printing.reading.grammar import Properties, W, first
from docgen.printing.reading.gridlines import Draft, GridLines
from docgen.printing.reading.merging import merged
from docgen.printing.reading.runs import COMMENTS, DROPPED, THROUGH, UNSEEN
from docgen.printing.reading.subset.tables import CELL, EXCEPTIONS, ROW, TABLE
from docgen.printing.reading.widths import Grid
from docgen.printing.refusals import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from docgen.printing.reading.grammar import Values
    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.story import Story

_TR, _TC, _T = f"{W}tr", f"{W}tc", f"{W}t"
_TBL_PR, _GRID, _TR_PR, _TC_PR = f"{W}tblPr", f"{W}tblGrid", f"{W}trPr", f"{W}tcPr"
_TBL_PR_EX = f"{W}tblPrEx"
_OF_A_TABLE, _OF_A_ROW = frozenset({_TBL_PR, _GRID}), frozenset({_TR_PR, _TBL_PR_EX})
_TABLES, _EXCEPTIONS = Properties(TABLE), Properties(EXCEPTIONS)
_ROWS, _CELLS = Properties(ROW), Properties(CELL)
_MOST_COLUMNS = 64
_MOST_CELLS = 20_000
_SIDE_MARGIN = 108
_MARGINS = {"top": 0, "bottom": 0, "left": _SIDE_MARGIN, "right": _SIDE_MARGIN}
_TURNED = {"btLr": "btLr", "lr": "btLr", "tbRl": "tbRl", "rl": "tbRl"}
_CHAIN = 2
"""Rows in a row that may be kept each with the next: more might not fit a page."""
_VALIGN = {"center": "center", "bottom": "bottom"}
_ALIGN = {"start": "", "left": "", "center": "center", "right": "right", "end": "right"}


def read_table(reader: Reader, element: _Element, story: Story) -> Table | None:
    """The table ``element`` in ``story``; None when it has no rows.

    What it may not hold is noted with the reader.
    """
    return _TableReader(reader, element, story).table()


class _TableReader:
    def __init__(self, reader: Reader, element: _Element, story: Story) -> None:
        self.reader = reader
        self.element = element
        self.story = story
        direct, faults = _TABLES.read(first(element, _TBL_PR))
        self.values, style = reader.styles.table(direct)
        self._refuse_all((*faults, *style.faults))
        self.conditions = Conditions(style.parts, self.values)
        self.grid = Grid(first(element, _GRID), fixed=bool(self.values.get("fixed")))
        self.rows = list(self._kept(element))

    def table(self) -> Table | None:
        drafts, values = self._drafts()
        if not values:
            return None
        kind, amount = self.values.get("width", ("auto", 0))
        columns = self.grid.settle(drafts, len(values), amount if kind == "dxa" else 0)
        drafts = _joined(drafts)
        starting: list[list[Cell]] = [[] for _ in values]
        for cell in self._settled(drafts, len(columns), len(values)):
            starting[cell.row].append(cell)
        made = tuple(
            _make_row(row, tuple(cells)) for row, cells in zip(values, starting, strict=True)
        )
        self._check_keeping(made)
        return Table(
            tuple(columns),
            made,
            self._indent(),
            _ALIGN[self.values.get("align", "left")],
            share=amount if kind == "pct" else 0,
            fitted=self.grid.unknown,
            **self._floating(),
        )

    @cached_property
    def where(self) -> Words:
        """How messages name the table: by the words it begins with."""
        return refusals.paragraph("".join(self.element.itertext(_T))[:200])

    def _refuse(self, what: Words) -> None:
        self.reader.refuse(what, self.where)

    def _refuse_all(self, faults: tuple[Words, ...]) -> None:
        for fault in faults:
            self._refuse(fault)

    def _indent(self) -> int:
        """From the column's edge to the grid; before Word 2013 the cell's text stood at it."""
        indent = int(self.values.get("indent", 0))
        if self.reader.settings.modern or self.values.get("align", "left") not in {"left", "start"}:
            return indent
        return indent - int(self.values["margins"].get("left", _SIDE_MARGIN))

    def _floating(self) -> Values:
        said = self.values.get("floating")
        if said is None:
            return {}
        origin = said.get("horzAnchor", "text"), said.get("tblpXSpec", "")
        if said.get("vertAnchor", "page") != "text" or said.get("tblpYSpec", "inline") != "inline":
            self._refuse(refusals.element("tblpPr"))
        return {
            "gap": max(0, int(said.get("tblpY", "0"))),
            "floating": True,
            "origin": origin[0],
            "side": origin[1],
            "away": int(said.get("tblpX", "0")),
        }

    # -- rows and cells --

    def _kept(self, parent: _Element) -> Iterator[_Element]:
        for child in parent:
            if child.tag == _TR:
                yield child
            elif child.tag in THROUGH:
                yield from self._kept(child)
            elif child.tag not in _OF_A_TABLE and child.tag not in UNSEEN | COMMENTS | DROPPED:
                self._refuse(refusals.element(grammar.local(child)))

    def _drafts(self) -> tuple[list[Draft], list[Values]]:
        drafts: list[Draft] = []
        rows: list[Values] = []
        for element in self.rows:
            values, faults = _ROWS.read(first(element, _TR_PR))
            if values.get("deleted"):
                self._refuse(ACCEPTED)
                continue
            self._refuse_all((*faults, *grammar.strange_attributes(element)))
            drafts += self._row(element, values, len(rows))
            rows.append(values)
            if len(drafts) > _MOST_CELLS:
                self._refuse(Words("bảng quá lớn", "a table with too many cells"))
                break
        return drafts, rows

    def _row(self, element: _Element, values: Values, index: int) -> list[Draft]:
        exceptions, faults = _EXCEPTIONS.read(first(element, _TBL_PR_EX))
        self._refuse_all(faults)
        table = merged(self.values, exceptions)
        drafts: list[Draft] = []
        column = int(values.get("before", 0))
        if column:
            drafts.append(_filler(index, 0, column, values.get("before_width")))
        for child in self._cells(element):
            draft = self._cell(child, table, index, column)
            if draft.values.get("beside") == "continue" and drafts:
                drafts[-1].columns += draft.columns
            else:
                drafts.append(draft)
            column += draft.columns
            if column > _MOST_COLUMNS:
                self._refuse(Words("bảng quá nhiều cột", "a table with too many columns"))
                break
        if values.get("after"):
            drafts.append(_filler(index, column, int(values["after"]), values.get("after_width")))
        return drafts

    def _cells(self, parent: _Element) -> Iterator[_Element]:
        for child in parent:
            if child.tag == _TC:
                yield child
            elif child.tag in THROUGH:
                yield from self._cells(child)
            elif child.tag not in _OF_A_ROW and child.tag not in UNSEEN | COMMENTS:
                self._refuse(refusals.element(grammar.local(child)))

    def _cell(self, element: _Element, table: Values, row: int, column: int) -> Draft:
        direct, faults = _CELLS.read(first(element, _TC_PR))
        self._refuse_all((*faults, *grammar.strange_attributes(element)))
        columns = int(direct.get("columns", 1))
        place = Place(row, column, columns, len(self.rows) - 1, len(self.grid.written) - 1)
        part = self.conditions.part(place)
        values = {
            "fill": table.get("fill", ""),
            **part.cell,
            **direct,
            "borders": {**self.conditions.borders(place), **direct.get("borders", {})},
            "margins": {
                **_MARGINS,
                **table["margins"],
                **part.cell.get("margins", {}),
                **direct.get("margins", {}),
            },
        }
        content = self.reader.blocks(element, self.story.on(ground(part)))
        return Draft(row, column, columns, values, table["borders"], tuple(content))

    def _check_keeping(self, rows: tuple[Row, ...]) -> None:
        """Rows are kept with the next all together, or a few at a time."""
        kept = [row.keep_next for row in rows[:-1] if not row.header]
        chains = [len(list(chain)) for keeps, chain in groupby(kept) if keeps]
        if not all(kept) and any(chain > _CHAIN for chain in chains):
            self._refuse(
                Words(
                    "bảng chỉ giữ một số hàng với hàng sau (w:keepNext)",
                    "a table that keeps only some rows with the next (w:keepNext)",
                )
            )

    def _settled(self, drafts: list[Draft], columns: int, rows: int) -> list[Cell]:
        lines = GridLines(columns, rows)
        for draft in drafts:
            lines.claim(draft)
        return [
            Cell(
                draft.row,
                draft.column,
                draft.columns,
                draft.rows,
                Margins(**draft.values.get("margins", {})),
                lines.sides(draft),
                _VALIGN.get(draft.values.get("valign", "top"), "top"),
                draft.content,
                draft.values.get("fill", ""),
                _TURNED.get(draft.values.get("turned", ""), ""),
                draft.within,
            )
            for draft in drafts
        ]


def _filler(row: int, column: int, columns: int, width: tuple[str, int] | None) -> Draft:
    nothing = {"top": None, "bottom": None, "left": None, "right": None}
    values: Values = {"borders": nothing, "width": width or ("auto", 0)}
    return Draft(row, column, columns, values, {}, (), empty=True)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Cells merged down the page; what is written in a merged-away cell is not seen in Word."""
    open_at: dict[int, Draft] = {}
    joined: list[Draft] = []
    for draft in drafts:
        merge = draft.values.get("merge")
        above = open_at.get(draft.column)
        whole = (
            above is not None
            and above.columns == draft.columns
            and above.row + above.rows == draft.row
        )
        if merge == "continue" and above is not None and whole:
            above.take(draft)
            continue
        for column in range(draft.column, draft.column + draft.columns):
            open_at.pop(column, None)
        if merge:
            open_at[draft.column] = draft
        joined.append(draft)
    return joined


def _make_row(values: Values, cells: tuple[Cell, ...]) -> Row:
    return Row(
        cells,
        values.get("height", 0),
        bool(values.get("exact")) and values.get("height", 0) > 0,
        bool(values.get("header")),
        bool(values.get("whole")),
        bool(cells) and all(_keeps(cell) for cell in cells),
    )


def _keeps(cell: Cell) -> bool:
    return any(isinstance(block, Paragraph) and block.form.keep_next for block in cell.content)
