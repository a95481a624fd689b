"""Rating models (III): each by its record and its dossier; the papers over all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from docgen import __version__
from docgen.checks.remark import remark
from docgen.errors import DocgenError, ProtectedWorkError, RecordError, Words, together
from docgen.folder import contents, manifest
from docgen.guidance import ratings
from docgen.guidance.classes import Follows, follows
from docgen.guidance.evidence import DossierFacts
from docgen.guidance.papers import RATE, Due, paper
from docgen.guidance.ratings import Outcome, Rating
from docgen.papers.drafting import Drafter
from docgen.papers.life.assessments import Reviewed, actor, report_of, sheet_of
from docgen.papers.sheet import Papers
from docgen.printing.press import Press, Printer
from docgen.record.sections import parts_of
from docgen.word.filling.templates import TemplateFolder
from docgen.word.merging.comparing import same_text
from docgen.workflows.desk import sound
from docgen.workflows.examining import find
from docgen.workflows.issuing import NONE_SIGNED
from docgen.workflows.opening import load
from docgen.workflows.settling import PRINTS, WORD
from docgen.workflows.standing import at_work
from docgen.workflows.status import ItemState, status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.papers.rows import Frame
    from docgen.record.loading import Loaded
    from docgen.workflows.desk import Tell
    from docgen.workflows.standing import Standing

_SHEET, _SURVEY, _APPRAISAL = "rating_sheet", "survey_report", "appraisal_report"
_FRESH = frozenset({ItemState.DRAFT, ItemState.EDITED})
_PRESENT = _FRESH | {ItemState.NUMBERED, ItemState.SIGNED}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks: which records, which period ("": the latest), which dossier folder."""

    records: tuple[Path, ...]
    drafted: date
    period: str = ""
    dossier: Path | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """Một mô hình đã xét: its record, its rating, and what follows from it."""

    loaded: Loaded
    rating: Rating
    follows: Follows | None

    @property
    def is_rated(self) -> bool:
        """Whether there is a class."""
        return self.rating.outcome is Outcome.RATED


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


def rate(asked: Asked) -> list[Rated]:
    """The rating of each record, in the order in which they were named.

    Raises:
        RecordError: a record has problems, or does not assess the period.
        DocgenError: the folder named as dossier is none of docgen's.
        OutsideError: the disk failed.
    """
    found: list[Rated] = []
    faults: list[DocgenError] = []
    for path in asked.records:
        try:
            found.append(_rated(path, asked))
        except DocgenError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return found


def _rated(path: Path, asked: Asked) -> Rated:
    loaded = load(path)
    sound(find(loaded, asked.drafted))
    record = loaded.record
    period = asked.period.upper() or ratings.latest(record)
    told = parts_of(record, "assessments")
    if period not in told:
        raise RecordError(_not_assessed(loaded, period))
    day = getattr(told[period], "day", None) or asked.drafted
    rating = ratings.rate(record, period, _in_folder(asked.dossier, day, path))
    return Rated(loaded, rating, _follows(loaded, rating))


def _follows(loaded: Loaded, rating: Rating) -> Follows | None:
    if not rating.id:
        return None
    found = follows(rating.id, loaded.record.kind)
    who = Words(actor(loaded.record, found.who.vi), actor(loaded.record, found.who.en))
    return Follows(found.what, who, found.clause)


def _not_assessed(loaded: Loaded, period: str) -> Problem:
    shown = Words(f" kỳ {period}" if period else "", f" of {period}" if period else "")
    return remark(
        loaded,
        ("assessments",),
        Words(f"chưa có dữ kiện đánh giá{shown.vi}", f"there are no facts{shown.en}"),
        Words(
            "Khai “assessments” với period và các dữ kiện; xem mẫu: docgen new.",
            "Tell “assessments” with period and facts; see the blank form: docgen new.",
        ),
    )


def _in_folder(directory: Path | None, day: date, record: Path) -> DossierFacts | None:
    """What the dossier in ``directory`` holds of the guidance's list that is due by ``day``."""
    if directory is None:
        return None
    items = status(directory, day, record).items
    return DossierFacts(
        missing=tuple(lack.text for item in items for lack in item.lacks if not lack.inside),
        unsure=tuple(item.title for item in items if item.state is ItemState.UNSURE),
        drafts=tuple(item.title for item in items if item.state in _FRESH),
        unsaid=tuple(lack.text for item in items for lack in item.lacks if lack.inside),
        empty=not any(item.state in _PRESENT for item in items),
    )


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
        contents.guard(wish.folder)
        tell(Words("Soạn và in các văn bản…", "Drafting and printing the papers…"))
        sheets = list(_sheets(found, appraise=wish.appraise))
        made = _made(sheets, drafted, wish, there, tell)
        stay = _left(there, made)
        files = {**made, **stay}
        known = _manifest(found, drafted, wish, sheets, files)
        kept = {path: there.filed(path) for path in stay}
        contents.write(wish.folder, files, replace(known, files={**known.files, **kept}))
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
        if there.filed(path).issued and not same_text(words[index], drafts[index]):
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
