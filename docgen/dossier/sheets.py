"""Pages of the dossier, carried from their PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject

from docgen.dossier.source import follow, key_of
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PageObject

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
