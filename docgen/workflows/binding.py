"""Dossiers out of prints: covers are set, papers bound. Loaded where that is due: it is slow."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from docgen.dossier.archival import Information
from docgen.dossier.binding import Covers, sewn
from docgen.dossier.parts import DossierPart, measured, paper_sizes
from docgen.folder.memory import DOSSIER
from docgen.papers.covers import book_title, holder, item_title
from docgen.papers.drafting import CLOSING, COVER, LISTING
from docgen.printing.press import typesetter
from docgen.printing.stamps import stamps
from docgen.workflows.dossiers import bound_of, holders, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.papers.covers import Bound
    from docgen.papers.drafting import Drafter
    from docgen.printing.press import Press
    from docgen.workflows.dossiers import Printed


def dossiers(
    drafter: Drafter, press: Press, prints: Sequence[Printed]
) -> Iterator[tuple[str, bytes]]:
    """The dossier of every holder by its path: the same papers, each between covers of its own.

    While the page numbers and the covers are set, the papers are bound.
    """
    listed = in_order(prints)
    bound = bound_of(listed)
    papers = measured([_part(drafter, printed, listed) for printed in listed])
    owns = {path: drafter.for_holder(place) for place, path in holders(drafter.record).items()}
    with typesetter() as beside:
        numbers = beside.submit(stamps, 1, paper_sizes(papers))
        covers = press.begin_all(
            (cover for own in owns.values() for cover in _covers(own, bound)), beside
        )
        block = sewn(papers, numbers.result())
        sheets = iter(covers())
    originals = [printed for paper in listed if paper.signed for printed in paper.signed.originals]
    for subfolder, own in owns.items():
        cover, listing, closing = (sheet.pdf for sheet in islice(sheets, 3))
        around = Covers(cover, listing, closing)
        yield f"{subfolder}{DOSSIER}", block.cased(around, _about(own), originals)


def _covers(own: Drafter, bound: Sequence[Bound]) -> Iterator[tuple[str, bytes]]:
    """Cover, list of documents and last sheet of one holder, as Word files by their names."""
    volumes = ((COVER, own.cover), (LISTING, own.listing), (CLOSING, own.closing))
    return ((f"{name}.docx", of(bound)) for name, of in volumes)


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
