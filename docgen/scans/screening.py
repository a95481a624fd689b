"""PDFs from outside looked through before they are let in: what is refused, what is remarked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docgen.dossier.sheets import drawing
from docgen.dossier.source import Source
from docgen.errors import OutsideError, Place, Problem, RecordError, Severity, Words
from docgen.scans.outside import messages
from docgen.scans.outside.acting import looked_through
from docgen.scans.outside.layers import Layers
from docgen.scans.outside.opening import is_sound, opened
from docgen.scans.outside.pages import tree_of
from docgen.scans.outside.paper import Paper
from docgen.scans.resolution import resolution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.scans.outside.acting import Finding
    from docgen.scans.outside.fields import Pen
    from docgen.scans.outside.messages import Message
    from docgen.scans.outside.opening import Opened
    from docgen.scans.outside.pages import Tree

FINE = 200
"""Pixels per inch under which a scan is remarked on."""
_SMALLEST, _LARGEST = 36, 14_400
"""Points of a page's side: half an inch, and what PDF allows."""
_TOO_MUCH = "LimitReachedError"
"""What pypdf throws where a PDF asks for more than it reads."""
_HARMLESS = frozenset(
    f".{kind}"
    for kind in (
        *("asc", "csv", "jpeg", "jpg", "json", "p7m", "p7s", "pdf", "png", "sig", "tif", "tiff"),
        *("txt", "xml"),
    )
)
"""Kinds of files that no machine runs."""


@dataclass(frozen=True, slots=True)
class Screened:
    """A PDF from outside that may come in.

    Attributes:
        source: The PDF as mere paper, opened.
        is_kept: Whether the original is to be kept beside it, for its digital signature.
        remarks: What a person should know about it.
    """

    source: Source
    is_kept: bool
    remarks: tuple[Problem, ...]


def screen(pdf: bytes, name: str, most: int, pen: Pen | None = None) -> Screened:
    """Open a PDF from outside, look through all of it, and make it mere paper.

    Args:
        pdf: The file.
        name: What a user calls it, for messages.
        most: How many pages it may have.
        pen: Writes what was typed into fields of forms.

    Raises:
        RecordError: It is locked, damaged, cut short or no PDF, has no pages or too many, has
            active content or pages that cannot be shown, or swells when opened; all that is
            wrong is told.
    """
    with opened(pdf, name) as there:
        tree = tree_of(there.pdf, name, most)  # before qpdf mends what is wrong with it
        finding = looked_through(there.pdf)
        _refuse(there, [*_faults(finding), *_page_faults(there, tree)])
        paper = Paper(there, Layers.of(there.pdf), pen)
        clean = paper.file(tree)
        if there.is_mended and not is_sound(clean):
            raise RecordError(messages.DAMAGED.at(name))
    try:
        source = Source(clean, name)
        remarks = [*_remarks(name, finding), *paper.problems, *_coarse_pages(source)]
    except OutsideError as fault:
        if type(fault.__cause__).__name__ == _TOO_MUCH:
            raise RecordError(messages.SWOLLEN.at(name)) from fault
        raise RecordError(*fault.problems) from fault
    source.let_go()  # many scans wait for being joined
    return Screened(source, _is_kept(finding), tuple(remarks))


def _refuse(there: Opened, found: Sequence[Message]) -> None:
    if found:
        raise RecordError(*(message.at(there.name) for message in found))


def _faults(finding: Finding) -> list[Message]:
    """What keeps a PDF out."""
    found = {messages.ACTIVE: finding.acts, messages.SWOLLEN: finding.swells}
    return [message for message, is_so in found.items() if is_so]


def _page_faults(there: Opened, tree: Tree) -> list[Message]:
    """What keeps pages out: those that are gone, and those that nobody could print."""
    there.look()
    found = []
    pages, lost = len(tree.sheets), tree.lost + there.lost
    if lost or pages < tree.counted:
        found.append(messages.LOST_PAGES.about(pages, max(tree.counted, pages + lost)))
    if not all(_SMALLEST <= side <= _LARGEST for sheet in tree.sheets for side in sheet.size):
        found.append(messages.SIZE)
    return found


def _is_kept(finding: Finding) -> bool:
    """Whether the signed original may be kept: not with programs and the like inside it."""
    kinds = {PurePosixPath(name).suffix.lower() for name in finding.enclosed}
    return finding.is_signed and kinds <= _HARMLESS


def _remarks(name: str, finding: Finding) -> Iterator[Problem]:
    named = ", ".join(dict.fromkeys(finding.enclosed[:6]))
    inside = f" ({named})" if named else ""
    if finding.is_signed and not finding.enclosed:
        yield messages.SIGNED.remark(name)
    elif finding.is_signed and _is_kept(finding):
        yield messages.SIGNED_WITH.about(inside).remark(name)
    elif finding.is_signed:
        yield messages.SIGNED_WITHOUT.about(inside).remark(name)
    elif finding.enclosed:
        yield messages.ENCLOSED.about(inside).remark(name)


def _coarse_pages(source: Source) -> Iterator[Problem]:
    """The pages that were scanned too coarsely; those that follow each other told as one."""
    with source.reading():
        found = [
            _rounded(resolution(page, drawing(page), frame))
            for page, frame in zip(source.pages, source.frames, strict=True)
        ]
    first = 1
    for fineness, run in groupby(found):
        last = first + len(list(run)) - 1
        if fineness is not None and fineness < FINE:
            yield _coarse(source.name, first, last, fineness)
        first = last + 1


def _rounded(fineness: float | None) -> int | None:
    return None if fineness is None else round(fineness)


def _coarse(name: str, first: int, last: int, fineness: int) -> Problem:
    if first == last:
        told = Words(
            f"trang {first} quét {fineness} dpi, dưới {FINE} dpi",
            f"page {first} was scanned at {fineness} dpi, under {FINE} dpi",
        )
    else:
        told = Words(
            f"trang {first} đến {last} quét {fineness} dpi, dưới {FINE} dpi",
            f"pages {first} to {last} were scanned at {fineness} dpi, under {FINE} dpi",
        )
    hint = Words("Nên quét lại ở 300 dpi.", "Better scan again at 300 dpi.")
    return Problem(Place(name), told, hint, Severity.WARNING)
