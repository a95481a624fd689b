"""Fonts that a PDF names and does not bring: other machines take others for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.scans.outside.values import dictionary, entry, listed, name_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pikepdf import Dictionary

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(
    r"(?i)[\s,_-]|#20|bold|italic|oblique|regular|roman|narrow|black|psmt|mt$|ps(?=-|,|$)"
)
_KNOWN = frozenset(
    {
        *("helvetica", "arial", "times", "timesnew", "courier", "couriernew", "symbol"),
        *("zapfdingbats", "wingdings", "verdana", "tahoma", "georgia", "calibri", "cambria"),
    }
)
"""Families that every viewer has, or has a fitting one for."""
_HEX = re.compile("#([0-9A-Fa-f]{2})")


def absent_font(font: Dictionary) -> str:
    """What a font is called that is not inside its PDF and not everywhere; else ""."""
    kind = name_of(font.get("/Subtype"))
    if kind == "/Type0":
        kids = [kid for kid in listed(font.get("/DescendantFonts")) if entry(kid, "/Type")]
        kids = [kid for kid in kids if kid.get("/Subtype") != "/Type0"]
        by_place = name_of(font.get("/Encoding")).startswith("/Identity")
        return next((_absent(kid, known=() if by_place else _KNOWN) for kid in kids), "")
    return "" if kind == "/Type3" else _absent(font)


def _absent(font: Dictionary, known: Collection[str] = _KNOWN) -> str:
    """The same of a font that has no other under it.

    Letters that are told by their place in a font are others in every other font of that name.
    """
    descriptor = dictionary(font.get("/FontDescriptor"))
    if any(key in descriptor for key in _FILES):
        return ""
    called = _SUBSET.sub("", name_of(font.get("/BaseFont")).removeprefix("/"))
    return "" if _STYLE.sub("", called).lower() in known else _readable(called)


def _readable(called: str) -> str:
    """``called`` with its escaped bytes as letters, where they are UTF-8."""
    raw = _HEX.sub(lambda found: chr(int(found[1], 16)), called).encode("latin-1", "replace")
    try:
        return raw.decode("utf-8")[:60] or "?"
    except UnicodeDecodeError:
        return called[:60]
