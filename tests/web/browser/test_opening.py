"""The desk opened in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_the_token_opens_the_models(browser_page: Page) -> None:
    """The browser comes in by the token, and its address no longer tells it."""
    assert browser_page.title().endswith("docgen")
    assert "ma=" not in browser_page.url
    assert browser_page.locator("h1").inner_text() == "Mô hình"
