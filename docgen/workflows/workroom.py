"""The work folder: one folder a model, with its record and beside it the folder of its package."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from docgen.errors import DocgenError
from docgen.folder.faults import telling
from docgen.folder.manifest import NAME, Manifest
from docgen.text.slugs import slugs
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS: Final = ("ban-khai.yaml", "ban-khai.yml", "ban-khai.xlsx")
"""What the record of a model is called in its folder, the first there counts."""
PACKAGE: Final = "ho-so"
PROFILES: Final = ("don-vi.yaml", "don-vi.yml", "don-vi.xlsx")
"""What the profile of the unit is called, which the records of new models name."""
_KIND: Final = re.compile(rb"^kind:[ \t]*[\"']?(?:self_managed|linked)\b", re.MULTILINE)
_HEAD: Final = 16_384
"""Bytes of a file in which its kind is looked for."""


@dataclass(frozen=True, slots=True)
class Model:
    """Một mô hình trong thư mục làm việc.

    Attributes:
        id: By which addresses name it: letters, digits, hyphens; none twice.
        name: Its place below the work folder, ``xa-tan-my/to-lien-gia``.
        folder: The folder that is its own.
        record: The file of its record.
        package: The folder of its papers, made when they are first drafted.
    """

    id: str
    name: str
    folder: Path
    record: Path
    package: Path


def models(work: Path) -> list[Model]:
    """Every model of the work folder, by the names of their folders; none where it is not there."""
    found = sorted(_found(work), key=lambda one: one[0].as_posix())
    names = [place.as_posix() for place, _, _ in found]
    return [
        Model(number, name, record.parent, record, package)
        for number, name, (_, record, package) in zip(slugs(names), names, found, strict=True)
    ]


def open_folder(work: Path) -> None:
    """Have the work folder there, and see that it can be written.

    Raises:
        OutsideError: it cannot.
    """
    with telling(work):
        work.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=work):
            pass


def profile_in(work: Path) -> Path | None:
    """The profile of the unit in a work folder, if there is one."""
    return next((work / name for name in PROFILES if (work / name).is_file()), None)


def _found(work: Path) -> Iterator[tuple[Path, Path, Path]]:
    """Where each model is below ``work``, its record, its package."""
    for folder in _seen(work).folders:
        inside = _seen(work / folder)
        yield from _in(work / folder, inside, work)
        if not inside.is_package and inside.record is None:
            for below in inside.folders:
                place = work / folder / below
                yield from _in(place, _seen(place), work)
    for record in _loose(work):
        yield record.relative_to(work).with_suffix(""), record, record.with_suffix("")


class _Seen(Value):
    """What a folder holds, by names: its folders, its record, whether it is a package."""

    folders: list[str]
    record: str | None = None
    is_package: bool = False


def _seen(folder: Path) -> _Seen:
    """What ``folder`` holds, looked at once; nothing where it cannot be read."""
    with suppress(OSError), os.scandir(folder) as found:
        entries = {one.name: one for one in found if not one.name.startswith(".")}
        record = next((name for name in RECORDS if name in entries), None)
        folders = sorted(name for name, one in entries.items() if one.is_dir())
        return _Seen(folders, record, NAME in entries)
    return _Seen([])


def _in(folder: Path, inside: _Seen, work: Path) -> Iterator[tuple[Path, Path, Path]]:
    if inside.is_package:
        told = _told(folder)
        beside = told is not None and told.stem == folder.name and told.parent == work
        if told is not None and not beside:
            yield folder.relative_to(work), told, folder
    elif inside.record is not None:
        yield folder.relative_to(work), folder / inside.record, folder / PACKAGE


def _told(package: Path) -> Path | None:
    """The record that a package names, where it is a file below the same work folder."""
    with suppress(DocgenError, OSError):
        named = Manifest.from_json((package / NAME).read_bytes()).record_file
        record = Path(package / named).resolve()
        if named and record.is_file() and record.is_relative_to(package.parent.resolve()):
            return record
    return None


def _loose(work: Path) -> Iterator[Path]:
    """Records in YAML that stand in the work folder itself, as commands leave them."""
    with suppress(OSError):
        for file in sorted(work.iterdir()):
            if file.suffix in (".yaml", ".yml") and file.is_file() and _KIND.search(_head(file)):
                yield file


def _head(file: Path) -> bytes:
    with file.open("rb") as told:
        return told.read(_HEAD)
