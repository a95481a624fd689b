"""How a sheet is printed: A4 across, its title whole on every page and letters one can read."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from docgen.record.workbooks.sheets import CellLook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from docgen.record.workbooks.sheets import DrawnSheet

_A4: Final = 9
_PAGE_WIDTH: Final = 156
"""What a page takes of the widths of columns and can still be read."""
_TITLE_LETTER: Final = 1.35
"""How wide a letter of a title is, by the width that Excel counts in."""
_TITLE_ROW: Final = 2


def set_pages(sheet: Worksheet, composed: DrawnSheet) -> None:
    """Set up the printed pages of ``sheet``."""
    repeated = _repeated(composed)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.page_setup.fitToWidth = pages_wide(composed)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.6, 0.8, 0.4
    footer = sheet.oddFooter
    if footer is not None:
        footer.left.text, footer.center.text = "&A", "&P/&N"
    if composed.head_row:
        sheet.print_title_rows = f"{min(composed.head_row, _TITLE_ROW)}:{composed.head_row}"
    if repeated:
        sheet.print_title_cols = f"A:{get_column_letter(repeated)}"


def pages_wide(composed: DrawnSheet) -> int:
    """How many pages stand beside each other: no column is cut, what is repeated takes room."""
    repeated = _repeated(composed)
    again = sum(composed.widths[:repeated])
    if sum(_seen(composed)) <= _PAGE_WIDTH:
        return 1
    pages, used = 1, again
    for width in composed.widths[repeated:]:
        if used + width > _PAGE_WIDTH and used > again:
            pages, used = pages + 1, again
        used += width
    return pages


def _seen(composed: DrawnSheet) -> list[int]:
    """The widths of the columns that are printed."""
    hidden = composed.hidden_columns
    return [width for place, width in enumerate(composed.widths, 1) if place not in hidden]


def _repeated(composed: DrawnSheet) -> int:
    """How many columns stand on each page: those that stay in sight, and all under the title.

    A title runs over the cells beside it, but never past the last column that is repeated.
    """
    if not composed.open_columns:
        return 0
    titles = [str(cell.content) for cell in composed.cells if cell.look is CellLook.TITLE]
    wanted = max(map(len, titles), default=0) * _TITLE_LETTER
    kept = composed.frozen[1] - 1
    return next(
        (
            place
            for place, ends in enumerate(accumulate(composed.widths), 1)
            if place >= kept and ends >= wanted
        ),
        len(composed.widths),
    )
