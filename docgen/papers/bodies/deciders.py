"""Who issues and receives the papers on honours, on discipline, on the end of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import eras, issuers, units
from docgen.papers.bodies import offices, partners
from docgen.papers.bodies.body import Body, header_lines, superior_lines
from docgen.papers.gaps import mark
from docgen.record.cases import above_model, is_of_head
from docgen.record.schema.life import Commendation, Discipline
from docgen.record.schema.offices import Office, Signer, Signing
from docgen.record.sections import parts_of
from docgen.record.turns import lead_of
from docgen.text.names import bare_person, first_upper, same_name_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.own import Record

_COMMITTEE = "BCĐ"


def dissolver(record: AnyRecord) -> Body:
    """Đơn vị đề xuất thanh loại (II.3): as told, or the one that proposed or leads the model."""
    told = record.dissolution.proposer if record.dissolution else None
    if record.kind == "linked":
        return _partner(record, told)
    if told and told.name:
        return offices.office(told, "đơn vị đề xuất")
    return offices.proposer(record)


def _partner(record: LinkedRecord, told: Office | None) -> Body:
    """A member unit as it always stands at the head of papers, or the office as told."""
    if told is None or not told.name:
        return partners.unit_body(lead_of(record))
    key = same_name_key(told.name)
    named = (one for one in record.units if key in _names(one.name, units.full_name(one)))
    member = next(named, None)
    return partners.unit_body(member) if member else offices.office(told, "đơn vị đề xuất")


def _names(*names: str) -> set[str]:
    return {same_name_key(name) for name in names}


def _case(record: AnyRecord, part: str) -> tuple[Record, Discipline | None]:
    """The case of discipline named ``part``; only self-managed models have any."""
    if record.kind == "linked":
        raise KeyError("linked models have no cases of discipline")
    told = parts_of(record, "disciplines").get(part)
    return record, told if isinstance(told, Discipline) else None


def _discipliner(record: AnyRecord, part: str) -> Body:
    own, case = _case(record, part)
    settled = case is not None and not above_model(own, case)
    return offices.model(own) if settled else offices.unit(own)


def _accuser(record: AnyRecord, part: str) -> Body:
    """Nobody asks for his own discipline: for the model's head its proposer does."""
    own, case = _case(record, part)
    of_head = case is not None and is_of_head(own, case)
    return offices.proposer(own) if of_head else offices.model(own)


def _meeting_holder(record: AnyRecord, section: str, part: str) -> Body:
    """The model where its own head takes the chair, else the unit that has it."""
    if record.kind == "linked":
        return partners.unit_body(lead_of(record))
    about = parts_of(record, section).get(part)
    chair = about.meeting.chair if isinstance(about, Commendation | Discipline) else ""
    head = same_name_key(offices.head_name(record))
    own = not chair or same_name_key(bare_person(chair)) == head
    return offices.model(record) if own else offices.unit(record)


def notifier(record: AnyRecord) -> Body:
    """Nơi thông báo phổ biến, nhân rộng (III.3): the commune's committee, or the unit's head."""
    if record.kind == "linked":
        return _committee_around(record)
    kind = issuers.kind_of(record)
    if kind.surveys_itself:
        return offices.unit(record)
    name, commune = issuers.steering_committee(record), issuers.commune(record)
    return committee_body(name, commune, record.issuer.head if kind.is_commune else Signer())


def _committee_around(record: LinkedRecord) -> Body:
    lead = lead_of(record)
    commune = units.commune_of(lead)
    chief = lead.signer if units.unit_terms(lead.kind).is_commune else Signer()
    return committee_body(issuers.committee_of(commune), commune, chief)


def committee_body(name: str, commune: str, chief: Signer) -> Body:
    """Ban Chỉ đạo cấp xã: own numbers; its head signs over the office he holds in the commune."""
    deputy = chief.signing is Signing.DEPUTY
    title = chief.own_title or "Phó Chủ tịch" if deputy else "Chủ tịch"
    signer = Signer(
        title="Trưởng ban",
        name=chief.name,
        signing=Signing.DEPUTY if deputy else Signing.HEAD,
        own_title="Phó Trưởng ban",
    )
    return Body(
        name=name,
        leader=f"Trưởng {name}",
        superior=superior_lines(f"Ủy ban nhân dân {commune}") if commune else (),
        header=header_lines([], (name,)),
        abbreviation=_COMMITTEE,
        signer=signer,
        archive=f"Lưu: VT, {_COMMITTEE}",
        capacity=tuple(part.upper() for part in (f"{title} Ủy ban nhân dân", commune) if part),
    )


def honours_to(record: LinkedRecord, day: date) -> str:
    """Người có thẩm quyền khen thưởng: the Chủ tịch above the unit that leads the model."""
    lead = lead_of(record)
    place = units.commune_of(lead)
    if units.unit_terms(lead.kind).is_commune:
        above = lead.district if eras.government(day).id == "three_tier" else ""
        place = above or lead.province
    return f"Chủ tịch Ủy ban nhân dân {place}" if place else mark("cấp khen thưởng")


def addresses(sheet: Sheet) -> dict[str, list[str]]:
    """The ``{...}`` of the rows of papers.yaml about honours, discipline and the end."""
    record = sheet.record
    body = dissolver(record)
    asked = {"dissolver": [body.name], "dissolver_leader": [first_upper(body.leader)]}
    if record.kind == "self_managed":
        return {**asked, "accuser_leader": [_accuser_above(record, sheet.part)]}
    copy = sheet.due.copy if sheet.paper.each == "chair" else None
    own = units.full_name(partners.chair(record, copy))
    others = [units.full_name(unit) for unit in partners.chairs(record)]
    return {
        **asked,
        "honours_to": [honours_to(record, sheet.day)],
        "consent_to": others if own == body.name else [body.name],
    }


def _accuser_above(record: Record, part: str) -> str:
    """Who asks the unit's head to decide; nobody, where the model settles the case."""
    _, case = _case(record, part)
    asks = case is not None and above_model(record, case)
    return first_upper(_accuser(record, part).leader) if asks else ""


OWN_BODIES: dict[str, Callable[[Sheet], Body]] = {
    "discipliner": lambda sheet: _discipliner(sheet.then, sheet.part),
    "accuser": lambda sheet: _accuser(sheet.then, sheet.part),
}
"""Those of self-managed models only."""
BODIES: dict[str, Callable[[Sheet], Body]] = {
    "dissolver": lambda sheet: dissolver(sheet.then),
    "meeting_holder": lambda sheet: _meeting_holder(sheet.then, sheet.paper.section, sheet.part),
    "notifier": lambda sheet: notifier(sheet.then),
}
