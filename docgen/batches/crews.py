"""Who does the work: anything shaped like ``concurrent.futures.Executor``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Executor


class Crew(NamedTuple):
    """An executor, and how many tasks are given to it at once.

    A task that took too long ends with ``TimeoutError``, one whose process or machine is gone with
    ``BrokenExecutor``. Where the blame for that is ``shared``, the fault may be that of a task
    beside it, and it is tried again alone.
    """

    executor: Executor
    at_once: int
    shared: bool = False
