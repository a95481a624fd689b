"""What a template may say: the whole view of one paper of one record, as final strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.documents import citations, offices
from docgen.documents.content import content, titles
from docgen.documents.letterhead import Frame, Sheet, desk, frame
from docgen.documents.wording import HOLE, mark, or_hole
from docgen.guidance import issuers, law
from docgen.record.model import Guest, IssuerKind, Launch, Member, Pilot, Record, Role
from docgen.text.dates import date_phrase
from docgen.text.names import first_upper, name_key
from docgen.text.normal import paragraphs
from docgen.text.numbers import count, money, money_in_words

if TYPE_CHECKING:
    from datetime import date

    from docgen.guidance.papers import Due

_ROLE_ORDER = (Role.HEAD, Role.DEPUTY, Role.SECRETARY, Role.MEMBER)


def view(sheet: Sheet, due: Due) -> Frame:
    """The context of the template of ``due``; every name of docs/mau-van-ban.md is there."""
    return {**facts(sheet.record, sheet.drafted), **of_paper(sheet, due)}


def facts(record: Record, drafted: date) -> Frame:
    """What all papers of ``record`` drafted on one day have in common."""
    return {
        "unit": _unit(record),
        "model": content(record, drafted),
        "party": _party(record),
        "proposer": _office(offices.proposer(record)),
        "police": _office(offices.police(record)),
        "desk": desk(record),
        "committee": issuers.steering_committee(record),
        "front": record.front,
        "approver": _approver(record),
        "survey": _survey(record),
        "members": members(record),
        "schedule": [
            _step(step.task, step.lead, step.support, step.due) for step in record.schedule
        ],
        "funds": _funds(record),
        "consultation": _consultation(record, drafted),
        "launch": _launch(record.launch, drafted),
        "pilot": _pilot(record.pilot),
        "year": str(record.year_plan.year or drafted.year),
    }


def of_paper(sheet: Sheet, due: Due) -> Frame:
    """What belongs to one paper: its frame, its day, and how it names the others."""
    record = sheet.record
    cited = citations.all_cited(record, sheet.drafted, party_style=sheet.of_party)
    own_day = citations.issued(record, sheet.paper.id).day
    return {
        "paper": frame(sheet),
        "guest": _guest(record.launch, due),
        "day": date_phrase(own_day, sheet.drafted.year),
        "cite": {paper: one.full for paper, one in cited.items()},
        "ref": {paper: one.short for paper, one in cited.items()},
        "era": {
            "two_tier": law.government(sheet.day).id == "two_tier",
            "commune_kinds": law.government(sheet.day).commune_kinds,
        },
        "guidance_title": _guidance(sheet),
    }


def members(record: Record) -> list[Frame]:
    """The members by role, then by name as Vietnamese sorts names."""
    ordered = sorted(record.members, key=lambda one: (_ROLE_ORDER.index(one.role), _by_name(one)))
    usual = titles(record)
    return [_member(index, one, usual[one.role]) for index, one in enumerate(ordered, start=1)]


def _by_name(member: Member) -> tuple[object, ...]:
    return () if member.role is not Role.MEMBER else (name_key(member.name),)


def _member(index: int, member: Member, usual_title: str) -> Frame:
    return {
        "index": str(index),
        "name": or_hole(member.name),
        "birth_year": str(member.birth_year or ""),
        "job": member.job,
        "unit": member.unit,
        "title": member.title or usual_title,
    }


def _unit(record: Record) -> Frame:
    terms, body = issuers.terms(record), offices.unit(record)
    return {
        "kind": record.issuer.kind.value,
        "is_commune": record.issuer.kind is IssuerKind.COMMUNE,
        "name": body.name,
        "short": terms.short,
        "within": terms.within,
        "place": terms.place,
        "province": record.issuer.province or mark("tỉnh, thành phố"),
        "commune": issuers.commune(record) or mark("xã, phường nơi đóng trụ sở"),
        "leader": body.leader,
        "leader_short": terms.leader_short,
        "people": terms.people,
        "members_source": terms.members_source,
        "units": terms.units,
        "masses": terms.masses,
        "bodies": list(terms.bodies),
        "reports_to": terms.reports_to,
    }


def _party(record: Record) -> Frame:
    return {
        "name": offices.party(record).name,
        "superior": record.party.superior,
        "is_cell": record.party.kind == "cell",
        "secretary_title": offices.party(record).signer.title,
    }


def _office(body: offices.Body) -> Frame:
    return {"name": body.name, "leader": body.leader}


def _approver(record: Record) -> str:
    body = offices.police(record) if record.approver == "police" else offices.unit(record)
    return body.leader


def _survey(record: Record) -> Frame:
    told = record.survey
    return {
        "period": or_hole(told.period),
        "general": _text(told.general, "tình hình chung có liên quan đến an ninh, trật tự"),
        "people": _text(told.people, "tình hình Nhân dân"),
        "political_system": _text(
            told.political_system, "tình hình hoạt động của hệ thống chính trị cơ sở"
        ),
        "movement": _text(told.movement, "tình hình phong trào toàn dân bảo vệ an ninh Tổ quốc"),
    }


def _text(told: str, label: str) -> list[str]:
    return paragraphs(told) or [mark(label)]


def _step(task: str, lead: str, support: str, due: str) -> Frame:
    return {"task": task, "lead": or_hole(lead), "support": support, "due": or_hole(due)}


def _funds(record: Record) -> Frame:
    items = record.funds.items
    amounts = [one.amount for one in items if one.amount is not None]
    known = bool(items) and len(amounts) == len(items)
    return {
        "has_costs": bool(items),
        "costs": [
            {"what": one.what, "amount": HOLE if one.amount is None else money(one.amount)}
            for one in items
        ],
        "total": money(sum(amounts)) if known else "",
        "total_words": money_in_words(sum(amounts)) if known else "",
    }


def _consultation(record: Record, drafted: date) -> Frame:
    told, year = record.consultation, drafted.year
    answered = [one for one in told.consultees if one.opinion]
    rows = [
        {
            "index": str(index),
            "name": one.name,
            "opinion": one.opinion,
            "handling": one.handling,
        }
        for index, one in enumerate(told.consultees, start=1)
    ]
    return {
        "reply_by": date_phrase(told.reply_by, year),
        "consultees": rows,
        "day": date_phrase(told.meeting_day, year),
        "time": told.meeting_time or "…… giờ …… phút",
        "end": told.meeting_end or "…… giờ …… phút",
        "place": or_hole(told.meeting_place),
        "chair": or_hole(told.chair),
        "secretary": or_hole(told.secretary),
        "attendees": list(told.attendees),
        "agreed": bool(answered) and all(_agrees(one.opinion) for one in answered),
        "count": count(len(answered)),
    }


def _agrees(opinion: str) -> bool:
    """An opinion that only agrees: it begins with agreement and asks for nothing."""
    lowered = opinion.casefold()
    agrees = lowered.startswith(("nhất trí", "đồng ý", "thống nhất", "không có ý kiến"))
    return agrees and not any(
        word in lowered for word in ("đề nghị", "bổ sung", "sửa", "tuy nhiên")
    )


def _launch(told: Launch, drafted: date) -> Frame:
    return {
        "day": date_phrase(told.day, drafted.year),
        "time": told.time or "…… giờ …… phút",
        "place": or_hole(told.place),
        "combined": bool(told.within),
        "within": told.within,
        "chair": or_hole(told.chair),
        "attendees": list(told.attendees),
        "guests": [
            {"index": str(index), "line": guest_line(one)}
            for index, one in enumerate(told.guests, start=1)
        ],
        "programme": [
            {"time": or_hole(one.time), "content": one.content, "by": one.by}
            for one in told.programme
        ],
        "contact": told.contact,
    }


def guest_line(guest: Guest) -> str:
    """``Ông Lê Văn Cường - Chủ tịch Ủy ban MTTQ Việt Nam xã Tân Mỹ``."""
    named = f"{guest.honorific or 'Ông (bà)'} {or_hole(guest.name)}"
    office = offices.holder(guest.title, guest.unit) if guest.title else guest.unit
    return f"{named} - {first_upper(office)}" if office else named


def _guest(told: Launch, due: Due) -> Frame:
    chosen = told.guests[(due.copy or 1) - 1] if told.guests else Guest()
    return {"line": guest_line(chosen)}


def _pilot(told: Pilot | None) -> Frame:
    shown = told or Pilot()
    return {
        "reason": _text(shown.reason, "lý do chọn làm mô hình điểm"),
        "period": or_hole(shown.period),
        "targets": list(shown.targets),
        "supports": list(shown.supports),
    }


def _guidance(sheet: Sheet) -> str:
    """How papers cite the guidance itself, by the day of the paper; its short name before it."""
    found = law.citations("guidance", sheet.day, party_style=sheet.of_party)
    return found[0] if found else "hướng dẫn của Ban Chỉ đạo cấp trên"
