"""What the data name that a record may tell: papers, kinds of unit, facts of a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.catalogue import listing
from docgen.guidance.guidance import guidance
from docgen.guidance.papers import papers, told_in_record
from docgen.law.law import law
from docgen.record.growing import Growth, NewFact, grown
from docgen.record.schema.fields import About
from docgen.record.schema.shape import slots_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docgen.guidance.schema.papers import Paper
    from docgen.guidance.schema.ratings import FactRow
    from docgen.record.growing import Answers
    from docgen.record.schema.linked import AnyRecord


def grow(root: type[AnyRecord], told: Collection[str]) -> type[AnyRecord]:
    """The record ``root`` that may tell all that the data in use name.

    Facts of ratings are looked up where ``told``, the sections that are told, has assessments.
    """
    kind = slots_of(root)["kind"].choices[0]
    more = Growth(
        papers=tuple((paper.id, _about(paper)) for paper in papers(kind) if told_in_record(paper)),
        kinds=tuple(_kinds(kind)),
        facts=tuple(_facts(kind)) if "assessments" in told else (),
        models=tuple((f"{one.number}. {one.name}", one.slug) for one in listing(kind)),
    )
    return grown(root, more)


def _about(paper: Paper) -> About:
    return About(f"{paper.kind} “{paper.id}”", f"Paper “{paper.id}”")


def _kinds(kind: str) -> Iterator[tuple[str, str]]:
    """The kinds of unit that a record of a model of ``kind`` may name, and what they are called."""
    if kind == "linked":
        yield from ((name, row.called or name) for name, row in law().units.kinds.items())
    else:
        yield from ((name, row.short) for name, row in law().issuers.kinds.items())


def _facts(kind: str) -> Iterator[NewFact]:
    """The facts on which criteria of a model of ``kind`` rest, where an assessment tells them."""
    every = guidance().ratings.criteria.of(kind).values()
    wanted = {criterion.fact for criteria in every for criterion in criteria.common}
    for name, row in guidance().ratings.facts.items():
        answers = _answers(row)
        if name in wanted and answers is not None:
            yield NewFact(row.told or name, About(row.label.vi, row.label.en), answers)


def _answers(row: FactRow) -> Answers | None:
    """What an assessment may tell of a fact; nothing where a field must be there for it."""
    if row.evidence in ("some", "dossier"):
        return None
    if row.evidence == "none":
        return "count"
    flags = row.evidence == "denied" or all(isinstance(value, bool) for value in row.values)
    return "flag" if flags else tuple(str(value) for value in row.values)
