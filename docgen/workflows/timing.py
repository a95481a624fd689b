"""What is due when over many records, for people and for their calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, together
from docgen.guidance.deadlines import Deadline, deadlines
from docgen.papers.bodies import offices, partners, reviewers
from docgen.papers.sheet import Papers
from docgen.record.turns import lead_of
from docgen.text import periods
from docgen.text.names import first_upper
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from docgen.record.schema.linked import AnyRecord


@dataclass(frozen=True, slots=True)
class Timed:
    """Một thời hạn của một mô hình, with the bodies named."""

    file: str
    model: str
    deadline: Deadline
    who: str
    to: str
    key: str


def due(records: Iterable[Path], year: int) -> list[Timed]:
    """What is due in ``year`` of all ``records``, by day.

    Raises:
        RecordError: a record has problems.
        OutsideError: the disk failed.
    """
    found: list[Timed] = []
    faults: list[DocgenError] = []
    for path in records:
        try:
            found += _of(path, year)
        except DocgenError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return sorted(found, key=lambda one: (one.deadline.day, one.deadline.id, one.model, one.file))


def _of(path: Path, year: int) -> list[Timed]:
    loaded = load(path)
    record = loaded.record
    return [
        Timed(
            loaded.file,
            offices.model_name(record),
            one,
            _BODIES[one.who](record, one.part) if one.who in _BODIES else one.who,
            _BODIES[one.to](record, one.part) if one.to in _BODIES else one.to,
            _key(record, one),
        )
        for one in deadlines(record, year)
    ]


def _key(record: AnyRecord, one: Deadline) -> str:
    """What tells the deadline from all others and from none of its later versions.

    A hash: names of people and places cannot be read from it.
    """
    seat = record.units[0].name if record.kind == "linked" else record.issuer.name
    model = record.model
    named = [record.kind, seat, model.name, model.scope, one.id, one.part]
    return sha256("\n".join(named).encode()).hexdigest()[:32]


def _reporter(record: AnyRecord, period: str) -> str:
    at_its_end = date(periods.year_of(period), 12, 31)
    return first_upper(Papers(record, at_its_end).of("period_report", period).body.name)


def _planner(record: AnyRecord, _: str) -> str:
    if record.kind == "linked":
        return offices.model_name(record)
    return f"{offices.head_title(record)} {offices.model_name(record)}"


def _lead(record: AnyRecord) -> str:
    if record.kind == "linked":
        return partners.unit_body(lead_of(record)).name
    return offices.proposer(record).name


_BODIES: dict[str, Callable[[AnyRecord, str], str]] = {
    "surveyor": lambda record, _: reviewers.surveyor(record).name,
    "appraiser": lambda record, period: reviewers.appraiser(record, period).name,
    "survey_to": reviewers.survey_to,
    "appraisal_to": reviewers.appraisal_to,
    "reporter": _reporter,
    "planner": _planner,
    "head": _planner,
    "consultees": lambda _, __: "nơi được xin ý kiến",
    "addressees": lambda _, __: "các đơn vị được đề nghị tham gia",
}


def keep_calendar(found: Iterable[Timed], file: Path, stamped: date, lang: str) -> None:
    """Write the deadlines to the calendar ``file`` (.ics), which must not exist yet.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    from docgen.workflows.calendars import calendar  # noqa: PLC0415 - loads a library of its own

    write_new(file, calendar(found, stamped, lang))
