"""Reading a filled workbook: the same record as from YAML, every fault at its cell."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from docgen.errors import RecordError
from docgen.record.files.writing import yaml_of
from docgen.record.loading import load
from docgen.record.schema.linked import AnyRecord, LinkedRecord
from docgen.record.schema.offices import Signer
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from tests.records import records
from tests.samples import path_of
from tests.workbooks import FIRST_ROW, Book, blank, column_of, filled, row_of, sheet_of

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.errors import Problem

_ANY_FOLDER = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
LEAST = {"kind": "self_managed", "issuer": {"kind": "commune", "name": "xã A"}}
WITH_EMPTY = taken(
    Record,
    {
        **LEAST,
        "model": {"name": "B"},
        "members": [{}, {"name": "C"}, {}],
        "pilot": {"targets": ["một"]},
        "party": {"signer": {"signing": "head"}},
    },
)
LINKED_WITH_EMPTY = taken(
    LinkedRecord,
    {
        "kind": "linked",
        "model": {"name": "B"},
        "units": [{"name": "C", "kind": "army"}, {"name": "D", "kind": "school", "lead": True}],
        "committee": {"issuer": {"signer": {"signing": "head"}}},
    },
)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """The least self-managed record, as a workbook that a person filled in."""
    made = blank(tmp_path / "ban-khai.xlsx", Record)
    return made.tell(issuer__kind="commune", issuer__name="xã A", model__name="B")


def own(book: Book) -> Record:
    """The self-managed record in ``book``."""
    record = book.load().record
    assert isinstance(record, Record)
    return record


def faults(book: Book) -> tuple[Problem, ...]:
    """All that is wrong with ``book``."""
    with pytest.raises(RecordError) as caught:
        book.load()
    return caught.value.problems


def only(book: Book) -> Problem:
    """The single fault of ``book``, told in both languages."""
    (problem,) = faults(book)
    assert all((problem.what.vi, problem.what.en, problem.hint.vi, problem.hint.en))
    return problem


def test_every_sample_is_the_same_from_a_workbook(sample: str, tmp_path: Path) -> None:
    """Self-managed and linked, old and new."""
    record = load(path_of(sample)).record
    assert filled(tmp_path / "a.xlsx", record).load().record == record


@settings(_ANY_FOLDER, max_examples=25)
@given(st.one_of(records(Record), records(LinkedRecord)))
@example(WITH_EMPTY)
@example(LINKED_WITH_EMPTY)
def test_any_record_is_the_same_from_a_workbook_and_from_yaml(
    tmp_path: Path, record: AnyRecord
) -> None:
    """What is told is told in either form, nothing more and nothing less."""
    text = tmp_path / "a.yaml"
    text.write_text(yaml_of(record), encoding="utf-8", newline="")
    assert load(text).record == record
    assert filled(tmp_path / "a.xlsx", record).load().record == record


def test_what_is_typed_is_read_as_it_is_meant(book: Book) -> None:
    """Days as text or as days, choices in words or codes, money with points, yes and no."""
    book.tell(
        issuer__head__signing="KT.",
        approver="police",
        numbered_laws="Có",
        launch__day="5/9/2026",
        launch__time=8,
        consultation__meeting_day=datetime(2026, 8, 22),  # noqa: DTZ001 - as Excel keeps days
        survey__people="một\n\n hai ",
        bases="A\n\n B",
        papers__decision__number="45",
        papers__decision__day=46270,
    )
    book.add("funds.items", 0, what="còi", amount="500.000")
    book.add("funds.items", 3, what="gậy", amount=21500000)
    record = own(book)
    assert record.issuer.head.signing == "deputy"
    assert record.approver == "police"
    assert record.numbered_laws is True
    assert record.launch.day == date(2026, 9, 5)
    assert record.launch.time == "8"
    assert record.consultation.meeting_day == date(2026, 8, 22)
    assert record.survey.people == "một\nhai"
    assert record.bases == ["A", "B"]
    assert (record.papers.decision.number, record.papers.decision.day) == (45, date(2026, 9, 5))
    assert [item.amount for item in record.funds.items] == [500_000, 21_500_000]


def test_parts_that_are_optional_are_absent_unless_something_is_told(book: Book) -> None:
    """A default with a value of its own stays as well."""
    assert own(book).pilot is None
    assert own(book).party.signer == Signer(title="Bí thư")
    book.tell(pilot__period="năm 2027")
    pilot = own(book).pilot
    assert pilot is not None
    assert pilot.period == "năm 2027"


def test_a_number_alone_is_a_row_to_fill_in_by_hand(book: Book) -> None:
    """Where all may be unknown; where a name is required an empty row is no row."""
    book.add("members", 0, number=1).add("members", 1, name="C")
    book.add("consultation.consultees", 0, number=1)
    assert [member.name for member in own(book).members] == ["", "C"]
    assert own(book).consultation.consultees == []


def test_lists_inside_list_items_name_the_row_they_belong_to(book: Book) -> None:
    """By the number of the row, or by its place where no number is written."""
    book.add("assessments", 0, number=7, period="2026").add("assessments", 2, period="2025")
    book.add("assessments.honours", 0, parent=2, level="commune", to="hai")
    book.add("assessments.honours", 1, parent=7, level="cấp xã", to="bảy")
    record = own(book)
    told = [
        (assessment.period, [honour.to for honour in assessment.honours])
        for assessment in record.assessments
    ]
    assert told == [("2026", ["bảy"]), ("2025", ["hai"])]


def test_a_row_that_belongs_nowhere_is_told_at_its_cell(book: Book) -> None:
    """An unknown number, and none."""
    book.add("assessments", 0, period="2026")
    book.add("assessments.honours", 0, parent=3, level="commune")
    book.add("assessments.honours", 1, level="commune")
    first, other = faults(book)
    assert (first.place.cell, other.place.cell) == ("B5", "B6")
    assert "không có dòng số 3" in first.what.vi


def test_a_number_that_other_sheets_name_stands_once(book: Book) -> None:
    """Else nobody knows which row is meant."""
    book.add("assessments", 0, number=1, period="2026").add(
        "assessments", 1, number=1, period="2025"
    )
    assert only(book).place.cell == "A6"


def test_every_fault_is_told_at_once_with_sheet_and_cell(book: Book) -> None:
    """In the order of the workbook, with the messages that YAML gets."""
    book.tell(issuer__kind="comune", launch__day="31/02/2026", year_plan__year="nay")
    book.add("members", 1, name="C", birth_year=1850)
    found = faults(book)
    assert [(problem.place.sheet, problem.place.field) for problem in found] == [
        ("Bản khai", "issuer.kind"),
        ("Bản khai", "launch.day"),
        ("Bản khai", "year_plan.year"),
        ("Thành viên", "members[1].birth_year"),
    ]
    last = found[-1].place
    assert str(last) == f"{book.path}, trang “Thành viên”, ô D6"
    assert last.in_language("en") == f"{book.path}, sheet “Thành viên”, cell D6"
    assert "31/02/2026" in found[1].what.vi


def test_what_is_required_is_missed_at_its_own_cell(tmp_path: Path) -> None:
    """The blank form asks for three values; the hint shows what to type."""
    found = faults(blank(tmp_path / "a.xlsx", Record))
    assert [problem.place.field for problem in found] == [
        "issuer.kind",
        "issuer.name",
        "model.name",
    ]
    assert all(problem.place.column == 3 for problem in found)
    assert found[1].hint.vi == "Ví dụ: “xã Tân Mỹ”"


def test_missing_rows_are_missed_on_their_sheet(tmp_path: Path) -> None:
    """A linked model needs two units."""
    book = blank(tmp_path / "a.xlsx", LinkedRecord).tell(model__name="B")
    assert only(book).place.sheet == "Đơn vị thành viên"
    book.add("units", 0, name="A", kind="school")
    problem = only(book)
    assert problem.place.sheet == "Đơn vị thành viên"
    assert "gạch" not in problem.hint.vi
    assert "- " not in problem.hint.vi


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("=1+1", "công thức"),
        (time(8, 0), "giờ"),
        (datetime(2026, 9, 5, 8, 30), "ngày giờ"),  # noqa: DTZ001 - as Excel keeps days
        (True, "phải là chữ"),
    ],
    ids=["formula", "time", "moment", "yes"],
)
def test_what_excel_made_of_a_text_is_told(book: Book, value: object, said: str) -> None:
    """The cell is named, and how to mend it."""
    book.tell(launch__time=value)
    problem = only(book)
    assert problem.place.field == "launch.time"
    assert said in problem.what.vi


def test_rows_and_columns_are_found_by_their_keys(book: Book) -> None:
    """Moved, inserted, renamed: only the hidden keys count."""

    def change(workbook: Any) -> None:
        workbook.worksheets[0].insert_rows(10)
        workbook.worksheets[0].insert_cols(3)
        members = sheet_of(workbook, "members")
        members.insert_cols(2)
        members.insert_rows(1)
        members.title = "Danh sách tổ"
        workbook.move_sheet(members, -2)
        row = FIRST_ROW + 1
        members.cell(row, 3).value = "C"

    assert [member.name for member in own(book.change(change)).members] == ["C"]


def test_sheets_that_are_not_used_may_be_deleted(book: Book) -> None:
    """What is not there is not told."""

    def change(workbook: Any) -> None:
        workbook.remove(sheet_of(workbook, "launch.guests"))
        workbook.create_sheet("Trống")

    assert own(book.change(change)).launch.guests == []


def test_a_sheet_without_its_keys_is_told_not_skipped(book: Book) -> None:
    """Row 1 deleted, or a sheet of the user's own."""
    book.add("members", 0, name="C")
    book.change(lambda workbook: sheet_of(workbook, "members").delete_rows(1))
    problem = only(book)
    assert problem.place.sheet == "Thành viên"
    assert "hàng khóa" in problem.what.vi


def test_a_workbook_of_something_else_is_no_form(book: Book) -> None:
    """The way to a form is told."""
    book.change(lambda workbook: workbook.remove(workbook.worksheets[0]))
    found = faults(book)
    assert "không phải tờ khai" in found[-1].what.vi


def test_a_copied_sheet_is_told(book: Book) -> None:
    """Which of the two is meant is not guessed."""
    book.change(lambda workbook: workbook.copy_worksheet(sheet_of(workbook, "members")))
    assert "bản sao" in only(book).what.vi


def test_values_beside_the_form_are_told_not_lost(book: Book) -> None:
    """A row without a key, a column without one, a key that the model does not have."""

    def change(workbook: Any) -> None:
        first, members = workbook.worksheets[0], sheet_of(workbook, "members")
        first.cell(300, 3).value = "lạc"
        first.cell(row_of(first, "front"), 1).value = "frontt"
        first.cell(row_of(first, "frontt"), 3).value = "x"
        members.cell(5, column_of(members, "name")).value = "C"
        members.cell(5, 12).value = "ghi chú"

    found = faults(book.change(change))
    assert [(problem.place.sheet, problem.place.column) for problem in found] == [
        ("Bản khai", 3),
        ("Bản khai", 3),
        ("Thành viên", 12),
    ]
    assert "Ủy ban Mặt trận Tổ quốc" in found[0].hint.vi


def test_a_field_told_in_two_rows_is_told(book: Book) -> None:
    """Lists go on in another row; single values may not."""

    def change(workbook: Any) -> None:
        first = workbook.worksheets[0]
        first.cell(300, 1).value, first.cell(300, 3).value = "front", "hai"
        first.cell(301, 1).value, first.cell(301, 3).value = "bases", "B"

    book.tell(front="một", bases="A").change(change)
    assert only(book).place.cell == "C300"


def test_joined_cells_are_told(book: Book) -> None:
    """What stands in the others of a block would be lost."""
    book.add("members", 0, name="C")
    book.change(lambda workbook: sheet_of(workbook, "members").merge_cells("B5:B7"))
    assert "gộp" in only(book).what.vi


def test_a_changed_example_is_told(book: Book) -> None:
    """Someone wrote over it and would miss it in the papers."""

    def change(workbook: Any) -> None:
        sheet_of(workbook, "members")["B4"].value = "Người thật"

    assert "Ví dụ" in only(book.change(change)).what.vi


def test_a_loaded_workbook_knows_the_cells_of_its_fields(book: Book) -> None:
    """Remarks and blanks can name them, told or not."""
    book.add("members", 0, name="C")
    marks = book.load().marks
    assert marks["members", 0, "birth_year"] == (5, 4, "Thành viên", 4)
    assert marks["members",][2:] == ("Thành viên", 4)
    assert marks["papers", "decision"][2:] == ("Bản khai", 1)
    assert ("launch", "day") in marks
