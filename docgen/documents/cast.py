"""Who issues, signs and receives a paper, whichever kind its model is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.documents import offices, partners, recipients

if TYPE_CHECKING:
    from datetime import date

    from docgen.documents.offices import Body
    from docgen.guidance.papers import Paper
    from docgen.record.linked import AnyRecord


def body(record: AnyRecord, paper: Paper, copy: int | None = None) -> Body:
    """Who issues ``paper``; ``copy`` tells which unit, where each unit issues its own."""
    if record.kind == "linked":
        return partners.BODIES[paper.issuer](record, copy)
    return offices.BODIES[paper.issuer](record)


def place_name(record: AnyRecord, paper: Paper, copy: int | None = None) -> str:
    """Địa danh of the paper's issuer."""
    if record.kind == "linked":
        return partners.place_name(record, paper.issuer, copy)
    return recipients.place_name(record)


def addresses(record: AnyRecord, paper: Paper, copy: int | None, day: date) -> dict[str, list[str]]:
    """The ``{...}`` of papers.yaml, each with the addresses it stands for."""
    archive = body(record, paper, copy).archive
    kept = {"archive": [archive], "minutes_archive": [f"{archive}, Hồ sơ"]}
    if record.kind == "linked":
        return {**partners.addresses(record, copy, day), **kept}
    return {**recipients.addresses(record), **kept}


def required(record: AnyRecord) -> dict[str, str]:
    """Addressees without whom a paper must not go: their name, or a mark in its place."""
    if record.kind == "linked":
        return {}
    return {
        "proposer": offices.proposer(record).name,
        "party": offices.party(record).name,
    }
