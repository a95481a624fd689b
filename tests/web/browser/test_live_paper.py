"""The paper beside the form, in a real browser."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests.samples import path_of
from tests.web.browser.test_every_page import faults
from tests.web.furnished import MODELS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

OWN, SPARSE = "to-lien-gia", "ngo-pho"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Two records, one that tells much and one that hardly does; no paper is drafted."""
    folder = tmp_path / "mo-hinh"
    for name in (OWN, SPARSE):
        (folder / name).mkdir(parents=True)
        (folder / name / "ban-khai.yaml").write_bytes(path_of(MODELS[name]).read_bytes())
    return folder


def papers_on_disk(work: Path) -> dict[str, str]:
    """Every paper in the work folder, and what it is made of."""
    return {
        str(path): sha256(path.read_bytes()).hexdigest()
        for path in work.rglob("*")
        if path.suffix in (".docx", ".pdf")
    }


def step(page: Page, model: str, slug: str) -> Page:
    """The step of a record, with its paper beside it and the links of blanks upon it."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"/m/{model}/khai/{slug}")
    page.locator(".live[aria-busy=false] .pages").wait_for()
    return page


def test_the_paper_follows_what_is_typed(browser_page: Page, work: Path) -> None:
    """The head's name is typed; the decision shows it, one line changed, nothing written."""
    page = step(browser_page, OWN, "don-vi")
    before = papers_on_disk(work)
    first = page.locator(".pages").get_attribute("data-key")
    page.locator('[name="issuer.head.name"]').fill("Lò Thị Mai")
    page.locator(f".pages:not([data-key='{first}'])").wait_for()
    assert page.locator("#ten-van-ban").inner_text().startswith("Quyết định")
    bar = page.locator(".page .bar").bounding_box()
    assert bar is not None
    assert 0 < bar["y"] < 900
    assert page.locator(".changes summary").inner_text() == "1 dòng đổi"
    assert page.locator("#van-ban [role=status]").inner_text() == "1 dòng đổi"
    page.locator(".changes summary").click()
    assert page.locator(".changes li").all_inner_texts() == ["Lò Thị Mai"]
    assert page.locator(".page .changed").count() == 1
    assert papers_on_disk(work) == before


def test_the_newest_text_wins(browser_page: Page) -> None:
    """However fast one types, the paper ends with what stands in the form."""
    page = step(browser_page, OWN, "don-vi")
    box = page.locator('[name="issuer.head.name"]')
    box.fill("")
    box.press_sequentially("Đèo Văn Long", delay=60)
    page.get_by_text("Đọc bằng chữ").click()
    page.locator(".words", has_text="Đèo Văn Long").wait_for()


def test_another_field_brings_the_paper_that_it_feeds(browser_page: Page) -> None:
    """The year of birth stands in the list of the decision; the survey in the report."""
    page = step(browser_page, OWN, "khao-sat")
    assert page.locator(".pages").get_attribute("data-name") == "03-bao-cao-de-xuat"
    page.locator('[name="consultation.secretary"]').focus()
    page.locator(".pages[data-name='phu/bien-ban-lay-y-kien']").wait_for()
    page.locator('[name="survey.general"]').focus()
    page.locator(".pages[data-name='03-bao-cao-de-xuat']").wait_for()
    assert "Nghị quyết" in page.locator(".others").inner_text()


def test_a_blank_leads_to_its_field(browser_page: Page) -> None:
    """On the picture, and in the list below it."""
    page = step(browser_page, SPARSE, "khao-sat")
    page.locator("a.gap[href$='#survey.people'] rect").first.click()
    assert page.evaluate("document.activeElement.name") == "survey.people"
    page.locator(".blanks summary").click()
    page.locator(".blanks a[href$='#survey.movement']").first.click()
    assert page.evaluate("document.activeElement.name") == "survey.movement"


def test_a_page_has_its_place_before_its_picture(browser_page: Page) -> None:
    """What stands below it does not leap from under the mouse when the picture comes."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    browser_page.route(re.compile(r"/anh/\w+/[^01]/"), hold)
    page = step(browser_page, SPARSE, "khao-sat")
    page.locator("a.gap").first.wait_for(state="attached")  # the last that comes unasked
    sheets = page.locator(".page")

    def heights() -> list[float]:
        return [
            sheet.evaluate("(one) => one.getBoundingClientRect().height") for sheet in sheets.all()
        ]

    before = heights()
    for sheet in sheets.all():
        sheet.scroll_into_view_if_needed()
    page.unroute_all()  # what was held goes on
    for sheet in sheets.all():
        sheet.locator("img").evaluate("(one) => one.decode()")
    assert held
    assert heights() == pytest.approx(before, abs=0.6)


def test_a_click_is_not_lost_to_the_next_picture(browser_page: Page) -> None:
    """The paper that comes while a mouse is pressed on the old one waits until it is let go."""
    page = step(browser_page, SPARSE, "khao-sat")
    page.locator(".blanks summary").click()
    page.locator(".blanks a[href$='#survey.movement']").first.hover()
    page.mouse.down()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.evaluate("dispatchEvent(new Event('hashchange'))")
    page.wait_for_timeout(500)
    page.mouse.up()
    assert page.evaluate("document.activeElement.name") == "survey.movement"
    page.locator(".live[aria-busy='false']").wait_for()


def test_the_keyboard_stays_where_it_was(browser_page: Page) -> None:
    """On the list while a picture comes, and on the button that turns to the next paper."""
    page = step(browser_page, SPARSE, "khao-sat")
    page.locator(".blanks summary").focus()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.evaluate("dispatchEvent(new Event('hashchange'))")
    page.locator(".live[aria-busy=false]").wait_for()
    assert page.evaluate("document.activeElement.parentElement.className") == "blanks"
    onward = page.get_by_role("button", name="Văn bản sau")
    onward.focus()
    while onward.is_enabled():
        assert page.evaluate("document.activeElement.textContent") == "›Văn bản sau"
        before = page.locator(".pages").get_attribute("data-name")
        page.keyboard.press("Enter")
        page.locator(f".pages:not([data-name='{before}'])").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Phóng to"


def test_a_refused_print_stands_over_the_last_good_picture(
    browser_page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form goes on, and the paper comes back when it can be printed."""
    from docgen.errors import PrintRefusedError  # noqa: PLC0415

    page = step(browser_page, OWN, "don-vi")

    def refuse(*_: object) -> None:
        raise PrintRefusedError.at("x", "không in được", "not printed")

    with monkeypatch.context() as broken:
        broken.setattr("docgen.printing.press.print_sheets", refuse)
        page.locator('[name="issuer.head.name"]').fill("Vừ A Dính")
        page.locator(".refused").wait_for()
        assert "Chưa in được văn bản này (DG" in page.locator(".refused").inner_text()
        assert page.locator(".page img").first.is_visible()
    page.locator('[name="issuer.head.name"]').fill("Lò Thị Sen")
    page.locator(".changes").get_by_text("1 dòng đổi").wait_for()
    assert page.locator(".refused").count() == 0


def test_on_a_narrow_screen_the_paper_waits_behind_a_link(browser_page: Page) -> None:
    """It is not loaded before, and the way back leads to the form."""
    page = browser_page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/m/{OWN}/khai/don-vi")
    assert not page.locator(".live").is_visible()
    page.get_by_role("link", name="Xem văn bản", exact=True).click()
    page.locator(".pages img").first.wait_for()
    page.get_by_role("link", name="Về biểu mẫu").click()
    assert not page.locator(".live").is_visible()


def test_axe_finds_nothing_serious_where_a_paper_is_shown(browser_page: Page) -> None:
    """Beside the form, and leafed through; with blanks, changed lines and words unfolded."""
    page = step(browser_page, SPARSE, "khao-sat")
    page.locator('[name="survey.general"]').fill("Trường nằm sát đường tỉnh, có hai khu dân cư.")
    page.locator(".changes summary").click()
    page.locator("a.gap").first.wait_for()
    page.locator(".blanks summary").click()
    assert faults(page) == []
    page.goto(f"/m/{SPARSE}/xem/03-bao-cao-de-xuat")
    page.locator(".words summary").click()
    assert faults(page) == []
