"""The record in pages, asked without any script: saved, refused, undone, chosen, pasted."""

from __future__ import annotations

import html
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from docgen.workflows.opening import load
from tests.samples import path_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.asking import Asked

_AREA = re.compile(r'<textarea [^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', re.DOTALL)
_LIST = re.compile(r'<select [^>]*name="([^"]*)"[^>]*>(.*?)</select>', re.DOTALL)
HERE = "/m/to-lien-gia/khai"
SAMPLE = path_of("xa-2026-to-lien-gia")


@pytest.fixture
def record(work: Path) -> Path:
    """A model of the sample in the work folder."""
    file = work / "to-lien-gia" / "ban-khai.yaml"
    file.parent.mkdir()
    shutil.copy(SAMPLE, file)
    return file


def fields_of(text: str) -> dict[str, str]:
    """What the form of a page sends as it stands: boxes, chosen options, hidden fields."""
    form = text[text.index('id="ban-khai"') :]
    found = dict(_AREA.findall(form))
    for tag in re.findall(r"<input [^>]*>", form):
        name = re.search(r' name="([^"]*)"', tag)
        value = re.search(r' value="([^"]*)"', tag)
        if name and not ("radio" in tag and " checked" not in tag):
            found[name[1]] = value[1] if value else ""
    for name, body in _LIST.findall(form):
        chosen = re.search(r'value="([^"]*)" selected', body)
        found[name] = chosen[1] if chosen else ""
    return {name: html.unescape(told) for name, told in found.items()}


def members(file: Path) -> list[str]:
    """The names that the file tells."""
    return [one.name for one in load(file).record.members]  # type: ignore[union-attr]


def test_a_page_sent_as_it_stands_changes_nothing(officer: Asked, record: Path) -> None:
    """Every step of the record, byte for byte."""
    before = record.read_bytes()
    for step in ("don-vi", "mo-hinh", "thanh-vien", "khao-sat", "ke-hoach", "hoi-nghi"):
        fields = fields_of(officer.ok(f"{HERE}/{step}"))
        answer = officer.post(f"{HERE}/{step}", {**fields, "do": "next"})
        assert answer.status_code == 303, answer.text
    assert record.read_bytes() == before


def test_a_step_is_saved_and_goes_on(officer: Asked, record: Path) -> None:
    """To the next step, to the tasks, or stays."""
    fields = fields_of(officer.ok(f"{HERE}/hoi-nghi"))
    fields["launch.day"] = "ngày 1 tháng 10 năm 2026"
    answer = officer.post(f"{HERE}/hoi-nghi", {**fields, "do": "next"})
    assert answer.headers["location"] == f"{HERE}/xem-lai"
    assert str(load(record).record.launch.day) == "2026-10-01"  # type: ignore[union-attr]
    assert "Thứ Năm, ngày 01 tháng 10 năm 2026" in officer.ok(f"{HERE}/hoi-nghi")


def test_an_impossible_day_comes_back_with_what_was_typed(officer: Asked, record: Path) -> None:
    """Title, list above the heading, words beside the field; once mended it is gone."""
    before = record.read_bytes()
    fields = fields_of(officer.ok(f"{HERE}/hoi-nghi"))
    answer = officer.post(f"{HERE}/hoi-nghi", {**fields, "launch.day": "31/2/2026", "do": "next"})
    text = officer.ok(answer.headers["location"])
    assert "<title>Lỗi: " in text
    assert "Có 1 chỗ cần xem lại" in text
    assert 'href="#launch.day"' in text
    assert text.count("ghi ngày không có trong lịch: 31/2/2026") == 2
    assert 'value="31/2/2026"' in text
    assert "Chưa ghi vào bản khai" in text
    assert record.read_bytes() == before
    fields = {**fields_of(text), "launch.day": "28/2/2026", "do": "next"}
    answer = officer.post(f"{HERE}/hoi-nghi", fields)
    assert "loi" not in answer.headers["location"]


def test_two_figures_for_a_year_are_asked_back(officer: Asked, record: Path) -> None:
    """Nothing is guessed."""
    officer.post(f"{HERE}/luu", {"revision": revision(officer), "launch.day": "5/9/26"})
    assert "Có phải 05/9/2026 không?" in officer.ok(f"{HERE}/hoi-nghi")
    assert record.exists()


def revision(officer: Asked) -> str:
    """The state of the file that a page shows."""
    return fields_of(officer.ok(f"{HERE}/hoi-nghi"))["revision"]


def test_a_field_is_saved_alone(officer: Asked, record: Path) -> None:
    """For the script: the state of the file, how a day is read, what waits and why."""
    state = revision(officer)
    answer = officer.post(f"{HERE}/luu", {"revision": state, "launch.day": "1/10/2026"}).json()
    assert answer["echoes"]["launch.day"] == "Thứ Năm, ngày 01 tháng 10 năm 2026"
    assert answer["revision"] != state
    assert answer["undo"].startswith("sửa ")
    wrong = {"revision": answer["revision"], "launch.day": "31/2/2026"}
    told = officer.post(f"{HERE}/luu", wrong).json()
    assert told["drafts"] == ["launch.day"]
    assert told["problems"]["launch.day"]["code"].startswith("DG")
    assert str(load(record).record.launch.day) == "2026-10-01"  # type: ignore[union-attr]


def test_what_is_required_is_told_only_once_one_goes_on(officer: Asked, work: Path) -> None:
    """An empty form is not red."""
    file = work / "to-lien-gia" / "ban-khai.yaml"
    file.parent.mkdir()
    file.write_text("kind: self_managed\nmodel:\n  name: Tổ liên gia\n", "utf-8")
    text = officer.ok(f"{HERE}/don-vi")
    assert "chưa được khai" not in text
    answer = officer.post(f"{HERE}/don-vi", {**fields_of(text), "do": "next"})
    text = officer.ok(answer.headers["location"])
    assert "Có 2 chỗ cần xem lại" in text
    assert "Để sau, sang bước tiếp" in text
    given = {**fields_of(text), "issuer.kind": "commune", "issuer.name": "xã Tân Mỹ", "do": "next"}
    answer = officer.post(f"{HERE}/don-vi", given)
    assert answer.headers["location"] == f"{HERE}/mo-hinh"
    assert load(file).record.issuer.name == "xã Tân Mỹ"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("deed", "place"),
    [("remove:members[1]", None), ("up:members[2]", 1), ("down:members[1]", 1)],
)
def test_rows_move_and_go_by_buttons(
    officer: Asked, record: Path, deed: str, place: int | None
) -> None:
    """With all else that was typed on the page."""
    was = members(record)
    fields = fields_of(officer.ok(f"{HERE}/thanh-vien"))
    fields["members[3].name"] = "Người Khác"
    answer = officer.post(f"{HERE}/thanh-vien", {**fields, "do": deed})
    assert answer.status_code == 303
    now = members(record)
    assert "Người Khác" in now
    if place is None:
        assert len(now) == len(was) - 1
        assert "Hoàn tác" in officer.ok(f"{HERE}/thanh-vien")
    else:
        assert now[:2] == [was[1], was[0]]


def test_rows_are_added_below(officer: Asked, record: Path) -> None:
    """An empty row is there; more come on demand, with what was typed kept."""
    text = officer.ok(f"{HERE}/thanh-vien")
    fields = fields_of(text)
    assert "members[16].name" in fields
    fields["members[16].name"] = "Người Mới"
    answer = officer.post(f"{HERE}/thanh-vien", {**fields, "do": "add:members"})
    assert members(record)[-1] == "Người Mới"
    assert "members[20].name" in officer.ok(answer.headers["location"].partition("#")[0])


def test_a_change_is_taken_back(officer: Asked, record: Path) -> None:
    """By a button that says what it takes back."""
    before = record.read_bytes()
    officer.post(f"{HERE}/luu", {"revision": revision(officer), "launch.time": "9 giờ"})
    text = officer.ok(f"{HERE}/hoi-nghi")
    assert "Hoàn tác:" in text
    answer = officer.post(
        f"{HERE}/hoan-tac", {"revision": fields_of(text)["revision"], "back": "hoi-nghi"}
    )
    assert "Đã hoàn tác." in officer.ok(answer.headers["location"])
    assert record.read_bytes() == before


def test_two_sides_are_shown_and_chosen(officer: Asked, record: Path) -> None:
    """The file changed elsewhere: nothing of the page is written until one has chosen."""
    fields = fields_of(officer.ok(f"{HERE}/hoi-nghi"))
    text = record.read_text("utf-8").replace("time: 08 giờ 00 phút", "time: 07 giờ  # sớm hơn", 1)
    record.write_text(text, "utf-8")
    fields |= {"launch.time": "09 giờ", "launch.place": "Sân vận động", "do": "next"}
    answer = officer.post(f"{HERE}/hoi-nghi", fields)
    assert answer.status_code == 409
    assert "Bản khai vừa được sửa ở nơi khác" in answer.text
    assert record.read_text("utf-8") == text
    shown = officer.ok(f"{HERE}/xung-dot")
    assert "side:launch.time" in shown
    state = re.search(r'name="revision" value="([0-9a-f]+)"', shown)
    assert state is not None
    chosen = {"revision": state[1], "side:launch.time": "page", "do": "choose"}
    assert officer.post(f"{HERE}/xung-dot", chosen).status_code == 303
    launch = load(record).record.launch  # type: ignore[union-attr]
    assert (launch.time, launch.place) == ("09 giờ", "Sân vận động")
    assert "# sớm hơn" in record.read_text("utf-8")


def test_a_field_saved_alone_meets_a_changed_file(officer: Asked, record: Path) -> None:
    """The script is told, and sends the whole page."""
    state = revision(officer)
    record.write_text(record.read_text("utf-8") + "# x\n", "utf-8")
    answer = officer.post(f"{HERE}/luu", {"revision": state, "launch.time": "9 giờ"})
    assert answer.status_code == 409
    assert answer.json()["changed"]


def test_the_side_of_the_page_is_given_up(officer: Asked, record: Path) -> None:
    """Then nothing waits any more."""
    state = revision(officer)
    record.write_text(record.read_text("utf-8") + "# x\n", "utf-8")
    officer.post(f"{HERE}/hoi-nghi", {"revision": state, "launch.time": "9 giờ", "do": "next"})
    assert officer.post(f"{HERE}/xung-dot", {"do": "drop"}).status_code == 303
    assert officer.get(f"{HERE}/xung-dot").status_code == 303


def forty() -> str:
    """Forty members as Excel copies them, one of whom the list has already."""
    rows = [
        f"{n}\tNguyễn Văn\tSố {chr(64 + n % 26 + 1)}{chr(97 + n // 26)}\t{1950 + n}"
        for n in range(1, 40)
    ]
    return "\n".join(["STT\tHọ đệm\tTên\tNăm sinh", *rows, "40\tVũ Văn\tThắng\t1968"]) + "\n"


def test_a_pasted_table_is_previewed_and_added(officer: Asked, record: Path) -> None:
    """A twin is asked, nothing is written before; afterwards it is undone at once."""
    before = record.read_bytes()
    page = f"{HERE}/members/dan"
    state = re.search(r'name="revision" value="([0-9a-f]+)"', officer.ok(page))
    assert state is not None
    shown = officer.post(page, {"text": forty(), "do": "look"}).text
    assert "Có thể trùng với dòng 1" in shown
    assert "Thêm 40 người" in shown
    fields = {"text": forty(), "revision": state[1], "twin:40": "drop"}
    assert "Thêm 39 người" in officer.post(page, {**fields, "do": "look"}).text
    assert record.read_bytes() == before
    answer = officer.post(page, {**fields, "do": "add"})
    assert answer.status_code == 303
    assert len(members(record)) == 15 + 39
    text = officer.ok(f"{HERE}/thanh-vien?da-dan=39")
    assert "Đã thêm 39 dòng." in text
    assert "thêm 39 người" in text
    assert "members[50].name" in text
    assert "members[51].name" not in text
    assert "members[54].name" in officer.ok(f"{HERE}/thanh-vien?trang=2")
    state = re.search(r'name="revision" value="([0-9a-f]+)"', text)
    assert state is not None
    officer.post(f"{HERE}/hoan-tac", {"revision": state[1], "back": "thanh-vien"})
    assert record.read_bytes() == before


def test_a_column_that_nobody_knows_is_asked(officer: Asked, record: Path) -> None:
    """Nothing is added before it is chosen."""
    page = f"{HERE}/members/dan"
    fields = {"text": "Lê Văn Sáu\tXóm Trại\n", "revision": revision(officer), "do": "add"}
    text = officer.post(page, fields).text
    assert "Chọn nội dung cho cột 2" in text
    assert 'href="#column:2"' in text
    chosen = {**fields, "column:1": "name", "column:2": "unit"}
    assert officer.post(page, chosen).status_code == 303
    assert members(record)[-1] == "Lê Văn Sáu"


def test_what_cannot_be_pasted_is_told(officer: Asked, record: Path) -> None:
    """With what to do, and the text still there."""
    answer = officer.post(f"{HERE}/members/dan", {"text": "TrÇn ThÞ B×nh\t1979", "do": "look"})
    assert answer.status_code == 400
    assert "Phông chữ cũ" in answer.text
    assert record.exists()


def test_answers_are_checked_before_drafting(officer: Asked, record: Path) -> None:
    """Each with a way to change it; what is not told says what prints."""
    text = officer.ok(f"{HERE}/xem-lai")
    assert "xã Minh Thịnh" in text
    assert f'href="{HERE}/don-vi#issuer.name"' in text
    record.write_text(
        record.read_text("utf-8").replace("time: 08 giờ 00 phút", "time:", 1), "utf-8"
    )
    assert "Chưa khai – sẽ in chỗ trống" in officer.ok(f"{HERE}/xem-lai")


def test_a_record_begins_where_it_is_not_done(officer: Asked, work: Path) -> None:
    """The first step, or all answers."""
    file = work / "to-lien-gia" / "ban-khai.yaml"
    file.parent.mkdir()
    file.write_text("kind: self_managed\nmodel:\n  name: Tổ liên gia\n", "utf-8")
    assert officer.get(HERE).headers["location"] == f"{HERE}/don-vi"
    shutil.copy(SAMPLE, file)
    assert officer.get(HERE).headers["location"] == f"{HERE}/xem-lai"


def test_there_is_no_such_step_or_table(officer: Asked, record: Path) -> None:
    """Nor a page for it."""
    assert officer.get(f"{HERE}/khong-co").status_code == 404
    assert officer.get(f"{HERE}/nobody/dan").status_code == 404
    assert officer.get(f"{HERE}/issuer/dan").status_code == 404
    assert record.exists()


def test_a_linked_record_is_told_in_pages(officer: Asked, work: Path) -> None:
    """Units in a table with a card each."""
    file = work / "cum" / "ban-khai.yaml"
    file.parent.mkdir()
    shutil.copy(path_of("lien-ket/giap-ranh-2026"), file)
    before = file.read_bytes()
    for step in ("don-vi", "mo-hinh", "de-xuat", "ban-chi-dao", "ke-hoach", "hoi-nghi"):
        fields = fields_of(officer.ok(f"/m/cum/khai/{step}"))
        assert officer.post(f"/m/cum/khai/{step}", {**fields, "do": "next"}).status_code == 303
    assert file.read_bytes() == before
    assert "units[1].signer.name" in fields_of(officer.ok("/m/cum/khai/don-vi"))
