"""What a folder remembers of itself, also where its manifest is lost: hashes decide, then names."""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.folder.disk import read
from docgen.folder.manifest import COPY, NAME, UNKNOWN, FileEntry, Manifest, Recall, sha256
from docgen.folder.names import is_portable
from docgen.folder.reach import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

BASES = ".docgen/goc.zip"
"""The renders under the Word files, against which edits by hand are told."""
WORD, PRINTS = "van-ban", "pdf"
DOSSIER = "ho-so.pdf"
OFFERED, SNAPSHOTS = "moi/", "ban-khai/"
"""Renders laid beside a file, and what the record told, among the renders."""
OWN = frozenset({NAME, COPY})
"""What the folder writes about itself."""
_PAPER = (
    rf"{WORD}/(?:(?:\d\d|phu|ban-ky)[-/][A-Za-z0-9/-]+|[a-z]+(?:-[a-z]+)+-\d{{4}}(?:-H[12])?(?:-\d\d)?)"
    r"\.docx"
)
"""A paper of a dossier by its item; one over many models (ratings) by its period and a count."""
_ENDS = {WORD: ".docx", PRINTS: ".pdf"}
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError, OSError, RuntimeError, ValueError),
)
"""What zipfile raises on one kind or another of damage."""
_NOTHING_LEFT = Manifest("", "", (), date.min, {}, {}, recall=Recall.PIECES)


def remembered(directory: Path) -> Manifest | None:
    """What ``directory`` remembers; nothing where no sign of docgen's work is in it.

    A manifest that is missing or damaged is told by its copy; without one by what can be read of
    both, by the renders, and by the names of files: those are all taken as changed by hand.

    Raises:
        DocgenError: A manifest is there that cannot be read, and no paper.
        OSError: The disk failed.
    """
    path, copy = directory / NAME, directory / COPY
    own, other = _content(path), _content(copy)
    if own is None and other is None and not _has_papers(directory):
        return None
    try:
        return _filled(Manifest.from_json(own or b"", plain(path)), directory)
    except DocgenError:
        told = _copied(other) or _pieced(directory, own, other)
        if told is None:
            raise
        return told


def _filled(told: Manifest, directory: Path) -> Manifest:
    """``told``, where it knows files at all or there are none.

    Raises:
        DocgenError: it was emptied.
    """
    if not told.files and _has_papers(directory):
        raise DocgenError
    return told


def _content(path: Path) -> bytes | None:
    return read(path) if path.is_file() else None


def _copied(data: bytes | None) -> Manifest | None:
    with suppress(DocgenError):
        told = Manifest.from_json(data or b"")
        return told.changed(recall=Recall.COPY) if told.files else None
    return None


def _pieced(directory: Path, *told: bytes | None) -> Manifest | None:
    """What is left of the manifests, and every other file that docgen may have made."""
    left = [Manifest.of_pieces(data) for data in told if data]
    best = max(left, key=lambda one: len(one.files), default=_NOTHING_LEFT)
    if not best.files and not _has_papers(directory):
        return None
    files = {**dict.fromkeys(_names(directory), _NAMED), **best.files}
    for path, render in _renders(directory).items():
        if path in files and files[path].base == UNKNOWN:
            files[path] = _over(sha256(render), files[path])
    return best.changed(files=MappingProxyType(files))


_NAMED = FileEntry(UNKNOWN, base=UNKNOWN, issued=UNKNOWN)


def _over(render: str, filed: FileEntry) -> FileEntry:
    """What is known of a file, and that it was made from the render of that hash."""
    if filed.sha256 in (UNKNOWN, render):
        return filed.changed(sha256=render, base="")
    return filed.changed(base=render)


def _renders(directory: Path) -> Mapping[str, bytes]:
    return unpacked(_content(directory / BASES) or b"")


def unpacked(packed: bytes) -> dict[str, bytes]:
    """What can be read of the renders; what is damaged counts as lost."""
    found: dict[str, bytes] = {}
    with suppress(*_DAMAGED), zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for name in archive.namelist():
            with suppress(*_DAMAGED):
                found[name] = archive.read(name)
    return found


def _has_papers(directory: Path) -> bool:
    """Whether it has renders, or a file that is called as papers of docgen are."""
    if (directory / BASES).is_file():
        return True
    return any(re.fullmatch(_PAPER, path) for path in _below(directory / WORD, ".docx", directory))


def _names(directory: Path) -> Iterator[str]:
    """Files that stand where docgen puts papers, prints and dossiers; the renders."""
    if (directory / BASES).is_file():
        yield BASES
    for home in [directory, *_folders(directory)]:
        if (home / DOSSIER).is_file():
            yield (home / DOSSIER).relative_to(directory).as_posix()
        for name, end in _ENDS.items():
            yield from _below(home / name, end, directory)


def _folders(directory: Path) -> list[Path]:
    """The folders in it, one of which may be a member unit's."""
    if not directory.is_dir():
        return []
    with os.scandir(directory) as every:
        names = sorted(one.name for one in every if one.is_dir(follow_symlinks=False))
    return [home for name in names if not ((home := directory / name) / NAME).exists()]


def _below(home: Path, end: str, directory: Path) -> Iterator[str]:
    for top, _, names in os.walk(home):
        for name in sorted(names):
            path = (home.__class__(top) / name).relative_to(directory).as_posix()
            if name.endswith(end) and not name.startswith("~$") and is_portable(path):
                yield path
