"""A real browser at a desk that is really served."""

from __future__ import annotations

import shutil
import socket
from threading import Thread
from typing import TYPE_CHECKING

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright

from docgen.web.application import application

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from docgen.web.settings import Settings

_PATIENCE = 60_000
"""Milliseconds: a machine that is busy with other things is no fault of the desk's."""
expect.set_options(timeout=_PATIENCE)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of all tests of a run."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: the stories in a real browser are left out")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*_QUIET])
        yield browser
        browser.close()


@pytest.fixture
def served(desk: Settings) -> Iterator[str]:
    """The address of the desk, served as the command does it."""
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    door.listen()  # who comes before the desk is ready waits
    desk.host = f"127.0.0.1:{door.getsockname()[1]}"
    how = uvicorn.Config(application(desk), log_level="critical", lifespan="off")
    server = uvicorn.Server(how)

    def stop() -> None:
        server.should_exit = True

    desk.stop = stop
    thread = Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    yield f"http://{desk.host}"
    stop()
    thread.join()
    door.close()


@pytest.fixture
def context(chromium: Browser, served: str) -> Iterator[BrowserContext]:
    """A fresh window of 1024 × 768 in Vietnamese; every request must stay on this machine."""
    window = chromium.new_context(
        base_url=served, viewport={"width": 1024, "height": 768}, locale="vi-VN"
    )
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    yield window
    window.close()
    outside = [url for url in asked if not url.startswith((served, "blob:", "data:"))]
    assert not [url for url in outside if not url.startswith("chrome")]


@pytest.fixture
def browser_page(context: BrowserContext, desk: Settings) -> Page:
    """The desk, opened by its token: the models are on the screen."""
    opened = context.new_page()
    opened.set_default_timeout(_PATIENCE)
    opened.goto(f"/vao?ma={desk.keys.token}")
    return opened
