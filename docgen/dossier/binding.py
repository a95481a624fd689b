"""PDFs bound into one dossier: cover, list of documents, and the papers, numbered and linked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from docgen.dossier import links
from docgen.dossier.archival import (
    Information,
    add_information,
    add_metadata,
    colours_of,
    output_intent,
    text,
)
from docgen.dossier.attachments import Attachment, add_attachments
from docgen.dossier.book import Book
from docgen.dossier.frame import Box
from docgen.dossier.marks import add_outline, outline, page_labels
from docgen.dossier.parts import (
    DossierPart,
    OpenedPart,
    Sheaf,
    check_links,
    link_targets,
    listing_rows,
)
from docgen.dossier.sheets import Ink, digits, page_body, plain
from docgen.dossier.source import key_of
from docgen.dossier.structure import BackLink, Tags
from docgen.dossier.words import label
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.dossier.carrying import Carrier

_FRONT = 2
_RIGHT, _TOP, _WIDTH, _HEIGHT = 36.0, 11.0, 36.0, 21.0
"""The box of the continuous number in points: off the upper right corner as shown, its size."""


def bind(
    cover: bytes,
    listing: bytes,
    parts: Sequence[DossierPart],
    stamps: bytes,
    about: Information,
    *,
    closing: bytes | None = None,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """One PDF of ``parts`` between their covers, as :meth:`Block.cased` makes it; raises likewise.

    Args:
        cover: The cover.
        listing: The list of documents.
        parts: The papers in order.
        stamps: As :func:`sewn` takes them.
        about: What the PDF tells about itself.
        closing: The end-of-file sheet, if there is one.
        attachments: Files to be kept inside, byte by byte.
    """
    return sewn(parts, stamps).cased(Covers(cover, listing, closing), about, attachments)


def sewn(parts: Sequence[DossierPart], stamps: bytes) -> Block:
    """The papers in order under their continuous numbers, each on a new page: all but the covers.

    Args:
        parts: The papers.
        stamps: A transparent page for each page of the papers, with its continuous number;
            laid over it with the upper right corners together.

    Raises:
        RecordError: A PDF is locked by a password.
        OutsideError: A PDF is damaged or is no PDF.
        TemplateError: A ``docgen:`` link leads nowhere.
        ValueError: There is not one stamp for each page.
    """
    sheaf = Sheaf(Book())
    pages = sheaf.book.reserve()
    *opened, stamped = sheaf.opened([*parts, DossierPart((label("stamps"),), stamps)], _FRONT)
    ink = Ink(stamped.carrier, sheaf.book)
    if ink.left != sum(len(part.leaves) for part in opened):
        raise ValueError("one stamp is needed for each page of the papers")
    tags = Tags.begun(sheaf.book)
    binding = _Binding(sheaf.book, pages, link_targets(opened), tags)
    sewn_in = tuple(binding.add(part, ink) for part in opened)
    ink.carrier.finish()
    return Block(sheaf, binding, sewn_in, ink.carrier)


class Covers(Value):
    """What stands around the papers of a dossier, as PDFs.

    Attributes:
        cover: The cover.
        listing: The list of documents; its ``docgen:`` links lead to the papers.
        closing: The end-of-file sheet, which bears no number and is in no list.
    """

    cover: bytes
    listing: bytes
    closing: bytes | None = None

    def front(self) -> list[DossierPart]:
        """What stands before the papers."""
        cover = DossierPart((label("cover"),), self.cover)
        return [cover, DossierPart((label("listing"),), self.listing)]

    def behind(self) -> list[DossierPart]:
        """What stands behind them."""
        return [DossierPart((label("closing"),), self.closing)] if self.closing else []


def _number_box(width: float, height: float) -> Box:
    """The rectangle of the continuous number on a page of this size, in points as shown."""
    right, top = width - _RIGHT, height - _TOP
    return Box(right - _WIDTH, top - _HEIGHT, right, top)


class _Sewn(NamedTuple):
    """A PDF in its place: what of it the covers and the file's own entries refer to.

    Attributes:
        part: The PDF.
        branch: Number of the element that holds its tags; none where it has none.
        back: Number of the link back to the list, 0 where there is none.
        key: The key under which that link finds its own element.
    """

    part: OpenedPart
    branch: int | None
    back: int = 0
    key: int | None = None


class _Binding(Value):
    """A dossier in the making: what its parts refer to."""

    book: Book
    pages: int
    targets: dict[str, links.Target]
    tags: Tags

    def copy(self, book: Book) -> _Binding:
        """The same so far, for a copy of the book."""
        return self.changed(book=book, tags=self.tags.copy(book))

    def add(self, part: OpenedPart, ink: Ink | None = None) -> _Sewn:
        """Carry all that ``part`` shows, under ``ink`` if it is a paper.

        Raises:
            OutsideError: The PDF is damaged.
            TemplateError: A ``docgen:`` link leads nowhere.
        """
        with part.carrier.source.reading():
            check_links(part, self.targets)
            sewn_in = self._added(part, ink)
        part.carrier.let_go()  # there may be a thousand invitations
        return sewn_in

    def _added(self, part: OpenedPart, ink: Ink | None) -> _Sewn:
        carrier = part.carrier
        branch = self.tags.enter(carrier)
        notes = self._annotations(part)
        back = self.book.reserve() if ink else 0
        if back:
            notes[0].append(back)
        for leaf, numbers in zip(part.leaves, notes, strict=True):
            start = page_body(leaf, carrier, self.pages, numbers)
            end = ink.lay(leaf, carrier) if ink else plain(leaf, carrier)
            self.book.put(leaf.number, start + end)
        key = None
        if branch is not None:
            link = BackLink(part.leaves[0].number, back, text(label("back"))) if back else None
            key = self.tags.carry(carrier, branch, text(carrier.source.name), link)
        carrier.finish()
        return _Sewn(part, branch, back, key)

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


class Block(Value, dict=True):
    """Papers bound but for the covers; the chairs of a linked model each put theirs around them."""

    sheaf: Sheaf
    binding: _Binding
    papers: tuple[_Sewn, ...]
    stamps: Carrier

    def cased(
        self, covers: Covers, about: Information, attachments: Sequence[Attachment] = ()
    ) -> bytes:
        """One PDF: the cover, the list, then every paper, and the last sheet.

        It is PDF/A-2b where all that is bound is PDF/A and nothing is attached, for an attachment
        would have to be PDF/A itself. Same input, same bytes.

        Args:
            covers: What stands around the papers.
            about: What the PDF tells about itself.
            attachments: Files to be kept inside, byte by byte.

        Raises:
            RecordError: A PDF is locked by a password.
            OutsideError: A PDF is damaged or is no PDF.
            TemplateError: A ``docgen:`` link leads nowhere.
            ValueError: Two attachments have one name.
        """
        sheaf = self.sheaf.copy()
        binding = self.binding.copy(sheaf.book)
        front = sheaf.opened(covers.front(), 0)
        behind = sheaf.opened(covers.behind(), _FRONT + len(self.papers) + 1)
        cover, listing, *closing = (binding.add(part) for part in (*front, *behind))
        _lead_back(sheaf.book, self.papers, listing_rows(listing.part))
        bound = [cover, listing, *self.papers, *closing]
        colours = {colours_of(one.part.carrier.source) for one in (cover, listing, *closing)}
        intent = b"" if attachments else output_intent(cover.part.carrier, colours | self._colours)
        cover.part.carrier.finish()
        return _file(binding, bound, len(self.papers), about, intent, attachments)

    @cached_property
    def _colours(self) -> frozenset[int]:
        """What is said of the colours of the papers and of their numbers."""
        carriers = (*(one.part.carrier for one in self.papers), self.stamps)
        return frozenset(colours_of(carrier.source) for carrier in carriers)


def _lead_back(book: Book, papers: Sequence[_Sewn], rows: Mapping[str, bytes]) -> None:
    """Lead the continuous number of each paper to its row in the list."""
    words = text(label("back"))
    for one in papers:
        leaf = one.part.leaves[0]
        rectangle = leaf.frame.rectangle(_number_box(*leaf.frame.size))
        row = rows.get(one.part.link, rows[""])
        body = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%b]/Dest%b/P %d 0 R/Contents%b"
        body %= (digits(*rectangle), row, leaf.number, words)
        book.put(one.back, body + (b">>" if one.key is None else b"/StructParent %d>>" % one.key))


def _file(
    binding: _Binding,
    bound: Sequence[_Sewn],
    papers: int,
    about: Information,
    intent: bytes,
    attachments: Sequence[Attachment],
) -> bytes:
    """The file of all that is ``bound``, in order; ``papers`` of them stand behind the list."""
    book = binding.book
    leaves = [leaf for one in bound for leaf in one.part.leaves]
    kids = b" ".join(b"%d 0 R" % leaf.number for leaf in leaves)
    book.put(binding.pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(leaves), kids))
    lines = outline((one.part.path, one.part.leaves[0].target()) for one in bound)
    front = _pages(bound[:_FRONT])
    numbered = _pages(bound[_FRONT : _FRONT + papers])
    catalog = b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/Metadata %d 0 R/Lang%b%b%b%b%b%b>>" % (
        binding.pages,
        add_outline(book, lines),
        add_metadata(book, about, archival=bool(intent)),
        b"(%b)" % about.language.encode("ascii"),
        page_labels(front, numbered, len(leaves) - front - numbered),
        intent,
        add_attachments(book, attachments),
        binding.tags.finish([one.branch for one in bound if one.branch is not None]),
        b"/PageMode/UseOutlines/ViewerPreferences<</DisplayDocTitle true>>",
    )
    return book.file(book.add(catalog), add_information(book, about))


def _pages(some: Sequence[_Sewn]) -> int:
    return sum(len(one.part.leaves) for one in some)
