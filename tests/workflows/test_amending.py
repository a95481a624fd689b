"""An issued paper put right: corrected by a letter, or replaced under a new number."""

from __future__ import annotations

import json
import shutil
from datetime import date
from os.path import relpath
from typing import TYPE_CHECKING

import pytest

from docgen.errors import ProtectedWorkError, RecordError
from docgen.record.workbooks.making import workbook_of
from docgen.workflows.amending import Amending, amend, rehearse
from docgen.workflows.numbering import Given, number
from docgen.workflows.opening import load
from tests.changes import text_of
from tests.offices import Office, silent
from tests.presses import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.errors import Words
    from docgen.workflows.desk import Package

SCHOOL = "truong-2026-cong-truong"
LINKED = "vong-doi/yeu-lien-ket-2026"
DECISION = "van-ban/04-quyet-dinh-thanh-lap.docx"
LETTER = "van-ban/phu/dinh-chinh-01.docx"
NEW_HEAD = "Trần Thị Khác"


@pytest.fixture
def school(life_of: Callable[[str], Office]) -> Office:
    """A school all of whose papers are issued; the record now names another head."""
    own = life_of(SCHOOL)
    told = own.told()
    told["issuer"]["head"]["name"] = NEW_HEAD
    own.write(told)
    return own


def amended(own: Office, item: str = "4", *, replaces: bool = False, reason: str = "") -> Package:
    """Ask for a correction or a replacement."""
    return amend(own.order, Amending(item, replaces, reason), silent)


def test_a_letter_corrects_what_the_record_now_says_otherwise(school: Office) -> None:
    """By the issuer, with both readings; the decision itself stays, and is settled."""
    before, issued = school.files(), school.issued()
    amended(school, reason="in sai họ, tên")
    after = school.files()
    assert {name: after[name] for name in issued} == {name: before[name] for name in issued}
    text = text_of(after[LETTER])
    told = load(school.order.file).record
    (what,) = told.amendments
    assert (what.paper, what.replaces, what.reason) == ("decision", False, "in sai họ, tên")
    assert any(NEW_HEAD in one.now for one in what.texts)
    assert "đính chính Quyết định số" in text
    assert "(in sai họ, tên)" in text
    for one in what.texts:
        assert f"Đã in: “{one.was}”; nay đính chính là: “{one.now}”." in text
    assert "không thay đổi" in text
    again = school.make()
    assert DECISION not in {str(one.place) for one in again.remarks}


def test_a_rehearsal_tells_the_record_and_the_papers_and_writes_nothing(school: Office) -> None:
    """For a letter the letter; for a replacement the paper that is made anew."""
    before, told = school.files(), school.order.file.read_bytes()
    letter = rehearse(school.order, Amending("4"), silent)
    other = rehearse(school.order, Amending("4", replaces=True), silent)
    assert (letter.record, letter.papers) == (school.order.file, ("phu/dinh-chinh-01",))
    assert other.papers == ("04-quyet-dinh-thanh-lap",)
    assert (school.files(), school.order.file.read_bytes()) == (before, told)


def test_a_record_elsewhere_is_amended_only_when_it_is_named(
    school: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The folder may come from others; what was written is told."""
    moved = tmp_path_factory.mktemp("khac") / "ho-so"
    shutil.copytree(school.folder, moved)
    manifest = moved / "manifest.json"
    known = json.loads(manifest.read_text("utf-8"))
    known["record_file"] = relpath(school.order.file, moved)
    manifest.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
    told = school.order.file.read_bytes()
    order = school.order.changed(record=None, folder=moved)
    with pytest.raises(ProtectedWorkError) as refused:
        amend(order, Amending("4"), silent)
    assert str(school.order.file) in refused.value.problems[0].hint.vi
    assert school.order.file.read_bytes() == told
    said: list[Words] = []
    amend(order.changed(record=school.order.file), Amending("4"), said.append)
    assert school.order.file.read_bytes() != told
    assert str(school.order.file) in said[-1].vi


def test_the_letter_is_issued_like_any_paper(school: Office) -> None:
    """It takes a number, and stays from then on."""
    amended(school)
    number(school.order, Given("dinh-chinh", 601, school.order.drafted), silent)
    text = school.files()[LETTER]
    assert "Số: 601/" in text_of(text)
    told = school.told()
    told["amendments"][0]["texts"][0]["now"] = "khác hẳn"
    school.write(told)
    school.make()
    assert school.files()[LETTER] == text


def test_a_replaced_paper_is_kept_and_the_new_one_says_what_it_replaces(school: Office) -> None:
    """Former Word file and print are in ban-cu/; the new decision waits for its own number."""
    before = school.files()
    shown = school.told()["papers"]["decision"]["number"]
    amended(school, replaces=True)
    after = school.files()
    told = load(school.order.file).record
    assert told.papers.decision.number is None  # type: ignore[union-attr]
    kept = {path.read_bytes() for path in (school.folder / "ban-cu").rglob("*.*")}
    assert before[DECISION] in kept
    assert before[DECISION.replace("van-ban", "pdf").replace("docx", "pdf")] in kept
    text = text_of(after[DECISION])
    assert NEW_HEAD.upper() not in text
    assert NEW_HEAD in text
    assert f"có hiệu lực kể từ ngày ký và thay thế Quyết định số {shown}/QĐ" in text
    assert DECISION not in school.issued()


def test_a_new_number_issues_the_replacement(school: Office) -> None:
    """Papers that are drafts cite the new number; the replacement stays from then on."""
    amended(school, replaces=True)
    later = date(2026, 12, 1)
    own = school.on(later)
    number(own.order, Given("4", 777, later), silent)
    issued = own.files()[DECISION]
    assert "777/QĐ" in text_of(issued)
    told = own.told()
    told["issuer"]["head"]["name"] = "Người Khác Nữa"
    own.write(told)
    own.make()
    assert own.files()[DECISION] == issued


def test_a_plan_that_replaces_says_so_below_its_title(school: Office) -> None:
    """A paper without articles names what it replaces in brackets."""
    amended(school, "08", replaces=True)
    text = text_of(school.files()["van-ban/08-ke-hoach-nam.docx"])
    assert "(Thay thế Kế hoạch số " in text


def test_a_paper_of_a_linked_model_is_corrected_by_who_issued_it(
    life_of: Callable[[str], Office],
) -> None:
    """The deciding body of the committee, not the chair of the year."""
    own = life_of(LINKED)
    told = own.told()
    told["model"]["name"] = "Cụm Bình yên"
    own.write(told)
    issuer = own.desk().papers.of("committee_decision").body.header
    amended(own, "committee_decision")
    text = text_of(own.files()["van-ban/phu/dinh-chinh-01.docx"])
    assert issuer[-1] in text
    assert "nay đính chính là: “" in text
    assert "“Cụm Bình yên”" in text


def test_a_draft_is_not_amended(life_of: Callable[[str], Office]) -> None:
    """It follows the record; nothing is written."""
    own = life_of(SCHOOL)
    amended_before = own.order.file.read_bytes()
    with pytest.raises(RecordError, match=r"not issued|says the same"):
        amended(own)
    assert own.order.file.read_bytes() == amended_before


def test_a_signed_scan_of_a_replaced_paper_goes_with_it(school: Office) -> None:
    """It is of the former paper: the new one is unsigned."""
    scan = school.folder / "da-ky" / "04-quyet-dinh-thanh-lap.pdf"
    signed = page_of(b"signed")
    scan.write_bytes(signed)
    school.make()
    amended(school, replaces=True)
    assert not scan.exists()
    assert (school.folder / "ban-cu" / scan.name).read_bytes() == signed


@pytest.mark.parametrize("replaces", [False, True])
def test_a_workbook_is_told_of_it_too(life_of: Callable[[str], Office], *, replaces: bool) -> None:
    """In the rows of its own sheets, every text; the papers are the same as of a YAML record."""
    own = life_of(SCHOOL)
    told = own.told()
    told["issuer"]["head"]["name"] = NEW_HEAD
    own.write(told)
    book = own.order.file.with_suffix(".xlsx")
    book.write_bytes(workbook_of(load(own.order.file).record, str(book)))
    twin = own.beside(own.order.file.parents[1] / "twin")
    inside = Office(twin.order.changed(record=twin.order.file.with_suffix(".xlsx")))
    for office in (own, inside):
        amended(office, replaces=replaces, reason="in sai họ, tên")
    assert load(inside.order.file).record == load(own.order.file).record
    assert inside.files() == own.files()
