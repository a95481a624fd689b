"""What a Word file says: the words of its paragraphs, in order, without their look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.word import unpacked
from docgen.word.package import open_package
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element


def paragraphs(docx: bytes, name: str) -> Iterator[str]:
    """The words of every paragraph of the main part, those of tables among them.

    Args:
        docx: The file.
        name: What messages call it.

    Raises:
        TemplateError: damaged, unsafe, or no Word document.
    """
    known = unpacked.words_of(docx)
    if known is None:
        package = open_package(docx, name)
        root = package.xml(package.document)
        known = () if root is None else words_in(root)
    return iter(known)


def words_in(root: Element) -> list[str]:
    """The words of every paragraph in ``root``."""
    paragraphs_ = root.iter(f"{W}p")
    return ["".join([text.text or "" for text in one.iter(f"{W}t")]) for one in paragraphs_]
