"""Pictures of the desk for README, taken as it runs: ``python -m manual.desk_pictures``.

Needs chromium. The records are the samples; the day is theirs.
"""

from __future__ import annotations

import io
import shutil
import socket
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

import uvicorn
from PIL import Image
from playwright.sync_api import sync_playwright

from docgen.web.application import application
from docgen.web.settings import Settings
from tests.web.furnished import DAY, DRAFTED, furnish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

IMAGES = Path(__file__).parents[1] / "docs/images"
_COLOURS: Final = 64
_QUIET: Final = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")


def models(page: Page) -> None:
    """Every model, once all are read."""
    page.goto("/")
    while page.get_by_text("Đang đọc").count():
        page.wait_for_timeout(500)
        page.reload()


def record(page: Page) -> None:
    """A name typed, and the line of the decision that it changes."""
    page.goto(f"/m/{DRAFTED}/khai/don-vi")
    page.locator(".live[aria-busy=false] .pages").wait_for()
    first = page.locator(".pages").get_attribute("data-key")
    box = page.locator('[name="issuer.head.name"]')
    box.scroll_into_view_if_needed()
    box.fill("Nguyễn Đình Khải Minh")
    page.locator(f".pages:not([data-key='{first}'])").wait_for()
    page.wait_for_timeout(3000)


def papers(page: Page) -> None:
    """A paper of a record that tells little: what is blank leads to its field."""
    page.goto("/m/ngo-pho/xem/03-bao-cao-de-xuat")
    page.wait_for_load_state("networkidle")


def dossier(page: Page) -> None:
    """The dossier, item by item."""
    page.goto(f"/m/{DRAFTED}/ho-so")


PICTURES: Final[dict[str, Callable[[Page], None]]] = {
    "mo-hinh": models,
    "khai": record,
    "xem": papers,
    "ho-so": dossier,
}


@contextmanager
def served(work: Path) -> Iterator[Settings]:
    """A desk over ``work``, on a free port of this machine."""
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    desk = Settings(work, lambda: DAY, f"127.0.0.1:{door.getsockname()[1]}", look="light")
    server = uvicorn.Server(uvicorn.Config(application(desk), log_level="error", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield desk
    finally:
        server.should_exit = True
        thread.join()


def take(browser_path: str, desk: Settings) -> Iterator[tuple[str, bytes]]:
    """Each picture by its name."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path, args=[*_QUIET])
        window = browser.new_context(
            base_url=f"http://{desk.host}", viewport={"width": 1280, "height": 800}, locale="vi-VN"
        )
        window.set_default_timeout(60_000)
        page = window.new_page()
        page.goto(f"/vao?ma={desk.keys.token}")
        for name, show in PICTURES.items():
            show(page)
            yield name, page.screenshot()
        browser.close()


def main() -> None:
    """Write the pictures."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no chromium")
    with tempfile.TemporaryDirectory() as place:
        work = Path(place) / "mo-hinh"
        work.mkdir()
        furnish(work)
        with served(work) as desk:
            for name, png in take(browser, desk):
                few = Image.open(io.BytesIO(png)).convert("RGB").quantize(_COLOURS)
                few.save(IMAGES / f"ban-lam-viec-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
