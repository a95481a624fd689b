"""What all tests share: each sample in turn, and the switch that accepts new golden papers."""

from __future__ import annotations

import pytest

from tests.samples import SAMPLES


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` accepts what the papers look like now."""
    parser.addoption("--update", action="store_true", help="accept the golden papers as they are")


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> str:
    """The name of each sample in turn."""
    name: str = request.param
    return name
