"""Work that takes longer than a page may: in a thread of its own, counted, stopped on demand."""

from __future__ import annotations

from contextvars import copy_context
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Lock, Thread
from time import time  # noqa: TID251 - told on the screen alone
from typing import TYPE_CHECKING, Final

from docgen.errors import NO_WORDS, Counted, DocgenError, Words
from docgen.web.faults import note

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.workflows.desk import Tell

_KEPT: Final = 50
"""Ended jobs whose pages can still be opened."""


class StoppedError(Exception):
    """The user stopped the job; the folder is as it was before."""


@dataclass
class Job:
    """Một việc đang chạy: what it does, for which model, how far it is, what came of it.

    Attributes:
        number: Its number in addresses, from 1.
        model: The id of the model.
        title: What it does.
        said: What the work last told.
        started: When it began, in seconds.
        done: How much of it is done; ``total`` of how much, 0 where it is not counted.
        state: ``running``, ``done``, ``failed`` or ``stopped``.
        result: What the work gave back.
        fault: Why it failed, where that can be told.
        after: Where its page leads once it is done.
    """

    number: int
    model: str
    title: Words
    after: str
    said: Words = NO_WORDS
    started: float = field(default_factory=time)
    done: int = 0
    total: int = 0
    state: str = "running"
    result: object = None
    fault: DocgenError | None = None
    _stop: Event = field(default_factory=Event)
    _ended: Event = field(default_factory=Event)

    def tell(self, words: Words) -> None:
        """Take what the work tells; where it counts, it ends here once it was stopped.

        Raises:
            StoppedError: the user stopped it.
        """
        self.said = words
        if isinstance(words, Counted):  # what is told after the last of them has been written
            if self._stop.is_set():
                raise StoppedError
            self.done, self.total = words.done, words.total

    def stop(self) -> None:
        """Have the work end where it next tells how far it is."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Whether the work has ended, waiting for it that long."""
        return self._ended.wait(seconds)

    def run(self, work: Callable[[Tell], object]) -> None:
        """Do the work; whatever comes of it is kept here."""
        try:
            self.result = work(self.tell)
            self.state = "done"
        except StoppedError:
            self.state = "stopped"
        except DocgenError as fault:
            self.fault, self.state = fault, "failed"
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page must not wait for ever
            note(fault)
            self.state = "failed"
        finally:
            self._ended.set()


class Jobs:
    """The jobs of one desk."""

    def __init__(self) -> None:
        """None is there yet."""
        self._jobs: dict[int, Job] = {}
        self._numbers = count(1)
        self._lock = Lock()

    def start(self, model: str, title: Words, work: Callable[[Tell], object], after: str) -> Job:
        """Begin ``work``, which is handed a ``tell``; ``after`` is where its page leads then."""
        with self._lock:
            job = Job(next(self._numbers), model, title, after)
            self._jobs[job.number] = job
            for number in [*self._jobs][:-_KEPT]:
                if self._jobs[number].state != "running":
                    del self._jobs[number]
        run = copy_context().run
        Thread(target=run, args=(job.run, work), name=f"job-{job.number}", daemon=True).start()
        return job

    def find(self, number: int) -> Job | None:
        """The job of that number, where it is still known."""
        return self._jobs.get(number)

    def running(self, model: str = "") -> list[Job]:
        """The jobs at work, of one model or of all."""
        jobs = [*self._jobs.values()]
        return [job for job in jobs if job.state == "running" and model in ("", job.model)]

    def stop_all(self, seconds: float) -> None:
        """Stop what runs, and wait that long for each."""
        jobs = self.running()
        for job in jobs:
            job.stop()
        for job in jobs:
            job.wait(seconds)
