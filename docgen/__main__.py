"""``python -m docgen`` and the ``docgen`` command."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from contextlib import suppress
from typing import Final, NoReturn

_STOPPED: Final = 130
"""``ExitCode.STOPPED``, before anything of the program is there."""
_SWEPT: Final = 200_000
"""New objects between two sweeps for cycles: one command ends before many are worth a sweep."""


def main() -> NoReturn:
    """Run the command line; who stops it while it is still being loaded sees no traceback."""
    gc.set_threshold(_SWEPT)
    try:
        from docgen.cli import main as run  # noqa: PLC0415 - what may be stopped
    except KeyboardInterrupt:
        sys.exit(_STOPPED)
    run()


def program() -> NoReturn:
    """As :func:`main`, in a process of its own: nobody waits until Python has taken it apart.

    While anything is at work beside, or where the screen does not take what was said, Python ends
    as it always does, and tells.
    """
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and threading.active_count() == 1:
            _end(end.code)
        raise


def _end(code: int) -> None:
    """End the process with ``code``, if all was said and done."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what Python itself would call first
    with suppress(OSError, ValueError):
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code)


if __name__ == "__main__":
    program()
