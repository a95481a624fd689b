"""Pages of scans in the order and the way up that a person gave them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter

from docgen.dossier.fence import fenced
from docgen.errors import OutsideError
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.errors import DocgenError

QUARTERS = 4
"""Quarter turns after which a page is as it was."""


class Leaf(Value):
    """One page: its place in the file, from 0, and its quarter turns clockwise."""

    page: int
    turn: int = 0


def arranged(pdf: bytes, leaves: Iterable[Leaf], name: str) -> bytes:
    """The pages of ``pdf`` that ``leaves`` name, in their order, each turned.

    Raises:
        OutsideError: the file is damaged.
    """
    with fenced(lambda _: _damaged(name)):
        reader, writer = PdfReader(BytesIO(pdf)), PdfWriter()
        for leaf in leaves:
            writer.add_page(reader.pages[leaf.page]).rotate(90 * (leaf.turn % QUARTERS))
        out = BytesIO()
        writer.write(out)
    return out.getvalue()


def _damaged(name: str) -> DocgenError:
    return OutsideError.at(name, "tệp PDF bị hỏng", "the PDF is damaged")
