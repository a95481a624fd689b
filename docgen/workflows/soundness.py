"""The data files: checked whole; those of law, guidance and form copied to be changed."""

from __future__ import annotations

from contextlib import contextmanager
from shutil import copytree
from typing import TYPE_CHECKING

from docgen.dossier import words as of_dossiers
from docgen.errors import DataError, ProtectedWorkError, Words
from docgen.guidance.guidance import guidance
from docgen.guidance.soundness.around import Around
from docgen.guidance.soundness.sheets import sheets
from docgen.law import soundness as of_law
from docgen.law.law import law
from docgen.lint import soundness as of_form
from docgen.lint.book import book
from docgen.papers import feeds, phrases, samples
from docgen.papers.vocabulary import vocabulary
from docgen.tables.rows import Texts
from docgen.tables.soundness import Sheet, problems
from docgen.tables.source import ROOMS, SHIPPED, shipped
from docgen.tables.source import using as folder_in_use
from docgen.text import lines, names, periods
from docgen.word import words as of_word
from docgen.word.filling.templates import TemplateFolder
from docgen.workflows.editing import steps
from docgen.workflows.pasting import columns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from docgen.errors import Problem


_SHAPES = {
    samples.FILE: samples.Samples,
    feeds.FEEDS: feeds.Feeds,
    feeds.BESIDE: feeds.Beside,
}
"""The files among the words of papers that are no words."""


def check(folder: Path | None = None, templates: Path | None = None) -> list[Problem]:
    """Every fault of the data files in ``folder``, file by file; of all that is shipped, if none.

    Args:
        folder: A copy of the data.
        templates: A folder of templates that rows may name beside the shipped ones.

    Raises:
        DataError: there is no such folder.
        TemplateError: there is no such folder of templates.
    """
    known = TemplateFolder(templates).names()
    if folder is None:
        with shipped():
            return [*_faults(known), *problems(fixed())]
    with folder_in_use(folder):
        return _faults(known)


def fixed() -> list[Sheet]:
    """The files that nobody copies: words that the program itself writes by."""
    subjects = sorted(phrases.DATA.glob("*.yaml"))
    return [
        *(Sheet(subject, Texts) for subject in subjects if subject not in _SHAPES),
        *(Sheet(subject, shape) for subject, shape in _SHAPES.items()),
        Sheet(lines.FILE, lines.Lines),
        Sheet(names.FILE, names.NameWords),
        Sheet(periods.FILE, periods.PeriodWords),
        Sheet(of_word.STYLES, of_word.Styles),
        Sheet(of_word.LAYOUTS, Texts),
        Sheet(of_dossiers.FILE, of_dossiers.Outline),
        Sheet(steps.FILE, steps.Steps),
        Sheet(columns.FILE, columns.KnownWords),
    ]


@contextmanager
def using(folder: Path) -> Iterator[None]:
    """Work with the data in ``folder`` until the end of the block; they are checked whole first.

    Rows may name templates that are not there: those are told when they are asked for.

    Raises:
        DataError: there is no such folder, or its data have faults; carries all of them.
    """
    with folder_in_use(folder):
        if faults := _faults(None):
            raise DataError(*faults)
        yield


def _faults(templates: Collection[str] | None) -> list[Problem]:
    with shipped():  # what papers know does not depend on the data
        words = vocabulary()
    around = Around(guidance(), law(), words, templates)
    return problems([*of_law.sheets(law()), *sheets(around), *of_form.sheets(book())])


def copy(folder: Path) -> list[Path]:
    """Copy the shipped data files into ``folder``; returns what was written.

    Raises:
        ProtectedWorkError: the folder holds data files already.
        OSError: the disk failed.
    """
    standing = [folder / room for room in ROOMS if (folder / room).exists()]
    if standing:
        raise ProtectedWorkError.at(
            ", ".join(map(str, standing)),
            "đã có, không ghi đè",
            "exists and is not overwritten",
            hint=Words("Chọn thư mục khác.", "Choose another folder."),
        )
    for room in ROOMS:
        copytree(SHIPPED.of(room), folder / room)
    return sorted(path for room in ROOMS for path in (folder / room).rglob("*.yaml"))
