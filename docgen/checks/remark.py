"""What is said about a well-formed record: one remark at the place of one field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, Problem, Severity, Words
from docgen.record.explaining import place_of
from docgen.record.files.file import WORKBOOK
from docgen.record.workbooks import spoken
from docgen.record.workbooks.spoken import in_cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath


def remark(
    loaded: Loaded,
    path: FieldPath,
    what: Words,
    hint: Words = NO_WORDS,
    severity: Severity = Severity.WARNING,
) -> Problem:
    """The remark ``what`` on the field at ``path``, in the words of the form that was filled in."""
    told = Problem(place_of(path, loaded.marks, loaded.file), what, hint, severity)
    return in_cells(told, type(loaded.record))


def in_form(problem: Problem, loaded: Loaded) -> Problem:
    """``problem``, of no line of the record, in the words of the form that was filled in."""
    is_book = loaded.file.lower().endswith(WORKBOOK)
    return spoken.in_form(problem, type(loaded.record)) if is_book else problem


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems as a reader of the file meets them, none of them twice."""
    met = dict.fromkeys(problems)
    return sorted(met, key=lambda one: one.place.order)
