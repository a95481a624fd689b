"""What the rows of papers.yaml may name: who issues, who signs, whom a paper addresses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docgen.guidance.papers import Due, papers
from docgen.guidance.soundness.around import Vocabulary
from docgen.papers.bodies import corrected, deciders, offices, partners, reviewers
from docgen.papers.letterhead import SIGNERS
from docgen.papers.samples import samples
from docgen.papers.sheet import Papers

if TYPE_CHECKING:
    from docgen.record.schema.linked import AnyRecord


def vocabulary() -> dict[str, Vocabulary]:
    """The names for each kind of model."""
    own, linked = samples()
    shared = {*corrected.BODIES, *deciders.BODIES, *reviewers.BODIES}
    issuers = {
        own.kind: {*offices.BODIES, *deciders.OWN_BODIES, *shared},
        linked.kind: {*partners.BODIES, *deciders.LINKED_BODIES, *shared},
    }
    return {
        record.kind: Vocabulary(
            frozenset(issuers[record.kind]), frozenset(SIGNERS), _addresses(record)
        )
        for record in (own, linked)
    }


def _addresses(record: AnyRecord) -> frozenset[str]:
    """What one paper may address, all may."""
    first = Due(papers(record.kind)[0])
    return frozenset(Papers(record, date(2000, 1, 1)).sheet(first).addresses)
