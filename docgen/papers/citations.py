"""How one paper of the package names another: kind, number, day, author, summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.guidance.papers import paper, papers
from docgen.papers.bodies import offices, partners, roles
from docgen.record.schema.parts import Issued
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.dates import date_phrase, short_day
from docgen.text.names import lower_first

if TYPE_CHECKING:
    from datetime import date

    from docgen.guidance.schema.papers import Paper
    from docgen.record.schema.linked import AnyRecord

BLANK_NUMBER = "     "


@dataclass(frozen=True, slots=True)
class Cited:
    """Một văn bản được viện dẫn, in full and by kind and number only."""

    full: str
    short: str


def issued(record: AnyRecord, one: Paper, part: str = "", copy: int | None = None) -> Issued:
    """Number and day given by the văn thư to the paper; both open for papers without number.

    ``part`` names the part of the record that the paper is about, if any; ``copy`` the one of
    the chairs whose own paper it is.
    """
    if one.each == "chair" and record.kind == "linked":
        return partners.consent(record, copy)
    if not one.section:
        told: Issued = getattr(record.papers, one.id, Issued())
        return told
    about = parts_of(record, one.section).get(part)
    of_part: Issued = getattr(about, one.told.partition(".")[2], Issued())
    return of_part


def summary(record: AnyRecord, one: Paper, year: str, part: str = "") -> str:
    """Trích yếu of the paper: the model's name, the year and the period in it."""
    told = periods.is_period(part)
    return one.summary.format(
        model=offices.model_name(record),
        year=year,
        period=periods.phrase(part) if told else "",
        review=periods.review(part) if told else "",
    )


def number(record: AnyRecord, one: Paper, copy: int | None = None, part: str = "") -> str:
    """``05/QĐ-UBND``, Party ``05-NQ/ĐU``; the number is blank until the văn thư gives it.

    Empty for a body that keeps no register, as a residential area.
    """
    told = issued(record, one, part, copy).number
    given = BLANK_NUMBER if told is None else f"{told:02d}"
    body = roles.body(record, one, copy, part)
    if not body.numbered:
        return ""
    if one.issuer == "party":
        return f"{given}-{one.symbol}/{body.abbreviation}"
    if not one.is_letter:
        return f"{given}/{one.symbol}-{body.abbreviation}"
    tail = f"-{body.drafting_unit}" if body.drafting_unit else ""
    return f"{given}/{body.abbreviation}{tail}"


def author(record: AnyRecord, one: Paper, copy: int | None = None, part: str = "") -> str:
    """Tác giả: the collective or body, or the head for acts of the head's own competence."""
    body = roles.body(record, one, copy, part)
    own_act = one.act == "personal" and one.symbol == "QĐ"
    return body.leader if own_act else body.name


def cite(
    record: AnyRecord,
    one: Paper,
    drafted: date,
    *,
    party_style: bool = False,
    part: str = "",
    earlier: bool = False,
) -> Cited:
    """How the paper is named in the text of another (NĐ 30/2020, Phụ lục II; HD 05).

    ``earlier`` leaves the year of an unknown day open: the paper may be of a year long past.
    """
    day = issued(record, one, part).day
    short = f"{one.kind} số {number(record, one, part=part)}"
    open_year = None if earlier else drafted.year
    when = f", {short_day(day, open_year)}" if party_style else f" {date_phrase(day, open_year)}"
    year = str(record.year_plan.year or drafted.year)
    about = _about(one, summary(record, one, year, part))
    return Cited(f"{short}{when} của {author(record, one, part=part)} {about}", short)


def all_cited(record: AnyRecord, drafted: date, *, party_style: bool) -> dict[str, Cited]:
    """Every numbered paper about the model as a whole by its id."""
    return {
        one.id: cite(record, one, drafted, party_style=party_style)
        for one in papers(record.kind)
        if one.numbered and not one.section
    }


def cited_of(record: AnyRecord, section: str, part: str, drafted: date) -> dict[str, Cited]:
    """Every numbered paper about one part of a section of the record, by its id."""
    return {
        one.id: cite(record, one, drafted, part=part)
        for one in papers(record.kind)
        if one.numbered and one.section == section
    }


def reorganized(record: AnyRecord, drafted: date, before: str = "") -> list[Cited]:
    """The decisions that reorganised the model, in their order: all, or those ``before`` a part."""
    one = paper("reorganization_decision", record.kind)
    parts = parts_of(record, one.section)
    return [
        cite(record, one, drafted, part=part, earlier=True)
        for part in parts
        if not before or part < before
    ]


def attached_to(record: AnyRecord, one: Paper, drafted: date, part: str = "") -> str:
    """``(Kèm theo Kế hoạch số … ngày … của …)``; empty when the paper stands alone."""
    if not one.attached_to:
        return ""
    main = paper(one.attached_to, record.kind)
    return attachment(record, main, drafted, part)


def attachment(record: AnyRecord, main: Paper, drafted: date, part: str = "") -> str:
    """The line that ties an annex to the paper ``main`` (NĐ 30/2020, Phụ lục III, mẫu 2.1)."""
    day = date_phrase(issued(record, main, part).day, drafted.year)
    named = f"{main.kind} số {number(record, main, part=part)}"
    return f"(Kèm theo {named} {day} của {author(record, main, part=part)})"


def _about(one: Paper, text: str) -> str:
    """Trích yếu as the end of a sentence: ``về việc …`` or ``về …``."""
    lowered = lower_first(text)
    if lowered.startswith("về "):
        return lowered
    return f"về việc {lowered}" if one.is_letter else f"về {lowered}"
