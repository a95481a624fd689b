"""Who issues and receives the papers on honours, on discipline, on the end of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.documents import offices, partners
from docgen.documents.wording import mark
from docgen.guidance import issuers, law, units
from docgen.record.life import DisciplinaryForm, Discipline
from docgen.record.parts import IssuerKind, Office, Role, Signer, Signing, UnitKind
from docgen.record.sections import parts_of
from docgen.record.turns import lead_of
from docgen.text.names import first_upper, same_name_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from docgen.documents.offices import Body
    from docgen.guidance.papers import Paper
    from docgen.record.linked import AnyRecord, LinkedRecord
    from docgen.record.model import Record

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


def discipline_of(record: AnyRecord, part: str) -> Discipline | None:
    """The case of discipline that is named ``part``, if the record tells it."""
    told = parts_of(record, "disciplines").get(part)
    return told if isinstance(told, Discipline) else None


def above_model(record: AnyRecord, part: str) -> bool:
    """Whether the case goes to the unit's head: all but criticism, and the model's own head.

    The model criticises at its own meeting; what touches membership, which the unit's head gave
    (II.1.1.3), goes before him.
    """
    case = discipline_of(record, part)
    if case is None or case.form is not DisciplinaryForm.CRITICISM:
        return True
    return record.kind == "self_managed" and is_head(record, case.member)


def is_head(record: Record, name: str) -> bool:
    """Whether ``name`` is the head of the model."""
    key = same_name_key(name)
    return any(one.role is Role.HEAD and same_name_key(one.name) == key for one in record.members)


def _discipliner(record: AnyRecord, part: str) -> Body:
    own = _own(record)
    return offices.unit(own) if above_model(own, part) else offices.model(own)


def _accuser(record: AnyRecord, part: str) -> Body:
    """Nobody asks for his own discipline: for the model's head its proposer does."""
    own, case = _own(record), discipline_of(record, part)
    asks_above = case is not None and is_head(own, case.member)
    return offices.proposer(own) if asks_above else offices.model(own)


def _own(record: AnyRecord) -> Record:
    if record.kind == "linked":
        raise KeyError("linked models have no discipline of members")
    return record


def notifier(record: AnyRecord) -> Body:
    """Nơi thông báo phổ biến, nhân rộng (III.3): the commune's committee, or the unit's head."""
    if record.kind == "linked":
        return _committee_around(record)
    if record.issuer.kind is not IssuerKind.COMMUNE:
        return offices.unit(record)
    name, commune = issuers.steering_committee(record), issuers.commune(record)
    return committee_body(name, commune, record.issuer.head)


def _committee_around(record: LinkedRecord) -> Body:
    lead = lead_of(record)
    commune = units.commune_of(lead)
    chief = lead.signer if lead.kind is UnitKind.COMMUNE else Signer()
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
    return offices.Body(
        name=name,
        leader=f"Trưởng {name}",
        superior=offices.superior_lines(f"Ủy ban nhân dân {commune}") if commune else (),
        header=offices.header_lines([], (name,)),
        abbreviation=_COMMITTEE,
        signer=signer,
        archive=f"Lưu: VT, {_COMMITTEE}",
        capacity=(f"{title} Ủy ban nhân dân {commune}".strip().upper(),),
    )


def honours_to(record: LinkedRecord, day: date) -> str:
    """Người có thẩm quyền khen thưởng: the Chủ tịch above the unit that leads the model."""
    lead = lead_of(record)
    place = units.commune_of(lead)
    if lead.kind is UnitKind.COMMUNE:
        above = lead.district if law.government(day).id == "three_tier" else ""
        place = above or lead.province
    return f"Chủ tịch Ủy ban nhân dân {place}" if place else mark("cấp khen thưởng")


def addresses(record: AnyRecord, paper: Paper, copy: int | None, day: date) -> dict[str, list[str]]:
    """The ``{...}`` of the rows of papers.yaml about honours, discipline and the end."""
    body = dissolver(record)
    asked = {"dissolver": [body.name], "dissolver_leader": [first_upper(body.leader)]}
    if record.kind == "self_managed":
        return asked
    copies = copy if paper.each == "chair" else None
    own = units.full_name(partners.chair(record, copies))
    others = [units.full_name(unit) for unit in partners.chairs(record)]
    return {
        **asked,
        "honours_to": [honours_to(record, day)],
        "consent_to": others if own == body.name else [body.name],
    }


BODIES: dict[str, Callable[[AnyRecord, str], Body]] = {
    "dissolver": lambda record, _: dissolver(record),
    "discipliner": _discipliner,
    "accuser": _accuser,
    "notifier": lambda record, _: notifier(record),
}
