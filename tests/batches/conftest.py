"""Batches in tests are done by this very process, but where processes are what is tested."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import pytest

from docgen.batches.crews import Crew
from docgen.batches.engine import Force

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

PROCESSES = {"test_engine", "test_cluster"}


class AtOnce(Executor):
    """Does each task before it returns: whatever has the shape of an executor is a crew."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The future of a task that has ended."""
        told: Future[Any] = Future()
        try:
            told.set_result(fn(*args, **kwargs))
        except Exception as fault:  # noqa: BLE001 - as a process would hand it over
            told.set_exception(fault)
        return told


def at_once(_: Force) -> AbstractContextManager[Crew]:
    """A crew of this process."""
    return nullcontext(Crew(AtOnce(), 1))


@pytest.fixture(autouse=True)
def crew(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No processes, but in the tests of them."""
    if request.path.stem not in PROCESSES:
        monkeypatch.setattr(Force, "crew", at_once)
