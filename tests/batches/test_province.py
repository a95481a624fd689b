"""One workbook with a row a model: each row a record of its own, faults by sheet and cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from docgen.batches.batching import Batch, batch
from docgen.batches.deeds import State
from docgen.batches.engine import Force
from docgen.batches.sources import entries
from docgen.batches.task import How
from docgen.errors import RecordError
from docgen.record.schema.shape import slots_of
from docgen.workflows.desk import Order
from docgen.workflows.numbering import Given, number
from docgen.workflows.opening import form_of, load, loaded_row
from tests.batches.provinces import Filled, three
from tests.offices import silent
from tests.presses import quick_press

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.batches.task import Outcome

DAY = date(2026, 9, 1)
PLACES = {
    "xa-tan-my/to-tuan-tra-nhan-dan-thon-thuong",
    "xa-tan-my/to-tuan-tra-nhan-dan-thon-ha",
    "xa-dong-son/to-lien-gia-an-toan",
}
FIRST = "xa-tan-my/to-tuan-tra-nhan-dan-thon-thuong"


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Three models of two communes."""
    return three(tmp_path / "tinh.xlsx")


def asked(filled: Filled, deed: str = "check") -> Batch:
    """A batch over the workbook as it stands."""
    file = filled.save()
    how = How(deed, DAY, printer="builtin")
    return Batch((file,), file.with_name("ra"), how, Force(1))


def outcomes(asked: Batch) -> dict[str, Outcome]:
    """How each row ends."""
    with batch(asked) as run:
        found = {one.place: one for one in run.outcomes}
        assert len(found) == run.count
    return found


def test_each_row_is_a_record_with_its_members_and_its_unit(filled: Filled) -> None:
    """Rows alike are told apart by where they work; what the unit tells is told once."""
    file = filled.save()
    found = {one.place: one.row for one in entries([file], file.with_name("ra"))}
    assert found.keys() == PLACES
    records = {place: loaded_row(row).record for place, row in found.items() if row}
    first, last = records[FIRST], records["xa-dong-son/to-lien-gia-an-toan"]
    assert first.kind == last.kind == "self_managed"
    assert [one.name for one in first.members] == ["Trần Văn An"]
    assert [one.name for one in last.members] == ["Lê Thị Bình"]
    assert last.issuer.name == "Ủy ban nhân dân xã Đồng Sơn"
    assert last.police.name


def test_faults_name_sheet_and_cell_and_stop_no_other_row(filled: Filled) -> None:
    """In the words of the form, whichever of the sheets they stand on."""
    filled.put("own", 1, papers__decision__number="bốn mươi", profile="xã Không Có")
    filled.put("own.members", 2, birth_year="=1+1")
    filled.put("own.members", 3, above=99, name="Không Ai")
    found = outcomes(asked(filled))
    states = {place: one.state for place, one in found.items()}
    assert states.pop("tinh") is State.PROBLEMS
    assert sorted(states.values()) == [State.DONE, State.PROBLEMS, State.PROBLEMS]
    told = [problem for one in found.values() for problem in one.errors]
    places = {f"{one.place.sheet} {one.place.cell}" for one in told}
    assert {"Mô hình tự quản B5", "Thành viên B7"} <= places
    assert any("công thức" in one.what.vi and one.place.sheet == "Thành viên" for one in told)
    assert all(one.place.file.endswith("tinh.xlsx") for one in told)


def test_a_unit_s_fault_is_told_on_its_own_sheet(filled: Filled) -> None:
    """With each of its models, for none of them can be drafted."""
    filled.put("deciders", 1, issuer__kind="xã gì đó")
    found = outcomes(asked(filled))
    wrong = [one for one in found.values() if one.state is State.PROBLEMS]
    assert len(wrong) == 2
    assert {one.errors[0].place.sheet for one in wrong} == {"Đơn vị"}


def test_a_row_is_done_again_when_it_or_its_unit_changes_and_not_when_it_moves(
    filled: Filled,
) -> None:
    """What stands elsewhere in the workbook is another's."""
    assert {one.state for one in outcomes(asked(filled)).values()} == {State.DONE}
    filled.put("own", 4, profile=2, model__name="Camera an ninh")
    filled.put("own.members", 1, name="Trần Văn Anh")
    states = {place: one.state for place, one in outcomes(asked(filled)).items()}
    assert states.pop("xa-dong-son/camera-an-ninh") is State.DONE
    assert states.pop(FIRST) is State.DONE
    assert set(states.values()) == {State.UNCHANGED}
    filled.put("deciders", 2, issuer__province="tỉnh Lạng Sơn")
    changed = [place for place, one in outcomes(asked(filled)).items() if one.state is State.DONE]
    assert {place.partition("/")[0] for place in changed} == {"xa-dong-son"}


def test_the_record_stands_beside_its_dossier_for_every_other_command(filled: Filled) -> None:
    """It says what the row does; a number that was written into it is kept."""
    ask = asked(filled, "establish")
    assert {one.state for one in outcomes(ask).values()} == {State.DONE}
    record = ask.results / f"{FIRST}.yaml"
    assert load(record).record.model.scope == "thôn Thượng"
    with quick_press():
        number(Order(None, ask.results / FIRST, DAY, "builtin"), Given("4", 45, DAY), silent)
    assert {one.state for one in outcomes(ask).values()} == {State.DONE, State.UNCHANGED}
    told = load(record).record
    assert told.kind == "self_managed"
    assert told.papers.decision.number == 45
    assert {one.state for one in outcomes(ask).values()} == {State.UNCHANGED}


def test_a_record_and_its_row_both_changed_are_left_to_a_person(filled: Filled) -> None:
    """Neither is lost; a row alone that changed is followed."""
    ask = asked(filled, "establish")
    ask = replace(ask, how=replace(ask.how, deed="status"))
    outcomes(ask)
    record, other = ask.results / f"{FIRST}.yaml", ask.results / "xa-dong-son"
    record.write_bytes(record.read_bytes() + b"# ghi th\xc3\xaam\n")
    before = record.read_bytes()
    filled.put("own.members", 1, name="Trần Văn Anh")
    filled.put("own.members", 2, name="Lê Thị Bích")
    found = outcomes(replace(ask, sources=(filled.save(),)))
    assert found[FIRST].state is State.PROTECTED
    assert record.read_bytes() == before
    assert "Lê Thị Bích" in (other / "to-lien-gia-an-toan.yaml").read_text("utf-8")


def test_the_form_tells_nothing_twice(tmp_path: Path) -> None:
    """Its columns are the fields of records and profiles, its lists those of their cells."""
    made = Filled(tmp_path / "tinh.xlsx")
    own = slots_of(form_of("tu-quan").record)
    keys = {str(cell.value).partition(".")[0] for cell in made.sheets["#own"][1] if cell.value}
    assert keys - {"#own"} <= own.keys()
    assert {"#own.members", "#linked.units", "#deciders"} <= made.sheets.keys()
    offered = openpyxl.load_workbook(made.file)[made.sheets["#own"].title].data_validations
    assert any("'Đơn vị'!" in str(one.formula1) for one in offered.dataValidation)


def test_a_workbook_of_many_is_no_record_of_one(filled: Filled) -> None:
    """Who takes it for one is told of the command that it is for."""
    with pytest.raises(RecordError) as caught:
        load(filled.save())
    assert "docgen batch" in caught.value.problems[0].hint.vi


def test_an_empty_form_asks_for_nothing(tmp_path: Path) -> None:
    """Numbered rows that tell nothing are no models."""
    file = Filled(tmp_path / "tinh.xlsx").file
    assert entries([file], tmp_path / "ra") == []


def test_nothing_of_a_row_stands_in_a_log(filled: Filled) -> None:
    """Workers log the tasks that fail as they are written out: path and digest alone."""
    file = filled.save()
    (first, *_) = entries([file], file.with_name("ra"))
    assert first.row is not None
    said = repr(first.row)
    assert first.row.digest in said
    assert not any(word in said for word in ("Tân Mỹ", "Đồng Sơn", "Tổ ", "thôn"))
