"""The folder of a package on disk: written whole or not at all, a person's work never lost."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from docgen.errors import DocgenError, OutsideError, Place, Problem, ProtectedWorkError, Words
from docgen.folder import swap
from docgen.folder.disk import digest as digest_of
from docgen.folder.disk import read as read_file
from docgen.folder.faults import telling
from docgen.folder.location import (
    DISK,
    make_above,
    real_place,
    remove_empty,
    see_unlocked,
    telling_in,
)
from docgen.folder.manifest import COPY, NAME, Manifest, sha256
from docgen.folder.memory import OWN, remembered
from docgen.folder.names import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from docgen.folder.disk import Disk
    from docgen.folder.swap import Recovered

T = TypeVar("T")
SIGNED = "da-ky"
_NOTHING: Mapping[str, str] = MappingProxyType({})
LEFT_BY_SYSTEMS = frozenset({".ds_store", "desktop.ini", "thumbs.db"})
_EDITED = Words(
    "tệp đã được sửa bằng tay sau khi docgen tạo ra",
    "the file was changed by hand after docgen had made it",
)
_TAKEN = Words(
    "tệp này không do docgen tạo mà trùng tên với giấy tờ sắp tạo",
    "docgen did not make this file, and a paper about to be made has its name",
)
_STRANGE = Words(
    "thư mục đã có tệp không do docgen tạo", "the folder has files that docgen did not make"
)
_HINT_FILE = Words(
    "Chép tệp ra nơi khác rồi xóa ở đây, hoặc làm hồ sơ vào thư mục khác (-o).",
    "Copy the file elsewhere and delete it here, or make the package in another folder (-o).",
)
_AWAY = Words(
    "thư mục đang được thay, hoặc lần chạy trước bị ngắt đúng lúc thay",
    "the folder is being replaced, or a run was cut off while replacing it",
)
_HINT_AWAY = Words(
    "Chạy lại lệnh soạn hoặc docgen bundle với thư mục này: docgen tự khôi phục.",
    "Run the drafting command or docgen bundle on this folder again: docgen restores it.",
)
_HINT_FOLDER = Words(
    "Chọn thư mục trống hoặc thư mục chưa có (-o).", "Choose an empty or a new folder (-o)."
)


def read(directory: Path) -> Manifest | None:
    """What the folder ``directory`` remembers; nothing where docgen never wrote it.

    Raises:
        DocgenError: Its manifest is damaged, and no paper is there.
        OutsideError: The disk failed, or a run that was cut off left the folder aside.
    """
    with telling_in(directory):
        real = real_place(directory)
        if swap.is_away(real):
            raise OutsideError.at(directory, *_AWAY, hint=_HINT_AWAY)
        return remembered(real)


def content(directory: Path, path: str) -> bytes | None:
    """What stands in the file at ``path`` (with ``/``) of the folder; nothing where none is.

    Raises:
        OutsideError: The disk failed.
    """
    return _of_file(directory, path, read_file)


def digest(directory: Path, path: str) -> str | None:
    """The SHA-256 of what :func:`content` gives, which is not kept in memory; raises as that."""
    return _of_file(directory, path, digest_of)


def _of_file(directory: Path, path: str, look: Callable[[Path], T]) -> T | None:
    with telling(Path(directory) / path):
        file = real_place(directory) / path
        return look(file) if file.is_file() else None


def names(directory: Path, folder: str) -> list[str]:
    """The paths of the files that stand in the subfolder ``folder`` itself, in order.

    The package itself is the folder "".

    Raises:
        OutsideError: The disk failed.
    """
    home = Path(directory) / folder
    with telling(home):
        real = real_place(directory) / folder
        found = sorted(one.name for one in real.iterdir() if one.is_file()) if real.is_dir() else []
    return [f"{folder}/{name}" if folder else name for name in found]


def recover(directory: Path, disk: Disk = DISK) -> Recovered:
    """Finish or undo what a run that was cut off left beside ``directory``; call it first.

    Returns:
        What became of that run.

    Raises:
        ProtectedWorkError: What it left holds work that is nowhere else.
        OutsideError: The disk failed.
    """
    with telling_in(directory):
        return swap.recover(real_place(directory), disk)


def guard(directory: Path, coming: Iterable[str] = (), seen: Mapping[str, str] = _NOTHING) -> None:
    """See that writing a package to ``directory`` destroys nothing that a person made.

    Args:
        directory: The folder; it need not exist.
        coming: Paths in it that are about to be written.
        seen: Files that were changed by hand and are taken care of, each with the hash it had.

    Raises:
        ProtectedWorkError: Files were changed by hand (each is named), stand where papers are
            to come, or the folder is not one of docgen's.
        OutsideError: The disk failed.
    """
    with telling_in(directory):
        problems = list(_endangered(real_place(directory), Path(directory), coming, seen))
    if problems:
        raise ProtectedWorkError(*problems)


def _endangered(
    real: Path, shown: Path, coming: Iterable[str], seen: Mapping[str, str]
) -> Iterator[Problem]:
    try:
        known = remembered(real)
    except DocgenError as fault:
        yield from fault.problems
        return
    files = swap.files_in(real)
    if known is None:
        if any(Path(name).name.lower() not in LEFT_BY_SYSTEMS for name in files):
            yield Problem(Place(str(shown)), _STRANGE, _HINT_FOLDER)
        return
    for name in swap.changed(real, known):
        if name in seen and swap.hash_of(real / name) == seen[name]:
            continue
        yield Problem(Place(str(shown / name)), _EDITED, _HINT_FILE)
    strangers = files.keys() - known.files.keys() - OWN
    for name in sorted(strangers & _with_folders(coming)):
        yield Problem(Place(str(shown / name)), _TAKEN, _HINT_FILE)


def _with_folders(names: Iterable[str]) -> set[str]:
    paths = [PurePosixPath(name) for name in names]
    return {str(place) for path in paths for place in (path, *path.parents)}


def write(
    directory: Path,
    files: Mapping[str, bytes],
    manifest: Manifest,
    disk: Disk = DISK,
    seen: Mapping[str, str] = _NOTHING,
) -> None:
    """Make ``directory`` hold ``files``, the manifest, and what persons put there.

    The folder is afterwards as before or as wanted, never in between. Files that the former
    manifest knows and that are not among ``files`` go; all others stay.

    Args:
        directory: The folder; it and those above it are made where they do not exist.
        files: Content by path in the folder, with ``/``.
        manifest: What the folder shall remember; knows each of ``files`` by its hash.
        disk: The door to the disk.
        seen: Files that were changed by hand and are taken care of, each with the hash it had.

    Raises:
        ProtectedWorkError: It would destroy a person's work, see :func:`guard`.
        OutsideError: The disk failed; nothing is left behind.
        ValueError: A path is not portable, or the manifest does not fit the files.
    """
    _check(files, manifest)
    with telling_in(directory):
        real = real_place(directory)
        swap.recover(real, disk)
        made = make_above(real, disk)
        new = swap.Aside.of(real).new
        try:
            guard(directory, files, seen)
            see_unlocked(real, manifest)
            _build(new, real, files, manifest, disk)
            guard(directory, files, seen)
            swap.exchange(
                real, disk, lambda old: _last_look(old, new, files, directory, seen, disk)
            )
        except BaseException:
            _undo(new, made, disk)
            raise


def _check(files: Mapping[str, bytes], manifest: Manifest) -> None:
    if bad := refused([*files, *OWN]):
        raise ValueError(f"not portable, or twice the same on Windows: {bad}")
    hashes = {path: filed.sha256 for path, filed in manifest.files.items()}
    if hashes != {path: sha256(data) for path, data in files.items()}:
        raise ValueError("the manifest does not fit the files")


def _undo(new: Path, made: list[Path], disk: Disk) -> None:
    with suppress(OSError):
        swap.remove_tree(new, disk)
    remove_empty(made, disk)


def _build(
    new: Path, real: Path, files: Mapping[str, bytes], manifest: Manifest, disk: Disk
) -> None:
    """Make the whole folder at ``new`` and bring it to the disk."""
    _make_like(real, new, disk)
    for folder in sorted(_with_folders([*files, COPY]) - {*files, COPY, "."} | {SIGNED}):
        _make_like(real / folder, new / folder, disk)
    written: list[Path] = []
    for name, data in files.items():
        if swap.hash_of(real / name) == manifest.files[name].sha256:
            disk.keep(real / name, new / name)
        else:
            disk.write(new / name, data)
            written.append(new / name)
    _carry(real, new, files, disk)
    for name in (COPY, NAME):
        disk.write(new / name, manifest.to_json())
        written.append(new / name)
    disk.flush(written)
    for folder in (*swap.folders_in(new), "."):
        disk.settle(new / folder)


def _make_like(old: Path, new: Path, disk: Disk) -> None:
    """Make the folder ``new``, open to the same people as ``old`` where there is one."""
    disk.make(new)
    if old.is_dir():
        shutil.copymode(old, new)


def _carry(old: Path, new: Path, files: Mapping[str, bytes], disk: Disk) -> None:
    """Carry into ``new`` all of ``old`` that docgen did not make, where it is not there yet."""
    known = remembered(old)
    ours = {*OWN, *files, *(known.files if known else ())}
    theirs = {name: path for name, path in swap.files_in(old).items() if name not in ours}
    wanted = _with_folders(theirs) | set(swap.folders_in(old)) - _with_folders(ours)
    for folder in sorted(wanted - theirs.keys()):
        if not (new / folder).is_dir():
            _make_like(old / folder, new / folder, disk)
    for name, path in theirs.items():
        target = new / name
        if os.path.lexists(target) and swap.same(path, target):
            continue
        if os.path.lexists(target):
            disk.remove(target)
        disk.keep(path, target)


def _last_look(
    old: Path,
    new: Path,
    files: Mapping[str, bytes],
    shown: Path,
    seen: Mapping[str, str],
    disk: Disk,
) -> None:
    """See that nothing came or changed while the package was made; carry what came."""
    problems = list(_endangered(old, Path(shown), files, seen))
    if problems:
        raise ProtectedWorkError(*problems)
    _carry(old, new, files, disk)
