"""``python -m docgen`` and the ``docgen`` command."""

from __future__ import annotations

import sys
from typing import Final, NoReturn

_STOPPED: Final = 130
"""``ExitCode.STOPPED``, before anything of the program is there."""


def main() -> NoReturn:
    """Run the command line; who stops it while it is still being loaded sees no traceback."""
    try:
        from docgen.cli import main as run  # noqa: PLC0415 - what may be stopped
    except KeyboardInterrupt:
        sys.exit(_STOPPED)
    run()


if __name__ == "__main__":
    main()
