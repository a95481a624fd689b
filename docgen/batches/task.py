"""What is done for one record, in a process of its own, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.batches.deeds import CHECK, RATE, State
from docgen.batches.dependence import digest_of, key_of, state_of
from docgen.batches.doing import Known, perform
from docgen.batches.settling import settled
from docgen.errors import (
    DocgenError,
    MissingToolError,
    OutsideError,
    Place,
    Problem,
    ProtectedWorkError,
    Severity,
    Words,
)
from docgen.workflows import examining
from docgen.workflows.desk import sound

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.record.province import ModelRow
    from docgen.workflows.examining import Findings


@dataclass(frozen=True, slots=True)
class How:
    """What is to be done for every record, and by which options; they decide the result.

    Attributes:
        deed: One of :data:`docgen.batches.deeds.DEEDS`.
        drafted: The day of drafting.
        part: The part of the record that a step is about; all, where none is named.
        printer: As for a single record.
        templates: A folder of templates before the shipped ones.
        complete: Refuse a dossier that lacks an item.
        appraise: Draft the report of the appraisal, too.
    """

    deed: str
    drafted: date
    part: str = ""
    printer: str = "auto"
    templates: Path | None = None
    complete: bool = False
    appraise: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One record: its file, what to do, where the result goes.

    Attributes:
        record: The file.
        folder: The folder of the result.
        place: Its place below all results.
        how: What to do.
        dossier: The folder of the model's dossier, which is ``folder`` but for papers apart.
        row: The row of a workbook that ``record`` is written from.
    """

    record: Path
    folder: Path
    place: str
    how: How
    dossier: Path
    row: ModelRow | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended for the record at ``place``, and all that is to be told of it.

    Attributes:
        place: Its place below all results.
        state: How it ended.
        problems: What is to be told of it.
        profile: The file of the profile that the record names, where it names one.
        key: What a result that is done depends on, as it was before the work began.
        left: How the folder of the result stood when the work was done.
        found: What a deed that looks found: a class, what a dossier lacks.
    """

    place: str
    state: State
    problems: tuple[Problem, ...] = ()
    profile: str = ""
    key: str = ""
    left: str = ""
    found: tuple[Words, ...] = ()

    @classmethod
    def of_fault(cls, place: str, fault: DocgenError) -> Outcome:
        """How it ended where ``fault`` stopped it."""
        return cls(place, _state_of(fault), fault.problems)

    @property
    def errors(self) -> list[Problem]:
        """What is to be mended; warnings are left to who looks at the record alone."""
        return [one for one in self.problems if one.severity is Severity.ERROR]


def do(task: Task) -> Outcome:
    """Do ``task``; whatever is wrong with its record is told, and stops nothing else."""
    try:
        return _done(task)
    except DocgenError as fault:
        return Outcome.of_fault(task.place, fault)
    except OSError as fault:
        what = Words(
            f"đĩa hoặc chương trình bên ngoài hỏng: {fault.strerror}",
            f"the disk or an outside program failed: {fault.strerror}",
        )
        place = Place(str(fault.filename or task.record))
        return Outcome(task.place, State.FAILED, (Problem(place, what),))


def _done(task: Task) -> Outcome:
    known = Known(*_read(task))
    digest = digest_of(task, known.loaded.profile) if task.row else known.loaded.sha256
    key = key_of(task, digest)
    if task.how.deed == RATE:
        sound(known.findings)
    done = perform(task, known)
    outcome = Outcome(
        task.place,
        State.DONE,
        done.problems,
        known.loaded.profile,
        key,
        state_of(task.folder),
        done.found,
    )
    return replace(outcome, state=State.PROBLEMS) if outcome.errors else outcome


def read(task: Task) -> tuple[Loaded, Findings]:
    """The record as its file or its row tells it; raises as ``read_whole``."""
    if task.row is not None:
        return examining.read_row(task.row, task.how.drafted)
    return examining.read_whole(task.record, task.how.drafted)


def _read(task: Task) -> tuple[Loaded, Findings]:
    """The record; one of a row is written to its file where papers are to be made from it."""
    told = read(task)
    if task.row is None or task.how.deed == CHECK:
        return told
    sound(told[1])
    if settled(task.record, task.row, told[0]):
        return told
    return examining.read_whole(task.record, task.how.drafted)


def _state_of(fault: DocgenError) -> State:
    if isinstance(fault, ProtectedWorkError):
        return State.PROTECTED
    outside = isinstance(fault, OutsideError | MissingToolError)
    return State.FAILED if outside else State.PROBLEMS
