"""What is done for one record, in a process of its own, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from docgen.batches.deeds import BUNDLE, CHECK, State
from docgen.batches.dependence import key_of
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
from docgen.workflows import bundling, examining, opening, packaging
from docgen.workflows.desk import Order, Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class How:
    """What is to be done for every record, and by which options; they decide the result.

    Attributes:
        deed: One of :data:`docgen.batches.deeds.DEEDS`.
        drafted: The day of drafting.
        part: The part of the record that a step is about; all, where none is named.
        printer: As for a single record.
        templates: A folder of templates before the shipped ones.
    """

    deed: str
    drafted: date
    part: str = ""
    printer: str = "auto"
    templates: Path | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One record: its file, the folder of its result, its place below all results, what to do."""

    record: Path
    folder: Path
    place: str
    how: How


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended for the record at ``place``, and all that is to be told of it.

    ``profile`` is the file of the profile that the record names, where it names one; ``key`` is
    what a result that is done depends on, as it was before the work began.
    """

    place: str
    state: State
    problems: tuple[Problem, ...] = ()
    profile: str = ""
    key: str = ""

    @property
    def errors(self) -> list[Problem]:
        """What is to be mended; warnings are left to who looks at the record alone."""
        return [one for one in self.problems if one.severity is Severity.ERROR]


def do(task: Task) -> Outcome:
    """Do ``task``; whatever is wrong with its record is told, and stops nothing else."""
    deed = _DEEDS.get(task.how.deed, _step)
    try:
        profile = opening.load(task.record).profile
        key = key_of(task, profile)
        problems = deed(task)
    except DocgenError as fault:
        return Outcome(task.place, _state_of(fault), fault.problems)
    except OSError as fault:
        what = Words(
            f"đĩa hoặc chương trình bên ngoài hỏng: {fault.strerror}",
            f"the disk or an outside program failed: {fault.strerror}",
        )
        place = Place(str(fault.filename or task.record))
        return Outcome(task.place, State.FAILED, (Problem(place, what),))
    outcome = Outcome(task.place, State.DONE, problems, profile, key)
    return replace(outcome, state=State.PROBLEMS) if outcome.errors else outcome


def _state_of(fault: DocgenError) -> State:
    if isinstance(fault, ProtectedWorkError):
        return State.PROTECTED
    outside = isinstance(fault, OutsideError | MissingToolError)
    return State.FAILED if outside else State.PROBLEMS


def _check(task: Task) -> tuple[Problem, ...]:
    return examining.examine(task.record, task.how.drafted).problems


def _step(task: Task) -> tuple[Problem, ...]:
    made = packaging.package(_order(task), Step(task.how.deed, task.how.part), _silent)
    return (*made.findings.problems, *made.remarks)


def _bundle(task: Task) -> tuple[Problem, ...]:
    return bundling.bundle(_order(task), _silent).remarks


def _order(task: Task) -> Order:
    how = task.how
    return Order(task.record, task.folder, how.drafted, how.printer, how.templates)


def _silent(_: Words) -> None:
    """A batch shows the progress of all, not of each."""


_DEEDS: Final[dict[str, Callable[[Task], tuple[Problem, ...]]]] = {CHECK: _check, BUNDLE: _bundle}
