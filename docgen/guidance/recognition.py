"""A name that holds a name of the catalogue with a place in it (tên mô hình kèm tên nơi)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.text.normal import clean_line
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docgen.guidance.schema.catalogue import Listed
    from docgen.guidance.schema.recognition import Recognition

_WORD = r"[^\W_]+"
_OPEN_END = "..."


class Reader(Value, eq=False, dict=True):
    """Reads names as the words that count: without case, marks, abbreviations, “Mô hình”."""

    rules: Recognition

    @cached_property
    def _same(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        pairs = self.rules.same.items()
        return [(tuple(one.split()), tuple(other.split())) for one, other in pairs]

    def words(self, name: str) -> tuple[str, ...]:
        """The words of ``name`` as they were written, abbreviations spelled out."""
        told = re.findall(_WORD, clean_line(name))
        for dropped in self.rules.dropped:
            size = len(dropped.split())
            while [word.casefold() for word in told[:size]] == dropped.split():
                told = told[size:]
        return tuple(self._spelled(told))

    def _spelled(self, told: Sequence[str]) -> list[str]:
        spelled: list[str] = []
        place = 0
        while place < len(told):
            for short, full in self._same:
                if tuple(word.casefold() for word in told[place : place + len(short)]) == short:
                    spelled += full
                    place += len(short)
                    break
            else:
                spelled.append(told[place])
                place += 1
        return spelled

    def is_place(self, words: Sequence[str], *, first: bool) -> bool:
        """Whether ``words``, which stand in a name beside the catalogue's, tell a place.

        A place begins with a word such as “tại”, or holds a name: a word with a capital, or a
        number. The capital of the ``first`` word of a name says nothing.
        """
        if not words or len(words) > self.rules.longest:
            return False
        begins = " ".join(words).casefold()
        if any(begins.startswith(f"{before} ") for before in self.rules.before):
            return True
        return any(word[0].isupper() or word[0].isdigit() for word in words[first:])


class Names(Value, eq=False, dict=True):
    """The names of the models of one kind, as words."""

    reader: Reader
    listed: tuple[Listed, ...]

    @cached_property
    def _all(self) -> list[tuple[tuple[str, ...], Listed]]:
        named = [
            (tuple(word.casefold() for word in self.reader.words(name)), head)
            for head in self.listed
            for name in (head.name, *head.aliases)
            if not name.endswith(_OPEN_END)
        ]
        return sorted(named, key=lambda one: -len(one[0]))

    def placed(self, name: str) -> Listed | None:
        """The model whose name ``name`` holds with one place in it; of two, the longer name's.

        ``None`` when none is, or when two models are named equally well.
        """
        told = self.reader.words(name)
        found: list[Listed] = []
        size = 0
        for words, head in self._all:
            if found and len(words) < size:
                break
            if self._holds(told, words):
                found.append(head)
                size = len(words)
        return found[0] if found and all(one is found[0] for one in found) else None

    def _holds(self, told: Sequence[str], words: Sequence[str]) -> bool:
        """Whether ``told`` is ``words`` with one run of words that tells a place."""
        extra = len(told) - len(words)
        if extra < 0:
            return False
        plain = [word.casefold() for word in told]
        if not extra:
            return plain == list(words)
        return any(
            plain[:place] == list(words[:place])
            and plain[place + extra :] == list(words[place:])
            and self.reader.is_place(told[place : place + extra], first=not place)
            for place in _places(plain, words)
        )


def _places(told: Sequence[str], words: Sequence[str]) -> Iterable[int]:
    """Where, counted in words, the extra run may begin."""
    alike = 0
    while alike < len(words) and told[alike] == words[alike]:
        alike += 1
    return range(alike, -1, -1)
