"""PDFs from outside become one that is mere paper: what is seen on their pages, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, NameObject, NumberObject

from docgen.dossier.archival import text
from docgen.dossier.book import Book
from docgen.dossier.carrying import Carrier
from docgen.dossier.links import annotations_of
from docgen.dossier.sheets import digits, drawing
from docgen.dossier.source import follow, key_of
from docgen.dossier.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

    from docgen.dossier.source import Source

_BOXES = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group")
_HIDDEN = 2 | 32
"""Hidden and NoView: a reader does not see them."""
_SILENT = frozenset({"/Link", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D"})
_PRINT = 4


@dataclass(slots=True)
class _Sheaf:
    """The joined PDF in the making: numbers of its page tree and tag tree, and what they hold."""

    book: Book
    pages: int
    root: int
    document: int
    leaves: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)

    def add(self, page: PageObject, carrier: Carrier) -> None:
        """Add what is seen of ``page``: its drawing as one form, which it cannot reach out of."""
        number = self.leaves[len(self.tags)]
        form = self._form(page, carrier)
        kind = b"P" if _has_words(page) else b"Figure"
        self.tags.append(self._tag(kind, number))
        drawn = b"/%b<</MCID 0>>BDC\n/Page Do\nEMC" % kind
        body = b"<</Type/Page/Parent %d 0 R/StructParents %d" % (self.pages, len(self.tags) - 1)
        for name in _BOXES:
            if name in page:
                body += b"%b %b" % (name.encode(), carrier.value(page.raw_get(name)))
        notes = [carrier.value(look) for look in _looks(page)]
        if notes:
            listed = b"".join(
                b"%b/P %d 0 R>>" % (note.removesuffix(b">>"), number) for note in notes
            )
            body += b"/Annots[%b]" % listed
        contents = self.book.add_stream(b"", drawn, pack=False)
        body += b"/Resources<</XObject<</Page %d 0 R>>>>/Contents %d 0 R>>" % (form, contents)
        self.book.put(number, body)

    def _form(self, page: PageObject, carrier: Carrier) -> int:
        box = digits(*(float(number) for number in page.mediabox))
        resources = carrier.value(page.get("/Resources", DictionaryObject()))
        entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources %b" % (box, resources)
        return self.book.add_stream(entries, drawing(page))

    def _tag(self, kind: bytes, page: int) -> int:
        """The element of a page: its words where it has some, else a figure with its number."""
        words = label("signed_page", number=len(self.tags) + 1)
        entry = b"/Alt" if kind == b"Figure" else b"/T"
        body = b"<</Type/StructElem/S/%b/P %d 0 R/Pg %d 0 R/K[0]%b%b>>"
        return self.book.add(body % (kind, self.document, page, entry, text(words)))

    def finish(self) -> bytes:
        """The file."""
        kids = _listed(self.leaves)
        self.book.put(self.pages, b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(self.leaves), kids))
        tags = _listed(self.tags)
        body = b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>"
        self.book.put(self.document, body % (self.root, tags))
        parents = b" ".join(b"%d[%d 0 R]" % pair for pair in enumerate(self.tags))
        body = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTreeNextKey %d/ParentTree<</Nums[%b]>>>>"
        self.book.put(self.root, body % (self.document, len(self.tags), parents))
        body = b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>>>"
        root = self.book.add(body % (self.pages, self.root))
        return self.book.file(root, self.book.add(b"<<>>"), packed=False)


def _listed(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def joined(sources: Sequence[Source]) -> bytes:
    """One PDF with the pages of all ``sources``, as a reader sees them and tagged as such.

    Links, scripts, form fields, attachments, tags and all that a viewer would act upon stay
    behind; of notes and form fields only their look is kept. It claims no PDF/A.

    Raises:
        OutsideError: A source is damaged.
    """
    book = Book()
    sheaf = _Sheaf(book, book.reserve(), book.reserve(), book.reserve())
    streams: dict[bytes, int] = {}
    for source in sources:
        carrier = Carrier(source, book, streams)
        with source.reading():
            for page in source.pages:
                sheaf.leaves.append(book.reserve())
                key = key_of(page.indirect_reference)
                if key is not None:
                    carrier.stand_in(key, sheaf.leaves[-1])
            for page in source.pages:
                sheaf.add(page, carrier)
            carrier.finish()
    return sheaf.finish()


def _has_words(page: PageObject) -> bool:
    """Whether ``page`` may show words: it has fonts, itself or in a form that it draws."""
    resources = follow(page.get("/Resources"))
    if not isinstance(resources, dict):
        return False
    things = follow(resources.get("/XObject")) or {}
    forms = (follow(follow(thing).get("/Resources")) for thing in things.values())
    return any(used and "/Font" in used for used in (resources, *forms))


def _looks(page: PageObject) -> Iterator[DictionaryObject]:
    """The look of each note and field that a reader of ``page`` sees, as a stamp."""
    for entry in annotations_of(page):
        note = follow(entry)
        look = follow(note.get("/AP"))
        flags = int(follow(note.get("/F", 0)))
        if note.get("/Subtype") in _SILENT or flags & _HIDDEN or not isinstance(look, dict):
            continue
        if "/N" not in look or "/Rect" not in note:
            continue
        kept = DictionaryObject({k: v for k, v in note.items() if k in ("/Rect", "/AS")})
        kept[NameObject("/AP")] = DictionaryObject(
            {NameObject("/N"): DictionaryObject(look).raw_get("/N")}
        )
        kept[NameObject("/Type")] = NameObject("/Annot")
        kept[NameObject("/Subtype")] = NameObject("/Stamp")
        kept[NameObject("/F")] = NumberObject(_PRINT)
        yield kept
