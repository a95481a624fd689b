"""The desk as an officer meets it: a first model, hundreds of them, an end in the middle."""

from __future__ import annotations

import re
from threading import Event
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from docgen.errors import Words
from docgen.web.overviews import Overviews
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from docgen.web.settings import Settings

SAMPLE = ROOT / "samples/xa-2026-to-lien-gia.yaml"


def go_on(page: Page) -> None:
    """Save the step and go on to the next."""
    before = page.url
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    page.wait_for_url(lambda url: url != before)


def test_from_an_empty_folder_to_a_dossier(browser_page: Page, work: Path) -> None:
    """Create, tell what is asked at the least, draft: the dossier stands, what lacks is named."""
    page = browser_page
    page.get_by_role("link", name="Tạo mô hình mới").click()
    page.get_by_label("Một đơn vị tự quản").check()
    page.get_by_label("Chọn trong danh mục").select_option(
        label="Tổ liên gia tự quản về an ninh, trật tự"
    )
    page.get_by_role("button", name="Tạo và khai tiếp").click()
    page.get_by_label("UBND cấp xã").first.check()
    page.get_by_label("Tên đơn vị").first.fill("xã Tân Mỹ")
    for _ in range(6):
        go_on(page)
    page.get_by_role("link", name=re.compile("^Soạn|Soạn .* văn bản")).or_(
        page.get_by_role("button", name=re.compile("^Soạn"))
    ).first.click()
    page.get_by_role("button", name=re.compile("^Soạn")).first.click()
    page.wait_for_url(re.compile("/ho-so"), timeout=120_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Hồ sơ")
    (dossier,) = work.glob("*/ho-so/ho-so.pdf")
    assert dossier.read_bytes().startswith(b"%PDF")
    page.get_by_role("link", name="Việc cần làm").click()
    expect(page.get_by_text("Việc nên làm tiếp")).to_be_visible()


def test_one_among_many_is_found_without_marks(browser_page: Page, work: Path) -> None:
    """Both names are found; typed with marks, the exact one stands first."""
    text = SAMPLE.read_text("utf-8")
    for number in range(30):
        folder = work / f"mo-hinh-{number:02}"
        folder.mkdir()
        name = {7: "Kpă Bính", 21: "Kpă Bình"}.get(number, "Trần Thị Lan")
        head = f"kind: self_managed\nmodel:\n  name: Tổ {number}\nmembers:\n  - name: {name}\n"
        (folder / "ban-khai.yaml").write_text(head if number != 3 else text, "utf-8")
    page = browser_page
    page.goto("/")
    expect(page.get_by_text("Đang đọc")).to_have_count(0, timeout=90_000)
    page.get_by_label("Tìm mô hình").fill("kpa binh")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_label("Tìm mô hình").fill("Kpă Bình")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator("tbody tr").first).to_contain_text("Tổ 21")
    expect(page.get_by_role("heading", name="Việc đến hạn")).to_be_visible()


def being_read(page: Page, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Show a list that shows itself again for ever, as if its models were still being read."""
    (work / "to-lien-gia").mkdir()
    (work / "to-lien-gia" / "ban-khai.yaml").write_bytes(SAMPLE.read_bytes())
    monkeypatch.setattr(Overviews, "is_reading", True)
    page.goto("/")


def test_a_click_is_not_lost_where_a_page_shows_itself_again(
    browser_page: Page, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While models are read, the link that a mouse is pressed on is followed when it is let go."""
    being_read(browser_page, work, monkeypatch)
    browser_page.get_by_role("link", name="Lịch", exact=True).hover()
    browser_page.mouse.down()
    browser_page.wait_for_timeout(3000)
    browser_page.mouse.up()
    browser_page.wait_for_url("/lich")


@pytest.mark.parametrize(("role", "name"), [("link", "Lịch"), ("button", "Tìm")])
def test_who_goes_by_keys_is_not_put_back(
    browser_page: Page,
    work: Path,
    monkeypatch: pytest.MonkeyPatch,
    role: Literal["link", "button"],
    name: str,
) -> None:
    """While models are read the page shows itself again, and the focus is where it was."""
    being_read(browser_page, work, monkeypatch)
    browser_page.keyboard.press("Tab")
    browser_page.get_by_role(role, name=name, exact=True).focus()
    for _ in range(2):
        with browser_page.expect_event("load"):
            pass
        assert browser_page.evaluate("document.activeElement.textContent") == name


def test_what_is_typed_is_not_lost_where_a_page_shows_itself_again(
    browser_page: Page, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has typed what they look for and goes on to the button finds both there."""
    being_read(browser_page, work, monkeypatch)
    box = browser_page.get_by_label("Tìm mô hình")
    box.press_sequentially("Kpă")
    box.press("Tab")
    browser_page.wait_for_timeout(4000)
    assert box.input_value() == "Kpă"


def test_a_click_is_not_lost_where_a_job_ends(browser_page: Page, desk: Settings) -> None:
    """The page that tells the end waits until the mouse is let go."""
    ends = Event()
    job = desk.jobs.start("", Words("Soạn", "Draft"), lambda _: ends.wait(60), "/")
    browser_page.goto(f"/viec/{job.number}")
    browser_page.get_by_role("link", name="Lịch", exact=True).hover()
    browser_page.mouse.down()
    ends.set()
    browser_page.wait_for_timeout(1500)
    browser_page.mouse.up()
    browser_page.wait_for_url("/lich")


def test_two_windows_and_the_end(browser_page: Page, desk: Settings, work: Path) -> None:
    """What one window saved the other shows; the spent link opens nothing; the button ends it."""
    (work / "to-lien-gia").mkdir()
    record = work / "to-lien-gia" / "ban-khai.yaml"
    record.write_bytes(SAMPLE.read_bytes())
    ended: list[bool] = []
    desk.stop = lambda: ended.append(True)
    page = browser_page
    page.goto("/m/to-lien-gia/khai/mo-hinh")
    name = page.get_by_label("Tên mô hình").first
    name.fill("Tổ liên gia Đông Hạ")
    name.blur()
    expect(page.locator("#da-luu")).to_contain_text("Đã lưu lúc")
    assert "Tổ liên gia Đông Hạ" in record.read_text("utf-8")
    other = page.context.new_page()
    other.goto("/m/to-lien-gia")
    expect(other.get_by_role("heading", level=1)).to_have_text("Tổ liên gia Đông Hạ")
    other.goto("/vao?ma=x")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Liên kết đã dùng")
    page.get_by_role("button", name="Dừng docgen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đã dừng")
    assert ended
