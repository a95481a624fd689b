"""The dossier in a real browser: drafted, numbered, edited, scanned, ended."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from docgen import api
from tests.hands import retyped, texts
from tests.presses import quick_press
from tests.samples import path_of
from tests.workflows.test_desk_dossier import photo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

    from docgen.web.settings import Settings

SAMPLE = "xa-2026-to-lien-gia"
HERE = "/m/to-lien-gia"
DECISION, REGULATION = "04-quyet-dinh-thanh-lap", "05-quy-che"
DAY = date(2026, 9, 5)
POLICE = "- Công an xã Minh Thịnh (Cơ quan"
MINE = "- Công an xã Minh Thịnh (viết lại bằng tay);"
DESK = ("138 xã Minh Thịnh\nsteering", "138 của xã\nsteering")
HEAD = ("Nguyễn Đình Khải", "Nguyễn Đình Khôi")


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick_press():
        yield


@pytest.fixture
def package(work: Path, desk: Settings) -> Path:
    """A drafted model, on the day on which its decision is signed."""
    desk.today = lambda: DAY
    folder = work / "to-lien-gia"
    folder.mkdir()
    (folder / "ban-khai.yaml").write_bytes(path_of(SAMPLE).read_bytes())
    api.package(folder / "ban-khai.yaml", folder / "ho-so", on=DAY)
    return folder / "ho-so"


def change(package: Path, told: tuple[str, str]) -> None:
    """Change the record outside of the desk."""
    record = package.parent / "ban-khai.yaml"
    text = record.read_text("utf-8")
    assert told[0] in text
    record.write_text(text.replace(*told), "utf-8")


def row(page: Page, title: str) -> object:
    """The row of a paper."""
    return page.locator("li.paper").filter(has_text=title).first


def test_a_self_managed_model_is_drafted(browser_page: Page, work: Path, desk: Settings) -> None:
    """From the confirmation to a dossier that has all it must have."""
    desk.today = lambda: DAY
    folder = work / "to-lien-gia"
    folder.mkdir()
    (folder / "ban-khai.yaml").write_bytes(path_of(SAMPLE).read_bytes())
    browser_page.goto(f"{HERE}/ho-so")
    browser_page.get_by_role("link", name="Soạn hồ sơ").click()
    browser_page.get_by_role("button", name=re.compile(r"Soạn \d+ văn bản và hồ sơ")).click()
    expect(browser_page.get_by_text("Đủ các mục bắt buộc đến nay")).to_be_visible()
    assert (folder / "ho-so" / "ho-so.pdf").is_file()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_linked_model_has_a_dossier_for_each_chair(
    context: BrowserContext,
    desk: Settings,
    work: Path,
    script: bool,  # noqa: FBT001
) -> None:
    """A link for each of them, with and without script."""
    sample = min(Path("samples/lien-ket").glob("*.yaml"))
    folder = work / "cum"
    folder.mkdir()
    (folder / "ban-khai.yaml").write_bytes(sample.read_bytes())
    browser = context.browser
    assert browser is not None
    window = browser.new_context(
        base_url=f"http://{desk.host}", java_script_enabled=script, locale="vi-VN"
    )
    page = window.new_page()
    page.goto(f"/vao?ma={desk.keys.token}")
    page.goto("/m/cum/soan")
    page.get_by_role("button", name=re.compile(r"Soạn \d+ văn bản và hồ sơ")).click()
    links = page.get_by_role("link", name=re.compile("Xem hồ sơ PDF: "))
    expect(links.first).to_be_visible()
    chairs = list((folder / "ho-so").glob("*/ho-so.pdf"))
    assert links.count() == len(chairs) > 1
    window.close()


def test_an_edit_outside_is_seen_and_a_clash_settled(browser_page: Page, package: Path) -> None:
    """Seen within seconds; then each side chosen once, and the text is exactly that."""
    file = package / "van-ban" / f"{REGULATION}.docx"
    browser_page.goto(f"{HERE}/ho-so")
    expect(browser_page.get_by_text("Vừa thấy thay đổi:")).to_be_hidden()
    file.write_bytes(retyped(file.read_bytes(), POLICE, MINE))
    expect(browser_page.get_by_text("Vừa thấy thay đổi:")).to_be_visible()
    expect(browser_page.locator("[data-changed]")).to_have_text(f"{REGULATION}.docx")
    browser_page.get_by_role("button", name="Đóng lại hồ sơ?").click()
    expect(browser_page.get_by_text("Đóng lại hồ sơ: xong.")).to_be_visible()
    change(package, DESK)
    _settle(browser_page, "Giữ bản của tôi")
    assert MINE in texts(file.read_bytes())
    change(package, (DESK[1], DESK[0]))
    _settle(browser_page, "Lấy bản mới")
    said = texts(file.read_bytes())
    assert MINE not in said
    assert [one for one in said if one.startswith(POLICE)]


def _settle(page: Page, choice: str) -> None:
    page.goto(f"{HERE}/soan")
    page.get_by_role("button", name=re.compile("^Soạn ")).click()
    page.get_by_role("link", name=re.compile("^Xem hai bản")).first.click()
    expect(page.get_by_text("Bạn đã sửa 1 đoạn mà bản khai nay cũng đổi")).to_be_visible()
    page.get_by_label(re.compile(choice)).check()
    page.get_by_role("button", name="Ghi 1 lựa chọn").click()
    expect(page.get_by_text("Ghi lựa chọn: xong.")).to_be_visible()


def test_a_number_is_written_and_the_paper_stays(browser_page: Page, package: Path) -> None:
    """The dialog tells what will print; afterwards the decision never changes by itself."""
    page = browser_page
    page.goto(f"{HERE}/ho-so")
    opener = page.get_by_role("link", name=re.compile("^Ghi số ?: Quyết định"))
    opener.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.click()
    dialog.get_by_label("Số", exact=True).fill("45")
    dialog.get_by_label("Ngày ban hành").fill("6/9/2026")
    page.keyboard.press("Enter")
    expect(dialog.get_by_text("sau hôm nay")).to_be_visible()
    dialog.get_by_label("Ngày ban hành").fill("5/9/2026")
    page.keyboard.press("Enter")
    expect(dialog.get_by_text("Số: 45/QĐ-UBND, ngày 05 tháng 9 năm 2026")).to_be_visible()
    expect(dialog.get_by_text("Quy chế hoạt động").first).to_be_visible()
    dialog.get_by_role("button", name="Ghi số").click()
    expect(page.get_by_text("Ghi số 45/QĐ-UBND: xong.")).to_be_visible()
    decision = package / "van-ban" / f"{DECISION}.docx"
    assert any(
        "45/QĐ-UBND" in one
        for one in texts((package / "van-ban" / f"{REGULATION}.docx").read_bytes())
    )
    kept = decision.read_bytes()
    change(package, HEAD)
    page.goto(f"{HERE}/soan")
    page.get_by_role("button", name=re.compile("^Soạn ")).click()
    expect(page.get_by_text("Soạn văn bản và hồ sơ: xong.")).to_be_visible()
    assert decision.read_bytes() == kept
    page.goto(f"{HERE}/ho-so/{DECISION}")
    expect(page.get_by_text("Bản khai nay ghi khác")).to_be_visible()
    expect(page.get_by_text("Nguyễn Đình Khôi").first).to_be_visible()


def test_a_number_is_told_back_when_its_field_is_left(browser_page: Page, package: Path) -> None:
    """The focus stays where it was; what is typed then is told anew before it counts."""
    page = browser_page
    page.goto(f"{HERE}/ho-so")
    page.get_by_role("link", name=re.compile("^Ghi số ?: Quyết định")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Số", exact=True).fill("45")
    day = dialog.get_by_label("Ngày ban hành")
    day.fill("5/9/2026")
    page.keyboard.press("Shift+Tab")
    expect(dialog.get_by_text("Số: 45/QĐ-UBND, ngày 05 tháng 9 năm 2026")).to_be_visible()
    expect(dialog.get_by_label("Số", exact=True)).to_be_focused()
    dialog.get_by_label("Số", exact=True).fill("46")
    page.keyboard.press("Enter")
    expect(dialog.get_by_text("Số: 46/QĐ-UBND")).to_be_visible()
    assert not [one for one in api.status(package, on=DAY).papers if one.number == 46]


def test_a_click_is_not_lost_to_what_is_told_back(browser_page: Page, package: Path) -> None:
    """What comes while a mouse is pressed on the button waits until it is let go."""
    assert package.is_dir()
    page = browser_page
    page.goto(f"{HERE}/ho-so")
    page.get_by_role("link", name=re.compile("^Ghi số ?: Quyết định")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Số", exact=True).fill("45")
    dialog.get_by_label("Ngày ban hành").fill("5/9/2026")
    dialog.get_by_role("button", name="Xem sẽ in thế nào").hover()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.mouse.down()
    page.wait_for_timeout(500)
    with page.expect_request(lambda asked: asked.method == "POST"):
        page.mouse.up()
    expect(dialog.get_by_text("Số: 45/QĐ-UBND, ngày 05 tháng 9 năm 2026")).to_be_visible()


def test_a_click_is_not_lost_to_what_is_seen_in_the_folder(
    browser_page: Page, package: Path
) -> None:
    """The line of what changed comes once nothing below it is pressed."""
    file = package / "van-ban" / f"{REGULATION}.docx"
    page = browser_page
    page.set_viewport_size({"width": 1024, "height": 5000})  # all is seen: nothing scrolls
    page.goto(f"{HERE}/ho-so")
    page.get_by_role("link", name=re.compile("^Ghi số ?: Quyết định")).hover()
    page.mouse.down()
    file.write_bytes(retyped(file.read_bytes(), POLICE, MINE))
    page.wait_for_timeout(5000)  # the folder is looked at every two seconds
    page.mouse.up()
    expect(page.get_by_role("dialog").get_by_label("Số", exact=True)).to_be_focused()
    expect(page.locator("[data-changed]")).to_have_text(file.name)


def test_a_number_that_was_given_is_refused(browser_page: Page, package: Path) -> None:
    """A second paper of the series under the same number."""
    api.number(package, "4", 45, DAY, on=DAY)
    page = browser_page
    page.goto(f"{HERE}/ho-so/{DECISION}/so")
    expect(page.get_by_text("Thay số 45")).to_be_visible()
    page.goto(f"{HERE}/ho-so/06-ke-hoach-ra-mat/so")
    page.get_by_label("Số", exact=True).fill("95")
    page.get_by_label("Ngày ban hành").fill("5/9/2026")
    page.get_by_role("button", name="Xem sẽ in thế nào").click()
    expect(page.get_by_text("Chưa ghi số")).to_be_visible()
    expect(page).to_have_title(re.compile("^Lỗi: "))


def test_a_sideways_phone_picture_becomes_the_signed_paper(
    browser_page: Page, package: Path, tmp_path: Path
) -> None:
    """Upright, used, signed; a renamed text file is told, and changes nothing."""
    page = browser_page
    words = tmp_path / "quet.jpg"
    words.write_bytes(b"only words\n")
    page.goto(f"{HERE}/ho-so/{DECISION}/ban-ky")
    page.get_by_label(re.compile("Thả bản quét")).set_input_files(words)
    expect(page.get_by_text("đây không phải là bản quét")).to_be_visible()
    assert not list((package / "da-ky").iterdir())
    picture = tmp_path / f"{DECISION}.jpg"
    picture.write_bytes(photo(sideways=True))
    page.goto(f"{HERE}/ho-so")
    page.get_by_label(re.compile("Thả bản quét")).set_input_files(picture)
    sheet = page.get_by_alt_text(re.compile("^Trang 1"))
    expect(sheet).to_be_visible()
    size = sheet.evaluate(
        "image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])"
    )
    assert size[1] > size[0]
    expect(page.get_by_label("Là bản ký của")).to_have_value(DECISION)
    page.get_by_role("button", name=re.compile("^Dùng làm bản ký của")).click()
    expect(page.get_by_text("Đã ký", exact=True).first).to_be_visible()


def test_dissolution_is_refused_and_allowed(browser_page: Page, work: Path, desk: Settings) -> None:
    """Khá: the reason and the criteria; Yếu: the papers, item 11."""
    desk.today = lambda: date(2026, 11, 30)
    page = browser_page
    for name in ("kha-truong-2026", "yeu-co-quan-2026"):
        (work / name).mkdir()
        sample = Path("samples/vong-doi") / f"{name}.yaml"
        (work / name / "ban-khai.yaml").write_bytes(sample.read_bytes())
    page.goto("/m/kha-truong-2026/doi-song/thanh-loai")
    expect(page.get_by_text("chỉ mô hình Yếu")).to_be_visible()
    expect(page.get_by_text("III.1.4").first).to_be_visible()
    page.goto("/m/yeu-co-quan-2026/doi-song/thanh-loai")
    expect(page.get_by_text("Quyết định về việc thanh loại")).to_be_visible()
    page.get_by_role("button", name="Soạn văn bản thanh loại").click()
    expect(page.get_by_text("Thanh loại: xong.")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^11. "))).to_be_visible()
    assert list((work / "yeu-co-quan-2026" / "ho-so" / "van-ban").glob("11-*.docx"))
