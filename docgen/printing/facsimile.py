"""A print to be looked at: its pages as pictures, its words line by line with their places."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

from docgen.errors import MissingToolError, OutsideError, Place, Problem, Words
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2  # type: ignore[import-untyped]

_busy = Lock()
"""The library must not be entered by two threads at once."""
_LINE: Final = re.compile(r"[^\r\n]+")
_SPACES: Final = re.compile(r"\s+")


class Box(Value):
    """Where something stands on a page: points from its left and upper edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom, in points."""
        return self.bottom - self.top


class Line(Value):
    """One line of a page: its words, single spaces between them, and its place."""

    text: str
    box: Box


class Found(Value):
    """Words that were looked for, what stands before and after them, their place on each line."""

    text: str
    before: str
    after: str
    boxes: tuple[Box, ...]


class Page(Value):
    """One page: its size in points, its lines in reading order, what was found on it."""

    width: float
    height: float
    lines: tuple[Line, ...]
    found: tuple[Found, ...] = ()

    @property
    def text(self) -> str:
        """Its words, a line below the other."""
        return "\n".join(line.text for line in self.lines)


def pages(pdf: bytes, name: str, wanted: re.Pattern[str] | None = None) -> tuple[Page, ...]:
    """Every page of ``pdf``, called ``name`` in messages; words that fit ``wanted`` are found.

    Raises:
        MissingToolError: the library that reads prints is not installed.
        OutsideError: the file is damaged.
    """
    with _opened(pdf, name) as document:
        return tuple(_page(sheet, wanted) for sheet in document)


def picture(pdf: bytes, name: str, page: int, width: int) -> bytes:
    """The PNG of one page, counted from 0, ``width`` pixels wide, in greys.

    Raises:
        IndexError: there is no such page.
        MissingToolError: as for :func:`pages`.
        OutsideError: as for :func:`pages`.
    """
    with _opened(pdf, name) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        sheet = document[page]
        drawn = sheet.render(scale=width / sheet.get_width(), grayscale=True).to_pil()
    png = io.BytesIO()
    drawn.save(png, "PNG", compress_level=_QUICK)
    return png.getvalue()


_QUICK: Final = 1
"""A picture goes to the same machine: time counts, size hardly."""


@contextmanager
def _opened(pdf: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    """The print read; nothing that the library throws gets past here as it is."""
    try:
        import pypdfium2  # noqa: PLC0415 - of the extra `web`
    except ModuleNotFoundError:
        raise MissingToolError(Problem(Place(name), _MISSING, _INSTALL)) from None
    with _busy:
        try:
            document = pypdfium2.PdfDocument(pdf)
            try:
                yield document
            finally:
                document.close()
        except pypdfium2.PdfiumError:
            raise OutsideError.at(
                name, "không đọc được bản in PDF này", "this print (PDF) cannot be read"
            ) from None


def _page(sheet: pypdfium2.PdfPage, wanted: re.Pattern[str] | None) -> Page:
    words = _Words(sheet)
    lines = (words.line(found) for found in _LINE.finditer(words.text))
    sought = () if wanted is None else map(words.found, wanted.finditer(words.text))
    told = tuple(line for line in lines if line is not None)
    return Page(sheet.get_width(), words.height, told, tuple(sought))


class _Words:
    """The words of a page, and where each of them stands."""

    def __init__(self, sheet: pypdfium2.PdfPage) -> None:
        self._page = sheet.get_textpage()
        self.height: float = sheet.get_height()
        self.text: str = self._page.get_text_range()

    def line(self, found: re.Match[str]) -> Line | None:
        text, boxes = _spaced(found.group()), self._boxes(found)
        if not text or not boxes:
            return None
        return Line(
            text,
            Box(
                min(box.left for box in boxes),
                min(box.top for box in boxes),
                max(box.right for box in boxes),
                max(box.bottom for box in boxes),
            ),
        )

    def found(self, found: re.Match[str]) -> Found:
        before = _spaced(self.text[max(0, found.start() - _AROUND) : found.start()])
        after = _spaced(self.text[found.end() : found.end() + _AROUND])
        return Found(_spaced(found.group()), before, after, self._boxes(found))

    def _boxes(self, found: re.Match[str]) -> tuple[Box, ...]:
        count = self._page.count_rects(found.start(), len(found.group()))
        rects = (self._page.get_rect(place) for place in range(count))
        return tuple(
            Box(left, self.height - top, right, self.height - bottom)
            for left, bottom, right, top in rects
        )


_AROUND: Final = 80
"""Characters on each side of what was looked for."""


def _spaced(text: str) -> str:
    """``text`` with single spaces, none of them at its ends."""
    return _SPACES.sub(" ", text).strip()


_MISSING = Words("chưa cài phần xem văn bản trên màn hình", "prints cannot be shown on the screen")
_INSTALL = Words(
    "Cài docgen cùng phần web: pip install docgen-antt[web].",
    "Install docgen with its web part: pip install docgen-antt[web].",
)
