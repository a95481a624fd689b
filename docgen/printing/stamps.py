"""Page numbers for a dossier: transparent pages to lay over the pages of its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.printing.typeset import Source, typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 11
"""Of the number, in points: smaller than a paper's own page number (13-14)."""
FROM_RIGHT = "15mm"
BASE_LINE = "9mm"
"""From the page's top edge, above the paper's own number."""
_GROUND = f"""\
#set document(title: "Số trang hồ sơ")
#set text(font: "Liberation Serif", size: {SIZE}pt, fallback: false, lang: "vi", \
top-edge: "baseline", bottom-edge: "baseline")
#let stamp(width, height, number) = page(width: width, height: height, margin: 0pt, fill: none, \
background: place(top + right, dx: -{FROM_RIGHT}, dy: {BASE_LINE}, number))[]
"""


def stamps(first: int, sizes: Sequence[tuple[float, float]]) -> bytes:
    """A PDF/A-2b of one transparent page for each of ``sizes``, numbered from ``first``.

    Args:
        first: the number on the first page.
        sizes: width and height of each page, in points.

    Raises:
        OutsideError: Typst fails.
    """
    pages = (
        f'#stamp({width:.3f}pt, {height:.3f}pt, "{number}")\n'
        for number, (width, height) in enumerate(sizes, first)
    )
    return typeset(Source(_GROUND + "".join(pages)), "stamps")
