"""What templates say of a linked model: its units, chairs, committee, ceremony, content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import catalogue
from docgen.guidance.schema.catalogue import LINKED_LISTS
from docgen.law import issuers, units
from docgen.law.hamlets import grassroots_force, hamlet
from docgen.papers import chairing, opinions, rows
from docgen.papers.bodies import deciders, offices, partners
from docgen.papers.bodies.body import called, holder, signer_office
from docgen.papers.content import activities, chosen
from docgen.papers.gaps import mark, or_hole
from docgen.papers.people import in_committee
from docgen.papers.phrases import phrase
from docgen.papers.programme import programme
from docgen.papers.seating import Seat, plates, seat
from docgen.record import kinds
from docgen.record.schema.meetings import Guest
from docgen.record.turns import lead_of
from docgen.text.dates import date_phrase
from docgen.text.names import first_upper
from docgen.text.normal import paragraphs
from docgen.text.numbers import count

if TYPE_CHECKING:
    from datetime import date

    from docgen.guidance.papers import Due
    from docgen.papers.bodies.body import Body
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
        "lead": {
            "name": lead.name,
            "leader": lead.leader,
            "is_commune": units.unit_terms(lead_of(record).kind).is_commune,
        },
        "asker": deciders.honours_asker(record).name,
        "honours_giver": _named(deciders.honours_giver(record)),
        "units": _units(record, drafted),
        "unit_count": count(len(record.units)),
        "unit_people": _people(record),
        "chairs": chairing.turns(record, drafted),
        "year_chairs": chairing.in_year(record, int(papers.year), drafted),
        "opinions": opinions.frame(record, drafted),
        "directive": rows.text(record.directive, "directive"),
        "committee": _committee(record),
        "security": units.security_bodies(record, drafted),
        "letter": {"reply_by": date_phrase(record.letter.reply_by, drafted.year)},
        "ceremony": _ceremony(record, papers),
    }


def _named(body: Body) -> Frame:
    return {"name": body.name, "leader": first_upper(body.leader)}


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
        name: chosen(getattr(own, name, []), getattr(entry, name), terms)
        for name in LINKED_LISTS
        if name != "funding"
    }
    year = record.year_plan.year or drafted.year
    works = activities(record.year_plan, drafted, entry.activities, terms, chair)
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
        "funding": chosen(own.funding or record.funds.sources, entry.funding, terms),
        "activities": [_led(work, record, year, first_upper(chair)) for work in works],
        "channels": [one.rstrip(" .;") for one in record.model.channels],
        "in_catalogue": catalogue.find(record.model, catalogue.LINKED) is not None,
    }


def _led(work: dict[str, str], record: LinkedRecord, year: int, chair: str) -> dict[str, str]:
    """An activity with the unit that is in the chair at that time in place of “Đơn vị chủ trì”."""
    if not work["lead"].startswith(chair):
        return work
    name = chairing.leading(record, work["when"], year, chair)
    return {**work, "lead": f"{name}{work['lead'].removeprefix(chair)}"}


def _people(record: LinkedRecord) -> str:
    """``cán bộ, công chức, học sinh và Nhân dân``: who belongs to the units."""
    *others, last = units.people_of(record.units)
    if len(others) <= 1:
        return ", ".join([*others, last])
    return phrase("people.people_and", others=", ".join(others), last=last)


def _units(record: LinkedRecord, day: date) -> list[Frame]:
    """The member units in the order of the article on the chair, then those without a turn."""
    ordered = enumerate(partners.in_order(record), start=1)
    return [_unit(record, index, unit, day) for index, unit in ordered]


def _unit(record: LinkedRecord, index: int, unit: Unit, day: date) -> Frame:
    body = partners.unit_body(unit)
    lead = unit is lead_of(record)
    return {
        "index": str(index),
        "kind": str(unit.kind),
        "sealed": units.unit_terms(unit.kind).sealed,
        "name": body.name,
        "named": units.named(unit, day),
        "place": first_upper(units.seat_of(unit, record.units, day)),
        "representative": or_hole(unit.representative.name),
        "representative_title": unit.representative.title,
        "representative_phone": unit.representative.phone,
        "signer_title": signer_office(body),
        "signer_name": or_hole(unit.signer.name),
        "signer_line": _in_office(
            unit.signer.honorific, unit.signer.name, signer_office(body), body
        ),
        "turn": "" if unit.turn is None else str(unit.turn),
        "turn_phrase": chairing.ordinal(unit.turn) if unit.turn else "",
        "term": chairing.term(unit.term) if unit.term else "",
        "is_lead": lead,
        "role": _roles(unit.turn, lead=lead),
    }


def _in_office(honorific: str, name: str, title: str, body: Body) -> str:
    """``Bà Ngô Thị Thanh Huyền, Hiệu trưởng Trường Trung học cơ sở Minh Thịnh``."""
    person = first_upper(called(honorific, name))
    return phrase("people.in_office", person=person, office=holder(title, body.name))


def _roles(turn: int | None, *, lead: bool) -> str:
    """What the unit has to do in the model, in one line."""
    taking = phrase("people.unit_roles.turn", turn=chairing.ordinal(turn)) if turn else ""
    roles = [phrase("people.unit_roles.lead") if lead else "", taking]
    told = "; ".join(role for role in roles if role)
    return first_upper(told) or phrase("people.unit_roles.member")


def _signers(record: LinkedRecord) -> list[Seat]:
    """Everyone who signs for a unit, the one that leads first."""
    lead = lead_of(record)
    units = [lead, *partners.others(record)]
    return [seat(partners.unit_body(unit)) for unit in units if unit.signer.name]


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
        "count": count(len(members)),
        "founder": first_upper(partners.committee_founder(record).leader),
        "asker": partners.committee_asker(record).name,
    }


def _ceremony(record: LinkedRecord, papers: Papers) -> Frame:
    terms = {
        "lead": partners.unit_body(lead_of(record)).name,
        "count": count(len(record.units)),
        "year": papers.year,
    }
    meeting = record.ceremony
    return rows.gathering(meeting, papers.drafted, programme(record, meeting, terms))
