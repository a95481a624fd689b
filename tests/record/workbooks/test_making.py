"""The workbook as people get it: derived from the model, locked where it explains, the same."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from docgen.errors import RecordError
from docgen.record.loading import load
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import slots_of
from docgen.record.taking import taken
from docgen.record.workbooks.layout import Field, Table, layout_of
from docgen.record.workbooks.making import blank_workbook, workbook, workbook_of
from tests.samples import path_of
from tests.workbooks import VALUE_COLUMN, blank, column_of, filled, row_of, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart

ROOTS: list[type[AnyRecord]] = [Record, LinkedRecord]
each_root = pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.__name__)


@pytest.fixture
def book(tmp_path: Path) -> Any:
    """The blank workbook of self-managed models, opened."""
    return load_workbook(blank(tmp_path / "a.xlsx", Record).path)


def leaves(part: type[RecordPart], before: str = "") -> Iterator[str]:
    """Every value of the model by its path, indices left out."""
    for name, slot in slots_of(part).items():
        if slot.part is None:
            yield before + name
        else:
            yield from leaves(slot.part, f"{before}{name}.")


@each_root
def test_the_workbook_has_a_place_for_every_field_of_the_model(root: type[AnyRecord]) -> None:
    """No field is forgotten, none stands twice."""
    layout = layout_of(root)
    places = [entry.key for entry in layout.rows if isinstance(entry, Field)]
    for table in layout.tables:
        places += [".".join((*table.names, *column.names)) for column in table.columns]
    assert sorted(places) == sorted(leaves(root))


@each_root
def test_every_list_of_parts_has_a_sheet_and_a_line_that_leads_there(
    root: type[AnyRecord], tmp_path: Path
) -> None:
    """Sheets have names that Excel takes, each once; outer lists link from the first sheet."""
    layout = layout_of(root)
    made = load_workbook(blank(tmp_path / "a.xlsx", root).path)
    names = ["Bản khai", *(table.sheet for table in layout.tables), "Danh mục"]
    assert made.sheetnames == names
    assert all(0 < len(name) <= 31 for name in names)
    shown = [entry for entry in layout.rows if isinstance(entry, Table)]
    assert shown == sorted(
        (table for table in layout.tables if table.parent is None), key=shown.index
    )
    links = [cell.hyperlink.location for cell in made.worksheets[0]["C"] if cell.hyperlink]
    assert links == [f"'{table.sheet}'!A1" for table in shown if not table.later]
    later = {table.sheet for table in layout.tables if table.later}
    assert {one.title for one in made.worksheets if one.sheet_state == "hidden"} == {
        *later,
        "Danh mục",
    }


@each_root
def test_sheets_of_later_life_come_up_when_they_tell_something_or_are_asked_for(
    root: type[AnyRecord],
) -> None:
    """With all that belongs to the same part of the record."""
    every = load_workbook(BytesIO(blank_workbook(root, every_sheet=True)))
    assert [one.title for one in every.worksheets if one.sheet_state == "hidden"] == ["Danh mục"]
    told = workbook(root, {"reports": [{"period": "2026"}]}, "")
    sheets = load_workbook(BytesIO(told)).worksheets
    shown = {one.title for one in sheets if one.sheet_state == "visible"}
    assert {"Báo cáo định kỳ", "Số liệu báo cáo", "Kết quả chỉ tiêu"} <= shown
    assert "Đề nghị khen thưởng" not in shown


@each_root
def test_sheets_have_whole_names(root: type[AnyRecord]) -> None:
    """The label of the list, or its short name; alike ones with what is around them."""
    for table in layout_of(root).tables:
        own, *around = [
            slot.about.sheet or slot.label.vi.replace(",", "")
            for slot in (table.slots[-1], *table.slots[-2:-1])
        ]
        assert table.sheet in {own, " ".join([own, *around])}


@each_root
def test_no_row_is_lower_than_its_text(root: type[AnyRecord]) -> None:
    """So nothing is printed over the row below; and rows may grow with what is typed."""
    data = blank_workbook(root)
    first = load_workbook(BytesIO(data)).worksheets[0]
    label = max((cell for cell in first["B"] if cell.value), key=lambda cell: len(cell.value))
    assert first.row_dimensions[label.row].height > 16
    with ZipFile(BytesIO(data)) as package:
        assert b"customHeight" not in package.read("xl/worksheets/sheet1.xml")


@each_root
def test_the_same_record_gives_the_same_bytes(root: type[AnyRecord]) -> None:
    """Neither the clock nor chance leaves a trace."""
    assert blank_workbook(root) == blank_workbook(root)


def test_a_sample_gives_the_same_bytes_each_time(sample: str) -> None:
    """Filled workbooks as well."""
    record = load(path_of(sample)).record
    assert workbook_of(record, "a.xlsx") == workbook_of(record, "a.xlsx")


def test_labels_are_locked_and_values_are_not(book: Any) -> None:
    """Without a password; on lists people may add, delete and sort rows."""
    first, members = book.worksheets[0], sheet_of(book, "members")
    row = row_of(first, "issuer.name")
    assert first.protection.sheet
    assert first.protection.password is None
    assert first.cell(row, 2).protection.locked
    assert not first.cell(row, VALUE_COLUMN).protection.locked
    assert first.cell(row_of(first, "kind"), VALUE_COLUMN).protection.locked
    assert members["B3"].protection.locked
    assert not members["B5"].protection.locked
    assert not members.column_dimensions["B"].protection.locked
    assert not members.protection.insertRows


def test_cells_that_take_values_are_text(book: Any) -> None:
    """So Excel turns neither 5/9/2026 into the ninth of May nor 500.000 into 500."""
    first = book.worksheets[0]
    for key in ("launch.day", "papers.decision.number", "survey.people"):
        assert first.cell(row_of(first, key), VALUE_COLUMN).number_format == "@"
    assert sheet_of(book, "funds.items")["C9"].number_format == "@"


def test_choices_are_offered_in_vietnamese_without_codes(book: Any) -> None:
    """The list of a cell is on a hidden sheet; yes and no are words."""
    first, options = book.worksheets[0], book["Danh mục"]
    assert options.sheet_state == "hidden"
    offered = {}
    for validation in first.data_validations.dataValidation:
        _, _, cells = validation.formula1.partition("!")
        row = int(str(validation.sqref).rpartition("C")[2])
        offered[first.cell(row, 1).value] = [cell[0].value for cell in options[cells]]
    assert offered["issuer.kind"] == [
        "UBND cấp xã",
        "cơ quan",
        "doanh nghiệp",
        "nhà trường",
    ]
    assert offered["numbered_laws"] == ["có", "không"]
    assert offered["issuer.head.signing"][1] == "KT. - ký thay"


def test_keys_are_hidden_and_heads_stay_in_sight(book: Any) -> None:
    """A4 landscape, the head repeated on each printed page, panes frozen below it."""
    first, members = book.worksheets[0], sheet_of(book, "members")
    assert first.row_dimensions[1].hidden
    assert first.column_dimensions["A"].hidden
    assert members.row_dimensions[1].hidden
    assert (first.freeze_panes, members.freeze_panes) == ("C3", "C5")
    assert members.page_setup.orientation == "landscape"
    assert str(members.page_setup.paperSize) == "9"
    assert members.print_title_rows == "$2:$3"


def test_each_list_shows_an_example_that_is_no_data(book: Any, tmp_path: Path) -> None:
    """The grey row is locked, and reading skips it."""
    members = sheet_of(book, "members")
    example = members.cell(4, column_of(members, "name"))
    assert example.value == "Trần Thị Bình"
    assert example.protection.locked
    made = blank(tmp_path / "b.xlsx", Record)
    made.tell(issuer__kind="commune", issuer__name="xã A", model__name="B")
    record = made.load().record
    assert isinstance(record, Record)
    assert record.members == []


def test_text_that_looks_like_a_formula_or_an_escape_stays_text(tmp_path: Path) -> None:
    """Equals signs, Excel's own errors and escapes, codes of cells, dashes."""
    odd = ["=1+1", "#N/A", "_x0041_", "-dash", "'quote", "0204", "TRUE", "1e5", "Ví dụ", "có"]
    record = taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "commune", "name": "=A1"},
            "model": {"name": "_x000D_"},
            "bases": odd,
            "members": [{"name": name} for name in odd],
        },
    )
    assert filled(tmp_path / "a.xlsx", record).load().record == record


def test_a_list_too_long_for_a_cell_takes_more_rows(tmp_path: Path) -> None:
    """Excel holds 32 767 characters a cell; nothing is cut off."""
    record = taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "commune", "name": "xã A"},
            "model": {"name": "B"},
            "bases": [f"{number} " + "x" * 490 for number in range(200)],
        },
    )
    assert filled(tmp_path / "a.xlsx", record).load().record == record


def test_a_list_in_a_list_too_long_for_a_cell_is_refused() -> None:
    """Where no row can be added, the way out is told."""
    header = ["y" * 490] * 100
    unit = {"name": "A", "kind": "school", "header": header}
    record = taken(
        LinkedRecord,
        {"kind": "linked", "model": {"name": "B"}, "units": [unit, {**unit, "name": "C"}]},
    )
    with pytest.raises(RecordError) as caught:
        workbook_of(record, "a.xlsx")
    assert "Tên ghi ở đầu văn bản" in caught.value.problems[0].what.vi
