"""What was prepared in an earlier run, in a folder that is the user's own: time is all it saves."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path


def find(key: bytes) -> bytes | None:
    """What was kept under ``key``; None for nothing.

    Whoever asks looks whether it is whole: a disk may have lost some of it.
    """
    path = _path(key)
    try:
        return None if path is None else path.read_bytes()
    except OSError:
        return None


def keep(key: bytes, data: bytes) -> None:
    """Keep ``data`` under ``key``, which is all that it was made from.

    A disk that is full or read-only costs time, nothing else.
    """
    path = _path(key)
    if path is None:
        return
    with suppress(OSError):
        number, beside = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(number, "wb") as out:
            out.write(data)
        Path(beside).replace(path)


def _path(key: bytes) -> Path | None:
    folder = private_folder()
    return folder and folder / f"docgen-{sha256(key).hexdigest()}"


@cache
def private_folder() -> Path | None:
    """Where Jinja keeps byte code: in the user's temporary folder, closed to others; or nowhere."""
    from jinja2.bccache import FileSystemBytecodeCache  # noqa: PLC0415 - not every run keeps things

    try:
        return Path(FileSystemBytecodeCache().directory)
    except (OSError, RuntimeError):
        return None
