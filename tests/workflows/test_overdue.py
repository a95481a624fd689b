"""What was due by a day and is not told as done."""

from __future__ import annotations

from datetime import date

from docgen.workflows.opening import load
from docgen.workflows.overdue import overdue
from tests.samples import path_of

SAMPLE = "vong-doi/tot-xa-2026"


def test_what_is_told_as_done_is_not_late() -> None:
    """The year that was assessed is no longer due, years that were not are."""
    record = load(path_of(SAMPLE)).record
    found = overdue(record, date(2026, 12, 20))
    assert ("rating", "2026") not in {(one.id, one.part) for one in found}
    assert all(one.day < date(2026, 12, 20) for one in found)
    later = overdue(record, date(2027, 12, 20))
    assert ("rating", "2027") in {(one.id, one.part) for one in later}


def test_a_report_counts_once_it_has_its_number_or_day() -> None:
    """Facts without a report that was sent are still late."""
    record = load(path_of(SAMPLE)).record
    assert record.kind == "self_managed"
    (told, *rest) = record.assessments
    open_ = told.survey_report.changed(number=None, day=None)
    unsent = told.changed(survey_report=open_)
    late = record.changed(assessments=[unsent, *rest])
    sent = open_.changed(number=7)
    done = record.changed(assessments=[unsent.changed(survey_report=sent), *rest])
    day = date(2027, 12, 20)
    assert ("survey", told.period) in {(one.id, one.part) for one in overdue(late, day)}
    assert ("survey", told.period) not in {(one.id, one.part) for one in overdue(done, day)}


def test_a_model_that_never_began_owes_nothing() -> None:
    """Without a founding act or a launch no deadline runs."""
    record = load(path_of("khu-dan-cu-2026-toi-thieu")).record
    assert overdue(record, date(2030, 1, 1)) == []
