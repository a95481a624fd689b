"""Each deed of a batch, done for one record that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from docgen.batches.deeds import APART, BUNDLE, CHECK, RATE, RENEW, STATUS
from docgen.errors import Place, Problem, Severity, Words
from docgen.folder.manifest import NAME
from docgen.workflows import bundling, packaging, rating, rating_papers, renewing
from docgen.workflows.desk import Order, Step
from docgen.workflows.status import status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.batches.task import Task
    from docgen.record.loading import Loaded
    from docgen.workflows.desk import Package
    from docgen.workflows.examining import Findings


class Done(NamedTuple):
    """What came of a deed: what is to be told of it, and what it found."""

    problems: tuple[Problem, ...]
    found: tuple[Words, ...] = ()


class Known(NamedTuple):
    """A record as it was read, and the findings about it."""

    loaded: Loaded
    findings: Findings


def perform(task: Task, known: Known) -> Done:
    """What ``task`` asks, done for its record.

    Raises:
        DocgenError: as the command of that name.
    """
    return _DEEDS.get(task.how.deed, _step)(task, known)


def place_in(results: Path, place: str, deed: str) -> Path:
    """The folder of the results of ``deed`` for the record at ``place``."""
    return results / APART[deed] / place if deed in APART else results / place


def _check(_: Task, known: Known) -> Done:
    return Done(known.findings.problems)


def _step(task: Task, known: Known) -> Done:
    step = Step(task.how.deed, task.how.part)
    return _told(packaging.package(_order(task, known), step, _silent))


def _renew(task: Task, known: Known) -> Done:
    return _told(renewing.renew(_order(task, known), _silent))


def _bundle(task: Task, known: Known) -> Done:
    made = bundling.bundle(_order(task, known), _silent, complete=task.how.complete)
    return Done(_told(made).problems, tuple(Words(one, one) for one in made.missing))


def _told(made: Package) -> Done:
    return Done((*made.findings.problems, *made.remarks))


def _status(task: Task, known: Known) -> Done:
    there = status(task.dossier, task.how.drafted, task.record, known.loaded)
    lacks = tuple(Words(lack.text, lack.text) for lack in there.lacks)
    return Done((*known.findings.problems, *there.remarks), lacks)


def _rate(task: Task, known: Known) -> Done:
    """The class by the record and, where there is one, the dossier; the sheet and its report."""
    how = task.how
    dossier = task.dossier if (task.dossier / NAME).is_file() else None
    asked = rating.Asked((task.record,), how.drafted, how.part, dossier)
    rated = rating.rated(known.loaded, task.record, asked)
    wish = rating_papers.Wish(task.folder, how.appraise, how.printer, how.templates)
    rating_papers.papers([rated], how.drafted, wish, _silent)
    name, period = rated.rating.name, rated.rating.period
    found = Words(f"{period}: {name.vi}", f"{period}: {name.en}")
    if rated.is_rated:
        return Done((*known.findings.problems, *rated.remarks), (found,))
    missing = Problem(Place(known.loaded.file), found, _SEE_RATE, Severity.ERROR)
    return Done((*known.findings.problems, *rated.remarks, missing), (found,))


_SEE_RATE: Final = Words(
    "Xem từng tiêu chí còn thiếu gì: docgen rate.", "See what is missing: docgen rate."
)


def _order(task: Task, known: Known) -> Order:
    how = task.how
    return Order(task.record, task.folder, how.drafted, how.printer, how.templates, known)


def _silent(_: Words) -> None:
    """A batch shows the progress of all, not of each."""


_DEEDS: Final[dict[str, Callable[[Task, Known], Done]]] = {
    CHECK: _check,
    STATUS: _status,
    RATE: _rate,
    RENEW: _renew,
    BUNDLE: _bundle,
}
