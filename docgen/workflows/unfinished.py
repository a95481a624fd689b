"""Amendments that the record tells and the folder has not: a run was cut off, or a person wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Place, Problem, Severity, Words
from docgen.guidance.papers import AMEND
from docgen.record.files.snapshot import thawed
from docgen.workflows.desk import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.guidance.papers import Due
    from docgen.record.schema.amendments import Amendment
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.desk import Desk
    from docgen.workflows.settling import Settled


def step_of(index: int) -> Step:
    """The step that drafts the letter of the amendment ``index``, counted from 1."""
    return Step(AMEND, f"{index:02d}")


def told_of(record: AnyRecord, due: Due, *, replaces: bool) -> dict[int, Amendment]:
    """What the record tells of corrections (or replacements) of a paper, counted from 1."""
    about = (due.paper.id, due.part, replaces)
    every = enumerate(record.amendments, start=1)
    return {at: one for at, one in every if (one.paper, one.part, one.replaces) == about}


def pending(desk: Desk, issued: Settled, *, replaces: bool) -> int:
    """The last amendment of an issued paper, where the folder has not followed it; else 0."""
    told = told_of(desk.record, issued.draft.due, replaces=replaces)
    if not told:
        return 0
    last = max(told)
    done = _replaced(desk, issued, told) if replaces else step_of(last) in desk.made
    return 0 if done else last


def _replaced(desk: Desk, issued: Settled, told: dict[int, Amendment]) -> bool:
    """Whether the issued paper was made after it was told; else the former number tells it."""
    data = desk.standing.snapshot(issued.told) if issued.told else None
    record = thawed(data) if data else None
    if record is not None:
        return len(told_of(record, issued.draft.due, replaces=True)) >= len(told)
    former = told[max(told)].former
    day = former.day.isoformat() if former.day else ""
    return f"{former.number} {day}" != issued.issued


def remarks(desk: Desk, papers: Iterable[Settled]) -> Iterator[Problem]:
    """Each amendment that the record tells and the folder has not followed."""
    for paper in papers:
        if not paper.is_issued:
            continue
        if pending(desk, paper, replaces=True):
            yield _problem(desk, paper, Words("thay thế", "is replaced"), " --replace")
        if pending(desk, paper, replaces=False):
            yield _problem(desk, paper, Words("đính chính", "is corrected"), "")


def _problem(desk: Desk, paper: Settled, what: Words, how: str) -> Problem:
    stem, again = paper.stem, f"docgen amend {desk.order.folder} {paper.stem}{how}"
    return Problem(
        Place(str(desk.order.file)),
        Words(
            f"bản khai đã ghi {what.vi} “{stem}” nhưng thư mục chưa có: lần chạy trước bị ngắt",
            f"the record tells that “{stem}” {what.en}, the folder has not followed: a run was cut "
            "off",
        ),
        Words(f"Chạy lại: {again}", f"Run again: {again}"),
        Severity.WARNING,
    )
