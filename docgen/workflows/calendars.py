"""Deadlines as a calendar file (RFC 5545); the door to icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from docgen import __version__
from docgen.papers.phrases import phrase
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
    for timed in found:
        whole.add_component(_event(timed, stamped, lang))
    return bytes(whole.to_ical(sorted=False))


def _event(timed: Timed, stamped: date, lang: str) -> Event:
    due = timed.deadline
    event = Event()
    event.add("uid", f"{timed.key}@docgen")
    event.add("dtstamp", datetime.combine(stamped, time(), UTC))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", f"{due.what.in_language(lang)}: {timed.model}")
    event.add("description", _description(timed))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(timed, lang))
    return event


def _description(timed: Timed) -> str:
    due = timed.deadline
    cited = phrase("deadlines.cited", clause=due.clause, day=slashed(due.day))
    to = f"\n→ {timed.to}" if timed.to else ""
    return f"{cited}\n{timed.who}{to}"


def _alarm(timed: Timed, lang: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -_AHEAD)
    alarm.add("description", timed.deadline.what.in_language(lang))
    return alarm
