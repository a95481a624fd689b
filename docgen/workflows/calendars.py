"""Deadlines as a calendar file (RFC 5545); the door to icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from docgen import __version__
from docgen.text.dates import slashed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from docgen.workflows.timing import Timed

_AHEAD = timedelta(days=7)


def calendar(found: Iterable[Timed], stamped: date, lang: str) -> bytes:
    """The deadlines as events of a whole day, each with an alarm a week before.

    Args:
        found: The deadlines.
        stamped: The day that every event carries as the day on which it was written.
        lang: ``vi`` or ``en``.
    """
    whole = Calendar()
    whole.add("prodid", f"-//docgen//docgen {__version__}//VI")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    for one in found:
        whole.add_component(_event(one, stamped, lang))
    return bytes(whole.to_ical(sorted=False))


def _event(one: Timed, stamped: date, lang: str) -> Event:
    due = one.deadline
    event = Event()
    event.add("uid", f"{one.key}@docgen")
    event.add("dtstamp", datetime.combine(stamped, time(), UTC))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", f"{due.what.in_language(lang)}: {one.model}")
    event.add("description", _description(one))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(one, lang))
    return event


def _description(one: Timed) -> str:
    to = f"\n→ {one.to}" if one.to else ""
    return f"HD 1923/HD-BCĐ, {one.deadline.clause}; {slashed(one.deadline.day)}\n{one.who}{to}"


def _alarm(one: Timed, lang: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_AHEAD)
    alarm.add("description", one.deadline.what.in_language(lang))
    return alarm
