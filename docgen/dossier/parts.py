"""The PDFs that are bound: opened, their pages numbered anew, and where links to them lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.dossier import links
from docgen.dossier.carrying import Carrier
from docgen.dossier.sheets import Leaf
from docgen.dossier.source import key_of, opened
from docgen.errors import (
    DocgenError,
    OutsideError,
    Problem,
    RecordError,
    TemplateError,
    together,
)
from docgen.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from docgen.dossier.book import Book

_ABOVE_ROW = 36.0
"""Points of paper shown above the row of the list that a paper's link leads back to."""


class DossierPart(NamedTuple):
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
        return " › ".join(self.path)


class OpenedPart(Value):
    """One PDF between opening and binding.

    Attributes:
        path: As :class:`DossierPart` has it.
        link: Likewise.
        carrier: Carries its objects into the book.
        leaves: Its pages, numbered anew.
    """

    path: tuple[str, ...]
    link: str
    carrier: Carrier
    leaves: list[Leaf]


def paper_sizes(parts: Sequence[DossierPart]) -> list[tuple[float, float]]:
    """Width and height of all pages of ``parts`` in points, turned and cropped as they are shown.

    In the order in which they are bound.

    Raises:
        RecordError: A PDF is locked by a password.
        OutsideError: A PDF is damaged or is no PDF.
    """
    return [frame.size for part in parts for frame in opened(part.pdf, part.name).frames]


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

    def opened(self, parts: Sequence[DossierPart], first: int) -> list[OpenedPart]:
        """All ``parts`` opened; where some cannot be, all of those are told at once.

        Args:
            parts: The PDFs.
            first: The place of the first of them in the dossier, counted from 0.

        Raises:
            RecordError: A PDF is locked by a password.
            OutsideError: A PDF is damaged or is no PDF.
        """
        made: list[OpenedPart] = []
        faults: list[DocgenError] = []
        for place, part in enumerate(parts, first):
            try:
                made.append(self._opened(part, place))
            except (OutsideError, RecordError) as fault:
                faults.append(fault)
        if faults:
            raise together(faults)
        return made

    def _opened(self, part: DossierPart, place: int) -> OpenedPart:
        carrier = Carrier(opened(part.pdf, part.name), self.book, self.streams, b"p%04d." % place)
        return OpenedPart(part.path, part.link, carrier, _leaves(carrier, self.book))


def _leaves(carrier: Carrier, book: Book) -> list[Leaf]:
    leaves = []
    for page, frame in zip(carrier.source.pages, carrier.source.frames, strict=True):
        leaf = Leaf(book.reserve(), page, frame)
        key = key_of(page.indirect_reference)
        if key is not None:
            carrier.stand_in(key, leaf.number)
        leaves.append(leaf)
    return leaves


def link_targets(parts: Sequence[OpenedPart]) -> dict[str, links.Target]:
    """Where each ``docgen:`` link leads."""
    return {
        part.link: links.Target(part.leaves[0].target(), part.carrier.source.name)
        for part in parts
        if part.link
    }


def check_links(part: OpenedPart, targets: Container[str]) -> None:
    """See that each ``docgen:`` link of ``part`` leads to one of ``targets``.

    Raises:
        TemplateError: A link leads to no paper; each such link is told.
    """
    source = part.carrier.source
    names = {name for page in source.pages for name, _ in links.link_names(page)}
    problems = [_astray(source.name, name) for name in sorted(names) if name not in targets]
    if problems:
        raise TemplateError(*problems)


def _astray(place: str, name: str) -> Problem:
    return TemplateError.at(
        place,
        f"liên kết {name} không dẫn tới văn bản nào trong hồ sơ",
        f"the link {name} leads to no paper of the dossier",
    ).problems[0]


def listing_rows(listing: OpenedPart) -> dict[str, bytes]:
    """For each link of the list, the destination of the row that has it."""
    rows: dict[str, bytes] = {"": listing.leaves[0].target()}
    with listing.carrier.source.reading():
        for leaf in listing.leaves:
            for name, annotation in links.link_names(leaf.page):
                top = max(float(y) for y in annotation["/Rect"][1::2])  # type: ignore[index]
                rows.setdefault(name, leaf.target(top + _ABOVE_ROW))
    return rows
