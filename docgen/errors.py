"""What can go wrong, told in both languages, with the exit code that the shell sees.

The tree::

    DocgenError                 1 unless said otherwise
    ├── RecordError             1  the record has problems
    ├── TemplateError           1  a template, or a paper in Word, has problems
    ├── DataError               1  a data file of the law or the guidance has problems
    ├── MissingToolError        3  something needed is not on this machine
    │   └── PrintRefusedError   3  the built-in printer does not print this paper
    ├── ProtectedWorkError      4  going on would destroy a person's work
    │   └── ChangedMeanwhileError 4  the file has changed since it was opened
    └── OutsideError            5  an outside program or the disk failed
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class ExitCode(IntEnum):
    """The process exit codes; a promise to scripts, listed in docs/ma-thoat.md."""

    DONE = 0
    INPUT = 1
    USAGE = 2
    MISSING = 3
    PROTECTED = 4
    OUTSIDE = 5
    STOPPED = 130


class Severity(StrEnum):
    """How much a problem weighs: an error stops the work, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Words(NamedTuple):
    """One message in both languages of the program; Vietnamese is the default."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The message in ``language`` (``"vi"`` or ``"en"``)."""
        return self.en if language == "en" else self.vi


NO_WORDS = Words("", "")


class Counted(Words):
    """Words on work that is counted: how much of it is done, of how much."""

    done: int
    total: int

    @classmethod
    def of(cls, words: Words, done: int, total: int) -> Counted:
        """``words`` with how far the work has come."""
        made = cls(*words)
        made.done, made.total = done, total
        return made


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is: a file, and in it a line and column (both from 1) or a field path.

    In a workbook the line is the row of a cell, ``sheet`` the name of its sheet and
    ``sheet_number`` which sheet of the workbook that is, from 1.
    """

    file: str
    line: int | None = None
    column: int | None = None
    field: str = ""
    sheet: str = ""
    sheet_number: int = 0

    def __str__(self) -> str:
        """As a Vietnamese message begins."""
        return self.in_language("vi")

    def in_language(self, language: str) -> str:
        """``file:line:column``, as editors make it clickable; without a line, ``file``.

        In a workbook: ``file.xlsx, trang “Thành viên”, ô C5``.
        """
        if self.line is None:
            return self.file
        if not self.sheet:
            return f"{self.file}:{self.line}:{self.column or 1}"
        if language == "en":
            return f"{self.file}, sheet “{self.sheet}”, cell {self.cell}"
        return f"{self.file}, trang “{self.sheet}”, ô {self.cell}"

    @property
    def cell(self) -> str:
        """``C5``: the cell of a workbook; empty in other files."""
        if not self.sheet or self.line is None:
            return ""
        letters, column = "", self.column or 1
        while column:
            column, letter = divmod(column - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line}"

    @property
    def order(self) -> tuple[int, int, int]:
        """By this a reader of the file meets places one after another."""
        return self.sheet_number, self.line or 0, self.column or 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, and what to do about it."""

    place: Place
    what: Words
    hint: Words = NO_WORDS
    severity: Severity = Severity.ERROR


class DocgenError(Exception):
    """The root of all errors shown to a user; carries every problem found at once."""

    exit_code: ClassVar[ExitCode] = ExitCode.INPUT

    def __init__(self, *problems: Problem) -> None:
        """Keep ``problems`` in the order in which a reader meets them."""
        super().__init__("; ".join(f"{p.place}: {p.what.en}" for p in problems))
        self.problems = problems

    @classmethod
    def at(cls, file: object, vi: str, en: str, *, hint: Words = NO_WORDS) -> DocgenError:
        """The error of one problem with the file (or tool) named ``file``."""
        return cls(Problem(Place(str(file)), Words(vi, en), hint))


class RecordError(DocgenError):
    """The record cannot be used as it is."""


class TemplateError(DocgenError):
    """A Word file is damaged or unsafe, or a template asks for a field that does not exist."""


class DataError(DocgenError):
    """A data file of the law or the guidance is missing, or cannot be used as it is."""


class MissingToolError(DocgenError):
    """Something needed, usually a printer, is missing on this machine."""

    exit_code = ExitCode.MISSING


class PrintRefusedError(MissingToolError):
    """The built-in printer names what it does not print; another printer is needed."""


class ProtectedWorkError(DocgenError):
    """Refused, because a person's work would be lost."""

    exit_code = ExitCode.PROTECTED


class ChangedMeanwhileError(ProtectedWorkError):
    """A file is not as it was when it was opened; what was to be written waits to be chosen."""


class OutsideError(DocgenError):
    """An outside program, or the disk, failed."""

    exit_code = ExitCode.OUTSIDE


def together(faults: Sequence[DocgenError]) -> DocgenError:
    """One error with the problems of all ``faults``, of the kind with the highest exit code."""
    kind = max((type(fault) for fault in faults), key=lambda kind: kind.exit_code)
    return kind(*(problem for fault in faults for problem in fault.problems))
