"""What a template may say: the whole view of one paper of one record, as final strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from docgen.guidance.conditions import listed
from docgen.law import eras
from docgen.papers import citations, linked, own, rows
from docgen.papers.letterhead import frame
from docgen.papers.phrases import phrase
from docgen.record.schema.meetings import Guest
from docgen.record.schema.shape import part_at
from docgen.text.dates import date_phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docgen.guidance.papers import Due
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Papers, Sheet
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart


Cites: TypeAlias = "dict[str, dict[str, str]]"
"""How each paper is named, by its id: under ``cite`` in full, ``ref`` by number, ``dated`` with the
day, ``mine`` in full without its author."""


def view(sheet: Sheet) -> Frame:
    """The context of the template of a paper; every name of docs/mau-van-ban.md is there."""
    named = citing(sheet.papers, party_style=sheet.of_party)
    return joined(facts(sheet.papers.at(sheet.day)), named, citing_part(sheet), of_paper(sheet))


def joined(shared: Frame, named: Cites, more: Cites, alone: Frame) -> Frame:
    """One view of what all papers share, of how they are named, and of what is one paper's own."""
    cites = {key: {**named[key], **more[key]} for key in named}
    return {**shared, **cites, **alone}


def facts(papers: Papers) -> Frame:
    """What all papers of one record drafted on one day have in common."""
    record = papers.record
    return {
        "guests": rows.guests(record.gathering.guests),
        "survey": rows.survey(record.survey),
        "consultation": rows.consultation(record.consultation, papers.drafted),
        "schedule": rows.steps(record.schedule),
        "funds": rows.funds(record.funds),
        "year": papers.year,
        **_FACTS[record.kind](papers),
    }


_FACTS: dict[str, Callable[[Papers], Frame]] = {"self_managed": own.facts, "linked": linked.facts}


def citing(papers: Papers, *, party_style: bool) -> Cites:
    """How papers name one another, in the style of the State or of the Party."""
    return _cites(citations.all_cited(papers, party_style=party_style))


def citing_part(sheet: Sheet) -> Cites:
    """How the papers about the same part of the record as ``sheet`` are named."""
    return _cites(citations.about_same_part(sheet))


def _cites(cited: Mapping[str, citations.Cited]) -> Cites:
    return {
        "cite": {paper: named.full for paper, named in cited.items()},
        "ref": {paper: named.short for paper, named in cited.items()},
        "dated": {paper: named.dated for paper, named in cited.items()},
        "mine": {paper: named.own for paper, named in cited.items()},
    }


def of_paper(sheet: Sheet) -> Frame:
    """What belongs to one paper: its frame, its day, its reader."""
    due = sheet.due
    return {
        "paper": frame(sheet),
        **_of_part(sheet),
        **_addressed(sheet.record, due),
        "copy": phrase("frames.copy", copy=due.copy, of=due.of) if due.of else "",
        "day": date_phrase(sheet.issued.day, sheet.day.year),
        "era": {
            "two_tier": eras.government(sheet.day).id == "two_tier",
            "commune_kinds": eras.government(sheet.day).commune_kinds,
        },
        "guidance_title": citations.guidance(sheet),
    }


def _of_part(sheet: Sheet) -> Frame:
    """What the part of the record says that the paper is about; nothing of the whole model's."""
    if not sheet.paper.section:
        return {}
    from docgen.papers.life import about  # noqa: PLC0415 - for a model that works already

    return about.frame(sheet)


def _addressed(record: AnyRecord, due: Due) -> Frame:
    """For whom the copy is made: a guest, a member unit of a linked model, ``each`` of a list."""
    chosen = _chosen(record, due)
    part = type(chosen) if chosen else part_at(type(record), tuple(due.paper.each.split(".")))
    each = {"each": rows.fields(part, chosen)} if due.paper.each and part else {}
    if record.kind == "linked":
        return {**each, **linked.addressed(record, due)}
    guest = chosen if isinstance(chosen, Guest) else Guest()
    return {**each, "guest": {"line": rows.guest_line(guest)}}


def _chosen(record: AnyRecord, due: Due) -> RecordPart | None:
    """The one of a list for whom the copy is made; nobody where the list is empty."""
    told = listed(due.paper.each, record) if due.paper.each else ()
    return told[(due.copy or 1) - 1] if told else None
