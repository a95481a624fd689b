"""What the model is for and how it works: the record's own wording, else the catalogue's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import catalogue
from docgen.guidance.schema.catalogue import LISTS
from docgen.law import issuers
from docgen.law.hamlets import grassroots_force, hamlet
from docgen.papers.bodies import offices
from docgen.papers.gaps import mark
from docgen.papers.phrases import phrase
from docgen.record.schema.parts import Role
from docgen.text import periods
from docgen.text.names import first_upper
from docgen.text.normal import paragraphs
from docgen.text.numbers import count

if TYPE_CHECKING:
    from datetime import date

    from docgen.guidance.schema.catalogue import Work
    from docgen.record.schema.own import Record
    from docgen.record.schema.plans import Year

_DECEMBER = 12
_REST = "..."
"""As an item of a record's own list: here stands the catalogue's list."""


def content(record: Record, drafted: date) -> dict[str, object]:
    """The ``model.*`` of a template.

    The usual activities of a year already begun start with the month of drafting.
    """
    entry = catalogue.entry(record)
    terms = _terms(record, drafted)
    own = record.content
    return {
        "name": offices.bare_name(record),
        "full": offices.model_name(record),
        "scope": terms["scope"],
        "form": entry.form,
        "board": entry.board,
        "head_title": offices.head_title(record),
        "deputy_title": entry.deputy_title,
        "deputy_titles": _deputies(record, entry.deputy_title),
        "member_title": entry.member_title,
        "head_name": offices.head_name(record),
        "head_person": offices.head_person(record),
        "count": count(len(record.members)),
        "purpose": own.purpose or entry.purpose.format(**terms),
        "necessity": paragraphs(record.survey.necessity or entry.necessity.format(**terms)),
        "necessity_told": bool(record.survey.necessity),
        "function": own.function or entry.function.format(**terms),
        **{
            name: chosen(getattr(own, name, []), getattr(entry, name), terms)
            for name in LISTS
            if name != "funding"
        },
        "funding": chosen(own.funding or record.funds.sources, entry.funding, terms),
        "activities": activities(record.year_plan, drafted, entry.activities, terms, terms["head"]),
        "channels": [one.rstrip(" .;") for one in record.model.channels],
        "in_catalogue": catalogue.find(record.model) is not None,
    }


def _deputies(record: Record, title: str) -> str:
    """``Tổ phó``, or ``các Tổ phó`` where there are several."""
    several = sum(member.role is Role.DEPUTY for member in record.members) > 1
    return phrase("people.several", title=title) if several else title


def _terms(record: Record, drafted: date) -> dict[str, str]:
    """What stands in the open places of a model's texts."""
    entry, unit = catalogue.entry(record), issuers.terms(record)
    place = hamlet(issuers.commune_type(record), record.model.scope, record.proposer.name)
    return {
        "scope": record.model.scope or mark("area"),
        "unit": unit.full,
        "unit_short": unit.short,
        "leader": unit.leader_short,
        "model": offices.model_name(record),
        "head": offices.head_title(record),
        "deputy": entry.deputy_title,
        "member": entry.member_title,
        "police": offices.police(record).name,
        "hamlet": place.name,
        "hamlet_head": place.head,
        "grassroots_force": grassroots_force(drafted),
    }


def chosen(
    own: list[str], usual: tuple[str, ...], terms: dict[str, str] | None = None
) -> list[str]:
    """The record's own list, or the usual one with its open terms filled, if terms are told.

    An item ``...`` of the record's own list stands for the usual one.
    """
    filled = [line.format(**terms) if terms else line for line in usual]
    lines: list[str] = []
    for line in own or [_REST]:
        lines += filled if line.strip() in (_REST, "…") else [line.rstrip(" ;.")]
    return [first_upper(line) for line in lines]


def activities(
    told: Year, drafted: date, usual: tuple[Work, ...], terms: dict[str, str], leader: str
) -> list[dict[str, str]]:
    """The activities of the year: the record's own, or the usual ones that are still ahead.

    ``leader`` does what nobody else is named for.
    """
    if told.activities:
        return [_activity(work.when, work.what, work.lead or leader) for work in told.activities]
    begun = (told.year or drafted.year) == drafted.year
    first = drafted.month if begun else 1
    return [
        _activity(work.when, work.what.format(**terms), work.lead.format(**terms))
        for work in usual
        if _last_month(work.when) >= first
    ]


def _activity(when: str, what: str, lead: str) -> dict[str, str]:
    return {"when": when, "what": first_upper(what), "lead": first_upper(lead)}


def _last_month(when: str) -> int:
    """The last month in which an activity falls: of ``Tháng 9``, ``Quý III``; else December."""
    months = periods.month_of(when) or periods.quarter_of(when)
    return months[-1] if months else _DECEMBER
