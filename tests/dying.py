"""A process whose children write folders and die on the way: ``python dying.py SCENE``.

Each line on stdin is ``DIRECTORY at N`` (die at the N-th change to the disk) or ``DIRECTORY in S``
(die S seconds after the start); the answer is ``died`` or ``lived``.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from pathlib import Path

from docgen.folder import contents
from docgen.folder.disk import Disk
from tests.disks import Failing


class Dying(Failing):
    """A disk at one of whose changes the process dies; nothing is tidied up."""

    def __init__(self, at: int) -> None:
        """Die at change ``at``, counted from 1."""
        super().__init__(at, OSError())

    def fail(self) -> None:
        """Die."""
        os.kill(os.getpid(), signal.SIGKILL)


def write(scene: Path, directory: Path, how: str, when: str) -> None:
    """Write what ``scene`` holds to ``directory``, and die."""
    files, manifest, seen = pickle.loads(scene.read_bytes())  # noqa: S301 - written by the test
    if how == "in":
        signal.setitimer(signal.ITIMER_REAL, float(when))  # its signal ends the process
        contents.write(directory, files, manifest, seen=seen)
    else:
        contents.write(directory, files, manifest, Dying(int(when)), seen)


def outcome(scene: Path, line: str) -> str:
    """Let a child do what ``line`` says, and how it ended."""
    directory, how, when = line.rstrip("\n").rsplit(" ", 2)
    child = os.fork()
    if not child:
        write(scene, Path(directory), how, when)
        os._exit(0)
    return "died" if os.WIFSIGNALED(os.waitpid(child, 0)[1]) else "lived"


def main() -> None:
    """Serve until stdin ends."""
    os.fsync = lambda fd: None  # noqa: ARG005 - a process that dies loses nothing of what it had written
    for line in sys.stdin:
        sys.stdout.write(f"{outcome(Path(sys.argv[1]), line)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    assert Disk.waits == ()
    main()
