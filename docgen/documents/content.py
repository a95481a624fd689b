"""What the model is for and how it works: the record's own wording, else the catalogue's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.documents import offices
from docgen.documents.wording import mark
from docgen.guidance import catalogue, issuers
from docgen.text.names import first_upper
from docgen.text.normal import paragraphs
from docgen.text.numbers import count

if TYPE_CHECKING:
    from docgen.guidance.catalogue import Entry, Work
    from docgen.record.model import Activity, Record

_LISTS = (
    "duties",
    "powers",
    "methods",
    "standards",
    "rewards",
    "discipline",
    "meetings",
    "targets",
)


def content(record: Record) -> dict[str, object]:
    """The ``model.*`` of a template."""
    entry = catalogue.entry(record)
    terms = {
        "scope": record.model.scope or mark("địa bàn, phạm vi hoạt động"),
        "unit": issuers.terms(record).full,
        "model": offices.model_name(record),
        "head": offices.head_title(record),
        "deputy": entry.deputy_title,
        "member": entry.member_title,
    }
    own = record.content
    return {
        "name": offices.bare_name(record),
        "full": offices.model_name(record),
        "scope": terms["scope"],
        "form": entry.form,
        "head_title": offices.head_title(record),
        "deputy_title": entry.deputy_title,
        "member_title": entry.member_title,
        "head_name": offices.head_name(record),
        "count": count(len(record.members)),
        "purpose": own.purpose or entry.purpose.format(**terms),
        "necessity": paragraphs(record.survey.necessity or entry.necessity.format(**terms)),
        "function": own.function or entry.function.format(**terms),
        **{name: _chosen(getattr(own, name), getattr(entry, name), terms) for name in _LISTS},
        "funding": _chosen(own.funding or record.funds.sources, entry.funding, terms),
        "activities": _activities(record.year_plan.activities, entry, terms),
        "in_catalogue": catalogue.find(record.model) is not None,
    }


def _chosen(own: list[str], usual: tuple[str, ...], terms: dict[str, str]) -> list[str]:
    """The record's own list whole, or the usual one with its open terms filled."""
    lines = [line.rstrip(" ;.") for line in own] or [line.format(**terms) for line in usual]
    return [first_upper(line) for line in lines]


def _activities(own: list[Activity], entry: Entry, terms: dict[str, str]) -> list[dict[str, str]]:
    chosen: list[Activity] | tuple[Work, ...] = own or entry.activities
    fill = {} if own else terms
    return [
        {
            "when": one.when,
            "what": one.what.format(**fill) if fill else one.what,
            "lead": (one.lead.format(**fill) if fill else one.lead) or terms["head"],
        }
        for one in chosen
    ]
