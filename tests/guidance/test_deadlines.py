"""Deadlines of a year, by the clauses that set them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from docgen.guidance.deadlines import Deadline, deadlines, last_day
from docgen.guidance.guidance import guidance
from docgen.record.loading import load
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken
from tests.samples import LIFE, path_of


def own(**more: Any) -> Record:
    """A self-managed record that tells ``more``."""
    return taken(
        Record,
        {
            "kind": "self_managed",
            "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
            "model": {"name": "Tổ liên gia"},
            **more,
        },
    )


def linked(*terms: str, **more: Any) -> LinkedRecord:
    """A linked record whose units take the chair for ``terms``."""
    units = [
        {"name": f"Trường {turn}", "kind": "school", "turn": turn, "term": term}
        for turn, term in enumerate(terms, start=1)
    ]
    return taken(LinkedRecord, {"kind": "linked", "model": {"name": "Cụm"}, "units": units, **more})


def days(found: list[Deadline], name: str) -> list[date]:
    """The days of the deadlines called ``name``."""
    return [one.day for one in found if one.id == name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("survey", [date(2026, 5, 9), date(2026, 11, 9)]),
        ("appraisal", [date(2026, 5, 19), date(2026, 11, 19)]),
        ("rating", [date(2026, 5, 9), date(2026, 11, 9)]),
        ("report", [date(2026, 5, 4), date(2026, 11, 4)]),
        ("year_plan", [date(2026, 12, 31)]),
    ],
)
def test_a_year_has_the_days_of_the_guidance(name: str, expected: list[date]) -> None:
    """III.2: “trước ngày 10/5, 10/11”, so the day before is the last."""
    found = deadlines(own(), 2026)
    assert days(found, name) == expected
    assert all(one.custom is (name in {"report", "year_plan"}) for one in found if one.id == name)


@pytest.mark.parametrize("period", ["2026-H1", "2026"])
def test_each_report_can_be_written_in_its_time(period: str) -> None:
    """Figures are closed first, then the model reports, the survey reports, the appraiser does."""
    closing = guidance().requirements.closing
    closed = date(2026, closing.half if period.endswith("H1") else closing.year, 20)
    chain = [closed, *(last_day(one, period) for one in ("report", "survey", "appraisal"))]
    assert chain == sorted(set(chain))


def test_deadlines_come_by_day() -> None:
    """The earliest first."""
    found = deadlines(own(), 2026)
    assert [one.day for one in found] == sorted(one.day for one in found)


def test_the_plan_of_a_year_is_due_in_the_year_before() -> None:
    """The plan of 2027 is due at the end of 2026, and says so."""
    (plan,) = [one for one in deadlines(own(), 2026) if one.id == "year_plan"]
    assert plan.part == "2027"
    assert "năm 2027" in plan.what.vi
    assert last_day("year_plan", "2027") == date(2026, 12, 31)


def test_nothing_is_due_before_the_model_was_founded_or_after_its_end() -> None:
    """Founded in June and ended in November: one report, one rating."""
    record = own(
        papers={"decision": {"number": 1, "day": "01/6/2026"}},
        dissolution={"effective": "15/11/2026", "settle_by": "31/12/2026"},
    )
    found = deadlines(record, 2026)
    assert days(found, "survey") == [date(2026, 11, 9)]
    assert days(found, "report") == [date(2026, 11, 4)]
    assert days(found, "appraisal") == days(found, "year_plan") == []
    assert days(found, "settlement") == [date(2026, 12, 31)]


def test_days_that_the_record_tells_are_listed_in_their_year() -> None:
    """Replies on drafts and to the letter are due when the record says so."""
    record = linked(
        "", "", consultation={"reply_by": "20/8/2026"}, letter={"reply_by": "05/8/2026"}
    )
    assert days(deadlines(record, 2026), "reply") == [date(2026, 8, 20)]
    assert days(deadlines(record, 2026), "letter") == [date(2026, 8, 5)]
    assert days(deadlines(record, 2027), "reply") == []


def test_the_chair_passes_on_at_the_end_of_each_term_that_can_be_read() -> None:
    """II.2.1.3: the last day of the term, to the next unit; unclear terms are left out."""
    record = linked("từ 9/2026 đến 02/2028", "khi nào xong", "năm 2029")
    (first,) = [one for one in deadlines(record, 2028) if one.id == "rotation"]
    assert (first.day, first.who, first.to) == (date(2028, 2, 29), "Trường 1", "Trường 2")
    (last,) = [one for one in deadlines(record, 2029) if one.id == "rotation"]
    assert (last.day, last.who, last.to) == (date(2029, 12, 31), "Trường 3", "Trường 1")


@pytest.mark.parametrize("sample", LIFE)
def test_samples_keep_their_own_clock(sample: str) -> None:
    """Every report that a sample tells as issued is in time, as its regulation wants it."""
    record = load(path_of(sample)).record
    told = [(one.issued.day, last_day("report", one.period)) for one in record.reports]
    told += [
        (getattr(one, name).day, last_day(name.removesuffix("_report"), one.period))
        for one in record.assessments
        for name in ("survey_report", "appraisal_report")
    ]
    assert not [(day, last) for day, last in told if day is not None and day > last]
