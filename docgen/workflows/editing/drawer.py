"""The drawer of the desk: what it keeps of a record beside it, in ``.docgen/``.

Values that the record cannot hold yet, the file as it was before each change, and what waits to be
chosen where two have changed it. Nothing of it is needed to read the record.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from hashlib import sha256
from threading import get_ident
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.errors import Words
from docgen.folder.faults import telling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FOLDER = ".docgen"
STEPS_BACK = 50
"""Changes that can be undone."""
_VERSIONS = 80
_DRAFTS, _UNDO, _WAITING = "ban-nhap.json", "hoan-tac.json", "xung-dot.json"
_REVISION = re.compile("[0-9a-f]{16}")


class StepBack(NamedTuple):
    """A change that can be undone: the states before and after it, and what it was."""

    before: str
    after: str
    what: Words
    drafts: dict[str, str]


class Waiting(NamedTuple):
    """What a page would have saved, had the file not changed since it was opened.

    ``base`` is the state of the file then, ``texts`` and ``shown`` what the page sent.
    """

    base: str
    texts: list[tuple[str, str]]
    shown: Mapping[str, Sequence[int]]
    step: str


class Drawer(NamedTuple):
    """What the desk keeps of one record."""

    folder: Path

    @classmethod
    def of(cls, file: Path) -> Drawer:
        """The drawer of the record in ``file``."""
        return cls(file.parent / FOLDER / file.name)

    def drafts(self) -> dict[str, str]:
        """What was typed and could not be written, by the names of the fields."""
        told = self._read(_DRAFTS)
        return {str(name): str(text) for name, text in told.items()} if _is_map(told) else {}

    def keep_drafts(self, drafts: Mapping[str, str]) -> None:
        """Keep ``drafts`` in place of those before."""
        self._write(_DRAFTS, dict(drafts)) if drafts else self._remove(_DRAFTS)

    def version(self, revision: str) -> bytes | None:
        """The file as it was at ``revision``, where that is kept."""
        if not _REVISION.fullmatch(revision):
            return None
        with suppress(OSError):
            data = (self.folder / revision).read_bytes()
            if sha256(data).hexdigest().startswith(revision):
                return data
        return None

    def keep_version(self, revision: str, data: bytes) -> None:
        """Keep the file as it is at ``revision``; the oldest states go."""
        path = self.folder / revision
        if path.exists():
            return
        self._put(path, data)
        kept = [one for one in self.folder.iterdir() if _REVISION.fullmatch(one.name)]
        needed = {step.before for step in self.steps_back()} | {revision}
        for old in sorted(kept, key=lambda one: one.stat().st_mtime)[:-_VERSIONS]:
            if old.name not in needed:
                old.unlink(missing_ok=True)

    def steps_back(self) -> list[StepBack]:
        """What can be undone, the last change last."""
        told = self._read(_UNDO)
        steps = told if isinstance(told, list) else []
        with suppress(TypeError, KeyError, ValueError):
            return [
                StepBack(one["before"], one["after"], Words(*one["what"]), dict(one["drafts"]))
                for one in steps
            ]
        return []

    def keep_steps_back(self, steps: Sequence[StepBack]) -> None:
        """Keep the last of ``steps``."""
        self._write(_UNDO, [step._asdict() for step in steps[-STEPS_BACK:]])

    def waiting(self) -> Waiting | None:
        """What waits to be chosen."""
        told = self._read(_WAITING)
        with suppress(TypeError, KeyError, ValueError):
            texts = [(str(name), str(text)) for name, text in told["texts"]]
            return Waiting(str(told["base"]), texts, dict(told["shown"]), str(told["step"]))
        return None

    def keep_waiting(self, waiting: Waiting | None) -> None:
        """Keep what waits to be chosen; ``None`` for nothing."""
        self._write(_WAITING, waiting._asdict()) if waiting else self._remove(_WAITING)

    def _read(self, name: str) -> Any:  # noqa: ANN401 - what the file tells
        try:
            return json.loads((self.folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _write(self, name: str, told: object) -> None:
        self._put(self.folder / name, json.dumps(told, ensure_ascii=False, indent=1).encode())

    def _put(self, path: Path, data: bytes) -> None:
        beside = path.with_name(f".{path.name}.{get_ident()}.moi")  # two pages may be asked at once
        with telling(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            beside.replace(path)

    def _remove(self, name: str) -> None:
        with telling(self.folder):
            (self.folder / name).unlink(missing_ok=True)


def _is_map(told: object) -> bool:
    return isinstance(told, dict)
