"""Parts of a record as templates see them, the same for both kinds of model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from docgen.papers.bodies.body import holder
from docgen.papers.gaps import HOLE, mark, or_hole
from docgen.papers.phrases import phrase, words
from docgen.papers.preparation import limits, wound_up
from docgen.record.schema.shape import slots_of
from docgen.text.dates import date_phrase, short_day
from docgen.text.names import first_upper
from docgen.text.normal import paragraphs
from docgen.text.numbers import count, money, money_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docgen.record.schema.meetings import Conference, Consultation, Guest
    from docgen.record.schema.parts import RecordPart, Survey
    from docgen.record.schema.plans import Funds, Task
    from docgen.record.schema.shape import Slot

Frame = dict[str, object]
HOURS = phrase("gaps.hours")
"""An hour to be filled by hand."""


def survey(told: Survey) -> Frame:
    """Khảo sát: the four heads (II.1.1.1, II.2.1.1), a mark where one is not told."""
    return {
        "period": or_hole(told.period),
        "general": text(told.general, "general"),
        "people": text(told.people, "people"),
        "political_system": text(told.political_system, "political_system"),
        "movement": text(told.movement, "movement"),
    }


def text(told: str, missing: str) -> list[str]:
    """The paragraphs told, or a mark for what is ``missing``."""
    return paragraphs(told) or [mark(missing)]


def fields(part: type[RecordPart], told: RecordPart | None) -> Frame:
    """Every field of one of a list, by the names of the record; the blank where it is not told."""
    return {name: _field(slot, getattr(told, name, None)) for name, slot in slots_of(part).items()}


def _field(slot: Slot, value: Any) -> object:  # noqa: ANN401 - as the slot says
    if slot.many and slot.part is not None:
        return [fields(slot.part, item) for item in value or []]
    if slot.many:
        return lines(value or [])
    if slot.part is not None:
        return fields(slot.part, value)
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return short_day(value)
    return or_hole("" if value is None else str(value))


def lines(told: Iterable[str]) -> list[str]:
    """Lines as items of a list: a capital first, without the end mark that the template puts."""
    return [first_upper(line.rstrip(" .;")) for line in told]


def steps(told: list[Task]) -> list[Frame]:
    """Bảng tiến độ, phân công."""
    return [
        {
            "task": step.task,
            "lead": or_hole(step.lead),
            "support": step.support,
            "due": or_hole(step.due),
        }
        for step in told
    ]


def funds(told: Funds) -> Frame:
    """Dự kiến chi; the total only when every amount is known."""
    items = told.items
    amounts = [item.amount for item in items if item.amount is not None]
    known = bool(items) and len(amounts) == len(items)
    return {
        "has_costs": bool(items),
        "costs": [
            {"what": item.what, "amount": HOLE if item.amount is None else money(item.amount)}
            for item in items
        ],
        "launch": _of_gathering(told),
        "total": money(sum(amounts)) if known else "",
        "total_words": money_in_words(sum(amounts)) if known else "",
    }


def _of_gathering(told: Funds) -> str:
    """What the conference costs, where the plan of costs has a line for it."""
    named = words("gatherings.costs")
    costs = [
        item.amount
        for item in told.items
        if item.amount is not None and any(word in item.what.casefold() for word in named)
    ]
    return money(sum(costs)) if costs else ""


def consultation(told: Consultation, drafted: date) -> Frame:
    """Lấy ý kiến: who was asked, what they said, the meeting."""
    year = drafted.year
    opinions = [consultee.opinion for consultee in told.consultees if consultee.opinion]
    agreeing = sum(map(_agrees, opinions))
    rows = [
        {
            "index": str(index),
            "name": first_upper(consultee.name),
            "opinion": consultee.opinion,
            "handling": consultee.handling,
            "agrees": bool(consultee.opinion) and _agrees(consultee.opinion),
        }
        for index, consultee in enumerate(told.consultees, start=1)
    ]
    return {
        "reply_by": date_phrase(told.reply_by, year),
        "consultees": rows,
        "day": date_phrase(told.meeting_day, year),
        "time": told.meeting_time or HOURS,
        "end": told.meeting_end or HOURS,
        "place": or_hole(told.meeting_place),
        "chair": or_hole(told.chair),
        "secretary": or_hole(told.secretary),
        "attendees": list(told.attendees),
        "replies": told.reply_by is not None,
        "answered": bool(opinions),
        "agreed": bool(opinions) and agreeing == len(opinions),
        "asked": count(len(rows)),
        "count": count(len(opinions)),
        "agreeing": count(agreeing),
        "amending": count(len(opinions) - agreeing),
    }


def _agrees(opinion: str) -> bool:
    """An opinion that only agrees: it begins with agreement and asks for nothing."""
    lowered = opinion.casefold()
    agrees = lowered.startswith(words("people.agreeing"))
    return agrees and not any(word in lowered for word in words("people.asking"))


def gathering(told: Conference, drafted: date, programme: list[dict[str, str]]) -> Frame:
    """Hội nghị ra mắt, ký kết: when, where, who, in which order, who prepares what."""
    return {
        "day": date_phrase(told.day, drafted.year),
        "time": told.time or HOURS,
        "end": told.end or HOURS,
        "place": or_hole(told.place),
        "combined": bool(told.within),
        "within": told.within,
        "chair": or_hole(told.chair),
        "host": or_hole(told.host),
        "secretary": or_hole(told.secretary),
        "attendees": list(told.attendees),
        "guests": guests(told.guests),
        "programme": programme,
        "tasks": steps(told.tasks),
        "contact": told.contact,
        "before": limits(told.day, drafted),
        "after": wound_up(told.day),
    }


def guests(told: list[Guest]) -> list[Frame]:
    """Khách mời, each with the line that addresses them."""
    return [
        {
            "index": str(index),
            "line": guest_line(guest),
            "name": or_hole(guest.name),
            "title": guest.title,
            "unit": guest.unit,
        }
        for index, guest in enumerate(told, start=1)
    ]


def guest_line(guest: Guest) -> str:
    """``Ông Lê Văn Cường - Chủ tịch Ủy ban MTTQ Việt Nam xã Tân Mỹ``."""
    named = f"{guest.honorific or phrase('people.honorific')} {or_hole(guest.name)}"
    office = holder(guest.title, guest.unit) if guest.title else guest.unit
    return f"{named} - {first_upper(office)}" if office else named
