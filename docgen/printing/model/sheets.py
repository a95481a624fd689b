"""Pages, sections, and the paper as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.values import Value

if TYPE_CHECKING:
    from datetime import datetime

    from docgen.printing.model.text import Block, Sides


class Page(Value):
    """The page of a section: size, margins, and how far header and footer are from the edges."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int
    footer: int = 0

    @property
    def column(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right


class Running(Value):
    """What runs along at the head, or at the foot, of pages."""

    usual: tuple[Block, ...] = ()
    first: tuple[Block, ...] = ()
    even: tuple[Block, ...] = ()

    @property
    def shown(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.usual or self.first or self.even)


class Columns(Value):
    """Columns of equal width with ``gap`` between them; ``ruled`` draws a line in the gap."""

    count: int = 1
    gap: int = 720
    ruled: bool = False


class Section(Value):
    """A run of pages of one shape; ``start`` restarts the page number, None goes on counting.

    ``begins`` is how it follows the one before: "nextPage", "continuous", "evenPage", "oddPage".
    """

    page: Page
    blocks: tuple[Block, ...]
    header: Running = Running()
    footer: Running = Running()
    title_page: bool = False
    start: int | None = None
    numbers: str = "decimal"
    begins: str = "nextPage"
    columns: Columns = Columns()
    valign: str = "top"
    frame: Sides | None = None
    frame_from: str = "text"
    """Whether the lines around a page are measured from the "page"'s edge or from the "text"."""


class About(Value):
    """The document properties that go into the PDF."""

    title: str = ""
    author: str = ""
    language: str = "vi"
    modified: datetime | None = None


class Paper(Value):
    """A whole paper, ready to be set; ``tab`` is the distance of the default tab stops."""

    about: About
    sections: tuple[Section, ...]
    tab: int = 720
    two_sided: bool = False
    """Whether even pages have headers and footers of their own."""
    over: bool = False
    """Whether tab stops beyond the margin are used, as before Word 2013."""
