"""One run at a time in a folder: a file beside it is locked, and tells who is at work."""

from __future__ import annotations

import errno
import os
import platform
import sys
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING

from docgen.errors import OutsideError, Words
from docgen.folder import swap
from docgen.folder.location import DISK, make_above, real_place, remove_empty, telling_in
from docgen.folder.reach import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.errors import DocgenError

_HELD: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())
"""The locks that the work at hand holds already: it may be part of other work."""
_TAKEN = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
_BEYOND = 1 << 30
"""The byte that is locked on Windows: others may still read what the file tells."""
_LONGEST = 300
_TRIES = 100
_HINT_WAIT = Words(
    "Chờ lần chạy đó xong rồi chạy lại.", "Wait until that run has ended, then run again."
)

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _BEYOND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, _BEYOND, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


@contextmanager
def held(directory: Path) -> Iterator[bool]:
    """Have the folder ``directory``, which need not exist, to oneself.

    Work that has it already may ask again. The system frees the lock of a process that dies;
    on a disk that knows no locks the file of such a process stays, and a person removes it.

    Yields:
        Whether the last run was cut off while it had the folder.

    Raises:
        OutsideError: Another run is at work there, or the disk failed.
    """
    with telling_in(directory):
        path = swap.Aside.of(real_place(directory)).lock
    if path in _HELD.get():
        yield False
        return
    made: list[Path] = []
    try:
        with telling_in(directory):
            handle, was_cut_off = _take(path, directory, made)
        token = _HELD.set(_HELD.get() | {path})
        try:
            yield was_cut_off
        finally:
            _HELD.reset(token)
            _release(handle, path)
    finally:
        remove_empty(made, DISK)


def _take(path: Path, directory: Path, made: list[Path]) -> tuple[int, bool]:
    """The open file, locked and signed, and whether a run that is no more had signed it."""
    for _ in range(_TRIES):
        made += make_above(path, DISK)
        try:
            handle, is_new = _open(path)
        except FileNotFoundError:  # who had it removed it, or the folder it was in
            continue
        try:
            _see_free(handle, path, directory, is_new=is_new)
            if _is_at(path, handle):
                return handle, _sign(handle, path)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))


def _open(path: Path) -> tuple[int, bool]:
    """The file, and whether it is new."""
    how = os.O_RDWR | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, how | os.O_CREAT | os.O_EXCL, 0o666), True
    except FileExistsError:
        return os.open(path, how), False


def _see_free(handle: int, path: Path, directory: Path, *, is_new: bool) -> None:
    """Lock the file; where the disk knows no locks, having made it is the lock."""
    try:
        _lock(handle)
    except OSError as fault:
        if fault.errno in _TAKEN:
            raise _busy(directory, _signature(handle), _HINT_WAIT) from fault
        if not is_new:
            raise _busy(directory, _signature(handle), _hint_remove(path)) from fault


def _is_at(path: Path, handle: int) -> bool:
    """Whether the open file still stands at ``path``: who had it may just have removed it."""
    if sys.platform == "win32":  # where an open file is not removed
        return True
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _signature(handle: int) -> str:
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        return os.read(handle, _LONGEST).decode(errors="replace").strip()
    return ""


def _sign(handle: int, path: Path) -> bool:
    """Write into the file who is at work; whether somebody's name stood there."""
    found = _signature(handle)
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{platform.node()[:64]} {os.getpid()}\n".encode())
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
    return bool(found)


def _release(handle: int, path: Path) -> None:
    """Remove the file and free the lock."""
    with suppress(OSError):
        os.ftruncate(handle, 0)
        if sys.platform != "win32" and _is_at(path, handle):
            path.unlink()
    with suppress(OSError):
        _unlock(handle)
    os.close(handle)
    if sys.platform == "win32":
        with suppress(OSError):  # another run has it by now
            path.unlink()


def _busy(directory: Path, signature: str, hint: Words) -> DocgenError:
    machine, _, number = signature.rpartition(" ")
    vi = f" (máy {machine}, tiến trình {number})" if machine else ""
    en = f" (machine {machine}, process {number})" if machine else ""
    return OutsideError.at(
        directory,
        f"một lần chạy docgen khác đang làm việc trong thư mục này{vi}",
        f"another run of docgen is at work in this folder{en}",
        hint=hint,
    )


def _hint_remove(path: Path) -> Words:
    shown = plain(path)
    return Words(
        f"Chờ lần chạy đó xong; nếu chắc chắn không còn lần chạy nào thì xóa tệp {shown}.",
        f"Wait until that run has ended; if there is surely none, delete the file {shown}.",
    )
