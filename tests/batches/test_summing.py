"""The summary of many models: one by one, by commune and class, and what is to be mended."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from docgen.batches.deeds import State
from docgen.batches.engine import Force
from docgen.batches.summing import Asked, Calendar, Reports, summed
from docgen.errors import ProtectedWorkError
from docgen.guidance.papers import ESTABLISH
from docgen.word.wording import paragraphs
from docgen.workflows.desk import Order, Step
from docgen.workflows.packaging import package
from tests.offices import silent
from tests.presses import quick_press
from tests.samples import path_of

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

ON = date(2026, 12, 20)
SAMPLES = ("vong-doi/tot-xa-2026", "vong-doi/yeu-co-quan-2026", "lien-ket/giap-ranh-2026")


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """Three models of two communes, the papers of one of them, and a record with a fault."""
    top = tmp_path / "vao"
    top.mkdir()
    for sample in SAMPLES:
        path = path_of(sample)
        (top / path.name).write_bytes(path.read_bytes())
    (top / "hong.yaml").write_text("kind: gì đó\n", encoding="utf-8")
    record = top / "tot-xa-2026.yaml"
    with quick_press():
        order = Order(record, tmp_path / "ra" / record.stem, ON, "builtin")
        package(order, Step(ESTABLISH), silent)
    return Asked((top,), tmp_path / "tong-hop.xlsx", ON, tmp_path / "ra", force=Force(1))


def book(asked: Asked) -> Workbook:
    """The workbook that was made."""
    summed(asked)
    return openpyxl.load_workbook(asked.file)


def lines(made: Workbook, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by the titles of their columns."""
    head, *rows = list(made[sheet].iter_rows(min_row=4, values_only=True))
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_every_model_has_its_row(asked: Asked) -> None:
    """With class and period, what its dossier lacks, and whether there is a dossier at all."""
    models = {str(one["Bản khai"]): one for one in lines(book(asked), "Mô hình")}
    assert set(models) == {"tot-xa-2026", "yeu-co-quan-2026", "giap-ranh-2026"}
    good, weak = models["tot-xa-2026"], models["yeu-co-quan-2026"]
    assert (good["Xếp loại"], weak["Xếp loại"]) == ("Tốt", "Yếu")
    assert good["Xã, phường, đặc khu"] == "xã Minh Thịnh"
    assert good["Tỉnh, thành phố"] == weak["Tỉnh, thành phố"] == "thành phố Bắc Ninh"
    assert str(good["Mục danh mục"]).startswith("7. Tổ tuần tra nhân dân")
    assert weak["Hồ sơ còn thiếu"] == "Chưa soạn hồ sơ"
    assert good["Hồ sơ còn thiếu"] != weak["Hồ sơ còn thiếu"]
    assert models["giap-ranh-2026"]["Loại hình"] == "Liên kết"
    assert models["giap-ranh-2026"]["Xếp loại"] == "Chưa xếp loại"


def test_communes_are_counted_by_class(asked: Asked) -> None:
    """Each commune once, and all of them together."""
    made = book(asked)
    communes = lines(made, "Theo xã")
    last = communes[-1]
    assert (last["Số mô hình"], last["Tốt"], last["Yếu"], last["Chưa xếp loại"]) == (3, 1, 1, 1)
    assert sum(int(str(one["Số mô hình"])) for one in communes[:-1]) == 3
    kinds = {str(one["Loại hình"]): one["Số mô hình"] for one in lines(made, "Theo loại hình")}
    assert kinds == {"Tự quản": 2, "Liên kết": 1, "Cộng": 3}
    periods = {str(one["Kỳ"]): one for one in lines(made, "Theo kỳ")}
    assert (periods["2026"]["Tốt"], periods["2026"]["Yếu"]) == (1, 1)
    entries = lines(made, "Theo danh mục")
    assert any(str(one["Mục danh mục"]).startswith("7. ") for one in entries)


def test_faults_stand_with_their_places(asked: Asked) -> None:
    """A record that cannot be read is in no other sheet."""
    faults = lines(book(asked), "Lỗi")
    assert {fault["Bản khai"] for fault in faults} == {"hong"}
    assert any("hong.yaml:1:1" in str(fault["Chỗ"]) for fault in faults)
    assert all(fault["Cách xử lý"] for fault in faults)


def test_what_is_missing_and_what_is_late_stand_one_by_one(asked: Asked) -> None:
    """Items by their numbers, deadlines by their days; how many items are whole."""
    made = book(asked)
    lacks = lines(made, "Hồ sơ còn thiếu")
    assert {one["Bản khai"] for one in lacks} == {"tot-xa-2026"}
    assert all(isinstance(one["Mục"], int) and one["Nội dung còn thiếu"] for one in lacks)
    late = lines(made, "Quá hạn")
    days = [datetime.strptime(str(one["Hạn"]), "%d/%m/%Y").date() for one in late]  # noqa: DTZ007
    assert days
    assert days == sorted(days)
    assert all(day < ON for day in days)
    good = next(one for one in lines(made, "Mô hình") if one["Bản khai"] == "tot-xa-2026")
    assert re.fullmatch(r"\d+/\d+", str(good["Mục hồ sơ đã đủ"]))


def test_a_number_that_two_records_have_is_told_with_both(asked: Asked) -> None:
    """One body cannot give a number twice."""
    assert lines(book(asked), "Số trùng") == []
    record = asked.sources[0] / "tot-xa-2026.yaml"
    (asked.sources[0] / "khac.yaml").write_bytes(record.read_bytes())
    again = replace(asked, file=asked.file.with_name("hai.xlsx"))
    found = lines(book(again), "Số trùng")
    assert found
    assert {(one["Đã cấp ở bản khai"], one["Bản khai"]) for one in found} == {
        ("khac", "tot-xa-2026")
    }


def test_reports_are_made_for_each_body_from_the_same_look(asked: Asked, tmp_path: Path) -> None:
    """A survey for each commune and agency, an appraisal over what they report; with the chart."""
    wanted = Reports(tmp_path / "bao-cao", "2026", "builtin")
    made = summed(replace(asked, reports=wanted)).reports
    assert {one.state for one in made} == {State.DONE}
    kinds = Counter(one.place.partition("/")[0] for one in made)
    assert kinds == {"khao-sat": 2, "tham-dinh": 1}
    (appraisal,) = (tmp_path / "bao-cao" / "tham-dinh").rglob("*.docx")
    text = "\n".join(paragraphs(appraisal.read_bytes(), "tham-dinh"))
    assert "01 mô hình xếp loại Tốt, 01 mô hình xếp loại Yếu" in text
    assert "Biểu đồ tỷ lệ" in text
    assert appraisal.with_suffix(".pdf").name in {one.name for one in tmp_path.rglob("*.pdf")}


def test_one_calendar_has_what_all_models_owe(asked: Asked, tmp_path: Path) -> None:
    """Each deadline once, with the model that it is of."""
    wanted = Calendar(tmp_path / "lich.ics", 2027)
    made = summed(replace(asked, calendar=wanted))
    told = (tmp_path / "lich.ics").read_text("utf-8")
    assert told.count("BEGIN:VEVENT") == sum(len(one.timed) for one in made.models) > 0
    assert len({one.model for model in made.models for one in model.timed}) == 3


def test_a_redacted_summary_names_nobody(asked: Asked) -> None:
    """Neither model nor unit nor file, and no words of faults."""
    made = book(Asked(asked.sources, asked.file, ON, asked.results, redacted=True, force=Force(1)))
    said = " ".join(
        str(cell) for sheet in made for row in sheet.iter_rows(values_only=True) for cell in row
    )
    assert not any(
        word in said for word in ("tot-xa", "Tổ tuần tra nhân dân”", "Trung tâm", "hong", "-UBND")
    )
    assert "Mô hình 1" in said
    assert "xã Minh Thịnh" in said


def test_the_summary_is_the_same_each_time_and_never_overwrites(asked: Asked) -> None:
    """Same records, same day: same bytes; the file of a person stays."""
    summed(asked)
    first = asked.file.read_bytes()
    with pytest.raises(ProtectedWorkError):
        summed(asked)
    asked.file.unlink()
    summed(asked)
    assert asked.file.read_bytes() == first
