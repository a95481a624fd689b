"""The class of a model (III.1): each criterion held against what is known, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from docgen.checks.eras import districts
from docgen.errors import NO_WORDS, Words
from docgen.guidance.counting import Counted, Criterion, count, words_of
from docgen.guidance.data import frozen, read
from docgen.guidance.evidence import DossierFacts, Fact, facts
from docgen.record.sections import parts_of
from docgen.text import periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.record.schema.assessments import Assessment
    from docgen.record.schema.linked import AnyRecord

GOOD, FAIR, AVERAGE, WEAK = "good", "fair", "average", "weak"


class Outcome(StrEnum):
    """How far the rating came."""

    RATED = "rated"
    OPEN = "open"
    UNCLASSED = "unclassed"


@dataclass(frozen=True, slots=True)
class Judged:
    """Một tiêu chí đã xét: met or not (``None``: not known), what it rests on, what it lacks."""

    id: str
    clause: str
    text: Words
    met: bool | None
    basis: Words
    lacks: Words = NO_WORDS
    alternative: bool = False


@dataclass(frozen=True, slots=True)
class ClassJudged:
    """Một loại đã xét: whether the model is of it as its criteria stand, each by itself."""

    id: str
    clause: str
    met: bool | None
    criteria: tuple[Judged, ...]

    @property
    def name(self) -> Words:
        """``Tốt``, ``Khá``, ``Trung bình``, ``Yếu``."""
        return class_name(self.id)

    @property
    def lacking(self) -> tuple[Judged, ...]:
        """The criteria that keep the model from the class; alternatives only if none is met."""
        common = [one for one in self.criteria if not one.alternative and one.met is not True]
        other = [one for one in self.criteria if one.alternative]
        unmet = [] if any(one.met for one in other) else other
        return (*common, *unmet)


@dataclass(frozen=True, slots=True)
class Rating:
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
        return class_name(self.id) if self.id else _NO_CLASS[self.outcome]

    def of(self, class_id: str) -> ClassJudged:
        """The class named ``class_id`` with its criteria."""
        return next(one for one in self.classes if one.id == class_id)


_NO_CLASS = {
    Outcome.OPEN: Words("chưa xếp loại được", "cannot be rated yet"),
    Outcome.UNCLASSED: Words("không thuộc loại nào", "in none of the classes"),
}


@dataclass(frozen=True, slots=True)
class Follows:
    """Việc phải làm sau khi xếp loại: what, who (``{...}`` open), and the clause."""

    what: Words
    who: Words
    clause: str


def order() -> tuple[str, ...]:
    """The classes from the best to the worst."""
    return tuple(read("ratings")["order"])


def class_name(class_id: str) -> Words:
    """What a class is called."""
    return Words(**read("ratings")["classes"][class_id]["name"])


def follows(class_id: str, kind: str) -> Follows:
    """What a class brings a model of ``kind``; ``{spreader}``, ``{head}``, ``{decider}`` open."""
    row = read("ratings")["classes"][class_id]
    who = read("ratings")["actors"][kind][class_id]
    return Follows(Words(**row["follows"]), Words(**who), row["follows_clause"])


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
        _judged(record, one, known, assessment, periods.year_of(period)) for one in order()
    )
    notes = tuple(note for fact in known.values() for note in fact.notes)
    return _rating(period, judged, notes)


def _rating(period: str, judged: tuple[ClassJudged, ...], notes: tuple[Words, ...]) -> Rating:
    """One Yếu criterion is enough; else the best class that is certain, if no better one is open.

    III.1.4: a model is Yếu as soon as one of the criteria holds.
    """
    weak, *better = reversed(judged)
    open_: list[ClassJudged] = [] if weak.met is not None else [weak]
    if weak.met:
        return _closed(period, judged, weak, notes)
    for one in reversed(better):
        if one.met and not open_:
            return _closed(period, judged, one, notes)
        if one.met is None:
            open_.append(one)
        if one.met:
            break
    if open_:
        return Rating(period, Outcome.OPEN, "", judged, _missing(open_), None, notes)
    above = next(one for one in better if one.id == AVERAGE)
    return Rating(period, Outcome.UNCLASSED, "", judged, (), above, notes)


def _closed(
    period: str, judged: tuple[ClassJudged, ...], one: ClassJudged, notes: tuple[Words, ...]
) -> Rating:
    place = judged.index(one)
    above = judged[place - 1] if place else None
    return Rating(period, Outcome.RATED, one.id, judged, (), above, notes)


def _missing(open_: Iterable[ClassJudged]) -> tuple[Words, ...]:
    lacking = (one.lacks for judged in open_ for one in judged.criteria if one.met is None)
    return tuple(dict.fromkeys(lacks for lacks in lacking if lacks != NO_WORDS))


def _judged(
    record: AnyRecord, class_id: str, known: dict[str, Fact], assessment: Assessment, year: int
) -> ClassJudged:
    row = read("ratings")["classes"][class_id]
    common = [
        _by_fact(one, known[one.fact], row["clause"])
        for one in _criteria(record.kind, class_id, "all")
    ]
    other = [
        _by_count(one, count(one, record, assessment, year), row["clause"], year)
        for one in _criteria(record.kind, class_id, "one_of")
    ]
    if row.get("any"):
        met = _any(one.met for one in common)
    else:
        met = _all([one.met for one in common] + [_any(one.met for one in other)] * bool(other))
    return ClassJudged(class_id, row["clause"], met, (*common, *other))


@cache
def _criteria(kind: str, class_id: str, group: str) -> tuple[Criterion, ...]:
    rows = read("ratings")["criteria"][kind][class_id].get(group, ())
    return tuple(Criterion(**frozen(row)) for row in rows)


def _by_fact(one: Criterion, fact: Fact, clause: str) -> Judged:
    met = _settled(fact.possible, frozenset(one.met_by))
    lacks = fact.lacks if met is None else NO_WORDS
    return Judged(one.id, clause, words_of(one), met, fact.basis, lacks)


def _by_count(one: Criterion, found: Counted, clause: str, year: int) -> Judged:
    ended = date(year, 1, 1) >= districts().since
    text = words_of(one, two_tier=ended)
    return Judged(one.id, clause, text, found.met, found.basis, found.lacks, alternative=True)


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
    inverse = _any(None if one is None else not one for one in every)
    return None if inverse is None else not inverse


def all_criteria(rating: Rating) -> Iterator[Judged]:
    """Every criterion of every class, from the best class down."""
    for one in rating.classes:
        yield from one.criteria
