"""How far one paper of a folder has come: its number, its marks, its scan, what waits for care."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, DocgenError, Problem, Words
from docgen.folder.contents import SIGNED
from docgen.folder.reach import reachable
from docgen.papers.gaps import HOLE, marks_in
from docgen.papers.phrases import phrase
from docgen.scans import inbox
from docgen.word.wording import paragraphs
from docgen.workflows.choosing import unfit
from docgen.workflows.settling import Settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from docgen.guidance.papers import Due
    from docgen.scans.inbox import Scans
    from docgen.workflows.desk import Desk


class PaperState(StrEnum):
    """How far a paper of the folder has come."""

    MISSING = "missing"
    DRAFT = "draft"
    EDITED = "edited"
    NUMBERED = "numbered"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class ScanStatus:
    """Bản ký quét của một văn bản.

    Attributes:
        files: Its files in ``da-ky/``, in order.
        pages: How many pages they have together; 0 where they cannot be bound.
        placed: When the last of them was put there.
        remarks: What a person should know; nothing of it stops the work.
        faults: Why they cannot be bound: the paper is not signed.
    """

    files: tuple[str, ...]
    pages: int
    placed: datetime | None
    remarks: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperStatus:
    """Một văn bản trong thư mục.

    Attributes:
        stem: The name of its files without their ends, as ``04-quyet-dinh-thanh-lap``.
        title: What it is, in words.
        state: How far it has come.
        paper: What the guidance calls it.
        copy: Which copy it is of a paper made for many; nothing for one made once.
        number: The number that the record tells, and its day.
        day: The day of issue that the record tells.
        symbol: ``45/QĐ-UBND``; with a blank before its number is told.
        numberless: Why the record cannot tell a number of it; no words where it can.
        issued: Whether it is issued, and stays as it is.
        changed: When its Word file was last written, in UTC; nothing where there is none.
        printed: When its print was.
        marks: What the marks in it say is missing.
        blanks: How many blanks it has that are filled by hand on paper.
        edited: Whether it holds words of a person's.
        behind: Whether the record says by now what it does not.
        clashes: Whether a newer draft lies beside it that could not be merged.
        otherwise: What the record now says otherwise than the paper as issued.
        scan: Its signed scan, where files of it are in ``da-ky/``.
        kind: Tên loại: ``Quyết định``, ``Giấy mời``.
    """

    stem: str
    title: str
    state: PaperState
    paper: str = ""
    copy: int | None = None
    number: int | None = None
    day: date | None = None
    symbol: str = ""
    numberless: Words = NO_WORDS
    issued: bool = False
    changed: datetime | None = None
    printed: datetime | None = None
    marks: tuple[str, ...] = ()
    blanks: int = 0
    edited: bool = False
    behind: bool = False
    clashes: bool = False
    otherwise: tuple[Problem, ...] = ()
    scan: ScanStatus | None = None
    kind: str = ""


def paper_status(
    desk: Desk, due: Due, found: Settled | None, scan: ScanStatus | None, told: Iterable[Problem]
) -> PaperStatus:
    """The paper ``due`` as the folder has it: ``found``, or nothing.

    ``told`` is what the record says otherwise than issued papers.
    """
    sheet, named = desk.papers.sheet(due), Settled(desk.drafter.named(due), b"", b"")
    is_signed = scan is not None and not scan.faults
    marks, blanks = _gaps(found) if found and not is_signed else ((), 0)
    refused = unfit(desk, due)
    return PaperStatus(
        due.file_stem,
        named.draft.title,
        _state(desk, found, is_signed=is_signed),
        due.paper.id,
        due.copy,
        sheet.issued.number,
        sheet.issued.day,
        sheet.number.strip() if due.paper.numbered else "",
        refused[0] if refused else NO_WORDS,
        bool(found and found.is_issued) or is_signed,
        written(desk.standing.directory / named.path) if found else None,
        written(desk.standing.directory / named.print_path) if found else None,
        marks,
        blanks,
        bool(found and found.is_edited),
        bool(found and found.behind),
        bool(found and found.beside is not None),
        tuple(one for one in told if one.place.file == named.path),
        scan,
        due.paper.kind,
    )


def _state(desk: Desk, found: Settled | None, *, is_signed: bool) -> PaperState:
    if found is None:
        return PaperState.SIGNED if is_signed else PaperState.MISSING
    return PaperState(desk.state_of(found, is_signed=is_signed).value)


def _gaps(found: Settled) -> tuple[tuple[str, ...], int]:
    """What the marks in a paper say is missing, and its blanks."""
    try:
        texts = list(paragraphs(found.docx, found.path))
    except DocgenError:  # told when it is to be printed
        return (phrase("dossier.unprinted"),), 0
    return tuple(marks_in(texts)), sum(text.count(HOLE) for text in texts)


def written(path: Path) -> datetime | None:
    """When the file was last written, in UTC; nothing where there is none."""
    try:
        return datetime.fromtimestamp(reachable(path).stat().st_mtime, UTC)
    except OSError:
        return None


def scans_of(directory: Path, stems: Iterable[str], judged: Scans) -> Mapping[str, ScanStatus]:
    """The scans of each paper that has files in ``da-ky/``, by its stem, with the verdict."""
    filed = inbox.find(directory, list(stems))
    faults = [problem for fault in judged.faults for problem in fault.problems]
    whole = [problem for problem in faults if problem.place.file == SIGNED]
    found = {}
    for stem, paths in filed.files.items():
        names = {f"{SIGNED}/{path.name}" for path in paths}
        signed = judged.papers.get(stem)
        found[stem] = ScanStatus(
            tuple(path.name for path in paths),
            signed.pages if signed else 0,
            max((when for path in paths if (when := written(path))), default=None),
            tuple(told for told in judged.remarks if told.place.file in names),
            () if signed else (*whole, *(one for one in faults if one.place.file in names)),
        )
    return found
