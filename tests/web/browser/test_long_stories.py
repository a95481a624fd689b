"""The long stories of the desk: a whole record typed to a whole dossier, hundreds, a sudden end."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from docgen import api
from tests.presses import quick_press
from tests.samples import ROOT, path_of
from tests.web.browser.test_desk_stories import go_on
from tests.web.browser.test_record import paste
from tests.web.test_serving import started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from docgen.web.settings import Settings
    from docgen.workflows.editing.opened import OpenRecord

SAMPLE = path_of("xa-2026-to-lien-gia")
LATE = ROOT / "samples/vong-doi/kha-truong-2026.yaml"
MANY = 300


@pytest.fixture
def quick() -> Iterator[None]:
    """Papers printed without their looks."""
    with quick_press():
        yield


@pytest.fixture
def sample(tmp_path: Path) -> OpenRecord:
    """The sample, opened away from its place: what is opened has a drawer laid beside it."""
    file = tmp_path / "mau" / SAMPLE.name
    file.parent.mkdir()
    file.write_bytes(SAMPLE.read_bytes())
    return api.open_record(file)


def told(record: OpenRecord, step: str) -> dict[str, str]:
    """What the sample tells in a step, by the names of its fields, as it is typed."""
    row = next(one for one in api.steps_of(record) if one.slug == step)
    fields = api.fields_in(api.asked_in(record, row))
    chosen = ("radios", "select")
    return {
        one.name: one.chosen if one.widget in chosen else one.typed for one in fields if one.told
    }


def fill(page: Page, name: str, text: str) -> None:
    """Type one value as it is asked for, in a row below the last one where that is its place."""
    box = page.locator(f'[name="{name}"]')
    if not box.count():
        page.locator(f'[data-table="{name.partition("[")[0]}"] table input').last.press("Enter")
    page.evaluate(
        """name => { for (let up = document.getElementsByName(name)[0]; up; up = up.parentElement)
        if (up.tagName === "DETAILS") up.open = true; }""",
        name,
    )
    kind = box.first.evaluate("one => one.type")
    if kind == "radio":
        page.locator(f'[name="{name}"][value="{text}"]').check()
    elif kind == "select-one":
        box.select_option(text)
    else:
        box.fill(text)


def members(record: OpenRecord) -> str:
    """The members of the sample as a sheet of Excel has them."""
    columns = {
        "name": "Họ và tên",
        "honorific": "Cách xưng hô",
        "birth_year": "Năm sinh",
        "job": "Nghề nghiệp",
        "unit": "Đơn vị",
        "role": "Vai trò",
    }
    roles = {"head": "Tổ trưởng", "deputy": "Tổ phó", "secretary": "Thư ký"}
    lines = ["\t".join(columns.values())]
    cells = told(record, "thanh-vien")
    for row in range(1, 16):
        texts = [cells.get(f"members[{row}].{name}", "") for name in columns]
        lines.append("\t".join(roles.get(text, text) for text in texts))
    return "\n".join(lines)


@pytest.mark.usefixtures("quick")
def test_a_whole_record_is_typed_and_its_dossier_is_whole(
    browser_page: Page, work: Path, sample: OpenRecord
) -> None:
    """From an empty folder through every step to “Đủ các mục bắt buộc đến nay”."""
    page = browser_page
    page.get_by_role("link", name="Tạo mô hình mới").click()
    page.get_by_label("Một đơn vị tự quản").check()
    page.get_by_label("Chọn trong danh mục").select_option(
        label="Tổ liên gia tự quản về an ninh, trật tự"
    )
    page.get_by_role("button", name="Tạo và khai tiếp").click()
    for step in ("don-vi", "mo-hinh", "thanh-vien", "khao-sat", "ke-hoach", "hoi-nghi"):
        page.wait_for_url(f"**/khai/{step}*")
        if step == "thanh-vien":
            paste(page, "members[1].name", members(sample))
            page.wait_for_url("**/members/dan")
            page.get_by_role("button", name="Thêm 15 người").click()
            page.wait_for_url("**/thanh-vien?*")
        else:
            for name, text in told(sample, step).items():
                fill(page, name, text)
        go_on(page)
    page.wait_for_url("**/xem-lai")
    expect(page.get_by_text("chỗ cần xem lại")).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Soạn")).first.click()
    page.get_by_role("button", name=re.compile("^Soạn")).first.click()
    page.wait_for_url("**/ho-so*", timeout=180_000)
    expect(page.get_by_text("Đủ các mục bắt buộc đến nay")).to_be_visible()
    (file,) = work.glob("*/ban-khai.yaml")
    typed, whole = api.open_record(file).record, sample.record
    assert [one.name for one in typed.members] == [one.name for one in whole.members]
    assert (typed.launch, typed.funds) == (whole.launch, whole.funds)


@pytest.fixture
def hundreds(work: Path) -> None:
    """Three hundred models: two persons of almost one name, one model with things that are late."""
    for number in range(MANY):
        folder = work / f"mo-hinh-{number:03}"
        folder.mkdir()
        name = {70: "Nguyễn Văn Bính", 210: "Nguyễn Văn Bình"}.get(number, "Trần Thị Lan")
        head = f"kind: self_managed\nmodel:\n  name: Tổ {number}\nmembers:\n  - name: {name}\n"
        (folder / "ban-khai.yaml").write_text(head, "utf-8")
    (work / "mo-hinh-299" / "ban-khai.yaml").write_bytes(LATE.read_bytes())


@pytest.mark.usefixtures("hundreds")
def test_hundreds_are_listed_found_and_taken_along(browser_page: Page, desk: Settings) -> None:
    """Listed at once, found without marks; what is late is on top; phones get the calendar."""
    desk.today = lambda: date(2026, 11, 30)
    page = browser_page
    page.goto("/")
    expect(page.locator("tbody tr")).to_have_count(50)
    page.get_by_role("link", name="Lịch", exact=True).click()  # while they are still being read
    page.wait_for_url("**/lich")
    page.goto("/")
    while page.get_by_text("Đang đọc").count():
        page.wait_for_timeout(500)
        page.goto("/")
    assert page.locator("section.due li").first.inner_text().startswith("Quá hạn")
    page.get_by_label("Tìm mô hình").fill("nguyen van binh")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_label("Tìm mô hình").fill("Nguyễn Văn Bình")
    page.get_by_role("button", name="Tìm").click()
    page.wait_for_url("**=Nguy%E1%BB%85n*")
    expect(page.locator("tbody tr").first).to_contain_text("Tổ 210")
    page.get_by_role("link", name="Lịch", exact=True).click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Quá hạn")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải lịch (.ics)").click()
    assert coming.value.suggested_filename == "lich-docgen.ics"
    events = Calendar.from_ical(coming.value.path().read_bytes()).walk("VEVENT")
    expect(page.locator("tbody tr")).to_have_count(len(events))


def test_a_sudden_end_loses_no_more_than_the_field_at_hand(chromium: Browser, work: Path) -> None:
    """The program is killed while a person types; what was left before is there afterwards."""
    file = work / "to-lien-gia" / "ban-khai.yaml"
    file.parent.mkdir()
    file.write_bytes(SAMPLE.read_bytes())
    here = "/m/to-lien-gia/khai/mo-hinh"
    with started(work) as (process, address):
        page = chromium.new_page()
        page.goto(address)
        page.goto(address.partition("/vao")[0] + here)
        name = page.get_by_label("Tên mô hình").first
        name.fill("Tổ liên gia Đông Hạ")
        name.press("Tab")
        expect(page.locator("#da-luu")).to_contain_text("Đã lưu lúc")
        scope = page.locator('[name="model.scope"]')
        scope.press_sequentially("đang gõ dở")
        process.kill()
        process.wait()
        scope.press("Tab")
        expect(page.locator("#da-luu")).to_contain_text("Chưa lưu.")
        assert "đang gõ dở" in scope.input_value()
    with started(work) as (_, address):
        page.goto(address)
        page.goto(address.partition("/vao")[0] + here)
        expect(page.get_by_label("Tên mô hình").first).to_have_value("Tổ liên gia Đông Hạ")
        expect(page.get_by_text("Có lỗi")).to_have_count(0)
        page.close()
    before = SAMPLE.read_text("utf-8").splitlines()
    after = file.read_text("utf-8").splitlines()
    changed = [line for line, was in zip(after, before, strict=True) if line != was]
    assert changed == ["  name: Tổ liên gia Đông Hạ"]
    assert not [*file.parent.glob(".*.moi")]
