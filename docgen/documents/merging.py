"""Stand-in until the merge lands."""
from __future__ import annotations
from dataclasses import dataclass

@dataclass(frozen=True)
class Clash:
    place: str
    base: str
    edited: str
    new: str

@dataclass(frozen=True)
class Merged:
    docx: bytes | None
    conflicts: tuple[Clash, ...]

def merge(base: bytes, edited: bytes, new: bytes) -> Merged:
    return Merged(None, (Clash("x", "", "", ""),))

def same_text(one: bytes, other: bytes) -> bool:
    return one == other
