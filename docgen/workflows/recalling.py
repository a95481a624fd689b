"""What a folder is the package of: its record and its steps, also where it no longer tells them."""

from __future__ import annotations

from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, ProtectedWorkError, Words
from docgen.folder.memory import WORD
from docgen.guidance.papers import RATE, due, papers
from docgen.record.files.snapshot import key_of, snapshot
from docgen.record.sections import parts_of
from docgen.workflows.opening import load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.standing import Standing

_RECORDS = frozenset({".yaml", ".yml", ".xlsx"})
_MOST = 40
"""Files beside a folder that are looked into for its record."""


def record_of(directory: Path, named: Path | None, there: Standing) -> Path:
    """The record from which the folder was made: ``named``, or the one it remembers.

    A folder that no longer tells its record has what it said: a file beside it that says the same
    is the one.

    Raises:
        DocgenError: it is no folder of docgen's, or the record is no longer there.
    """
    if there.known is None:
        raise DocgenError.at(
            directory,
            "thư mục này không do docgen tạo",
            "docgen did not make this folder",
            hint=Words(
                "Chỉ thư mục đã làm bằng docgen establish hoặc lệnh khác (-o).",
                "Name the folder that docgen establish or another command made (-o).",
            ),
        )
    told = there.known.record_file
    found = named or (Path(directory) / told if told else _beside(directory, there))
    if found is None or not found.is_file():
        raise DocgenError.at(
            found or directory,
            "không còn bản khai ở đây" if found else "thư mục không còn ghi bản khai của nó ở đâu",
            "the record is no longer here" if found else "the folder does not tell its record",
            hint=Words("Chỉ bản khai: --record TỆP.", "Name the record: --record FILE."),
        )
    return found


def record_to_write(directory: Path, named: Path | None, there: Standing) -> Path:
    """The record as :func:`record_of`, when it may be written: ``named``, or at the folder.

    That is inside it, or beside it, where an office keeps the record of a package.

    Raises:
        DocgenError: as record_of.
        ProtectedWorkError: the folder remembers a record elsewhere, and nobody named it: a folder
            that came from others must not have files of this machine changed.
    """
    found = record_of(directory, named, there)
    home, real = Path(directory).resolve(), found.resolve()
    if named is not None or real.is_relative_to(home) or real.parent == home.parent:
        return found
    file = normpath(found)
    raise ProtectedWorkError.at(
        file,
        "bản khai không ở trong hay cạnh thư mục hồ sơ nên không tự ghi vào đó",
        "the record is neither in the folder nor beside it and is not written unless it is named",
        hint=Words(
            f'Đúng là bản khai này thì chạy lại, thêm: --record "{file}"',
            f'If this is the record, run again with: --record "{file}"',
        ),
    )


def _beside(directory: Path, there: Standing) -> Path | None:
    """The one file beside the folder that tells what its papers were made from."""
    above = directory.absolute().parent
    every = sorted(file for file in above.iterdir() if file.suffix.lower() in _RECORDS)
    fitting = [file for file in every[:_MOST] if there.snapshots & _key(file)]
    return fitting[0] if len(fitting) == 1 else None


def _key(file: Path) -> set[str]:
    try:
        return {key_of(snapshot(load(file).record))}
    except DocgenError:
        return set()


def steps_seen(record: AnyRecord, known: Collection[str]) -> list[tuple[str, str]]:
    """The steps, each with its part of the record, whose papers are among the files ``known``.

    A paper tells the step of which the most stands there.
    """
    there = {path for path in known if path.startswith(f"{WORD}/")}
    wanted = {step: _paths(record, *step) for step in _steps(record)}
    found: list[tuple[str, str]] = []
    left = set(there)
    by_share = sorted(
        (step for step, paths in wanted.items() if paths & there),
        key=lambda step: (len(wanted[step] & there) / len(wanted[step]), len(wanted[step])),
        reverse=True,
    )
    for step in by_share:
        if wanted[step] & left:
            found.append(step)
            left -= wanted[step]
    return [step for step in wanted if step in found]


def _paths(record: AnyRecord, stage: str, part: str) -> set[str]:
    return {f"{WORD}/{one.file_stem}.docx" for one in due(record, stage, part)}


def _steps(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Every step of a model's life that has papers in its folder, in the order of the data."""
    every = papers(record.kind)
    for stage in dict.fromkeys(stage for paper in every for stage in paper.stages):
        sections = {paper.section for paper in every if stage in paper.stages} - {""}
        parts = [part for section in sorted(sections) for part in parts_of(record, section)]
        if stage != RATE:
            yield from ((stage, part) for part in dict.fromkeys(parts or [""]))
