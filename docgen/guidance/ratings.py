"""The class of a model (III.1): each criterion held against what is known, and what follows."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from docgen.errors import NO_WORDS, Words
from docgen.guidance.classes import class_of, dissolving, made_known, order
from docgen.guidance.counting import Counted, count, words_of
from docgen.guidance.evidence import DossierFacts, Fact, facts
from docgen.guidance.guidance import guidance
from docgen.law.eras import districts
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.guidance.schema.ratings import Criterion
    from docgen.record.schema.assessments import Assessment
    from docgen.record.schema.linked import AnyRecord


class Outcome(StrEnum):
    """How far the rating came."""

    RATED = "rated"
    OPEN = "open"
    UNCLASSED = "unclassed"


class Judged(Value):
    """Một tiêu chí đã xét: met or not (``None``: not known), what it rests on, what it lacks."""

    id: str
    clause: str
    text: Words
    met: bool | None
    basis: Words
    lacks: Words = NO_WORDS
    alternative: bool = False


class ClassJudged(Value):
    """Một loại đã xét: whether the model is of it as its criteria stand, each by itself."""

    id: str
    clause: str
    met: bool | None
    criteria: tuple[Judged, ...]

    @property
    def name(self) -> Words:
        """``Tốt``, ``Khá``, ``Trung bình``, ``Yếu``."""
        return class_of(self.id).name.words

    @property
    def lacking(self) -> tuple[Judged, ...]:
        """The criteria that keep the model from the class; alternatives only if none is met."""
        common = [
            criterion
            for criterion in self.criteria
            if not criterion.alternative and criterion.met is not True
        ]
        other = [criterion for criterion in self.criteria if criterion.alternative]
        unmet = [] if any(criterion.met for criterion in other) else other
        return (*common, *unmet)


class Rating(Value):
    """Kết quả xếp loại một kỳ.

    Attributes:
        period: ``2026-H1`` or ``2026``.
        outcome: Rated; open, for facts are missing; or in none of the classes.
        id: The class; empty unless rated.
        classes: Every class with its criteria, from the best.
        missing: The facts that are not known and could change the outcome.
        above: The nearest class above, with what keeps the model from it; none for the best.
        notes: What else must be said of the facts.
    """

    period: str
    outcome: Outcome
    id: str
    classes: tuple[ClassJudged, ...]
    missing: tuple[Words, ...]
    above: ClassJudged | None
    notes: tuple[Words, ...]

    @property
    def name(self) -> Words:
        """``Tốt``; what is said instead when there is no class."""
        return class_of(self.id).name.words if self.id else _NO_CLASS[self.outcome]

    @property
    def dissolves(self) -> bool:
        """Whether a model of the class is dissolved."""
        return self.id in dissolving()

    @property
    def common_to_known(self) -> tuple[Judged, ...]:
        """The common criteria of the lowest class whose models are made known."""
        lowest = made_known()[-1:]
        return tuple(
            criterion
            for name in lowest
            for criterion in self.of(name).criteria
            if not criterion.alternative
        )

    @property
    def is_worth_spreading(self) -> bool:
        """Whether the model may be made known: by its class, or by what is common to such a one.

        The notice itself is a criterion of Khá (III.1.2): the others are enough for it.
        """
        common = self.common_to_known
        enough = bool(common) and all(criterion.met for criterion in common)
        return self.id in made_known() or (enough and not self.dissolves)

    @property
    def reasons_to_end(self) -> tuple[Judged, ...]:
        """The criteria of the classes whose models are dissolved."""
        return tuple(criterion for name in dissolving() for criterion in self.of(name).criteria)

    def of(self, class_id: str) -> ClassJudged:
        """The class named ``class_id`` with its criteria."""
        return next(judged for judged in self.classes if judged.id == class_id)


_NO_CLASS = {
    Outcome.OPEN: Words("chưa xếp loại được", "cannot be rated yet"),
    Outcome.UNCLASSED: Words("không thuộc loại nào", "in none of the classes"),
}


def latest(record: AnyRecord) -> str:
    """The latest period assessed in ``record``; empty when none is."""
    return max(parts_of(record, "assessments"), key=_rank, default="")


def _rank(period: str) -> tuple[int, bool]:
    return periods.year_of(period), not periods.is_half(period)


def rate(record: AnyRecord, period: str, dossier: DossierFacts | None = None) -> Rating:
    """The class of the model in ``period``, certain from what is known or none at all.

    Args:
        record: A record of either kind.
        period: One of the periods that ``record`` assesses.
        dossier: What the folder of the dossier shows, if one is given.

    Raises:
        KeyError: ``record`` assesses no such period.
    """
    assessment: Any = parts_of(record, "assessments")[period]
    known = facts(assessment, dossier)
    judged = tuple(
        _judged(record, name, known, assessment, periods.year_of(period)) for name in order()
    )
    notes = tuple(note for fact in known.values() for note in fact.notes)
    return _rating(period, judged, notes)


def _rating(period: str, judged: tuple[ClassJudged, ...], notes: tuple[Words, ...]) -> Rating:
    """A class of which one criterion is enough; else the best that is certain, none better open.

    III.1.4: a model is Yếu as soon as one of the criteria holds.
    """
    row = guidance().ratings.classes
    decisive = [rank for rank in judged if row[rank.id].is_any]
    ordinary = [rank for rank in judged if not row[rank.id].is_any]
    met = next((rank for rank in decisive if rank.met), None)
    if met is not None:
        return _closed(period, judged, met, notes)
    open_ = [rank for rank in decisive if rank.met is None]
    for rank in ordinary:
        if rank.met and not open_:
            return _closed(period, judged, rank, notes)
        if rank.met is None:
            open_.append(rank)
        if rank.met:
            break
    if open_:
        return Rating(period, Outcome.OPEN, "", judged, _missing(open_), None, notes)
    above = ordinary[-1] if ordinary else None
    return Rating(period, Outcome.UNCLASSED, "", judged, (), above, notes)


def _closed(
    period: str, judged: tuple[ClassJudged, ...], rank: ClassJudged, notes: tuple[Words, ...]
) -> Rating:
    place = judged.index(rank)
    above = judged[place - 1] if place else None
    return Rating(period, Outcome.RATED, rank.id, judged, (), above, notes)


def _missing(open_: Iterable[ClassJudged]) -> tuple[Words, ...]:
    lacking = (
        criterion.lacks
        for judged in open_
        for criterion in judged.criteria
        if criterion.met is None
    )
    return tuple(dict.fromkeys(lacks for lacks in lacking if lacks != NO_WORDS))


def _judged(
    record: AnyRecord, class_id: str, known: dict[str, Fact], assessment: Assessment, year: int
) -> ClassJudged:
    row = class_of(class_id)
    criteria = guidance().ratings.criteria.of(record.kind)[class_id]
    common = [
        _by_fact(criterion, known[criterion.fact], row.clause) for criterion in criteria.common
    ]
    other = [
        _by_count(criterion, count(criterion, record, assessment, year), row.clause, year)
        for criterion in criteria.one_of
    ]
    if row.is_any:
        met = _any(criterion.met for criterion in common)
    else:
        met = _all(
            [criterion.met for criterion in common]
            + [_any(criterion.met for criterion in other)] * bool(other)
        )
    return ClassJudged(class_id, row.clause, met, (*common, *other))


def _by_fact(criterion: Criterion, fact: Fact, clause: str) -> Judged:
    met = _settled(fact.possible, frozenset(criterion.met_by))
    lacks = fact.lacks if met is None else NO_WORDS
    return Judged(criterion.id, clause, words_of(criterion), met, fact.basis, lacks)


def _by_count(criterion: Criterion, found: Counted, clause: str, year: int) -> Judged:
    ended = date(year, 1, 1) >= districts().since
    text = words_of(criterion, two_tier=ended)
    return Judged(criterion.id, clause, text, found.met, found.basis, found.lacks, alternative=True)


def _settled(possible: frozenset[str | bool], met_by: frozenset[str | bool]) -> bool | None:
    if possible <= met_by:
        return True
    return None if possible & met_by else False


def _any(every: Iterable[bool | None]) -> bool | None:
    told = list(every)
    if any(told):
        return True
    return None if None in told else False


def _all(every: Iterable[bool | None]) -> bool | None:
    inverse = _any(None if met is None else not met for met in every)
    return None if inverse is None else not inverse
