"""Prints of the papers of a folder: one that cannot be printed never stops the others."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from docgen.errors import (
    Counted,
    DocgenError,
    MissingToolError,
    OutsideError,
    Place,
    PrintRefusedError,
    Problem,
    Severity,
    TemplateError,
    Words,
)
from docgen.printing.numerals import numerals
from docgen.printing.pages import count_pages
from docgen.printing.press import Begun, Print, Printer, typesetter
from docgen.printing.screen import SCREEN
from docgen.word.package import open_package
from docgen.workflows.dossiers import Printed, Prints, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor, Future

    from docgen.scans.inbox import Signed
    from docgen.workflows.binding import Bindery
    from docgen.workflows.desk import Desk, Tell
    from docgen.workflows.settling import Settled

_OF_THE_PAPER = (TemplateError, PrintRefusedError, OutsideError)
"""What a paper may do to its printer; that there is no printer is another thing."""


_PRINTING = Words("In văn bản", "Printing papers")


def _untold(_: Words) -> None:
    """Nobody wants to know."""


_NO_SCANS: Mapping[str, Signed] = MappingProxyType({})


def printed(
    desk: Desk,
    papers: Iterable[Settled],
    signed: Mapping[str, Signed] = _NO_SCANS,
    tell: Tell = _untold,
) -> Prints:
    """Every paper with its print; what has been printed before is not printed again.

    A paper is set while the next are drafted: ``papers`` may come one by one. While one is waited
    for, others are bound.
    ``signed`` are the signed versions that a person put into ``da-ky/``, by the stems of papers.
    ``tell`` counts the papers that are printed.

    Where a paper cannot be printed its last good print stands in its place, or the draft under it.

    Raises:
        MissingToolError: the printer is not on this machine.
        PrintRefusedError: a draft cannot be printed that nobody changed.
    """
    with typesetter() as beside:
        digits = beside.submit(numerals) if desk.has_dossier else None
        begun = [(paper, _begun(desk, paper, beside)) for paper in papers]
        bindery = None if digits is None else _bindery(desk, begun, digits)
        found = {}
        for paper, sheet in sorted(_awaited(desk, begun), key=lambda one: place_of(one[0])):
            if bindery is not None:
                bindery.work_until(sheet.done)
            one = _finished(desk, paper, sheet, signed.get(paper.stem))
            if bindery is not None:
                bindery.take(one)
            found[paper.path] = one
            with SCREEN.lit():
                tell(Counted.of(_PRINTING, len(found), len(begun)))
    prints = tuple(found[paper.path] for paper, _ in begun)
    return Prints(prints) if bindery is None else Prints(prints, bindery.dossiers)


def _bindery(desk: Desk, begun: Iterable[tuple[Settled, object]], digits: Future[bytes]) -> Bindery:
    """What binds the papers that are ``begun``."""
    # It takes long to load: meanwhile papers are set.
    from docgen.workflows.binding import Bindery  # noqa: PLC0415

    return Bindery(desk.drafter, desk.press, [paper for paper, _ in begun], digits.result)


def _begun(desk: Desk, paper: Settled, beside: Executor) -> Begun | None:
    """The print of the paper that the folder has, or a new one; none where it has to wait."""
    pdf = desk.standing.print_of(paper.print_path, paper.docx)
    if pdf is not None:
        return Begun(partial(_known, pdf))
    if desk.press.printer is Printer.LIBREOFFICE:
        return None
    return desk.press.begin(paper.docx, f"{paper.stem}.docx", beside)


def _known(pdf: bytes) -> Print:
    return Print(pdf, count_pages(pdf), "")


def _awaited(
    desk: Desk, begun: Sequence[tuple[Settled, Begun | None]]
) -> Iterator[tuple[Settled, Begun]]:
    """Each paper with its print; those that had to wait are printed together."""
    together = _together(desk, [paper for paper, sheet in begun if sheet is None])
    for paper, sheet in begun:
        alone = partial(_alone, desk, paper, together.get(paper.path))
        yield paper, sheet or Begun(alone)


def _alone(desk: Desk, paper: Settled, sheet: Print | None) -> Print:
    """The ``sheet`` that LibreOffice printed with others, or one of its own."""
    return sheet or desk.press.print(paper.docx, f"{paper.stem}.docx")


def _together(desk: Desk, papers: Sequence[Settled]) -> dict[str, Print]:
    """LibreOffice gets all papers that pass the gate in one call; none where that fails."""
    if desk.press.printer is not Printer.LIBREOFFICE:
        return {}
    sound = [paper for paper in papers if _passes(paper)]
    try:
        prints = desk.press.print_all((f"{paper.stem}.docx", paper.docx) for paper in sound)
    except OutsideError:
        return {}
    return {paper.path: sheet for paper, sheet in zip(sound, prints, strict=True)}


def _passes(paper: Settled) -> bool:
    try:
        open_package(paper.docx, paper.path)
    except TemplateError:
        return False
    return True


def _finished(desk: Desk, paper: Settled, begun: Begun, signed: Signed | None) -> Printed:
    try:
        sheet = begun()
    except _OF_THE_PAPER as fault:
        if isinstance(fault, MissingToolError) or not paper.is_edited:
            raise
        return Printed(paper, _stand_in(desk, paper), signed, tuple(_told(paper, fault)))
    located = {one.what.vi for one in sheet.remarks}
    more = [one for one in _remarks(paper) if not any(one.what.vi in told for told in located)]
    return Printed(paper, sheet.changed(remarks=(*more, *sheet.remarks)), signed)


def _remarks(paper: Settled) -> tuple[Problem, ...]:
    """What a Word file that a person changed has and is harmless."""
    return open_package(paper.docx, paper.path).remarks if paper.is_edited else ()


def _stand_in(desk: Desk, paper: Settled) -> Print:
    """The last print of the paper that is whole and untouched; else that of the draft under it."""
    pdf = desk.standing.last_print(paper.print_path)
    if pdf is not None:
        return _known(pdf)
    return desk.press.print(paper.base or desk.drafter.draft(paper.draft.due).docx, paper.path)


def _told(paper: Settled, fault: DocgenError) -> Iterator[Problem]:
    for problem in fault.problems:
        yield replace(problem, place=replace(problem.place, file=paper.path))
    what = Words(
        "tệp Word này không in được nên hồ sơ mang bản in trước đó của văn bản; các văn bản khác "
        "vẫn được in",
        "this Word file cannot be printed, so the dossier has the paper's former print; all other "
        "papers were printed",
    )
    hint = Words("Sửa tệp như trên rồi chạy lại.", "Mend the file as told above, then run again.")
    yield Problem(Place(paper.path), what, hint, Severity.ERROR)
