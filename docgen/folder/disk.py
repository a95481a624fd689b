"""The one door to the disk through which a folder is changed."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from docgen.folder.faults import LinkError, about

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_JUNCTION = 0xA0000003
_HANDS = 8
"""How many files a disk may be asked for at once."""


def is_link(path: Path) -> bool:
    """Whether ``path`` leads elsewhere: a symbolic link, or a junction of Windows."""
    if path.is_symlink():
        return True
    if os.name != "nt" or not os.path.lexists(path):
        return False
    return getattr(path.lstat(), "st_reparse_tag", 0) == _JUNCTION


def read(path: Path) -> bytes:
    """What is in the file ``path``.

    Raises:
        OSError: It cannot be read; the fault knows the file.
    """
    with about(path):
        return path.read_bytes()


def digest(path: Path) -> str:
    """The SHA-256 of the file ``path``, 64 lower-case hexadecimal digits; read piece by piece.

    Raises:
        OSError: It cannot be read; the fault knows the file.
    """
    with about(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Disk:
    """Every change to a folder is one of these; what is written is on the disk once flushed."""

    waits: tuple[float, ...] = (0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()
    """Seconds between tries: virus scanners and cloud disks hold new files for a moment."""

    def make(self, path: Path) -> None:
        """Make the directory ``path``, in a directory that exists."""
        path.mkdir()

    def write(self, path: Path, data: bytes) -> None:
        """Write a new file; :meth:`flush` has it on the disk."""
        with about(path), path.open("xb") as file:
            file.write(data)

    def flush(self, files: Iterable[Path]) -> None:
        """Have on the disk what was written to ``files``: together, for each has to wait."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - slow

        with ThreadPoolExecutor(_HANDS) as hands:
            for _ in hands.map(self._flush, files):
                pass

    def _flush(self, file: Path) -> None:
        with about(file):
            self._patiently(lambda: _flush(file))

    def keep(self, old: Path, new: Path) -> None:
        """Let ``new`` be the same file as ``old``: itself where that can be, else a copy."""
        if is_link(old):
            _link_again(old, new)
            return
        try:
            _link(old, new)
        except OSError:
            with about(old):
                _copy(old, new)

    def move(self, old: Path, new: Path) -> None:
        """Rename ``old`` to ``new``, which does not exist, in one step."""
        self._patiently(lambda: old.rename(new))

    def free(self, path: Path) -> None:
        """See that no program holds the file ``path``, where holding it stops others."""
        self._patiently(lambda: path.rename(path))

    def remove(self, path: Path) -> None:
        """Remove a file, or a directory without content."""
        self._patiently(lambda: _remove(path))

    def settle(self, directory: Path) -> None:
        """Have the names in ``directory`` on the disk; Windows does so by itself."""
        if os.name == "nt":
            return
        with suppress(OSError):  # some network disks do not know how
            _flush(directory)

    def _patiently(self, deed: Callable[[], object]) -> None:
        for wait in self.waits:
            try:
                deed()
            except PermissionError:
                time.sleep(wait)
            else:
                return
        deed()


def _link_again(old: Path, new: Path) -> None:
    if not old.is_symlink():
        raise LinkError(errno.EPERM, "a junction", str(old))
    new.symlink_to(old.readlink(), target_is_directory=old.is_dir())


def _link(old: Path, new: Path) -> None:
    if os.name == "nt" and is_read_only(old):  # a mark of both names: removing one would lift it
        raise LinkError(errno.EPERM, "read-only", str(old))
    os.link(old, new)


def _copy(old: Path, new: Path) -> None:
    shutil.copyfile(old, new)
    _flush(new)
    shutil.copystat(old, new)


def is_read_only(path: Path) -> bool:
    """Whether the file or folder ``path`` is marked against changes by those who may make them."""
    if path.is_dir():
        return not os.access(path, os.W_OK | os.X_OK)
    return not path.stat().st_mode & stat.S_IWUSR


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
        return
    if os.name == "nt" and not path.is_symlink():  # a file that is read-only cannot be removed
        path.chmod(stat.S_IWRITE)
    path.unlink()
