"""What in a Word file may print otherwise than it reads: pending changes, live fields, controls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docgen.word import dangers
from docgen.word.instructions import instructions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.word.dangers import Remark
    from docgen.word.package import Package

_FIELDS: Final = frozenset(
    {
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME"),
        *("FILENAME", "FILESIZE", "TEMPLATE", "DOCPROPERTY", "DOCVARIABLE", "INFO"),
        *("AUTHOR", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "REVNUM"),
        *("NUMCHARS", "NUMWORDS", "USERNAME", "USERINITIALS", "USERADDRESS"),
        *("IF", "COMPARE", "QUOTE", "SET", "ASK", "FILLIN", "GREETINGLINE", "ADDRESSBLOCK"),
        *("MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF"),
    }
)
"""Fields that programs reckon anew when they open or print; others count pages, or lead there."""
_CHANGES: Final = rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|\w{2,10}Change)[\s/>]"
_BOUND: Final = rb"<(?:\w+:)?dataBinding[\s/>]"
_CODES: Final = rb"[:<](?:instrText|fldSimple)\b"


def is_live(code: str) -> bool:
    """Whether the field of that code says something else on another day or machine."""
    words = code.replace("\\", " ").split(maxsplit=1)
    return bool(words) and (words[0].upper() in _FIELDS or words[0].startswith("="))


def found(package: Package) -> Iterator[Remark]:
    """What is to be told of ``package``: each kind once."""
    parts = [part for part in package.xml_parts() if not part.lower().endswith(".rels")]
    texts = {part: package.parts[part] for part in parts}
    if any(re.search(_CHANGES, text) for text in texts.values()):
        yield dangers.CHANGED
    coded = [part for part, text in texts.items() if re.search(_CODES, text)]
    roots = (package.xml(part) for part in coded)
    codes = (code for root in roots if root is not None for code in instructions(root))
    if any(is_live(code) for code in codes):
        yield dangers.LIVE
    if any(re.search(_BOUND, text) for text in texts.values()):
        yield dangers.BOUND
