"""Dossiers out of prints: one for a self-managed model, one for every chair of a linked model."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from docgen.dossier.archival import Information
from docgen.dossier.binding import Covers, sewn
from docgen.dossier.parts import DossierPart, measured, paper_sizes
from docgen.folder.contents import SIGNED
from docgen.folder.memory import DOSSIER, PRINTS, WORD
from docgen.law.units import told_apart
from docgen.papers.covers import Bound, book_title, holder, item_title
from docgen.papers.drafting import CLOSING, COVER, LISTING, Drafter
from docgen.papers.gaps import marks_in
from docgen.papers.phrases import phrase
from docgen.printing.press import typesetter
from docgen.printing.stamps import stamps
from docgen.record.history import as_told
from docgen.record.kinds import linked
from docgen.text.slugs import slugs
from docgen.values import Value
from docgen.word.wording import paragraphs
from docgen.workflows.standing import FORMER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.errors import Problem
    from docgen.printing.press import Press, Print
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
        return f"docgen:{self.paper.stem}"

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


def dossiers(
    drafter: Drafter, press: Press, prints: Sequence[Printed]
) -> Iterator[tuple[str, bytes]]:
    """The dossier of every holder by its path: the same papers, each between covers of its own.

    While the covers are set, the papers are bound.
    """
    listed = in_order(prints)
    bound = bound_of(listed)
    papers = measured([_part(drafter, printed, listed) for printed in listed])
    owns = {path: drafter.for_holder(place) for place, path in holders(drafter.record).items()}
    with typesetter() as beside:
        covers = press.begin_all(
            (cover for own in owns.values() for cover in _covers(own, bound)), beside
        )
        block = sewn(papers, stamps(1, paper_sizes(papers)))
        sheets = iter(covers())
    originals = [printed for paper in listed if paper.signed for printed in paper.signed.originals]
    for subfolder, own in owns.items():
        cover, listing, closing = (sheet.pdf for sheet in islice(sheets, 3))
        around = Covers(cover, listing, closing)
        yield f"{subfolder}{DOSSIER}", block.cased(around, _about(own), originals)


def in_order(prints: Sequence[Printed]) -> list[Printed]:
    """The papers that the guidance lists, by item."""
    listed = [printed for printed in prints if printed.paper.draft.due.is_listed]
    return sorted(listed, key=lambda printed: printed.paper.draft.due.paper.item or 0)


def _covers(own: Drafter, bound: Sequence[Bound]) -> Iterator[tuple[str, bytes]]:
    """Cover, list of documents and last sheet of one holder, as Word files by their names."""
    volumes = ((COVER, own.cover), (LISTING, own.listing), (CLOSING, own.closing))
    return ((f"{name}.docx", of(bound)) for name, of in volumes)


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


def _part(drafter: Drafter, printed: Printed, listed: Sequence[Printed]) -> DossierPart:
    """A paper for binding: under its item in the outline, by its own title where it has company."""
    item = printed.paper.draft.due.paper.item or 0
    alone = sum(other.paper.draft.due.paper.item == item for other in listed) == 1
    head = item_title(drafter.record, item)
    path = (head,) if alone else (head, printed.paper.draft.title)
    return DossierPart(path, printed.pdf, printed.link)


def _about(drafter: Drafter) -> Information:
    return Information(
        title=book_title(drafter.record),
        author=holder(drafter.papers).name,
        day=drafter.papers.drafted,
    )
