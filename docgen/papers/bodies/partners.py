"""Who stands at the head and at the foot of the papers of a linked model: its member units."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.law import units
from docgen.papers.bodies import offices
from docgen.papers.gaps import HOLE, mark
from docgen.record.schema.offices import Signer
from docgen.record.schema.parts import Issued
from docgen.record.turns import chairs_of, lead_of
from docgen.text.names import first_upper, same_name_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from docgen.papers.bodies.offices import Body
    from docgen.record.schema.linked import LinkedRecord
    from docgen.record.schema.units import Unit


def unit_body(unit: Unit) -> Body:
    """A member unit as the issuer of a paper; a residential area has no seal and no registry."""
    terms = units.unit_terms(unit.kind)
    name = units.full_name(unit)
    title = unit.signer.title or units.head_title(unit)
    desk = f"Lưu: VT, {unit.drafting_unit}" if unit.drafting_unit else "Lưu: VT"
    return offices.Body(
        name=name,
        leader=offices.holder(title, name),
        superior=offices.superior_lines(unit.superior),
        header=offices.header_lines(
            unit.header, tuple(line.format(name=unit.name) for line in terms.header)
        ),
        abbreviation=unit.abbreviation or terms.abbreviation or HOLE,
        signer=offices.replace_title(unit.signer, title),
        archive=desk if terms.sealed else "Lưu: Hồ sơ",
        collective=unit.collective or terms.collective,
        drafting_unit=unit.drafting_unit,
        numbered=terms.sealed or bool(unit.abbreviation),
    )


def signers(record: LinkedRecord, who: str = "all") -> dict[str, object]:
    """The grid of signatures: every unit with its lines, name and unit; two a row.

    ``who`` is ``chairs`` for what only the units that take the chair sign (II.3).
    """
    every = []
    for unit in chairs(record) if who == "chairs" else record.units:
        body = unit_body(unit)
        lines = offices.signature_lines(body, "collective")
        every.append({"lines": lines, "name": offices.signer_name(body), "unit": body.name})
    padded = [*every, {}] if len(every) % 2 else every
    pairs = [padded[place : place + 2] for place in range(0, len(padded), 2)]
    return {"signers": every, "signer_pairs": pairs}


def others(record: LinkedRecord) -> list[Unit]:
    """The units that are asked to join: all but the one that leads."""
    lead = lead_of(record)
    return [unit for unit in record.units if unit is not lead]


def addressee(record: LinkedRecord, copy: int | None) -> Unit:
    """The unit for which the ``copy``-th letter (from 1) is made."""
    return others(record)[(copy or 1) - 1]


def chairs(record: LinkedRecord) -> tuple[Unit, ...]:
    """The units that take the chair; the one that leads, where no turn is told."""
    return chairs_of(record) or (lead_of(record),)


def chair(record: LinkedRecord, copy: int | None) -> Unit:
    """The unit whose turn is the ``copy``-th (from 1)."""
    return chairs(record)[(copy or 1) - 1]


def consent(record: LinkedRecord, copy: int | None) -> Issued:
    """Number and day of the consent of the ``copy``-th chair to the end of the model (II.3)."""
    place = consent_place(record, copy)
    if record.dissolution is None or place is None:
        return Issued()
    told = record.dissolution.consents[place]
    return Issued(number=told.number, day=told.day)


def consent_place(record: LinkedRecord, copy: int | None) -> int | None:
    """The place from 0 of that consent among those of the record; nothing where it is not told."""
    unit = chair(record, copy)
    keys = {same_name_key(unit.name), same_name_key(units.full_name(unit))}
    told = record.dissolution.consents if record.dissolution else []
    return next((at for at, one in enumerate(told) if same_name_key(one.unit) in keys), None)


def _chairs(record: LinkedRecord) -> Body:
    """All chairs together, on a paper that only they sign."""
    name = f"các đơn vị luân phiên chủ trì {offices.model_name(record)}"
    return replace(_joint(record), name=name, leader=name)


def _joint(record: LinkedRecord) -> Body:
    """All units together: the act is the model's, numbered in its own series."""
    name = offices.model_name(record)
    return offices.Body(
        name=f"các đơn vị thành viên {name}",
        leader=f"các đơn vị thành viên {name}",
        superior=(),
        header=offices.header_lines([], ("Mô hình", f"“{offices.bare_name(record)}”")),
        abbreviation=record.model.abbreviation,
        signer=Signer(),
        archive="Lưu: Hồ sơ Mô hình",
    )


def _committee(record: LinkedRecord) -> Body:
    """Nơi ra quyết định thành lập Ban Chỉ đạo; the unit that leads, when no other is told."""
    told = record.committee
    if told is None or not told.issuer.name:
        return unit_body(lead_of(record))
    return offices.office(told.issuer, "cơ quan thành lập Ban Chỉ đạo")


BODIES: dict[str, Callable[[LinkedRecord, int | None], Body]] = {
    "lead": lambda record, _: unit_body(lead_of(record)),
    "addressee": lambda record, copy: unit_body(addressee(record, copy)),
    "joint": lambda record, _: _joint(record),
    "chair": lambda record, copy: unit_body(chair(record, copy)),
    "chairs": lambda record, _: _chairs(record),
    "committee": lambda record, _: _committee(record),
}


def place_name(record: LinkedRecord, issuer: str, copy: int | None) -> str:
    """Địa danh of the unit that issues the paper, as told or by its commune."""
    seats = {"addressee": addressee, "chair": chair}
    unit = seats[issuer](record, copy) if issuer in seats else lead_of(record)
    return place_of(unit)


def place_of(unit: Unit) -> str:
    """Địa danh of a member unit, as told or by its commune."""
    return unit.place or offices.bare_place(units.commune_of(unit)) or HOLE


def addresses(record: LinkedRecord, copy: int | None, day: date) -> dict[str, list[str]]:
    """The ``{...}`` of the linked papers in papers.yaml, each with the addresses it stands for."""
    lead = unit_body(lead_of(record))
    return {
        "lead": [lead.name],
        "lead_leader": [first_upper(lead.leader)],
        "addressee": [units.full_name(unit) for unit in others(record)[(copy or 1) - 1 :][:1]],
        "chairs": [units.full_name(unit) for unit in chairs(record)],
        "units": [units.full_name(unit) for unit in record.units],
        "security": units.security_bodies(record, day),
        "model_committee": [committee_name(record)] if record.committee else [],
        "extra": list(record.recipients),
    }


def committee_name(record: LinkedRecord) -> str:
    """Tên Ban Chỉ đạo, as told or by the model's name; a mark where there is no committee."""
    if record.committee is None:
        return mark("tên Ban Chỉ đạo")
    usual = f"Ban Chỉ đạo xây dựng, duy trì hoạt động của {offices.model_name(record)}"
    return record.committee.name or usual
