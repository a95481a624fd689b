"""What templates say of a linked model: its units, chairs, committee, ceremony, content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import catalogue
from docgen.guidance.schema.catalogue import LINKED_LISTS
from docgen.law import issuers, units
from docgen.law.hamlets import grassroots_force, hamlet
from docgen.papers import rows
from docgen.papers.bodies import offices, partners
from docgen.papers.bodies.body import holder, signer_office
from docgen.papers.content import activities, chosen
from docgen.papers.gaps import mark, or_hole
from docgen.papers.people import in_committee
from docgen.papers.phrases import phrase
from docgen.papers.programme import programme
from docgen.papers.seating import Seat, plates, seat
from docgen.record import kinds
from docgen.record.schema.meetings import Guest
from docgen.record.turns import chairs_of, lead_of
from docgen.text.dates import date_phrase
from docgen.text.normal import paragraphs
from docgen.text.numbers import count

if TYPE_CHECKING:
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Papers
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.units import Unit


def facts(papers: Papers) -> Frame:
    """What all papers of a linked model share, beside what those of every model do."""
    record, drafted = kinds.linked(papers.record), papers.drafted
    lead = partners.unit_body(lead_of(record))
    return {
        "linked": True,
        "places": plates(record.ceremony, _signers(record)),
        "model": content(record, drafted),
        "lead": {"name": lead.name, "leader": lead.leader},
        "units": _units(record, papers.first),
        "unit_count": count(len(record.units)),
        "chairs": _chairs(record),
        "directive": rows.text(record.directive, "directive"),
        "committee": _committee(record),
        "security": units.security_bodies(record, drafted),
        "letter": {"reply_by": date_phrase(record.letter.reply_by, drafted.year)},
        "ceremony": _ceremony(record, papers),
    }


def addressed(record: LinkedRecord, due: Due) -> Frame:
    """For whom a copy is made: the unit that is asked, the guest or unit that is invited."""
    copy = due.copy or 1
    guests = record.ceremony.guests
    if due.paper.each == "guest_or_unit":
        if copy <= len(guests):
            return {"guest": {"line": rows.guest_line(guests[copy - 1])}}
        unit = partners.others(record)[copy - len(guests) - 1]
        return {"guest": {"line": _invited(unit)}}
    body = partners.unit_body(
        partners.addressee(record, copy if due.paper.each == "addressee" else None)
    )
    return {
        "addressee": {"name": body.name, "leader": body.leader},
        "guest": {"line": rows.guest_line(Guest())},
    }


def _invited(unit: Unit) -> str:
    """How an invitation addresses a member unit: who signs for it, or its leaders."""
    body = partners.unit_body(unit)
    sealed = units.unit_terms(unit.kind).sealed
    if not unit.signer.name:
        return phrase("people.invited" if sealed else "people.invited_unsealed", unit=body.name)
    office = holder(signer_office(body), body.name)
    return rows.guest_line(Guest(name=unit.signer.name, title=office))


def content(record: LinkedRecord, drafted: date) -> Frame:
    """The ``model.*`` of a template."""
    entry, own = catalogue.linked_entry(record), record.content
    chair = phrase("people.chair").lower()
    lead = lead_of(record)
    commune = units.commune_of(lead).lower()
    place = hamlet(issuers.type_of(commune), *(unit.name for unit in record.units))
    terms = {
        "scope": record.model.scope or mark("linked_area"),
        "model": offices.model_name(record),
        "chair": chair,
        "hamlet": place.name,
        "hamlet_head": place.head,
        "grassroots_force": grassroots_force(drafted),
    }
    lists = {
        name: chosen(getattr(own, name, []), getattr(entry, name), terms) for name in LINKED_LISTS
    }
    necessity = record.survey.necessity or entry.necessity.format(**terms)
    return {
        **lists,
        "name": offices.bare_name(record),
        "full": offices.model_name(record),
        "scope": terms["scope"],
        "form": entry.form,
        "caveat": entry.caveat,
        "purpose": own.purpose or entry.purpose.format(**terms),
        "necessity": paragraphs(necessity),
        "function": own.function or entry.function.format(**terms),
        "activities": activities(record.year_plan, drafted, entry.activities, terms, chair),
        "in_catalogue": catalogue.find(record.model, catalogue.LINKED) is not None,
    }


def _units(record: LinkedRecord, first: int) -> list[Frame]:
    ordered = [record.units[first], *record.units[:first], *record.units[first + 1 :]]
    return [_unit(record, index, unit) for index, unit in enumerate(ordered, start=1)]


def _unit(record: LinkedRecord, index: int, unit: Unit) -> Frame:
    body = partners.unit_body(unit)
    lead = unit is lead_of(record)
    turn = "" if unit.turn is None else str(unit.turn)
    return {
        "index": str(index),
        "name": body.name,
        "place": units.commune_of(unit),
        "representative": or_hole(unit.representative.name),
        "representative_title": unit.representative.title,
        "representative_phone": unit.representative.phone,
        "signer_title": signer_office(body),
        "signer_name": or_hole(unit.signer.name),
        "turn": turn,
        "term": unit.term,
        "is_lead": lead,
        "role": _roles(turn, lead=lead),
    }


def _roles(turn: str, *, lead: bool) -> str:
    """What the unit has to do in the model, in one line."""
    roles = [
        *([phrase("people.unit_roles.lead")] if lead else []),
        *([phrase("people.unit_roles.turn", turn=turn)] if turn else []),
    ]
    return "; ".join(roles) or phrase("people.unit_roles.member")


def _signers(record: LinkedRecord) -> list[Seat]:
    """Everyone who signs for a unit, the one that leads first."""
    lead = lead_of(record)
    units = [lead, *partners.others(record)]
    return [seat(partners.unit_body(unit)) for unit in units if unit.signer.name]


def _chairs(record: LinkedRecord) -> list[Frame]:
    return [
        {"turn": str(unit.turn), "name": units.full_name(unit), "term": or_hole(unit.term)}
        for unit in chairs_of(record)
    ]


def _committee(record: LinkedRecord) -> Frame:
    members = record.committee.members if record.committee else []
    return {
        "has": record.committee is not None,
        "name": partners.committee_name(record),
        "members": [
            {
                "index": str(index),
                "name": or_hole(member.name),
                "title": member.title,
                "unit": member.unit,
                "role": in_committee(member.role),
            }
            for index, member in enumerate(members, start=1)
        ],
    }


def _ceremony(record: LinkedRecord, papers: Papers) -> Frame:
    terms = {
        "lead": partners.unit_body(lead_of(record)).name,
        "count": count(len(record.units)),
        "year": papers.year,
    }
    meeting = record.ceremony
    return rows.gathering(meeting, papers.drafted, programme(record, meeting, terms))
