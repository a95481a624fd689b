"""The class of a model, and what is due when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.api.telling import silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from docgen.workflows.desk import Tell
    from docgen.workflows.rating import Rated
    from docgen.workflows.timing import Timed


def rate(
    records: Sequence[Path], *, on: date, period: str = "", dossier: Path | None = None
) -> list[Rated]:
    """The rating of each record (III.1), in their order; ``""`` is the latest period told.

    ``dossier`` is the folder by which the completeness of the one record is judged.

    Raises:
        RecordError: a record has problems, or does not assess the period.
        DocgenError: ``dossier`` is no folder of docgen's.
        OutsideError: the disk failed.
    """
    from docgen.workflows import rating  # noqa: PLC0415

    return rating.rate(rating.Asked(tuple(records), on, period, dossier))


def rating_papers(
    found: Sequence[Rated],
    folder: Path,
    *,
    on: date,
    appraise: bool = False,
    printer: str = "auto",
    templates: Path | None = None,
    tell: Tell = silent,
) -> list[str]:
    """Draft the rating sheet of each model and the reports over all; the paths in ``folder``.

    Raises:
        RecordError: the models are not rated in one and the same period.
        TemplateError: a template has problems.
        ProtectedWorkError: the folder holds a person's work.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    from docgen.workflows import rating_papers  # noqa: PLC0415

    wish = rating_papers.Wish(folder, appraise, printer, templates)
    return rating_papers.papers(found, on, wish, tell)


def deadlines(records: Iterable[Path], year: int) -> list[Timed]:
    """What is due in ``year`` of all ``records`` (III.2, II.1.3, II.3), by day.

    Raises:
        RecordError: a record has problems.
        OutsideError: the disk failed.
    """
    from docgen.workflows import timing  # noqa: PLC0415

    return timing.due(records, year)


def calendar(found: Iterable[Timed], file: Path, *, on: date, language: str = "vi") -> None:
    """Write deadlines to ``file``, a new calendar (.ics).

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    from docgen.workflows import timing  # noqa: PLC0415

    timing.keep_calendar(found, file, on, language)
