"""What is due when over many records, for people and for their calendars."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from docgen.errors import DocgenError, together
from docgen.guidance.deadlines import Deadline, deadlines
from docgen.law.place_records import names_begun, on_day
from docgen.papers.bodies import offices, reviewers
from docgen.papers.bodies.around import around
from docgen.papers.letterhead import addressees
from docgen.papers.phrases import phrase
from docgen.papers.sheet import Papers
from docgen.record.history import epoch
from docgen.text import periods
from docgen.text.names import first_upper
from docgen.workflows.keeping import write_new
from docgen.workflows.opening import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from docgen.record.history import Epoch
    from docgen.record.loading import Loaded
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
            found += due_of(load(path), year)
        except DocgenError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return by_day(found)


def by_day(found: Iterable[Timed]) -> list[Timed]:
    """The deadlines in the order of their days."""
    return sorted(found, key=lambda one: (one.deadline.day, one.deadline.id, one.model, one.file))


def _every(_: Deadline) -> bool:
    return True


def due_of(loaded: Loaded, year: int, wanted: Callable[[Deadline], bool] = _every) -> list[Timed]:
    """What is due in ``year`` of one record and ``wanted``, by day."""
    record, named = loaded.record, _Names(loaded.record)
    return [
        Timed(
            loaded.file,
            offices.model_name(record),
            deadline,
            named.of(deadline.who, deadline),
            named.of(deadline.to, deadline),
            _key(record, deadline),
        )
        for deadline in deadlines(record, year)
        if wanted(deadline)
    ]


@dataclass
class _Names:
    """What bodies are called on the days of deadlines; each state of the record is made once."""

    record: AnyRecord
    _then: dict[tuple[Epoch, int], AnyRecord] = field(default_factory=dict)

    def of(self, who: str, deadline: Deadline) -> str:
        """Who that is on the day of the deadline, by the names of that day."""
        if who not in _BODIES:
            return who
        day = deadline.day
        key = epoch(self.record, day), names_begun(day)
        if key not in self._then:
            self._then[key] = on_day(self.record, day)
        return _BODIES[who](self._then[key], deadline.part)


def _key(record: AnyRecord, deadline: Deadline) -> str:
    """What tells the deadline from all others and from none of its later versions.

    A hash: names of people and places cannot be read from it.
    """
    seat = record.units[0].name if record.kind == "linked" else record.issuer.name
    model = record.model
    named = [record.kind, seat, model.name, model.scope, deadline.id, deadline.part]
    return sha256("\n".join(named).encode()).hexdigest()[:32]


def _report_to(record: AnyRecord, period: str) -> str:
    """Kính gửi of the report itself, so that calendar and paper never differ."""
    at_its_end = date(periods.year_of(period), 12, 31)
    return "; ".join(addressees(Papers(record, at_its_end).of("period_report", period)))


def _reporter(record: AnyRecord, period: str) -> str:
    at_its_end = date(periods.year_of(period), 12, 31)
    return first_upper(Papers(record, at_its_end).of("period_report", period).body.name)


_BODIES: dict[str, Callable[[AnyRecord, str], str]] = {
    "surveyor": lambda record, _: reviewers.surveyor(record).name,
    "appraiser": lambda record, period: reviewers.appraiser(record, period).name,
    "survey_to": reviewers.survey_to,
    "appraisal_to": reviewers.appraisal_to,
    "reporter": _reporter,
    "report_to": _report_to,
    "planner": lambda record, _: around(record).head(),
    "head": lambda record, _: around(record).head(),
    "consultees": lambda _, __: phrase("deadlines.consultees"),
    "addressees": lambda _, __: phrase("deadlines.addressees"),
}


def keep_calendar(found: Iterable[Timed], file: Path, stamped: date, lang: str) -> None:
    """Write the deadlines to the calendar ``file`` (.ics), which must not exist yet.

    Raises:
        ProtectedWorkError: the file exists.
        OSError: the disk failed.
    """
    from docgen.workflows.calendars import calendar  # noqa: PLC0415 - loads a library of its own

    write_new(file, calendar(found, stamped, lang))
