"""Tasks done in processes beside this one: a crash, a hang or a fault ends one task only.

The one door to pebble, which gives a pool the shape of ``concurrent.futures`` and, beyond that, a
time limit for each task and a process of its own for each crash.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from pebble import ProcessExpired, ProcessPool

from docgen.batches.deeds import LIMIT, State
from docgen.batches.task import Outcome, do
from docgen.errors import Place, Problem, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docgen.batches.task import Task

_TASKS_A_PROCESS: Final = 250
"""After so many a process makes room for a new one: memory stays flat, whatever leaks."""
_WAITING: Final = 2
"""Tasks a process that wait for it, so that none stands idle and no list grows."""


@dataclass(frozen=True, slots=True)
class Force:
    """How many processes, and how many seconds a task may take."""

    jobs: int = 0
    limit: float = LIMIT

    @property
    def processes(self) -> int:
        """As told, and no more than there are processors."""
        there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        most = there or os.cpu_count() or 1
        return min(self.jobs, most) if self.jobs else most


def run(
    tasks: Iterable[Task], force: Force, deed: Callable[[Task], Outcome] = do
) -> Iterator[Outcome]:
    """What came of each task, as they end; ``deed`` does one, and is a function of a module."""
    coming = iter(tasks)
    processes = force.processes
    context = multiprocessing.get_context("spawn")
    with ProcessPool(processes, _TASKS_A_PROCESS, context=context) as pool:
        under_way: dict[Future[Outcome], Task] = {}
        try:
            while True:
                for task in islice(coming, processes * _WAITING - len(under_way)):
                    under_way[pool.schedule(deed, (task,), timeout=force.limit)] = task
                if not under_way:
                    return
                ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in ended:
                    yield _outcome(under_way.pop(future), future, force.limit)
        finally:
            if under_way:
                pool.stop()  # type: ignore[no-untyped-call]


def _outcome(task: Task, future: Future[Outcome], limit: float) -> Outcome:
    """What the process gave, or why it gave nothing."""
    try:
        return future.result()
    except Late:
        what = Words(
            f"quá {limit:.0f} giây chưa xong nên bị dừng",
            f"was not done within {limit:.0f} seconds and was stopped",
        )
    except ProcessExpired:
        what = Words("tiến trình dừng đột ngột", "the process ended abruptly")
    except Exception as fault:  # noqa: BLE001 - a fault of the program ends one task, told by name
        name = type(fault).__name__
        what = Words(f"chương trình gặp lỗi ({name})", f"the program itself failed ({name})")
    return Outcome(task.place, State.FAILED, (Problem(Place(str(task.record)), what, _HINT),))


_HINT: Final = Words(
    "Chạy riêng bản khai này để xem.", "Run the command for this record alone to see more."
)
