"""What a Word file says: the words of its paragraphs, in order, without their look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.word.package import open_package
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator


def paragraphs(docx: bytes, name: str) -> Iterator[str]:
    """The words of every paragraph of the main part, those of tables among them.

    Args:
        docx: The file.
        name: What messages call it.

    Raises:
        TemplateError: damaged, unsafe, or no Word document.
    """
    package = open_package(docx, name)
    root = package.xml(package.document)
    for paragraph in () if root is None else root.iter(f"{W}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
