"""Words that do not stand before a signer's name (NĐ 30/2020, Phụ lục I, Mục II.7.c)."""

from __future__ import annotations

import re
from functools import cache

from docgen.guidance.data import read


def prefix_of(name: str) -> str:
    """The title or form of address that ``name`` begins with; empty when there is none."""
    for pattern in _patterns():
        if (found := pattern.match(name)) is not None:
            return found[0].strip()
    return ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(row) for row in read("signers")["prefixes"])


def _pattern(row: dict[str, list[str]]) -> re.Pattern[str]:
    long = rf"(?:{'|'.join(map(re.escape, row['long']))})\s"
    short = rf"(?:{'|'.join(map(re.escape, row.get('short', ())))})(?:[.,]\s*|\s+)"
    return re.compile(f"{long}|{short}" if row.get("short") else long, re.IGNORECASE)
