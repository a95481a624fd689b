"""Which drafts of a folder follow the record; after a run that was cut off not all may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import DocgenError, Place, Problem, Severity, Words
from docgen.workflows.issuing import before

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docgen.papers.drafting import Drafter
    from docgen.workflows.settling import Settled
    from docgen.workflows.standing import Standing


def seen(paper: Settled, drafter: Drafter, standing: Standing, told: str) -> Settled:
    """``paper``, and whether the record, of which ``told`` is the key, says what it does not yet.

    What was issued need not follow.
    """
    if paper.is_issued or paper.told in (None, told):
        return paper
    return paper.changed(behind=_is_behind(paper, drafter, standing))


def _is_behind(paper: Settled, drafter: Drafter, standing: Standing) -> bool:
    from docgen.word.merging.comparing import same_text  # noqa: PLC0415 - where a record changed

    due = paper.draft.due
    old = before(drafter, standing, paper.told)
    try:
        now = drafter.draft(due).docx
        return not same_text(old.draft(due).docx if old else paper.base or paper.docx, now)
    except (DocgenError, LookupError):  # what the paper is about was not told before
        return True


def remarks(record: Path, papers: Iterable[Settled]) -> tuple[Problem, ...]:
    """That some of ``papers`` do not follow the record yet, and which."""
    behind = [paper.stem for paper in papers if paper.behind]
    if not behind:
        return ()
    listed = ", ".join(behind)
    what = Words(
        f"bản khai đã đổi sau khi soạn những văn bản này, chúng chưa theo bản khai mới: {listed}",
        f"the record was changed after these papers were made, they do not follow it yet: {listed}",
    )
    hint = Words(
        "Chạy lại lệnh soạn (docgen establish …) để cập nhật.",
        "Run the drafting command (docgen establish …) to bring them up to date.",
    )
    return (Problem(Place(str(record)), what, hint, Severity.WARNING),)
