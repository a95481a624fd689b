"""Codes of problems (DG…): one for each kind of message, the same in every version.

The messages are a catalogue, as gettext keeps one: each is known by its English words, ``{}`` where
a value is filled in. A code never moves to another message; docs/ma-loi.md lists them all.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from docgen.errors import Words
from docgen.tables.reading import read
from docgen.tables.rows import Row, Text

if TYPE_CHECKING:
    from docgen.errors import Problem

FILE: Final = Path(__file__).with_name("codes.yaml")
OTHER: Final = "DG000"
"""The code of what has none of its own: words of an outside program, of a newer version."""
_LABEL: Final = re.compile(r"“.*?” (?=[a-z0-9])")
"""The name of a field in front of what is wrong with it."""
_ANY: Final = "(?:.|\n)*?"
_DETAIL: Final = r"(?:: (?:.|\n)*| \((?:.|\n)*\))?"
"""What an outside program says of it, or which one it is, behind the message."""


class Group(Row):
    """Problems of one room of the house.

    Attributes:
        number: The first digit of their codes.
        rooms: The modules that tell them.
        vi: What they are about; ``en`` the same.
        about_vi: When they come, and what to do in general; ``about_en`` the same.
    """

    number: int
    rooms: tuple[Text, ...]
    vi: Text
    en: Text
    about_vi: Text
    about_en: Text

    @property
    def title(self) -> Words:
        """What they are about."""
        return Words(self.vi, self.en)

    @property
    def about(self) -> Words:
        """When they come, and what to do in general."""
        return Words(self.about_vi, self.about_en)


class Message(Row):
    """A message, ``{}`` where a value is filled in."""

    vi: Text
    en: Text


class Catalogue(Row):
    """``codes.yaml``: the groups, the messages by their codes, those that are told no more."""

    groups: tuple[Group, ...]
    codes: dict[Text, Message]
    former: dict[Text, Message] | None = None


class Coded(NamedTuple):
    """A kind of problem: its code and its message, ``{}`` where a value is filled in."""

    code: str
    message: Words


@cache
def catalogue() -> Catalogue:
    """What the file tells."""
    return read(FILE, Catalogue)


def groups() -> tuple[Group, ...]:
    """The groups, by their numbers."""
    return catalogue().groups


@cache
def codes() -> dict[str, Coded]:
    """Every kind of problem, by its code."""
    told = catalogue().codes
    return {code: Coded(code, Words(row.vi, row.en)) for code, row in told.items()}


def group_of(code: str) -> Group | None:
    """The group to which ``code`` belongs."""
    return next((one for one in groups() if code.startswith(f"DG{one.number}")), None)


def code_of(problem: Problem) -> str:
    """The code of what ``problem`` says."""
    return _code(problem.what.en)


@cache
def _code(message: str) -> str:
    bare = _LABEL.sub("", message, count=1) if _LABEL.match(message) else message
    for known, code in _known():
        if all(part in message for part in _parts(known)):
            pattern = _pattern(known)
            if pattern.fullmatch(message) or pattern.fullmatch(bare):
                return code
    return OTHER


@cache
def _known() -> tuple[tuple[str, str], ...]:
    """Each message and its code, the one with most words of its own first."""
    known = sorted(codes().values(), key=lambda one: -len(one.message.en.replace("{}", "")))
    return tuple((one.message.en, one.code) for one in known)


@cache
def _parts(message: str) -> list[str]:
    """What stands in ``message`` whatever is filled in; its first letter may begin a sentence."""
    return re.split(r"\{[^{}]*\}", message[1:] if message[:1].isalpha() else message)


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """What ``message`` looks like; compiled where it may fit, as all would take 70 ms of a run."""
    first = f"[{message[0].lower()}{message[0].upper()}]" if message[:1].isalpha() else ""
    return re.compile(first + _ANY.join(map(re.escape, _parts(message))) + _DETAIL)
