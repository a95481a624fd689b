"""What drafting the founding papers would do in a folder, told before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import Severity
from docgen.guidance.papers import ESTABLISH
from docgen.papers.covers import paper_title
from docgen.workflows.desk import Desk, Order, Step
from docgen.workflows.examining import read_whole
from docgen.workflows.settling import as_found
from docgen.workflows.standing import looked_at

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.workflows.examining import Findings
    from docgen.workflows.settling import Settled


@dataclass(frozen=True, slots=True)
class Planned:
    """What would come of drafting.

    Attributes:
        count: How many papers the folder would have.
        new: The titles of those that it has not yet, each kind once.
        kept: Those that are issued and stay as they are.
        edited: Those that a person changed: merged, or both versions kept.
        findings: What the record leaves in doubt or blank.
    """

    count: int
    new: tuple[str, ...]
    kept: tuple[str, ...]
    edited: tuple[str, ...]
    findings: Findings

    @property
    def allowed(self) -> bool:
        """Whether nothing in the record stops the work."""
        return all(one.severity is not Severity.ERROR for one in self.findings.problems)


def planned(record: Path, folder: Path, today: date) -> Planned:
    """What drafting the founding papers of ``record`` into ``folder`` would do.

    Raises:
        RecordError: the record cannot be read.
        OutsideError: the disk failed.
    """
    loaded, findings = read_whole(record, today)
    there = looked_at(folder)
    desk = Desk.of(Order(record, folder, today), loaded, there, Step(ESTABLISH))
    dues = desk.dues()
    titles = {due.file_stem: paper_title(desk.papers.sheet(due), many=True) for due in dues}
    held = [one for due in dues if (one := as_found(desk.drafter, due, there)) is not None]
    known = {one.stem for one in held}
    return Planned(
        len(dues),
        tuple(dict.fromkeys(title for stem, title in titles.items() if stem not in known)),
        _titles(titles, [one for one in held if one.is_issued]),
        _titles(titles, [one for one in held if one.is_edited and not one.is_issued]),
        findings,
    )


def _titles(titles: dict[str, str], papers: list[Settled]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(titles[one.stem] for one in papers))
