"""What the papers of a model's life say of the part of the record that each is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.life import (
    amendments,
    commendations,
    disciplines,
    dissolution,
    notices,
    reorganizations,
    reports,
    reviews,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet

# By section of the record; each gives the names that templates of its papers use.
SECTIONS: dict[str, Callable[[Sheet], Frame]] = {
    "assessments": lambda sheet: {**reviews.frame(sheet), **notices.frame(sheet)},
    "reports": reports.frame,
    "reorganizations": reorganizations.frame,
    "commendations": commendations.frame,
    "disciplines": disciplines.frame,
    "dissolution": dissolution.frame,
    "amendments": amendments.frame,
}


def frame(sheet: Sheet) -> Frame:
    """The view of the part that the paper is about; empty for papers about the whole model."""
    section = sheet.paper.section
    return SECTIONS[section](sheet) if section in SECTIONS else {}
