"""What a summary tells of one model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from docgen.batches.deeds import State
from docgen.batches.task import Outcome, Task, read
from docgen.errors import DocgenError, Severity
from docgen.folder.manifest import NAME
from docgen.guidance import catalogue
from docgen.guidance.completeness import Wanted
from docgen.guidance.ratings import latest, rate
from docgen.guidance.routing import seat
from docgen.papers.bodies.offices import model_name
from docgen.papers.life.assessments import Reviewed
from docgen.papers.life.reviews import Surveyed
from docgen.papers.register.series import numbered, series
from docgen.papers.sheet import Papers
from docgen.record.sections import parts_of
from docgen.record.turns import lead_of
from docgen.workflows import reviewing
from docgen.workflows.overdue import overdue
from docgen.workflows.status import ItemState, status
from docgen.workflows.timing import due_of

if TYPE_CHECKING:
    from docgen.guidance.deadlines import Deadline
    from docgen.papers.register.series import Series
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.workflows.reviewing import Reviewers
    from docgen.workflows.timing import Timed


class Lacking(NamedTuple):
    """Một mục còn thiếu của hồ sơ: of which item, and what, in words."""

    item: int
    text: str


class Given(NamedTuple):
    """Một số đã cấp: of which series, the number, and how the paper shows it (``45/QĐ-UBND``)."""

    series: Series
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Hồ sơ của một mô hình: what it lacks by now, how many of the items due by now are whole."""

    lacks: tuple[Lacking, ...]
    whole: int
    due: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Một mô hình trong bảng tổng hợp.

    Attributes:
        province: Tỉnh, thành phố.
        commune: Xã, phường, đặc khu.
        unit: Who decides on it, or leads it.
        model: Its name.
        kind: ``self_managed`` or ``linked``.
        listed: Number and name in the catalogue; "" outside it.
        period: The latest period that was assessed, "" when none.
        rating: The id of its class then, "" when it has none.
        ratings: The id of its class in each period that was assessed.
        overdue: What was due before and is not told as done.
        numbers: Every number that the record tells together with a day.
        dossier: Its dossier; nothing where there is none.
        named: Whether ``commune`` is but the name of an agency, an enterprise, a school.
    """

    province: str
    commune: str
    unit: str
    model: str
    kind: str
    listed: str
    period: str = ""
    rating: str = ""
    ratings: tuple[tuple[str, str], ...] = ()
    overdue: tuple[Deadline, ...] = ()
    numbers: tuple[Given, ...] = ()
    dossier: Dossier | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Look(Task):
    """A task that only looks: for a calendar, for which year; for reports, on which period.

    ``""`` is the latest period of each model.
    """

    year: int = 0
    reports: bool = False
    period: str = ""


@dataclass(frozen=True, slots=True)
class Summed(Outcome):
    """What came of looking at a model, where its record can be read.

    Attributes:
        facts: What the summary tells of it.
        timed: What is due in the year of the calendar.
        reviewers: Who surveys and who appraises it, on which period; where it was assessed.
        surveyed: What reports on that period say of it.
    """

    facts: Facts | None = None
    timed: tuple[Timed, ...] = ()
    reviewers: Reviewers | None = None
    surveyed: Surveyed | None = None

    @classmethod
    def of(cls, outcome: Outcome) -> Summed:
        """``outcome`` as it is; of a task that came to nothing, without facts."""
        if isinstance(outcome, Summed):
            return outcome
        return cls(outcome.place, outcome.state, outcome.problems)


def look(task: Task) -> Summed:
    """The facts of the record of ``task``, and what is wrong with it; nothing is written."""
    try:
        loaded, found = read(task)
    except DocgenError as fault:
        return Summed(task.place, State.PROBLEMS, fault.problems)
    on = task.how.drafted
    facts, problems = of_record(Papers(loaded.record, on)), found.problems
    if (task.dossier / NAME).is_file():
        try:
            facts = replace(facts, dossier=_dossier(task, loaded))
        except DocgenError as fault:
            problems = (*problems, *fault.problems)
    summed = Summed(task.place, State.DONE, problems, facts=facts)
    if isinstance(task, Look):
        summed = _more(summed, task, loaded)
    return replace(summed, state=State.PROBLEMS) if summed.errors else summed


def _more(summed: Summed, task: Look, loaded: Loaded) -> Summed:
    """With what is due and what reports say, where they are wanted; nothing of a faulty record."""
    if task.year:
        summed = replace(summed, timed=tuple(due_of(loaded, task.year)))
    period = task.period or latest(loaded.record)
    sound = not any(one.severity is Severity.ERROR for one in summed.problems)
    if not (task.reports and sound and period in parts_of(loaded.record, "assessments")):
        return summed
    said = Surveyed.of(Reviewed(loaded.record, rate(loaded.record, period)))
    return replace(summed, reviewers=reviewing.reviewers(loaded.record, period), surveyed=said)


def _dossier(task: Task, loaded: Loaded) -> Dossier:
    items = status(task.dossier, task.how.drafted, task.record, loaded).items
    due = [one for one in items if one.place.wanted is Wanted.NOW]
    whole = sum(one.state is not ItemState.MISSING and not one.lacks for one in due)
    lacks = dict.fromkeys(Lacking(one.item, one.text) for item in items for one in item.lacks)
    return Dossier(tuple(lacks), whole, len(due))


def of_record(papers: Papers) -> Facts:
    """What a record tells on the day of its papers."""
    record = papers.then(papers.drafted)
    unit = lead_of(record) if record.kind == "linked" else record.issuer
    listed = catalogue.find(record.model, record.kind)
    period = latest(record)
    return Facts(
        unit.province,
        unit.commune or unit.name,
        unit.name,
        model_name(record),
        record.kind,
        f"{listed.number}. {listed.name}" if listed else "",
        period,
        rate(record, period).id if period else "",
        tuple(_ratings(record)),
        tuple(overdue(record, papers.drafted)),
        tuple(_numbers(papers)),
        named=not unit.commune and seat(record).is_unit,
    )


def _ratings(record: AnyRecord) -> list[tuple[str, str]]:
    told = [period for period in parts_of(record, "assessments") if period]
    return [(period, rate(record, period).id) for period in told]


def _numbers(papers: Papers) -> list[Given]:
    return [
        Given(series(sheet), sheet.issued.number, sheet.number.strip())
        for sheet in numbered(papers)
        if sheet.issued.number is not None and sheet.issued.day is not None
    ]
