"""One PDF after another carried into a dossier: pages, links and tags in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.dossier import links
from docgen.dossier.archival import colours_of, text
from docgen.dossier.parts import OpenedPart, Placed, Sheaf, links_astray
from docgen.dossier.sheets import page_body, plain
from docgen.dossier.source import key_of
from docgen.dossier.structure import BackLink, Tags
from docgen.dossier.words import label
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.dossier.book import Book
    from docgen.dossier.ink import Ink
    from docgen.errors import Problem


class Sewn(Value):
    """A PDF in its place: what of it the covers and the file's own entries refer to.

    Attributes:
        placed: What it is, and where.
        colours: What :func:`colours_of` says of it.
        branch: Number of the element that holds its tags; none where it has none.
        key: The key under which the link back to the list finds its own element.
        astray: Its ``docgen:`` links that lead to no paper.
    """

    placed: Placed
    colours: int
    branch: int | None
    key: int | None
    astray: tuple[Problem, ...]


class Sewing(Value):
    """A dossier in the making: what its parts refer to."""

    sheaf: Sheaf
    pages: int
    targets: links.Targets
    tags: Tags

    @property
    def book(self) -> Book:
        """Where all goes."""
        return self.sheaf.book

    def copy(self) -> Sewing:
        """The same so far, for a book of its own."""
        sheaf = self.sheaf.copy()
        return self.changed(sheaf=sheaf, tags=self.tags.copy(sheaf.book))

    def add(self, part: OpenedPart, ink: Ink | None = None) -> Sewn:
        """Carry all that ``part`` shows, under ``ink`` if it is a paper.

        Raises:
            OutsideError: The PDF is damaged.
        """
        with part.carrier.source.reading():
            added = self._added(part, ink)
        part.carrier.source.let_go()
        return added

    def _added(self, part: OpenedPart, ink: Ink | None) -> Sewn:
        carrier, start, back = part.carrier, part.placed.start, part.placed.back
        if part.placed.part.link:
            self.targets.put(part.placed.part.link, start.target())
        astray = tuple(links_astray(part, self.targets.titles))
        branch = self.tags.enter(carrier)
        notes = self._annotations(part)
        if back:
            notes[0].append(back)
        for leaf, numbers in zip(part.leaves, notes, strict=True):
            body = page_body(leaf, carrier, self.pages, numbers)
            end = ink.lay(leaf, carrier) if ink else plain(leaf, carrier)
            self.book.put(leaf.number, body + end)
        key = None
        if branch is not None:
            link = BackLink(start.number, back, text(label("back"))) if back else None
            key = self.tags.carry(carrier, branch, text(carrier.source.name), link)
        carrier.finish()
        return Sewn(part.placed, colours_of(carrier.source), branch, key, astray)

    def _annotations(self, part: OpenedPart) -> list[list[int]]:
        """The new numbers of the annotations of each page; all known before any is carried."""
        found = []
        for leaf in part.leaves:
            for entry in links.annotations_of(leaf.page):
                found.append((leaf, entry, self.book.reserve()))
                key = key_of(entry)
                if key is not None:
                    part.carrier.stand_in(key, found[-1][2])
        for leaf, entry, number in found:
            body = links.carried(part.carrier, entry, leaf.number, self.targets)
            self.book.put(number, body)
        return [[number for on, _, number in found if on is leaf] for leaf in part.leaves]
