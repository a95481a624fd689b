"""The dossier again from the folder as it stands, and what stands in the folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Problem, RecordError, Words
from docgen.errors import Place as Where
from docgen.folder import contents
from docgen.guidance.completeness import Place, Wanted, places
from docgen.papers.covers import item_title
from docgen.record.loading import load
from docgen.scans import inbox
from docgen.workflows import packaging
from docgen.workflows.examining import find
from docgen.workflows.settling import as_found
from docgen.workflows.standing import Standing, at_work, looked_at

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.packaging import Desk, Package, Tell


class Paper(StrEnum):
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
    state: Paper


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


def record_of(directory: Path, named: Path | None, known: Standing) -> Path:
    """The record from which the folder was made: ``named``, or the one it remembers.

    Raises:
        DocgenError: it is no folder of docgen's, or the record is no longer there.
    """
    if known.known is None:
        raise DocgenError.at(
            directory,
            "thư mục này không do docgen tạo",
            "docgen did not make this folder",
            hint=Words(
                "Chỉ thư mục đã làm bằng docgen establish hoặc lệnh khác (-o).",
                "Name the folder that docgen establish or another command made (-o).",
            ),
        )
    found = named or (Path(directory) / known.known.record_file)
    if not found.is_file():
        raise DocgenError.at(
            found,
            "không còn bản khai ở đây",
            "the record is no longer here",
            hint=Words("Chỉ bản khai: --record TỆP.", "Name the record: --record FILE."),
        )
    return found


def bundle(
    order: packaging.Order, tell: Tell, *, record: Path | None = None, complete: bool = False
) -> Package:
    """Print what was edited and bind the dossiers from the folder as it stands; nothing is drafted.

    Args:
        order: The folder, the printer, the day; its own record is not used.
        tell: Shows progress.
        record: The record, where it has been moved.
        complete: Refuse a dossier that lacks an item.

    Raises:
        RecordError: the record or a scan has problems, or the dossier is not complete.
        MissingToolError: no printer prints an edited paper.
        ProtectedWorkError: a print or a dossier was changed by hand.
        OutsideError: the disk or an outside program failed.
    """
    with at_work(order.folder, tell) as there:
        order = replace(order, record=record_of(order.folder, record, there))
        loaded = load(order.record)
        findings = packaging.sound(find(loaded, order.drafted))
        contents.guard(order.folder, (), there.words)
        desk = packaging.desk(order, loaded, there)
        prints, remarks = packaging.signed(desk, packaging.print_papers(desk, as_found))
        lacking = packaging.lacking(desk, prints)
        if complete and lacking:
            raise RecordError(*(_lacks(order.folder, title) for title in lacking))
        tell(Words("Đóng hồ sơ, đánh số trang…", "Binding the dossier…"))
        made = packaging.keep(desk, prints)
        return replace(made, findings=findings, remarks=(*made.remarks, *remarks))


def _lacks(directory: Path, title: str) -> Problem:
    return Problem(
        Where(str(directory)),
        Words(f"hồ sơ chưa đầy đủ: thiếu mục {title}", f"the dossier lacks item {title}"),
        Words(
            "Soạn văn bản còn thiếu rồi đóng lại; hồ sơ đã có vẫn giữ nguyên.",
            "Draft what is missing, then bundle again; the present dossier was left as it is.",
        ),
    )


def status(directory: Path, today: date, record: Path | None = None) -> Status:
    """How far each item of the dossier has come in ``directory`` on ``today``.

    Raises:
        DocgenError: it is no folder of docgen's, or its record is not there.
        RecordError: the record cannot be read.
        OutsideError: the disk failed.
    """
    there = looked_at(directory)
    order = packaging.Order(record_of(directory, record, there), directory, today)
    desk = packaging.desk(order, load(order.record), there)
    dues = packaging.dues(desk)
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
        return PaperStatus(one.file_stem, title, Paper.SIGNED if signed else Paper.MISSING)
    state = packaging.state_of(desk, found, is_signed=signed)
    return PaperStatus(one.file_stem, title, Paper(state.value))


_ORDER = tuple(Paper)
_WITHOUT = {
    Wanted.NOW: ItemState.MISSING,
    Wanted.UNSURE: ItemState.UNSURE,
    Wanted.LATER: ItemState.NOT_DUE,
    Wanted.IF_ANY: ItemState.NOT_APPLICABLE,
}


def _item(record: AnyRecord, place: Place, papers: Iterable[tuple[Due, PaperStatus]]) -> ItemStatus:
    number = place.item.number
    own = tuple(told for one, told in papers if one.is_listed and one.paper.item == number)
    there = [told for told in own if told.state is not Paper.MISSING]
    least = min((told.state for told in there), key=_ORDER.index, default=None)
    state = ItemState(least.value) if least else _WITHOUT[place.wanted]
    return ItemStatus(place, item_title(record, number), state, own)
