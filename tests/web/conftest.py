"""The desk as tests meet it: asked raw, and opened in a browser."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from docgen.web.application import application
from docgen.web.settings import Settings
from tests.web.asking import HOST, Asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = date(2026, 9, 1)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """An empty work folder."""
    folder = tmp_path / "mo-hinh"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(work: Path) -> Settings:
    """A desk over the work folder, on a day that does not change."""
    return Settings(work, lambda: DAY, HOST, strict=True)


@pytest.fixture
def stranger(desk: Settings) -> Iterator[TestClient]:
    """Asks the desk raw: no cookie, no origin."""
    with TestClient(application(desk), base_url=f"http://{HOST}", follow_redirects=False) as client:
        yield client


@pytest.fixture
def officer(desk: Settings, stranger: TestClient) -> Asked:
    """Asks the desk as its own browser does: it came in by the token."""
    stranger.get("/vao", params={"ma": desk.keys.token})
    return Asked(stranger, desk)
