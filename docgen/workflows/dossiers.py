"""What comes into dossiers: one for a self-managed model, one for every chair of a linked model."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.folder.contents import SIGNED
from docgen.folder.memory import PRINTS, WORD
from docgen.law.units import told_apart
from docgen.papers.covers import Bound
from docgen.papers.gaps import marks_in
from docgen.papers.phrases import phrase
from docgen.record.history import as_told
from docgen.record.kinds import linked
from docgen.text.slugs import slugs
from docgen.values import Value
from docgen.word.wording import paragraphs
from docgen.workflows.standing import FORMER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docgen.errors import Problem
    from docgen.printing.press import Print
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.scans.inbox import Signed
    from docgen.workflows.settling import Settled

_OURS = frozenset({WORD, PRINTS, SIGNED, FORMER})
"""Folders of the package beside those of the units."""


class Printed(Value, dict=True):
    """A paper of the folder, its print, and its signed version where there is one.

    ``faults`` say why the print is not of the Word file as it stands.
    """

    paper: Settled
    sheet: Print
    signed: Signed | None = None
    faults: tuple[Problem, ...] = ()

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """What the marks in it say is missing; none once a signed version stands for it."""
        if self.signed:
            return ()
        if self.faults:
            return (phrase("dossier.unprinted"),)
        return tuple(marks_in(paragraphs(self.paper.docx, self.paper.path)))

    @property
    def link(self) -> str:
        """How the list of documents names the paper."""
        return link_to(self.paper)

    @property
    def pdf(self) -> bytes:
        """What stands for the paper in the dossier: the signed version before the print."""
        return self.signed.pdf if self.signed else self.sheet.pdf

    @property
    def pages(self) -> int:
        """How many pages that has."""
        return self.signed.pages if self.signed else self.sheet.pages


def holders(record: AnyRecord) -> dict[int, str]:
    """Who keeps a dossier: place among the units, and the subfolder (``""`` or ``ten-don-vi/``).

    Each unit that takes the chair of a linked model keeps its own (II.2.4); the one that leads,
    where no turn is told. A unit that is called otherwise since keeps its folder.
    """
    if record.kind == "self_managed":
        return {0: ""}
    first = told_apart(linked(as_told(record)))
    names = slugs((unit.name for unit in first.units), _OURS)
    return {place: f"{names[place]}/" for place in _chairs(record)}


def _chairs(record: LinkedRecord) -> list[int]:
    turns = [place for place, unit in enumerate(record.units) if unit.turn is not None]
    lead = [place for place, unit in enumerate(record.units) if unit.lead] or [0]
    return turns or lead


class Prints(Value):
    """All papers of a folder with their prints, and what makes the dossiers of them by path."""

    papers: tuple[Printed, ...]
    dossiers: Callable[[], Iterable[tuple[str, bytes]]] = tuple


def link_to(paper: Settled) -> str:
    """How the list of documents names ``paper``."""
    return f"docgen:{paper.stem}"


def place_of(paper: Settled) -> float:
    """Where ``paper`` comes in the dossier: by its item; behind all where it is in no list."""
    return paper.draft.due.paper.item or 0 if paper.draft.due.is_listed else math.inf


def in_order(papers: Iterable[Settled]) -> list[Settled]:
    """Those of ``papers`` that the guidance lists, by item."""
    return sorted((paper for paper in papers if paper.draft.due.is_listed), key=place_of)


def bound_of(listed: Sequence[Printed]) -> list[Bound]:
    """Where each paper begins in the dossier, pages counted from 1 after the list."""
    found: list[Bound] = []
    first = 1
    for printed in listed:
        found.append(
            Bound(printed.paper.draft.due, printed.link, first, printed.pages, printed.marks)
        )
        first += printed.pages
    return found
