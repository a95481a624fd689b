"""What stands in the folder: how far each item of the dossier has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.errors import DocgenError
from docgen.guidance.completeness import Place, Wanted, places
from docgen.papers.covers import Bound, item_title, lacks
from docgen.papers.gaps import marks_in
from docgen.papers.phrases import phrase
from docgen.word.wording import paragraphs
from docgen.workflows import following, scanning, unused
from docgen.workflows.desk import Desk, Order
from docgen.workflows.following import seen
from docgen.workflows.form import of_edits
from docgen.workflows.issuing import told_otherwise
from docgen.workflows.opening import load
from docgen.workflows.recalling import record_of
from docgen.workflows.settling import as_found, held
from docgen.workflows.standing import looked_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.guidance.papers import Due
    from docgen.papers.covers import Lack
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.settling import Settled


class PaperState(StrEnum):
    """How far a paper of the folder has come."""

    MISSING = "missing"
    DRAFT = "draft"
    EDITED = "edited"
    NUMBERED = "numbered"
    SIGNED = "signed"


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
class PaperStatus:
    """Một văn bản trong thư mục: its stem, its title, how far it has come."""

    stem: str
    title: str
    state: PaperState


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """Một mục của danh mục hồ sơ: its place in the list, its state, its papers, what it lacks."""

    place: Place
    title: str
    state: ItemState
    papers: tuple[PaperStatus, ...]
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """Where a folder stands.

    Attributes:
        items: The dossier list of the guidance, item by item.
        others: Papers that are in no list.
        remarks: What is odd: files in ``da-ky/`` that fit no paper, or cannot be bound; what the
            record now says otherwise than papers that were issued.
    """

    items: tuple[ItemStatus, ...]
    others: tuple[PaperStatus, ...]
    remarks: tuple[Problem, ...]

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What must be there by now and is not: items, periods, text inside papers."""
        return tuple(lack for item in self.items for lack in item.lacks)

    @property
    def missing(self) -> tuple[ItemStatus, ...]:
        """The items that must be there and are not."""
        return tuple(item for item in self.items if item.state is ItemState.MISSING)


def status(directory: Path, today: date, record: Path | None = None) -> Status:
    """How far each item of the dossier has come in ``directory`` on ``today``.

    Raises:
        DocgenError: it is no folder of docgen's, or its record is not there.
        RecordError: the record cannot be read.
        OutsideError: the disk failed.
    """
    there = looked_at(directory)
    order = Order(record_of(directory, record, there), directory, today)
    desk = Desk.of(order, load(order.file), there)
    dues = desk.dues()
    found = scanning.judged(directory, held(desk.drafter, dues, there))
    there_now = _as_found(desk)
    papers = [_paper(desk, due, there_now.get(due.file_stem), found.papers) for due in dues]
    lacking = lacks(desk.papers, (_bound(paper) for paper in papers if paper.is_there))
    listed = tuple(
        _item(desk.record, place, papers, lacking) for place in places(desk.record, today)
    )
    others = tuple(paper.status for paper in papers if not paper.due.is_listed)
    problems = (problem for fault in found.faults for problem in fault.problems)
    otherwise = told_otherwise(desk, there_now.values())
    behind = following.remarks(order.file, there_now.values())
    strange = unused.remarks(there)
    form = of_edits((one for one in there_now.values() if one.stem not in found.papers), today)
    told = (*there.remarks, *strange, *behind, *found.remarks, *problems)
    remarks = (*told, *otherwise, *form)
    return Status(listed, others, remarks)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper that is due: how far it has come, and what its marks say is missing."""

    due: Due
    status: PaperStatus
    marks: tuple[str, ...] = ()

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


def _paper(desk: Desk, due: Due, found: Settled | None, scans: Collection[str]) -> _Paper:
    title, signed = desk.drafter.named(due).title, due.file_stem in scans
    if found is None:
        state = PaperState.SIGNED if signed else PaperState.MISSING
        return _Paper(due, PaperStatus(due.file_stem, title, state))
    state = PaperState(desk.state_of(found, is_signed=signed).value)
    try:
        marks = () if signed else tuple(marks_in(paragraphs(found.docx, found.path)))
    except DocgenError:  # told when it is to be printed
        marks = (phrase("dossier.unprinted"),)
    return _Paper(due, PaperStatus(due.file_stem, title, state), marks)


def _bound(paper: _Paper) -> Bound:
    return Bound(paper.due, "", 1, 1, paper.marks)


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
