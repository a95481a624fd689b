"""Dossiers out of prints: one for a self-managed model, one for every chair of a linked model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.documents.drafting import COVER, LISTING, Draft, Drafter
from docgen.documents.volume import Bound, holder, item_title, title
from docgen.dossier import binding
from docgen.printing.stamps import stamps
from docgen.text.names import lower_first
from docgen.text.slugs import slugs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docgen.printing.press import Press, Print
    from docgen.record.linked import LinkedRecord

DOSSIER = "ho-so.pdf"
_WORD, _PRINTS = "van-ban", "pdf"


@dataclass(frozen=True, slots=True)
class Printed:
    """A draft and its print."""

    draft: Draft
    sheet: Print

    @property
    def link(self) -> str:
        """How the list of documents names the paper."""
        return f"docgen:{self.draft.due.file_stem}"

    def files(self, folder: str = "") -> dict[str, bytes]:
        """The Word file and the print by path, under ``folder`` (empty, or ending with ``/``)."""
        stem = self.draft.due.file_stem
        return {
            f"{folder}{_WORD}/{stem}.docx": self.draft.docx,
            f"{folder}{_PRINTS}/{stem}.pdf": self.sheet.pdf,
        }


def stem_of(path: str) -> str:
    """The stem of the paper whose file stands at ``path``, whatever folder it is in."""
    for folder in (_WORD, _PRINTS):
        _, found, rest = f"/{path}".partition(f"/{folder}/")
        if found:
            return rest.rpartition(".")[0]
    return ""


def dossiers(drafter: Drafter, press: Press, prints: Sequence[Printed]) -> dict[str, bytes]:
    """Every dossier by its path, with the papers that are made for one holder only.

    Each unit that takes the chair of a linked model keeps its own (II.2.4).
    """
    if drafter.record.kind == "self_managed":
        return {DOSSIER: _dossier(drafter, press, prints)}
    files: dict[str, bytes] = {}
    for place, name in _holders(drafter.record).items():
        own = replace(drafter, first=place)
        papers = [_for_holder(own, press, one) for one in prints]
        for paper, shared in zip(papers, prints, strict=True):
            files |= {} if paper is shared else paper.files(f"{name}/")
        files[f"{name}/{DOSSIER}"] = _dossier(own, press, papers)
    return files


def _holders(record: LinkedRecord) -> dict[int, str]:
    """Who keeps a dossier: place among the units, name of the folder.

    The units that take the chair; the one that leads, where no turn is told.
    """
    names = slugs(unit.name for unit in record.units)
    turns = [place for place, unit in enumerate(record.units) if unit.turn is not None]
    lead = [place for place, unit in enumerate(record.units) if unit.lead] or [0]
    return {place: names[place] for place in turns or lead}


def _for_holder(drafter: Drafter, press: Press, one: Printed) -> Printed:
    """The paper anew, where its lists begin with the holder; else the one that all share."""
    if not one.draft.due.paper.per_holder:
        return one
    draft = drafter.draft(one.draft.due)
    return Printed(draft, press.print(draft.docx, f"{draft.due.file_stem}.docx"))


def _dossier(drafter: Drafter, press: Press, prints: Iterable[Printed]) -> bytes:
    """What stands in the guidance's list: cover, list of documents, papers by item."""
    listed = [one for one in prints if one.draft.due.paper.item is not None]
    cover = press.print(drafter.cover(), f"{COVER}.docx")
    listing = press.print(drafter.listing(_bound(listed)), f"{LISTING}.docx")
    parts = [_part(drafter, one, listed) for one in listed]
    numbers = stamps(1, binding.paper_sizes(parts))
    return binding.bind(cover.pdf, listing.pdf, parts, numbers, _about(drafter))


def _bound(listed: Iterable[Printed]) -> list[Bound]:
    """Where each paper begins in the dossier, pages counted from 1 after the list."""
    found: list[Bound] = []
    first = 1
    for one in listed:
        found.append(Bound(one.draft.due, one.link, first, one.sheet.pages))
        first += one.sheet.pages
    return found


def _part(drafter: Drafter, one: Printed, listed: Iterable[Printed]) -> binding.Part:
    """A paper for binding: under its item in the outline, by its own title where it has company."""
    item = one.draft.due.paper.item or 0
    alone = sum(other.draft.due.paper.item == item for other in listed) == 1
    head = item_title(drafter.record, item)
    path = (head,) if alone else (head, one.draft.title)
    return binding.Part(path, one.sheet.pdf, one.link)


def _about(drafter: Drafter) -> binding.About:
    return binding.About(
        title=f"Hồ sơ {lower_first(title(drafter.record))}",
        author=holder(drafter.record, drafter.first).name,
        day=drafter.drafted,
    )
