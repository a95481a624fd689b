"""A folder replaced as a whole: built aside, then put in its place by renaming.

Beside ``DIR`` stand, while the work goes on, NEW (what is being built) and OLD (what was there)::

    1. NEW is built and brought to the disk        crash: DIR untouched       -> NEW is removed
    2. DIR is renamed to OLD                       crash: DIR missing         -> OLD becomes DIR
    3. NEW is renamed to DIR                       crash: DIR is the new one  -> OLD is removed
    4. OLD is removed

:func:`recover` reads from the names that exist how far the last run came. It removes from OLD
only what the manifest there knows unchanged, or what stands in DIR as well.
"""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from docgen.errors import DocgenError, ProtectedWorkError, Words
from docgen.folder import manifest
from docgen.folder.disk import digest, is_link
from docgen.folder.memory import OWN, remembered
from docgen.folder.reach import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from docgen.folder.disk import Disk


class Recovered(Enum):
    """What became of a run that was cut off."""

    NOTHING = "nothing"
    """There was none, or it left nothing."""
    BEFORE = "before"
    """The folder is as it was before that run."""
    AFTER = "after"
    """The folder is as that run wanted it."""


class Aside(NamedTuple):
    """The places beside a folder; named so briefly that they exist wherever it can.

    Attributes:
        new: What is being built.
        old: What stood there before.
        trial: Made and removed again to see whether one can.
        lock: Held by the run at work.
    """

    new: Path
    old: Path
    trial: Path
    lock: Path

    @classmethod
    def of(cls, directory: Path) -> Aside:
        """The places beside ``directory``."""
        name = _as_compared(directory.name).encode(errors="surrogateescape")
        mark = hashlib.sha256(name).hexdigest()[:8]
        ends = ("moi", "cu", "thu", "khoa")
        return cls(*(directory.with_name(f".docgen-{mark}-{end}") for end in ends))


def _as_compared(name: str) -> str:
    """The name as the disks of this system compare it: two spellings may be one folder."""
    if sys.platform == "darwin":
        return unicodedata.normalize("NFC", name).casefold()
    return os.path.normcase(name)


def files_in(directory: Path) -> dict[str, Path]:
    """Every file under ``directory`` by its path in it (with ``/``), in order; links as files.

    Raises:
        OSError: A folder in it cannot be read.
    """
    found = {}
    for where, folders, names in _walk(directory):
        for path in (where / name for name in (*names, *folders)):
            if path.name in names or is_link(path):
                found[path.relative_to(directory).as_posix()] = path
    return dict(sorted(found.items()))


def folders_in(directory: Path) -> list[str]:
    """Every folder under ``directory`` by its path in it, a folder before those in it.

    Raises:
        OSError: A folder in it cannot be read.
    """
    found: list[str] = []
    for where, folders, _ in _walk(directory):
        real = [where / name for name in folders if not is_link(where / name)]
        found += [folder.relative_to(directory).as_posix() for folder in real]
    return sorted(found)


def _walk(directory: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Each folder with the names of those in it and of its files; links are not followed."""
    if not os.path.lexists(directory):
        return
    for top, folders, names in os.walk(directory, onerror=_fail):
        where = directory.__class__(top)
        yield where, [*folders], names
        folders[:] = [name for name in folders if not is_link(where / name)]


def _fail(fault: OSError) -> None:
    raise fault


def hash_of(path: Path) -> str | None:
    """The SHA-256 of a file; nothing for a link, or where there is no file.

    Raises:
        OSError: It cannot be read.
    """
    if is_link(path) or not path.is_file():
        return None
    return digest(path)


def same(path: Path, other: Path) -> bool:
    """Whether two files, or two links, are the same."""
    if is_link(path) or is_link(other):
        return is_link(path) and is_link(other) and path.readlink() == other.readlink()
    return path.samefile(other) or hash_of(path) == hash_of(other)


def changed(directory: Path, known: manifest.Manifest) -> list[str]:
    """The files that ``known`` knows and that became something else; deleted ones do not count."""
    return [
        path
        for path, filed in known.files.items()
        if os.path.lexists(directory / path) and hash_of(directory / path) != filed.sha256
    ]


def exchange(directory: Path, disk: Disk, check: Callable[[Path], None]) -> None:
    """Put what stands ready at NEW into the place of ``directory``.

    Args:
        directory: The folder; it may not exist yet.
        disk: The door to the disk.
        check: Looks at the old folder once nobody can reach it under its name; what it raises
            stops the exchange.

    Raises:
        OSError: The disk failed; the folder is as it was.
    """
    aside = Aside.of(directory)
    if directory.exists():
        try:
            _put_aside(directory, aside.old, disk)
            check(aside.old)
            disk.move(aside.new, directory)
        except BaseException:  # a person who interrupts finds the folder in its place, too
            if is_away(directory):
                disk.move(aside.old, directory)
            raise
    else:
        disk.move(aside.new, directory)
    with suppress(OSError):  # done; the next run removes what is left
        disk.settle(directory.parent)
        remove_tree(aside.old, disk)


def _put_aside(directory: Path, old: Path, disk: Disk) -> None:
    try:
        disk.move(directory, old)
    except PermissionError:
        for path in files_in(directory).values():
            disk.free(path)  # tells which of them is held
        raise


def is_away(directory: Path) -> bool:
    """Whether a run is just renaming ``directory``, or was cut off between the two renames."""
    return not directory.exists() and Aside.of(directory).old.exists()


def recover(directory: Path, disk: Disk) -> Recovered:
    """Finish or undo what a run that was cut off left beside ``directory``.

    Raises:
        ProtectedWorkError: What it left holds work that is nowhere else.
        OSError: The disk failed; a later call goes on from there.
    """
    aside = Aside.of(directory)
    found = _found(directory, aside)
    if aside.trial.exists():
        disk.remove(aside.trial)
    if aside.old.exists():
        if not directory.exists():
            disk.move(aside.old, directory)
        elif aside.new.exists() or _only_in(aside.old, directory):
            raise _unsure(directory, plain(aside.old))
        remove_tree(aside.old, disk)
    remove_tree(aside.new, disk)
    return found


def _found(directory: Path, aside: Aside) -> Recovered:
    """How far the run came that left what stands beside ``directory``."""
    if aside.old.exists() and directory.exists():
        return Recovered.AFTER
    return Recovered.BEFORE if aside.old.exists() or aside.new.exists() else Recovered.NOTHING


def _unsure(directory: Path, old: Path) -> ProtectedWorkError:
    hint = Words(
        f"Xem thư mục {old}: chép những gì cần giữ ra nơi khác, xóa thư mục đó rồi chạy lại.",
        f"Look into {old}: copy what you need elsewhere, delete that folder, then run again.",
    )
    problem = ProtectedWorkError.at(
        plain(directory),
        "lần chạy trước bị ngắt giữa chừng; bản cũ của thư mục còn giữ ở bên cạnh",
        "an earlier run was cut off; the former folder is still kept beside this one",
        hint=hint,
    )
    return ProtectedWorkError(*problem.problems)


def _only_in(old: Path, directory: Path) -> bool:
    """Whether ``old`` holds a person's file whose content ``directory`` does not hold as well."""
    known = _files_known(old)
    theirs = {
        hash_of(path)
        for name, path in files_in(old).items()
        if name not in OWN and not is_link(path) and hash_of(path) != known.get(name)
    }
    return bool(theirs) and not theirs <= {hash_of(path) for path in files_in(directory).values()}


def _files_known(directory: Path) -> dict[str, str]:
    """The hash of each file by the manifest of ``directory``; none where it cannot be read."""
    try:
        known = remembered(directory)
    except DocgenError:
        return {}
    return {name: filed.sha256 for name, filed in known.files.items()} if known else {}


def remove_tree(directory: Path, disk: Disk) -> None:
    """Remove ``directory`` with all in it; its manifest after them, for it tells what may go."""
    if not directory.exists():
        return
    known = _files_known(directory)
    files = files_in(directory)
    last = [files.pop(name) for name in (manifest.COPY, manifest.NAME) if name in files]
    for name in sorted(files, key=known.__contains__):
        disk.remove(files[name])
    for path in last:
        disk.remove(path)
    for folder in reversed(folders_in(directory)):
        disk.remove(directory / folder)
    disk.remove(directory)
