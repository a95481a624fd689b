"""Disks on which things go wrong: full, failing, held by other programs, or the power is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.folder.disk import Disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class KilledError(BaseException):
    """The process ends here: nothing after this runs."""


class Failing(Disk):
    """A disk that fails at one of its changes, counted from 1; a file is then half written.

    When the fault is that the process was killed, every later change fails as well.
    """

    def __init__(self, at: int, fault: BaseException) -> None:
        """Fail at change ``at`` with ``fault``."""
        self.left = at
        self.fault = fault

    def fail(self) -> None:
        """What happens at the change."""
        raise self.fault

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0 or (self.left < 0 and isinstance(self.fault, KilledError)):
            self.fail()

    def make(self, path: Path) -> None:
        """Make, or fail."""
        self._count()
        super().make(path)

    def write(self, path: Path, data: bytes) -> None:
        """Write, or fail in the middle."""
        if self.left == 1:
            path.write_bytes(data[: len(data) // 2])
        self._count()
        super().write(path, data)

    def flush(self, files: Iterable[Path]) -> None:
        """Flush, or fail."""
        self._count()
        super().flush(files)

    def keep(self, old: Path, new: Path) -> None:
        """Keep, or fail."""
        self._count()
        super().keep(old, new)

    def move(self, old: Path, new: Path) -> None:
        """Rename, or fail."""
        self._count()
        super().move(old, new)

    def remove(self, path: Path) -> None:
        """Remove, or fail."""
        self._count()
        super().remove(path)

    def settle(self, directory: Path) -> None:
        """Settle, or fail."""
        self._count()
        super().settle(directory)


class Meddling(Disk):
    """A disk on which something happens just before the n-th rename."""

    def __init__(self, deed: Callable[[], object], at: int = 1) -> None:
        """Do ``deed`` before rename ``at``, counted from 1."""
        self.deed = deed
        self.left = at

    def move(self, old: Path, new: Path) -> None:
        """Let it happen, then rename."""
        self.left -= 1
        if self.left == 0:
            self.deed()
        super().move(old, new)


class Watched(Disk):
    """A disk that sees at each rename whether all that was written is on it."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self.written: set[Path] = set()
        self.moves: list[set[Path]] = []
        """What was not yet on the disk at each rename."""

    def write(self, path: Path, data: bytes) -> None:
        """Write, and remember that it has to be flushed."""
        super().write(path, data)
        self.written.add(path)

    def flush(self, files: Iterable[Path]) -> None:
        """Flush."""
        those = list(files)
        super().flush(those)
        self.written -= set(those)

    def move(self, old: Path, new: Path) -> None:
        """Rename."""
        self.moves.append(self.written.copy())
        super().move(old, new)


class Cut(Disk):
    """A disk whose power is cut just before the n-th rename, or the first removal after it."""

    def __init__(self, at: int, *, removing: bool = True) -> None:
        """Cut before rename ``at``, counted from 1; nothing is removed where not ``removing``."""
        self.left = at
        self.removing = removing

    def move(self, old: Path, new: Path) -> None:
        """Rename, while there is power."""
        self.left -= 1
        if self.left <= 0:
            raise KilledError
        super().move(old, new)

    def remove(self, path: Path) -> None:
        """Remove, while there is power."""
        if self.left <= 0 or not self.removing:
            raise KilledError
        super().remove(path)


class Held(Disk):
    """A disk on which another program holds some files, as Word and PDF viewers do on Windows."""

    def __init__(self, *files: Path) -> None:
        """Hold ``files``."""
        self.files = files

    def _see(self, path: Path) -> None:
        if path in self.files:
            fault = PermissionError(13, "The process cannot access the file", str(path))
            fault.winerror = 32  # type: ignore[attr-defined, unused-ignore] # as Windows tells it
            raise fault

    def free(self, path: Path) -> None:
        """See whether it is held."""
        self._see(path)

    def move(self, old: Path, new: Path) -> None:
        """Rename what holds no file that is held."""
        if any(file.is_relative_to(old) for file in self.files):
            raise PermissionError(13, "Access is denied", str(old))
        super().move(old, new)

    def remove(self, path: Path) -> None:
        """Remove what is not held."""
        self._see(path)
        super().remove(path)
