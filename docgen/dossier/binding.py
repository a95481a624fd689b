"""PDFs bound into one dossier: cover, list of documents, and the papers, numbered and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from docgen.dossier.carrying import Carrier
from docgen.dossier.ink import Ink, number_box
from docgen.dossier.links import Targets
from docgen.dossier.marks import add_outline, outline, page_labels
from docgen.dossier.parts import DossierPart, Sheaf, listing_rows, titles
from docgen.dossier.sewing import Sewing, Sewn
from docgen.dossier.sheets import digits
from docgen.dossier.source import Source
from docgen.dossier.structure import Tags
from docgen.dossier.words import label
from docgen.errors import OutsideError, RecordError, TemplateError, together
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.errors import DocgenError

_FRONT = 2


def bind(
    cover: bytes,
    listing: bytes,
    parts: Sequence[DossierPart],
    numerals: bytes,
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
        numerals: As :class:`Binder` takes them.
        about: What the PDF tells about itself.
        closing: The end-of-file sheet, if there is one.
        attachments: Files to be kept inside, byte by byte.
    """
    binder = Binder(titles(parts), numerals)
    for part in parts:
        binder.add(part)
    return binder.block().cased(Covers(cover, listing, closing), about, attachments)


class Binder:
    """Binds papers one after another, as they come, under their continuous numbers."""

    def __init__(self, links: Mapping[str, str], numerals: bytes) -> None:
        """Begin a dossier.

        Args:
            links: What each paper to come is called, by the ``docgen:`` link that leads to it.
            numerals: A PDF of one transparent page with the digits from 0 to 9, each as wide as
                the others, and no margin around them.

        Raises:
            ValueError: The ten digits are not there.
        """
        book = Book()
        sheaf, targets = Sheaf(book), Targets(book, links)
        self._sewing = Sewing(sheaf, book.reserve(), targets, Tags.begun(book))
        carrier = Carrier(Source(numerals, label("numerals")), book, sheaf.streams)
        self._ink = Ink(carrier, book)
        self._bound: list[Sewn] = []
        self._faults: list[DocgenError] = []

    def add(self, part: DossierPart) -> None:
        """Bind ``part`` behind those that came before, on a new page; :meth:`block` tells faults.

        It is opened for that and closed again: there may be a thousand of them.
        """
        rank = _FRONT + len(self._bound)
        try:
            opened_part = self._sewing.sheaf.opened(part, rank, listed=True)
            self._bound.append(self._sewing.add(opened_part, self._ink))
        except (OutsideError, RecordError) as fault:
            self._faults.append(fault)

    def block(self) -> Block:
        """All that was bound, without covers.

        Raises:
            RecordError: A PDF is locked by a password.
            OutsideError: A PDF is damaged or is no PDF; all that are so are told at once.
            TemplateError: A ``docgen:`` link leads nowhere.
        """
        if self._faults:
            raise together(self._faults)
        _refuse_astray(self._bound)
        numbers = self._ink.carrier
        numbers.finish()
        colours = (colours_of(numbers.source), *(one.colours for one in self._bound))
        return Block(self._sewing, tuple(self._bound), frozenset(colours))


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

    @property
    def named(self) -> list[DossierPart]:
        """Those that there are, by the names that a user calls them by."""
        cover = DossierPart((label("cover"),), self.cover)
        listing = DossierPart((label("listing"),), self.listing)
        behind = (
            [DossierPart((label("closing"),), self.closing)] if self.closing is not None else []
        )
        return [cover, listing, *behind]


class Block(Value):
    """Papers bound but for the covers; the chairs of a linked model each put theirs around them."""

    sewing: Sewing
    papers: tuple[Sewn, ...]
    colours: frozenset[int]

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
        sewing = self.sewing.copy()
        ranks = (0, 1, _FRONT + len(self.papers))
        around = [
            sewing.sheaf.opened(part, rank, listed=False)
            for part, rank in zip(covers.named, ranks, strict=False)
        ]
        _lead_back(sewing.book, self.papers, listing_rows(around[1]))
        cased_in = [sewing.add(part) for part in around]
        _refuse_astray(cased_in)
        cover, listing, *closing = cased_in
        colours = self.colours.union(one.colours for one in cased_in)
        intent = b"" if attachments else output_intent(around[0].carrier, colours)
        around[0].carrier.finish()
        bound = [cover, listing, *self.papers, *closing]
        return _file(sewing, bound, len(self.papers), about, intent, attachments)


def _refuse_astray(bound: Sequence[Sewn]) -> None:
    """Tell all links of ``bound`` at once that lead to no paper."""
    problems = [problem for one in bound for problem in one.astray]
    if problems:
        raise TemplateError(*problems)


def _lead_back(book: Book, papers: Sequence[Sewn], rows: Mapping[str, bytes]) -> None:
    """Lead the continuous number of each paper to its row in the list."""
    words = text(label("back"))
    for one in papers:
        place = one.placed.start
        rectangle = place.frame.rectangle(number_box(*place.frame.size))
        row = rows.get(one.placed.part.link, rows[""])
        body = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%b]/Dest%b/P %d 0 R/Contents%b"
        body %= (digits(*rectangle), row, place.number, words)
        book.put(
            one.placed.back, body + (b">>" if one.key is None else b"/StructParent %d>>" % one.key)
        )


def _file(
    sewing: Sewing,
    bound: Sequence[Sewn],
    papers: int,
    about: Information,
    intent: bytes,
    attachments: Sequence[Attachment],
) -> bytes:
    """The file of all that is ``bound``, in order; ``papers`` of them stand behind the list."""
    book = sewing.book
    places = [place for one in bound for place in one.placed.places]
    kids = b" ".join(b"%d 0 R" % place.number for place in places)
    book.put(sewing.pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(places), kids))
    lines = outline((one.placed.part.path, one.placed.start.target()) for one in bound)
    front = _pages(bound[:_FRONT])
    numbered = _pages(bound[_FRONT : _FRONT + papers])
    catalog = b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/Metadata %d 0 R/Lang%b%b%b%b%b%b>>" % (
        sewing.pages,
        add_outline(book, lines),
        add_metadata(book, about, archival=bool(intent)),
        b"(%b)" % about.language.encode("ascii"),
        page_labels(front, numbered, len(places) - front - numbered),
        intent,
        add_attachments(book, attachments),
        sewing.tags.finish([one.branch for one in bound if one.branch is not None]),
        b"/PageMode/UseOutlines/ViewerPreferences<</DisplayDocTitle true>>",
    )
    return book.file(book.add(catalog), add_information(book, about))


def _pages(some: Sequence[Sewn]) -> int:
    return sum(len(one.placed.places) for one in some)
