"""The papers of ratings (III): the sheet of each model, the reports over all of them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from docgen import __version__
from docgen.errors import ProtectedWorkError, RecordError, Words
from docgen.folder import contents, manifest
from docgen.folder.memory import PRINTS, WORD
from docgen.guidance.papers import RATE, Due, paper
from docgen.papers.drafting import Drafter
from docgen.papers.life.assessments import Reviewed, report_of, sheet_of
from docgen.papers.sheet import Papers
from docgen.printing.press import Press, Printer
from docgen.word.filling.templates import TemplateFolder
from docgen.word.merging.comparing import same_text
from docgen.workflows.issuing import NONE_SIGNED
from docgen.workflows.standing import at_work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from docgen.papers.rows import Frame
    from docgen.workflows.desk import Tell
    from docgen.workflows.rating import Rated
    from docgen.workflows.standing import Standing

_SHEET, _SURVEY, _APPRAISAL = "rating_sheet", "survey_report", "appraisal_report"


class Wish(NamedTuple):
    """How the papers are to be made."""

    folder: Path
    appraise: bool = False
    printer: str = Printer.AUTO
    templates: Path | None = None


class _Sheet(NamedTuple):
    """A paper to be drafted: its name, of which record, and what it says beyond that record."""

    stem: str
    due: Due
    of: Reviewed
    more: Frame


def papers(found: Sequence[Rated], drafted: date, wish: Wish, tell: Tell) -> list[str]:
    """Draft the sheet of each model and the reports over all of them, and keep them.

    Returns:
        The paths in the folder.

    Raises:
        RecordError: the models are not rated in one and the same period.
        TemplateError: a template has problems.
        ProtectedWorkError: the folder holds a person's work.
        MissingToolError: no printer prints one of the papers.
        OutsideError: the disk or an outside program failed.
    """
    _see_one_period(found)
    with at_work(wish.folder, tell) as there:
        _see_own(wish.folder, there.known)
        contents.guard(wish.folder, (), there.unknown)
        for lost in there.remarks:
            tell(lost.what)
        tell(Words("Soạn và in các văn bản…", "Drafting and printing the papers…"))
        sheets = list(_sheets(found, appraise=wish.appraise))
        made = _made(sheets, drafted, wish, there, tell)
        stay = _left(there, made)
        stay |= there.superseded(made)
        files = {**made, **stay}
        known = _manifest(found, drafted, wish, sheets, files)
        known = replace(known, files={**known.files, **_entries(there, stay)})
        contents.write(wish.folder, files, known, seen=there.unknown)
        return list(made)


def _made(
    sheets: Sequence[_Sheet], drafted: date, wish: Wish, there: Standing, tell: Tell
) -> dict[str, bytes]:
    """Each paper and its print by their paths; what was issued as it stands, and that it does."""
    drafts = [_draft(sheet, drafted, TemplateFolder(wish.templates)) for sheet in sheets]
    paths = [_paths(sheet) for sheet in sheets]
    words = [there.issued(path) or draft for (path, _), draft in zip(paths, drafts, strict=True)]
    known = [there.print_of(path, docx) for (_, path), docx in zip(paths, words, strict=True)]
    papers = zip(sheets, words, known, strict=True)
    left = [(f"{sheet.stem}.docx", docx) for sheet, docx, pdf in papers if pdf is None]
    fresh = iter(Press(Printer(wish.printer)).print_all(left))
    files: dict[str, bytes] = {}
    for index, sheet in enumerate(sheets):
        path, print_path = paths[index]
        files[path] = words[index]
        files[print_path] = known[index] or next(fresh).pdf
        if there.filed(path).is_issued and not same_text(words[index], drafts[index]):
            tell(_stays(sheet.stem))
    return files


def _paths(sheet: _Sheet) -> tuple[str, str]:
    """Where the Word file and its print stand."""
    return f"{WORD}/{sheet.stem}.docx", f"{PRINTS}/{sheet.stem}.pdf"


def _stays(stem: str) -> Words:
    return Words(
        f"“{stem}” đã ban hành nên giữ nguyên; bản khai nay ghi khác.",
        f"“{stem}” was issued and stays; the record now reads otherwise.",
    )


def _left(there: Standing, made: Collection[str]) -> dict[str, bytes]:
    """What was issued and is not made this time."""
    known = there.known.files if there.known else {}
    found = {path: there.issued(path) for path in known if path not in made}
    return {path: data for path, data in found.items() if data is not None}


def _entries(there: Standing, stay: Mapping[str, bytes]) -> dict[str, manifest.FileEntry]:
    return {
        path: replace(there.filed(path), sha256=manifest.sha256(data))
        for path, data in stay.items()
    }


def _see_one_period(found: Sequence[Rated]) -> None:
    periods = {rated.rating.period for rated in found}
    if len(periods) > 1:
        listed = ", ".join(sorted(periods))
        raise RecordError.at(
            found[0].loaded.file,
            f"các bản khai được đánh giá ở những kỳ khác nhau: {listed}",
            f"the records are assessed in different periods: {listed}",
            hint=Words("Chọn một kỳ: --period 2026.", "Choose one period: --period 2026."),
        )


def _see_own(directory: Path, known: manifest.Manifest | None) -> None:
    """Papers of ratings stand alone: writing them must take nothing out of another package."""
    if known is not None and any(not step.startswith(RATE) for step in known.made):
        raise ProtectedWorkError.at(
            directory,
            "thư mục đang giữ văn bản của một bước khác",
            "the folder holds the papers of another step",
            hint=Words("Chọn thư mục khác (-o).", "Choose another folder (-o)."),
        )


def _sheets(found: Sequence[Rated], *, appraise: bool) -> Iterator[_Sheet]:
    """A sheet for each model; reports in the frame of the first record, over all models."""
    every = [Reviewed(rated.loaded.record, rated.rating) for rated in found]
    period = every[0].rating.period
    for index, reviewed in enumerate(every, start=1):
        yield _sheet(_SHEET, f"{period}-{index:02d}", reviewed, sheet_of(reviewed))
    for name in (_SURVEY, *([_APPRAISAL] if appraise else [])):
        yield _sheet(name, period, every[0], report_of(every))


def _sheet(name: str, suffix: str, reviewed: Reviewed, more: Frame) -> _Sheet:
    row = paper(name, reviewed.record.kind)
    return _Sheet(f"{row.template}-{suffix}", Due(row, part=reviewed.rating.period), reviewed, more)


def _draft(sheet: _Sheet, drafted: date, templates: TemplateFolder) -> bytes:
    return Drafter(Papers(sheet.of.record, drafted), templates).draft(sheet.due, sheet.more).docx


def _manifest(
    found: Iterable[Rated],
    drafted: date,
    wish: Wish,
    sheets: Sequence[_Sheet],
    files: dict[str, bytes],
) -> manifest.Manifest:
    hashes = "".join(rated.loaded.sha256 for rated in found)
    templates = TemplateFolder(wish.templates)
    filed: dict[str, manifest.FileEntry] = {}
    for sheet in sheets:
        mark = NONE_SIGNED.mark(Papers(sheet.of.record, drafted).sheet(sheet.due))
        docx, pdf = _paths(sheet)
        hashed = manifest.sha256(files[docx])
        entry = manifest.FileEntry(hashed, paper=sheet.due.paper.id, issued=mark)
        printed = replace(entry, sha256=manifest.sha256(files[pdf]), source=hashed)
        filed |= {docx: entry, pdf: printed}
    names = {sheet.due.paper.template for sheet in sheets}
    return manifest.Manifest(
        tool=__version__,
        record=sha256(hashes.encode()).hexdigest(),
        record_file="",
        made=(f"{RATE} {sheets[0].due.part}",),
        day=drafted,
        templates={name: manifest.sha256(templates.read(name)) for name in sorted(names)},
        files=filed,
    )
