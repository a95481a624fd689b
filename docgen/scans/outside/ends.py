"""Whether a PDF came whole: what stands behind its last end tells where it was cut."""

from __future__ import annotations

import re

from docgen.errors import DocgenError, RecordError, Words

_HEADER, _HEADER_ZONE = b"%PDF-", 1024
_END = b"%%EOF"
_NOTHING = b" \t\r\n\f\0"
# How an update begins, however little of it is left: an object, an index, the way to the index.
_UPDATE = re.compile(rb"\d+(?:\s+\d+(?:\s+o(?:b(?:j|$)|$)|\s*$)|\s*$)|xref\b|trailer\b|startxref\b")
_WORDS = (b"xref", b"trailer", b"startxref")
_INSIDE = re.compile(rb"(?:^|[\r\n])(?:\d+\s+\d+\s+obj\b|xref\s|startxref\s)")
_INDEX = re.compile(rb"startxref\s+(\d{1,12})\s*$")
_LEADING = re.compile(rb"startxref\s+(\d{1,12})(?!\d)")
_INDEX_START = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
_TAIL = 2048
_SIGNED_RANGE = re.compile(rb"/ByteRange\s*\[\s*\d+\s+\d+\s+(\d{1,12})\s+(\d{1,12})\s*\]")
_HINT_DAMAGED = Words(
    "In lại hoặc quét lại văn bản này rồi chạy lại.",
    "Print or scan this paper again, then run again.",
)
_HINT_WHOLE = Words(
    "Chép hoặc tải lại tệp gốc cho đủ rồi đặt vào thay.",
    "Copy or download the whole file again and put that in its place.",
)


def check_ends(data: bytes, name: str) -> None:
    """See that ``data`` begins as a PDF and was not cut short, not even in its last update.

    Garbage that is no part of a PDF may follow its end.

    Args:
        data: The file.
        name: What a user calls it, for messages.

    Raises:
        RecordError: It is no PDF, or is cut short.
    """
    if _HEADER not in data[:_HEADER_ZONE]:
        raise RecordError.at(
            name, "tệp không phải là PDF", "the file is not a PDF", hint=_HINT_DAMAGED
        )
    at = data.rfind(_END)
    if at < 0 and not _leads_to_index(data):
        raise _cut_short(name)
    if at >= 0 and _is_update(data[at + len(_END) :]):
        raise _cut_short(name) if _is_front(data, at) else _cut_off(name)
    reach = max((int(a) + int(b) for a, b in _SIGNED_RANGE.findall(data)), default=0)
    if reach > len(data):
        raise _cut_off(name)


def _is_update(tail: bytes) -> bool:
    """Whether ``tail``, which follows an end, is the beginning of more of the PDF."""
    start = tail.lstrip(_NOTHING)
    while start.startswith(b"%"):
        start = start.partition(b"\n" if b"\n" in start else b"\r")[2].lstrip(_NOTHING)
    begun = any(word.startswith(start) for word in _WORDS) if start else False
    return begun or bool(_UPDATE.match(start[:_TAIL]) or _INSIDE.search(tail))


def _is_front(data: bytes, at: int) -> bool:
    """Whether the end at ``at`` is that of the front part of a PDF made for the web."""
    return b"/Linearized" in data[: 2 * _HEADER_ZONE] and data.find(_END) == at


def _leads_to_index(data: bytes) -> bool:
    """Whether a PDF without its last mark still says where its index is, and it is there."""
    found = _INDEX.search(data[-_TAIL:].rstrip(_NOTHING))
    return found is not None and _is_index(data, int(found[1]))


def has_index(data: bytes) -> bool:
    """Whether the last place that leads to an index of ``data`` leads to one.

    Where it does not, a reader that goes on to an earlier one would miss the last update.
    """
    at = data.rfind(b"startxref")
    found = _LEADING.match(data, max(at, 0))
    return found is not None and _is_index(data, int(found[1]))


def _is_index(data: bytes, place: int) -> bool:
    shifts = {0, max(data.find(_HEADER), 0)}
    return any(_INDEX_START.match(data, place + shift) for shift in shifts)


def _cut_short(name: str) -> DocgenError:
    words = "tệp PDF bị cắt cụt (thiếu phần cuối)", "the PDF is cut short (its end is missing)"
    return RecordError.at(name, *words, hint=_HINT_WHOLE)


def _cut_off(name: str) -> DocgenError:
    return RecordError.at(
        name,
        "tệp PDF bị cắt cụt ở lần cập nhật cuối (có thể mất chữ ký số hoặc phần sửa sau cùng)",
        "the PDF is cut off in its last update (a signature or the last change may be lost)",
        hint=_HINT_WHOLE,
    )
