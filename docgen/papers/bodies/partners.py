"""Who stands at the head and at the foot of the papers of a linked model: its member units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.conditions import fulfils
from docgen.law import units
from docgen.law.places import called, heading
from docgen.papers.bodies import offices
from docgen.papers.bodies.body import (
    Body,
    archive,
    header_lines,
    holder,
    replace_title,
    signature_lines,
    signer_name,
    superior_lines,
)
from docgen.papers.bodies.once import once
from docgen.papers.gaps import HOLE, mark
from docgen.papers.phrases import phrase
from docgen.record.kinds import linked
from docgen.record.schema.offices import Office, Signer
from docgen.record.terms import chair_in
from docgen.record.turns import chairs_of, lead_of, others_of
from docgen.text.names import first_upper, same_name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.units import Unit


MOST_IN_HEAD = 2
"""So many units at most name themselves at the head of what they sign together."""


@once
def unit_body(unit: Unit) -> Body:
    """A member unit as the issuer of a paper; a residential area has no seal and no registry."""
    terms = units.unit_terms(unit.kind)
    name = units.full_name(unit)
    title = unit.signer.title or units.head_title(unit)
    unsealed = phrase("bodies.archive_unsealed")
    return Body(
        name=name,
        leader=holder(title, name),
        superior=superior_lines(unit.superior),
        header=header_lines(
            unit.header, tuple(line.format(name=unit.name) for line in terms.header)
        ),
        abbreviation=unit.abbreviation or terms.abbreviation or HOLE,
        signer=replace_title(unit.signer, title),
        archive=archive(unit.drafting_unit) if terms.sealed else unsealed,
        collective=unit.collective or terms.collective,
        drafting_unit=unit.drafting_unit,
        numbered=terms.sealed or bool(unit.abbreviation),
        place=place_of(unit),
    )


def signers(record: LinkedRecord, who: str, day: date) -> dict[str, object]:
    """The grid of signatures: every unit with its lines, name and unit; two a row.

    ``who`` is ``chairs`` for what only the units that take the chair sign (II.3).
    """
    return {**_signers(record, day, of_chairs=who == "chairs")}


@once
def _signers(record: LinkedRecord, day: date, *, of_chairs: bool) -> Mapping[str, object]:
    every = []
    for unit in chairs(record) if of_chairs else in_order(record):
        body = unit_body(unit)
        lines = signature_lines(body, "collective")
        every.append({"lines": lines, "name": signer_name(body), "unit": units.named(unit, day)})
    padded = [*every, {}] if len(every) % 2 else every
    pairs = [padded[place : place + 2] for place in range(0, len(padded), 2)]
    return {"signers": every, "signer_pairs": pairs}


def others(record: LinkedRecord) -> list[Unit]:
    """The units that are asked to join: all but the one that leads."""
    return [*others_of(record)]


def addressee(record: LinkedRecord, copy: int | None) -> Unit:
    """The unit for which the ``copy``-th letter (from 1) is made."""
    return others(record)[(copy or 1) - 1]


def chairs(record: LinkedRecord) -> tuple[Unit, ...]:
    """The units that take the chair; the one that leads, where no turn is told."""
    return chairs_of(record) or (lead_of(record),)


def in_order(record: LinkedRecord) -> list[Unit]:
    """The units in the order in which they take the chair, then those without a turn."""
    return [*chairs_of(record), *(unit for unit in record.units if unit.turn is None)]


def chair(record: LinkedRecord, copy: int | None) -> Unit:
    """The ``copy``-th (from 1) of the chairs whose consent is asked."""
    return units.consenting(record)[(copy or 1) - 1]


def consent_place(record: LinkedRecord, copy: int | None) -> int | None:
    """The place from 0 of that consent among those of the record; nothing where it is not told."""
    unit = chair(record, copy)
    keys = {same_name_key(unit.name), same_name_key(units.full_name(unit))}
    told = record.dissolution.consents if record.dissolution else []
    named = (same_name_key(consent.unit) in keys for consent in told)
    return next((place for place, is_meant in enumerate(named) if is_meant), None)


def _chairs(record: LinkedRecord) -> Body:
    """All chairs together, on a paper that only they sign."""
    name = phrase("bodies.chairs_together", model=offices.model_name(record))
    header = _together(chairs(record), phrase("bodies.chairs_header"))
    return _joint(record).changed(name=name, leader=name, header=header)


def _together(several: Sequence[Unit], many: str) -> tuple[str, ...]:
    """The head of what several sign: the units themselves where they are few."""
    if len(several) > MOST_IN_HEAD:
        return header_lines([], (many,))
    return tuple(line for unit in several for line in unit_body(unit).header)


def _joint(record: LinkedRecord) -> Body:
    """All units together: the act is the model's, numbered in its own series."""
    name = phrase("bodies.units_together", model=offices.model_name(record))
    return Body(
        name=name,
        leader=name,
        superior=(),
        header=_together(record.units, phrase("bodies.units_header")),
        abbreviation=record.model.abbreviation,
        signer=Signer(),
        archive=phrase("bodies.archive_of_model"),
    )


def committee_founder(record: LinkedRecord) -> Body:
    """Nơi ra quyết định thành lập Ban Chỉ đạo; the unit that leads, when no other is told."""
    told = record.committee
    if told is None or not told.issuer.name:
        return unit_body(lead_of(record))
    return offices.office(told.issuer, "committee_founder")


def _of_linked(body: Callable[[LinkedRecord, Sheet], Body]) -> Callable[[Sheet], Body]:
    """``body`` of a linked model, for one of its papers."""

    def of(sheet: Sheet) -> Body:
        return body(linked(sheet.record), sheet)

    return of


BODIES: dict[str, Callable[[Sheet], Body]] = {
    "lead": _of_linked(lambda record, _: unit_body(lead_of(record))),
    "addressee": _of_linked(lambda record, sheet: unit_body(addressee(record, sheet.due.copy))),
    "joint": _of_linked(lambda record, _: _joint(record)),
    "chair": _of_linked(lambda record, sheet: unit_body(chair(record, sheet.due.copy))),
    "chairs": _of_linked(lambda record, _: _chairs(record)),
    # Đơn vị đang chủ trì khi hết kỳ: it reports on the period that the paper is about.
    "chair_of_period": _of_linked(lambda record, sheet: unit_body(chair_in(record, sheet.part))),
    "committee": _of_linked(lambda record, _: committee_founder(record)),
}


def place_of(unit: Unit) -> str:
    """Địa danh of a member unit, as told or by its commune."""
    return unit.place or heading(units.commune_of(unit)) or HOLE


def addresses(record: LinkedRecord, copy: int | None, day: date) -> dict[str, list[str]]:
    """The ``{...}`` of the linked papers in papers.yaml, each with the addresses it stands for."""
    named = [units.named(unit, day) for unit in others(record)[(copy or 1) - 1 :][:1]]
    return {**_addresses(record, day), "addressee": named}


@once
def _addresses(record: LinkedRecord, day: date) -> Mapping[str, list[str]]:
    """Those of every copy."""
    lead = unit_body(lead_of(record))
    return {
        "lead": [lead.name],
        "lead_leader": [first_upper(lead.leader)],
        "chairs": [units.named(unit, day) for unit in chairs(record)],
        "committee_asks": [committee_asks(record)],
        "committee_founder": [first_upper(committee_founder(record).leader)],
        "others": [units.named(unit, day) for unit in others(record)],
        "units": [units.named(unit, day) for unit in record.units],
        "security": units.security_bodies(record, day),
        "commune_security": units.commune_security(record, day),
        "model_committee": [committee_name(record)] if record.committee else [],
        "home_commune": _home_commune(lead_of(record)),
        "extra": list(record.recipients),
    }


def _home_commune(lead: Unit) -> list[str]:
    """UBND cấp xã where the lead sits, which hears what becomes of the model."""
    commune = units.commune_of(lead)
    return [phrase("bodies.commune_committee", commune=commune)] if commune else []


def committee_asks(record: LinkedRecord) -> str:
    """Who asks for the committee: the leader of the lead, unless that is the one who decides.

    Nobody decides at his own request: then the head of the commune's police asks, or all units.
    """
    if fulfils("committee_asked", record):
        return first_upper(committee_asker(record).leader)
    return phrase("bodies.all_units")


def committee_asker(record: LinkedRecord) -> Body:
    """The body that submits: the lead, or the commune's police where the lead would ask itself."""
    founder, lead = committee_founder(record), lead_of(record)
    asks = unit_body(lead)
    own = same_name_key(founder.leader) == same_name_key(asks.leader)
    return commune_police(lead) if own and units.unit_terms(lead.kind).is_commune else asks


def commune_police(unit: Unit) -> Body:
    """Công an cấp xã where ``unit`` sits; its head by name where he represents the unit."""
    commune = units.commune_of(unit)
    name = phrase("bodies.commune_police", commune=commune)
    proper = called(commune).name
    title = phrase("bodies.police_head", police=name.removesuffix(f" {proper}"))
    told = unit.representative
    known = same_name_key(told.title) in {
        same_name_key(title),
        same_name_key(f"{title} {proper}"),
    }
    head = Signer(title=title, name=told.name if known else "", honorific=told.honorific)
    above = phrase("bodies.province_police", province=unit.province) if unit.province else ""
    return offices.office(Office(name=name, superior=above, signer=head), "police")


def committee_name(record: LinkedRecord) -> str:
    """Tên Ban Chỉ đạo, as told or by the model's name; a mark where there is no committee."""
    if record.committee is None:
        return mark("committee_name")
    usual = phrase("bodies.model_committee", model=offices.model_name(record))
    return record.committee.name or usual
