"""Fields: which of them are reckoned anew, which print the result stored in the file."""

from __future__ import annotations

import re
from typing import Final

from docgen.errors import Words
from docgen.printing.model.text import Kind
from docgen.values import Making, field

_LINK = re.compile(r'HYPERLINK\s+"((?:docgen|https?|mailto):[^"\s]*)"')
_COUNTED = re.compile(
    r'(PAGE|NUMPAGES)((?:\s+\\\*\s*"?(?:MERGEFORMAT|Arabic|roman|ROMAN|alphabetic|ALPHABETIC|'
    r'ArabicDash|CHARFORMAT)"?|\s+\\#\s*"?0"?)*)',
    re.IGNORECASE,
)
_FORMATS: Final = {
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "ArabicDash": "numberInDash",
    "Arabic": "decimal",
}
_UNSEEN: Final = frozenset({"TC", "XE", "TA", "RD", "SET", "ASK", "PRIVATE", "ADDIN"})
_OF_THE_PAGE: Final = frozenset({"SECTIONPAGES", "SECTION", "STYLEREF"})
"""Fields of headers and footers whose result differs from page to page."""


class Field(Making):
    """A field that is open: its code so far, and what of it is printed."""

    code: list[str] = field(default_factory=list)
    in_result: bool = False
    counted: bool = False
    link: str = ""
    printed: bool = False
    """Whether its result held anything."""

    @property
    def name(self) -> str:
        """Its first word."""
        return "".join(self.code).strip().partition(" ")[0].upper()

    def opened(self) -> tuple[Kind, str] | None:
        """Its code is complete: what it counts and in which format, None for other fields."""
        self.in_result = True
        code = "".join(self.code).strip()
        link = _LINK.match(code)
        self.link = link.group(1) if link else ""
        counted = _COUNTED.fullmatch(code)
        if counted is None:
            return None
        self.counted = True
        kind = Kind.PAGE_COUNT if counted[1].upper() == "NUMPAGES" else Kind.PAGE_NUMBER
        return kind, next((to for word, to in _FORMATS.items() if f"{word}" in counted[2]), "")

    def fault(self, *, in_header: bool) -> Words | None:
        """Why it is not printed, once it is closed."""
        code = "".join(self.code).strip()[:40]
        live = in_header and self.name in _OF_THE_PAGE
        empty = not self.printed and not self.counted and not self.link
        if live or (empty and self.name not in _UNSEEN):
            return Words(f"trường {code}", f"the field {code}")
        return None
