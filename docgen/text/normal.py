"""Text at the door: NFC, without the characters that XML forbids, with plain spaces."""

from __future__ import annotations

import re
import unicodedata

# All that XML 1.0 does not allow: controls but tab, newline, return; surrogates; U+FFFE, U+FFFF.
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
# Zero-width and direction marks that copying from web pages leaves behind. ZWJ and variation
# selectors stay: they bind emoji.
_INVISIBLE = "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
_SPACES = re.compile(r"[^\S\n\u00a0]+")


def clean(value: str) -> str:
    """``value`` in NFC, without characters that XML 1.0 forbids or that nobody can see."""
    if not value.replace("\n", "").isprintable():  # none of those characters is
        value = re.sub(_INVISIBLE, "", re.sub(_FORBIDDEN, "", value))
    return unicodedata.normalize("NFC", value)


def clean_line(value: str) -> str:
    """``value`` cleaned, as one line: every run of white space becomes one space."""
    return " ".join(clean(value).split())


def clean_text(value: str) -> str:
    """``value`` cleaned, as paragraphs separated by one newline; empty lines vanish."""
    lines = clean(value).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line for line in (_SPACES.sub(" ", raw).strip() for raw in lines) if line)


def paragraphs(value: str) -> list[str]:
    """The paragraphs of a cleaned text."""
    return value.split("\n") if value else []
