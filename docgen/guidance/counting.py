"""Notices and honours of the year (III.1): which of them count for a criterion."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from docgen.errors import NO_WORDS, Words
from docgen.law.eras import districts
from docgen.law.issuers import kind_of
from docgen.law.units import unit_terms
from docgen.record.schema.assessments import Honour, Level, Notice
from docgen.text.dates import slashed
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.guidance.schema.ratings import Criterion
    from docgen.record.schema.assessments import Assessment
    from docgen.record.schema.linked import AnyRecord

Act: TypeAlias = "Notice | Honour"


def words_of(criterion: Criterion, *, two_tier: bool = False) -> Words:
    """The criterion as the guidance has it; ``two_tier``: without the levels that ended."""
    return Words(
        criterion.two_tier if two_tier and criterion.two_tier else criterion.vi, criterion.en
    )


class Counted(Value):
    """Whether one act counts (``None``: not known), what it rests on, what is to be told."""

    met: bool | None
    basis: Words
    lacks: Words = NO_WORDS


_NONE_TOLD = {
    "notices": Words(
        "trong năm chưa có thông báo phổ biến, nhân rộng", "no notice of the year is told"
    ),
    "honours": Words("trong năm chưa được khen thưởng", "no honour of the year is told"),
}
_NAMED = {
    "notices": Words("thông báo{cited}", "notice"),
    "honours": Words("khen thưởng{cited}", "honour"),
}
_NUMBERED = {
    "notices": Words("Thông báo{cited}", "notice"),
    "honours": Words("Quyết định{cited} về khen thưởng", "honour"),
}


def count(criterion: Criterion, record: AnyRecord, assessment: Assessment, year: int) -> Counted:
    """The first act of the year that counts; else the first that may; else why none does."""
    told: list[Act] = list(getattr(assessment, criterion.counted))
    judged = [_one(criterion, act, record, year) for act in told]
    for met in (True, None):
        found = next((act for act in judged if act.met is met), None)
        if found is not None:
            return found
    if not judged:
        return Counted(False, _NONE_TOLD[criterion.counted])  # noqa: FBT003 - reads as a column
    return Counted(
        False,  # noqa: FBT003
        Words("; ".join(act.basis.vi for act in judged), "; ".join(act.basis.en for act in judged)),
    )


def _one(criterion: Criterion, act: Act, record: AnyRecord, year: int) -> Counted:
    named = _named(criterion, act)
    if isinstance(act, Honour) and act.form not in criterion.forms:
        return _not(
            named,
            Words(
                "không thuộc hình thức khen thưởng mà tiêu chí nêu", "of a form that does not count"
            ),
        )
    if act.level.value not in criterion.levels:
        return _not(
            named, Words("không thuộc cấp mà tiêu chí nêu", "of a level that does not count")
        )
    if act.level is Level.UNIT and not _has_a_head(record):
        return _not(
            named, Words("không thuộc cấp mà tiêu chí nêu", "of a level that does not count")
        )
    return _in_year(named, act, year)


def _in_year(named: Words, act: Act, year: int) -> Counted:
    """An act counts in its own year only, and one of a district while there were districts."""
    if act.day is None:
        if _stands(act.level, date(year, 1, 1)):
            lacks = Words(f"ngày của {named.vi}", f"the day of the {named.en}")
            basis = Words(f"{named.vi}: chưa rõ ngày", f"{named.en}: its day is not told")
            return Counted(None, basis, lacks)
        return _not(named, _NO_DISTRICT)
    if act.day.year != year:
        return _not(named, Words("không ở trong năm", "not of the year"))
    if not _stands(act.level, act.day):
        return _not(named, _NO_DISTRICT)
    return Counted(True, named)  # noqa: FBT003


_NO_DISTRICT = Words(
    "ban hành sau ngày kết thúc hoạt động của cấp huyện", "there were no districts any more"
)
_OTHER_FORM = Words(
    "không thuộc hình thức khen thưởng mà tiêu chí nêu", "of a form that does not count"
)
_OTHER_LEVEL = Words("không thuộc cấp mà tiêu chí nêu", "of a level that does not count")


def _not(named: Words, why: Words) -> Counted:
    return Counted(False, Words(f"{named.vi}: {why.vi}", f"{named.en}: {why.en}"))  # noqa: FBT003


def _stands(level: Level, day: date) -> bool:
    return level is not Level.DISTRICT or day < districts().since


def _has_a_head(record: AnyRecord) -> bool:
    """Whether the model belongs to a unit whose head gives notice and honours by himself."""
    if record.kind == "linked":
        return any(unit_terms(unit.kind).surveys_itself for unit in record.units)
    return kind_of(record).surveys_itself


def _named(criterion: Criterion, act: Act) -> Words:
    kind = _NAMED[criterion.counted]
    number = f" số {act.number}" if act.number else ""
    day = f" ngày {slashed(act.day)}" if act.day else ""
    issuer = f" của {act.issuer}" if act.issuer else ""
    named = (_NUMBERED if act.number else _NAMED)[criterion.counted].vi
    return Words(
        named.format(cited=f"{number}{day}{issuer}"),
        f"{kind.en}{f' no. {act.number}' if act.number else ''}"
        f"{f' of {slashed(act.day)}' if act.day else ''}{f', {act.issuer}' if act.issuer else ''}",
    )
