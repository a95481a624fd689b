"""The parts of a Word file as XML: opened through the one gate, entities and networks off."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from docgen.errors import DocgenError
from docgen.word.package import parts_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# ISO/IEC 29500 strict files use other names for the same vocabulary.
_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": (
        b"http://schemas.openxmlformats.org/drawingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
_STRICT_MARK: Final = b"http://purl.oclc.org/ooxml/"


class Relation(NamedTuple):
    """A relation of a part: the last word of its type, and the part it leads to."""

    kind: str
    target: str


@dataclass(frozen=True)
class Opened:
    """Tệp đã mở: its parts by name, and the name of the main one."""

    name: str
    parts: dict[str, bytes]
    document: str

    @property
    def strict(self) -> bool:
        """Whether the file is written in the strict vocabulary."""
        return _STRICT_MARK in self.parts[self.document]

    def root(self, part: str) -> Element | None:
        """The root element of ``part``; ``None`` when there is no such part.

        Raises:
            DocgenError: the part is no well-formed XML, or declares a document type.
        """
        data = self.parts.get(part)
        return None if data is None else parsed(data, f"{self.name}!{part}")

    def related(self, kind: str) -> Element | None:
        """The root of the part that the main part relates to as ``kind``, such as ``styles``."""
        found = [one for one in self.relations(self.document).values() if one.kind == kind]
        return self.root(found[0].target) if found else None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of ``part`` to other parts by id; those to the outside are left out."""
        return _relations(self.parts, part, self.name)


def opened(data: bytes, name: str) -> Opened:
    """The Word file ``data``, called ``name`` in messages.

    Raises:
        DocgenError: it is no .docx, is damaged, or is too large when unpacked.
    """
    parts = parts_of(data, name)
    for relation in _relations(parts, "", name).values():
        if relation.kind == "officeDocument" and relation.target in parts:
            return Opened(name, parts, relation.target)
    raise DocgenError.at(
        name, "không phải tệp Word .docx", "this is not a Word .docx file"
    )  # fmt: skip


def parsed(data: bytes, name: str) -> Element:
    """The root of ``data``, parsed with entities, network and recovery off.

    Raises:
        DocgenError: it is not well-formed, or it declares a document type.
    """
    if _STRICT_MARK in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise DocgenError.at(
            name, f"XML hỏng: {fault.msg}", f"the XML is damaged: {fault.msg}"
        ) from None
    if root.getroottree().docinfo.doctype:
        raise DocgenError.at(
            name,
            "XML có khai báo DOCTYPE, không được phép trong tệp Word",
            "the XML declares a DOCTYPE, which a Word file may not",
        )
    return root


def relations_part(part: str) -> str:
    """The name of the part that holds the relations of ``part``."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _relations(parts: dict[str, bytes], part: str, name: str) -> dict[str, Relation]:
    data = parts.get(relations_part(part))
    if data is None:
        return {}
    folder = posixpath.dirname(part)
    found = {}
    for element in parsed(data, f"{name}!{relations_part(part)}").iter(f"{_PACKAGE}Relationship"):
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relation(kind, target.lstrip("/"))
    return found
