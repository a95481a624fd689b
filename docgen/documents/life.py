"""What the papers of a model's life say of the part of the record that each is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.documents import (
    changes,
    citations,
    disciplining,
    ending,
    honours,
    reports,
    reviews,
    spreading,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.documents.letterhead import Sheet
    from docgen.documents.told import Frame

# By section of the record; each gives the names that templates of its papers use.
SECTIONS: dict[str, Callable[[Sheet], Frame]] = {
    "assessments": lambda sheet: {**reviews.frame(sheet), **spreading.frame(sheet)},
    "reports": reports.frame,
    "reorganizations": changes.frame,
    "commendations": honours.frame,
    "disciplines": disciplining.frame,
    "dissolution": ending.frame,
}


def frame(sheet: Sheet) -> Frame:
    """The view of the part that the paper is about; empty for papers about the whole model."""
    section = sheet.paper.section
    return SECTIONS[section](sheet) if section in SECTIONS else {}


def cited(sheet: Sheet) -> dict[str, citations.Cited]:
    """How the papers about the same part are named, by their ids."""
    section = sheet.paper.section
    if not section:
        return {}
    return citations.cited_of(sheet.record, section, sheet.part, sheet.drafted)
