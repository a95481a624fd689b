"""The folder of a package watched: whether a person has changed anything there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.folder import contents
from docgen.folder.contents import LEFT_BY_SYSTEMS, SIGNED
from docgen.folder.manifest import NAME, State, sha256
from docgen.folder.memory import PRINTS, WORD
from docgen.scans.matching import papers_for

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.folder.manifest import Manifest

_LOCK_FILES = ("~$", "._", ".~lock")


@dataclass(frozen=True, slots=True)
class Seen:
    """How a folder stands.

    Attributes:
        token: The same for as long as no file of papers, prints or scans changes.
        changed: The files that were changed by hand, or scans that came, since it was last bound.
    """

    token: str
    changed: tuple[str, ...]


def seen(folder: Path) -> Seen:
    """How ``folder`` stands at this moment; opens no more than it has to.

    Raises:
        OutsideError: the disk failed.
    """
    known = contents.read(folder)
    if known is None:
        return Seen("", ())
    marks = [
        *(_mark(folder, path) for path in sorted(known.files)),
        *(_mark(folder, path) for path in _scans(folder)),
        _mark(folder, NAME),
    ]
    token = sha256("\n".join(f"{path} {size} {when}" for path, size, when in marks).encode())
    return Seen(token[:16], (*_edited(folder, known), *_new_scans(folder, known)))


def _mark(folder: Path, path: str) -> tuple[str, int, int]:
    try:
        state = (folder / path).stat()
    except OSError:
        return path, -1, 0
    return path, state.st_size, state.st_mtime_ns


def _scans(folder: Path) -> list[str]:
    return [
        path
        for path in contents.names(folder, SIGNED)
        if not path.rpartition("/")[2].startswith(_LOCK_FILES)
        and path.rpartition("/")[2].lower() not in LEFT_BY_SYSTEMS
    ]


def _edited(folder: Path, known: Manifest) -> list[str]:
    """Word files whose print is not of them as they stand."""
    found = []
    for path, filed in known.files.items():
        if not path.startswith(f"{WORD}/") or not path.endswith(".docx"):
            continue
        stem = path.removeprefix(f"{WORD}/").removesuffix(".docx")
        printed = known.files.get(f"{PRINTS}/{stem}.pdf")
        if printed is None:
            continue
        there = contents.content(folder, path)
        if there is not None and sha256(there) not in (printed.source, filed.sha256):
            found.append(path.rpartition("/")[2])
    return found


def _new_scans(folder: Path, known: Manifest) -> list[str]:
    """Scans that came after the dossier was bound, whatever the clock of the camera said."""
    bound = _mark(folder, NAME)[2]
    words = {path: filed for path, filed in known.files.items() if path.endswith(".docx")}
    stems = {path.removeprefix(f"{WORD}/").removesuffix(".docx"): path for path in words}
    found = []
    for path in _scans(folder):
        name = path.rpartition("/")[2]
        of = papers_for(name, stems)
        is_bound = len(of) == 1 and words[stems[of[0]]].state is State.SIGNED
        if of and (not is_bound or _mark(folder, path)[2] > bound):
            found.append(name)
    return found
