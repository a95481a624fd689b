"""Dossiers out of prints: papers are bound as they come. Loaded where that is due: it is slow."""

from __future__ import annotations

from collections import Counter, deque
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from docgen.dossier.archival import Information
from docgen.dossier.binding import Binder, Covers
from docgen.dossier.parts import DossierPart, named
from docgen.folder.memory import DOSSIER
from docgen.papers.covers import book_title, holder, item_title
from docgen.papers.drafting import CLOSING, COVER, LISTING
from docgen.printing.numerals import numerals
from docgen.printing.press import typesetter
from docgen.workflows.dossiers import bound_of, holders, in_order, link_to, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from docgen.papers.covers import Bound
    from docgen.papers.drafting import Drafter
    from docgen.printing.press import Press
    from docgen.workflows.dossiers import Printed
    from docgen.workflows.settling import Settled


class Bindery:
    """Binds the papers of a package in the time in which one would wait for a print."""

    def __init__(
        self,
        drafter: Drafter,
        press: Press,
        papers: Iterable[Settled],
        digits: Callable[[], bytes],
    ) -> None:
        """Prepare to bind those of ``papers`` that the guidance lists.

        Args:
            drafter: Drafts the covers.
            press: Prints them.
            papers: All that there will be.
            digits: Gives what :func:`numerals` makes.
        """
        self._drafter = drafter
        self._press = press
        self._digits = digits
        listed = in_order(papers)
        self._titles = dict(zip(map(link_to, listed), _titles(drafter, listed), strict=True))
        self._taken: list[Printed] = []
        self._waiting: deque[Printed] = deque()

    @cached_property
    def _binder(self) -> Binder:
        names = {link: named(path) for link, path in self._titles.items()}
        return Binder(names, self._digits())

    def take(self, printed: Printed) -> None:
        """Have ``printed`` bound, if it is listed; papers come in the order of the dossier."""
        if printed.link in self._titles:
            self._taken.append(printed)
            self._waiting.append(printed)

    def work_until(self, done: Callable[[], bool]) -> None:
        """Bind what was taken, one paper after another, until something else can be ``done``."""
        while self._waiting and not done():
            printed = self._waiting.popleft()
            path = self._titles[printed.link]
            self._binder.add(DossierPart(path, printed.pdf, printed.link))

    def dossiers(self) -> Iterator[tuple[str, bytes]]:
        """The dossier of every holder by its path: the same papers, each in covers of its own.

        While the covers are set, what is left of the papers is bound.

        Raises:
            OutsideError: a print is damaged.
            TemplateError: a template leads to what is not there.
        """
        bound = bound_of(self._taken)
        drafter = self._drafter
        owns = {path: drafter.for_holder(place) for place, path in holders(drafter.record).items()}
        with typesetter() as beside:
            covers = self._press.begin_all(
                (cover for own in owns.values() for cover in _covers(own, bound)), beside
            )
            self.work_until(lambda: False)
            block = self._binder.block()
            sheets = iter(covers())
        signed = [printed.signed for printed in self._taken if printed.signed]
        originals = [original for one in signed for original in one.originals]
        for subfolder, own in owns.items():
            cover, listing, closing = (sheet.pdf for sheet in islice(sheets, 3))
            around = Covers(cover, listing, closing)
            yield f"{subfolder}{DOSSIER}", block.cased(around, _about(own), originals)


def dossiers(
    drafter: Drafter, press: Press, prints: Sequence[Printed]
) -> Iterator[tuple[str, bytes]]:
    """The dossiers of papers that are all printed; as :meth:`Bindery.dossiers`."""
    bindery = Bindery(drafter, press, [printed.paper for printed in prints], numerals)
    for printed in sorted(prints, key=lambda one: place_of(one.paper)):
        bindery.take(printed)
    return bindery.dossiers()


def _covers(own: Drafter, bound: Sequence[Bound]) -> Iterator[tuple[str, bytes]]:
    """Cover, list of documents and last sheet of one holder, as Word files by their names."""
    volumes = ((COVER, own.cover), (LISTING, own.listing), (CLOSING, own.closing))
    return ((f"{name}.docx", of(bound)) for name, of in volumes)


def _titles(drafter: Drafter, listed: Sequence[Settled]) -> Iterator[tuple[str, ...]]:
    """Of each paper in the outline: its item, and under that its own where it has company."""
    items = [paper.draft.due.paper.item or 0 for paper in listed]
    company = Counter(items)
    for item, paper in zip(items, listed, strict=True):
        head = item_title(drafter.record, item)
        yield (head,) if company[item] == 1 else (head, paper.draft.title)


def _about(drafter: Drafter) -> Information:
    return Information(
        title=book_title(drafter.record),
        author=holder(drafter.papers).name,
        day=drafter.papers.drafted,
    )
