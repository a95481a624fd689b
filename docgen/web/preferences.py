"""What a user chose, kept for the next time: work folder, language, look; nothing of a model."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("vi", "en")
LOOKS: Final = ("auto", "light", "dark")
_NAME: Final = "desk.json"
_RECENT: Final = 5


@dataclass(frozen=True, slots=True)
class Preferences:
    """What was chosen; ``recent`` are the work folders used before, the last first."""

    work: Path
    language: str = "vi"
    look: str = "auto"
    recent: tuple[str, ...] = ()


def keeping_file() -> Path:
    """Where choices are kept: with the user's own settings of this machine."""
    home = os.environ.get("APPDATA") or os.environ.get("XDG_CONFIG_HOME")
    return (Path(home) if home else Path.home() / ".config") / "docgen" / _NAME


def first_work() -> Path:
    """The work folder before one is chosen: ``docgen`` among the user's documents."""
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.home()) / "docgen"


def kept(file: Path | None) -> Preferences:
    """What was chosen last; a file that is missing or damaged counts as nothing chosen."""
    told: object = None
    with suppress(OSError, ValueError):
        told = json.loads(file.read_text("utf-8")) if file else None
    values = told if isinstance(told, dict) else {}
    recent = values.get("recent")
    recent = (
        tuple(one for one in recent if isinstance(one, str)) if isinstance(recent, list) else ()
    )
    return Preferences(
        Path(recent[0]) if recent else first_work(),
        _one_of(values.get("language"), LANGUAGES),
        _one_of(values.get("look"), LOOKS),
        recent,
    )


def keep(file: Path | None, work: Path, language: str, look: str) -> None:
    """Keep what is chosen now; where that cannot be written, it holds for this run."""
    if file is None:
        return
    others = (one for one in kept(file).recent if one != str(work))
    recent = [str(work), *others][:_RECENT]
    told = {"recent": recent, "language": language, "look": look}
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".moi")
        beside.write_text(json.dumps(told, ensure_ascii=False, indent=2), "utf-8")
        beside.replace(file)


def _one_of(told: object, known: tuple[str, ...]) -> str:
    return told if isinstance(told, str) and told in known else known[0]
