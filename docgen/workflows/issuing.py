"""Papers that were issued: they stay byte for byte; what the record now says otherwise is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.checks.remark import in_form
from docgen.errors import DocgenError, Place, Problem, Severity, Words
from docgen.folder.manifest import UNKNOWN
from docgen.papers.sheet import Papers
from docgen.record.files.snapshot import thawed
from docgen.text.dates import slashed
from docgen.values import Value
from docgen.workflows.settling import Settled, found

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from docgen.guidance.papers import Due
    from docgen.papers.drafting import Drafter
    from docgen.papers.sheet import Sheet
    from docgen.workflows.desk import Desk
    from docgen.workflows.standing import Standing

SIGNED = "signed"
"""How the folder marks a paper that only its signed scan tells to be issued."""
_OPEN = frozenset({"", SIGNED, UNKNOWN})
"""Marks of papers whose number, if there is one, stands in the record alone."""
_MOST = 12
"""Differences of one paper that are told one by one."""
_SHOWN = 160


class Issued(Value):
    """Which papers are issued: by number and day, or by a signed scan that fits to be bound."""

    signed: Collection[str] = ()

    def mark(self, sheet: Sheet, *, behind: bool = False) -> str:
        """``45 2026-09-05``, ``signed``, or "" for a draft; an annex goes with its main paper.

        Of a body that keeps no register the day alone tells it. The number in the record is not
        that of a paper that is ``behind`` it.
        """
        main = sheet.beside(sheet.paper.attached_to) if sheet.paper.attached_to else sheet
        told = main.issued
        if told.day is not None and not behind:
            if told.number is not None:
                return f"{told.number} {told.day.isoformat()}"
            if main.paper.numbered and not main.body.numbered:
                return told.day.isoformat()
        stems = {sheet.due.file_stem, main.due.file_stem}
        return SIGNED if stems.intersection(self.signed) else ""


NONE_SIGNED = Issued()


def kept(drafter: Drafter, due: Due, standing: Standing, issued: Issued) -> Settled | None:
    """The paper as it was issued; nothing where it is a draft, or the folder has it no longer.

    A Word file that a person took away comes back as it was issued.

    Raises:
        OutsideError: the disk failed.
    """
    named = Settled(drafter.named(due), b"", b"")
    entry = standing.filed(named.path)
    mark = issued.mark(drafter.papers.sheet(due))
    if not entry.sha256 or not (entry.is_issued or mark == SIGNED or (mark and entry.issued)):
        return None
    base = standing.base(named.path)
    there = standing.content(named.path) or base
    if there is None:
        return None
    stays = named.changed(docx=there, base=base or b"", told=entry.told)
    stays = stays.changed(issued=mark if entry.issued in _OPEN else entry.issued)
    return found(stays, standing) if stays.is_edited else stays


def anew(issued: Settled, paper: Settled, standing: Standing) -> Settled:
    """``paper``, made anew on request; the copy that was ``issued`` is kept among the former."""
    if paper.docx == issued.docx:
        return paper
    printed = standing.print_of(issued.print_path, issued.docx)
    return paper.changed(former=issued.docx, former_print=printed)


def told_otherwise(desk: Desk, papers: Iterable[Settled]) -> list[Problem]:
    """What the record now says otherwise than the papers as they were issued, one by one."""
    former: dict[str | None, Drafter | None] = {}
    there = list(papers)
    every = list(_left(desk.standing, {paper.path for paper in there}))
    for paper in there:
        if not paper.is_issued or paper.told in (None, desk.told):
            continue
        if paper.told not in former:
            former[paper.told] = before(desk.drafter, desk.standing, paper.told)
        every += _otherwise(desk.drafter, former[paper.told], paper)
    return [in_form(one, desk.loaded) for one in every]


def changes_of(desk: Desk, paper: Settled) -> list[tuple[str, str]]:
    """What an issued paper says and what the record now says instead, text by text.

    Raises:
        TemplateError: its template has problems.
    """
    return _facts(desk.drafter, before(desk.drafter, desk.standing, paper.told), paper)


def before(drafter: Drafter, standing: Standing, told: str | None) -> Drafter | None:
    """The drafter of the record as it was told when a paper was made."""
    data = standing.snapshot(told) if told else None
    record = thawed(data) if data else None
    if record is None:
        return None
    now = drafter.papers
    return drafter.changed(papers=Papers(record, now.drafted, now.first, now.planned))


def _otherwise(now: Drafter, old: Drafter | None, paper: Settled) -> Iterator[Problem]:
    try:
        facts = _facts(now, old, paper)
    except (DocgenError, LookupError):
        # The part of the record that the paper is about is told no longer.
        yield _gone(paper.path)
        return
    title = _title((old or now).papers.sheet(paper.draft.due))
    for was, now_ in facts[:_MOST]:
        yield _problem(paper, title, was, now_)
    if more := len(facts) - _MOST if len(facts) > _MOST else 0:
        what = Words(f"{title}: và {more} chỗ khác nữa", f"{title}: and {more} more places")
        yield Problem(Place(paper.path), what, _WHAT_TO_DO, Severity.WARNING)


def _facts(now: Drafter, former: Drafter | None, paper: Settled) -> list[tuple[str, str]]:
    """What the paper says and what the record of today makes of it, each once; looks apart."""
    from docgen.word.merging.comparing import (  # noqa: PLC0415 - where something was issued
        DifferenceKind,
        differences,
    )

    due = paper.draft.due
    old = former.draft(due).docx if former else paper.base or paper.docx
    every = differences(old, now.draft(due).docx, paper.path)
    told = [one for one in every if one.kind is not DifferenceKind.FORMATTED]
    return list(dict.fromkeys(_differing(one.old, one.new) for one in told))


def _problem(paper: Settled, title: str, old: str, new: str) -> Problem:
    what = Words(
        f"{title} ghi “{old}”; bản khai nay ghi “{new}”",
        f"{title} says “{old}”; the record now says “{new}”",
    )
    if not new:
        what = Words(
            f"{title} ghi “{old}”; bản khai nay không còn ghi",
            f"{title} says “{old}”; the record no longer says it",
        )
    if not old:
        what = Words(
            f"{title} không ghi; bản khai nay ghi “{new}”",
            f"{title} does not say what the record now says: “{new}”",
        )
    return Problem(Place(paper.path), what, _WHAT_TO_DO, Severity.WARNING)


_WHAT_TO_DO = Words(
    "Văn bản đã ban hành giữ nguyên. Việc thay đổi sau ngày ban hành thì khai ở mục “changes” (từ "
    "ngày nào); văn bản ghi sai thì đính chính hoặc thay thế: docgen amend.",
    "What was issued stays. Tell what changed later in “changes”, with its day; correct or replace "
    "a paper that is wrong: docgen amend.",
)


def _left(standing: Standing, due: Collection[str]) -> Iterator[Problem]:
    """Issued papers of the folder that are due no longer."""
    known = standing.known.files if standing.known else {}
    for path, filed in known.items():
        if filed.is_issued and path.endswith(".docx") and path not in due:
            yield _gone(path)


def _gone(path: str) -> Problem:
    what = Words(
        "văn bản đã ban hành mà bản khai không còn phần nói về văn bản này; tệp giữ nguyên",
        "it was issued, but the record no longer tells what it is about; the file stays",
    )
    return Problem(Place(path), what, _WHAT_TO_DO, Severity.WARNING)


def _title(sheet: Sheet) -> str:
    """``Quyết định số 24/QĐ-THCS ngày 12/3/2026``."""
    day = sheet.issued.day
    number = f" số {sheet.number.strip()}" if sheet.paper.numbered and sheet.number else ""
    when = f" ngày {slashed(day)}" if day else ""
    return f"{sheet.paper.kind}{number}{when}"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Two texts without the words that they begin and end with alike, a few of them kept."""
    first, second = old.split(), new.split()
    head = 0
    while head < min(len(first), len(second)) and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < min(len(first), len(second)) - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    start, end = max(0, head - _AROUND), max(0, tail - _AROUND)
    return (
        _short(" ".join(first[start : len(first) - end])),
        _short(" ".join(second[start : len(second) - end])),
    )


_AROUND = 4
"""Words on each side of a difference that show where it is."""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
