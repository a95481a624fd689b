"""The frame of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.asking import Asked


def test_the_desk_opens_on_the_models(officer: Asked) -> None:
    """An empty work folder says so, in a page in Vietnamese."""
    text = officer.ok("/")
    assert '<html lang="vi"' in text
    assert "Chưa có mô hình nào" in text


def test_an_unknown_page_is_told(officer: Asked) -> None:
    """A page that is not there is no page of the server's own."""
    found = officer.get("/m/khong-co")
    assert found.status_code == 404
    assert "Không có trang này" in found.text
