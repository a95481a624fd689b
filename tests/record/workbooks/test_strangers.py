"""Workbooks as real people send them: what is gone or odd is told, never read as empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from docgen.checks.lettering import looks_legacy
from docgen.errors import RecordError, Severity
from docgen.record.loading import load
from docgen.record.schema.own import Record
from docgen.record.workbooks.layout import layout_of
from docgen.record.workbooks.opening import part_names
from docgen.workflows.examining import find
from tests.odd import changed
from tests.samples import drafted, path_of
from tests.workbooks import Book, column_of, filled, row_of, sheet_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SAMPLE = "xa-2026-to-lien-gia"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A sample as a workbook."""
    return filled(tmp_path / "r.xlsx", load(path_of(SAMPLE)).record)


def _no_members(book: Any) -> None:
    del book[sheet_of(book, "members").title]


def _no_job(book: Any) -> None:
    sheet = sheet_of(book, "members")
    sheet.delete_cols(column_of(sheet, "job"))


def _no_name(book: Any) -> None:
    sheet = book.worksheets[0]
    sheet.delete_rows(row_of(sheet, "party.name"))


@pytest.mark.parametrize(
    ("deed", "said"), [(_no_members, "The sheet"), (_no_job, "its column"), (_no_name, "The row")]
)
def test_what_is_gone_is_told(deed: Callable[[Any], None], said: str, book: Book) -> None:
    """A sheet, a column, a row: a warning, where the record can be read without."""
    try:
        found = find(book.change(deed).load(), drafted(SAMPLE)).problems
    except RecordError as fault:
        found = fault.problems
    else:
        assert {one.severity for one in found} == {Severity.WARNING}
    assert any(said in one.what.en and "gone" in one.what.en + " gone" for one in found)


def test_a_whole_workbook_has_nothing_gone(book: Book) -> None:
    """No remark on a form as docgen makes it."""
    assert book.load().remarks == ()
    assert layout_of(Record).tables


def test_days_counted_from_1904_are_the_same_days(book: Book) -> None:
    """Excel for old Macs counts from another day; both kinds of cells are understood."""

    def late(opened: Any) -> None:
        opened.epoch = CALENDAR_MAC_1904
        sheet = opened.worksheets[0]
        cell = sheet.cell(row_of(sheet, "papers.decision.day"), 3)
        cell.value, cell.number_format = 44_808, "General"

    record = book.change(late).load().record
    assert isinstance(record, Record)
    day = record.papers.decision.day
    assert day is not None
    assert day.isoformat() == "2026-09-05"


@pytest.mark.parametrize("value", ["1e999", "-1e999", "1e400"])
def test_numbers_without_end_are_told_with_their_cell(book: Book, value: str) -> None:
    """No overflow passes the door."""
    book.change(lambda opened: setattr(sheet_of(opened, "members")["C5"], "value", 12345))
    whole = book.path.read_bytes()
    data = changed(
        whole,
        part_names(whole)["Thành viên"],
        lambda part: part.replace(b"<v>12345</v>", f"<v>{value}</v>".encode()),
    )
    book.path.write_bytes(data)
    with pytest.raises(RecordError, match="C5: This cell is no number") as caught:
        book.load()
    assert caught.value.problems[0].place.line == 5


def test_chart_sheets_are_passed_over(book: Book) -> None:
    """They hold no cells."""
    before = book.load().record
    assert book.change(lambda opened: opened.create_chartsheet("Biểu đồ")).load().record == before


@pytest.mark.parametrize("name", ["Vuõ Vaên Thaéng", "Nguyeãn Thò Hoa", "Traàn Vaên AÂn"])
def test_vni_is_seen(name: str) -> None:
    """A vowel followed by a marked one, as no Vietnamese word has."""
    assert looks_legacy(name)


@pytest.mark.parametrize(
    "name", ["Hoàng Tuấn Kiệt", "Đoàn Thúy Hòa", "Nguyễn Hữu Thiêm", "Ksor Y Blôk", "Bùi Uyên Thoa"]
)
def test_vietnamese_is_no_vni(name: str) -> None:
    """Nor are the names of other peoples."""
    assert not looks_legacy(name)


@pytest.mark.parametrize(
    ("line", "said", "column"),
    [
        ("kind:\u00a0self_managed\nx: {", "no-break space", 6),
        ("kind\uff1aself_managed\nmodel:\n  name: a", "full-width", 5),
        ("model: {name: “a”, “b: c}\n  - x", "curly", 15),
    ],
)
def test_characters_that_only_look_right_are_located(
    line: str, said: str, column: int, tmp_path: Path
) -> None:
    """No-break spaces, curly quotes and wide colons where YAML stumbles over them."""
    file = tmp_path / "r.yaml"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        load(file)
    (problem,) = caught.value.problems
    assert said in problem.what.en
    assert (problem.place.line, problem.place.column) == (1, column)


def test_curly_quotes_around_a_value_are_told(tmp_path: Path) -> None:
    """They would be printed."""
    text = path_of(SAMPLE).read_text(encoding="utf-8")
    file = tmp_path / "r.yaml"
    file.write_text(text.replace("name: Vũ Văn Thắng", "name: “Vũ Văn Thắng”", 1), "utf-8")
    told = [one for one in find(load(file), drafted(SAMPLE)).problems if "curly" in one.what.en]
    assert told
    assert told[0].place.line
