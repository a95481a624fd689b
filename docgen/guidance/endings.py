"""The end of a model: the criteria that make it Yếu, and what is seen to when it is dissolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.guidance.classes import class_of, dissolving
from docgen.guidance.guidance import guidance
from docgen.guidance.ratings import latest, rate
from docgen.record.sections import parts_of

if TYPE_CHECKING:
    from docgen.record.schema.assessments import Assessment
    from docgen.record.schema.linked import AnyRecord


class Criterion(NamedTuple):
    """Một tiêu chí xếp loại Yếu: the guidance's own words, and where they stand."""

    clause: str
    text: str


def period_of(record: AnyRecord) -> str:
    """The period for which the model was rated Yếu: as told, or the newest assessed; or empty."""
    told = record.dissolution.period if record.dissolution else ""
    return told or latest(record)


def assessment_of(record: AnyRecord) -> Assessment | None:
    """The facts recorded for that period; ``None`` when the record tells none."""
    found = [told for told in record.assessments if told.period == period_of(record)]
    return found[0] if found else None


def reasons(record: AnyRecord) -> list[Criterion]:
    """The criteria of III.1.4 that the recorded facts meet; each one alone makes the model Yếu."""
    if assessment_of(record) is None:
        return []
    judged = rate(record, period_of(record)).reasons_to_end
    return [Criterion(judged.clause, judged.text.vi) for judged in judged if judged.met]


def clause() -> str:
    """Where the guidance says which models are dissolved."""
    return ", ".join(class_of(name).clause for name in dissolving())


def follow_up(kind: str, terms: dict[str, str]) -> list[str]:
    """What takes the place of the model, when the record does not tell it."""
    return [line.format(**terms) for line in guidance().endings.follow_up.of(kind)]


def funds_handling(kind: str, terms: dict[str, str]) -> str:
    """What becomes of the balance, when the record does not tell it."""
    return guidance().endings.funds.of(kind).format(**terms)


def reorganised(record: AnyRecord) -> list[str]:
    """The names of the reorganisations that the record tells, in their order."""
    return list(parts_of(record, "reorganizations"))
