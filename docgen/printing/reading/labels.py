"""The label of a list put before its paragraph: number or bullet, and what keeps it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.printing import glyphs
from docgen.printing.model.text import Kind, Piece
from docgen.printing.reading import symbols

if TYPE_CHECKING:
    from docgen.printing.model.text import Paragraph
    from docgen.printing.reading.looks import Look
    from docgen.printing.reading.paper import Reader
    from docgen.printing.reading.styles import Dressed

_SHARE = {"left": 0.0, "start": 0.0, "center": 0.5, "right": 1.0, "end": 1.0}
_TWIPS = 20


def labelled(
    paragraph: Paragraph, dressed: Dressed, reader: Reader, faults: list[Words]
) -> Paragraph:
    """``paragraph`` with the label of its list, if it is in one."""
    if not dressed.list:
        return paragraph
    label = reader.counters.label(dressed.list, dressed.level)
    if label is None:
        return paragraph
    look = reader.styles.label(label.level, dressed.mark_values, paragraph.form.style)
    faults.extend(label.level.faults)
    if look.letters.hidden:
        return paragraph
    text = _seen(label.text, look, faults)
    form = paragraph.form
    share = _SHARE.get(label.level.align, 0.0)
    if share and text:
        wide = glyphs.width(text, look.letters) * _TWIPS
        form = form.changed(first=form.first - round(share * wide))
    pieces = [Piece(Kind.TEXT, look.letters, text)] if text else []
    if label.level.suffix == "tab":
        pieces.append(Piece(Kind.TAB, look.letters))
    elif label.level.suffix == "space":
        pieces.append(Piece(Kind.TEXT, look.letters, " "))
    return paragraph.changed(form=form, pieces=(*pieces, *paragraph.pieces))


def _seen(text: str, look: Look, faults: list[Words]) -> str:
    """The label as Unicode: bullets come from picture fonts."""
    if look.pictures or any("\uf000" <= c <= "\uf0ff" for c in text):
        text = symbols.shown(text, look.font if look.pictures else "Symbol")
    if any("\ue000" <= c <= "\uf8ff" for c in text):
        faults.append(
            Words(f"ký hiệu đầu dòng của phông {look.font}", f"a bullet of the font {look.font}")
        )
        return ""
    return text
