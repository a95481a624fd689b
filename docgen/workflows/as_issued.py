"""A paper as it was issued, which nothing that is told later changes; and what is told since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.printing.press import Press
from docgen.workflows.desk import Desk, Order
from docgen.workflows.issuing import NONE_SIGNED, changes_of, kept
from docgen.workflows.standing import looked_at

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Drafter
    from docgen.record.loading import Loaded


@dataclass(frozen=True, slots=True)
class AsIssued:
    """Văn bản đã ban hành.

    Attributes:
        day: The day of issue; nothing where a signed scan alone tells that it was issued.
        pdf: Its print.
        differences: What it says and what the record now says instead, place by place.
    """

    day: date | None
    pdf: bytes
    differences: tuple[tuple[str, str], ...]


def as_issued(loaded: Loaded, drafter: Drafter, due: Due, package: Path) -> AsIssued | None:
    """The paper as the folder ``package`` holds it issued; nothing of a draft.

    Raises:
        DocgenError: the manifest of the folder is damaged.
        PrintRefusedError: its print is lost, and it cannot be printed again.
        OutsideError: the disk failed.
    """
    standing = looked_at(package)
    if standing.known is None:
        return None
    stays = kept(drafter, due, standing, NONE_SIGNED)
    if stays is None:
        return None
    table = Desk.of(Order(None, package, drafter.papers.drafted), loaded, standing)
    differs = () if stays.told in (None, table.told) else tuple(changes_of(table, stays))
    pdf = standing.print_of(stays.print_path, stays.docx) or standing.last_print(stays.print_path)
    issued = drafter.papers.sheet(due).issued
    return AsIssued(issued.day, pdf or Press().print(stays.docx, stays.path).pdf, differs)
