"""How one paper of the package names another: kind, number, day, author, summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import routing
from docgen.guidance.papers import papers
from docgen.law import acts
from docgen.papers.bodies import offices
from docgen.papers.bodies.corrected import SECTION as AMENDED
from docgen.papers.bodies.corrected import corrected
from docgen.papers.phrases import phrase
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.dates import date_phrase, short_day
from docgen.text.names import lower_first
from docgen.values import Value

if TYPE_CHECKING:
    from docgen.guidance.schema.papers import Paper
    from docgen.papers.sheet import Papers, Sheet
    from docgen.record.schema.linked import AnyRecord

BLANK_NUMBER = "     "


class Cited(Value):
    """Một văn bản được viện dẫn, in full, by kind and number only, with the day.

    ``own``: in full without its author, as papers of the same body name it.
    """

    full: str
    short: str
    dated: str
    own: str


def summary(sheet: Sheet) -> str:
    """Trích yếu of the paper: the model's name, the year and the period in it."""
    told = periods.is_period(sheet.part)
    return sheet.paper.summary.format(
        model=offices.model_name(sheet.record),
        year=sheet.papers.year,
        period=periods.phrase(sheet.part) if told else "",
        review=periods.review(sheet.part) if told else "",
        amended=cite(corrected(sheet)).short if sheet.paper.section == AMENDED else "",
    )


def number(sheet: Sheet) -> str:
    """``05/QĐ-UBND``, Party ``05-NQ/ĐU``; the number is blank until the văn thư gives it.

    Empty for a body that keeps no register, as a residential area. An organisation with a form of
    its own writes it by that form: ``05-TTr/ĐTN``.
    """
    told, paper, body = sheet.issued.number, sheet.paper, sheet.body
    given = BLANK_NUMBER if told is None else f"{told:02d}"
    if not body.numbered:
        return ""
    if sheet.of_party:
        return f"{given}-{paper.symbol}/{body.abbreviation}"
    if body.form is not None:
        symbol = paper.symbol or body.form.letter
        return body.form.number.format(number=given, symbol=symbol, body=body.abbreviation)
    if not paper.is_letter:
        return f"{given}/{paper.symbol}-{body.abbreviation}"
    tail = f"-{body.drafting_unit}" if body.drafting_unit else ""
    return f"{given}/{body.abbreviation}{tail}"


def author(sheet: Sheet) -> str:
    """Tác giả: the collective or body, or the head for acts of the head's own competence."""
    own_act = sheet.paper.act == "personal" and sheet.paper.symbol == phrase("frames.decision")
    return sheet.body.leader if own_act else sheet.body.name


def cite(sheet: Sheet, *, party_style: bool = False, earlier: bool = False) -> Cited:
    """How the paper is named in the text of another (NĐ 30/2020, Phụ lục II; HD 05).

    ``earlier`` leaves the year of an unknown day open: the paper may be of a year long past.
    """
    day = sheet.issued.day
    short = by_number(sheet)
    open_year = None if earlier else sheet.day.year
    by, about = author(sheet), _about(sheet.paper, sheet.summary)
    if party_style:
        told = short_day(day, open_year)
        return Cited(
            phrase("frames.cited_in_full_by_party", cited=short, day=told, author=by, about=about),
            short,
            phrase("frames.cited_with_day_by_party", cited=short, day=told),
            phrase("frames.cited_own_by_party", cited=short, day=told, about=about),
        )
    told = date_phrase(day, open_year)
    return Cited(
        phrase("frames.cited_in_full", cited=short, day=told, author=by, about=about),
        short,
        phrase("frames.cited_with_day", cited=short, day=told),
        phrase("frames.cited_own", cited=short, day=told, about=about),
    )


def by_number(sheet: Sheet) -> str:
    """``Quyết định số 05/QĐ-UBND``."""
    return phrase("frames.cited", kind=sheet.paper.kind, number=sheet.number)


def all_cited(every: Papers, *, party_style: bool) -> dict[str, Cited]:
    """Every numbered paper about the model as a whole by its id."""
    return {
        paper.id: cite(every.of(paper.id), party_style=party_style)
        for paper in papers(every.record.kind)
        if paper.numbered and not paper.section
    }


def about_same_part(sheet: Sheet) -> dict[str, Cited]:
    """Every numbered paper about the same part of the record as ``sheet``, by its id."""
    section = sheet.paper.section
    if not section:
        return {}
    return {
        paper.id: cite(sheet.beside(paper.id))
        for paper in papers(sheet.record.kind)
        if paper.numbered and paper.section == section
    }


def reorganized(every: Papers, before: str = "") -> list[Cited]:
    """The decisions that reorganised the model, in their order: all, or those ``before`` a part."""
    first = every.of("reorganization_decision")
    return [
        cite(every.of(first.paper.id, part), earlier=True)
        for part in parts_of(every.record, first.paper.section)
        if not before or part < before
    ]


def guidance(sheet: Sheet) -> str:
    """How papers cite the guidance itself, by the day of the paper; its short name before it."""
    found = acts.citations(
        "guidance", sheet.day, party_style=sheet.of_party, province=province(sheet.record)
    )
    return found[0] if found else phrase("frames.guidance")


def province(record: AnyRecord) -> str:
    """The province whose own acts the papers cite; empty where the record says that all apply."""
    return "" if record.guidance_applies else routing.seat(record).province


def guidance_by_number(sheet: Sheet) -> str:
    """``Hướng dẫn số 1923/HD-BCĐ``: how the guidance is named where it was cited before."""
    return guidance(sheet).partition(phrase("frames.before_day"))[0]


def attached_to(sheet: Sheet) -> str:
    """``(Kèm theo Kế hoạch số … ngày … của …)``; empty when the paper stands alone."""
    main = sheet.paper.attached_to
    return attachment(sheet.beside(main)) if main else ""


def attachment(main: Sheet) -> str:
    """The line that ties an annex to the paper ``main`` (NĐ 30/2020, Phụ lục III, mẫu 2.1)."""
    day = date_phrase(main.issued.day, main.day.year)
    return phrase(
        "frames.attached", kind=main.paper.kind, number=main.number, day=day, author=author(main)
    )


def replaced(sheet: Sheet) -> list[Sheet]:
    """The paper as it was issued before, where the record tells that ``sheet`` replaces it."""
    told = [
        change.former
        for change in sheet.papers.record.amendments
        if change.replaces and (change.paper, change.part) == (sheet.paper.id, sheet.part)
    ]
    return [sheet.changed(told=told[-1])] if told else []


def replacing(former: Sheet) -> str:
    """The line that says which paper is replaced."""
    return phrase(
        "frames.replaces",
        kind=former.paper.kind,
        number=former.number,
        day=date_phrase(former.issued.day, former.day.year),
        author=author(former),
    )


def _about(paper: Paper, text: str) -> str:
    """Trích yếu as the end of a sentence: ``về việc …`` or ``về …``."""
    lowered = lower_first(text)
    if lowered.startswith(phrase("frames.about_begins")):
        return lowered
    if paper.is_letter:
        return phrase("frames.about_letter", summary=lowered)
    return phrase("frames.about", summary=lowered)
