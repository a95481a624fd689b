"""Who issues, signs and receives a paper, whichever kind its model is of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.papers.bodies import deciders, offices, partners, recipients, reviewers
from docgen.record.turns import lead_of

if TYPE_CHECKING:
    from docgen.papers.bodies.body import Body
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord

_BODIES = {
    **offices.BODIES,
    **partners.BODIES,
    **deciders.BODIES,
    **deciders.OWN_BODIES,
    **reviewers.BODIES,
}


def body(sheet: Sheet) -> Body:
    """Who issues the paper, and from where: from its own place, else from that of the model."""
    found = _BODIES[sheet.paper.issuer](sheet)
    return found if found.place else replace(found, place=_home(sheet.record))


def _home(record: AnyRecord) -> str:
    """Địa danh of the model: of its deciding unit, or of the unit that leads."""
    if record.kind == "linked":
        return partners.place_of(lead_of(record))
    return offices.place_name(record)


def addresses(sheet: Sheet) -> dict[str, list[str]]:
    """The ``{...}`` of papers.yaml, each with the addresses it stands for."""
    archive = sheet.body.archive
    kept = {
        "archive": [archive],
        "minutes_archive": [f"{archive}, Hồ sơ"],
        **deciders.addresses(sheet),
        **reviewers.addresses(sheet),
    }
    record = sheet.record
    if record.kind == "linked":
        return {**partners.addresses(record, sheet.due.copy, sheet.day), **kept}
    return {**recipients.addresses(record), **kept}


def required(record: AnyRecord) -> dict[str, str]:
    """Addressees without whom a paper must not go: their name, or a mark in its place."""
    if record.kind == "linked":
        return {}
    return {
        "proposer": offices.proposer(record).name,
        "party": offices.party(record).name,
    }
