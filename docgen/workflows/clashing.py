"""A paper that a person and the record both changed: shown place by place, settled by choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, ProtectedWorkError, Words
from docgen.folder import contents
from docgen.folder.manifest import sha256
from docgen.word.merging.comparing import differences, same_text
from docgen.word.merging.merge import merge, resolved
from docgen.workflows.desk import Desk, Order, sound
from docgen.workflows.examining import read_whole
from docgen.workflows.opening import load
from docgen.workflows.packaging import remake
from docgen.workflows.recalling import record_of
from docgen.workflows.settling import as_found
from docgen.workflows.spots import where
from docgen.workflows.standing import at_work, looked_at

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date
    from pathlib import Path

    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Drafter
    from docgen.workflows.desk import Package, Tell
    from docgen.workflows.settling import Settled
    from docgen.workflows.standing import Standing


@dataclass(frozen=True, slots=True)
class Dispute:
    """Một chỗ cả hai cùng sửa.

    Attributes:
        number: By what a choice names it.
        place: Where it is in the person's file.
        base: What docgen had written there.
        mine: What the person made of it; "" where it was taken away.
        new: What the record makes of it; "" where it says it no longer.
        fits: Whether the new text can be taken; a picture or the like is taken over in Word.
    """

    number: int
    place: Words
    base: str
    mine: str
    new: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Disputes:
    """Where the person's file and the record of now do not agree.

    Attributes:
        stem: The paper.
        title: What it is, in words.
        seen: Tells the two versions that were compared from all others.
        places: Where the words of both changed.
        looks: At how many more places both changed the look alone; the person's stays.
        whole: Whether the two can be brought together at all: not where the render is lost.
        path: The person's file in the folder.
        beside: The new draft beside it, where it lies there.
    """

    stem: str
    title: str
    seen: str
    places: tuple[Dispute, ...]
    looks: int
    whole: bool
    path: str
    beside: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Một chỗ sửa tay: where, what docgen had written, what stands there now."""

    place: Words
    was: str
    now: str


def disputes(folder: Path, stem: str, today: date, record: Path | None = None) -> Disputes:
    """The places of the paper ``stem`` that a person and the record both changed.

    Raises:
        DocgenError: the folder has no such paper, or its record is not there.
        RecordError: the record cannot be read.
        TemplateError: the person's file is damaged or unsafe.
        OutsideError: the disk failed.
    """
    desk = _looking(folder, today, record)
    return _disputes(desk, _found(desk, stem))


def edits(folder: Path, stem: str, today: date, record: Path | None = None) -> tuple[Edit, ...]:
    """What a person changed in the paper ``stem``, in reading order; raises as disputes."""
    desk = _looking(folder, today, record)
    paper = _found(desk, stem)
    if not paper.base or not paper.is_edited:
        return ()
    told = differences(paper.base, paper.docx, paper.path)
    return tuple(Edit(where(one.spot), one.old, one.new) for one in told)


def resolve(order: Order, stem: str, seen: str, taken: Collection[int], tell: Tell) -> Package:
    """Write the paper ``stem`` with the record's text at the places ``taken``, else the person's.

    What changed in the record alone comes in as well; the person's version is kept among the
    former ones. All other papers stay.

    Raises:
        DocgenError: the folder has no such paper, or a new text cannot be brought into the file.
        RecordError: the record has problems.
        ProtectedWorkError: the file or the record is no longer what was ``seen``.
        TemplateError: the person's file is damaged or unsafe.
        MissingToolError: no printer prints it.
        OutsideError: the disk or an outside program failed.
    """
    with at_work(order.folder, tell) as there:
        order = order.changed(record=record_of(order.folder, order.record, there))
        loaded, findings = read_whole(order.file, order.drafted)
        sound(findings)
        contents.guard(order.folder, (), there.words)
        desk = Desk.of(order, loaded, there)
        paper = _found(desk, stem)
        known = _disputes(desk, paper)
        if known.seen != seen or not known.whole:
            raise _changed(paper)
        joined = _joined(paper, desk.drafter.draft(paper.draft.due).docx, frozenset(taken))
        return remake(desk, tell, _only(joined)).changed(findings=findings)


def _looking(folder: Path, today: date, record: Path | None) -> Desk:
    there = looked_at(folder)
    order = Order(record_of(folder, record, there), folder, today)
    return Desk.of(order, load(order.file), there)


def _found(desk: Desk, stem: str) -> Settled:
    """The paper as the folder has it."""
    due = next((due for due in desk.dues() if due.file_stem == stem), None)
    paper = as_found(desk.drafter, due, desk.standing) if due else None
    if paper is None:
        raise DocgenError.at(
            desk.order.folder,
            f"không có văn bản “{stem}” trong thư mục",
            f"the folder has no paper “{stem}”",
            hint=Words("Soạn lại vào thư mục này.", "Draft into this folder again."),
        )
    return paper


def _disputes(desk: Desk, paper: Settled) -> Disputes:
    """Both versions compared; none where one of them is as docgen wrote it."""
    new = desk.drafter.draft(paper.draft.due).docx
    seen = sha256(sha256(paper.docx).encode() + sha256(new).encode())
    found: list[Dispute] = []
    looks = 0
    if paper.base and not paper.is_issued and not same_text(paper.base, new):
        number = 0
        for clash in merge(paper.base, paper.docx, new, paper.path).conflicts:
            told = where(clash.spot), clash.base, clash.edited, clash.new
            if clash.is_of_words or not clash.fits:
                found.append(Dispute(number if clash.fits else -1, *told, clash.fits))
            else:
                looks += 1
            number += clash.fits
    beside = paper.beside_path if paper.beside is not None else ""
    title, whole = paper.draft.title, bool(paper.base)
    return Disputes(paper.stem, title, seen, tuple(found), looks, whole, paper.path, beside)


def _joined(paper: Settled, new: bytes, taken: frozenset[int]) -> Settled:
    """The paper with both versions in it, each where it was chosen."""
    made = resolved(paper.base, paper.docx, new, taken, paper.path)
    if made.docx is None:
        raise DocgenError(*(_stuck(paper, where(one.spot), one.new) for one in made.conflicts))
    former = paper.docx if made.docx != paper.docx else None
    return paper.changed(
        docx=made.docx,
        base=new,
        offered=None,
        beside=None,
        former=former,
        told=None,
        behind=False,
    )


def _only(joined: Settled) -> Callable[[Drafter, Due, Standing], Settled | None]:
    """Settles one paper as ``joined``; all others stay as they are found."""

    def settle_one(drafter: Drafter, due: Due, there: Standing) -> Settled | None:
        return joined if due.file_stem == joined.stem else as_found(drafter, due, there)

    return settle_one


def _changed(paper: Settled) -> ProtectedWorkError:
    what = Words(
        "tệp hoặc bản khai vừa thay đổi sau khi mở trang này; chưa ghi gì",
        "the file or the record changed after this page was opened; nothing was written",
    )
    hint = Words("Mở lại trang, xem lại rồi chọn.", "Open the page again, look, then choose.")
    return ProtectedWorkError(Problem(Place(paper.path), what, hint))


def _stuck(paper: Settled, place: Words, text: str) -> Problem:
    what = Words(
        f"{place.vi}: không đưa được bản mới vào tệp của bạn: “{text}”",
        f"{place.en}: the new text cannot be brought into your file: “{text}”",
    )
    hint = Words(
        "Mở cả hai bằng Word rồi chép tay chỗ này.", "Open both in Word and take it over by hand."
    )
    return Problem(Place(paper.path), what, hint)
