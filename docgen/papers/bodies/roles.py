"""Who issues, signs and receives a paper, whichever kind its model is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.bodies import deciders, offices, partners, recipients, reviewers
from docgen.record.terms import chair_in

if TYPE_CHECKING:
    from datetime import date

    from docgen.guidance.schema.papers import Paper
    from docgen.papers.bodies.offices import Body
    from docgen.record.schema.linked import AnyRecord

_REPORTER = "chair_of_period"
"""Đơn vị đang chủ trì khi hết kỳ: the unit that reports on the period that the paper is about."""


def body(record: AnyRecord, paper: Paper, copy: int | None = None, part: str = "") -> Body:
    """Who issues ``paper``; ``copy`` tells which unit, where each unit issues its own.

    ``part`` names the part of the record that the paper is about, if any.
    """
    for bodies in (deciders.BODIES, reviewers.BODIES):
        if paper.issuer in bodies:
            return bodies[paper.issuer](record, paper, part)
    if record.kind == "linked":
        if paper.issuer == _REPORTER:
            return partners.unit_body(chair_in(record, part))
        return partners.BODIES[paper.issuer](record, copy)
    return offices.BODIES[paper.issuer](record)


def place_name(record: AnyRecord, paper: Paper, copy: int | None = None, part: str = "") -> str:
    """Địa danh of the paper's issuer."""
    if paper.issuer == "appraiser":
        return reviewers.place_name(record, part)
    if record.kind == "linked":
        if paper.issuer == _REPORTER:
            return partners.place_of(chair_in(record, part))
        return partners.place_name(record, paper.issuer, copy)
    return recipients.place_name(record)


def dossier_place(record: AnyRecord, first: int) -> str:
    """Địa danh of the one who keeps the dossier; ``first`` as the place among member units."""
    if record.kind == "linked":
        return partners.place_of(record.units[first])
    return recipients.place_name(record)


def addresses(
    record: AnyRecord, paper: Paper, copy: int | None, day: date, part: str = ""
) -> dict[str, list[str]]:
    """The ``{...}`` of papers.yaml, each with the addresses it stands for."""
    archive = body(record, paper, copy, part).archive
    kept = {
        "archive": [archive],
        "minutes_archive": [f"{archive}, Hồ sơ"],
        **deciders.addresses(record, paper, copy, day, part),
        **reviewers.addresses(record, paper, part),
    }
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
