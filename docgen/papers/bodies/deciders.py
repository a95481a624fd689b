"""Who issues and receives the papers on honours, on discipline, on the end of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import units
from docgen.law.honours import is_beyond
from docgen.papers.bodies import offices, partners
from docgen.papers.bodies.around import around
from docgen.papers.gaps import mark
from docgen.papers.phrases import phrase
from docgen.record.cases import above_model, is_of_head
from docgen.record.kinds import linked, own
from docgen.record.schema.life import Commendation, Discipline
from docgen.record.schema.offices import Signer, UnitKind
from docgen.record.sections import parts_of
from docgen.record.turns import lead_of
from docgen.text.names import bare_person, first_upper, same_name_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.papers.bodies.body import Body
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.own import Record


def dissolver(record: AnyRecord) -> Body:
    """Đơn vị đề xuất thanh loại (II.3): as told, or the one that proposed or leads the model."""
    told = record.dissolution.proposer if record.dissolution else None
    bodies = around(record)
    return bodies.named(told) if told and told.name else bodies.proposer()


def _case(record: AnyRecord, part: str) -> tuple[Record, Discipline | None]:
    """The case of discipline named ``part``; only self-managed models have any."""
    told = parts_of(record, "disciplines").get(part)
    return own(record), told if isinstance(told, Discipline) else None


def _accuser(record: AnyRecord, part: str) -> Body:
    """Nobody asks for his own discipline: for the model's head its proposer does."""
    model, case = _case(record, part)
    of_head = case is not None and is_of_head(model, case)
    return offices.proposer(model) if of_head else offices.model(model)


def commender(record: Record, part: str) -> Body:
    """Nobody asks for his own honour: for the model's head its proposer does."""
    told = parts_of(record, "commendations").get(part)
    honoured = told.honourees if isinstance(told, Commendation) else []
    names = {same_name_key(bare_person(one.name)) for one in honoured if not one.collective}
    of_head = same_name_key(offices.head_name(record)) in names - {""}
    return offices.proposer(record) if of_head else offices.model(record)


def honours_to(record: LinkedRecord, sheet: Sheet) -> str:
    """Kính gửi of a tờ trình on honours (Luật Thi đua, khen thưởng, Điều 80).

    Giấy khen are the commune chairman's own; what is beyond goes through him to the province,
    and straight to it where the commune itself leads the model.
    """
    lead = lead_of(record)
    commune = units.commune_of(lead)
    told = parts_of(record, sheet.paper.section).get(sheet.part)
    forms = [one.form for one in told.honourees] if isinstance(told, Commendation) else []
    above = sheet.paper.when == MIXED or (forms and all(map(is_beyond, forms)))
    place = lead.province if above and units.unit_terms(lead.kind).is_commune else commune
    return phrase("bodies.commune_chair", place=place) if place else mark("honouring_level")


MIXED = "both_powers"
"""The condition of the second tờ trình: some forms are the commune's, some are not."""


def honours_asker(record: LinkedRecord) -> Body:
    """Who submits: the lead; the commune's police where the commune would ask its own chairman."""
    lead = lead_of(record)
    if not units.unit_terms(lead.kind).is_commune:
        return partners.unit_body(lead)
    return partners.commune_police(lead)


def honours_giver(record: LinkedRecord) -> Body:
    """Chủ tịch UBND cấp xã where the lead sits: he gives the giấy khen."""
    lead = lead_of(record)
    if units.unit_terms(lead.kind).is_commune:
        return partners.unit_body(lead)
    name = units.commune_of(lead) or mark("commune")
    return partners.unit_body(
        lead.changed(
            name=name,
            kind=UnitKind.COMMUNE,
            signer=Signer(),
            superior="",
            header=[],
            abbreviation="",
            collective="",
            drafting_unit="",
        )
    )


def addresses(sheet: Sheet) -> dict[str, list[str]]:
    """The ``{...}`` of the rows of papers.yaml about honours, discipline and the end."""
    body = dissolver(sheet.record)
    return {
        "dissolver": [body.name],
        "dissolver_leader": [first_upper(body.leader)],
        **_ADDRESSES[sheet.record.kind](sheet),
    }


def _of_own(sheet: Sheet) -> dict[str, list[str]]:
    record = own(sheet.record)
    return {
        "accuser_leader": [_accuser_above(record, sheet.part)],
        "commender_leader": [first_upper(commender(record, sheet.part).leader)],
    }


def _of_linked(sheet: Sheet) -> dict[str, list[str]]:
    record = linked(sheet.record)
    copy = sheet.due.copy if sheet.paper.each == "chair" else None
    consenting = units.full_name(partners.chair(record, copy))
    others = [units.full_name(unit) for unit in partners.chairs(record)]
    return {
        "honours_to": [honours_to(record, sheet)],
        "honours_asks": [first_upper(honours_asker(record).leader)],
        "consent_to": [one for one in others if one != consenting],
    }


_ADDRESSES: dict[str, Callable[[Sheet], dict[str, list[str]]]] = {
    "self_managed": _of_own,
    "linked": _of_linked,
}


def _accuser_above(record: Record, part: str) -> str:
    """Who asks the unit's head to decide; nobody, where the model settles the case."""
    _, case = _case(record, part)
    asks = case is not None and above_model(record, case)
    return first_upper(_accuser(record, part).leader) if asks else ""


def _host(sheet: Sheet) -> Body:
    about = parts_of(sheet.record, sheet.paper.section).get(sheet.part)
    return around(sheet.record).host(about)


OWN_BODIES: dict[str, Callable[[Sheet], Body]] = {
    "accuser": lambda sheet: _accuser(sheet.record, sheet.part),
    "commender": lambda sheet: commender(own(sheet.record), sheet.part),
}
"""Those of self-managed models only."""
LINKED_BODIES: dict[str, Callable[[Sheet], Body]] = {
    "committee_asker": lambda sheet: partners.committee_asker(linked(sheet.record)),
    "honours_asker": lambda sheet: honours_asker(linked(sheet.record)),
    "honours_giver": lambda sheet: honours_giver(linked(sheet.record)),
}
"""Those of linked models only."""
BODIES: dict[str, Callable[[Sheet], Body]] = {
    "dissolver": lambda sheet: dissolver(sheet.record),
    "meeting_holder": _host,
    "notifier": lambda sheet: around(sheet.record).notifier(),
}
