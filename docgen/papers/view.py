"""What a template may say: the whole view of one paper of one record, as final strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from docgen.guidance import membership
from docgen.guidance.conditions import listed
from docgen.law import acts, eras, issuers
from docgen.papers import citations, linked, people, rows
from docgen.papers.bodies import offices
from docgen.papers.bodies.recipients import desk
from docgen.papers.content import content
from docgen.papers.gaps import mark, or_hole
from docgen.papers.letterhead import frame
from docgen.papers.life import about
from docgen.papers.programme import programme
from docgen.papers.seating import Seat, plates, seat
from docgen.record.schema.meetings import Guest
from docgen.record.schema.own import Pilot, Record
from docgen.record.schema.shape import part_at
from docgen.text.dates import date_phrase
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.papers.bodies.body import Body
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Papers, Sheet
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart


Cites: TypeAlias = "dict[str, dict[str, str]]"
"""Under ``cite`` and ``ref``: how each paper is named in full and in short, by its id."""


def view(sheet: Sheet) -> Frame:
    """The context of the template of a paper; every name of docs/mau-van-ban.md is there."""
    named = citing(sheet.papers, party_style=sheet.of_party)
    return joined(facts(sheet.papers), named, citing_part(sheet), of_paper(sheet))


def joined(shared: Frame, named: Cites, more: Cites, own: Frame) -> Frame:
    """One view of what all papers share, of how they are named, and of what is one paper's own."""
    cites = {key: {**named[key], **more[key]} for key in named}
    return {**shared, **cites, **own}


def facts(papers: Papers) -> Frame:
    """What all papers of one record drafted on one day have in common."""
    record, drafted = papers.record, papers.drafted
    if record.kind == "linked":
        return linked.facts(record, papers)
    return {
        "linked": False,
        "guests": rows.guests(record.launch.guests),
        "places": plates(record.launch, _officers(record)),
        "unit": _unit(record),
        "model": content(record, drafted),
        "party": _party(record),
        "proposer": _office(offices.proposer(record)),
        "police": _office(offices.police(record)),
        "desk": desk(record),
        "committee": issuers.steering_committee(record),
        "front": record.front,
        "approver": _approver(record),
        "survey": rows.survey(record.survey),
        "members": people.listed(record.members, membership.titles(record)),
        "schedule": rows.steps(record.schedule),
        "funds": rows.funds(record.funds),
        "consultation": rows.consultation(record.consultation, drafted),
        "launch": _launch(record, drafted),
        "pilot": _pilot(record.pilot),
        "year": papers.year,
    }


def citing(papers: Papers, *, party_style: bool) -> Cites:
    """How papers name one another, in the style of the State or of the Party."""
    return _cites(citations.all_cited(papers, party_style=party_style))


def citing_part(sheet: Sheet) -> Cites:
    """How the papers about the same part of the record as ``sheet`` are named."""
    return _cites(citations.about_same_part(sheet))


def _cites(cited: Mapping[str, citations.Cited]) -> Cites:
    return {
        "cite": {paper: one.full for paper, one in cited.items()},
        "ref": {paper: one.short for paper, one in cited.items()},
    }


def of_paper(sheet: Sheet) -> Frame:
    """What belongs to one paper: its frame, its day, its reader."""
    due = sheet.due
    return {
        "paper": frame(sheet),
        **about.frame(sheet),
        **_addressed(sheet.record, due),
        "copy": f"Bản số {due.copy}/{due.of}" if due.of else "",
        "day": date_phrase(sheet.issued.day, sheet.drafted.year),
        "era": {
            "two_tier": eras.government(sheet.day).id == "two_tier",
            "commune_kinds": eras.government(sheet.day).commune_kinds,
        },
        "guidance_title": _guidance(sheet),
    }


def _officers(record: Record) -> list[Seat]:
    """Who has a plate without being invited: for the decider, the proposer and the model.

    One person may act for two of them, and then sits once.
    """
    bodies = (offices.unit(record), offices.proposer(record), offices.model(record))
    found: dict[str, Seat] = {}
    for body in bodies:
        if body.signer.name:
            found.setdefault(same_name_key(body.signer.name), seat(body))
    return list(found.values())


def _launch(record: Record, drafted: date) -> Frame:
    terms = issuers.terms(record)
    named = {
        "proposer": offices.proposer(record).name,
        "unit": terms.full,
        "short": terms.short,
        "head": offices.head_title(record),
        "members_source": terms.members_source,
    }
    return rows.gathering(record.launch, drafted, programme(record, record.launch, named))


def _unit(record: Record) -> Frame:
    terms, body = issuers.terms(record), offices.unit(record)
    return {
        "kind": str(record.issuer.kind),
        "is_commune": issuers.kind_of(record).is_commune,
        "name": body.name,
        "short": terms.short,
        "within": terms.within,
        "place": terms.place,
        "province": record.issuer.province or mark("tỉnh, thành phố"),
        "commune": issuers.commune(record) or mark("xã, phường nơi đóng trụ sở"),
        "leader": body.leader,
        "leader_short": terms.leader_short,
        "people": terms.people,
        "members_source": terms.members_source,
        "units": terms.units,
        "masses": terms.masses,
        "bodies": list(terms.bodies),
        "reports_to": terms.reports_to,
    }


def _party(record: Record) -> Frame:
    return {
        "name": offices.party(record).name,
        "superior": record.party.superior,
        "is_cell": record.party.kind == "cell",
        "secretary_title": offices.party(record).signer.title,
    }


def _office(body: Body) -> Frame:
    return {"name": body.name, "leader": body.leader}


def _approver(record: Record) -> str:
    body = offices.police(record) if record.approver == "police" else offices.unit(record)
    return body.leader


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


def _pilot(pilot: Pilot | None) -> Frame:
    shown = pilot or Pilot()
    return {
        "reason": rows.text(shown.reason, "lý do chọn làm mô hình điểm"),
        "period": or_hole(shown.period),
        "targets": list(shown.targets),
        "supports": list(shown.supports),
    }


def _guidance(sheet: Sheet) -> str:
    """How papers cite the guidance itself, by the day of the paper; its short name before it."""
    found = acts.citations("guidance", sheet.day, party_style=sheet.of_party)
    return found[0] if found else "hướng dẫn của Ban Chỉ đạo cấp trên"
