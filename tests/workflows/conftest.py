"""What tests of folders share: a quick press, and models whose papers are all issued."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.forgetting import Folder
from tests.offices import Office, lived
from tests.presses import quick_press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def press() -> Iterator[None]:
    """Every paper is one page, printed at once."""
    with quick_press():
        yield


@pytest.fixture(scope="session")
def _issued(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Office]:
    @cache
    def made(sample: str) -> Office:
        office = lived(sample, tmp_path_factory.mktemp("issued"))
        office.issue()
        return office

    return made


@pytest.fixture
def life_of(_issued: Callable[[str], Office], tmp_path: Path) -> Iterator[Callable[[str], Office]]:
    """The office of a sample, with the papers of all its steps, all of them issued."""
    with quick_press():
        yield lambda sample: _issued(sample).beside(tmp_path / "office")


@pytest.fixture(scope="session")
def _edited(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Folder]:
    return cache(lambda edited: Folder.made(tmp_path_factory.mktemp("made"), edited))


@pytest.fixture
def edited(_edited: Callable[[str], Folder], tmp_path: Path) -> Callable[[str], Folder]:
    """A package in which the paper at a path was changed by hand, to do with as one likes."""
    return lambda path: _edited(path).copied(tmp_path / "top")
