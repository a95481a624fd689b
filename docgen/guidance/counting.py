"""Notices and honours of the year (III.1): which of them count for a criterion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from docgen.checks.eras import districts
from docgen.errors import NO_WORDS, Words
from docgen.record.schema.assessments import Honour, Level, Notice
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from docgen.record.schema.assessments import Assessment
    from docgen.record.schema.linked import AnyRecord

Act: TypeAlias = "Notice | Honour"


@dataclass(frozen=True, slots=True)
class Criterion:
    """Một tiêu chí: a row of ``ratings.yaml``, whose head explains each field."""

    id: str
    vi: str
    en: str
    fact: str = ""
    met_by: tuple[str | bool, ...] = ()
    counted: str = ""
    levels: tuple[str, ...] = ()
    unit_of: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    two_tier: str = ""


def words_of(one: Criterion, *, two_tier: bool = False) -> Words:
    """The criterion as the guidance has it; ``two_tier``: without the levels that ended."""
    return Words(one.two_tier if two_tier and one.two_tier else one.vi, one.en)


@dataclass(frozen=True, slots=True)
class Counted:
    """Whether one act counts (``None``: not known), what it rests on, what is to be told."""

    met: bool | None
    basis: Words
    lacks: Words = NO_WORDS


_NONE_TOLD = {
    "notices": Words("không khai thông báo nào trong năm", "no notice of the year is told"),
    "honours": Words("không khai khen thưởng nào trong năm", "no honour of the year is told"),
}
_NAMED = {
    "notices": Words("thông báo", "notice"),
    "honours": Words("khen thưởng", "honour"),
}


def count(one: Criterion, record: AnyRecord, assessment: Assessment, year: int) -> Counted:
    """The first act of the year that counts; else the first that may; else why none does."""
    told: list[Act] = list(getattr(assessment, one.counted))
    judged = [_one(one, act, record, year) for act in told]
    for met in (True, None):
        found = next((act for act in judged if act.met is met), None)
        if found is not None:
            return found
    if not judged:
        return Counted(False, _NONE_TOLD[one.counted])  # noqa: FBT003 - reads as a column
    return Counted(
        False,  # noqa: FBT003
        Words("; ".join(act.basis.vi for act in judged), "; ".join(act.basis.en for act in judged)),
    )


def _one(one: Criterion, act: Act, record: AnyRecord, year: int) -> Counted:
    named = _named(one, act)
    if isinstance(act, Honour) and act.form not in one.forms:
        return _not(named, Words("hình thức chưa được tính", "of a form that does not count"))
    if act.level.value not in one.levels:
        return _not(named, Words("cấp chưa được tính", "of a level that does not count"))
    if act.level is Level.UNIT and not set(one.unit_of) & _kinds(record):
        return _not(named, Words("cấp chưa được tính", "of a level that does not count"))
    return _in_year(named, act, year)


def _in_year(named: Words, act: Act, year: int) -> Counted:
    """An act counts in its own year only, and one of a district while there were districts."""
    if act.day is None:
        if _stands(act.level, date(year, 1, 1)):
            lacks = Words(f"ngày của {named.vi}", f"the day of the {named.en}")
            basis = Words(f"{named.vi}: chưa khai ngày", f"{named.en}: its day is not told")
            return Counted(None, basis, lacks)
        return _not(named, _NO_DISTRICT)
    if act.day.year != year:
        return _not(named, Words("không ở trong năm", "not of the year"))
    if not _stands(act.level, act.day):
        return _not(named, _NO_DISTRICT)
    return Counted(True, named)  # noqa: FBT003


_NO_DISTRICT = Words("không còn cấp huyện", "there were no districts any more")


def _not(named: Words, why: Words) -> Counted:
    return Counted(False, Words(f"{named.vi}: {why.vi}", f"{named.en}: {why.en}"))  # noqa: FBT003


def _stands(level: Level, day: date) -> bool:
    return level is not Level.DISTRICT or day < districts().since


def _kinds(record: AnyRecord) -> set[str]:
    """The kinds of unit whose heads the model belongs to."""
    if record.kind == "linked":
        return {unit.kind.value for unit in record.units}
    return {record.issuer.kind.value}


def _named(one: Criterion, act: Act) -> Words:
    kind = _NAMED[one.counted]
    number = f" số {act.number}" if act.number else ""
    day = f" ngày {slashed(act.day)}" if act.day else ""
    issuer = f" của {act.issuer}" if act.issuer else ""
    return Words(
        f"{kind.vi}{number}{day}{issuer}",
        f"{kind.en}{f' no. {act.number}' if act.number else ''}"
        f"{f' of {slashed(act.day)}' if act.day else ''}{f', {act.issuer}' if act.issuer else ''}",
    )
