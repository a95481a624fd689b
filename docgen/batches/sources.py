"""The records that a batch is asked for, and where the result of each goes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docgen.errors import DocgenError, RecordError, Words
from docgen.folder.faults import telling
from docgen.folder.names import is_portable
from docgen.record.files.file import FORMATS
from docgen.text.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_OWNER: Final = "~$"
"""How Excel begins the name of the file that says who has a workbook open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Một bản khai: its file, and its place below the folder of the results, with ``/``."""

    record: Path
    place: str


def entries(sources: Iterable[Path], results: Path) -> list[Entry]:
    """The records of ``sources``, files as they are and folders walked, each once, by place.

    Places mirror the folders, without the endings of files; those that some system would not take
    are spelled plainly, and those alike are numbered.

    Raises:
        RecordError: a source is not there, or names no record.
        OSError: the disk failed.
    """
    told: dict[Path, Entry] = {}
    for source in sources:
        found = list(_below(source, results))
        if not found:
            raise _nothing(source)
        told = {**{one.record.resolve(): one for one in found}, **told}
    named = sorted(told.values(), key=lambda one: (one.place.casefold(), str(one.record)))
    taken: set[str] = set()
    return [replace(one, place=_free(one.place, taken)) for one in named]


def _below(source: Path, results: Path) -> Iterator[Entry]:
    """Each record of ``source``; what an earlier run made is no record."""
    if source.is_file():
        yield Entry(source, _portable(source.stem))
        return
    with telling(source):
        files = sorted(path for path in source.rglob("*") if _may_be_a_record(path))
    own = results.resolve()
    for file in files:
        if own not in file.resolve().parents:
            parts = file.relative_to(source).with_suffix("").parts
            yield Entry(file, "/".join(map(_portable, parts)))


def _may_be_a_record(path: Path) -> bool:
    return (
        path.suffix.lower() in FORMATS
        and not path.name.startswith((_OWNER, "."))
        and path.is_file()
    )


def _portable(name: str) -> str:
    return name if is_portable(name) else slug(name)


def _free(place: str, taken: set[str]) -> str:
    """``place``, or the first free number of it: Windows takes ``A`` and ``a`` for one."""
    free, number = place, 1
    while free.casefold() in taken:
        number += 1
        free = f"{place}-{number}"
    taken.add(free.casefold())
    return free


def _nothing(source: Path) -> DocgenError:
    if not source.exists():
        gone = Words("không có tệp, thư mục này", "there is no such file or folder")
        return RecordError.at(source, gone.vi, gone.en)
    hint = Words(
        "Bản khai là tệp .yaml, .yml hoặc .xlsx.", "A record is a .yaml, .yml or .xlsx file."
    )
    return RecordError.at(source, "không có bản khai nào", "there is no record", hint=hint)
