"""The pages of a PDF from outside, in order, each with what it has from its page tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

from docgen.dossier.frame import Box
from docgen.errors import RecordError
from docgen.scans.outside.messages import NO_PAGES, swelling
from docgen.scans.outside.values import count, entry, key_of, number, numbers, sorted_box
from docgen.scans.pictures import too_many

if TYPE_CHECKING:
    from collections.abc import Mapping

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_MOST_WAITING = 20_000
_LETTER = (0.0, 0.0, 612.0, 792.0)
"""What viewers take for a page that tells no size."""
_QUARTER, _FULL = 90, 360


class Sheet(NamedTuple):
    """One page as it stands in the file.

    Attributes:
        page: Its dictionary.
        given: What it has from above.
    """

    page: pikepdf.Dictionary
    given: Mapping[str, Any]

    def get(self, key: str) -> Any:  # noqa: ANN401 - PDF values have any type
        """The entry ``key`` of the page, its own before what it has from above."""
        found = self.page.get(key)
        return self.given.get(key) if found is None else found

    def box(self, key: str) -> tuple[float, ...] | None:
        """A box of the page, its lower left corner first."""
        found = numbers(self.get(key), len(_LETTER))
        return None if found is None else sorted_box(found)

    @property
    def paper(self) -> tuple[float, ...]:
        """The box of its paper."""
        return self.box("/MediaBox") or _LETTER

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of what is seen, in points; turned pages are not told apart."""
        box = Box(*(self.box("/CropBox") or self.paper)).within(Box(*self.paper))
        unit = number(self.page.get("/UserUnit"), 1.0)
        unit = unit if unit > 0 else 1.0
        return (box.right - box.left) * unit, (box.top - box.bottom) * unit

    @property
    def turn(self) -> int:
        """Degrees clockwise by which it is shown turned, a multiple of 90."""
        return int(count(self.get("/Rotate")) / _QUARTER) * _QUARTER % _FULL


class Tree(NamedTuple):
    """The pages of a PDF.

    Attributes:
        sheets: Those that are there.
        counted: How many the PDF says it has.
        lost: How many entries of the page tree lead to nothing.
    """

    sheets: list[Sheet]
    counted: int
    lost: int


def tree_of(pdf: pikepdf.Pdf, name: str, most: int) -> Tree:
    """The pages of ``pdf``.

    Args:
        pdf: The PDF.
        name: What a user calls it, for messages.
        most: How many pages it may have.

    Raises:
        RecordError: There are none or too many, or the page tree goes round in circles.
    """
    root = entry(pdf.Root, "/Pages")
    sheets: list[Sheet] = []
    seen: set[tuple[int, int] | None] = set()
    waiting: list[tuple[Any, Mapping[str, Any]]] = [(root, {})]
    lost = 0
    while waiting:
        node, given = waiting.pop()
        kids = entry(node, "/Kids")
        if isinstance(kids, pikepdf.Array):
            key = key_of(node)
            if key in seen:
                raise RecordError(swelling(name))
            if len(waiting) + len(kids) > _MOST_WAITING:
                raise too_many(name, most)
            seen |= {key} - {None}
            own = {key: node[key] for key in _INHERITED if key in node}
            waiting += [(kid, {**given, **own}) for kid in reversed(list(kids))]
        elif isinstance(node, pikepdf.Dictionary):
            sheets.append(Sheet(node, given))
        else:
            lost += 1
        if len(sheets) > most:
            raise too_many(name, most)
    if not sheets:
        raise RecordError(NO_PAGES.at(name))
    return Tree(sheets, count(entry(root, "/Count"), len(sheets)), lost)
