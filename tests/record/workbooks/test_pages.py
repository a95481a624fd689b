"""The workbook on paper: every page says which sheet it is of, in letters that can be read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pdfplumber
import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter

from docgen.guidance.growth import grow
from docgen.printing import process
from docgen.record import province
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.workbooks.making import blank_workbook, province_workbook
from tests.printing.office import OFFICE, fonts_conf

if TYPE_CHECKING:
    from pathlib import Path

_SMALLEST = 7
"""Points under which nobody reads a form."""
_LETTER = 1.25
"""A letter of a title as LibreOffice prints it, at the widest, by the width of columns."""
BOOKS = {
    "self-managed": blank_workbook(Record, every_sheet=True),
    "linked": blank_workbook(LinkedRecord, every_sheet=True),
    "province": province_workbook(province.shape(grow), every_sheet=True),
}


@pytest.mark.parametrize("data", BOOKS.values(), ids=BOOKS)
def test_a_title_is_whole_within_the_columns_repeated_on_each_page(data: bytes) -> None:
    """The columns with it stand on the second page across, too, and nothing beside them."""
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        if not sheet.print_title_cols:
            continue
        last = column_index_from_string(sheet.print_title_cols.split(":")[1].strip("$"))
        room = sum(widths(sheet)[:last])
        assert sheet.page_setup.fitToWidth == 1 or room >= _LETTER * len(sheet["A2"].value)
        assert sheet.print_title_rows == "$2:$3"


@pytest.mark.parametrize("data", BOOKS.values(), ids=BOOKS)
def test_what_identifies_a_row_stands_on_each_page(data: bytes) -> None:
    """The columns that stay in sight on the screen are those repeated on paper."""
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        if sheet.print_title_cols:
            last = column_index_from_string(sheet.print_title_cols.split(":")[1].strip("$"))
            frozen = str(sheet.freeze_panes).rstrip("0123456789")
            assert last >= column_index_from_string(frozen) - 1


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_the_printed_form_shows_each_sheets_title_on_each_page(tmp_path: Path) -> None:
    """A linked model's members take several pages across: each is headed, none is too small."""
    pages = printed(BOOKS["linked"], tmp_path)
    members = [page for page in pages if page["foot"].startswith("Đơn vị thành viên")]
    assert len(members) > 1
    assert all(page["head"].startswith("Đơn vị thành viên") for page in members)
    assert min(page["smallest"] for page in pages) >= _SMALLEST


def widths(sheet: Any) -> list[float]:
    """The widths of a sheet's columns."""
    letters = [get_column_letter(place) for place in range(1, sheet.max_column + 1)]
    return [sheet.column_dimensions[letter].width for letter in letters]


def printed(data: bytes, folder: Path) -> list[dict[str, Any]]:
    """What LibreOffice makes of a workbook: first and last line, smallest letters of each page."""
    assert OFFICE is not None
    (folder / "form.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE.program), profile, "--headless", "--norestore", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), str(folder / "form.xlsx")]
    conf = {"FONTCONFIG_FILE": str(fonts_conf(folder))}
    outcome = process.run(command, time_limit=300, folder=folder, more=conf)
    assert outcome.code == 0, outcome.said
    with pdfplumber.open(folder / "form.pdf") as made:
        return [told(page) for page in made.pages]


def told(page: Any) -> dict[str, Any]:
    """The first line, the last line and the size of the smallest letters."""
    lines = page.extract_text().splitlines()
    sizes = [letter["size"] for letter in page.chars]
    return {"head": lines[0], "foot": lines[-1], "smallest": round(min(sizes), 1)}
