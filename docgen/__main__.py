"""``python -m docgen`` and the ``docgen`` command."""

from __future__ import annotations

import gc
import sys
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


if __name__ == "__main__":
    main()
