"""The ten digits of the page numbers of a dossier, which are laid over the pages of its papers."""

from __future__ import annotations

from docgen.printing.typeset import Source, typeset

SIZE = 11
"""In points: smaller than a paper's own page number (13-14)."""
_BELOW = 3
"""Points kept under the line that the digits stand on: round ones reach below it."""
_TEXT = f"""\
#set document(title: "Số trang hồ sơ")
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: "Liberation Serif", size: {SIZE}pt, fallback: false, lang: "vi", \
top-edge: {SIZE}pt, bottom-edge: -{_BELOW}pt)
#pdf.artifact[0123456789]
"""


def numerals() -> bytes:
    """A PDF/A-2b of one transparent page with the digits from 0 to 9, and no margin around them.

    Raises:
        OutsideError: Typst fails.
    """
    return typeset(Source(_TEXT), "numerals")
