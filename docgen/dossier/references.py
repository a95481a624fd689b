"""Where the text of an object refers to others, and what else in it has a new name in a book."""

from __future__ import annotations

import re

# Strings are matched so that nothing inside them is taken for a reference; a comment, or a bracket
# that no string accounts for, sends the object to pypdf.
TOKEN = re.compile(
    rb"""
      (?<![^\s\[\]<>(){}%]) (?P<number>\d++) \s++ (?P<generation>\d++) \s++ R (?![^\s\[\]<>(){}/%])
    | /ID \s*+ (?P<id> \((?:[^()\\]|\\.)*+\) | <[0-9A-Fa-f\s]*+> )
    | /Headers \s*+ \[ (?P<headers> [^\]]*+ ) \]
    | \( (?: [^()\\]++ | \\. | \( (?:[^()\\]++|\\.)*+ \) )*+ \)
    | <[0-9A-Fa-f\s]*+>
    | /StructParents? \s++ (?P<tag>\d++) (?! \s++\d++\s++R )
    | (?P<doubt> [()%] )
    """,
    re.VERBOSE | re.DOTALL,
)
"""All that matters in the text of an object."""
STRING = re.compile(rb"\((?=[^()\\]*\))|<(?=[0-9A-Fa-f]*>)")
_TEXT = re.compile(rb"\([^()\\]*+\)")
_ODD = re.compile(rb"[()%\\\x00\t\n\x0b\x0c\r]")
_END = b" 0 R"
_DIGITS = b"0123456789"
_BEFORE = frozenset((b"", b" ", b"[", b"]", b"<", b">"))
"""What may stand before a reference, and after it; nothing where the text begins or ends there."""
_AFTER = frozenset((*_BEFORE, b"/"))


def tokens(head: bytes) -> list[re.Match[bytes]]:
    """All that matters in ``head``, in its order, as :data:`TOKEN` finds it."""
    return list(TOKEN.finditer(head))


def are_doubtful(found: list[re.Match[bytes]]) -> bool:
    """Whether only pypdf can tell what is text in the object of these tokens and what is not."""
    return "doubt" in {one.lastgroup for one in found}


def parted(head: bytes) -> list[bytes] | None:
    """``head`` as nearly every program writes it, parted at its references.

    What a typesetter writes has one blank between words: it is parted at once, where
    :data:`TOKEN` has to look at each sign.

    Returns:
        Text, number of an object, text, number, ... text; the words after the numbers left out.
        None where ``head`` is written otherwise, or names more than objects anew.
    """
    bare = _TEXT.sub(b"", head) if b"(" in head else head
    if _ODD.search(bare) or b"  " in bare or _has_names(bare):
        return None
    *told, end = head.split(_END)
    if bare.count(b" R") != len(told):
        return None
    pieces: list[bytes] = []
    for piece in told:
        text = piece.rstrip(_DIGITS)
        number = piece[len(text) :]
        if not number or text[-1:] not in _BEFORE:
            return None
        if pieces and (not text or text[:1] not in _AFTER):
            return None
        pieces += (text, number)
    pieces.append(end)
    return pieces if not told or end[:1] in _AFTER else None


def _has_names(bare: bytes) -> bool:
    """Whether there is a name or a key of the tag tree in it, which is another in each book."""
    return b"/ID" in bare or b"/StructParent" in bare or b"/Headers" in bare
