"""What the papers of a dissolution say: why the model ends, what ends with it, what is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance import endings
from docgen.guidance.papers import papers
from docgen.law import acts, issuers, units
from docgen.papers import citations, people
from docgen.papers.bodies import deciders, offices, partners
from docgen.papers.bodies.body import signer_office
from docgen.papers.gaps import HOLE, mark, or_hole
from docgen.papers.rows import lines, text
from docgen.record.schema.dissolution import Dissolution
from docgen.text import periods
from docgen.text.dates import date_phrase, slashed
from docgen.text.names import first_upper
from docgen.text.normal import paragraphs
from docgen.text.numbers import count, money, money_in_words

if TYPE_CHECKING:
    from docgen.papers.rows import Frame
    from docgen.papers.sheet import Sheet
    from docgen.record.schema.linked import AnyRecord, LinkedRecord

_FOUNDED_BY = {"self_managed": ("decision",), "linked": ("regulation", "committee_decision")}
"""The papers that the end of a model of each kind ends, with those that reorganised it."""


def frame(sheet: Sheet) -> Frame:
    """``dissolution.*`` of a template: final strings, blanks and marks where nothing is told."""
    record = sheet.record
    told = record.dissolution or Dissolution()
    year = sheet.drafted.year
    body = deciders.dissolver(record)
    return {
        "dissolution": {
            **_weakness(record),
            "guidance": _guidance(sheet),
            "proposer": body.name,
            "proposer_leader": first_upper(body.leader),
            "history": text(told.history, "quá trình hoạt động, biện pháp củng cố đã làm"),
            "causes": text(told.causes, "nguyên nhân yếu kém"),
            "ended": _ended(sheet),
            **_funds(record, told),
            "holdings": _holdings(told),
            "archive": or_hole(told.archive),
            "settle_by": date_phrase(told.settle_by, None if told.settle_by else year),
            **_effect(record, told),
            "member_count": people.counted(sheet),
            "follow_up": _follow_up(sheet, told),
            **(_chairs(sheet, record) if record.kind == "linked" else _OWN),
        }
    }


def _guidance(sheet: Sheet) -> str:
    """``Hướng dẫn số 1923/HD-BCĐ``: how the guidance is named where it was cited before."""
    found = acts.citations("guidance", sheet.day)
    return found[0].partition(" ngày ")[0] if found else "hướng dẫn của Ban Chỉ đạo cấp trên"


def _effect(record: AnyRecord, told: Dissolution) -> Frame:
    """From when the model no longer works: the day told, or that of the act that ends it."""
    signed = (
        "ngày các đơn vị ký Biên bản này" if record.kind == "linked" else "ngày ký Quyết định này"
    )
    joint = "ngày các đơn vị ký biên bản thống nhất thanh loại"
    day = date_phrase(told.effective) if told.effective else ""
    return {"effective": day or signed, "effective_joint": day or joint}


_OWN: Frame = {"chairs": [], "consent": {}}
"""A self-managed model has no chairs who consent."""


def _weakness(record: AnyRecord) -> Frame:
    """Kỳ xếp loại Yếu và tiêu chí (III.1.4), as recorded in the assessment."""
    period, facts = endings.period_of(record), endings.assessment_of(record)
    criteria = endings.reasons(record)
    return {
        "period": periods.phrase(period) if period else mark("kỳ xếp loại Yếu"),
        "criteria": [one._asdict() for one in criteria]
        or [{"clause": endings.clause(), "text": mark("tiêu chí xếp loại Yếu")}],
        "missing": list(facts.missing) if facts else [],
        "remarks": paragraphs(facts.remarks) if facts else [],
    }


def _ended(sheet: Sheet) -> list[str]:
    """What ends: the founding act and every reorganisation, by number and day."""
    record, every = sheet.record, sheet.papers
    founded = [
        every.of(paper_id)
        for paper_id in _FOUNDED_BY[record.kind]
        if paper_id != "committee_decision" or (record.kind == "linked" and record.committee)
    ]
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
            "what": first_upper(one.what),
            "count": or_hole(one.count),
            "handling": first_upper(or_hole(one.handling)),
        }
        for index, one in enumerate(told.holdings, start=1)
    ]


def _follow_up(sheet: Sheet, told: Dissolution) -> list[str]:
    usual = endings.follow_up(sheet.record.kind, _terms(sheet.record))
    return lines(told.follow_up or usual)


def _terms(record: AnyRecord) -> dict[str, str]:
    scope = record.model.scope or mark("phạm vi hoạt động")
    if record.kind == "linked":
        return {"scope": scope, "security": "cơ quan Công an, quân sự có liên quan"}
    return {
        "scope": scope,
        "police": offices.police(record).name,
        "unit": issuers.terms(record).full,
    }


def _chairs(sheet: Sheet, record: LinkedRecord) -> Frame:
    """The units that take the chair, with the consent of each; who consents in this paper."""
    chairs = partners.chairs(record)
    own = partners.chair(record, sheet.due.copy)
    return {
        "chairs": [_chair(sheet, record, place) for place in range(1, len(chairs) + 1)],
        "chair_count": count(len(chairs)),
        "consent": {"unit": units.full_name(own), "turn": str(own.turn or "")},
    }


def _chair(sheet: Sheet, record: LinkedRecord, place: int) -> Frame:
    unit = partners.chair(record, place)
    return {
        "index": str(place),
        "name": units.full_name(unit),
        "representative": or_hole(unit.signer.name),
        "title": signer_office(partners.unit_body(unit)),
        "term": or_hole(unit.term),
        "consent": _consent(sheet.papers.of("dissolution_consent", sheet.part, place)),
    }


def _consent(letter: Sheet) -> str:
    """``Công văn số 512/UBND-VP ngày 10/11/2026``; nothing until it is known, to be filled in."""
    told = letter.issued
    parts = [
        *([f"{letter.paper.kind} số {letter.number}"] if told.number and letter.number else []),
        *([f"ngày {slashed(told.day)}"] if told.day else []),
    ]
    return " ".join(parts)
