"""Where the folder of a package is, how a person calls what is in it, whether it can change."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import OutsideError, Place, Problem, Severity, Words
from docgen.folder import swap
from docgen.folder.disk import Disk, is_read_only
from docgen.folder.faults import LockedError, outside, telling
from docgen.folder.memory import remembered
from docgen.folder.names import is_portable
from docgen.folder.reach import out_of_reach, plain, reachable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.folder.manifest import Manifest

DISK = Disk()
_TOO_LONG = Words(
    "có tệp mà đường dẫn dài quá 259 ký tự, Word và nhiều chương trình không mở được",
    "files in it have paths of more than 259 characters; Word and others do not open them",
)
_HINT_SHORTER = Words(
    "Chuyển cả thư mục đến nơi có đường dẫn ngắn hơn.",
    "Move the whole folder to a place with a shorter path.",
)


def real_place(directory: Path) -> Path:
    """Where ``directory`` really is: a link to a folder is followed, not replaced.

    Raises:
        OSError: It is the root of a disk, or has a name that Windows does not take.
    """
    real = reachable(Path(directory)).resolve()
    if not real.name:
        raise _fault(errno.EBUSY)
    if os.name == "nt" and not is_portable(real.name):
        raise OSError(errno.EINVAL, "bad name", str(directory), 123)
    return real


def _fault(code: int) -> OSError:
    return OSError(code, os.strerror(code))


@contextmanager
def telling_in(directory: Path) -> Iterator[None]:
    """Tell a fault of the disk as an error at the file in ``directory`` that it is about."""
    with telling(directory, lambda name: shown(directory, name)):
        yield


def shown(directory: Path, name: Path) -> Path:
    """How a person who said ``directory`` calls the file ``name``, there or beside it."""
    real = real_place(directory)
    aside = swap.Aside.of(real)
    home = next((place for place in (real, *aside) if name.is_relative_to(place)), None)
    return plain(name) if home is None else Path(directory) / name.relative_to(home)


def make_above(real: Path, disk: Disk) -> list[Path]:
    """Make the missing folders above ``real``; they are returned in order."""
    missing = [parent for parent in real.parents if not os.path.lexists(parent)][::-1]
    made: list[Path] = []
    try:
        for parent in missing:
            with _unless_made_by_another(parent):
                disk.make(parent)
                made.append(parent)
    except BaseException:
        remove_empty(made, disk)
        raise
    return made


@contextmanager
def _unless_made_by_another(parent: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        if not parent.is_dir():
            raise


def remove_empty(made: Iterable[Path], disk: Disk) -> None:
    """Remove the folders that :func:`make_above` made, those that hold nothing by now."""
    with suppress(OSError):
        for folder in reversed([*made]):
            disk.remove(folder)


def writable(directory: Path, disk: Disk = DISK) -> None:
    """See, before any work is done, that a package can be written to ``directory``.

    Raises:
        OutsideError: It cannot; says why, and what to do. Each file that another program holds,
            and each folder that is read-only, is named.
    """
    with telling_in(directory):
        real = real_place(directory)
        if os.path.lexists(real) and not real.is_dir():
            raise _fault(errno.ENOTDIR)
        if os.path.ismount(real):
            raise _fault(errno.EBUSY)
        ground = next(parent for parent in real.parents if os.path.lexists(parent))
        probe = ground / swap.Aside.of(real).trial.name
        disk.make(probe)
        disk.remove(probe)
        problems = list(_obstacles(real, directory, disk))
    if problems:
        raise OutsideError(*problems)


def _obstacles(real: Path, directory: Path, disk: Disk) -> Iterator[Problem]:
    """What in the folder would stop it from being replaced: by file, why, and what to do."""
    folders = [real, *(real / name for name in swap.folders_in(real))] if real.is_dir() else []
    for path in [*swap.files_in(real).values(), *folders]:
        try:
            if path in folders:
                _see_writable(path)
            else:
                disk.free(path)
        except OSError as fault:
            yield from outside(directory, fault, lambda name: shown(directory, name)).problems


def _see_writable(path: Path) -> None:
    if is_read_only(path):
        raise LockedError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def too_long(directory: Path, names: Iterable[str]) -> tuple[Problem, ...]:
    """A remark where paths in ``directory`` are longer than Word on Windows opens."""
    real = real_place(directory)
    if os.name != "nt" or not any(out_of_reach(real / name) for name in names):
        return ()
    return (Problem(Place(str(directory)), _TOO_LONG, _HINT_SHORTER, Severity.WARNING),)


def see_unlocked(real: Path, manifest: Manifest) -> None:
    """See that no file is read-only that would be replaced or go.

    Raises:
        OSError: One is.
    """
    known = remembered(real)
    for name, filed in known.files.items() if known else ():
        path, coming = real / name, manifest.files.get(name)
        stays = coming is not None and coming.sha256 == filed.sha256
        if not stays and path.is_file():
            _see_writable(path)
