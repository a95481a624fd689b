"""The reports of surveys and appraisals over many models: one for each body, from one look."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from docgen.batches.deeds import State
from docgen.batches.task import Outcome, Task, read
from docgen.errors import DocgenError, Words
from docgen.text.slugs import slug
from docgen.workflows.rating_papers import Wish
from docgen.workflows.reviewing import PAPERS, review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from docgen.batches.facts import Summed
    from docgen.batches.task import How
    from docgen.papers.life.reviews import Surveyed

_LONGEST: Final = 60
_FOLDERS: Final = dict(zip(PAPERS, ("khao-sat", "tham-dinh"), strict=True))


@dataclass(frozen=True, slots=True)
class Report(Task):
    """Một báo cáo: its record is the first of the models that it is over.

    Attributes:
        paper: One of :data:`docgen.workflows.reviewing.PAPERS`.
        period: The period.
        every: What it says of each model, by place.
    """

    paper: str = ""
    period: str = ""
    every: tuple[Surveyed, ...] = field(default=(), repr=False)


def reports(
    found: Iterable[Summed], tasks: Mapping[str, Task], folder: Path, how: How
) -> Iterator[Report]:
    """Each report that the models found make up, and the folder below ``folder`` it goes to."""
    groups: defaultdict[tuple[str, ...], list[Summed]] = defaultdict(list)
    for one in found:
        for paper in PAPERS if one.reviewers else ():
            groups[paper, *one.reviewers.of(paper)].append(one)  # type: ignore[union-attr]
    taken: set[str] = set()
    for (paper, period, *_, body), own in sorted(groups.items()):
        name = slug(body)[:_LONGEST].strip("-") or "khac"
        place = _free(f"{_FOLDERS[paper]}/{period}/{name}", taken)
        first = tasks[own[0].place]
        said = tuple(one.surveyed for one in own if one.surveyed)
        yield Report(
            *(first.record, folder / place, place, how, folder / place, first.row),
            paper=paper,
            period=period,
            every=said,
        )


def _free(place: str, taken: set[str]) -> str:
    """``place``, or the first free number of it: two bodies may be called alike."""
    free, number = place, 1
    while free in taken:
        number += 1
        free = f"{place}-{number}"
    taken.add(free)
    return free


def write(task: Task) -> Outcome:
    """Draft one report; a fault of it stops no other."""
    assert isinstance(task, Report)  # noqa: S101 - only reports come here
    how = task.how
    try:
        loaded, _ = read(task)
        wish = Wish(task.folder, printer=how.printer, templates=how.templates)
        review(task.paper, loaded, task.period, task.every, how.drafted, wish, _silent)
    except DocgenError as fault:
        return Outcome.of_fault(task.place, fault)
    return Outcome(task.place, State.DONE)


def _silent(_: Words) -> None:
    """A summary shows the progress of all, not of each."""
