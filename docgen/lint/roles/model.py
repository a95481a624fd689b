"""Lines, parts and sheets: a paper cut into the things that the rules speak of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from docgen.lint.roles.words import fold, is_upper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from docgen.lint.reading.model import Look, Paragraph, Run, Section, WordFile

_DIGITS: Final = re.compile(r"\d+")


class Sure(IntEnum):
    """How sure it is that a line is what it is taken for.

    ``CERTAIN``: its own words say it. ``LIKELY``: its place or look says it. ``GUESSED``: nothing
    speaks against it.
    """

    GUESSED = 0
    LIKELY = 1
    CERTAIN = 2


@dataclass(frozen=True, eq=False)
class Line:
    """A paragraph, or the piece of one between tabs; ``start`` and ``end`` cut its text."""

    paragraph: Paragraph
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """Its words without space around them, without an automatic number."""
        return self.raw.strip()

    @cached_property
    def raw(self) -> str:
        """Its words as typed, space around them included."""
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def said(self) -> str:
        """Its words as a reader sees them, the automatic number included."""
        if self.start or not self.paragraph.label:
            return self.text
        return f"{self.paragraph.label} {self.text}".strip()

    @cached_property
    def folded(self) -> str:
        """What it says, folded."""
        return fold(self.said)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs that hold letters of it other than space."""
        return tuple(
            run
            for run in self.paragraph.runs
            if run.start < self.end
            and run.end > self.start
            and run.text[max(self.start - run.start, 0) : self.end - run.start].strip()
        )

    @cached_property
    def capitals(self) -> bool:
        """Whether it shows capitals only."""
        if is_upper(self.text):
            return True
        return any(char.isalpha() for char in self.text) and all(
            run.look.capitals or not any(char.islower() for char in run.text) for run in self.runs
        )

    def agreed(self, of: Callable[[Look], object]) -> object:
        """What ``of`` gives for every run, when all agree; else ``None``."""
        found = {of(run.look) for run in self.runs}
        return found.pop() if len(found) == 1 else None

    @property
    def bold(self) -> object:
        """Whether all letters are bold; ``None`` when they differ."""
        return self.agreed(lambda look: look.bold)

    @cached_property
    def heavy(self) -> bool:
        """Whether most of its letters are bold; marks of notes do not count."""
        letters = [run for run in self.runs if not run.look.raised]
        bold = sum(len(run.text) for run in letters if run.look.bold)
        return bold * 2 > sum(len(run.text) for run in letters)

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its room."""
        return self.paragraph.form.align == "center"

    @property
    def table(self) -> int:
        """The table it stands in, 0 outside tables."""
        return self.paragraph.spot.table if self.paragraph.spot else 0

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not self.said


def whole(paragraph: Paragraph) -> Line:
    """A paragraph as one line."""
    return Line(paragraph, 0, len(paragraph.text))


@dataclass(frozen=True, slots=True)
class Part:
    """Thành phần: a line and what it is in the paper."""

    role: str
    line: Line
    sure: Sure


@dataclass(frozen=True, eq=False)
class Sheet:
    """Một văn bản trong tệp: the paper itself, an act attached to it, or an annex.

    ``regime`` is ``nd30``, ``party``, ``normative`` (văn bản quy phạm pháp luật), ``union`` (Đoàn)
    or empty when nothing tells; ``paper`` is the id of its kind in ``kinds.yaml``.
    """

    file: WordFile
    place: str  # main, attached or annex
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    regime: str = ""
    paper: str = ""
    day: date | None = None
    roles: dict[str, list[Part]] = field(default_factory=dict)

    def of(self, *roles: str) -> list[Part]:
        """The parts of these roles, role by role, in reading order."""
        return [part for role in roles for part in self.roles.get(role, ())]

    def first(self, role: str) -> Part | None:
        """The first part of ``role``."""
        found = self.roles.get(role)
        return found[0] if found else None

    @cached_property
    def told(self) -> list[Part]:
        """The parts that say something."""
        return [part for part in self.parts if not part.line.is_blank]

    @cached_property
    def sections(self) -> list[Section]:
        """The sections on whose pages it stands."""
        numbers = dict.fromkeys(line.paragraph.section for line in self.lines)
        return [self.file.sections[number] for number in numbers]

    @cached_property
    def role_of(self) -> dict[int, str]:
        """The role of each line, by the line's identity."""
        return {id(part.line): part.role for part in self.parts}

    @cached_property
    def articles(self) -> dict[int, Part]:
        """The articles of the text by number."""
        found = ((_DIGITS.search(part.line.said), part) for part in self.of("article"))
        return {int(number[0]): part for number, part in found if number}

    @cached_property
    def order(self) -> dict[int, int]:
        """The place of each line among the lines, by the line's identity."""
        return {id(line): place for place, line in enumerate(self.lines)}


def by_role(parts: Iterable[Part]) -> dict[str, list[Part]]:
    """``parts`` grouped by role, each group in reading order."""
    found: dict[str, list[Part]] = {}
    for part in parts:
        found.setdefault(part.role, []).append(part)
    return found
