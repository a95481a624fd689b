"""Rating and steps of life asked raw: allowed, or told why not, on an old page too."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.presses import quick_press
from tests.web.test_dossier import followed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.web.asking import Asked

LIVES = Path("samples/vong-doi")


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_press():
        yield


@pytest.fixture
def late(officer: Asked) -> Asked:
    """The desk at the end of the year."""
    officer.desk.today = lambda: date(2026, 11, 30)
    return officer


def lay(work: Path, sample: str) -> str:
    """The address of a model with the record of a sample."""
    folder = work / sample
    folder.mkdir()
    (folder / "ban-khai.yaml").write_bytes((LIVES / f"{sample}.yaml").read_bytes())
    return f"/m/{sample}"


def test_a_model_rated_well_is_not_dissolved(late: Asked, work: Path) -> None:
    """The reason stands on the page and comes back for an old one; no button is there."""
    here = lay(work, "kha-truong-2026")
    text = late.ok(f"{here}/doi-song")
    assert "chỉ mô hình Yếu" in text
    assert "Từng tiêu chí" in text
    page = late.ok(f"{here}/doi-song/thanh-loai")
    assert "<button>" not in page.split("<footer>")[0]
    answer = late.post(f"{here}/doi-song/thanh-loai", {"ky": ""})
    assert answer.status_code == 409
    assert "chỉ mô hình Yếu" in answer.text
    assert not (work / "kha-truong-2026" / "ho-so").exists()


def test_a_weak_model_is_dissolved(late: Asked, work: Path) -> None:
    """The page lists what will be made; then item 11 has its papers."""
    here = lay(work, "yeu-co-quan-2026")
    assert "Quyết định về việc thanh loại" in late.ok(f"{here}/doi-song/thanh-loai")
    text = followed(late, f"{here}/doi-song/thanh-loai", {"ky": ""})
    assert "Thanh loại: xong." in text
    assert list((work / "yeu-co-quan-2026" / "ho-so" / "van-ban").glob("11-*.docx"))


def test_a_report_is_drafted_for_its_period(late: Asked, work: Path) -> None:
    """That of the half-year waits for its results, that of the year is made."""
    here = lay(work, "yeu-co-quan-2026")
    text = late.ok(f"{here}/doi-song")
    assert "Khai kết quả 06 tháng đầu năm 2026 trước." in text
    assert f"{here}/khai/bao-cao" in text
    followed(late, f"{here}/doi-song/bao-cao", {"ky": "2026"})
    assert list((work / "yeu-co-quan-2026" / "ho-so" / "van-ban").glob("09-*2026.docx"))


def test_the_next_year_has_a_folder_of_its_own(late: Asked, work: Path) -> None:
    """Record and plan of the new year; this year's model stays."""
    here = lay(work, "tot-xa-2026")
    before = (work / "tot-xa-2026" / "ban-khai.yaml").read_bytes()
    followed(late, f"{here}/doi-song/nam-moi", {"ky": "2027"})
    assert list((work / "tot-xa-2027").glob("*.yaml"))
    assert (work / "tot-xa-2026" / "ban-khai.yaml").read_bytes() == before


def test_the_rating_tells_each_criterion(late: Asked, work: Path) -> None:
    """Class first, then what is missing for the next one; a model not assessed says so."""
    here = lay(work, "kha-truong-2026")
    text = late.ok(f"{here}/xep-loai")
    assert "xếp loại Khá" in text
    assert "Còn thiếu để lên Tốt" in text


def test_what_is_late_stands_on_top_of_the_calendar(late: Asked, work: Path) -> None:
    """A half-year's report that was not told."""
    lay(work, "kha-truong-2026")
    text = late.ok("/lich")
    assert text.count("<h1>") == 1
    assert text.index("<h2>Quá hạn</h2>") < text.index("<h2>Tháng 12/2026</h2>")
    assert late.get("/lich?loc=tre").status_code == 200
    assert late.get("/lich?mo-hinh=kha-truong-2026").status_code == 200


def test_amending_asks_for_an_issued_paper(late: Asked, work: Path) -> None:
    """Nothing is issued yet: there is nothing to choose."""
    here = lay(work, "tot-xa-2026")
    assert "Chưa có văn bản nào đã ban hành." in late.ok(f"{here}/doi-song/dinh-chinh")
    answer = late.post(f"{here}/doi-song/dinh-chinh", {"van-ban": "04", "cach": "thay"})
    assert answer.status_code == 422
