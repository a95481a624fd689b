"""A Word file opened to be compared or merged: its parts, styles, body, headers and footers."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from docgen.errors import TemplateError
from docgen.word import package, safety
from docgen.word.merging.appearance import FileStyles
from docgen.word.merging.reading import PassageReader
from docgen.word.schema import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from docgen.errors import DocgenError
    from docgen.word.merging.passages import Block

MOST_PARAGRAPHS: Final = 20_000
MOST_NESTED: Final = 10  # tables in tables
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NO_STYLES: Final = b'<w:styles xmlns:w="%s"/>' % W.strip("{}").encode()
_CONTENT_TYPES: Final = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Story:
    """The body, or one header or footer: its part, root element and the blocks in it."""

    part: str
    root: Element
    container: Element
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class File:
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
    parts = package.parts_of(data, name)
    if faults := safety.faults(parts, name):
        raise TemplateError(*faults)
    main = next((p for kind, p in _relations(parts, "", name) if kind == "officeDocument"), "")
    if main not in parts or _CONTENT_TYPES not in parts:
        raise _not_word(name)
    relations = list(_relations(parts, main, name))
    styles_part = next((part for kind, part in relations if kind == "styles"), "")
    styles = FileStyles(_root(parts.get(styles_part, _NO_STYLES), styles_part, name))
    root = _root(parts[main], main, name)
    body = root.find(f"{W}body")
    if body is None:
        raise _not_word(name)
    story = Story(main, root, body, PassageReader(styles).story(body, "body"))
    margins = dict(_margins(parts, story, styles, name))
    return File(name, parts, styles_part, styles, story, margins)


def _not_word(name: str) -> DocgenError:
    return TemplateError.at(name, "không phải tài liệu Word (.docx)", "not a Word document (.docx)")


def _root(content: bytes, part: str, name: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise TemplateError.at(
            name, f"phần {part} bị hỏng", f"the part {part} is damaged"
        ) from None
    if not _is_like_a_paper(root):
        raise TemplateError.at(
            name, "dài hoặc lồng bảng bất thường", "longer or more nested than any paper"
        )
    return root


def _is_like_a_paper(root: Element) -> bool:
    nested = (sum(1 for _ in table.iterancestors(f"{W}tbl")) for table in root.iter(f"{W}tbl"))
    count = sum(1 for _ in root.iter(f"{W}p"))
    return count <= MOST_PARAGRAPHS and max(nested, default=0) <= MOST_NESTED


def _relations(parts: Mapping[str, bytes], part: str, name: str) -> Iterator[tuple[str, str]]:
    """The kind and the target part of every relation of ``part`` that stays in the file."""
    for _, kind, target in relations_by_id(parts, part, name):
        yield kind, target


def relations_by_id(
    parts: Mapping[str, bytes], part: str, name: str
) -> Iterator[tuple[str, str, str]]:
    """The id, kind (last word of its type) and target part of every inner relation of ``part``."""
    folder, file = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    if rels not in parts:
        return
    for relation in _root(parts[rels], rels, name).iter(_RELATION):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            kind = relation.get("Type", "").rpartition("/")[2]
            yield relation.get("Id", ""), kind, target.lstrip("/")


def _margins(
    parts: Mapping[str, bytes], body: Story, styles: FileStyles, name: str
) -> Iterator[tuple[tuple[str, str, int], Story]]:
    targets = {key: part for key, _, part in relations_by_id(parts, body.part, name)}
    roots: dict[str, Element] = {}
    for index, section in enumerate(body.root.iter(f"{W}sectPr")):
        for kind in ("header", "footer"):
            for reference in section.findall(f"{W}{kind}Reference"):
                part = targets.get(reference.get(f"{R}id", ""), "")
                if part in parts:
                    root = roots.setdefault(part, _root(parts[part], part, name))
                    blocks = PassageReader(styles).story(root, kind)
                    label = (kind, reference.get(f"{W}type", "default"), index)
                    yield label, Story(part, root, root, blocks)
