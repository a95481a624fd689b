"""Who issues, signs and receives a paper, whichever kind its model is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.papers.bodies import corrected, deciders, offices, partners, reviewers
from docgen.papers.bodies.around import around
from docgen.papers.bodies.body import archive_of_minutes
from docgen.record.kinds import own

if TYPE_CHECKING:
    from docgen.papers.bodies.body import Body
    from docgen.papers.sheet import Sheet

_BODIES = {
    **offices.BODIES,
    **partners.BODIES,
    **deciders.BODIES,
    **deciders.OWN_BODIES,
    **deciders.LINKED_BODIES,
    **reviewers.BODIES,
    **corrected.BODIES,
}


def body(sheet: Sheet) -> Body:
    """Who issues the paper, and from where: from its own place, else from that of the model."""
    found = _BODIES[sheet.paper.issuer](sheet)
    if found.place:
        return found
    if sheet.of_party:
        return found.changed(place=offices.party_place(own(sheet.record), sheet.day))
    return found.changed(place=around(sheet.record).home())


def addresses(sheet: Sheet) -> dict[str, list[str]]:
    """The ``{...}`` of papers.yaml, each with the addresses it stands for."""
    archive = sheet.body.archive
    kept = {
        "archive": [archive],
        "minutes_archive": [archive_of_minutes(archive)],
        **deciders.addresses(sheet),
        **reviewers.addresses(sheet),
        **corrected.addresses(sheet),
    }
    return {**around(sheet.record).addresses(sheet), **kept}
