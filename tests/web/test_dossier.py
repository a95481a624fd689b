"""The dossier's screens asked raw: drafted, numbered, bound, scanned, taken along."""

from __future__ import annotations

import io
import re
import zipfile
from contextvars import Context
from threading import Event
from typing import TYPE_CHECKING

import pytest

from docgen import api
from docgen.errors import Counted, Words
from docgen.folder import lock
from tests import foreign
from tests.hands import retyped
from tests.presses import quick_press
from tests.samples import drafted, path_of
from tests.web.conftest import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.workflows.desk import Tell
    from tests.web.asking import Asked

SAMPLE = "xa-2026-to-lien-gia"
HERE = "/m/to-lien-gia"
DECISION = "04-quyet-dinh-thanh-lap"
REGULATION = "05-quy-che"
POLICE = "- Công an xã Minh Thịnh (Cơ quan"
MINE = "- Công an xã Minh Thịnh (viết lại bằng tay);"

assert drafted(SAMPLE) == DAY


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_press():
        yield


@pytest.fixture
def model(work: Path) -> Path:
    """A model with a record, nothing drafted yet."""
    folder = work / "to-lien-gia"
    folder.mkdir()
    (folder / "ban-khai.yaml").write_bytes(path_of(SAMPLE).read_bytes())
    return folder


@pytest.fixture
def package(model: Path) -> Path:
    """Its package, drafted."""
    api.package(model / "ban-khai.yaml", model / "ho-so", on=DAY)
    return model / "ho-so"


def followed(
    officer: Asked, address: str, fields: dict[str, str] | None = None, **more: object
) -> str:
    """The page to which sending a form leads in the end, its job waited for."""
    answer = officer.post(address, fields, **more)
    for _ in range(100):
        if answer.status_code != 303:
            return answer.text
        where = answer.headers["location"]
        job = re.fullmatch(r"/viec/(\d+)", where)
        if job:
            officer.desk.jobs.find(int(job[1])).wait(60)  # type: ignore[union-attr]
        answer = officer.get(where)
    raise AssertionError(address)


def test_before_anything_is_drafted_the_dossier_says_so(officer: Asked, model: Path) -> None:
    """The way to drafting is told."""
    assert model
    text = officer.ok(f"{HERE}/ho-so")
    assert "Chưa soạn văn bản nào" in text
    assert f'href="{HERE}/soan"' in text


def test_drafting_is_told_then_done(officer: Asked, model: Path) -> None:
    """The confirmation counts the papers; the job leads to the dossier."""
    text = officer.ok(f"{HERE}/soan")
    assert "Soạn 27 văn bản và hồ sơ" in text
    text = followed(officer, f"{HERE}/soan")
    assert "Soạn văn bản và hồ sơ: xong." in text
    assert (model / "ho-so" / "ho-so.pdf").is_file()
    assert "12 giấy mời" in text


def test_a_record_that_cannot_be_drafted_says_where_to_mend_it(officer: Asked, model: Path) -> None:
    """No button, but the faults and a way to them."""
    (model / "ban-khai.yaml").write_text("kind: self_managed\nissuer: {kind: commune}\n", "utf-8")
    text = officer.ok(f"{HERE}/soan")
    assert "Chưa soạn được" in text
    assert "<button>" not in text.split("<footer>")[0]


def test_what_is_doubtful_before_drafting_is_said_in_the_words_of_the_form(
    officer: Asked, model: Path
) -> None:
    """A survey that is missing is asked for by the labels of its fields, not by their keys."""
    (model / "ban-khai.yaml").write_bytes(path_of("khu-dan-cu-2026-toi-thieu").read_bytes())
    text = officer.ok(f"{HERE}/soan")
    assert "Nên xem" in text
    assert "survey." not in text


def test_every_page_of_a_paper_is_there(officer: Asked, package: Path) -> None:
    """Its page, its files, its number, its scan."""
    here = f"{HERE}/ho-so/{DECISION}"
    assert "Dự thảo" in officer.ok(here)
    for end in ("sua-tay", "gop", "so", "ban-ky"):
        officer.ok(f"{here}/{end}")
    word = officer.get(f"{here}/tep.docx")
    assert word.content == (package / "van-ban" / f"{DECISION}.docx").read_bytes()
    assert word.headers["content-disposition"].startswith("attachment")
    assert officer.get(f"{here}/tep.pdf").headers["content-type"] == "application/pdf"
    assert officer.get(f"{HERE}/ho-so/phu~to-trinh").status_code == 200
    assert officer.get(f"{HERE}/ho-so/99-khong-co").status_code == 404
    assert officer.get(f"{HERE}/ho-so/..%2f..%2fban-khai/tep.docx").status_code == 404


def test_the_whole_package_is_taken_along(officer: Asked, package: Path) -> None:
    """Papers and dossier, not what the folder remembers of itself."""
    packed = zipfile.ZipFile(io.BytesIO(officer.get(f"{HERE}/ho-so.zip").content))
    names = {name.partition("/")[2] for name in packed.namelist()}
    assert f"van-ban/{DECISION}.docx" in names
    assert "ho-so.pdf" in names
    assert not {name for name in names if name.startswith(".") or name == "manifest.json"}
    assert officer.get(f"{HERE}/ho-so.pdf").content == (package / "ho-so.pdf").read_bytes()


def test_a_number_is_shown_then_written(officer: Asked, package: Path) -> None:
    """The echo says what will print and what is made again; nothing is written before."""
    record = package.parent / "ban-khai.yaml"
    before = record.read_bytes()
    here = f"{HERE}/ho-so/{DECISION}/so"
    text = officer.post(here, {"so": "45", "ngay": "01/9/2026", "viec": "xem"}).text
    assert "Số: 45/QĐ-UBND, ngày 01 tháng 9 năm 2026" in text
    assert "Quy chế" in text
    assert record.read_bytes() == before
    text = followed(officer, here, {"so": "45", "ngay": "1-9-2026", "viec": "ghi"})
    assert "Đã có số" in text
    assert record.read_bytes() != before


@pytest.mark.parametrize(
    ("number", "day", "said"),
    [
        ("", "1/9/2026", "Ghi số văn thư cấp"),
        ("45/QĐ", "1/9/2026", "Chỉ ghi số"),
        ("45", "31/2/2026", "Không có ngày 31/2/2026"),
        ("45", "1/9/26", "bốn chữ số"),
        ("45", "2/9/2026", "sau hôm nay"),
    ],
)
def test_a_number_that_cannot_be_is_refused(
    officer: Asked, package: Path, number: str, day: str, said: str
) -> None:
    """What was typed stands there still, the title says that something is wrong."""
    answer = officer.post(f"{HERE}/ho-so/{DECISION}/so", {"so": number, "ngay": day, "viec": "ghi"})
    assert answer.status_code == 422
    assert said in answer.text
    assert "<title>Lỗi: " in answer.text
    assert f'value="{number}"' in answer.text
    assert package


def test_a_number_that_another_paper_has_leads_to_that_paper(officer: Asked, package: Path) -> None:
    """The plan of the People's Committee has number 95 already."""
    here = f"{HERE}/ho-so/06-ke-hoach-ra-mat/so"
    answer = officer.post(here, {"so": "95", "ngay": "1/9/2026", "viec": "ghi"})
    assert answer.status_code == 422
    assert f'href="{HERE}/ho-so/02-ke-hoach-xay-dung"' in answer.text
    assert package


def test_scans_are_looked_at_turned_and_used(officer: Asked, package: Path) -> None:
    """The paper is told by the name of the file; nothing stands before it is used."""
    from tests.workflows.test_desk_dossier import photo  # noqa: PLC0415

    picture = photo(sideways=True)
    files = {"tep": (f"{DECISION}.jpg", picture, "image/jpeg")}
    answer = officer.post(f"{HERE}/ho-so/ban-ky", files=files)
    where = answer.headers["location"]
    assert where.endswith(f"?van-ban={DECISION}")
    text = officer.ok(where)
    assert "dpi" in text
    tray = where.partition("?")[0]
    assert officer.get(f"{tray}/1.png").content.startswith(b"\x89PNG")
    assert not list((package / "da-ky").iterdir())
    text = followed(officer, f"{tray}/sua", {"viec": "xoay-0", "van-ban": DECISION})
    assert "?q=0-1" in text
    text = followed(officer, f"{tray}/dung", {"van-ban": DECISION})
    assert "Đã ký" in text
    assert [one.name for one in (package / "da-ky").iterdir()] == [f"{DECISION}.pdf"]
    assert officer.get(tray).status_code == 404


def test_a_scan_stays_in_its_place_where_the_dossier_cannot_be_bound(
    officer: Asked, package: Path
) -> None:
    """Another scan is of no use: the page says so, the one that was used is there."""
    (package / "da-ky" / f"{REGULATION}.pdf").write_bytes(b"words")
    files = {"tep": (f"{DECISION}.pdf", foreign.pdf(1), "application/pdf")}
    where = officer.post(f"{HERE}/ho-so/{DECISION}/ban-ky", files=files).headers["location"]
    text = followed(officer, f"{where.partition('?')[0]}/dung", {"van-ban": DECISION})
    assert "đây không phải là bản quét" in text
    assert (package / "da-ky" / f"{DECISION}.pdf").is_file()
    assert "Đã ký" in officer.ok(f"{HERE}/ho-so/{DECISION}")
    assert "Bản quét không dùng được" in officer.ok(f"{HERE}/ho-so/{REGULATION}")


def test_what_is_no_scan_is_told_and_nothing_changes(officer: Asked, package: Path) -> None:
    """A renamed text file."""
    files = {"tep": ("quyet-dinh.jpg", b"only words\n", "image/jpeg")}
    answer = officer.post(f"{HERE}/ho-so/{DECISION}/ban-ky", files=files)
    assert answer.status_code == 422
    assert "đây không phải là bản quét" in answer.text
    assert not list((package / "da-ky").iterdir())


def test_a_clash_is_shown_side_by_side_and_settled(officer: Asked, package: Path) -> None:
    """Both texts stand there; the choice is what the file says then."""
    file = package / "van-ban" / f"{REGULATION}.docx"
    file.write_bytes(retyped(file.read_bytes(), POLICE, MINE))
    assert officer.get(f"{HERE}/ho-so/theo-doi").json()["changed"] == [f"{REGULATION}.docx"]
    record = package.parent / "ban-khai.yaml"
    text = record.read_text("utf-8")
    record.write_text(text.replace("138 xã Minh Thịnh\nsteering", "138 của xã\nsteering"), "utf-8")
    assert "Cần xem lại" in followed(officer, f"{HERE}/soan")
    here = f"{HERE}/ho-so/{REGULATION}/gop"
    text = officer.ok(here)
    assert "Bạn đã sửa 1 đoạn mà bản khai nay cũng đổi" in text
    seen = re.search(r'name="da-xem" value="(\w+)"', text)
    assert seen
    text = followed(officer, here, {"da-xem": seen[1], "cho-0": "moi"})
    assert "Ghi lựa chọn: xong." in text
    assert not file.with_suffix(".moi.docx").exists()


def test_a_job_tells_how_it_failed(officer: Asked, package: Path) -> None:
    """A scan that cannot be bound stops the binding; the reason stands on the page of the job."""
    (package / "da-ky" / f"{DECISION}.pdf").write_bytes(b"words")
    text = followed(officer, f"{HERE}/ho-so/dong-lai")
    assert "đây không phải là bản quét" in text
    assert "Thư mục giữ như trước" in text


def test_opening_in_word_is_told_where_it_cannot_be(
    officer: Asked, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without a screen says so, and offers a copy."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    answer = officer.post(f"{HERE}/ho-so/{DECISION}/mo", {"ve": ""})
    assert answer.status_code == 503
    assert "Tải bản sao" in answer.text
    assert package


def test_calendar_and_register_list_every_model(officer: Asked, package: Path) -> None:
    """Both have a file to take along."""
    assert "Báo cáo kết quả hoạt động định kỳ" in officer.ok("/lich")
    assert officer.get("/lich.ics").content.startswith(b"BEGIN:VCALENDAR")
    assert "Tờ trình" in officer.ok("/so-dang-ky")
    assert officer.get("/so-dang-ky.xlsx").content.startswith(b"PK")
    assert package


def test_an_empty_work_folder_has_empty_lists(officer: Asked) -> None:
    """No model, nothing due, nothing numbered."""
    assert "Không có việc đến hạn trong 90 ngày." in officer.ok("/lich")
    assert "Chưa có văn bản nào lấy số." in officer.ok("/so-dang-ky")


def test_a_folder_at_work_elsewhere_is_told_in_words(officer: Asked, package: Path) -> None:
    """Another run has the folder: nothing is done, and the page says so."""
    other, held = Context(), lock.held(package)  # another program is in no context of this one
    other.run(held.__enter__)
    try:
        text = followed(officer, f"{HERE}/ho-so/dong-lai")
    finally:
        other.run(held.__exit__, None, None, None)
    assert "một lần chạy docgen khác đang làm việc trong thư mục này" in text


def test_a_job_is_stopped_and_leaves_the_folder_as_it_was(
    officer: Asked, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page counts the papers while it runs; after the stop nothing has changed."""
    begun, go = Event(), Event()

    def slow(*_: object, tell: Tell, **__: object) -> None:
        tell(Counted.of(Words("In văn bản", "Printing papers"), 12, 26))
        begun.set()
        go.wait(20)
        tell(Counted.of(Words("In văn bản", "Printing papers"), 13, 26))

    monkeypatch.setattr(api, "bundle", slow)
    monkeypatch.setattr("docgen.web.packages._SOON", 0)
    seen = api.watch(package)
    where = officer.post(f"{HERE}/ho-so/dong-lai").headers["location"]
    assert begun.wait(20)
    assert "Đang in 12/26 văn bản. Có thể rời trang này." in officer.ok(where)
    told = officer.get(f"{where}/tien-do").json()
    assert (told["state"], told["done"], told["total"]) == ("running", 12, 26)
    again = officer.post(f"{HERE}/ho-so/dong-lai").headers["location"]
    assert again == f"{where}?ban=1"
    assert "Một lần chạy khác đang làm việc trong thư mục này (bắt đầu " in officer.ok(again)
    job = officer.desk.jobs.find(int(where.rpartition("/")[2]))
    assert job is not None
    job.stop()
    go.set()
    officer.post(f"{where}/dung")
    assert "Đã dừng. Thư mục giữ như trước." in officer.ok(where)
    assert api.watch(package) == seen


def test_what_was_edited_is_told_place_by_place(officer: Asked, package: Path) -> None:
    """What docgen drafted beside what stands there now; the page of the paper leads there."""
    file = package / "van-ban" / f"{REGULATION}.docx"
    file.write_bytes(retyped(file.read_bytes(), POLICE, MINE))
    here = f"{HERE}/ho-so/{REGULATION}"
    assert f"{here}/sua-tay" in officer.ok(here)
    assert "viết lại bằng tay" in officer.ok(f"{here}/sua-tay")


def test_an_issued_paper_is_replaced(officer: Asked, package: Path) -> None:
    """The former one is kept, the new one waits for a number of its own."""
    api.number(package, "4", 45, DAY, on=DAY)
    assert DECISION in officer.ok(f"{HERE}/doi-song/dinh-chinh?van-ban={DECISION}")
    fields = {"van-ban": DECISION, "cach": "thay", "ly-do": ""}
    followed(officer, f"{HERE}/doi-song/dinh-chinh", fields)
    status = api.status(package, on=DAY)
    paper = next(one for one in status.papers if one.stem == DECISION)
    assert paper.number is None
    assert list((package / "ban-cu").iterdir())


def test_a_number_is_written_only_as_it_was_shown(officer: Asked, package: Path) -> None:
    """Another one typed over it is shown first."""
    here = f"{HERE}/ho-so/{DECISION}/so"
    shown = officer.post(here, {"so": "45", "ngay": "1/9/2026"}).text
    seen = re.search(r'name="da-xem" value="([^"]*)"', shown)
    assert seen
    told = {"ngay": "1/9/2026", "viec": "ghi", "da-xem": seen[1]}
    again = officer.post(here, {**told, "so": "46"})
    assert "Số: 46/QĐ-UBND" in again.text
    assert not [one for one in api.status(package, on=DAY).papers if one.number in (45, 46)]
    assert officer.post(here, {**told, "so": "45"}).status_code == 303
