"""The .docx as a package: opened within limits, refused when it carries what may do harm."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from docgen.errors import DocgenError, Place, Problem, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_PARTS = 2_000
MAX_PART_BYTES = 64 << 20
MAX_TOTAL_BYTES = 256 << 20
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
"""What the standard library raises for one kind or another of damaged zip."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_HARMFUL_PARTS = {
    "vbaproject": Words("có macro", "carries macros"),
    "vbadata": Words("có macro", "carries macros"),
    "oleobject": Words("có đối tượng nhúng (OLE)", "carries embedded (OLE) objects"),
    "activex": Words("có điều khiển ActiveX", "carries ActiveX controls"),
}
_HARMFUL_FOLDERS = {
    "embeddings/": Words("có tệp nhúng", "carries embedded files"),
    "activex/": Words("có điều khiển ActiveX", "carries ActiveX controls"),
}
_HARMLESS_LINKS = frozenset({"hyperlink"})
_LINK_SCHEMES = ("http:", "https:", "mailto:", "docgen:", "#")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part: its kind (the last word of its type), target, and where it leads."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """An opened .docx: its parts by name, all read and within limits."""

    name: str
    parts: Mapping[str, bytes] = field(repr=False)
    _read: dict[str, dict[str, Relation]] = field(default_factory=dict, repr=False, compare=False)

    def xml(self, part: str) -> etree._Element | None:
        """The root element of ``part``, or None when there is no such part.

        Raises:
            DocgenError: the part is not well-formed XML.
        """
        data = self.parts.get(part)
        return None if data is None else parse(data, f"{self.name}!{part}")

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of ``part`` by id; targets are part names unless external."""
        known = self._read.get(part)
        if known is None:
            folder, base = posixpath.split(part)
            data = self.parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
            found = () if data is None else _relations(data, folder, self.name)
            known = self._read[part] = {relation.id: relation for relation in found}
        return known

    @cached_property
    def document(self) -> str:
        """The name of the main part."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self.parts:
                return relation.target
        raise _not_docx(self.name)

    def related(self, kind: str) -> str:
        """The part that the main part relates to as ``kind`` ("styles"...), "" when none."""
        for relation in self.relations(self.document).values():
            if relation.kind == kind and not relation.external:
                return relation.target
        return ""


def parse(data: bytes, name: str) -> etree._Element:
    """The root of ``data``, parsed with entities, network and recovery off.

    Raises:
        DocgenError: it is not well-formed, or it declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise DocgenError.at(
            name, f"XML hỏng: {fault.msg}", f"the XML is damaged: {fault.msg}"
        ) from fault
    if root.getroottree().docinfo.doctype:
        raise DocgenError.at(
            name,
            "XML có khai báo DOCTYPE, không được phép trong tệp Word",
            "the XML declares a DOCTYPE, which a Word file may not",
        )
    return root


def open_package(docx: bytes, name: str) -> Package:
    """Open ``docx`` (the file's bytes), called ``name`` in messages.

    Raises:
        DocgenError: it is no .docx, is too big, or carries macros, embedded objects or relations
            to the outside other than hyperlinks; every reason at once.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            _check_size(archive, name)
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except _ZIP_FAULTS as fault:
        raise _not_docx(name) from fault
    package = Package(name, parts)
    problems = list(_dangers(package))
    if problems:
        raise DocgenError(*problems)
    return package


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    infos = archive.infolist()
    too_big = (
        len(infos) > MAX_PARTS
        or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES
        or any(info.file_size > MAX_PART_BYTES for info in infos)
    )
    if too_big:
        raise DocgenError.at(
            name,
            f"tệp Word quá lớn khi giải nén (trên {MAX_TOTAL_BYTES >> 20} MB hoặc quá nhiều phần)",
            f"the Word file is too big when unpacked (over {MAX_TOTAL_BYTES >> 20} MB, "
            "or too many parts)",
        )


def _dangers(package: Package) -> Iterator[Problem]:
    reasons: dict[Words, None] = {}
    for part, data in package.parts.items():
        reasons.update(dict.fromkeys(_dangers_of_name(part.lower())))
        if part.endswith(".rels"):
            reasons.update(dict.fromkeys(_dangers_of_relations(data, package.name)))
        elif part == "[Content_Types].xml" and b"macroEnabled" in data:
            reasons[_HARMFUL_PARTS["vbaproject"]] = None
    hint = Words(
        "Bỏ phần này trong Word rồi lưu lại dạng .docx.",
        "Remove it in Word and save the file as .docx again.",
    )
    for what in reasons:
        yield Problem(
            Place(package.name),
            Words(f"tệp Word không an toàn: {what.vi}", f"unsafe Word file: {what.en}"),
            hint,
        )


def _dangers_of_name(part: str) -> Iterator[Words]:
    base = posixpath.basename(part)
    for word, what in _HARMFUL_PARTS.items():
        if base.startswith(word):
            yield what
    for folder, what in _HARMFUL_FOLDERS.items():
        if f"/{folder}" in part:
            yield what


def _dangers_of_relations(data: bytes, name: str) -> Iterator[Words]:
    if b"External" not in data:
        return
    for relation in _relations(data, "", name):
        link = relation.kind in _HARMLESS_LINKS and relation.target.lower().startswith(
            _LINK_SCHEMES
        )
        if relation.external and not link:
            yield Words(
                f"trỏ ra ngoài ({relation.kind}: {relation.target[:80]})",
                f"points outside ({relation.kind}: {relation.target[:80]})",
            )


def _relations(data: bytes, folder: str, name: str) -> Iterator[Relation]:
    for element in parse(data, name):
        kind = element.get("Type", "").removeprefix(_OFFICE).removeprefix(_OFFICE_STRICT)
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relation(element.get("Id", ""), kind.rsplit("/", 1)[-1], target, external)


def _not_docx(name: str) -> DocgenError:
    return DocgenError.at(
        name,
        "không phải tệp Word .docx, hoặc tệp đã hỏng",
        "not a Word .docx file, or the file is damaged",
        hint=Words("Mở bằng Word và lưu lại dạng .docx.", "Open it in Word and save it as .docx."),
    )
