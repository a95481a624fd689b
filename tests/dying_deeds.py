"""A process that does a deed and dies on the way: ``dying_deeds.py RECORD FOLDER DAY AT DEED``.

It dies just before the change to the disk of that number, counted from 1; where it lives it says
how many there were.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.workflows.amending import Amending, amend
from docgen.workflows.desk import Order
from docgen.workflows.numbering import Given, number
from tests.presses import quick_press
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.errors import Words

NUMBER = 4567
_CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link"})
"""What a run does to the disk, as the interpreter tells it; besides, files opened to write."""


def counting(home: Path, at: int) -> list[int]:
    """Count what this process changes below ``home``; die before change ``at``."""
    count = [0]

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and any(letter in str(arguments[1]) for letter in "wxa")
        if (event in _CHANGES or writes) and str(home) in str(arguments[0]):
            count[0] += 1
            if count[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heard)
    return count


DEEDS: dict[str, Callable[[Order], object]] = {
    "number": lambda order: number(order, Given("4", NUMBER, order.drafted), silent),
    "correct": lambda order: amend(order, Amending("4"), silent),
    "replace": lambda order: amend(order, Amending("4", replaces=True), silent),
}
"""What is done to the decision."""


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


def killed(order: Order, at: int, deed: str) -> int:
    """Let a process do ``deed`` and die before change ``at``; how many it lived through."""
    words = [str(order.file), str(order.folder), order.drafted.isoformat(), str(at), deed]
    done = subprocess.run(
        [sys.executable, "-m", "tests.dying_deeds", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    return int(done.stdout or 0)


def main() -> None:
    """Do the deed."""
    record, folder = map(Path, sys.argv[1:3])
    day = date.fromisoformat(sys.argv[3])
    count = counting(record.parent, int(sys.argv[4]))
    with quick_press():
        DEEDS[sys.argv[5]](Order(record, folder, day, "builtin"))
    sys.stdout.write(str(count[0]))


if __name__ == "__main__":
    main()
