"""Work in processes of their own, so many at once, that find the outside libraries imported."""

from __future__ import annotations

import os
import resource
import sys
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

KILLED = -1
"""The code of a process that used up its time."""


@dataclass(frozen=True, slots=True)
class Child:
    """One piece of work.

    Attributes:
        name: What it is about.
        work: Does it, and returns an exit code.
        seconds: How much time of the processor it may take.
    """

    name: object
    work: Callable[[], int]
    seconds: int = 3600


def each(children: Iterable[Child], jobs: int) -> Iterator[tuple[object, int]]:
    """The name and the exit code of each child, as they come to their end."""
    running: dict[int, object] = {}
    waiting = iter(children)
    while True:
        while len(running) < jobs and (child := next(waiting, None)) is not None:
            running[_started(child)] = child.name
        if not running:
            return
        process, status = os.wait()
        code = os.waitstatus_to_exitcode(status)
        yield running.pop(process), KILLED if code < 0 else code


def _started(child: Child) -> int:
    sys.stdout.flush()
    if process := os.fork():
        return process
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (child.seconds, child.seconds + 5))
        silent = os.open(os.environ.get("MUTANTS_LOG", os.devnull), os.O_WRONLY | os.O_APPEND)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        code = child.work()
    except BaseException:  # noqa: BLE001 - nothing of the child may go on in the parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)
