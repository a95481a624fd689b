"""The continuous numbers of a dossier, laid over the pages of its papers."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, NameObject, read_object

from docgen.dossier.frame import Box
from docgen.dossier.sheets import contents_of, digits, drawing
from docgen.dossier.source import Raw, follow, key_of

if TYPE_CHECKING:
    from pypdf import PageObject

    from docgen.dossier.book import Book
    from docgen.dossier.carrying import Carrier
    from docgen.dossier.sheets import Leaf

_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC")
_SHOWN = re.compile(rb"(\[.*\]|\(.*\)|<[0-9A-Fa-f]*>)\s*T[Jj]", re.DOTALL)
_DIGITS = 10
_FROM_RIGHT, _FROM_TOP = 42.52, 14.512
"""The upper right corner of a number, in points from that of the page as shown. Digits of 11 points
so stand on a line 9 mm from the upper edge and end 15 mm from the right one, above a paper's own
number."""
_RIGHT, _TOP, _WIDTH, _HEIGHT = 36.0, 11.0, 36.0, 21.0
"""The box of the number in points: off the upper right corner as shown, its size."""


def number_box(width: float, height: float) -> Box:
    """The rectangle of the number on a page of this size, in points as shown."""
    right, top = width - _RIGHT, height - _TOP
    return Box(right - _WIDTH, top - _HEIGHT, right, top)


class Ink:
    """Lays continuous numbers over pages, written with the digits of one small PDF.

    Attributes:
        carrier: Carries what the digits are drawn with.
    """

    def __init__(self, carrier: Carrier, book: Book) -> None:
        """Take the digits from the one page of ``carrier``, in order, as wide as each other.

        Raises:
            ValueError: They are not ten.
        """
        self.carrier = carrier
        self._book = book
        self._last = 0
        self._before = book.add_stream(b"", b"q\n", pack=False)
        self._after: dict[bytes, int] = {}
        (page,), (frame,) = carrier.source.pages, carrier.source.frames
        width, self._height = frame.size
        self._width = width / _DIGITS
        drawn = _MARKED.sub(b"/Span BMC", drawing(page))
        self._start, shown, self._end = _parted(drawn)
        size, rest = divmod(len(shown), _DIGITS)
        if rest or not size:
            raise ValueError("ten digits are needed")
        self._codes = [shown[size * digit : size * (digit + 1)] for digit in range(_DIGITS)]
        self._fonts = carrier.value(page.raw_get("/Resources"))

    def lay(self, leaf: Leaf, carrier: Carrier) -> bytes:
        """Resources and contents of ``leaf`` under the next number: the end of its page object."""
        self._last += 1
        number = str(self._last)
        name, resources = _resources(leaf.page, carrier)
        over = self._over(leaf, name, len(number) * self._width)
        drawn = (self._before, *contents_of(leaf, carrier), over)
        listed = b" ".join(b"%d 0 R" % stream for stream in drawn)
        return b"%b/%b %d 0 R>>>>/Contents[%b]>>" % (resources, name, self._form(number), listed)

    def _form(self, number: str) -> int:
        """The number as a form: its names for fonts do not meet those of the page."""
        box = digits(0, 0, len(number) * self._width, self._height)
        entries = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources %b" % (box, self._fonts)
        shown = b"".join(self._codes[int(digit)] for digit in number).hex().encode()
        drawn = b"%b<%b>Tj%b" % (self._start, shown, self._end)
        return self._book.add_stream(entries, drawn, pack=False)

    def _over(self, leaf: Leaf, name: bytes, wide: float) -> int:
        """What ends the page's own drawing and shows a number so ``wide`` in its upper corner."""
        width, height = leaf.frame.size
        dx = width - _FROM_RIGHT - wide
        dy = height - _FROM_TOP - self._height
        drawn = b"\nQ\n/Artifact<</Type/Pagination>>BDC\nq %b cm/%b Do Q\nEMC\n" % (
            digits(*leaf.frame.matrix.moved(dx, dy)),
            name,
        )
        if drawn not in self._after:
            self._after[drawn] = self._book.add_stream(b"", drawn, pack=False)
        return self._after[drawn]


def _parted(drawn: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before the text that is ``drawn``, the codes of its letters, what stands behind.

    Raises:
        ValueError: No text is drawn.
    """
    found = _SHOWN.search(drawn)
    if found is None:
        raise ValueError("no digits are drawn")
    shown = read_object(BytesIO(found[1]), None)
    pieces = shown if isinstance(shown, list) else [shown]
    codes = b"".join(getattr(piece, "original_bytes", b"") for piece in pieces)
    return drawn[: found.start()], codes, drawn[found.end() :]


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
