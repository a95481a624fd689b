"""One row of the models: how far one is, its class, what is due; kept until its files change."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from docgen import __version__
from docgen.errors import NO_WORDS, Problem, Words
from docgen.folder.manifest import NAME

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.workflows.workroom import Model

_FILE: Final = "tong-quan.json"
_DRAWER: Final = ".docgen"
DAYS: Final = 90
"""How far what is due is told ahead, and back."""
_WATCHED: Final = ("van-ban", "van-ban/phu", "da-ky")
"""Folders of a package in which persons change files: who saves one gives its folder a new time."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """Một hạn, as the calendar has it.

    Attributes:
        day: Its last day.
        what: What is due.
        model: What papers call the model.
        who: Who has to do it, and ``to`` to whom it goes.
        to: See ``who``.
        clause: The clause of the guidance.
        custom: Whether the day is practice, and not the guidance's own.
        key: What tells it from all others and from none of its later versions.
    """

    day: date
    what: Words
    model: str
    who: str
    to: str
    clause: str
    custom: bool
    key: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Một mô hình nhìn một dòng.

    Attributes:
        title: The name of the model, as its record tells it.
        kind: ``self_managed`` or ``linked``.
        have: How many of the items that the dossier must have by now it has; of ``needed``.
        needed: How many it must have; 0 where that is not known.
        rated: Its class, empty where it is not rated.
        dues: What is due, late things first; somewhat further ahead than it is shown.
        waits: What to do next, and ``place``, where that is done below the model's address.
        place: See ``waits``.
        fault: Why its record cannot be read.
        until: The last day on which this holds, files unchanged.
        profile: The profile that its record names.
        errors: How many errors keep its record from being drafted.
        names: Everything in its record that has a name, by which it is found.
    """

    title: str
    kind: str = ""
    have: int = 0
    needed: int = 0
    rated: str = ""
    dues: tuple[DueRow, ...] = ()
    waits: Words = NO_WORDS
    place: str = ""
    fault: Problem | None = None
    until: date = date.max
    profile: str = ""
    errors: int = 0
    names: tuple[str, ...] = ()

    def late(self, today: date) -> bool:
        """Whether something of it is late."""
        return any(due.day < today for due in self.due_by(today))

    def due_by(self, today: date) -> tuple[DueRow, ...]:
        """What is late on ``today``, then what is due in the days after it."""
        return tuple(due for due in self.dues if abs((due.day - today).days) <= DAYS)


def kept(model: Model, today: date) -> Overview | None:
    """How ``model`` stands, as it was kept; nothing where its files have changed since."""
    try:
        told = json.loads(_file(model).read_text("utf-8"))
        found = _thawed(told["row"])
        same = told["of"] == signature(model, found.profile)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return found if same and today <= found.until else None


def keep(model: Model, row: Overview) -> None:
    """Keep ``row`` for the next time; where the folder cannot be written, it is made anew then."""
    if row.fault is not None:
        return
    told = {"of": signature(model, row.profile), "row": asdict(row)}
    with suppress(OSError):
        file = _file(model)
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(".moi")
        beside.write_text(json.dumps(told, ensure_ascii=False, default=date.isoformat), "utf-8")
        beside.replace(file)


def _file(model: Model) -> Path:
    return model.folder / _DRAWER / model.record.name / _FILE


def _thawed(row: dict[str, Any]) -> Overview:
    """The row that a file tells.

    Raises:
        TypeError, ValueError, KeyError: it is none.
    """
    return replace(
        Overview(**row),
        dues=tuple(_due(one) for one in row["dues"]),
        waits=Words(*row["waits"]),
        until=date.fromisoformat(row["until"]),
        names=tuple(row["names"]),
        fault=None,
    )


def _due(told: dict[str, Any]) -> DueRow:
    return DueRow(**{**told, "day": date.fromisoformat(told["day"]), "what": Words(*told["what"])})


def signature(model: Model, profile: str = "") -> str:
    """By what the state of a model's files is known: names, times, sizes of all that counts."""
    folder, package = str(model.folder), str(model.package)
    drawer = f"{folder}/{_DRAWER}/{model.record.name}"
    files = [str(model.record), f"{package}/{NAME}", f"{drawer}/ban-nhap.json"]
    files += [f"{package}/{name}" for name in _WATCHED]
    if profile:
        files.append(profile)
    return " ".join([__version__, *map(_stamp, files)])


def _stamp(file: str) -> str:
    try:
        found = os.stat(file)  # noqa: PTH116 - a page asks thousands
    except OSError:
        return "-"
    return f"{found.st_mtime_ns}:{found.st_size}"
