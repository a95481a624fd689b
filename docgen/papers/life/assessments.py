"""What papers say of ratings: every criterion of one model, and the classes of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import classes
from docgen.guidance.ratings import Outcome, Rating
from docgen.papers import clauses
from docgen.papers.bodies import reviewers
from docgen.papers.bodies.around import around
from docgen.papers.phrases import phrase
from docgen.papers.rows import lines
from docgen.record.schema.assessments import Assessment
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.dates import date_phrase
from docgen.text.names import first_upper, lower_first
from docgen.text.normal import paragraphs
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.guidance.ratings import ClassJudged, Judged
    from docgen.papers.rows import Frame
    from docgen.record.schema.linked import AnyRecord


class Reviewed(Value):
    """One model and its rating, among those that a report is about."""

    record: AnyRecord
    rating: Rating


def sheet_of(reviewed: Reviewed) -> Frame:
    """``rating.*``: the class, every criterion with what it rests on, what follows."""
    rating = reviewed.rating
    told = parts_of(reviewed.record, "assessments")[rating.period]
    assert isinstance(told, Assessment)  # noqa: S101 - the section holds nothing else
    return {
        "rating": {
            "period": periods.phrase(rating.period),
            "day": date_phrase(told.day, periods.year_of(rating.period)),
            "is_rated": rating.outcome is Outcome.RATED,
            "is_open": rating.outcome is Outcome.OPEN,
            "is_weak": rating.dissolves,
            "name": first_upper(rating.name.vi),
            "clause": clauses.place(rating.of(rating.id).clause) if rating.id else "",
            "classes": [_class(judged) for judged in rating.classes],
            "above": _above(rating),
            "missing": [first_upper(lacks.vi) for lacks in rating.missing],
            "notes": [first_upper(note.vi) for note in rating.notes],
            "remarks": paragraphs(told.remarks),
            "practices": lines(told.practices),
            **follows_of(reviewed),
        }
    }


def _class(judged: ClassJudged) -> Frame:
    return {
        "name": judged.name.vi,
        "clause": clauses.place(judged.clause),
        "met": judged.met,
        "criteria": [_criterion(criterion) for criterion in judged.criteria],
    }


def _criterion(judged: Judged) -> Frame:
    return {
        "text": lower_first(judged.text.vi) if judged.alternative else judged.text.vi,
        "alternative": judged.alternative,
        "met": judged.met,
        "basis": first_upper(judged.basis.vi),
    }


def _above(rating: Rating) -> Frame:
    above = rating.above
    return {
        "has": above is not None,
        "name": above.name.vi if above else "",
        "lacking": lacking(above) if above else [],
    }


def lacking(above: ClassJudged) -> list[str]:
    """What keeps a model from the class ``above``; where one of two is enough, in one line."""
    common = [_lack(judged) for judged in above.lacking if not judged.alternative]
    either = phrase("assessments.or").join(
        phrase("assessments.named", criterion=judged.text.vi, found=judged.basis.vi)
        for judged in above.lacking
        if judged.alternative
    )
    return [*common, *([phrase("assessments.either", criteria=either)] if either else [])]


def _lack(judged: Judged) -> str:
    """A limit as a limit: which criterion is not met, and what was found instead."""
    if judged.met is None:
        return phrase("assessments.open", criterion=judged.text.vi)
    return phrase("assessments.lacking", criterion=judged.text.vi, found=judged.basis.vi)


def follows_of(reviewed: Reviewed) -> Frame:
    """What follows from the class: what has to be done, by whom, by which clause."""
    rating, record = reviewed.rating, reviewed.record
    if not rating.id:
        return {"follows": "", "follows_by": "", "follows_clause": ""}
    found = classes.follows(rating.id, record.kind)
    return {
        "follows": found.what.vi,
        "follows_by": first_upper(actor(record, found.who.vi)),
        "follows_clause": clauses.place(found.clause),
    }


def actor(record: AnyRecord, text: str) -> str:
    """``text`` with the bodies that have to act named."""
    bodies = around(record)
    return text.format(
        spreader=reviewers.surveyor(record).name,
        decider=bodies.chief().leader,
        head=bodies.head(),
    )
