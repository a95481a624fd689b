"""How a signer is named (NĐ 30/2020, Phụ lục I, Điều 13): no title before, rank, own title."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from docgen.law.law import law

if TYPE_CHECKING:
    from docgen.law.schema.signers import OwnTitle, Prefix, Ranks


def prefix_of(name: str) -> Prefix | None:
    """What stands before a signer's ``name`` against the decree, if anything."""
    every = law().signers.prefixes
    return next(
        (prefix for prefix in every if _pattern(prefix.short, prefix.long).match(name)), None
    )


@cache
def _pattern(short: tuple[str, ...], long: tuple[str, ...]) -> re.Pattern[str]:
    whole = rf"(?:{'|'.join(map(re.escape, long))})\s"
    cut = rf"(?:{'|'.join(map(re.escape, short))})(?:[.,]\s*|\s+)"
    return re.compile(f"{whole}|{cut}" if short else whole, re.IGNORECASE)


def ranks() -> Ranks:
    """Whose signers have a rank."""
    return law().signers.ranks


def is_armed(body: str) -> bool:
    """Whether the name of a body shows one of the police or the army."""
    return any(word in body.lower() for word in ranks().bodies)


def is_rank(text: str) -> bool:
    """Whether ``text`` begins with a rank: ``Thiếu tá``, ``Đại úy chuyên nghiệp``."""
    told = " ".join(text.casefold().replace("uý", "úy").replace("sỹ", "sĩ").split())
    return any(told == name or told.startswith(f"{name} ") for name in ranks().names)


def own_title() -> OwnTitle:
    """Who signs with a title of their own."""
    return law().signers.own_title
