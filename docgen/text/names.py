"""Vietnamese names: their order, their comparison, and the case of first letters."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from docgen.tables.reading import read
from docgen.tables.rows import Row, Text

# The Vietnamese alphabet, with the four letters that only foreign names use in their Latin places.
_ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_ORDER = {letter: place for place, letter in enumerate(_ALPHABET, start=1)}
# Ngang, huyền, hỏi, ngã, sắc, nặng: the order of dictionaries.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

FILE = Path(__file__).parent / "data" / "names.yaml"
_LONGEST_NAME = 8
_AFTER_NAME = re.compile(r",| - | \(")


class NameWords(Row):
    """``names.yaml``: what stands before a name and is no part of it; family names."""

    honorifics: tuple[Text, ...]
    families: tuple[Text, ...]
    ranks: tuple[tuple[Text, ...], ...]


@cache
def _words() -> NameWords:
    return read(FILE, NameWords)


def families() -> tuple[str, ...]:
    """The family names (họ) that most people have."""
    return _words().families


def first_upper(text: str) -> str:
    """``text`` with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """``text`` with its first letter in lower case, the rest as it is."""
    return text[:1].lower() + text[1:]


def bare_person(told: str) -> str:
    """``Nguyễn Văn An`` from ``Ông Nguyễn Văn An, Trưởng thôn``: as a person signs, with rank."""
    name = _AFTER_NAME.split(told, maxsplit=1)[0].strip()
    for word in _words().honorifics:
        name = name.removeprefix(f"{word} ")
    return name


def without_rank(name: str) -> str:
    """``Trần Quốc Hưng`` from ``Thiếu tá Trần Quốc Hưng``."""
    return _rank().sub("", name)


@cache
def _rank() -> re.Pattern[str]:
    ranks = (rank for group in _words().ranks for rank in group)
    return re.compile(f"^(?:{'|'.join(ranks)}) ")


def is_person(told: str) -> bool:
    """Whether ``told`` names a person, not a body or an office: every word has a capital."""
    words = without_rank(bare_person(told)).split()
    return 1 < len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words)


@lru_cache(maxsize=1024)
def name_key(name: str) -> tuple[object, ...]:
    """Sort key of a person's name: by tên (last word), then họ, then đệm, as class lists do."""
    words = name.split()
    if not words:
        return ()
    return tuple(_word_key(word) for word in (words[-1], words[0], *words[1:-1]))


@lru_cache(maxsize=4096)
def same_name_key(name: str) -> str:
    """Two spellings of one name give one key: letter case, spaces and hòa/hoà do not matter."""
    bare, tone = [], []
    for word in name.casefold().split():
        letters, tones = _without_tones(word)
        bare.append(letters)
        tone.append("".join(tones))
    return " ".join(f"{letters}{mark}" for letters, mark in zip(bare, tone, strict=True))


def _word_key(word: str) -> tuple[object, ...]:
    letters, tones = _without_tones(word.casefold())
    order = tuple(_ORDER.get(letter, 100 + ord(letter)) for letter in letters)
    return order, tuple(_TONES.get(mark, 0) for mark in tones)


def _without_tones(word: str) -> tuple[str, list[str]]:
    """The letters of ``word`` without tone marks, and the marks in the order they stood."""
    apart = unicodedata.normalize("NFD", word)
    tones = [mark for mark in apart if mark in _TONES]
    bare = "".join(mark for mark in apart if mark not in _TONES)
    return unicodedata.normalize("NFC", bare), tones
