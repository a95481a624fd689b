"""An outside program run under a time limit, and ended together with its children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_LAST_WORDS = 400


class Outcome(Value):
    """How a program ended: its exit code, None when it was ended at the limit; its last words."""

    code: int | None
    said: str

    @property
    def in_time(self) -> bool:
        """Whether it ended by itself."""
        return self.code is not None


def run(
    command: Sequence[str],
    *,
    time_limit: float,
    folder: Path,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Run ``command`` in ``folder`` for at most ``time_limit`` seconds.

    ``more`` is added to the variables of its environment.

    Raises:
        OSError: the program could not be started.
    """
    options: dict[str, Any] = (
        {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
        if sys.platform == "win32"
        else {"start_new_session": True}
    )
    with subprocess.Popen(  # noqa: S603 -- the program was found by its known name or place
        list(command),
        cwd=folder,
        env={**os.environ, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **options,
    ) as process:
        try:
            output, _ = process.communicate(timeout=time_limit)
        except subprocess.TimeoutExpired:
            _end_with_children(process)
            output, _ = process.communicate()
            return Outcome(None, _last_words(output))
        except BaseException:
            _end_with_children(process)
            raise
    return Outcome(process.returncode, _last_words(output))


def _end_with_children(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603
            ["taskkill", "/PID", str(process.pid), "/T", "/F"],  # noqa: S607
            check=False,
            capture_output=True,
        )
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()


def _last_words(output: bytes) -> str:
    return output.decode("utf-8", "replace").strip()[-_LAST_WORDS:]
