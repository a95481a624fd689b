"""Processes on this machine as an ``Executor``: the one door to pebble.

A crash or a hang ends one task: pebble has a time limit for each, and a new process after each.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pebble import ProcessExpired, ProcessPool

from docgen.batches.crews import Crew
from docgen.batches.relay import relayed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
_TASKS_A_PROCESS: Final = 250
"""After so many a process makes room for a new one: memory stays flat, whatever leaks."""
_WAITING: Final = 2
"""Tasks a process that wait for it, so that none stands idle and no list grows."""


def processors() -> int:
    """How many processors this process may use."""
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    return there or os.cpu_count() or 1


class Processes(Executor):
    """Processes, each begun anew and without what this one holds; so many seconds for a task."""

    def __init__(self, count: int, limit: float) -> None:
        """``count`` processes, ``limit`` seconds."""
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPool(count, _TASKS_A_PROCESS, context=context)
        self._limit = limit

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:  # noqa: ANN401 - as the standard library has it
        """Have ``fn`` done; it is a function of a module."""
        asked = self._pool.schedule(fn, args, kwargs, timeout=self._limit)
        return relayed(asked, (ProcessExpired,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        """End; what is under way is ended too, where so asked."""
        if cancel_futures:
            self._pool.stop()  # type: ignore[no-untyped-call]
        else:
            self._pool.close()  # type: ignore[no-untyped-call]
        if wait:
            self._pool.join()


@contextmanager
def here(count: int, limit: float) -> Iterator[Crew]:
    """``count`` processes of this machine."""
    with Processes(count, limit) as pool:
        yield Crew(pool, count * _WAITING)
