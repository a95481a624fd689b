"""The ways into a dossier that stand beside its pages: outline and page labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.dossier.archival import text
from docgen.values import Making, field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.dossier.book import Book


class Bookmark(Making):
    """One line of the outline.

    Attributes:
        title: What it says.
        target: Where it leads, a PDF destination.
        kids: The lines under it.
    """

    title: str
    target: bytes
    kids: list[Bookmark] = field(default_factory=list)


def outline(lines: Iterable[tuple[tuple[str, ...], bytes]]) -> list[Bookmark]:
    """The lines of the outline; neighbours that share the start of their path share an entry.

    Args:
        lines: Path of titles and destination of each part, in order.
    """
    top: list[Bookmark] = []
    for path, target in lines:
        level = top
        for title in path[:-1]:
            if not level or level[-1].title != title:
                level.append(Bookmark(title, target))
            level = level[-1].kids
        level.append(Bookmark(path[-1], target))
    return top


def add_outline(book: Book, entries: list[Bookmark]) -> int:
    """The number of the outline; entries with lines under them are shown closed."""
    root = book.reserve()
    first, last, count = _add_level(book, root, entries)
    body = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, count)
    book.put(root, body)
    return root


def _add_level(book: Book, parent: int, entries: list[Bookmark]) -> tuple[int, int, int]:
    numbers = [book.reserve() for _ in entries]
    for place, (number, entry) in enumerate(zip(numbers, entries, strict=True)):
        body = b"<</Title%b/Parent %d 0 R/Dest%b" % (text(entry.title), parent, entry.target)
        if place:
            body += b"/Prev %d 0 R" % numbers[place - 1]
        if place + 1 < len(numbers):
            body += b"/Next %d 0 R" % numbers[place + 1]
        if entry.kids:
            first, last, count = _add_level(book, number, entry.kids)
            body += b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, -count)
        book.put(number, body + b">>")
    return numbers[0], numbers[-1], len(entries)


def page_labels(front: int, papers: int, behind: int) -> bytes:
    """The catalog entry that calls the pages of the papers 1, 2..., those around them i, ii...

    Args:
        front: How many pages stand before the papers.
        papers: How many pages the papers have.
        behind: How many pages stand behind; their numbers go on after those in front.
    """
    labels = b"0<</S/r>>"
    if papers:
        labels += b"%d<</S/D/St 1>>" % front
    if behind:
        labels += b"%d<</S/r/St %d>>" % (front + papers, front + 1)
    return b"/PageLabels<</Nums[%b]>>" % labels
