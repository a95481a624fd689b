"""Tables written as Typst: a table where lines are drawn, a plain grid where there are none."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing.model.text import Paragraph
from docgen.printing.setting.fitting import fitted
from docgen.printing.setting.strokes import is_compound, stroke
from docgen.printing.setting.strokes import thickness as thickness_of
from docgen.printing.setting.writing import pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.printing.model.text import Cell, Margins, Row, Sides, Table
    from docgen.printing.setting.writer import Writer

_VALIGN = {"top": "top", "center": "horizon", "bottom": "bottom"}
_LEAST_TEXT = 1440
"""Twips beside a floating table in which Word sets text."""
_LEAST_BESIDE = 180
"""Twips beside a table, the usual room around it, that let it float."""


def write_table(table: Table, gap: int, room: int, writer: Writer) -> str:
    """The source of ``table``, ``gap`` twips below what stands above, in ``room`` twips."""
    table = _standing(fitted(table, room), room)
    _check(table, room, writer)
    with writer.inside():
        return _Writer(table, room, writer).written(gap + table.gap)


def _standing(table: Table, room: int) -> Table:
    """``table``, which stands in the text if it is as wide: it does not float then."""
    floats = room - sum(table.columns) >= _LEAST_BESIDE
    return table if floats else table.changed(floating=False, gap=0)


def _check(table: Table, room: int, writer: Writer) -> None:
    text = next(
        (b.text for row in table.rows for c in row.cells for b in c.content if hasattr(b, "text")),
        "",
    )
    if table.floating and room - sum(table.columns) >= _LEAST_TEXT:
        writer.refuse(Words("chữ chảy quanh bảng trôi", "text flowing around a table"), text)
    for row in table.rows:
        for cell in row.cells:
            borders = cell.borders
            if any(map(is_compound, (borders.top, borders.bottom, borders.left, borders.right))):
                writer.refuse(Words("viền bảng nét kép", "table borders of double lines"), text)


class _Writer:
    def __init__(self, table: Table, room: int, writer: Writer) -> None:
        self.table = table
        self.room = room
        self.writer = writer
        self.kind = "table" if table.bordered else "grid"
        self.thickness = _row_lines(table)
        self.binds = _binds(table.rows)
        self.notes = ""
        """Notes that the rows at the head of each page call, to be put in the row below."""

    def written(self, gap: int) -> str:
        table, kind = self.table, self.kind
        header = list(takewhile(lambda row: row.header, table.rows))
        self.writer.repeated = []
        rows = [self._row(row) for row in header]
        self.notes = "".join(self.writer.repeated)
        self.writer.repeated = None
        rows += [self._row(row) for row in table.rows[len(header) :]]
        parts = []
        if header and len(header) < len(rows):
            parts.append(f"{kind}.header({', '.join(filter(None, rows[: len(header)]))})")
            rows = rows[len(header) :]
        widths = [*table.columns, 0] if self.binds else table.columns
        columns = ", ".join(pt(width) for width in widths)
        inside = (
            f"{kind}(columns: ({columns},), {self._heights()}stroke: none, inset: 0pt, "
            f"{', '.join(filter(None, [*parts, *rows]))})"
        )
        return f"#block({', '.join(self._place(gap))}, loose({inside}))"

    def _heights(self) -> str:
        """The heights of rows, where some are exact: they hold the line above, here it is below."""
        rows = self.table.rows
        if not any(row.exact for row in rows):
            return ""
        lines = [0.0, *self.thickness[1:]]
        made = [
            pt(max(0, row.height - lines[at] + lines[at + 1])) if row.exact else "auto"
            for at, row in enumerate(rows)
        ]
        return f"rows: ({', '.join(made)},), "

    def _place(self, gap: int) -> list[str]:
        table = self.table
        kept = [row.keep_next for row in table.rows if not row.header]
        options = [f"above: {pt(gap)}", "width: 100%", f"inset: (left: {pt(self._left())})"]
        if kept and all(kept[:-1]) and len(kept) > 1:
            options.append("breakable: false")
        if kept and kept[-1] and all(kept):
            options.append("sticky: true")
        return options

    def _left(self) -> float:
        table = self.table
        spare = self.room - sum(table.columns)
        share = {"center": 0.5, "right": 1.0}
        if table.floating:
            page = self.writer.page
            across = {"page": -page.left}.get(table.origin, 0)
            if table.side in share:
                wide = page.width if table.origin == "page" else self.room
                return across + (wide - sum(table.columns)) * share[table.side]
            return across + table.away
        if table.align == "center":
            return spare // 2
        return spare if table.align == "right" else table.indent

    def _row(self, row: Row) -> str:
        cells = [
            self._cell(cell, row, strut=row.height if index == 0 and not row.exact else 0)
            for index, cell in enumerate(row.cells)
        ]
        if bound := self.binds.get(id(row)):
            cells.append(f"{self.kind}.cell(rowspan: {bound}, breakable: false)[]")
        return ", ".join(cells)

    def _cell(self, cell: Cell, row: Row, *, strut: int) -> str:
        left, right = _sideways(cell.margins, cell.borders)
        above = self.thickness[0] if cell.row == 0 else 0.0
        below = self.thickness[cell.row + cell.rows]
        width = sum(self.table.columns[cell.column : cell.column + cell.columns])
        inner = max(20, int(width - left - right))
        if cell.turned:
            content = self._turned(cell, row)
        else:
            content = self.notes + self.writer.flow(cell.content, inner, in_cell=True)
            self.notes = ""
        if row.exact and cell.rows == 1:
            high = row.height - cell.margins.top - cell.margins.bottom - self.thickness[cell.row]
            clip = "" if _is_drawn_on(cell) else "clip: true, "
            content = _fitted(content, cell.valign)
            content = f"#block(height: {pt(max(0, high))}, {clip}width: 100%)[{content}]"
        if strut:
            # Its height holds the line above the row; the last row has the table's line besides.
            free = strut - cell.margins.top - cell.margins.bottom - self.thickness[cell.row]
            content = (
                f"#grid(columns: (0pt, 1fr), align: {_VALIGN[cell.valign]} + left, "
                f"block(height: {pt(max(0, free))}), [{content}])"
            )
        options = _options(
            cell.margins, cell.borders, cell.valign, cell.fill, above, below, whole=row.whole
        )
        name = self.writer.cell_name(self.kind, options)
        spans = [f"colspan: {cell.columns}"] if cell.columns > 1 else []
        spans += [f"rowspan: {cell.rows}"] if cell.rows > 1 else []
        return f"{name}({', '.join(spans)})[{content}]" if spans else f"{name}[{content}]"

    def _turned(self, cell: Cell, row: Row) -> str:
        """Text that runs up or down the cell; the row's height is the length of its lines."""
        rows = self.table.rows[cell.row : cell.row + cell.rows]
        length = sum(r.height for r in rows) - cell.margins.left - cell.margins.right
        if length <= 0 or not all(r.height for r in rows):
            self.writer.refuse(
                Words(
                    "chữ dọc trong hàng không ghi chiều cao", "upright text in a row of no height"
                ),
                "",
            )
            return ""
        del row
        flow = self.writer.flow(cell.content, length, in_cell=True)
        angle = "-90deg" if cell.turned == "btLr" else "90deg"
        return f"#rotate({angle}, reflow: true, block(width: {pt(length)})[{flow}])"


def _fitted(content: str, valign: str) -> str:
    """``content`` in the middle or at the foot of a row of exact height; from its top if higher."""
    if valign == "top":
        return content
    return (
        f"#layout(room => {{ let c = block(width: room.width)[{content}]; "
        f"align(if measure(c).height > room.height {{ top }} else {{ {_VALIGN[valign]} }}, c) }})"
    )


def _is_drawn_on(cell: Cell) -> bool:
    """Whether drawings are anchored in ``cell``: they stand over its edges."""
    return any(isinstance(block, Paragraph) and block.anchored for block in cell.content)


def _binds(rows: Sequence[Row]) -> dict[int, int]:
    """By row, how many rows it begins that stay together; 0 within such; nothing where none do.

    They are held by a cell of no width beside them: what spans rows unbroken keeps them on a page.
    A table of which all rows keep together is a block that is not broken instead.
    """
    kept = [row.keep_next and not row.header for row in rows]
    body = [row.keep_next for row in rows if not row.header]
    if not any(kept[:-1]) or all(body[:-1]):
        return {}
    found, place = {}, 0
    while place < len(rows):
        size = 1
        while kept[place + size - 1] and place + size < len(rows):
            size += 1
        found.update({id(row): 0 for row in rows[place + 1 : place + size]})
        found[id(rows[place])] = size
        place += size
    return found


def _row_lines(table: Table) -> list[float]:
    """The thickness of the line above the first row, and of the line below each row.

    A row makes room for its thickest line, whichever cell it belongs to.
    """
    thickness = [0.0] * (len(table.rows) + 1)
    for row in table.rows:
        for cell in row.cells:
            last = cell.row + cell.rows
            below = thickness_of(cell.borders.bottom)
            thickness[last] = max(thickness[last], below)
            if cell.within is not None:
                for at in range(cell.row + 1, last):
                    thickness[at] = max(thickness[at], thickness_of(cell.within), below)
            if cell.row == 0:
                thickness[0] = max(thickness[0], thickness_of(cell.borders.top))
    return thickness


@lru_cache(maxsize=1024)
def _options(
    margins: Margins,
    borders: Sides,
    valign: str,
    fill: str,
    above: float,
    below: float,
    *,
    whole: bool,
) -> str:
    """The Typst options of a cell, for lines above and below that need so much room (twips).

    ``whole`` keeps it on one page.
    """
    left, right = _sideways(margins, borders)
    options = (
        f"align: {_VALIGN[valign]} + left, inset: (left: {pt(left)}, right: {pt(right)}, "
        f"top: {pt(margins.top + above)}, bottom: {pt(margins.bottom + below)}), "
        f"stroke: ({_strokes(borders)})"
    )
    if fill:
        options += f', fill: rgb("{fill}")'
    return f"{options}, breakable: false" if whole else options


def _sideways(margins: Margins, borders: Sides) -> tuple[float, float]:
    """The room left and right of the text: a border pushes it by half its width."""
    left = margins.left + thickness_of(borders.left) / 2
    return left, margins.right - thickness_of(borders.right) / 2


def _strokes(borders: Sides) -> str:
    sides = {
        "top": borders.top,
        "bottom": borders.bottom,
        "left": borders.left,
        "right": borders.right,
    }
    drawn = [f"{side}: {stroke(border)}" for side, border in sides.items() if border]
    return ", ".join(drawn) or ":"
