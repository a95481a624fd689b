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
from docgen.dossier.frame import Box
from docgen.dossier.marks import add_outline, outline, page_labels
from docgen.dossier.parts import (
    DossierPart,
    Measured,
    Sheaf,
    link_targets,
    listing_rows,
    measured,
)
from docgen.dossier.sewing import Sewing, Sewn
from docgen.dossier.sheets import Ink, digits
from docgen.dossier.source import opened
from docgen.dossier.structure import Tags
from docgen.dossier.words import label
from docgen.errors import TemplateError
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    block = sewn(measured(parts), stamps)
    return block.cased(Covers(cover, listing, closing), about, attachments)


def sewn(papers: Sequence[Measured], stamps: bytes) -> Block:
    """The papers in order under their continuous numbers, each on a new page: all but the covers.

    Args:
        papers: The papers.
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
    (numbers,) = measured([DossierPart((label("stamps"),), stamps)])
    if len(numbers.frames) != sum(len(paper.frames) for paper in papers):
        raise ValueError("one stamp is needed for each page of the papers")
    placed = [sheaf.placed(paper, listed=True) for paper in papers]
    sewing = Sewing(sheaf, pages, link_targets(placed), Tags.begun(sheaf.book))
    stamped = Carrier(opened(stamps, numbers.part.name), sheaf.book, sheaf.streams)
    ink = Ink(stamped, sheaf.book)
    bound = [sewing.bound(paper, rank, ink) for rank, paper in enumerate(placed, _FRONT)]
    _refuse_astray(bound)
    stamped.finish()
    colours = frozenset((colours_of(stamped.source), *(one.colours for one in bound)))
    return Block(sewing, tuple(bound), colours)


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


def _number_box(width: float, height: float) -> Box:
    """The rectangle of the continuous number on a page of this size, in points as shown."""
    right, top = width - _RIGHT, height - _TOP
    return Box(right - _WIDTH, top - _HEIGHT, right, top)


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
            sewing.sheaf.opened(sewing.sheaf.placed(paper, listed=False), rank)
            for paper, rank in zip(measured(covers.named), ranks, strict=False)
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
        rectangle = place.frame.rectangle(_number_box(*place.frame.size))
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
