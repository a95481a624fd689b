"""The summary of many models: one by one, by commune and class, and what is to be mended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from docgen.batches.engine import Force
from docgen.batches.summing import Asked, summed
from docgen.errors import ProtectedWorkError
from docgen.guidance.papers import ESTABLISH
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
    communes = lines(book(asked), "Theo xã")
    last = communes[-1]
    assert (last["Số mô hình"], last["Tốt"], last["Yếu"], last["Chưa xếp loại"]) == (3, 1, 1, 1)
    assert sum(int(str(one["Số mô hình"])) for one in communes[:-1]) == 3


def test_faults_stand_with_their_places(asked: Asked) -> None:
    """A record that cannot be read is in no other sheet."""
    faults = lines(book(asked), "Lỗi")
    assert {fault["Bản khai"] for fault in faults} == {"hong"}
    assert any("hong.yaml:1:1" in str(fault["Chỗ"]) for fault in faults)
    assert all(fault["Cách xử lý"] for fault in faults)


def test_a_redacted_summary_names_nobody(asked: Asked) -> None:
    """Neither model nor unit nor file, and no words of faults."""
    made = book(Asked(asked.sources, asked.file, ON, asked.results, redacted=True, force=Force(1)))
    said = " ".join(
        str(cell) for sheet in made for row in sheet.iter_rows(values_only=True) for cell in row
    )
    assert not any(
        word in said for word in ("tot-xa", "Tổ tuần tra nhân dân”", "Trung tâm", "hong")
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
