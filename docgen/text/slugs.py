"""Names as file systems take them everywhere: plain ASCII, lower case, hyphens."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_LONGEST = 60
_NO_NAME = "don-vi"
_DEVICES = r"con|prn|aux|nul|(com|lpt)\d"
"""Names that Windows takes for a device."""
_OTHERS = r"[^a-z0-9]+"


def slug(name: str) -> str:
    """``truong-thcs-quang-hoa`` from ``Trường THCS Quang Hòa``; at most 60 letters, never empty."""
    short = plain(name)[:_LONGEST].strip("-") or _NO_NAME
    return f"{_NO_NAME}-{short}" if re.fullmatch(_DEVICES, short) else short


def plain(name: str) -> str:
    """``name`` without case, marks and signs, as two spellings of one name are compared."""
    bare = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return re.sub(_OTHERS, "-", bare.encode("ascii", "ignore").decode("ascii")).strip("-")


def slugs(names: Iterable[str], taken: Collection[str] = ()) -> list[str]:
    """The slug of each name, none of ``taken``; those alike are numbered from the second on."""
    found: list[str] = []
    for name in names:
        first = free = slug(name)
        number = 1
        while free in found or free in taken:
            number += 1
            free = f"{first}-{number}"
        found.append(free)
    return found
