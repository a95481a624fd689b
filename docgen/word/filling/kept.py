"""Templates that were prepared in an earlier run, as plain values and code."""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from docgen import __version__, kept
from docgen.word.filling.sandbox import library

_ROOM = Path(__file__).parents[1]


def find(data: bytes) -> Any:  # noqa: ANN401 - what was kept for it
    """What was kept for the template ``data``; None for nothing, or what is damaged."""
    found = kept.find(_made_by() + data)
    try:
        return None if found is None else marshal.loads(found)  # noqa: S302 - our own
    except (EOFError, ValueError, TypeError):
        return None


def keep(data: bytes, value: tuple[Any, ...]) -> None:
    """Keep ``value``, of plain values and code, for the template of the bytes ``data``."""
    kept.keep(_made_by() + data, marshal.dumps(value))


@cache
def _made_by() -> bytes:
    """The program that prepares, as it stands: another one prepares anew."""
    told = [__version__, sys.version]
    with suppress(OSError):
        files = [library(), *sorted(_ROOM.rglob("*.py")), *sorted(_ROOM.rglob("*.y*ml"))]
        told += (f"{file.name} {(at := file.stat()).st_mtime_ns} {at.st_size}" for file in files)
    return "\n".join(told).encode()
