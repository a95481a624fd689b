"""Tables written as Typst: a table where lines are drawn, a plain grid where there are none."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from docgen.printing.setting.inline import pt

if TYPE_CHECKING:
    from docgen.printing.model import Border, Cell, Row, Table
    from docgen.printing.setting.paper import Writer

_EIGHTHS = 2.5
_VALIGN = {"top": "top", "center": "horizon", "bottom": "bottom"}


def write_table(table: Table, gap: int, room: int, writer: Writer) -> str:
    """The source of ``table``, ``gap`` twips below what stands above, in ``room`` twips."""
    kind = "table" if table.bordered else "grid"
    header = list(takewhile(lambda row: row.header, table.rows))
    thickness = _row_lines(table)
    rows = [_row(row, kind, writer, thickness) for row in table.rows]
    parts = []
    if header and len(header) < len(rows):
        parts.append(f"{kind}.header({', '.join(rows[: len(header)])})")
        rows = rows[len(header) :]
    columns = ", ".join(pt(width) for width in table.columns)
    inside = (
        f"{kind}(columns: ({columns},), stroke: none, inset: 0pt, {', '.join([*parts, *rows])})"
    )
    return f"#block({', '.join(_place(table, gap, room))}, loose({inside}))"


def _place(table: Table, gap: int, room: int) -> list[str]:
    left = (room - sum(table.columns)) // 2 if table.centred else table.indent
    kept = [row.keep_next for row in table.rows if not row.header]
    options = [f"above: {pt(gap)}", "width: 100%", f"inset: (left: {pt(left)})"]
    if kept and all(kept[:-1]) and len(kept) > 1:
        options.append("breakable: false")
    if kept and kept[-1] and all(kept):
        options.append("sticky: true")
    return options


def _row_lines(table: Table) -> list[float]:
    """The thickness of the line above the first row, and of the line below each row.

    A row makes room for its thickest line, whichever cell it belongs to.
    """
    thickness = [0.0] * (len(table.rows) + 1)
    for row in table.rows:
        for cell in row.cells:
            last = cell.row + cell.rows
            thickness[last] = max(thickness[last], _thickness(cell.borders.bottom))
            if cell.row == 0:
                thickness[0] = max(thickness[0], _thickness(cell.borders.top))
    return thickness


def _row(row: Row, kind: str, writer: Writer, thickness: list[float]) -> str:
    return ", ".join(
        _cell(cell, row, kind, writer, thickness, strut=row.height if index == 0 else 0)
        for index, cell in enumerate(row.cells)
    )


def _cell(
    cell: Cell, row: Row, kind: str, writer: Writer, thickness: list[float], *, strut: int
) -> str:
    left, right = _sideways(cell)
    content = writer.flow(cell.content, int(cell.width - left - right), in_cell=True)
    above = thickness[0] if cell.row == 0 else 0.0
    below = thickness[cell.row + cell.rows]
    if strut:
        inner = strut - cell.margins.top - cell.margins.bottom - above - below
        content = (
            f"#grid(columns: (0pt, 1fr), align: {_VALIGN[cell.valign]} + left, "
            f"block(height: {pt(inner)}), [{content}])"
        )
    name = writer.cell_name(cell, kind, above, below, whole=row.whole)
    spans = [f"colspan: {cell.columns}"] if cell.columns > 1 else []
    spans += [f"rowspan: {cell.rows}"] if cell.rows > 1 else []
    return f"{name}({', '.join(spans)})[{content}]" if spans else f"{name}[{content}]"


def cell_options(cell: Cell, above: float, below: float, *, whole: bool) -> str:
    """The Typst options of ``cell``.

    Args:
        cell: the cell.
        above: the room for the line above it, in twips.
        below: the room for the line below it, in twips.
        whole: keep it on one page.
    """
    left, right = _sideways(cell)
    options = (
        f"align: {_VALIGN[cell.valign]} + left, inset: (left: {pt(left)}, right: {pt(right)}, "
        f"top: {pt(cell.margins.top + above)}, bottom: {pt(cell.margins.bottom + below)}), "
        f"stroke: ({_strokes(cell)})"
    )
    return f"{options}, breakable: false" if whole else options


def _sideways(cell: Cell) -> tuple[float, float]:
    """The room left and right of the text: a border pushes it by half its width."""
    left = cell.margins.left + _thickness(cell.borders.left) / 2
    return left, cell.margins.right - _thickness(cell.borders.right) / 2


def _thickness(border: Border | None) -> float:
    return 0 if border is None else border.width * _EIGHTHS


def _strokes(cell: Cell) -> str:
    borders = cell.borders
    sides = {
        "top": borders.top,
        "bottom": borders.bottom,
        "left": borders.left,
        "right": borders.right,
    }
    drawn = [f"{side}: {_stroke(border)}" for side, border in sides.items() if border]
    return ", ".join(drawn) or ":"


def _stroke(border: Border) -> str:
    color = f'rgb("{border.color}")' if border.color else "black"
    return f"{pt(border.width * _EIGHTHS)} + {color}"
