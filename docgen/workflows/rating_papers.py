"""The papers of ratings (III): the sheet of each model, the reports over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen import __version__
from docgen.errors import ProtectedWorkError, RecordError, Words
from docgen.folder import contents
from docgen.folder.manifest import UNKNOWN, FileEntry, Manifest, sha256
from docgen.folder.memory import BASES, PRINTS, WORD
from docgen.guidance.papers import RATE, Due, paper
from docgen.papers.drafting import Drafter
from docgen.papers.life.assessments import Reviewed, sheet_of
from docgen.papers.life.reviews import Surveyed, report_of
from docgen.papers.sheet import Papers
from docgen.printing.press import Press, Printer
from docgen.values import Value
from docgen.word.filling.templates import TemplateFolder
from docgen.word.merging.comparing import same_text
from docgen.workflows.issuing import NONE_SIGNED
from docgen.workflows.recalling import steps_seen
from docgen.workflows.standing import FORMER, at_work, packed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from docgen.papers.rows import Frame
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.desk import Tell
    from docgen.workflows.rating import Rated
    from docgen.workflows.standing import Standing

_SHEET, SURVEY, APPRAISAL = "rating_sheet", "survey_report", "appraisal_report"


class Wish(Value):
    """How the papers are to be made."""

    folder: Path
    appraise: bool = False
    printer: str = Printer.AUTO
    templates: Path | None = None


class _Sheet(Value):
    """A paper to be drafted: its name, of which record, and what it says beyond that record."""

    stem: str
    due: Due
    of: Reviewed
    more: Frame


class _Met(Value):
    """A sheet as it shall stand: the fresh draft, the Word file, what is known of that."""

    sheet: _Sheet
    draft: bytes
    docx: bytes
    entry: FileEntry

    @property
    def path(self) -> str:
        """Where its Word file stands."""
        return _paths(self.sheet)[0]

    @property
    def print_path(self) -> str:
        """Where its print stands."""
        return _paths(self.sheet)[1]


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
    hashes = [rated.loaded.sha256 for rated in found]
    return _kept(list(_sheets(found, appraise=wish.appraise)), hashes, drafted, wish, tell)


def report(
    name: str, first: Rated, every: Sequence[Surveyed], drafted: date, wish: Wish, tell: Tell
) -> list[str]:
    """Draft one report over ``every`` model, in the frame of ``first``, and keep it.

    Args:
        name: :data:`SURVEY` or :data:`APPRAISAL`.
        first: One of the models; its record names the bodies that survey and appraise.
        every: What is said of each model.
        drafted: The day of drafting.
        wish: The folder, and how.
        tell: Shows progress.

    Returns:
        The paths in the folder.

    Raises:
        DocgenError: as :func:`papers`.
    """
    reviewed = Reviewed(first.loaded.record, first.rating)
    sheet = _sheet(name, first.rating.period, reviewed, report_of(reviewed, every))
    hashes = [first.loaded.sha256, *(one.named for one in every)]
    return _kept([sheet], hashes, drafted, wish, tell)


def _kept(
    sheets: list[_Sheet], hashes: Sequence[str], drafted: date, wish: Wish, tell: Tell
) -> list[str]:
    with at_work(wish.folder, tell) as there:
        _see_own(wish.folder, there, sheets[0].of.record)
        contents.guard(wish.folder, (), _cared_for(there))
        for lost in there.remarks:
            tell(lost.what)
        tell(Words("Soạn và in các văn bản…", "Drafting and printing the papers…"))
        every = [_met(sheet, drafted, wish, there) for sheet in sheets]
        made = _made(every, wish, there, tell)
        stay = _left(there, {*made, BASES})
        stay |= there.superseded(made)
        files = {**made, **stay, BASES: packed(dict(_renders(every, there)), {}, {})}
        known = _manifest(hashes, drafted, wish, every, files)
        known = known.changed(files={**known.files, **_entries(there, stay)})
        contents.write(wish.folder, files, known, seen=_cared_for(there))
        return list(made)


def _cared_for(there: Standing) -> dict[str, str]:
    """What may differ from its hash: what nobody knows from a person's, and our own renders."""
    return {path: at for path, at in there.words.items() if path == BASES or path in there.unknown}


def _met(sheet: _Sheet, drafted: date, wish: Wish, there: Standing) -> _Met:
    """The sheet drafted; what was issued stays, and what may hold words of a person's."""
    papers = Papers(sheet.of.record, drafted)
    draft = Drafter(papers, TemplateFolder(wish.templates)).draft(sheet.due, sheet.more).docx
    mark = NONE_SIGNED.mark(papers.sheet(sheet.due))
    path, _ = _paths(sheet)
    before, stands = there.filed(path), there.content(path)
    fresh = FileEntry(sha256(draft), paper=sheet.due.paper.id, issued=mark)
    is_unsure = path in there.unknown and stands != draft
    if stands is None or not (before.is_issued or (before.issued and mark) or is_unsure):
        return _Met(sheet, draft, draft, fresh)
    base = UNKNOWN if is_unsure else ""
    entry = fresh.changed(sha256=sha256(stands), base=base, issued=mark or before.issued)
    return _Met(sheet, draft, stands, entry)


def _made(every: Sequence[_Met], wish: Wish, there: Standing, tell: Tell) -> dict[str, bytes]:
    """Each paper and its print by their paths; that what stays says other than the record."""
    known = [there.print_of(one.print_path, one.docx) for one in every]
    papers = zip(every, known, strict=True)
    left = [(f"{one.sheet.stem}.docx", one.docx) for one, pdf in papers if pdf is None]
    fresh = iter(Press(Printer(wish.printer)).print_all(left))
    files: dict[str, bytes] = {}
    for one, pdf in zip(every, known, strict=True):
        files[one.path] = one.docx
        files[one.print_path] = pdf or next(fresh).pdf
        if one.docx != one.draft and not same_text(one.docx, one.draft):
            tell((_unsure if one.entry.base == UNKNOWN else _stays)(one.sheet.stem))
    return files


def _renders(every: Iterable[_Met], there: Standing) -> Iterator[tuple[str, bytes]]:
    """The render under each paper, where it is known."""
    for one in every:
        render = one.draft if one.docx == one.draft else there.base(one.path)
        if render is not None:
            yield one.path, render


def _paths(sheet: _Sheet) -> tuple[str, str]:
    """Where the Word file and its print stand."""
    return f"{WORD}/{sheet.stem}.docx", f"{PRINTS}/{sheet.stem}.pdf"


def _stays(stem: str) -> Words:
    return Words(
        f"“{stem}” đã ban hành nên giữ nguyên; bản khai nay ghi khác.",
        f"“{stem}” was issued and stays; the record now reads otherwise.",
    )


def _unsure(stem: str) -> Words:
    return Words(
        f"“{stem}” không biết đã sửa tay hay chưa nên giữ nguyên; bản khai nay ghi khác. Muốn soạn "
        "lại thì xóa tệp này rồi chạy lại.",
        f"“{stem}” may have been changed by hand and stays; the record now reads otherwise. To "
        "have it drafted anew delete it and run again.",
    )


def _left(there: Standing, made: Collection[str]) -> dict[str, bytes]:
    """What was issued and is not made this time; former versions, which are never taken away."""
    known = there.known.files if there.known else {}
    found = {
        path: there.content(path) if path.startswith(f"{FORMER}/") else there.issued(path)
        for path in known
        if path not in made
    }
    return {path: data for path, data in found.items() if data is not None}


def _entries(there: Standing, stay: Mapping[str, bytes]) -> dict[str, FileEntry]:
    return {path: there.filed(path).changed(sha256=sha256(data)) for path, data in stay.items()}


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


def _see_own(directory: Path, there: Standing, record: AnyRecord) -> None:
    """Papers of ratings stand alone: writing them must take nothing out of another package."""
    if there.known is None:
        return
    made = there.known.made or [stage for stage, _ in steps_seen(record, there.known.files)]
    if any(not step.startswith(RATE) for step in made):
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
    surveyed = [Surveyed.of(one) for one in every]
    for name in (SURVEY, *([APPRAISAL] if appraise else [])):
        yield _sheet(name, period, every[0], report_of(every[0], surveyed))


def _sheet(name: str, suffix: str, reviewed: Reviewed, more: Frame) -> _Sheet:
    row = paper(name, reviewed.record.kind)
    return _Sheet(f"{row.template}-{suffix}", Due(row, part=reviewed.rating.period), reviewed, more)


def _manifest(
    hashes: Iterable[str],
    drafted: date,
    wish: Wish,
    every: Sequence[_Met],
    files: Mapping[str, bytes],
) -> Manifest:
    templates = TemplateFolder(wish.templates)
    filed = {BASES: FileEntry(sha256(files[BASES]))}
    for one in every:
        hashed = sha256(files[one.print_path])
        printed = one.entry.changed(sha256=hashed, base="", source=one.entry.sha256)
        filed |= {one.path: one.entry, one.print_path: printed}
    names = {one.sheet.due.paper.template for one in every}
    return Manifest(
        tool=__version__,
        record=sha256("".join(hashes).encode()),
        record_file="",
        made=(f"{RATE} {every[0].sheet.due.part}",),
        day=drafted,
        templates={name: sha256(templates.read(name)) for name in sorted(names)},
        files=filed,
    )
