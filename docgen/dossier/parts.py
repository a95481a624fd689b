"""The PDFs that are bound: opened, their pages numbered anew, and where links to them lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from docgen.dossier import links
from docgen.dossier.carrying import Graft
from docgen.dossier.sheets import Leaf
from docgen.dossier.source import Source, key_of, opened
from docgen.errors import (
    DocgenError,
    OutsideError,
    Problem,
    RecordError,
    TemplateError,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.dossier.book import Book

_ABOVE_ROW = 36.0
"""Points of paper shown above the row of the list that a paper's link leads back to."""


class Part(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class OpenPart:
    """One PDF between opening and binding."""

    part: Part
    graft: Graft
    leaves: list[Leaf]


def page_sizes(pdf: bytes, name: str = "PDF") -> list[tuple[float, float]]:
    """Width and height of each page in points, turned and cropped as it is shown.

    Args:
        pdf: A PDF file.
        name: What a user calls it, for messages.

    Raises:
        RecordError: It is locked by a password.
        OutsideError: It is damaged or is no PDF.
    """
    return [frame.size for frame in Source(pdf, name).frames]


def paper_sizes(parts: Sequence[Part]) -> list[tuple[float, float]]:
    """The sizes of all pages of ``parts``, in the order in which they are bound.

    Raises as :func:`page_sizes`.
    """
    return [frame.size for part in parts for frame in opened(part.pdf, part.name).frames]


def page_count(pdf: bytes, name: str = "PDF") -> int:
    """The number of pages of ``pdf``; raises as :func:`page_sizes`."""
    return len(Source(pdf, name).pages)


def open_parts(parts: Sequence[Part], book: Book) -> list[OpenPart]:
    """All ``parts`` opened; where some cannot be, all of those are told at once."""
    streams: dict[bytes, int] = {}
    volumes: list[OpenPart] = []
    faults: list[DocgenError] = []
    for place, part in enumerate(parts):
        try:
            source = opened(part.pdf, part.name)
            graft = Graft(source, book, streams, b"p%04d." % place)
            volumes.append(OpenPart(part, graft, _leaves(graft, book)))
        except (OutsideError, RecordError) as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return volumes


def _leaves(graft: Graft, book: Book) -> list[Leaf]:
    leaves = []
    for page, frame in zip(graft.source.pages, graft.source.frames, strict=True):
        leaf = Leaf(book.reserve(), page, frame)
        key = key_of(page.indirect_reference)
        if key is not None:
            graft.stand_in(key, leaf.number)
        leaves.append(leaf)
    return leaves


def link_targets(volumes: Sequence[OpenPart]) -> dict[str, links.Target]:
    """Where each ``docgen:`` link leads.

    Raises:
        TemplateError: A link leads to no paper; each such link is told.
    """
    targets = {
        volume.part.link: links.Target(volume.leaves[0].target(), volume.graft.source.name)
        for volume in volumes
        if volume.part.link
    }
    problems: list[Problem] = []
    for volume in volumes:
        source = volume.graft.source
        with source.reading():
            names = {name for page in source.pages for name, _ in links.link_names(page)}
        problems += (_astray(source.name, name) for name in sorted(names - targets.keys()))
    if problems:
        raise TemplateError(*problems)
    return targets


def _astray(place: str, name: str) -> Problem:
    return TemplateError.at(
        place,
        f"liên kết {name} không dẫn tới văn bản nào trong hồ sơ",
        f"the link {name} leads to no paper of the dossier",
    ).problems[0]


def listing_rows(listing: OpenPart) -> dict[str, bytes]:
    """For each link of the list, the destination of the row that has it."""
    rows: dict[str, bytes] = {"": listing.leaves[0].target()}
    with listing.graft.source.reading():
        for leaf in listing.leaves:
            for name, annotation in links.link_names(leaf.page):
                top = max(float(y) for y in annotation["/Rect"][1::2])  # type: ignore[index]
                rows.setdefault(name, leaf.target(top + _ABOVE_ROW))
    return rows
