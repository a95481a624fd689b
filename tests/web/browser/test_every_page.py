"""Every page of the desk in a real browser: nothing serious for axe, nothing too wide."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

import docgen
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from docgen.web.settings import Settings

_SERIOUS = {"serious", "critical"}
_OF_A_MODEL = (
    *("", "/khai/don-vi", "/khai/mo-hinh", "/khai/thanh-vien", "/khai/khao-sat", "/khai/ke-hoach"),
    *("/khai/hoi-nghi", "/khai/xem-lai", "/khai/danh-gia", "/khai/bao-cao", "/xem", "/soan"),
    *("/ho-so", "/ho-so/04-quyet-dinh-thanh-lap", "/ho-so/04-quyet-dinh-thanh-lap/so"),
    *("/xep-loai", "/doi-song", "/doi-song/dissolve", "/doi-song/report", "/doi-song/renew"),
)
PAGES = (
    *("/", "/?tim=khong+co", "/moi", "/moi/nhap", "/cai-dat", "/cai-dat/don-vi", "/cai-dat/may"),
    *(
        "/ma/DG137",
        "/lich",
        "/so-dang-ky",
        "/khong-co",
        *(f"/m/to-lien-gia{p}" for p in _OF_A_MODEL),
    ),
)


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work folder with one model whose papers are drafted."""
    work = tmp_path_factory.mktemp("mo-hinh")
    folder = work / "to-lien-gia"
    folder.mkdir()
    record = folder / "ban-khai.yaml"
    record.write_bytes((ROOT / "samples/xa-2026-to-lien-gia.yaml").read_bytes())
    docgen.package(record, folder / "ho-so", on=date(2026, 9, 1))
    return work


def faults(page: Page) -> list[str]:
    """What axe calls serious on the page that is open: each rule, with the first element."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in _SERIOUS]


def shape(page: Page, width: int) -> list[str]:
    """What is wrong with the outline of the page that is open, and with it at ``width`` pixels."""
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    told = [f"id {one} twice" for one in sorted(set(ids)) if ids.count(one) > 1]
    parts = ("h1", "main#noi-dung", "html[lang=vi]", "a.skip")
    told += [f"not one {part}" for part in parts if page.locator(part).count() != 1]
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 640})
    found = page.evaluate("document.documentElement.scrollWidth")
    if before:
        page.set_viewport_size(before)
    return told + ([f"{found} wide"] if found > width else [])


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_page_is_for_everyone(
    browser_page: Page, desk: Settings, drafted: Path, look: str
) -> None:
    """Nothing serious for axe, one heading, no id twice, no sideways scroll at 320 pixels."""
    desk.work, desk.look = drafted, look
    told = {}
    for address in PAGES:
        browser_page.goto(address)
        found = faults(browser_page) + (shape(browser_page, 320) if look == "light" else [])
        if found:
            told[address] = found
    assert told == {}


def test_axe_finds_nothing_where_faults_are_told(browser_page: Page, desk: Settings) -> None:
    """The pages that come back with what is wrong."""
    browser_page.goto("/moi")
    browser_page.get_by_role("button", name="Tạo và khai tiếp").click()
    assert browser_page.title().startswith("Lỗi: ")
    assert faults(browser_page) == []
    (desk.work / "hong").mkdir()
    (desk.work / "hong" / "ban-khai.yaml").write_bytes(b"\x00")
    for address in ("/", "/m/hong", "/m/hong/khai/don-vi", "/m/hong/ho-so"):
        browser_page.goto(address)
        assert faults(browser_page) == [], address
