"""Tasks done beside each other, by a crew: a crash, a hang or a fault ends one task only."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from docgen.batches import parcels
from docgen.batches.deeds import LIMIT, State
from docgen.batches.task import Outcome, do
from docgen.errors import DocgenError, Place, Problem, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from docgen.batches.crews import Crew
    from docgen.batches.task import Task


@dataclass(frozen=True, slots=True)
class Force:
    """By whom the work is done.

    Attributes:
        jobs: How many processes; 0 for as many as there are processors.
        limit: How many seconds a task may take.
        scheduler: The address of a scheduler whose workers do it, in place of processes here.
        returned: Whether files go to those workers and come back, for want of a shared folder.
    """

    jobs: int = 0
    limit: float = LIMIT
    scheduler: str = ""
    returned: bool = False

    @property
    def processes(self) -> int:
        """As told, and no more than there are processors."""
        from docgen.batches.processes import processors  # noqa: PLC0415 - loads a library

        most = processors()
        return min(self.jobs, most) if self.jobs else most

    def crew(self) -> AbstractContextManager[Crew]:
        """Who does it; raises as :func:`docgen.batches.cluster.beyond`."""
        if self.scheduler:
            from docgen.batches.cluster import beyond  # noqa: PLC0415 - only where there is one

            return beyond(self.scheduler, self.limit)
        from docgen.batches.processes import here  # noqa: PLC0415 - loads a library

        return here(self.processes, self.limit)


def run(
    tasks: Iterable[Task], force: Force, deed: Callable[[Task], Outcome] = do
) -> Iterator[Outcome]:
    """What came of each task, as they end; ``deed`` does one, and is a function of a module.

    Raises:
        MissingToolError: Dask distributed is wanted and not installed.
        OutsideError: the scheduler does not answer, or has no fitting worker.
    """
    with force.crew() as crew:
        lost: list[Task] = []
        for task, future in _ended(tasks, crew, deed, force):
            if crew.shared and isinstance(future.exception(), BrokenExecutor):
                lost.append(task)
            else:
                yield _outcome(task, future, force.limit)
        for task, future in _ended(lost, crew._replace(at_once=1), deed, force):
            yield _outcome(task, future, force.limit)


def _ended(
    tasks: Iterable[Task], crew: Crew, deed: Callable[[Task], Outcome], force: Force
) -> Iterator[tuple[Task, Future[Outcome]]]:
    """Each task with its future as they end; no more are begun than the crew takes at once."""
    coming = iter(tasks)
    under_way: dict[Future[Outcome], Task] = {}
    try:
        while True:
            for task in islice(coming, crew.at_once - len(under_way)):
                under_way[_begun(task, crew, deed, force)] = task
            if not under_way:
                return
            ended, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in ended:
                yield under_way.pop(future), future
    finally:
        if under_way:
            crew.executor.shutdown(cancel_futures=True)


def _begun(
    task: Task, crew: Crew, deed: Callable[[Task], Outcome], force: Force
) -> Future[Outcome]:
    if not force.returned:
        return crew.executor.submit(deed, task)
    try:
        parcel = parcels.packed(task, deed)
    except DocgenError as fault:
        return _failed_at_once(fault)
    return parcels.unpacked(crew.executor.submit(parcels.opened, parcel), task, parcel)


def _failed_at_once(fault: DocgenError) -> Future[Outcome]:
    failed: Future[Outcome] = Future()
    failed.set_exception(fault)
    return failed


def _outcome(task: Task, future: Future[Outcome], limit: float) -> Outcome:
    """What the process gave, or why it gave nothing."""
    try:
        return future.result()
    except DocgenError as fault:
        return Outcome.of_fault(task.place, fault)
    except Late:
        what = Words(
            f"quá {limit:.0f} giây chưa xong nên bị dừng",
            f"was not done within {limit:.0f} seconds and was stopped",
        )
    except BrokenExecutor:
        what = Words("tiến trình dừng đột ngột", "the process ended abruptly")
    except Exception as fault:  # noqa: BLE001 - a fault of the program ends one task, told by name
        name = type(fault).__name__
        what = Words(f"chương trình gặp lỗi ({name})", f"the program itself failed ({name})")
    return Outcome(task.place, State.FAILED, (Problem(Place(str(task.record)), what, _HINT),))


_HINT: Final = Words(
    "Chạy riêng bản khai này để xem.", "Run the command for this record alone to see more."
)
