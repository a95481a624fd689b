"""Words compared as people mean them: without marks, case and stray spaces."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_SPACES: Final = re.compile(r"\s+")
_MARKS: Final = dict.fromkeys(range(0x300, 0x370))
_ALIKE: Final = 0.86


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """``text`` in lower case without Vietnamese marks, every run of space one space."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d")).translate(_MARKS)
    return _SPACES.sub(" ", bare).strip()


def is_upper(text: str) -> bool:
    """Whether ``text`` has letters and all of them are capitals."""
    return any(char.isalpha() for char in text) and not any(char.islower() for char in text)


def alike(text: str, wanted: str) -> bool:
    """Whether ``text`` is ``wanted`` but for a slip of the pen; both folded."""
    if text == wanted:
        return True
    if abs(len(text) - len(wanted)) > len(wanted) // 4:
        return False
    words = set(wanted.split())
    if len(words & set(text.split())) < len(words) // 2:
        return False
    return SequenceMatcher(None, text, wanted, autojunk=False).ratio() >= _ALIKE
