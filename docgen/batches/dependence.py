"""What a result depends on, as one short key: the same key, the same result."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import docgen
from docgen import __version__
from docgen.folder.faults import telling
from docgen.word.filling.templates import shipped_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.batches.task import How, Task

_OURS: Final = Path(docgen.__file__).parent
_DATA: Final = {".yaml", ".json"}


def key_of(task: Task, profile: str) -> str:
    """The key of what ``task`` gives: of its record, the options, templates, data and version.

    Args:
        task: What is to be done.
        profile: The profile that the record names, "" where it names none.

    Raises:
        OutsideError: a file cannot be read.
    """
    told = [task.record, *([Path(profile)] if profile else [])]
    return _digest(*_content(told), _common(task.how))


@cache
def _common(how: How) -> str:
    """What is the same for every record of a run."""
    options = [how.deed, how.drafted.isoformat(), how.part, how.printer, str(how.templates or "")]
    templates = [folder for folder in (how.templates, shipped_folder()) if folder is not None]
    return _digest(
        __version__,
        json.dumps(options),
        *(line for folder in templates for line in _content(sorted(folder.glob("*.docx")))),
        *_content(path for path in sorted(_OURS.rglob("*")) if path.suffix in _DATA),
    )


def _content(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        with telling(file):
            yield f"{file.name} {sha256(file.read_bytes()).hexdigest()}"


def _digest(*lines: str) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()
