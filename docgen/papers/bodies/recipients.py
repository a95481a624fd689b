"""Whom the papers of a self-managed model address, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import issuers
from docgen.papers.bodies import offices
from docgen.papers.gaps import HOLE
from docgen.papers.phrases import names, phrase

if TYPE_CHECKING:
    from docgen.record.schema.own import Record


def addresses(record: Record) -> dict[str, list[str]]:
    """The ``{...}`` of papers.yaml, each with the addresses it stands for."""
    return {
        "party": [record.party.name],
        "party_superior": [record.party.superior],
        "party_members": [names("bodies.party.members")[record.party.kind]],
        "leader": [offices.unit(record).leader],
        "proposer": [record.proposer.name],
        "proposer_leader": [offices.proposer(record).leader],
        "desk": [desk(record)],
        "front": [record.front],
        "committee": [issuers.steering_committee(record)],
        "units": [issuers.terms(record).units_recipient],
        "head_of_model": [f"{offices.head_title(record)} {offices.model_name(record)}"],
        "extra": list(record.recipients),
        "consultees": _consultees(record),
    }


def desk(record: Record) -> str:
    """Cơ quan Thường trực Ban Chỉ đạo cấp xã, or the unit's own security desk (II.1.1.4)."""
    return record.security_desk or HOLE


def _consultees(record: Record) -> list[str]:
    told = [consultee.name for consultee in record.consultation.consultees]
    return [desk(record), *told, phrase("bodies.members_to_be")]
