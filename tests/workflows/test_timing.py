"""Deadlines for people and for their calendars."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from docgen.cli import run
from docgen.errors import ExitCode, ProtectedWorkError, RecordError
from docgen.workflows.calendars import calendar
from docgen.workflows.timing import due, keep_calendar
from tests.samples import LIFE, path_of

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = [path_of(name) for name in LIFE]
STAMP = date(2026, 1, 5)


def test_deadlines_of_many_records_come_by_day_with_bodies_named() -> None:
    """No open ``{...}``, no role of the data in place of a name."""
    found = due(RECORDS, 2026)
    assert [one.deadline.day for one in found] == sorted(one.deadline.day for one in found)
    assert {one.model for one in found} >= {"Mô hình “Tổ tuần tra nhân dân”"}
    shown = [text for one in found for text in (one.who, one.to)]
    assert not [text for text in shown if "{" in text or "_" in text or text in {"head", "planner"}]


def test_a_calendar_has_an_event_for_each_deadline() -> None:
    """Whole days, a week's warning, the clause in the description."""
    found = due(RECORDS, 2026)
    events = Calendar.from_ical(calendar(found, STAMP, "vi")).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [one.deadline.day for one in found]
    for event, one in zip(events, found, strict=True):
        assert event.decoded("dtend") == one.deadline.day + timedelta(days=1)
        assert one.deadline.clause in str(event["description"])
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == -timedelta(days=7)


def test_a_calendar_keeps_the_format() -> None:
    """RFC 5545: CRLF, lines of 75 octets, one UID each; the same bytes each time."""
    found = due(RECORDS, 2026)
    told = calendar(found, STAMP, "vi")
    assert told == calendar(due(RECORDS, 2026), STAMP, "vi")
    lines = told.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    uids = [line for line in lines if line.startswith(b"UID:")]
    assert len(set(uids)) == len(found)


def test_a_uid_stays_when_the_day_moves_and_tells_nothing() -> None:
    """Calendars replace the event of a deadline; nobody reads a name from it."""
    first, second = ({one.deadline.id: one.key for one in due(RECORDS[:1], 2026)} for _ in range(2))
    assert first == second
    assert all(set(key) <= set("0123456789abcdef") for key in first.values())


def test_a_calendar_that_exists_is_not_overwritten(tmp_path: Path) -> None:
    """Exit 4; the file stays as it is."""
    file = tmp_path / "lich.ics"
    file.write_bytes(b"cua toi")
    with pytest.raises(ProtectedWorkError):
        keep_calendar(due(RECORDS, 2026), file, STAMP, "vi")
    assert file.read_bytes() == b"cua toi"


def test_faults_of_all_records_are_told_together(tmp_path: Path) -> None:
    """Two that cannot be read: two problems."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("kind: la\n", encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        due([tmp_path / "a.yaml", tmp_path / "b.yaml"], 2026)
    assert {problem.place.file for problem in caught.value.problems} == {
        str(tmp_path / "a.yaml"),
        str(tmp_path / "b.yaml"),
    }


def test_the_command_prints_a_year_and_writes_the_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines for people, JSON for programs, a file for calendars."""
    record, file = str(path_of("vong-doi/tot-xa-2026")), tmp_path / "lich.ics"
    told = ["deadlines", record, "--year", "2027", "--date", "2026-11-06"]
    assert run([*told, "-o", str(file)]) == ExitCode.DONE
    assert "09/5/2027" in capsys.readouterr().out
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert run([*told, "--json"]) == ExitCode.DONE
    rows = json.loads(capsys.readouterr().out)
    assert {row["id"] for row in rows} == {"rating", "survey", "appraisal", "report", "year_plan"}
    assert run([*told, "-o", str(file)]) == ExitCode.PROTECTED
