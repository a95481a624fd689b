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
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from docgen.dossier import manifest
from docgen.errors import DocgenError, ProtectedWorkError, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.dossier.disk import Disk


class Aside(NamedTuple):
    """The two places beside a folder; named so briefly that they exist wherever it can."""

    new: Path
    old: Path

    @classmethod
    def of(cls, directory: Path) -> Aside:
        """The places beside ``directory``."""
        mark = hashlib.sha256(directory.name.encode(errors="surrogateescape")).hexdigest()[:8]
        return cls(
            directory.with_name(f".docgen-{mark}-moi"), directory.with_name(f".docgen-{mark}-cu")
        )


def files_in(directory: Path) -> dict[str, Path]:
    """Every file under ``directory`` by its path in it (with ``/``), in order; links as files."""
    found = {}
    for top, folders, names in os.walk(directory):
        where = directory.__class__(top)
        links = [name for name in folders if (where / name).is_symlink()]
        for name in [*names, *links]:
            found[(where / name).relative_to(directory).as_posix()] = where / name
    return dict(sorted(found.items()))


def folders_in(directory: Path) -> list[str]:
    """Every folder under ``directory`` by its path in it, a folder before those in it."""
    found: list[str] = []
    for top, folders, _ in os.walk(directory):
        where = directory.__class__(top)
        real = [where / name for name in folders if not (where / name).is_symlink()]
        found += [folder.relative_to(directory).as_posix() for folder in real]
    return sorted(found)


def hash_of(path: Path) -> str | None:
    """The SHA-256 of a file; nothing for a link, or where there is no file."""
    if path.is_symlink() or not path.is_file():
        return None
    return manifest.sha256(path.read_bytes())


def same(one: Path, other: Path) -> bool:
    """Whether two files, or two links, are the same."""
    if one.is_symlink() or other.is_symlink():
        return one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
    return one.samefile(other) or hash_of(one) == hash_of(other)


def remembered(directory: Path) -> manifest.Manifest | None:
    """The manifest of ``directory``; nothing where there is none.

    Raises:
        DocgenError: It is damaged.
    """
    path = directory / manifest.NAME
    return manifest.Manifest.from_json(path.read_bytes(), path) if path.is_file() else None


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
        disk.move(directory, aside.old)
        try:
            check(aside.old)
            disk.move(aside.new, directory)
        except (OSError, DocgenError):
            disk.move(aside.old, directory)
            raise
    else:
        disk.move(aside.new, directory)
    with suppress(OSError):  # done; the next run removes what is left
        disk.settle(directory.parent)
        remove_tree(aside.old, disk)


def recover(directory: Path, disk: Disk) -> None:
    """Finish or undo what a run that was cut off left beside ``directory``.

    Raises:
        ProtectedWorkError: What it left holds work that is nowhere else.
        OSError: The disk failed; a later call goes on from there.
    """
    aside = Aside.of(directory)
    if aside.old.exists():
        if not directory.exists():
            disk.move(aside.old, directory)
        elif aside.new.exists() or _only_in(aside.old, directory):
            raise _unsure(directory, aside.old)
        remove_tree(aside.old, disk)
    remove_tree(aside.new, disk)


def _unsure(directory: Path, old: Path) -> ProtectedWorkError:
    hint = Words(
        f"Xem thư mục {old}: chép những gì cần giữ ra nơi khác, xóa thư mục đó rồi chạy lại.",
        f"Look into {old}: copy what you need elsewhere, delete that folder, then run again.",
    )
    problem = ProtectedWorkError.at(
        directory,
        "lần chạy trước bị ngắt giữa chừng; bản cũ của thư mục còn giữ ở bên cạnh",
        "an earlier run was cut off; the former folder is still kept beside this one",
        hint=hint,
    )
    return ProtectedWorkError(*problem.problems)


def _only_in(old: Path, directory: Path) -> bool:
    """Whether ``old`` holds a person's file that ``directory`` does not hold as well."""
    known = _files_known(old)
    return any(
        hash_of(path) != known.get(name) and hash_of(path) != hash_of(directory / name)
        for name, path in files_in(old).items()
        if name != manifest.NAME and not path.is_symlink()
    )


def _files_known(directory: Path) -> dict[str, str]:
    """The hash of each file by the manifest of ``directory``; none where it cannot be read."""
    try:
        known = remembered(directory)
    except DocgenError:
        return {}
    return {name: filed.sha256 for name, filed in known.files.items()} if known else {}


def remove_tree(directory: Path, disk: Disk) -> None:
    """Remove ``directory`` with all in it; its manifest last, for it tells what may go."""
    if not directory.exists():
        return
    known = _files_known(directory)
    files = files_in(directory)
    last = files.pop(manifest.NAME, None)
    for name in sorted(files, key=known.__contains__):
        disk.remove(files[name])
    for folder in reversed(folders_in(directory)):
        disk.remove(directory / folder)
    if last is not None:
        disk.remove(last)
    disk.remove(directory)
