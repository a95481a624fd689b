"""What stands in the folder: how far each item of the dossier has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.folder.memory import DOSSIER
from docgen.guidance.completeness import Place, Wanted, absent, effect, places
from docgen.papers.covers import Bound, holder, item_title, lacks
from docgen.text.names import first_upper
from docgen.workflows import following, scanning, unfinished, unused
from docgen.workflows.desk import Desk, Order
from docgen.workflows.dossiers import holders
from docgen.workflows.following import seen
from docgen.workflows.form import of_edits
from docgen.workflows.issuing import told_otherwise
from docgen.workflows.opening import load
from docgen.workflows.paper_status import PaperState, PaperStatus, paper_status, scans_of, written
from docgen.workflows.recalling import record_of
from docgen.workflows.settling import as_found, held
from docgen.workflows.standing import looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from docgen.errors import Problem, Words
    from docgen.guidance.papers import Due
    from docgen.papers.covers import Lack
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.settling import Settled


class ItemState(StrEnum):
    """How far an item of the dossier list has come: the least of its papers, or why it has none."""

    NOT_DUE = "not_due"
    UNSURE = "unsure"
    MISSING = "missing"
    DRAFT = "draft"
    EDITED = "edited"
    NUMBERED = "numbered"
    SIGNED = "signed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """Một mục của danh mục hồ sơ: its place in the list, its state, its papers, what it lacks."""

    place: Place
    title: str
    state: ItemState
    papers: tuple[PaperStatus, ...]
    lacks: tuple[Lack, ...] = ()

    @property
    def mandatory(self) -> bool:
        """Whether every dossier must have it."""
        return self.place.item.needed == "always"

    @property
    def reason(self) -> Words:
        """Why it may be absent, where it is made only “nếu có”."""
        return absent(self.place.item)


@dataclass(frozen=True, slots=True)
class DossierStatus:
    """Một hồ sơ PDF: its path in the folder, whose it is, when it was last bound in UTC."""

    path: str
    holder: str
    bound: datetime | None


@dataclass(frozen=True, slots=True)
class Status:
    """Where a folder stands.

    Attributes:
        items: The dossier list of the guidance, item by item.
        others: Papers that are in no list.
        remarks: What is odd: files in ``da-ky/`` that fit no paper, or cannot be bound; what the
            record now says otherwise than papers that were issued.
        record: The file of the record.
        dossiers: The dossiers, one for each that keeps one.
    """

    items: tuple[ItemStatus, ...]
    others: tuple[PaperStatus, ...]
    remarks: tuple[Problem, ...]
    record: Path
    dossiers: tuple[DossierStatus, ...]

    @property
    def papers(self) -> tuple[PaperStatus, ...]:
        """Every paper, those of the list first."""
        return (*(paper for item in self.items for paper in item.papers), *self.others)

    @property
    def effect(self) -> tuple[str, Words]:
        """What the law makes of an incomplete dossier: the clause, and what it says."""
        return effect()

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What must be there by now and is not: items, periods, text inside papers."""
        return tuple(lack for item in self.items for lack in item.lacks)

    @property
    def missing(self) -> tuple[ItemStatus, ...]:
        """The items that must be there and are not."""
        return tuple(item for item in self.items if item.state is ItemState.MISSING)


def status(
    directory: Path, today: date, record: Path | None = None, known: Loaded | None = None
) -> Status:
    """How far each item of the dossier has come in ``directory`` on ``today``.

    ``known`` is what ``record`` tells, where it was read already.

    Raises:
        DocgenError: it is no folder of docgen's, or its record is not there.
        RecordError: the record cannot be read.
        OutsideError: the disk failed.
    """
    there = looked_at(directory)
    order = Order(record_of(directory, record, there), directory, today)
    desk = Desk.of(order, known or load(order.file), there)
    dues = desk.dues()
    found = scanning.judged(directory, held(desk.drafter, dues, there))
    there_now = _as_found(desk)
    otherwise = told_otherwise(desk, there_now.values())
    scans = scans_of(directory, [due.file_stem for due in dues], found)
    papers = [
        _Paper(due, paper_status(desk, due, there_now.get(stem), scans.get(stem), otherwise))
        for due in dues
        for stem in (due.file_stem,)
    ]
    lacking = lacks(desk.papers, (_bound(paper) for paper in papers if paper.is_there))
    listed = tuple(
        _item(desk.record, place, papers, lacking) for place in places(desk.record, today)
    )
    others = tuple(paper.status for paper in papers if not paper.due.is_listed)
    problems = (problem for fault in found.faults for problem in fault.problems)
    behind = following.remarks(order.file, there_now.values())
    open_ = unfinished.remarks(desk, there_now.values())
    strange = unused.remarks(there)
    form = of_edits((one for one in there_now.values() if one.stem not in found.papers), today)
    told = (*there.remarks, *strange, *behind, *open_, *found.remarks, *problems)
    remarks = (*told, *otherwise, *form)
    return Status(listed, others, remarks, order.file, dossiers_in(desk))


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper that is due, and how far it has come."""

    due: Due
    status: PaperStatus

    @property
    def is_there(self) -> bool:
        return self.due.is_listed and self.status.state is not PaperState.MISSING


def _as_found(desk: Desk) -> dict[str, Settled]:
    """The papers that stand in the folder, by their stems."""
    found = {due.file_stem: as_found(desk.drafter, due, desk.standing) for due in desk.dues()}
    return {
        stem: seen(paper, desk.drafter, desk.standing, desk.told)
        for stem, paper in found.items()
        if paper is not None
    }


def _bound(paper: _Paper) -> Bound:
    return Bound(paper.due, "", 1, 1, paper.status.marks)


def dossiers_in(desk: Desk) -> tuple[DossierStatus, ...]:
    """The dossier of every holder, whether it stands in the folder or not."""
    home = desk.standing.directory
    return tuple(
        DossierStatus(
            f"{subfolder}{DOSSIER}",
            first_upper(holder(desk.drafter.for_holder(place).papers).name),
            written(home / subfolder / DOSSIER),
        )
        for place, subfolder in holders(desk.drafter.record).items()
    )


_ORDER = tuple(PaperState)
_WITHOUT = {
    Wanted.NOW: ItemState.MISSING,
    Wanted.UNSURE: ItemState.UNSURE,
    Wanted.LATER: ItemState.NOT_DUE,
    Wanted.IF_ANY: ItemState.NOT_APPLICABLE,
}


def _item(
    record: AnyRecord, place: Place, papers: Iterable[_Paper], lacking: Iterable[Lack]
) -> ItemStatus:
    number = place.item.number
    own = [paper for paper in papers if paper.due.is_listed and paper.due.paper.item == number]
    there = [paper.status.state for paper in own if paper.is_there]
    least = min(there, key=_ORDER.index, default=None)
    state = ItemState(least.value) if least else _WITHOUT[place.wanted]
    told = dict.fromkeys(lack for lack in lacking if lack.item == number)
    statuses = tuple(paper.status for paper in own)
    return ItemStatus(place, item_title(record, number), state, statuses, tuple(told))
