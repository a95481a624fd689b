"""Where a link of a Word file leads: to a page, to a file, or to something that acts."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

HARMLESS: Final = frozenset({"", "http", "https", "mailto", "tel", "docgen"})
"""Schemes that wait for a click and then show a page, a letter or a number; ``docgen`` is our own,
"" a place in the file or beside it."""
_FILE: Final = "file"
_BLANKS: Final = re.compile(r"[\x00-\x20\x7f]")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LOCAL: Final = r"(?i)/{0,1}[^/].*|///[^/].*|//(?:localhost/|[a-z]:).*"
_TOKEN: Final = re.compile(r'\\([a-z])(?![a-z])|"((?:[^"\\]|\\.)*)"?|(\S+)', re.IGNORECASE)
_WITH_ARGUMENT: Final = frozenset("lot")  # ECMA-376 part 1, 17.16.5.25


def scheme(target: str) -> str:
    """The scheme of ``target`` in lower case; ``file`` for paths of any kind, "" for relative."""
    plain = _BLANKS.sub("", unquote(target))
    found = _SCHEME.match(plain)
    if found is None:
        return _FILE if plain.startswith(("/", "\\")) else ""
    return found[1].lower() if len(found[1]) > 1 else _FILE  # one letter is a drive


def is_harmless(target: str) -> bool:
    """Whether a reader may be given the link ``target``."""
    return scheme(target) in HARMLESS


def is_on_this_machine(target: str) -> bool:
    """Whether ``target`` is a path or name on the machine that opens it, of no other machine."""
    if scheme(target) not in {"", _FILE}:
        return False
    path = _BLANKS.sub("", unquote(target)).replace("\\", "/")
    if path.lower().startswith("file:"):
        return re.fullmatch(_LOCAL, path[5:]) is not None
    return not path.startswith("//")


def of_field(instruction: str) -> str:
    """The target of the ``HYPERLINK`` field with the code ``instruction``, "" for a bookmark."""
    tokens = iter(_TOKEN.findall(instruction)[1:])
    for switch, quoted, word in tokens:
        if not switch:
            return str(quoted or word)
        if switch.lower() in _WITH_ARGUMENT:
            next(tokens, None)
    return ""
