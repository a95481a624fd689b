"""What a package folder remembers about itself: ``manifest.json``, free of personal data."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import date
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from docgen.errors import DocgenError, Words
from docgen.folder.names import is_portable
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "manifest.json"
COPY = ".docgen/manifest.json"
"""The same once more, for a folder that loses the other."""
VERSION = 3
UNKNOWN = "?"
"""Stands for a hash that is lost, and for whether a paper was issued where nobody knows."""
READABLE = frozenset({2, VERSION})
"""The forms that are understood; form 2 did not tell how a paper was issued."""
_FAULTS = (ArithmeticError, AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What a manifest that is something else brings about when it is read."""
_HINT = Words(
    f"Chép lại {NAME} từ bản sao lưu, hoặc làm hồ sơ vào một thư mục khác.",
    f"Bring {NAME} back from a copy, or make the package in another folder.",
)


class State(StrEnum):
    """How far a paper has come in the folder."""

    DRAFT = "draft"
    EDITED = "edited"
    NUMBERED = "numbered"
    SIGNED = "signed"


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data``, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class FileEntry(Value):
    """One file of the folder.

    Attributes:
        sha256: The hash of its bytes when it was written; ``?`` where that is lost.
        item: Number of its item in the guidance's list; nothing for what is in no list.
        paper: Name of the paper in the guidance; "" for what is no paper (the dossier).
        state: How far it has come.
        base: Hash of the render under a Word file that holds a person's words as well; "" where
            the file is the render itself, ``?`` where nobody knows what was under it.
        source: Hash of the Word file that a print is the print of.
        issued: Number and day under which a paper was issued (``45 2026-09-05``), ``signed`` where
            only its signed scan says so; "" for a draft, ``?`` where nobody knows. What is issued
            stays as it is.
        told: Key of the snapshot of the record that the paper was made from.
    """

    sha256: str
    item: int | None = None
    paper: str = ""
    state: State = State.DRAFT
    base: str = ""
    source: str = ""
    issued: str = ""
    told: str = ""

    @property
    def is_issued(self) -> bool:
        """Whether it is known to be issued."""
        return self.issued not in ("", UNKNOWN)


class Recall(Enum):
    """How a folder came to remember what it does."""

    OWN = "own"
    """As it was written."""
    COPY = "copy"
    """The manifest is lost; its copy tells the same."""
    PIECES = "pieces"
    """Both are lost: put together from what is left of them, from renders and names."""
    FOREIGN = "foreign"
    """As pieces, of a manifest in a form that another version of docgen wrote."""


class Manifest(Value):
    """What a folder was made from, and the files that were put into it.

    Attributes:
        tool: Version of docgen.
        record: Hash of the record.
        made: What was made into it, in order: stages of the model's life, each with the part of
            the record it is about (``establish``, ``report 2026-H1``).
        day: The day of drafting.
        templates: Hash of each template, by its name.
        files: What is known of each file, by its path in the folder (with ``/``).
        record_file: Where the record stands, seen from the folder (with ``/``).
        recall: How it came to be known.
    """

    tool: str
    record: str
    made: tuple[str, ...]
    day: date
    templates: Mapping[str, str]
    files: Mapping[str, FileEntry]
    record_file: str = ""
    recall: Recall = Recall.OWN

    @property
    def is_whole(self) -> bool:
        """Whether it is what docgen once wrote, all of it."""
        return self.recall in (Recall.OWN, Recall.COPY)

    def to_json(self) -> bytes:
        """The manifest as it is written: UTF-8, keys in order, the same bytes every time."""
        value = {
            "version": VERSION,
            "tool": self.tool,
            "record": self.record,
            "record_file": self.record_file,
            "made": list(self.made),
            "day": self.day.isoformat(),
            "templates": dict(sorted(self.templates.items())),
            "files": {path: _described(self.files[path]) for path in sorted(self.files)},
        }
        return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()

    @classmethod
    def from_json(cls, data: bytes, place: object = NAME) -> Manifest:
        """The manifest written in ``data``.

        Args:
            data: What stands in the file.
            place: The file, for messages.

        Raises:
            DocgenError: It is damaged, or a newer docgen wrote it.
        """
        try:
            value = json.loads(data)
            version = int(value["version"])
            read = _read(value) if version in READABLE else None
        except _FAULTS as fault:
            _refuse(place, "tệp bị hỏng, không đọc được", "the file is damaged", fault)
        if read is None:
            _refuse(
                place,
                f"tệp do phiên bản docgen khác tạo (dạng {version}), bản này không đọc được",
                f"another version of docgen wrote this file (form {version})",
            )
        return read

    @classmethod
    def of_pieces(cls, data: bytes) -> Manifest:
        """What can still be read of a manifest that is cut, damaged or of another form."""
        value = _parsed(data)
        files = value.get("files")
        rows = files.items() if isinstance(files, dict) else ()
        made = value.get("made")
        steps = made if isinstance(made, list) else ()
        texts = {name: value.get(name) for name in ("tool", "record", "record_file")}
        return cls(
            **{name: text if isinstance(text, str) else "" for name, text in texts.items()},
            made=tuple(step for step in steps if isinstance(step, str) and step),
            day=date.min,
            templates=MappingProxyType({}),
            files=MappingProxyType({path: e for path, row in rows if (e := _piece(path, row))}),
            recall=Recall.FOREIGN if _is_foreign(value) else Recall.PIECES,
        )


def _parsed(data: bytes) -> dict[str, Any]:
    """The object in ``data``; of one that is cut, what comes before the cut."""
    for text in (data, data[: data.rfind(b"},") + 1] + b"}}"):
        with suppress(*_FAULTS):
            value = json.loads(text)
            if isinstance(value, dict):
                return value
    return {}


def _is_foreign(value: dict[str, Any]) -> bool:
    version = value.get("version")
    return isinstance(version, int) and version not in READABLE


def _piece(path: object, row: object) -> FileEntry | None:
    """An entry, where it can be read; of another form the hashes alone.

    The hash of a Word file alone does not tell whether it holds words of a person's.
    """
    if not isinstance(path, str) or not is_portable(path) or not isinstance(row, dict):
        return None
    with suppress(*_FAULTS):
        return _filed(row, VERSION)
    told: dict[str, Any] = {name: text for name in _TEXTS if isinstance(text := row.get(name), str)}
    hashed = row.get("sha256")
    if not isinstance(hashed, str) or not hashed:
        return None
    unsure = FileEntry(hashed, base=UNKNOWN if path.endswith(".docx") else "", issued=UNKNOWN)
    return unsure.changed(**told)


def _refuse(place: object, vi: str, en: str, cause: Exception | None = None) -> NoReturn:
    raise DocgenError.at(place, vi, en, hint=_HINT) from cause


def _described(filed: FileEntry) -> dict[str, Any]:
    told = {name: getattr(filed, name) for name in _TEXTS if getattr(filed, name)}
    return {
        "sha256": filed.sha256,
        "item": filed.item,
        "paper": filed.paper,
        "state": filed.state.value,
        **told,
    }


_TEXTS = ("base", "source", "issued", "told")
_ISSUED = frozenset({State.NUMBERED, State.SIGNED})
"""How form 2 told that a paper was issued."""


def _read(value: dict[str, Any]) -> Manifest:
    return Manifest(
        tool=_string(value["tool"]),
        record=_string(value["record"]),
        record_file=_string(value["record_file"]),
        made=tuple(_string(stage) for stage in value["made"]),
        day=date.fromisoformat(value["day"]),
        templates=MappingProxyType({k: _string(v) for k, v in value["templates"].items()}),
        files=MappingProxyType(
            {_path(k): _filed(v, value["version"]) for k, v in value["files"].items()}
        ),
    )


def _filed(value: dict[str, Any], version: int) -> FileEntry:
    item = value["item"]
    state = State(value["state"])
    told = {name: _string(value.get(name, "")) for name in _TEXTS}
    if version < VERSION and state in _ISSUED:
        told["issued"] = state.value
    return FileEntry(
        sha256=_string(value["sha256"]),
        item=None if item is None else int(item),
        paper=_string(value["paper"]),
        state=state,
        **told,
    )


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _path(value: str) -> str:
    """A path inside the folder: a manifest may not speak of files elsewhere."""
    if not is_portable(value):
        raise ValueError(value)
    return value
