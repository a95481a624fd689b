"""Pages of the dossier: carried from their PDFs, with the continuous number laid over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, NameObject

from docgen.dossier.source import Raw, follow, key_of
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

    from docgen.dossier.book import Book
    from docgen.dossier.carrying import Carrier
    from docgen.dossier.frame import Frame

# All else that a page may bear (thumbnails, actions, beads, private data) stays behind.
_KEPT = (
    "/MediaBox",
    "/CropBox",
    "/BleedBox",
    "/TrimBox",
    "/ArtBox",
    "/Rotate",
    "/UserUnit",
    "/Group",
    "/Tabs",
)
_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC")


class Place(Value):
    """Where a page stands in the dossier.

    Attributes:
        number: The number of its new object.
        frame: What is seen of it.
    """

    number: int
    frame: Frame

    def target(self, y: float | None = None) -> bytes:
        """The destination that shows this page from the height ``y``, or from its upper edge."""
        left, top = self.frame.matrix.apply(0, self.frame.size[1])
        return b"[%d 0 R/XYZ %b null]" % (self.number, digits(left, top if y is None else y))


class Leaf(Value):
    """One page to be bound: its place, and the page as it came."""

    place: Place
    page: PageObject

    @property
    def number(self) -> int:
        """The number of its new object."""
        return self.place.number

    @property
    def frame(self) -> Frame:
        """What is seen of it."""
        return self.place.frame


def digits(*values: float) -> bytes:
    """``values`` as PDF writes them side by side, to a thousandth of a point."""
    return b" ".join(b"%.12g" % round(value, 3) for value in values)


def page_body(leaf: Leaf, carrier: Carrier, parent: int, notes: Sequence[int]) -> bytes:
    """The page object of ``leaf`` up to its resources and contents, still open at the end.

    Args:
        leaf: The page.
        carrier: Carries what the page refers to.
        parent: Number of the page tree.
        notes: Numbers of the page's annotations.
    """
    page = leaf.page
    body = b"<</Type/Page/Parent %d 0 R" % parent
    for name in _KEPT:
        if name in page:
            body += b"%b %b" % (name.encode(), carrier.value(page.raw_get(name)))
    if carrier.tags is not None and "/StructParents" in page:
        body += carrier.text(b"/StructParents %b " % carrier.value(page["/StructParents"]))
    if notes:
        body += b"/Annots[%b]" % b" ".join(b"%d 0 R" % note for note in notes)
    return body


def contents_of(leaf: Leaf, carrier: Carrier) -> list[int]:
    """The new numbers of the streams that draw ``leaf``."""
    contents = leaf.page.get("/Contents")
    key = key_of(contents)
    if key is not None and carrier.source.raw(key).tail:
        return [carrier.number(key)]
    entries = follow(contents)
    if not isinstance(entries, list):
        return []
    return [
        carrier.reference(entry) for entry in list.__iter__(entries) if follow(entry) is not None
    ]


class Ink:
    """Lays the page of continuous numbers over the pages of the papers."""

    def __init__(self, carrier: Carrier, book: Book) -> None:
        """Prepare to take pages from ``carrier``, one after another; ``used`` counts them."""
        self.carrier = carrier
        self._book = book
        self.used = 0
        self._before = book.add_stream(b"", b"q\n", pack=False)
        self._after: dict[bytes, int] = {}

    def lay(self, leaf: Leaf, carrier: Carrier) -> bytes:
        """Resources and contents of ``leaf`` under the next stamp: the end of its page object."""
        name, resources = _resources(leaf.page, carrier)
        form = self._form()
        drawn = (self._before, *contents_of(leaf, carrier), self._over(leaf, name))
        self.used += 1
        listed = b" ".join(b"%d 0 R" % number for number in drawn)
        return b"%b/%b %d 0 R>>>>/Contents[%b]>>" % (resources, name, form, listed)

    def _form(self) -> int:
        """The next stamp as a form: its names for fonts do not meet those of the page."""
        page = self.carrier.source.pages[self.used]
        box = self.carrier.source.frames[self.used].box
        resources = self.carrier.value(page.raw_get("/Resources"))
        entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources %b" % (digits(*box), resources)
        return self._book.add_stream(entries, _MARKED.sub(b"/Span BMC", drawing(page)))

    def _over(self, leaf: Leaf, name: bytes) -> int:
        """What ends the page's own drawing and shows the stamp in the upper right corner."""
        stamp = self.carrier.source.frames[self.used]
        width, height = leaf.frame.size
        dx = width - stamp.box.right
        dy = height - stamp.box.top
        matrix = leaf.frame.matrix.moved(dx, dy)
        drawn = b"\nQ\n/Artifact<</Type/Pagination>>BDC\nq %b cm/%b Do Q\nEMC\n" % (
            digits(*matrix),
            name,
        )
        if drawn not in self._after:
            self._after[drawn] = self._book.add_stream(b"", drawn, pack=False)
        return self._after[drawn]


def plain(leaf: Leaf, carrier: Carrier) -> bytes:
    """Resources and contents of ``leaf`` as they came: the end of its page object."""
    resources = leaf.page.get("/Resources", DictionaryObject())
    listed = b" ".join(b"%d 0 R" % number for number in contents_of(leaf, carrier))
    return b"/Resources %b/Contents[%b]>>" % (carrier.value(resources), listed)


def drawing(page: PageObject) -> bytes:
    """What draws ``page``, unpacked."""
    contents = follow(page.get("/Contents"))
    streams = list(contents) if isinstance(contents, list) else [contents]
    return b"\n".join(follow(part).get_data() for part in streams if part is not None)


def _resources(page: PageObject, carrier: Carrier) -> tuple[bytes, bytes]:
    """A free name for one more form, and the page's resources open at the list of forms."""
    given = page.get("/Resources")
    key = key_of(given)
    raw = Raw(b"") if key is None else carrier.source.raw(key)
    if raw.head.endswith(b">>") and b"/XObject" not in raw.head:
        return b"Stamp", b"/Resources %b/XObject<<" % carrier.text(raw.head).removesuffix(b">>")
    resources = DictionaryObject(follow(given) or {})
    forms = DictionaryObject(follow(resources.pop(NameObject("/XObject"), None)) or {})
    name = "Stamp"
    while f"/{name}" in forms:
        name += "x"
    start = carrier.value(resources).removesuffix(b">>")
    listed = carrier.value(forms).removesuffix(b">>")
    return name.encode(), b"/Resources %b/XObject%b" % (start, listed)
