"""What reports over many models say: every model with its class, the count of each, the chart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docgen.guidance import classes, ratings, routing
from docgen.guidance.ratings import Outcome
from docgen.papers.bodies import offices, reviewers
from docgen.papers.gaps import HOLE
from docgen.papers.life.assessments import Reviewed, follows_of, lacking, sheet_of
from docgen.papers.phrases import names, phrase
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.names import first_upper, lower_first
from docgen.text.numbers import count
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docgen.guidance.ratings import Rating
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet


class Surveyed(Value):
    """What a report says of one model, final; small, for a report may be over thousands.

    Attributes:
        kind: ``self_managed`` or ``linked``.
        rating: The id of its class, "" when it has none.
        surveyor: Who surveyed it.
        named: The model and why it has its class, in one line.
        adjusted: What the appraiser changed, "" when nothing.
        row: Its row in the table.
    """

    kind: str
    rating: str
    surveyor: str
    named: str
    adjusted: str
    row: Frame

    @classmethod
    def of(cls, reviewed: Reviewed) -> Surveyed:
        """What is said of ``reviewed``."""
        record, rating = reviewed.record, reviewed.rating
        named = f"{offices.model_name(record)}: {lower_first(_reason(rating))}"
        surveyor = reviewers.surveyor(record).name
        return cls(record.kind, rating.id, surveyor, named, _adjusted(reviewed), _model(reviewed))


def frame(sheet: Sheet) -> Frame:
    """``rating.*`` and ``review.*`` of a template, for the model and period of the paper."""
    reviewed = Reviewed(sheet.record, ratings.rate(sheet.record, sheet.part))
    return {**sheet_of(reviewed), **report_of(reviewed, [Surveyed.of(reviewed)])}


def report_of(first: Reviewed, every: Sequence[Surveyed]) -> Frame:
    """``review.*``: all models with their classes, the count of each class, the chart.

    The record of ``first`` gives the bodies that survey and appraise, and the period.
    """
    period = first.rating.period
    found = Counter(one.rating for one in every)
    kinds = Counter(one.kind for one in every)
    surveyors = [one.surveyor for one in every]
    return {
        "review": {
            "period": periods.phrase(period),
            "next": periods.following(period),
            "surveyor": surveyors[0],
            "surveyors": list(dict.fromkeys(surveyors)),
            "appraiser": reviewers.appraiser(first.record, period).name,
            "survey_to": reviewers.survey_to(first.record, period),
            "appraisal_to": reviewers.appraisal_to(first.record, period),
            "is_unit": routing.seat(first.record).is_unit,
            "count": count(len(every)),
            "several": len(every) > 1,
            "kinds_text": _kinds_text(kinds),
            "adjusted": [one.adjusted for one in every if one.adjusted],
            "models": [{"index": str(at), **one.row} for at, one in enumerate(every, start=1)],
            "classes": _chart(found, len(every)),
            "chart_text": _chart_text(found),
            **_by_class(every),
            "proposals": _proposals(found, surveyors[0], period),
        }
    }


def _kinds_text(found: Counter[str]) -> str:
    """``02 mô hình tự quản, 01 mô hình liên kết``: the kinds that there are."""
    told = names("assessments.kinds")
    return ", ".join(
        phrase("assessments.of_kind", count=count(found[kind]), kind=lower_first(named))
        for kind, named in told.items()
        if found[kind]
    )


def _adjusted(reviewed: Reviewed) -> str:
    """What the appraiser changed in the rating of one model; nothing where it agrees."""
    told = parts_of(reviewed.record, "assessments")[reviewed.rating.period]
    text = getattr(told, "adjustment", "").rstrip(" .;")
    return f"{offices.model_name(reviewed.record)}: {text}" if text else ""


def _class_label(class_id: str) -> str:
    return classes.class_of(class_id).name.vi if class_id else phrase("assessments.unrated")


def _by_class(every: Sequence[Surveyed]) -> Frame:
    """The models of each class, those not rated, and the same by the roles of the classes."""
    known, ending = classes.made_known(), classes.dissolving()
    must = [class_id for class_id in known if classes.class_of(class_id).spreads]
    kept = [class_id for class_id in known if class_id not in must]
    others = [class_id for class_id in classes.order() if class_id not in known]
    return {
        **{f"{class_id}_models": _named(every, class_id) for class_id in classes.class_ids()},
        "open_models": _named(every, ""),
        "spread_models": _of_classes(every, known),
        "spread_names": _class_names(known),
        "must_spread_models": _of_classes(every, must),
        "must_spread_names": _class_names(must),
        "kept_models": _of_classes(every, kept),
        "kept_names": _class_names(kept),
        "weaker_models": _of_classes(every, [*others, ""]),
        "weaker_names": _class_names(others),
        "ending_models": _of_classes(every, ending),
        "ending_names": _class_names(ending),
    }


def _of_classes(every: Sequence[Surveyed], ids: Iterable[str]) -> list[str]:
    return [line for class_id in ids for line in _named(every, class_id)]


def _class_names(ids: Iterable[str]) -> str:
    """``Tốt, loại Khá``: what follows “xếp loại”."""
    return phrase("assessments.and_class").join(_class_label(class_id) for class_id in ids)


def _proposals(found: Counter[str], surveyor: str, period: str) -> list[str]:
    """What is proposed for the models of each class that has any."""
    terms = {"surveyor": surveyor, "next": periods.following(period)}
    return [
        classes.class_of(class_id).proposal.format(**terms)
        for class_id in classes.order()
        if found[class_id]
    ]


def _model(reviewed: Reviewed) -> Frame:
    record, rating = reviewed.record, reviewed.rating
    return {
        "name": offices.bare_name(record),
        "kind": names("assessments.kinds")[record.kind],
        "unit": reviewers.surveyor(record).name,
        "scope": record.model.scope or HOLE,
        "class": _class_label(rating.id),
        "reason": _reason(rating),
        "lacking": [lower_first(line) for line in lacking(rating.above)] if rating.above else [],
        "is_weak": rating.dissolves,
        "is_top": bool(rating.id) and rating.above is None,
        "follows": str(follows_of(reviewed)["follows"]),
    }


def _reason(rating: Rating) -> str:
    """Why the model has its class, in one line: what was found, or what is not known."""
    if rating.outcome is Outcome.OPEN:
        facts = "; ".join(lacks.vi for lacks in rating.missing)
        return phrase("assessments.unknown", facts=facts)
    judged = rating.of(rating.id) if rating.id else rating.above
    criteria = judged.criteria if judged else ()
    met = bool(rating.id)
    bases = [criterion.basis.vi for criterion in criteria if criterion.met is met]
    return first_upper("; ".join(dict.fromkeys(bases)))


def _chart(found: Counter[str], every: int) -> list[Frame]:
    """The classes from the best with count, share and bar; those not rated come last."""
    names = [*classes.order(), *([""] if found[""] else [])]
    return [
        {
            "name": _class_label(name),
            "count": count(found[name]),
            "percent": f"{share(found[name], every)}%",
            "bar": str(round(100 * found[name] / every, 1)),
        }
        for name in names
    ]


def share(part: int, whole: int) -> str:
    """``33,3``: ``part`` of ``whole`` in per cent, a comma before the tenths; ``100`` when all."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _chart_text(found: Counter[str]) -> str:
    """What the chart shows, for those who hear the paper read."""
    told = [
        phrase("assessments.rated", count=count(found[name]), label=_class_label(name))
        for name in classes.order()
        if found[name]
    ]
    open_ = [phrase("assessments.not_rated", count=count(found[""]))] if found[""] else []
    return ", ".join([*told, *open_])


def _named(every: Iterable[Surveyed], class_id: str) -> list[str]:
    return [one.named for one in every if one.rating == class_id]
