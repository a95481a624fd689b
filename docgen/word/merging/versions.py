"""A Word file opened to be compared or merged: its parts, styles, body, headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docgen.errors import TemplateError
from docgen.values import Value
from docgen.word import foreign
from docgen.word.markup import parse
from docgen.word.merging.appearance import FileStyles
from docgen.word.merging.reading import PassageReader
from docgen.word.package import open_package
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from docgen.word.merging.passages import Block
    from docgen.word.package import Package

R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_NO_STYLES: Final = b'<w:styles xmlns:w="%s"/>' % W.strip("{}").encode()


class Story(Value):
    """The body, or one header or footer: its part, root element and the blocks in it."""

    part: str
    root: Element
    container: Element
    blocks: tuple[Block, ...]


class File(Value):
    """An opened Word file; the trees are its own and may be changed.

    ``margins`` are the headers and footers, by kind, type and number of the section.
    """

    name: str
    parts: Mapping[str, bytes]
    styles_part: str
    styles: FileStyles
    body: Story
    margins: Mapping[tuple[str, str, int], Story]

    def sections(self) -> list[Element]:
        """Every ``w:sectPr`` in order."""
        return list(self.body.root.iter(f"{W}sectPr"))


def opened(data: bytes, name: str) -> File:
    """The file ``name`` with the bytes ``data``, screened before anything in it is read.

    Raises:
        TemplateError: damaged, unsafe, not a Word document, or far longer than any paper.
    """
    package = open_package(data, name)
    styles_part = package.related("styles")
    styles = FileStyles(parse(package.parts.get(styles_part, _NO_STYLES), name, styles_part))
    root = package.xml(package.document)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise TemplateError(foreign.NO_DOCX.problem(name))
    story = Story(package.document, root, body, PassageReader(styles).story(body, "body"))
    margins = dict(_margins(package, story, styles))
    return File(name, package.parts, styles_part, styles, story, margins)


def _margins(
    package: Package, body: Story, styles: FileStyles
) -> Iterator[tuple[tuple[str, str, int], Story]]:
    relations = package.relations(body.part)
    roots: dict[str, Element] = {}
    for index, section in enumerate(body.root.iter(f"{W}sectPr")):
        for kind in ("header", "footer"):
            for reference in section.findall(f"{W}{kind}Reference"):
                relation = relations.get(reference.get(f"{R}id", ""))
                part = "" if relation is None else relation.target
                root = roots.get(part)
                if root is None:
                    root = package.xml(part)
                if root is not None:
                    roots[part] = root
                    blocks = PassageReader(styles).story(root, kind)
                    label = (kind, reference.get(f"{W}type", "default"), index)
                    yield label, Story(part, root, root, blocks)
