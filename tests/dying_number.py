"""A process that gives a number and dies on the way: ``dying_number.py RECORD FOLDER DAY AT``.

It dies just before the change to the disk of that number, counted from 1; where it lives it says
how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import date
from pathlib import Path

from docgen.workflows.desk import Order
from docgen.workflows.numbering import Given, number

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


def main() -> None:
    """Give the number to the decision."""
    record, folder = map(Path, sys.argv[1:3])
    day = date.fromisoformat(sys.argv[3])
    count = counting(record.parent, int(sys.argv[4]))
    number(Order(record, folder, day, "builtin"), Given("4", NUMBER, day), lambda _: None)
    sys.stdout.write(str(count[0]))


if __name__ == "__main__":
    main()
