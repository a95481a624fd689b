"""Single cells written into a workbook: all else is left as it is."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from docgen.errors import RecordError
from docgen.record.loading import load, loaded
from docgen.record.workbooks.making import workbook_of
from docgen.record.workbooks.rewriting import set_cells
from tests.samples import path_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath

SAMPLE = "vong-doi/kha-truong-2026"
NUMBER: FieldPath = ("papers", "decision", "number")


@pytest.fixture
def book(tmp_path: Path) -> Loaded:
    """A workbook on disk that tells the sample."""
    path = tmp_path / "bản khai.xlsx"
    path.write_bytes(workbook_of(load(path_of(SAMPLE)).record, str(path)))
    return load(path)


def data_of(book: Loaded, path: Path) -> bytes:
    """The bytes of the workbook."""
    assert book.file == str(path)
    return path.read_bytes()


def parts(data: bytes) -> dict[str, bytes]:
    """Every part by its name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def edited(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with each of its parts changed."""
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name, part in parts(data).items():
            package.writestr(name, change(part))
    return made.getvalue()


def test_one_cell_is_written_and_no_other_part_changes(book: Loaded, tmp_path: Path) -> None:
    """The record tells the new value, the cell looks as before, one sheet differs."""
    path = tmp_path / "bản khai.xlsx"
    before = data_of(book, path)
    after = set_cells(before, {NUMBER: "46"}, book.marks, book.file)
    told = loaded(after, path).record.papers
    assert told.decision.number == 46  # type: ignore[union-attr]
    old, new = parts(before), parts(after)
    assert list(old) == list(new)
    assert sum(old[name] != new[name] for name in old) == 1
    row, column, sheet, _ = book.marks[NUMBER]  # type: ignore[misc]
    cells = [load_workbook(BytesIO(data))[sheet].cell(row, column) for data in (before, after)]
    assert cells[0].number_format == cells[1].number_format
    assert cells[0].style == cells[1].style
    assert cells[1].value == "46"


def test_a_cell_of_a_list_is_found_by_its_row(book: Loaded, tmp_path: Path) -> None:
    """The number of a report stands on the sheet of reports."""
    path = tmp_path / "bản khai.xlsx"
    where: FieldPath = ("reports", 0, "issued", "number")
    after = set_cells(data_of(book, path), {where: "9"}, book.marks, book.file)
    assert loaded(after, path).record.reports[0].issued.number == 9


def test_a_cell_that_is_not_in_the_file_is_put_in_order(book: Loaded, tmp_path: Path) -> None:
    """Programs leave out cells without a look of their own."""
    path = tmp_path / "bản khai.xlsx"
    row, column, sheet, _ = book.marks[NUMBER]  # type: ignore[misc]
    name = load_workbook(path)[sheet].cell(row, column).coordinate.encode()
    cell = re.compile(rb'<c r="%s"[^>]*?(?:/>|>.*?</c>)' % name)
    path.write_bytes(edited(path.read_bytes(), lambda part: cell.sub(b"", part)))
    bare = load(path)
    assert bare.record.papers.decision.number is None  # type: ignore[union-attr]
    after = set_cells(path.read_bytes(), {NUMBER: "46"}, bare.marks, bare.file)
    assert loaded(after, path).record.papers.decision.number == 46  # type: ignore[union-attr]
    assert load_workbook(BytesIO(after))[sheet].cell(row, column).value == "46"


def test_text_that_looks_like_markup_stays_text(book: Loaded, tmp_path: Path) -> None:
    """What XML would take for its own is written so that it is read back."""
    path = tmp_path / "bản khai.xlsx"
    where: FieldPath = ("model", "scope")
    after = set_cells(data_of(book, path), {where: "A < B & C"}, book.marks, book.file)
    assert loaded(after, path).record.model.scope == "A < B & C"


def test_a_field_without_a_cell_is_refused(book: Loaded, tmp_path: Path) -> None:
    """The person is told what to do by hand."""
    data = data_of(book, tmp_path / "bản khai.xlsx")
    for marks in ({}, {NUMBER: (1, 1)}):
        with pytest.raises(RecordError) as caught:
            set_cells(data, {NUMBER: "46"}, marks, book.file)
        assert "Ghi tay" in caught.value.problems[0].hint.vi


def test_a_sheet_written_in_an_unusual_way_is_refused(book: Loaded, tmp_path: Path) -> None:
    """Rows without their number cannot be found for sure."""
    data = data_of(book, tmp_path / "bản khai.xlsx")
    without_rows = edited(data, lambda part: part.replace(b"<row r=", b"<row q="))
    without_columns = edited(data, lambda part: part.replace(b"<c r=", b"<c q="))
    for odd in (without_rows, without_columns):
        with pytest.raises(RecordError):
            set_cells(odd, {NUMBER: "46"}, book.marks, book.file)
