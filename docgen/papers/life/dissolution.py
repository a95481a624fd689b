"""What the papers of a dissolution say: why the model ends, what ends with it, what is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import endings
from docgen.guidance.conditions import fulfils
from docgen.guidance.papers import papers
from docgen.law import units
from docgen.papers import chairing, citations, clauses, people
from docgen.papers.bodies import deciders, partners
from docgen.papers.bodies.around import around
from docgen.papers.bodies.body import signer_office
from docgen.papers.gaps import HOLE, mark, or_hole
from docgen.papers.phrases import lists
from docgen.papers.rows import lines, text
from docgen.record.schema.dissolution import Dissolution
from docgen.text import periods
from docgen.text.dates import date_phrase, short_day
from docgen.text.names import first_upper
from docgen.text.normal import paragraphs
from docgen.text.numbers import count, money, money_in_words

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord, LinkedRecord
    from docgen.record.schema.units import Unit


def frame(sheet: Sheet) -> Frame:
    """``dissolution.*`` of a template: final strings, blanks and marks where nothing is told."""
    record = sheet.record
    told = record.dissolution or Dissolution()
    year = sheet.day.year
    body = deciders.dissolver(record)
    return {
        "dissolution": {
            **_weakness(record),
            "clause": clauses.place(endings.clause()),
            "rated_by": _rated_by(sheet),
            "guidance": citations.guidance_by_number(sheet),
            "proposer": body.name,
            "proposer_leader": first_upper(body.leader),
            "history": text(told.history, "history"),
            "causes": text(told.causes, "causes"),
            "ended": _ended(sheet),
            **_funds(record, told),
            "holdings": _holdings(told),
            "archive": or_hole(told.archive),
            "settle_by": date_phrase(told.settle_by, None if told.settle_by else year),
            "effective": date_phrase(told.effective) if told.effective else "",
            "member_count": people.counted(sheet),
            "follow_up": _follow_up(sheet, told),
            **(_chairs(sheet, record) if record.kind == "linked" else _OWN),
        }
    }


_OWN: Frame = {"chairs": [], "consent": {}}
"""A self-managed model has no chairs who consent."""


def _weakness(record: AnyRecord) -> Frame:
    """Kỳ xếp loại Yếu và tiêu chí (III.1.4), as recorded in the assessment."""
    period, facts = endings.period_of(record), endings.assessment_of(record)
    criteria = endings.reasons(record)
    return {
        "period": periods.phrase(period) if period else mark("weak_period"),
        "criteria": [_named(criterion._asdict()) for criterion in criteria]
        or [_named({"clause": endings.clause(), "text": mark("weak_criteria")})],
        "missing": list(facts.missing) if facts else [],
        "remarks": paragraphs(facts.remarks) if facts else [],
    }


def _named(criterion: dict[str, str]) -> Frame:
    return {**criterion, "clause_name": clauses.place(criterion["clause"])}


def _rated_by(sheet: Sheet) -> str:
    """The report in which the model was rated, once it has its number."""
    report = sheet.papers.of("survey_report", endings.period_of(sheet.record) or "")
    return citations.cite(report).short if report.issued.number else ""


def _ended(sheet: Sheet) -> list[str]:
    """What ends: the founding act and every reorganisation, by number and day."""
    record, every = sheet.record, sheet.papers
    acts = [every.of(paper_id) for paper_id in lists("dissolution.founded_by")[record.kind]]
    founded = [act for act in acts if fulfils(act.paper.when, record)]
    changed = [
        every.of(paper.id, part)
        for paper in papers(record.kind)
        if paper.told == "reorganizations.decision"
        for part in endings.reorganised(record)
    ]
    return [citations.cite(paper, earlier=True).full for paper in (*founded, *changed)]


def _funds(record: AnyRecord, told: Dissolution) -> Frame:
    amount = told.balance
    usual = endings.funds_handling(record.kind, _terms(record))
    return {
        "no_funds": amount == 0,
        "balance": HOLE if amount is None else money(amount),
        "balance_words": HOLE if amount is None else money_in_words(amount),
        "funds_handling": told.funds_handling.rstrip(" .;") or usual,
    }


def _holdings(told: Dissolution) -> list[Frame]:
    return [
        {
            "index": str(index),
            "what": first_upper(holding.what),
            "count": or_hole(holding.count),
            "handling": first_upper(or_hole(holding.handling)),
        }
        for index, holding in enumerate(told.holdings, start=1)
    ]


def _follow_up(sheet: Sheet, told: Dissolution) -> list[str]:
    usual = endings.follow_up(sheet.record.kind, _terms(sheet.record))
    return lines(told.follow_up or usual)


def _terms(record: AnyRecord) -> dict[str, str]:
    scope = record.model.scope or mark("scope")
    return {"scope": scope, **around(record).guards()}


def _chairs(sheet: Sheet, record: LinkedRecord) -> Frame:
    """The units that take the chair, with the consent of each; who consents in this paper."""
    chairs = partners.chairs(record)
    own = partners.chair(record, sheet.due.copy)
    return {
        "chairs": [
            _chair(sheet, record, unit, index) for index, unit in enumerate(chairs, start=1)
        ],
        "chair_count": count(len(chairs)),
        "consent": {
            "unit": units.full_name(own),
            "turn": str(own.turn or ""),
            "turn_phrase": chairing.ordinal(own.turn) if own.turn else "",
        },
    }


def _chair(sheet: Sheet, record: LinkedRecord, unit: Unit, index: int) -> Frame:
    asked = units.consenting(record)
    consent = sheet.papers.of("dissolution_report")
    if unit in asked:
        consent = sheet.papers.of("dissolution_consent", sheet.part, asked.index(unit) + 1)
    return {
        "index": str(index),
        "name": units.full_name(unit),
        "representative": or_hole(unit.signer.name),
        "title": signer_office(partners.unit_body(unit)),
        "term": or_hole(unit.term),
        "consent": _consent(consent),
    }


def _consent(letter: Sheet) -> str:
    """``Công văn số 512/UBND-VP ngày 10/11/2026``; nothing until it is known, to be filled in."""
    told = letter.issued
    parts = [
        *([citations.by_number(letter)] if told.number and letter.number else []),
        *([short_day(told.day)] if told.day else []),
    ]
    return " ".join(parts)
