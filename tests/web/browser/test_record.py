"""The record in a real browser: typed, pasted, mended, changed on two sides, without script too."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from docgen.workflows.opening import load
from tests.samples import path_of
from tests.web.test_record import forty

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from docgen.web.settings import Settings

HERE = "/m/to-lien-gia/khai"


@pytest.fixture
def record(work: Path) -> Path:
    """A model of the sample in the work folder."""
    file = work / "to-lien-gia" / "ban-khai.yaml"
    file.parent.mkdir()
    shutil.copy(path_of("xa-2026-to-lien-gia"), file)
    return file


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something ``holds`` that the page does by itself."""
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def members(file: Path) -> list[str]:
    """The names that the file tells."""
    return [one.name for one in load(file).record.members]  # type: ignore[union-attr]


def paste(page: Page, name: str, text: str) -> None:
    """Paste ``text`` into a cell, as from Excel."""
    page.locator(f'[name="{name}"]').focus()
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste",
        { clipboardData: data, bubbles: true, cancelable: true })); }""",
        text,
    )


def at_once(page: Page, values: dict[str, str]) -> None:
    """Type into several fields before the first of them is saved."""
    page.evaluate(
        """values => {
        const fields = Object.entries(values).map(([name, value]) => {
            const field = document.querySelector(`[name="${name}"]`);
            field.value = value;
            return field; });
        for (const one of fields) one.dispatchEvent(new Event("change", { bubbles: true })); }""",
        values,
    )


def test_forty_rows_are_pasted_and_taken_back(browser_page: Page, record: Path) -> None:
    """With heads, the name in two columns, one twin; without a mouse."""
    page = browser_page
    page.goto(f"{HERE}/thanh-vien")
    paste(page, "members[16].name", forty())
    page.wait_for_url("**/members/dan")
    twin = page.get_by_label("Có thể trùng với dòng 1")
    assert len(members(record)) == 15
    twin.select_option(label="Bỏ dòng dán")
    add = page.get_by_role("button", name="Thêm 39 người")
    add.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/thanh-vien?da-dan=39*")
    assert len(members(record)) == 54
    assert "54 người" in page.locator(".count").inner_text()
    back = page.get_by_role("button", name="Hoàn tác: thêm 39 người")
    back.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**da-hoan-tac=1")
    assert page.get_by_text("Đã hoàn tác.").is_visible()
    assert "15 người" in page.locator(".count").inner_text()
    assert len(members(record)) == 15


def test_an_impossible_day_is_told_and_mended(browser_page: Page, record: Path) -> None:
    """On leaving the field; then in the title and in a list that leads to it."""
    page = browser_page
    page.goto(f"{HERE}/hoi-nghi")
    day = page.get_by_label("Ngày tổ chức")
    day.fill("31/2/2026")
    day.press("Tab")
    page.locator('[data-field="launch.day"] .error').wait_for()
    assert day.get_attribute("aria-invalid") == "true"
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.wait_for_url("**loi=1")
    assert page.title().startswith("Lỗi: ")
    summary = page.get_by_role("alert")
    assert "Có 1 chỗ cần xem lại" in summary.inner_text()
    assert page.evaluate("document.activeElement.id") == "loi"
    summary.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.name") == "launch.day"
    day.fill("28/2/2026")
    day.press("Tab")
    page.locator("#launch\\.day-echo:not([hidden])").wait_for()
    assert "Thứ Bảy, ngày 28 tháng 02 năm 2026" in page.locator("#launch\\.day-echo").inner_text()
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.wait_for_url("**/xem-lai")
    assert not page.title().startswith("Lỗi")
    assert str(load(record).record.launch.day) == "2026-02-28"  # type: ignore[union-attr]


def test_a_click_is_not_lost_to_what_is_told_of_a_field(browser_page: Page, record: Path) -> None:
    """The button that is pressed as a field is left stays under the mouse until it is let go."""
    assert record.exists()
    page = browser_page
    page.set_viewport_size({"width": 1024, "height": 5000})  # both are seen: nothing scrolls
    page.goto(f"{HERE}/hoi-nghi")
    page.get_by_label("Ngày tổ chức").fill("31/2/2026")
    page.get_by_role("button", name="Lưu và tiếp tục").hover()
    with page.expect_response("**/khai/luu"):
        page.mouse.down()
    page.wait_for_timeout(500)
    page.mouse.up()
    page.wait_for_url("**loi=1")


def test_a_file_changed_elsewhere_is_chosen(browser_page: Page, record: Path) -> None:
    """Both changes stand afterwards, and the comment of the file."""
    page = browser_page
    page.goto(f"{HERE}/hoi-nghi")
    text = record.read_text("utf-8")
    text = text.replace("time: 08 giờ 00 phút", "time: 07 giờ 30 phút  # sớm hơn", 1)
    record.write_text(text, "utf-8")
    at_once(page, {"launch.place": "Sân vận động xã", "launch.time": "09 giờ"})
    page.get_by_text("Bản khai vừa được sửa ở nơi khác").wait_for()
    assert record.read_text("utf-8") == text
    page.get_by_label("Giờ bắt đầu, Trong tệp").check()
    page.get_by_role("button", name="Ghi theo lựa chọn").click()
    page.wait_for_url("**/hoi-nghi?da-luu=1")
    launch = load(record).record.launch  # type: ignore[union-attr]
    assert (launch.time, launch.place) == ("07 giờ 30 phút", "Sân vận động xã")
    assert "# sớm hơn" in record.read_text("utf-8")


def test_what_is_typed_is_saved_as_one_goes(browser_page: Page, record: Path) -> None:
    """A field when it is left, a long text after two quiet seconds; Ctrl+S at once."""
    page = browser_page
    page.goto(f"{HERE}/khao-sat")
    page.get_by_label("Tình hình Nhân dân").fill("Thôn có 215 hộ.")
    until(page, lambda: load(record).record.survey.people == "Thôn có 215 hộ.")
    page.get_by_text("Đã lưu lúc").wait_for()
    page.get_by_label("Thời gian khảo sát", exact=True).fill("tháng 8 năm 2026")
    page.keyboard.press("Control+s")
    page.wait_for_url("**da-luu=1")
    assert load(record).record.survey.period == "tháng 8 năm 2026"


def test_a_table_is_filled_by_keys(browser_page: Page, record: Path) -> None:
    """Tab goes on, Enter goes down and into a new row; a row that goes leaves the focus beside."""
    page = browser_page
    page.goto(f"{HERE}/thanh-vien")
    page.locator('[name="members[15].name"]').focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Người Thứ Mười Sáu")
    page.keyboard.press("Enter")
    until(page, lambda: members(record)[-1] == "Người Thứ Mười Sáu")
    page.keyboard.type("Người Thứ Mười Bảy")
    page.keyboard.press("Tab")
    until(page, lambda: members(record)[-1] == "Người Thứ Mười Bảy")
    page.reload()
    assert members(record)[-2:] == ["Người Thứ Mười Sáu", "Người Thứ Mười Bảy"]
    page.get_by_role("button", name="Xóa Người Thứ Mười Sáu").click()
    page.wait_for_url("**da-lam=remove*")
    until(page, lambda: page.evaluate("document.activeElement.value") == "Người Thứ Mười Bảy")


def test_a_box_offers_and_takes_nothing_unasked(browser_page: Page, record: Path) -> None:
    """↓ opens, Enter takes, Esc closes and then clears, Tab keeps what was typed."""
    page = browser_page
    page.goto(f"{HERE}/mo-hinh")
    box = page.get_by_role("combobox", name="Mô hình trong danh mục")
    box.fill("lien gia")
    offers = page.get_by_role("option")
    assert offers.count() >= 1
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant")
    chosen = offers.first.inner_text()
    box.press("Enter")
    assert box.input_value() == chosen
    until(page, lambda: bool(load(record).record.model.catalogue))
    box.press("ArrowDown")
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    box.press("Escape")
    assert box.input_value() == ""


def test_the_record_of_a_new_model_is_told_step_by_step(browser_page: Page, work: Path) -> None:
    """From the least that makes a model to all answers."""
    file = work / "to-lien-gia" / "ban-khai.yaml"
    file.parent.mkdir()
    file.write_text("kind: self_managed\nmodel:\n  name: Tổ liên gia tự quản\n", "utf-8")
    page = browser_page
    page.goto(HERE)
    page.get_by_label("UBND cấp xã").check()
    page.get_by_label("Tên đơn vị (bắt buộc)").fill("xã Tân Mỹ")
    page.get_by_label("Tỉnh, thành phố").fill("tỉnh Bắc Ninh")
    for step in ("mo-hinh", "thanh-vien", "khao-sat", "ke-hoach", "hoi-nghi", "xem-lai"):
        page.get_by_role("button", name="Lưu và tiếp tục").click()
        page.wait_for_url(f"**/{step}")
        if step == "thanh-vien":
            page.locator('[name="members[1].name"]').fill("Trần Thị Bình")
            page.locator('[name="members[1].role"]').select_option("head")
    record = load(file).record
    assert record.issuer.name == "xã Tân Mỹ"  # type: ignore[union-attr]
    assert members(file) == ["Trần Thị Bình"]


def test_the_record_of_a_linked_model_is_told_without_script(
    chromium: Browser, served: str, desk: Settings, work: Path
) -> None:
    """Three units, two of which take the chair in turn; every button is a button of a form."""
    file = work / "cum" / "ban-khai.yaml"
    file.parent.mkdir()
    file.write_text("kind: linked\nmodel:\n  name: Cụm An ninh liên hoàn\n", "utf-8")
    window = chromium.new_context(base_url=served, java_script_enabled=False, locale="vi-VN")
    page = window.new_page()
    page.goto(f"/vao?ma={desk.keys.token}")
    page.goto("/m/cum/khai/don-vi")
    units = [
        ("xã Tân Mỹ", "commune", "true", "1"),
        ("Trường THCS Tân Mỹ", "school", "false", "2"),
        ("Thôn Đông Hạ", "residential", "false", ""),
    ]
    for place, (name, kind, lead, turn) in enumerate(units, 1):
        page.locator(f'[name="units[{place}].name"]').fill(name)
        page.locator(f'[name="units[{place}].kind"]').select_option(kind)
        page.locator(f'[name="units[{place}].lead"]').select_option(lead)
        page.locator(f'[name="units[{place}].turn"]').fill(turn)
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    record = load(file).record
    assert [one.turn for one in record.units] == [1, 2, None]  # type: ignore[union-attr]
    page.goto("/m/cum/khai/don-vi")
    page.get_by_role("button", name="Lên: Thôn Đông Hạ").click()
    assert page.locator('[name="units[2].name"]').input_value() == "Thôn Đông Hạ"
    page.locator('[name="units[1].signer.name"]').fill("Nguyễn Văn An")
    page.get_by_role("button", name="Lưu, về danh sách việc").click()
    assert load(file).record.units[0].signer.name == "Nguyễn Văn An"  # type: ignore[union-attr]
    window.close()


def test_an_amount_in_a_table_is_told_back(browser_page: Page, record: Path) -> None:
    """In figures and in words, once its cell is left; a new row below has none yet."""
    page = browser_page
    page.goto(f"{HERE}/ke-hoach")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    cell = page.locator('[name="funds.items[1].amount"]')
    cell.fill("1200000")
    cell.press("Tab")
    echo = page.locator('[id="funds.items[1].amount-echo"]')
    expect(echo).to_contain_text("1.200.000")
    expect(echo).to_contain_text("Một triệu hai trăm nghìn")
    page.locator('[data-table="funds.items"] tbody tr').last.locator("input").first.press("Enter")
    assert page.locator('[data-table="funds.items"] tbody tr').last.locator(".echo").is_hidden()
    assert record.exists()


def test_a_day_of_the_profile_is_told_back(browser_page: Page, work: Path) -> None:
    """In words once its field is left, or why it is no day; nothing is written before “Lưu”."""
    page = browser_page
    page.goto("/cai-dat/don-vi")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    day = page.locator('[name="party.term_since"]')
    day.fill("31/2/2025")
    day.press("Tab")
    expect(page.locator('[data-field="party.term_since"] .error')).to_be_visible()
    day.fill("01/7/2025")
    day.press("Tab")
    expect(page.locator('[id="party.term_since-echo"]')).to_contain_text("ngày 01 tháng 7 năm 2025")
    expect(page.locator('[data-field="party.term_since"] .error')).to_have_count(0)
    assert not (work / "don-vi.yaml").exists()
