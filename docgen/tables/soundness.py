"""Every fault of data files: what does not fit its shape, what does not fit other files."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import DataError
from docgen.tables import marks, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.tables.faults import Fault


def no_rules() -> Iterable[Fault]:
    """Nothing must hold beyond the shape."""
    return ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a data file, and what must hold in it.

    Attributes:
        file: The data file.
        shape: What its keys and values must be.
        rules: The faults of what it tells, held against other files; may raise DataError where
            one of those cannot be read.
        page: Which page of the file, from 0.
    """

    file: Path
    shape: type[object]
    rules: Callable[[], Iterable[Fault]] = no_rules
    page: int = 0


def problems(sheets: Iterable[Sheet]) -> list[Problem]:
    """Every fault of ``sheets``, file by file in the order of their lines.

    A file that does not fit its shape, or whose neighbours do not fit theirs, is not held against
    them: those faults come first.
    """
    return [problem for sheet in sheets for problem in _problems(sheet)]


def _problems(sheet: Sheet) -> list[Problem]:
    try:
        reading.read(sheet.file, sheet.shape, sheet.page)
        found = marks.marked(sheet.file, sheet.page)
    except DataError as error:
        return list(error.problems)
    return marks.located(sheet.file, _broken_rules(sheet), found)


def _broken_rules(sheet: Sheet) -> list[Fault]:
    faults: list[Fault] = []
    with suppress(DataError):  # told at the file that cannot be read
        faults.extend(sheet.rules())
    return faults
