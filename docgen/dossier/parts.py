"""The PDFs that are bound: opened, their pages numbered anew, and where links to them lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.dossier import links
from docgen.dossier.carrying import Carrier
from docgen.dossier.sheets import Leaf, Place
from docgen.dossier.source import Source, key_of
from docgen.errors import Problem, TemplateError
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from docgen.dossier.book import Book

_ABOVE_ROW = 36.0
"""Points of paper shown above the row of the list that a paper's link leads back to."""


def named(path: Iterable[str]) -> str:
    """What a user calls the paper under these titles of the outline."""
    return " › ".join(path)


class DossierPart(Value):
    """One paper to be bound.

    Attributes:
        path: Titles in the outline: the item, and under it the paper where it has several.
        pdf: The paper.
        link: What the list of documents links to, ``docgen:...``; "" where nothing does.
    """

    path: tuple[str, ...]
    pdf: bytes
    link: str = ""

    @property
    def name(self) -> str:
        """What a user calls the paper, for messages."""
        return named(self.path)


class Placed(Value):
    """A paper with its numbers in the dossier.

    Attributes:
        part: The paper.
        places: One for each of its pages.
        back: That of the link from its first page back to the list; 0 for what is in no list.
    """

    part: DossierPart
    places: list[Place]
    back: int = 0

    @property
    def start(self) -> Place:
        """Its first page."""
        return self.places[0]


class OpenedPart(Value):
    """One PDF while it is bound.

    Attributes:
        placed: What it is, and where it goes.
        carrier: Carries its objects into the book.
        leaves: Its pages in their places.
    """

    placed: Placed
    carrier: Carrier
    leaves: list[Leaf]


class Sheaf(Value):
    """The PDFs that come into one book.

    Attributes:
        book: Where they go.
        streams: Numbers of the streams in it, by hash: none is there twice.
    """

    book: Book
    streams: dict[bytes, int] = field(default_factory=dict)

    def copy(self) -> Sheaf:
        """The same so far, for a book of its own."""
        return Sheaf(self.book.copy(), self.streams.copy())

    def opened(self, part: DossierPart, rank: int, *, listed: bool) -> OpenedPart:
        """The PDF of ``part`` with its numbers; that of a link back to the list where ``listed``.

        It is the ``rank``-th of the dossier, counted from 0.

        Raises:
            RecordError: The PDF is locked by a password.
            OutsideError: It is damaged, or is no PDF.
        """
        source = Source(part.pdf, part.name)
        places = [Place(self.book.reserve(), frame) for frame in source.frames]
        placed = Placed(part, places, self.book.reserve() if listed else 0)
        carrier = Carrier(source, self.book, self.streams, b"p%04d." % rank)
        leaves = []
        for page, place in zip(source.pages, placed.places, strict=True):
            leaves.append(Leaf(place, page))
            key = key_of(page.indirect_reference)
            if key is not None:
                carrier.stand_in(key, place.number)
        return OpenedPart(placed, carrier, leaves)


def titles(parts: Iterable[DossierPart]) -> dict[str, str]:
    """What each link leads to that one of ``parts`` has."""
    return {part.link: part.name for part in parts if part.link}


def links_astray(part: OpenedPart, known: Container[str]) -> list[Problem]:
    """The ``docgen:`` links of ``part`` that are none of those ``known``."""
    source = part.carrier.source
    names = {name for page in source.pages for name, _ in links.link_names(page)}
    return [_astray(source.name, name) for name in sorted(names) if name not in known]


def _astray(place: str, name: str) -> Problem:
    return TemplateError.at(
        place,
        f"liên kết {name} không dẫn tới văn bản nào trong hồ sơ",
        f"the link {name} leads to no paper of the dossier",
    ).problems[0]


def listing_rows(listing: OpenedPart) -> dict[str, bytes]:
    """For each link of the list, the destination of the row that has it."""
    rows: dict[str, bytes] = {"": listing.placed.start.target()}
    with listing.carrier.source.reading():
        for leaf in listing.leaves:
            for name, annotation in links.link_names(leaf.page):
                top = max(float(y) for y in annotation["/Rect"][1::2])  # type: ignore[index]
                rows.setdefault(name, leaf.place.target(top + _ABOVE_ROW))
    return rows
