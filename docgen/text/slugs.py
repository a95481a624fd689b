"""Names as file systems take them everywhere: plain ASCII, lower case, hyphens."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60
_OTHERS = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """``truong-thcs-quang-hoa`` from ``Trường THCS Quang Hòa``; at most 60 letters, never empty."""
    return plain(name)[:_LONGEST].strip("-") or "don-vi"


def plain(name: str) -> str:
    """``name`` without case, marks and signs, as two spellings of one name are compared."""
    bare = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return _OTHERS.sub("-", bare.encode("ascii", "ignore").decode("ascii")).strip("-")


def slugs(names: Iterable[str]) -> list[str]:
    """The slug of each name; names that come out alike are numbered from the second on."""
    found: list[str] = []
    for name in names:
        first = one = slug(name)
        number = 1
        while one in found:
            number += 1
            one = f"{first}-{number}"
        found.append(one)
    return found
