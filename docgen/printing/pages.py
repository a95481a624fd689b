"""PDFs looked at from outside: whether one is whole, and how many pages it has."""

from __future__ import annotations

import re
import zlib

_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n", re.DOTALL)
_TAIL = 1024


def is_whole(pdf: bytes) -> bool:
    """Whether ``pdf`` begins and ends as a PDF does; one cut short does not."""
    return pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-_TAIL:]


def count_pages(pdf: bytes) -> int:
    """How many page objects ``pdf`` holds, in the open or in its compressed object streams."""
    count = len(_PAGE.findall(pdf))
    for match in _OBJECTS.finditer(pdf):
        count += len(_PAGE.findall(_inflated(pdf, match.end())))
    return count


def _inflated(pdf: bytes, start: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(pdf[start:])
    except zlib.error:
        return b""
