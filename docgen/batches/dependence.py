"""What a result depends on, as one short key: the same key, the same result."""

from __future__ import annotations

import json
import os
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import docgen
from docgen import __version__
from docgen.batches.deeds import CHECK, RATE
from docgen.errors import DocgenError
from docgen.folder.faults import telling
from docgen.record.loading import UnfitRecordError
from docgen.word.filling.templates import shipped_folder
from docgen.workflows import opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.batches.task import How, Task

_OURS: Final = Path(docgen.__file__).parent
_DATA: Final = {".yaml", ".json"}


def key_of(task: Task, read: str) -> str:
    """The key of what ``task`` gives: of its record, the options, templates, data and version.

    Args:
        task: What is to be done.
        read: The digest of what is read, as :func:`digest_of` has it.

    Raises:
        OutsideError: a file cannot be read.
    """
    more = [state_of(task.dossier)] if task.how.deed == RATE else []
    return _digest(read, *more, _common(task.how))


def digest_of(task: Task, profile: str) -> str:
    """The digest of the bytes of the record and of its profile, "" where it names none.

    Of a row: of what it tells, and of the file that it was written to, where it was.

    Raises:
        OutsideError: a file cannot be read.
    """
    files = [task.record, *([Path(profile)] if profile else [])]
    told = sha256()
    if task.row is not None:
        files = [task.record] if task.how.deed != CHECK and task.record.is_file() else []
        told.update(task.row.digest.encode())
    for file in files:
        with telling(file):
            told.update(file.read_bytes())
    return told.hexdigest()


def profile_of(record: Path) -> Path | None:
    """The profile that the record names; none where it names none, or cannot be read at all."""
    try:
        named = opening.load(record).profile
    except UnfitRecordError as fault:
        named = fault.rest.profile if fault.rest else ""
    except DocgenError:
        named = ""
    return Path(named) if named else None


def state_of(folder: Path) -> str:
    """How a folder stands: the path, size and time of each file; what changes it changes this.

    It is told in no time, without looking into the files. "" for a folder that is not there.
    """
    lines = sorted(_looks(str(folder), ""))
    return _digest(*lines) if lines else ""


def _looks(folder: str, below: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # told when the work is done
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _looks(entry.path, f"{below}{entry.name}/")
        else:
            seen = entry.stat(follow_symlinks=False)
            yield f"{below}{entry.name} {seen.st_size} {seen.st_mtime_ns}"


@cache
def _common(how: How) -> str:
    """What is the same for every record of a run."""
    options = [how.deed, how.drafted.isoformat(), how.part, how.printer, str(how.templates or "")]
    wishes = [how.complete, how.appraise]
    templates = [folder for folder in (how.templates, shipped_folder()) if folder is not None]
    return _digest(
        __version__,
        json.dumps([*options, *wishes]),
        *(line for folder in templates for line in _content(sorted(folder.glob("*.docx")))),
        *_content(path for path in sorted(_OURS.rglob("*")) if path.suffix in _DATA),
    )


def _content(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        with telling(file):
            yield f"{file.name} {sha256(file.read_bytes()).hexdigest()}"


def _digest(*lines: str) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()
