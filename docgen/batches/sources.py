"""The records that a batch is asked for, and where the result of each goes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docgen.errors import DocgenError, RecordError, Words
from docgen.folder.faults import telling
from docgen.folder.names import is_portable
from docgen.record.files.file import FORMATS, WORKBOOK
from docgen.record.province import is_province
from docgen.text.slugs import slug
from docgen.workflows.opening import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.province import ModelRow

_OWNER: Final = "~$"
"""How Excel begins the name of the file that says who has a workbook open."""
_LONGEST: Final = 60
_NO_UNIT, _NO_NAME = "chua-ro-don-vi", "mo-hinh"


@dataclass(frozen=True, slots=True)
class Entry:
    """Một bản khai, and its place below the folder of the results, with ``/``.

    Attributes:
        record: Its file; for a row of a workbook the file that the work shall write it to.
        place: Its place.
        row: The row.
        problems: Of a workbook of many models: what is wrong with none of them; no work then.
    """

    record: Path
    place: str
    row: ModelRow | None = None
    problems: tuple[Problem, ...] = ()


def entries(sources: Iterable[Path], results: Path) -> list[Entry]:
    """The records of ``sources``, files as they are and folders walked, each once, by place.

    A workbook of many models is a record for each of its rows.

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
    named = sorted(_opened(told.values()), key=lambda one: (one.place.casefold(), str(one.record)))
    taken: set[str] = set()
    placed = (replace(one, place=_free(one.place, taken)) for one in named)
    return [_beside(one, results) if one.row else one for one in placed]


def _opened(told: Iterable[Entry]) -> Iterator[Entry]:
    """Each record, and in place of a workbook of many models each of its rows."""
    for one in told:
        if one.record.suffix.lower() != WORKBOOK:
            yield one
            continue
        with telling(one.record):
            data = one.record.read_bytes()
        yield from _of_many(one, data) if is_province(data) else (one,)


def _of_many(one: Entry, data: bytes) -> Iterator[Entry]:
    try:
        found = rows_of(data, str(one.record))
    except DocgenError as fault:
        yield replace(one, problems=fault.problems)
        return
    if found.problems:
        yield replace(one, problems=found.problems)
    names = Counter(map(_named, found.models))
    for row in found.models:
        unit, model = _named(row)
        tail = f"-{slug(row.scope)}" if names[unit, model] > 1 and row.scope else ""
        yield Entry(one.record, f"{unit}/{f'{model}{tail}'[:_LONGEST].strip('-')}", row)


def _named(row: ModelRow) -> tuple[str, str]:
    """The folders of a row: its unit, itself; short enough for any system."""
    unit, model = slug(row.unit) or _NO_UNIT, slug(row.model) or _NO_NAME
    return unit[:_LONGEST].strip("-"), model[:_LONGEST].strip("-")


def _beside(one: Entry, results: Path) -> Entry:
    """Where the record of a row is kept: beside the folder of its dossier."""
    return replace(one, record=results / f"{one.place}.yaml")


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
