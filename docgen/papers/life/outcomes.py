"""What the report of a period says of the year's plan, of money, honours and changes of members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import ratings
from docgen.guidance.membership import member_changes
from docgen.guidance.ratings import Outcome
from docgen.papers import citations
from docgen.papers.gaps import HOLE
from docgen.papers.life import accounts
from docgen.papers.phrases import lists, names, phrase, words
from docgen.papers.rows import lines
from docgen.record.cases import day_of
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.names import same_name_key
from docgen.text.numbers import count, money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.reports import PeriodReport

_HALF = 6


def told_of(sheet: Sheet, told: PeriodReport) -> Frame:
    """``report.*`` that other parts of the record tell; a blank where none does."""
    record, line = sheet.record, phrase("gaps.line")
    amounts = accounts.sums(told)
    return {
        **accounts.frame(told),
        "training": lines(told.training) or [line],
        **{name: HOLE if told is None else money(told) for name, told in amounts.items()},
        "counted": None not in amounts.values(),
        "rating": _rating(record, told.period) or HOLE,
        "honoured": "; ".join(_honoured(record, told.period)) or HOLE,
        "disciplined": "; ".join(_disciplined(record, told.period)) or HOLE,
        "changed": _changed(sheet),
    }


def rows(record: AnyRecord, told: PeriodReport, names_of: Iterable[str]) -> list[dict[str, str]]:
    """Each target with its result: as told, else what follows from the rating."""
    rated = _rating(record, told.period)
    return [{"what": what, "result": _result(what, _told(told), rated)} for what in names_of]


def works(told: PeriodReport, names_of: Iterable[str]) -> list[dict[str, str]]:
    """Each activity with its result as told; that it speaks of rating makes the class none."""
    return [{"what": what, "result": _result(what, _told(told), "")} for what in names_of]


def _told(told: PeriodReport) -> dict[str, str]:
    """The results that the record tells, by what they are of."""
    return {same_name_key(one.what): one.result for one in told.outcomes if one.result}


def _result(what: str, results: Mapping[str, str], rated: str) -> str:
    known = results.get(same_name_key(what))
    about_rating = all(word in what.casefold() for word in words("reports.of_rating"))
    if known is None and rated and about_rating:
        return phrase("reports.rated", label=rated)
    return known or HOLE


def _rating(record: AnyRecord, period: str) -> str:
    """The class of the period, where its assessment is told and decides it."""
    if period not in parts_of(record, "assessments"):
        return ""
    found = ratings.rate(record, period)
    return found.name.vi if found.outcome is Outcome.RATED else ""


def within(period: str, day: date | None) -> bool:
    """Whether ``day`` lies in the period; six months end with June."""
    if day is None or not periods.holds(period, day):
        return False
    return not periods.is_half(period) or day.month <= _HALF


def _honoured(record: AnyRecord, period: str) -> list[str]:
    """The honours of the period, from the assessment and the commendations decided in it."""
    assessed = getattr(parts_of(record, "assessments").get(period), "honours", [])
    given = [
        phrase(
            "reports.honoured",
            to=one.to or phrase("reports.the_model"),
            issuer=one.issuer,
            form=names("notices.forms")[one.form],
        )
        for one in assessed
        if one.issuer
    ]
    decided = [
        phrase("reports.commended", count=count(len(one.honourees)), occasion=one.occasion)
        for one in record.commendations
        if within(period, one.decision.day) and one.occasion
    ]
    return [*given, *decided]


def _disciplined(record: AnyRecord, period: str) -> list[str]:
    """How many were disciplined in which form; nobody is named."""
    cases = record.disciplines if record.kind == "self_managed" else []
    forms = [one.form.value for one in cases if one.form and within(period, day_of(one))]
    told = names("disciplines.forms")
    return [
        phrase("reports.disciplined", count=count(forms.count(form)), form=told[form])
        for form in told
        if form in forms
    ]


def _changed(sheet: Sheet) -> list[str]:
    """Each reorganisation of the period: by which decision, how many left, joined, moved."""
    record = sheet.record
    if record.kind != "self_managed":
        return []
    cited = citations.reorganized(sheet.papers)
    return [
        phrase("reports.reorganized", decision=cited[place].full, changes=_counts(record, place))
        for place, change in enumerate(record.reorganizations)
        if within(sheet.part, change.decision.day)
    ]


def _counts(record: AnyRecord, place: int) -> str:
    found = member_changes(record, place)  # type: ignore[arg-type]
    sizes = {"left": found.left, "joined": found.joined, "moved": found.changed}
    told = lists("reports.changes")
    return ", ".join(
        phrase("reports.changed", what=told[name][0], count=count(len(people)))
        for name, people in sizes.items()
        if people
    )
