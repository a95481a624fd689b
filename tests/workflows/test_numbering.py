"""Numbers from the văn thư: into the record and the papers that cite it, and into the register."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from docgen.errors import DocgenError, ProtectedWorkError, RecordError, Words
from docgen.guidance.papers import CEREMONY, ESTABLISH
from docgen.record.loading import load
from docgen.record.workbooks.making import workbook_of
from docgen.workflows.desk import Order, Step
from docgen.workflows.keeping import rewritten
from docgen.workflows.numbering import Given, number
from docgen.workflows.packaging import package
from docgen.workflows.registering import register
from tests.samples import drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SAMPLE = "truong-2026-cong-truong"
DAY = date(2026, 10, 1)


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """The school's package, its record beside it."""
    record = tmp_path / "bản khai.yaml"
    record.write_bytes(path_of(SAMPLE).read_bytes())
    made = Order(record, tmp_path / "Hồ sơ", drafted(SAMPLE), "builtin")
    package(made, Step(ESTABLISH), silent)
    return made


def files(folder: Path) -> dict[str, bytes]:
    """The papers and prints by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for place in ("van-ban", "pdf")
        for path in sorted((folder / place).rglob("*.*"))
    }


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The stems of the papers whose bytes differ."""
    names = {name for name in after if after[name] != before.get(name)}
    return {name.partition("/")[2].rpartition(".")[0] for name in names}


def test_a_number_goes_into_the_record_and_the_papers_that_cite_it(order: Order) -> None:
    """The decision, and those that name it; all others stay to the byte."""
    before, text = files(order.folder), order.file.read_text(encoding="utf-8")
    number(order, Given("4", 45, DAY), silent)
    told = load(order.file).record.papers
    assert (told.decision.number, told.decision.day) == (45, DAY)  # type: ignore[union-attr]
    assert set(text.splitlines()) - set(order.file.read_text(encoding="utf-8").splitlines()) == (
        set()
    )
    assert changed(before, files(order.folder)) == {
        "04-quyet-dinh-thanh-lap",
        "05-quy-che",
        "06-ke-hoach-ra-mat",
        "08-ke-hoach-nam",
        "phu/to-trinh-phe-duyet",
    }


@pytest.mark.parametrize(
    "item", ["04", "04-quyet-dinh-thanh-lap", "quyet-dinh-thanh-lap", "decision"]
)
def test_a_paper_is_named_as_people_name_it(item: str, order: Order) -> None:
    """By its item, its file, its template, its name."""
    number(order, Given(item, 45, DAY), silent)
    assert load(order.file).record.papers.decision.number == 45  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("6", "nhiều văn bản"),
        ("06-chuong-trinh-ra-mat", "không lấy số riêng"),
        ("12", "không có văn bản"),
    ],
)
def test_a_paper_that_cannot_be_told_is_refused_with_the_choices(
    item: str, told: str, order: Order
) -> None:
    """Nothing is written; the papers that take numbers are listed."""
    before, text = files(order.folder), order.file.read_bytes()
    with pytest.raises(RecordError) as caught:
        number(order, Given(item, 45, DAY), silent)
    (problem,) = caught.value.problems
    assert told in problem.what.vi
    assert "06-ke-hoach-ra-mat" in problem.hint.vi
    assert (files(order.folder), order.file.read_bytes()) == (before, text)


def test_a_used_number_is_refused(order: Order) -> None:
    """The plans of the school share a series: 64 is the building plan's of the same year."""
    text = order.file.read_bytes()
    with pytest.raises(RecordError, match="taken"):
        number(order, Given("06-ke-hoach-ra-mat", 64, DAY), silent)
    assert order.file.read_bytes() == text


def test_a_number_that_stands_is_replaced_only_when_asked(order: Order) -> None:
    """A slip of the hand does not change a paper that was issued."""
    number(order, Given("4", 45, DAY), silent)
    with pytest.raises(RecordError, match="already"):
        number(order, Given("4", 46, DAY), silent)
    number(order, Given("4", 46, DAY, anew=True), silent)
    assert load(order.file).record.papers.decision.number == 46  # type: ignore[union-attr]


def test_a_refusal_names_the_number_and_the_day_that_stand(order: Order) -> None:
    """Another day alone is a change, too; the same number and day once more are none."""
    number(order, Given("4", 45, DAY), silent)
    with pytest.raises(RecordError) as caught:
        number(order, Given("4", 45, DAY - timedelta(days=1)), silent)
    assert "số 45, 01/10/2026" in caught.value.problems[0].what.vi
    before = files(order.folder)
    again = number(order, Given("4", 45, DAY), silent)
    assert (files(order.folder), again.papers) == (before, 0)


def test_a_day_to_come_is_refused(order: Order) -> None:
    """A number is given after signing."""
    text = order.file.read_bytes()
    with pytest.raises(RecordError) as caught:
        number(order, Given("4", 45, order.drafted + timedelta(days=1)), silent)
    assert "--date" in caught.value.problems[0].hint.vi
    assert order.file.read_bytes() == text


def test_a_day_before_that_of_an_earlier_step_is_told(order: Order) -> None:
    """The decision rests on resolution and plan: only these doubts are shown, as they are new."""
    made = number(order, Given("4", 45, date(2026, 9, 21)), silent)
    plan, resolution = made.findings.problems
    assert "trước “Kế hoạch xây dựng mô hình”" in plan.what.vi
    assert "trước “Nghị quyết của cấp ủy”" in resolution.what.vi
    assert made.findings.blanks == ()


def test_only_what_changed_is_told(order: Order) -> None:
    """Paths of the papers that tell the number, and of the dossier."""
    told: list[str] = []
    made = number(order, Given("4", 45, DAY), lambda words: told.append(words.vi))
    assert made.papers == 5
    assert [path for path in made.files if path.startswith("van-ban")] == [
        "van-ban/04-quyet-dinh-thanh-lap.docx",
        "van-ban/05-quy-che.docx",
        "van-ban/06-ke-hoach-ra-mat.docx",
        "van-ban/08-ke-hoach-nam.docx",
        "van-ban/phu/to-trinh-phe-duyet.docx",
    ]
    assert made.files[-1] == "ho-so.pdf"
    assert told[-1].startswith("Đã ghi số 45, ngày 01/10/2026")


def test_a_paper_changed_by_hand_gets_the_number_and_keeps_the_change(order: Order) -> None:
    """The regulation cites the decision; what a person wrote elsewhere in it stays."""
    file = order.folder / "van-ban/05-quy-che.docx"
    edited = docx.Document(str(file))
    edited.paragraphs[-1].add_run(" Viết tay.")
    edited.save(str(file))
    other = order.folder / "van-ban/02-ke-hoach-xay-dung.docx"
    alone = docx.Document(str(other))
    alone.paragraphs[-1].add_run(" Viết tay.")
    alone.save(str(other))
    before = other.read_bytes()
    number(order, Given("4", 45, DAY), silent)
    text = "\n".join(one.text for one in docx.Document(str(file)).paragraphs)
    assert "Quyết định số 45/QĐ" in text
    assert "Viết tay." in text
    assert other.read_bytes() == before


def test_other_changes_of_the_record_wait_for_their_command(order: Order) -> None:
    """Papers that do not tell the number stay to the byte, and the person is told."""
    text = order.file.read_text(encoding="utf-8")
    order.file.write_text(text.replace("Trần Thị Bình", "Trần Thị Bảo"), encoding="utf-8")
    before = files(order.folder)
    made = number(order, Given("05-quy-che", 1, DAY), silent)
    assert changed(before, files(order.folder)) == {
        "05-quy-che",
        "08-ke-hoach-nam",
        "phu/to-trinh-phe-duyet",
    }
    assert any("chưa theo bản khai mới: " in one.what.vi for one in made.remarks)
    again = number(order, Given("8", 1, DAY), silent)
    assert any("chưa theo bản khai mới: " in one.what.vi for one in again.remarks)


def test_a_run_cut_off_between_record_and_folder_is_made_up_for(order: Order) -> None:
    """The record has the number, the folder not yet: the same command again brings it there."""
    text = order.file.read_text(encoding="utf-8")
    told = "  decision: {number: 45, day: 01/10/2026}"
    order.file.write_text(f"{text.rstrip()}\n{told}\n", encoding="utf-8")
    before = files(order.folder)
    number(order, Given("4", 45, DAY), silent)
    assert len(changed(before, files(order.folder))) == 5


def test_a_record_changed_while_papers_are_made_is_left_alone(order: Order) -> None:
    """Between reading and writing somebody saved it: it stays, and so does the folder."""
    before = files(order.folder)
    text = order.file.read_bytes()
    with (
        pytest.raises(ProtectedWorkError),
        rewritten(order.file, text + b"# other", text + b"# new"),
    ):
        pytest.fail("nothing may be made")
    assert (files(order.folder), order.file.read_bytes()) == (before, text)


def test_what_a_person_saved_meanwhile_is_not_put_back(tmp_path: Path) -> None:
    """Only what docgen wrote is taken back when the work fails."""
    record = tmp_path / "a.yaml"
    record.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), rewritten(record, b"old", b"new"):
        raise KeyboardInterrupt
    assert record.read_bytes() == b"old"
    with suppress(RuntimeError), rewritten(record, b"old", b"new"):
        record.write_bytes(b"theirs")
        raise RuntimeError
    assert record.read_bytes() == b"theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_workbook_takes_the_number_in_its_cells(tmp_path: Path) -> None:
    """Number and day are typed into their two cells; the papers follow."""
    record = tmp_path / "bản khai.xlsx"
    record.write_bytes(workbook_of(load(path_of(SAMPLE)).record, str(record)))
    made = Order(record, tmp_path / "Hồ sơ", drafted(SAMPLE), "builtin")
    package(made, Step(ESTABLISH), silent)
    before = files(made.folder)
    number(made, Given("4", 45, DAY), silent)
    told = load(record).record.papers.decision  # type: ignore[union-attr]
    assert (told.number, told.day) == (45, DAY)
    assert len(changed(before, files(made.folder))) == 5


def test_a_party_paper_is_numbered_in_its_own_way(order: Order) -> None:
    """The resolution's number is replaced, and follows in the papers that rest on it."""
    before = files(order.folder)
    number(order, Given("nghi-quyet", 14, date(2026, 9, 12), anew=True), silent)
    document = docx.Document(str(order.folder / "van-ban/01-nghi-quyet.docx"))
    head = "\n".join(cell.text for row in document.tables[0].rows for cell in row.cells)
    assert "Số 14-NQ/" in head
    stems = changed(before, files(order.folder))
    assert {"01-nghi-quyet", "04-quyet-dinh-thanh-lap"} <= stems


def linked_order(sample: str, tmp_path: Path) -> Order:
    """A folder of a linked model, its record beside it."""
    record = tmp_path / "bản khai.yaml"
    record.write_bytes(path_of(sample).read_bytes())
    return Order(record, tmp_path / "Hồ sơ", drafted(sample), "builtin")


def test_letters_to_many_units_take_one_number(tmp_path: Path) -> None:
    """Every unit's letter shows it; each chair's dossier is bound again."""
    made = linked_order("lien-ket/cum-truong-xa-doanh-nghiep-2026", tmp_path)
    package(made, Step(ESTABLISH), silent)
    before = files(made.folder)
    given = Given("lk-giay-moi", 300, made.drafted)
    result = number(made, given, silent)
    stems = changed(before, files(made.folder))
    assert len(stems) > 1
    assert all(stem.startswith("06-giay-moi") for stem in stems)
    assert sum(path.endswith("ho-so.pdf") for path in result.files) > 1


def test_the_answer_of_another_unit_is_not_numbered_here(tmp_path: Path) -> None:
    """Its own registry numbers it; the refusal says so."""
    made = linked_order("lien-ket/cum-truong-xa-doanh-nghiep-2026", tmp_path)
    package(made, Step(ESTABLISH), silent)
    with pytest.raises(RecordError, match="numbered by another unit"):
        number(made, Given("01-tra-loi-01", 3, made.drafted), silent)


def test_the_consent_of_each_chair_has_its_own_number(tmp_path: Path) -> None:
    """Where the record names the unit it takes the number; else it says what to add."""
    made = linked_order("vong-doi/yeu-lien-ket-2026", tmp_path)
    package(made, Step("dissolve"), silent)
    with pytest.raises(RecordError, match="several papers"):
        number(made, Given("dissolution_consent", 5, made.drafted), silent)
    with pytest.raises(RecordError, match="no consent of “Trường Trung học phổ thông Đồng Vân”"):
        number(made, Given("08-dong-y-thanh-loai-02", 5, made.drafted), silent)
    given = Given("08-dong-y-thanh-loai-01", 515, made.drafted, anew=True)
    number(made, given, silent)
    dissolution = load(made.file).record.dissolution
    assert dissolution is not None
    assert dissolution.consents[0].number == 515  # type: ignore[union-attr]


def test_a_failure_leaves_the_record_as_it_was(order: Order) -> None:
    """A print changed by hand stops the work; the record has no number then."""
    text = order.file.read_bytes()
    dossier = order.folder / "ho-so.pdf"
    dossier.write_bytes(dossier.read_bytes() + b"%")
    with pytest.raises(ProtectedWorkError):
        number(order, Given("4", 45, DAY), silent)
    assert order.file.read_bytes() == text


def test_a_record_that_was_moved_is_asked_for(order: Order, tmp_path: Path) -> None:
    """The folder remembers where it was; --record names the new place."""
    moved = order.file.rename(tmp_path / "khác.yaml")
    with pytest.raises(DocgenError) as caught:
        number(order, Given("4", 45, DAY), silent)
    assert "--record" in caught.value.problems[0].hint.vi
    number(order.changed(record=moved), Given("4", 45, DAY), silent)
    assert load(moved).record.papers.decision.number == 45  # type: ignore[union-attr]


def test_the_register_lists_every_numbered_paper_by_body_and_number(
    order: Order, tmp_path: Path
) -> None:
    """A sheet for each body and year, the Party's by term; papers without number come last."""
    file = tmp_path / "sổ.xlsx"
    count = register([order.folder], file, order.drafted).count
    book = openpyxl.load_workbook(BytesIO(file.read_bytes()))
    rows = {sheet.title: list(sheet.iter_rows(min_row=7, values_only=True)) for sheet in book}
    assert count == sum(len(found) for found in rows.values())
    assert any(title.endswith("2025-2030") for title in rows)
    school = next(found for title, found in rows.items() if title.startswith("Trường"))
    assert school[0][0] == "64/KH-THCSQH"
    assert [row[0] for row in school[1:]] == [None] * (len(school) - 1)
    assert all("Chờ cấp số" in str(row[9]) for row in school[1:])
    assert not any("Như trên" in str(row[4]) for found in rows.values() for row in found)


def test_the_register_is_the_same_bytes_and_never_over_another_file(
    order: Order, tmp_path: Path
) -> None:
    """Made twice it is equal; what stands there stays."""
    one, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    register([order.folder], one, order.drafted)
    register([order.folder], other, order.drafted)
    assert one.read_bytes() == other.read_bytes()
    with pytest.raises(ProtectedWorkError):
        register([order.folder], one, order.drafted)


def test_the_register_of_two_folders_lists_a_paper_once_and_tells_doubles(
    order: Order, tmp_path: Path
) -> None:
    """One record in two folders is one model; another record with the same number is a fault."""
    twin = order.changed(folder=tmp_path / "ra mắt")
    package(twin, Step(CEREMONY), silent)
    alone = register([order.folder], tmp_path / "1.xlsx", order.drafted)
    both = register([order.folder, twin.folder], tmp_path / "2.xlsx", order.drafted)
    assert both.count == alone.count + 1  # the minutes of the launch
    assert both.remarks == ()
    copied = tmp_path / "khác.yaml"
    copied.write_bytes(order.file.read_bytes())
    other = order.changed(record=copied, folder=tmp_path / "khác")
    package(other, Step(ESTABLISH), silent)
    made = register([order.folder, other.folder], tmp_path / "3.xlsx", order.drafted)
    assert len(made.remarks) == 5
    assert all("cấp hai lần" in one.what.vi for one in made.remarks)


def test_the_register_names_who_signs_and_who_receives(order: Order, tmp_path: Path) -> None:
    """The chair signs minutes; addressees are named; the copy that is kept stands apart."""
    file = tmp_path / "sổ.xlsx"
    register([order.folder], file, order.drafted)
    rows = {
        str(row[2]).partition(" ")[0]: [str(cell or "") for cell in row]
        for sheet in openpyxl.load_workbook(file)
        for row in sheet.iter_rows(min_row=7, values_only=True)
    }
    assert rows["Giấy"][4].startswith("Các đại biểu được mời")
    assert rows["Nghị"][5].startswith(("Chi bộ", "Đảng ủy"))
    assert rows["Quyết"][5].startswith("VT")
    assert rows["Biên"][3] != rows["Báo"][3]


def test_the_register_of_a_moved_record_is_asked_for(order: Order, tmp_path: Path) -> None:
    """``--record`` names the new place."""
    moved = order.file.rename(tmp_path / "khác.yaml")
    with pytest.raises(DocgenError):
        register([order.folder], tmp_path / "a.xlsx", order.drafted)
    assert register([order.folder], tmp_path / "a.xlsx", order.drafted, moved).count > 0


def test_the_register_of_a_linked_model_has_a_sheet_for_every_unit(tmp_path: Path) -> None:
    """A letter to many units is one paper, its copies left to the pen; replies are others' own."""
    made = linked_order("vong-doi/yeu-lien-ket-2026", tmp_path)
    package(made, Step(ESTABLISH), silent)
    package(made, Step("dissolve"), silent)
    file = tmp_path / "sổ.xlsx"
    register([made.folder], file, made.drafted)
    rows = [
        [str(cell or "") for cell in row]
        for sheet in openpyxl.load_workbook(file)
        for row in sheet.iter_rows(min_row=7, values_only=True)
    ]
    (letter,) = [row for row in rows if row[0] == "133/UBND-VP"]
    assert "Bệnh viện Đa khoa Đồng Vân" in letter[4]
    assert "Tổ dân phố Hoàng Hoa" in letter[4]
    assert letter[6] == ""
    assert not any("V/v tham gia" in row[2] for row in rows)
    assert sum("V/v đồng ý thanh loại" in row[2] for row in rows) == 2
    assert any(row[3] == "Các đơn vị cùng ký" for row in rows)
