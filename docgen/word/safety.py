"""What a template from outside may not carry: programs, embedded objects, ways out of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.errors import Place, Problem, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ACTIVE: Final = (
    ("vbaproject", Words("chứa macro", "contains macros")),
    ("vbadata", Words("chứa macro", "contains macros")),
    ("activex/", Words("chứa điều khiển ActiveX", "contains ActiveX controls")),
    ("embeddings/", Words("chứa đối tượng nhúng (OLE)", "contains embedded (OLE) objects")),
    ("afchunk", Words("chứa tài liệu nhúng", "contains an embedded document")),
)
_MACRO_TYPE: Final = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_EXTERNAL: Final = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_HYPERLINK: Final = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_ALT_CHUNK: Final = re.compile(rb"Type\s*=\s*[\"'][^\"']*/aFChunk[\"']")
_FETCHING_FIELD: Final = re.compile(
    rb"instr(?:Text[^>]*>|=\")\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT)\b",
    re.IGNORECASE,
)
_HINT: Final = Words(
    "mở bằng Word, bỏ phần đó đi rồi lưu lại thành .docx",
    "open it in Word, remove that, save it again as .docx",
)


def faults(parts: Mapping[str, bytes], name: str) -> list[Problem]:
    """Every unsafe thing in the ``parts`` of the template ``name``."""
    found = dict.fromkeys(_each(parts))
    return [Problem(Place(name), what, _HINT) for what in found]


def _each(parts: Mapping[str, bytes]) -> Iterator[Words]:
    for part, data in parts.items():
        yield from (what for mark, what in _ACTIVE if mark in part.lower())
        if part == "[Content_Types].xml" and _MACRO_TYPE.search(data):
            yield Words("chứa macro", "contains macros")
        if part.endswith((".xml", ".rels")):
            yield from _in_text(part, data)


def _in_text(part: str, data: bytes) -> Iterator[Words]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        yield Words(f"{part} khai báo DTD hoặc thực thể", f"{part} declares a DTD or entities")
    if _FETCHING_FIELD.search(data):
        yield Words(f"{part} có trường lấy dữ liệu từ ngoài", f"{part} has a field that fetches")
    if not part.endswith(".rels"):
        return
    for relation in _RELATION.findall(data):
        if _EXTERNAL.search(relation) and not _HYPERLINK.search(relation):
            yield Words(f"{part} nối tới tệp bên ngoài", f"{part} points outside the file")
        if _ALT_CHUNK.search(relation):
            yield Words("chứa tài liệu nhúng", "contains an embedded document")
