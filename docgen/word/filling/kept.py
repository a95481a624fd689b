"""What was prepared in an earlier run, in a folder that is the user's own: time is all it saves."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from docgen import __version__
from docgen.word.filling.sandbox import library, private_folder

_ROOM = Path(__file__).parents[1]


def find(data: bytes) -> Any:  # noqa: ANN401 - what was kept for it
    """What was kept for the file of the bytes ``data``; None for nothing, or what is damaged."""
    path = _path(data)
    try:
        return None if path is None else marshal.loads(path.read_bytes())  # noqa: S302 - our own
    except (OSError, EOFError, ValueError, TypeError):
        return None


def keep(data: bytes, value: tuple[Any, ...]) -> None:
    """Keep ``value``, of plain values and code, for the file of the bytes ``data``.

    A disk that is full or read-only costs time, not the paper.
    """
    path = _path(data)
    if path is None:
        return
    with suppress(OSError):
        number, beside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(number, "wb") as out:
            out.write(marshal.dumps(value))
        Path(beside).replace(path)


def _path(data: bytes) -> Path | None:
    folder = private_folder()
    return folder and folder / f"docgen-{hashlib.sha256(_made_by() + data).hexdigest()}"


@cache
def _made_by() -> bytes:
    """The program that prepares, as it stands: another one prepares anew."""
    told = [__version__, sys.version]
    with suppress(OSError):
        files = [library(), *sorted(_ROOM.rglob("*.py")), *sorted(_ROOM.rglob("*.y*ml"))]
        told += (f"{file.name} {(at := file.stat()).st_mtime_ns} {at.st_size}" for file in files)
    return "\n".join(told).encode()
