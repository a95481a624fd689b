"""What all tests share: samples, records written for one test, the switch for golden papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from docgen import kept
from docgen.record.loading import Loaded, load
from tests.doubts import LEAST
from tests.samples import LIFE, SAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.doubts import LoadText

# How long an example takes says how busy the machine is: time is measured in benchmarks alone.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
pytest_plugins = ["tests.changes", "tests.filled", "tests.pdfs"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` accepts what the papers look like now."""
    parser.addoption("--update", action="store_true", help="accept the golden papers as they are")


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> str:
    """The name of each sample in turn."""
    name: str = request.param
    return name


@pytest.fixture(params=LIFE)
def life(request: pytest.FixtureRequest) -> str:
    """The name of each sample of a model at work in turn."""
    name: str = request.param
    return name


@pytest.fixture(params=[*SAMPLES, *LIFE])
def every_sample(request: pytest.FixtureRequest) -> str:
    """The name of each sample in turn, whatever the stage of its model."""
    name: str = request.param
    return name


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the user's own, for what is kept between runs."""
    folder = tmp_path / "store"
    folder.mkdir()
    monkeypatch.setattr(kept, "private_folder", lambda: folder)
    return folder


@pytest.fixture
def least() -> str:
    """The shortest record that loads."""
    return LEAST


@pytest.fixture
def load_text(tmp_path: Path) -> LoadText:
    """Loads a record given as text."""

    def loaded(text: str) -> Loaded:
        path = tmp_path / "ho-so.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return loaded
