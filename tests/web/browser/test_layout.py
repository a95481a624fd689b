"""Every page at every width, zoom and setting: nothing cut, nothing sideways, nothing covered."""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING, Any, Final

import pytest

from docgen.web.routes import ROUTES
from tests.web.furnished import DRAFTED, addresses, furnish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from docgen.web.settings import Settings

ADDRESSES: Final = addresses(ROUTES)
LONGEST: Final = (f"/m/{DRAFTED}/xem/04-quyet-dinh-thanh-lap", f"/m/{DRAFTED}/ho-so", "/")
"""Pages on which the keyboard goes a long way."""
SPACING: Final = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
)
"""What a reader may set (WCAG 2.2, 1.4.12)."""
SIDEWAYS: Final = """(() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.body.querySelectorAll("*")].filter((one) =>
    one.getBoundingClientRect().right > room + 1 && !one.closest(".scroll, .hidden, .skip")
  ).slice(-2).map((one) => one.outerHTML.slice(0, 140));
})()"""
"""What reaches beyond the page; tables may in a scroller of their own."""
CLIPPED: Final = """[...document.querySelectorAll("main :not(input, select)")].filter((one) => {
  const style = getComputedStyle(one);
  const cut = [style.overflowX, style.overflowY].some((how) => how === "hidden" || how === "clip");
  return cut && !one.closest(".hidden") && style.clipPath === "none"
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 120))"""
COVERED: Final = """(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const box = one.getBoundingClientRect();
  if (!box.width || !box.height) return "";
  const across = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 2);
  const down = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
  if (box.bottom < 0 || box.top > innerHeight) return `not seen: ${one.outerHTML.slice(0, 120)}`;
  const above = document.elementFromPoint(across, down);
  const seen = above && (one.contains(above) || above.contains(one) || above.closest("label"));
  return seen ? "" : `covered: ${one.outerHTML.slice(0, 120)}`;
})()"""


@pytest.fixture(scope="module")
def _furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("desk") / "mo-hinh"
    work.mkdir()
    furnish(work)
    return work


@pytest.fixture
def work(_furnished: Path, tmp_path: Path) -> Path:
    """A work folder with models of every age."""
    copytree(_furnished, tmp_path / "mo-hinh")
    return tmp_path / "mo-hinh"


@pytest.fixture
def opened(
    chromium: Browser, served: str, desk: Settings
) -> Iterator[Callable[..., BrowserContext]]:
    """Windows on the desk, of any width and setting."""
    windows: list[BrowserContext] = []
    cookies: list[Any] = []

    def open_window(width: int = 1024, height: int = 768, **more: Any) -> BrowserContext:
        size: Any = {"width": width, "height": height}
        window = chromium.new_context(base_url=served, viewport=size, locale="vi-VN", **more)
        window.set_default_timeout(30_000)
        windows.append(window)
        if cookies:
            window.add_cookies(cookies)
        else:
            page = window.new_page()
            page.goto(f"/vao?ma={desk.keys.token}")
            while desk.overviews.is_reading:  # until then the page of models loads itself again
                page.wait_for_timeout(200)
            cookies.extend(window.cookies())
            page.close()
        return window

    yield open_window
    for window in windows:
        window.close()


def everywhere(page: Page, found: Callable[[str], object]) -> dict[str, object]:
    """What ``found`` tells of each page that it does not like."""
    wrong: dict[str, object] = {}
    for address in ADDRESSES:
        page.goto(address, wait_until="load")
        said = found(address)
        if said:
            wrong[address] = said
    return wrong


@pytest.mark.parametrize(("width", "what"), [(320, "320 px"), (512, "1024 px at 200 %")])
def test_no_page_scrolls_sideways(
    opened: Callable[..., BrowserContext], width: int, what: str
) -> None:
    """Not on the narrowest screen, nor when letters are twice as large (WCAG 1.4.10)."""
    page = opened(width).new_page()
    assert not everywhere(page, lambda _: page.evaluate(SIDEWAYS)), what


def test_wider_text_is_not_cut(opened: Callable[..., BrowserContext]) -> None:
    """Letters, words and lines as far apart as a reader may want them."""
    page = opened(640, bypass_csp=True).new_page()

    def spread(_: str) -> object:
        page.add_style_tag(content=SPACING)
        return page.evaluate(SIDEWAYS) or page.evaluate(CLIPPED)

    assert not everywhere(page, spread)


@pytest.mark.parametrize("width", [360, 1024])
@pytest.mark.parametrize("address", LONGEST)
def test_what_has_the_focus_is_seen(
    opened: Callable[..., BrowserContext], address: str, width: int
) -> None:
    """Tab after tab, nothing lies over it (WCAG 2.4.11), and the way ends where it began."""
    page = opened(width).new_page()
    page.goto(address)
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(COVERED) == ""


def test_nothing_moves(opened: Callable[..., BrowserContext]) -> None:
    """With and without the wish for less motion no page has an animation."""
    page = opened(reduced_motion="reduce").new_page()
    assert not everywhere(page, lambda _: page.evaluate("document.getAnimations().length"))


def test_own_colours_of_the_system_keep_states_apart(
    opened: Callable[..., BrowserContext],
) -> None:
    """In forced colours what tints told is told by borders."""
    page = opened(forced_colors="active").new_page()
    bare = """[...document.querySelectorAll(".state:not(.none, .plain), .summary, .notice")]
      .filter((one) => parseFloat(getComputedStyle(one).borderTopWidth) === 0).length"""
    assert not everywhere(page, lambda _: page.evaluate(bare))


def test_paper_gets_the_matter_alone(opened: Callable[..., BrowserContext]) -> None:
    """Printed, a page is black on white and has neither navigation nor buttons."""
    page = opened(color_scheme="dark").new_page()
    page.emulate_media(media="print")

    def shown(_: str) -> object:
        if page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)":
            return "not white"
        there = page.locator("header.top, nav.inside, footer, .actions")
        return [one for one in range(there.count()) if there.nth(one).is_visible()]

    assert not everywhere(page, shown)


def test_papers_are_leafed_through_without_script(
    opened: Callable[..., BrowserContext],
) -> None:
    """Links lead from paper to paper; pictures and words are there."""
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"/m/{DRAFTED}/xem")
    first = page.locator("h1").inner_text()
    page.get_by_role("link", name="Văn bản sau").click()
    assert page.locator("h1").inner_text() != first
    assert page.locator(".page img").first.get_attribute("src")
    page.get_by_text("Đọc bằng chữ").click()
    assert "CỘNG HÒA XÃ HỘI" in page.locator(".words").inner_text()
