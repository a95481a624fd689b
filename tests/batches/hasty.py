"""A run over small records that is killed at any moment, again and again: ``hasty FOLDER KILLS``.

A process of its own without threads, so that it can fork: each child goes on with the run, and an
alarm that nobody handles ends it between two instructions. Prints a line for each child: the
signal that ended it, how many records are whole by then.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.batches import engine
from docgen.batches.batching import Batch, batch, rehearsed
from docgen.batches.deeds import State
from docgen.batches.dependence import digest_of, key_of, state_of
from docgen.batches.engine import Force
from docgen.batches.task import How, Outcome
from docgen.folder import contents
from docgen.folder.manifest import FileEntry, Manifest, sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.batches.task import Task

DEED, DAY = "establish", date(2026, 9, 1)


def asked(top: Path, results: str) -> Batch:
    """What every run is asked for."""
    return Batch((top / "vao",), top / results, How(DEED, DAY), Force(1))


def small(task: Task) -> Outcome:
    """One small paper, kept in its folder as all are."""
    key = key_of(task, digest_of(task, ""))
    data = task.record.read_bytes() * 50
    known = Manifest("0", key, (DEED,), DAY, {}, {"van-ban/xong.txt": FileEntry(sha256(data))})
    contents.write(task.folder, {"van-ban/xong.txt": data}, known)
    return Outcome(task.place, State.DONE, key=key, left=state_of(task.folder))


def at_once(tasks: Iterable[Task], force: Force) -> Iterator[Outcome]:
    """The tasks done in this very process."""
    del force
    return map(small, tasks)


def go_on(top: Path, results: str = "ra") -> int:
    """One run to its end; how many of its records were done in it."""
    with batch(asked(top, results)) as run:
        return sum(one.state is State.DONE for one in run.outcomes)


def child(top: Path, seconds: float) -> int:
    """The signal that ends a run after so many seconds; 0 where it comes to its end before."""
    pid = os.fork()
    if not pid:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        go_on(top)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def whole(top: Path) -> int:
    """How many records are as the next run would leave them alone."""
    return sum(one.state is State.UNCHANGED for one in rehearsed(asked(top, "ra")))


def main(top: Path, kills: int) -> None:
    """Kill so many children; whenever all is done, change a record, so that there is work again."""
    engine.run = at_once  # type: ignore[assignment]
    dice = random.Random(16)  # noqa: S311 - for the moments alone
    records = sorted((top / "vao").rglob("*.yaml"))
    killed = 0
    go_on(top, "thu")
    begun = time.perf_counter()
    go_on(top, "lai")  # undisturbed, to see how long it takes
    longest = time.perf_counter() - begun
    while killed < kills:
        ended = child(top, dice.uniform(0.001, longest))
        killed += bool(ended)
        print(ended, whole(top), flush=True)  # noqa: T201 - what the test reads
        if not ended:
            for record in records:
                record.write_bytes(record.read_bytes() + b"#\n")
    print(go_on(top), go_on(top), flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
