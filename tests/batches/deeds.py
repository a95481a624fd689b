"""What a task may do to its process; processes load this by name."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from docgen.batches.deeds import State
from docgen.batches.task import Outcome

if TYPE_CHECKING:
    from docgen.batches.task import Task


def odd(task: Task) -> Outcome:
    """Die, hang or fail, as the place says; else be done."""
    if task.place == "dies":
        os._exit(9)
    if task.place == "hangs":
        time.sleep(600)
    if task.place == "fails":
        raise ZeroDivisionError
    return Outcome(task.place, State.DONE)


def marked(task: Task) -> Outcome:
    """Be done, after a moment in which a machine may die."""
    time.sleep(0.3)
    return Outcome(task.place, State.DONE)
