"""PDFs bound into one dossier: cover, list of documents, and the papers, numbered and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.dossier import links
from docgen.dossier.archival import (
    Information,
    add_information,
    add_metadata,
    output_intent,
    text,
)
from docgen.dossier.attachments import Attachment, add_attachments
from docgen.dossier.book import Book
from docgen.dossier.frame import Box
from docgen.dossier.marks import add_outline, outline, page_labels
from docgen.dossier.parts import DossierPart, OpenedPart, link_targets, listing_rows, open_parts
from docgen.dossier.sheets import Ink, digits, page_body, plain
from docgen.dossier.source import key_of
from docgen.dossier.structure import BackLink, Tags
from docgen.dossier.words import label
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    """One PDF: the cover, the list, then every paper, starting on a new page, and the last sheet.

    It is PDF/A-2b where all that is bound is PDF/A and nothing is attached, for an attachment
    would have to be PDF/A itself. Same input, same bytes.

    Args:
        cover: The cover.
        listing: The list of documents; its ``docgen:`` links lead to the papers.
        parts: The papers in order.
        stamps: A transparent page for each page of the papers, with its continuous number;
            laid over it with the upper right corners together.
        about: What the PDF tells about itself.
        closing: The end-of-file sheet, which bears no number and is in no list.
        attachments: Files to be kept inside, byte by byte.

    Raises:
        RecordError: A PDF is locked by a password.
        OutsideError: A PDF is damaged or is no PDF.
        TemplateError: A ``docgen:`` link leads nowhere.
        ValueError: There is not one stamp for each page, or two attachments have one name.
    """
    fronts = (DossierPart((label("cover"),), cover), DossierPart((label("listing"),), listing))
    ends = () if closing is None else (DossierPart((label("closing"),), closing),)
    sheaf = [*fronts, *parts, *ends, DossierPart((label("stamps"),), stamps)]
    return _bound(sheaf, range(_FRONT, _FRONT + len(parts)), about, attachments)


def _bound(
    sheaf: Sequence[DossierPart],
    numbered: range,
    about: Information,
    attachments: Sequence[Attachment],
) -> bytes:
    """All of ``sheaf`` as one PDF, those at ``numbered`` under the stamps, which come last."""
    book = Book()
    pages = book.reserve()
    parts = open_parts(sheaf, book)
    ink = Ink(parts.pop().carrier, book)
    if ink.left != sum(len(parts[place].leaves) for place in numbered):
        raise ValueError("one stamp is needed for each page of the papers")
    binding = _Binding(book, pages, link_targets(parts), listing_rows(parts[1]), Tags(book))
    for place, part in enumerate(parts):
        with part.carrier.source.reading():
            binding.add(part, ink if place in numbered else None)
        part.carrier.let_go()  # there may be a thousand invitations
    return binding.finish(parts, ink, about, attachments)


def _number_box(width: float, height: float) -> Box:
    """The rectangle of the continuous number on a page of this size, in points as shown."""
    right, top = width - _RIGHT, height - _TOP
    return Box(right - _WIDTH, top - _HEIGHT, right, top)


class _Binding(Value):
    """A dossier in the making: what its parts refer to."""

    book: Book
    pages: int
    targets: dict[str, links.Target]
    rows: dict[str, bytes]
    tags: Tags

    def add(self, part: OpenedPart, ink: Ink | None) -> None:
        """Carry all that ``part`` shows, under ``ink`` if it is a paper."""
        carrier = part.carrier
        branch = self.tags.enter(carrier)
        notes = self._annotations(part)
        back = self.book.reserve() if ink else None
        if back:
            notes[0].append(back)
        for leaf, numbers in zip(part.leaves, notes, strict=True):
            start = page_body(leaf, carrier, self.pages, numbers)
            end = ink.lay(leaf, carrier) if ink else plain(leaf, carrier)
            self.book.put(leaf.number, start + end)
        self._add_tags(part, branch, back)
        carrier.finish()

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

    def _add_tags(self, part: OpenedPart, branch: int | None, back: int | None) -> None:
        """Carry the tags of ``part``, and add the link ``back`` to the list."""
        words = text(label("back"))
        link = BackLink(part.leaves[0].number, back, words) if back else None
        key = None
        if branch is not None:
            key = self.tags.carry(part.carrier, branch, text(part.carrier.source.name), link)
        if back is None:
            return
        leaf = part.leaves[0]
        rectangle = leaf.frame.rectangle(_number_box(*leaf.frame.size))
        row = self.rows.get(part.link, self.rows[""])
        body = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%b]/Dest%b/P %d 0 R/Contents%b"
        body %= (digits(*rectangle), row, leaf.number, words)
        self.book.put(back, body + (b">>" if key is None else b"/StructParent %d>>" % key))

    def finish(
        self,
        parts: Sequence[OpenedPart],
        ink: Ink,
        about: Information,
        attachments: Sequence[Attachment],
    ) -> bytes:
        """The file of all ``parts``."""
        leaves = [leaf for part in parts for leaf in part.leaves]
        kids = b" ".join(b"%d 0 R" % leaf.number for leaf in leaves)
        self.book.put(self.pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(leaves), kids))
        carriers = [*(part.carrier for part in parts), ink.carrier]
        intent = b"" if attachments else output_intent(carriers)
        for carrier in (parts[0].carrier, ink.carrier):
            carrier.finish()
        lines = outline((part.path, part.leaves[0].target()) for part in parts)
        front = sum(len(part.leaves) for part in parts[:_FRONT])
        catalog = (
            b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/Metadata %d 0 R/Lang%b%b%b%b%b%b>>"
            % (
                self.pages,
                add_outline(self.book, lines),
                add_metadata(self.book, about, archival=bool(intent)),
                b"(%b)" % about.language.encode("ascii"),
                page_labels(front, ink.used, len(leaves) - front - ink.used),
                intent,
                add_attachments(self.book, attachments),
                self.tags.finish(),
                b"/PageMode/UseOutlines/ViewerPreferences<</DisplayDocTitle true>>",
            )
        )
        return self.book.file(self.book.add(catalog), add_information(self.book, about))
