"""Whom the papers of a self-managed model address, and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.law import issuers
from docgen.papers.bodies import offices
from docgen.papers.bodies.once import once
from docgen.papers.gaps import HOLE
from docgen.papers.phrases import names, phrase, rows
from docgen.record.schema.offices import Signing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docgen.record.schema.own import Record


@once
def addresses(record: Record) -> Mapping[str, list[str]]:
    """The ``{...}`` of papers.yaml, each with the addresses it stands for."""
    return {
        "party": [record.party.name],
        "party_speaking": [offices.party(record).name if record.party.name else ""],
        "party_superior": [_committee_above(record.party.superior)],
        "party_members": [names("bodies.party.members")[record.party.kind]],
        "party_below": [names("bodies.party.below")[record.party.kind]],
        "leader": [offices.unit(record).leader],
        "leaders": [_leaders(record)],
        "council": [issuers.terms(record).council],
        "police": [_police(record)],
        "approver": [offices.approver(record).leader],
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
    """Cơ quan Thường trực Ban Chỉ đạo cấp xã, or the unit's own security desk (II.1.1.4).

    That of the commune's committee is the commune's police, and is named so.
    """
    told = record.security_desk
    if not is_police(told) or not _police(record):
        return told or HOLE
    return phrase("bodies.desk", police=_police(record), desk=told)


def is_police(desk_name: str) -> bool:
    """Whether the desk told is the standing body of a steering committee."""
    return desk_name.casefold().startswith(phrase("bodies.standing_desk"))


def _police(record: Record) -> str:
    """Công an cấp xã, where the record tells it or its commune."""
    known = record.police.name or issuers.commune(record)
    return offices.police(record).name if known else ""


def _leaders(record: Record) -> str:
    """The leaders of a commune; of another unit its head, where a deputy signs for him."""
    by_deputy = record.issuer.head.signing is Signing.DEPUTY
    return issuers.terms(record).leaders or (offices.unit(record).leader if by_deputy else "")


def _committee_above(superior: str) -> str:
    """Cấp ủy that hears reports: Tỉnh ủy of a Đảng bộ tỉnh."""
    for row in rows("bodies.committees_above"):
        if superior.casefold().startswith(f"{row['of']} ".casefold()):
            return f"{row['is']}{superior[len(row['of']) :]}"
    return superior


def _consultees(record: Record) -> list[str]:
    told = [consultee.name for consultee in record.consultation.consultees]
    return [desk(record), *told, phrase("bodies.members_to_be")]
