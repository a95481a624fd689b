"""What stands in the folder: how far each item of the dossier has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.guidance.completeness import Place, Wanted, places
from docgen.papers.covers import item_title
from docgen.scans import inbox
from docgen.workflows.desk import Desk, Order
from docgen.workflows.opening import load
from docgen.workflows.settling import as_found
from docgen.workflows.standing import looked_at, record_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.guidance.papers import Due
    from docgen.record.schema.linked import AnyRecord


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
    """Một mục của danh mục hồ sơ: its place in the list, its state, and its papers."""

    place: Place
    title: str
    state: ItemState
    papers: tuple[PaperStatus, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """Where a folder stands.

    Attributes:
        items: The dossier list of the guidance, item by item.
        others: Papers that are in no list.
        remarks: What is odd: files in ``da-ky/`` that fit no paper.
    """

    items: tuple[ItemStatus, ...]
    others: tuple[PaperStatus, ...]
    remarks: tuple[Problem, ...]

    @property
    def missing(self) -> tuple[ItemStatus, ...]:
        """The items that must be there and are not."""
        return tuple(one for one in self.items if one.state is ItemState.MISSING)


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
    found = inbox.find(directory, [one.file_stem for one in dues])
    papers = {one.file_stem: _paper(desk, one, signed=one.file_stem in found.files) for one in dues}
    listed = tuple(
        _item(desk.record, place, [(one, papers[one.file_stem]) for one in dues])
        for place in places(desk.record, today)
    )
    others = tuple(papers[one.file_stem] for one in dues if not one.is_listed)
    return Status(listed, others, found.remarks)


def _paper(desk: Desk, one: Due, *, signed: bool) -> PaperStatus:
    title = desk.drafter.named(one).title
    found = as_found(desk.drafter, one, desk.standing)
    if found is None:
        return PaperStatus(
            one.file_stem, title, PaperState.SIGNED if signed else PaperState.MISSING
        )
    state = desk.state_of(found, is_signed=signed)
    return PaperStatus(one.file_stem, title, PaperState(state.value))


_ORDER = tuple(PaperState)
_WITHOUT = {
    Wanted.NOW: ItemState.MISSING,
    Wanted.UNSURE: ItemState.UNSURE,
    Wanted.LATER: ItemState.NOT_DUE,
    Wanted.IF_ANY: ItemState.NOT_APPLICABLE,
}


def _item(record: AnyRecord, place: Place, papers: Iterable[tuple[Due, PaperStatus]]) -> ItemStatus:
    number = place.item.number
    own = tuple(told for one, told in papers if one.is_listed and one.paper.item == number)
    there = [told for told in own if told.state is not PaperState.MISSING]
    least = min((told.state for told in there), key=_ORDER.index, default=None)
    state = ItemState(least.value) if least else _WITHOUT[place.wanted]
    return ItemStatus(place, item_title(record, number), state, own)
