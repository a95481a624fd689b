"""What the report of a period says: results, figures against the year before, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.completeness import began
from docgen.papers import citations, linked, people
from docgen.papers.chairing import next_chair
from docgen.papers.content import content
from docgen.papers.gaps import HOLE, mark
from docgen.papers.life import outcomes
from docgen.papers.phrases import phrase
from docgen.papers.rows import lines, text
from docgen.record.schema.reports import PeriodReport
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.names import first_upper, same_name_key
from docgen.text.numbers import money

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.reports import Figure

LINE = phrase("gaps.line")
"""Two lines to be written by hand, each about as long as a line of text."""
_HALF = 6


def frame(sheet: Sheet) -> Frame:
    """``report.*`` of a template: final strings; lists that nobody told are one line to fill in."""
    told = parts_of(sheet.record, "reports")[sheet.part]
    assert isinstance(told, PeriodReport)  # noqa: S101 - the section holds nothing else
    period = told.period
    year = int(sheet.papers.as_planned.year)
    planned, half = periods.year_of(period) == year, periods.is_half(period)
    works = _works(sheet) if planned else []
    return {
        "report": {
            "period": periods.phrase(period),
            "next": periods.following(period),
            "before": periods.phrase(periods.before(period)),
            "year": str(periods.year_of(period)),
            "is_half": half,
            "review": periods.review(period),
            "planned": planned,
            "count": people.counted(sheet),
            "successor": _successor(sheet),
            "by": sheet.body.name,
            "reorganized": _reorganized(sheet),
            **outcomes.told_of(sheet, told),
            "targets": outcomes.rows(sheet.record, told, _targets(sheet) if planned else []),
            "line": LINE,
            "situation": text(told.situation, "situation"),
            "results": lines(told.results) or [mark("results")],
            **figures(sheet.record, told),
            "done": _done(told, works, half=half),
            "ahead": [work for work in works if half and _falls(work["when"], later=True)],
            "strengths": lines(told.strengths) or [LINE],
            "weaknesses": lines(told.weaknesses) or [LINE],
            "causes": lines(told.causes) or [LINE],
            "lessons": lines(told.lessons) or [LINE],
            "tasks": lines(told.tasks),
            "proposals": lines(told.proposals) or [LINE],
        }
    }


def _reorganized(sheet: Sheet) -> list[str]:
    """The decisions that changed the lists of people in the period."""
    record, period = sheet.record, sheet.part
    every = citations.reorganized(sheet.papers)
    days = [change.decision.day for change in record.reorganizations]
    return [
        cited.full for cited, day in zip(every, days, strict=True) if outcomes.within(period, day)
    ]


def _done(told: PeriodReport, works: list[dict[str, str]], *, half: bool) -> list[dict[str, str]]:
    """The activities of the plan that fall in the period, each with its result."""
    own = [work for work in works if not half or _falls(work["when"], later=False)]
    found = outcomes.works(told, [work["what"] for work in own])
    return [{**work, **row} for work, row in zip(own, found, strict=True)]


def _successor(sheet: Sheet) -> str:
    """The unit that takes the chair in the period to come; empty where the chair stays."""
    record = sheet.record
    return next_chair(record, sheet.part) if record.kind == "linked" else ""


def figures(record: AnyRecord, told: PeriodReport) -> Frame:
    """The table of figures, compared with the year before wherever that is known."""
    earlier = _earlier(record, told.period)
    pairs = [(figure, _before(figure, earlier)) for figure in told.figures]
    return {
        "figures": [_figure(index, *pair) for index, pair in enumerate(pairs, start=1)],
        "compared": any(before is not None for _, before in pairs),
    }


def _earlier(record: AnyRecord, period: str) -> dict[str, Figure]:
    """The figures of the same period a year before, by name."""
    reports = parts_of(record, "reports")
    found = reports.get(periods.before(period))
    if not isinstance(found, PeriodReport):
        return {}
    return {same_name_key(figure.name): figure for figure in found.figures}


def _before(figure: Figure, earlier: dict[str, Figure]) -> int | None:
    """The value of the year before: as told, or as reported then in the same unit."""
    if figure.before is not None:
        return figure.before
    then = earlier.get(same_name_key(figure.name))
    if then is None or same_name_key(then.unit) != same_name_key(figure.unit):
        return None
    return then.value


def _figure(index: int, figure: Figure, before: int | None) -> Frame:
    both = figure.value is not None and before is not None
    return {
        "index": str(index),
        "name": first_upper(figure.name),
        "unit": figure.unit,
        "value": HOLE if figure.value is None else money(figure.value),
        "before": "" if before is None else money(before),
        "change": change(before or 0, figure.value or 0) if both else "",
        "percent": percent(before or 0, figure.value or 0) if both else "",
    }


def change(before: int, now: int) -> str:
    """``+3``, ``-2``, ``0``: by how much the figure rose or fell."""
    return f"{'+' if now > before else ''}{money(now - before)}"


def percent(before: int, now: int) -> str:
    """``+33,3``, ``-12,5``, ``0``: the change in per cent, a comma before the tenths.

    A change from nothing has no per cent and shows ``-``.
    """
    if not before:
        return "0" if now == before else "-"
    tenths = round((now - before) * 1000 / before)
    whole, tenth = divmod(abs(tenths), 10)
    sign = "+" if tenths > 0 else "-" if tenths < 0 else ""
    return f"{sign}{money(whole)}{f',{tenth}' if tenth else ''}"


def _works(sheet: Sheet) -> list[dict[str, str]]:
    """The activities of the year's plan as it was issued: from the model's first month on."""
    works = _plan(sheet)["activities"]
    assert isinstance(works, list)  # noqa: S101 - as content() makes it
    return works


def _targets(sheet: Sheet) -> list[str]:
    """The targets of the year's plan."""
    targets = _plan(sheet)["targets"]
    assert isinstance(targets, list)  # noqa: S101 - as content() makes it
    return targets


def _plan(sheet: Sheet) -> Frame:
    papers = sheet.papers.as_planned
    plan = papers.of("year_plan")
    start = plan.issued.day or began(papers.record) or sheet.day.replace(month=1, day=1)
    record = papers.then(start)
    return linked.content(record, start) if record.kind == "linked" else content(record, start)


def _falls(when: str, *, later: bool) -> bool:
    """Whether an activity falls in the second half of the year (``later``) or in the first.

    What names no month or quarter goes on all the year and falls in both.
    """
    months = periods.quarter_of(when) or periods.months_in(when)
    if not months:
        return True
    return months[-1] > _HALF if later else months[0] <= _HALF
