"""A task that goes to a machine without our folders: its files with it, what it made back.

On that machine all files stand as they do here, seen from each other, in a folder that is removed
afterwards; messages name the places of this machine.
"""

from __future__ import annotations

import os
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docgen.batches.dependence import profile_of, state_of
from docgen.errors import OutsideError, Words
from docgen.folder import contents
from docgen.folder.faults import telling
from docgen.folder.manifest import COPY, NAME, Manifest, sha256
from docgen.folder.memory import OWN
from docgen.folder.swap import files_in
from docgen.workflows.keeping import rewritten, write_new

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from docgen.batches.task import Outcome, Task
    from docgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Parcel:
    """A task on its way: what is to be done, every file that it needs by its place under ``home``.

    Attributes:
        task: As on this machine.
        deed: Does it.
        home: The folder that holds all files of the task on this machine.
        files: Each file by its path from there, with ``/``.
    """

    task: Task
    deed: Callable[[Task], Outcome]
    home: str
    files: Mapping[str, bytes] = field(repr=False)

    def seen(self, path: Path) -> str:
        """``path`` of this machine, from ``home``."""
        return Path(os.path.relpath(path.absolute(), self.home)).as_posix()

    @property
    def folder(self) -> str:
        """Where the results of the task stand, from ``home``."""
        return self.seen(self.task.folder)


@dataclass(frozen=True, slots=True)
class Return:
    """What comes back: how the task ended, the files of its folder, its record as it is now."""

    outcome: Outcome
    files: Mapping[str, bytes] = field(repr=False)
    record: bytes | None = field(repr=False)


def packed(task: Task, deed: Callable[[Task], Outcome]) -> Parcel:
    """The task with all that it reads: record, profile, templates, what stands in its folders.

    Raises:
        OutsideError: the disk failed, or its files are on several disks.
    """
    profile = profile_of(task.record)
    templates = task.how.templates
    alone = [path for path in (task.record, profile) if path is not None and path.is_file()]
    trees = [path for path in (task.folder, task.dossier, templates) if path is not None]
    try:
        home = os.path.commonpath([one.absolute().parent for one in (*alone, *trees)])
    except ValueError:
        raise OutsideError.at(task.record, *_SCATTERED) from None
    found = Parcel(task, deed, home, {})
    files: dict[str, bytes] = {}
    for path in (*alone, *(file for tree in trees for file in files_in(tree).values())):
        with telling(path):
            files[found.seen(path)] = path.read_bytes()
    return replace(found, files=files)


def opened(parcel: Parcel) -> Return:
    """The task done where ``parcel`` arrived."""
    with TemporaryDirectory(prefix="docgen-") as top:
        home = Path(top).resolve()
        for path, data in parcel.files.items():
            write_new(home / path, data)
        outcome = parcel.deed(_moved(parcel, home))
        folder = home / parcel.folder
        made = {path: file.read_bytes() for path, file in files_in(folder).items()}
        record = home / parcel.seen(parcel.task.record)
        told = record.read_bytes() if record.is_file() else None
        return Return(_told_here(outcome, parcel, home), made, told)


def _moved(parcel: Parcel, home: Path) -> Task:
    task = parcel.task
    templates = task.how.templates
    how = replace(task.how, templates=templates and home / parcel.seen(templates))
    return replace(
        task,
        record=home / parcel.seen(task.record),
        folder=home / parcel.folder,
        dossier=home / parcel.seen(task.dossier),
        how=how,
    )


def _told_here(outcome: Outcome, parcel: Parcel, home: Path) -> Outcome:
    """The outcome with places of the machine that asked."""
    problems = tuple(_here(one, parcel, home) for one in outcome.problems)
    profile = outcome.profile and _path_here(outcome.profile, parcel, home)
    return replace(outcome, problems=problems, profile=profile)


def _here(problem: Problem, parcel: Parcel, home: Path) -> Problem:
    place = replace(problem.place, file=_path_here(problem.place.file, parcel, home))
    return replace(problem, place=place)


def _path_here(path: str, parcel: Parcel, home: Path) -> str:
    if not Path(path).is_relative_to(home):
        return path
    known = {parcel.seen(one): str(one) for one in (parcel.task.record, parcel.task.folder)}
    below = Path(path).relative_to(home).as_posix()
    return known.get(below) or str(Path(parcel.home) / below)


def unpacked(asked: Future[Return], task: Task, parcel: Parcel) -> Future[Outcome]:
    """The outcome once ``asked`` has ended and what it made stands in the folder of the task."""
    told: Future[Outcome] = Future()

    def take(ended: Future[Return]) -> None:
        try:
            found = ended.result()
            _keep_record(found, task, parcel)
            _keep(found, task, parcel)
            told.set_result(replace(found.outcome, left=state_of(task.folder)))
        except BaseException as fault:  # noqa: BLE001 - for who asks for it
            told.set_exception(fault)

    asked.add_done_callback(take)
    return told


def _keep_record(found: Return, task: Task, parcel: Parcel) -> None:
    """Write the record where the work changed it; raises as :func:`_keep`."""
    sent = parcel.files.get(parcel.seen(task.record))
    if found.record is None or found.record == sent:
        return
    if sent is None:
        write_new(task.record, found.record)
        return
    with rewritten(task.record, sent, found.record):
        pass


def _keep(found: Return, task: Task, parcel: Parcel) -> None:
    """Write what was made; a file that a person changed meanwhile stops it.

    Raises:
        ProtectedWorkError: a file is not as it was when the parcel left.
        OutsideError: the disk failed.
    """
    if NAME not in found.files:
        return
    before = dict(_before(parcel))
    if {path: sha256(data) for path, data in found.files.items()} == before:
        return
    known = Manifest.from_json(found.files[NAME], task.folder / NAME)
    made = {path: found.files[path] for path in known.files}
    contents.write(task.folder, made, known, seen=before)
    for path in found.files.keys() - made.keys() - before.keys() - OWN - {NAME, COPY}:
        write_new(task.folder / path, found.files[path])


def _before(parcel: Parcel) -> Iterator[tuple[str, str]]:
    """The files of the folder as they were sent, each with its hash."""
    for path, data in parcel.files.items():
        if path.startswith(f"{parcel.folder}/"):
            yield path.removeprefix(f"{parcel.folder}/"), sha256(data)


_SCATTERED = Words(
    "bản khai và thư mục kết quả ở hai ổ đĩa khác nhau, không gửi đi cùng nhau được",
    "the record and its results are on two disks and cannot be sent together",
)
