"""What a summary tells of one model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.batches.deeds import State
from docgen.batches.task import Outcome
from docgen.errors import DocgenError
from docgen.folder.manifest import NAME
from docgen.guidance import catalogue
from docgen.guidance.ratings import latest, rate
from docgen.papers.bodies.offices import model_name
from docgen.papers.sheet import Papers
from docgen.record.turns import lead_of
from docgen.workflows import examining
from docgen.workflows.status import status

if TYPE_CHECKING:
    from docgen.batches.task import Task
    from docgen.record.schema.linked import AnyRecord


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
        rating: The id of its class, "" when it has none.
        lacks: What its dossier lacks by now; nothing where there is no dossier.
    """

    province: str
    commune: str
    unit: str
    model: str
    kind: str
    listed: str
    period: str = ""
    rating: str = ""
    lacks: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Summed(Outcome):
    """What came of looking at a model: with its facts, where its record can be read."""

    facts: Facts | None = None

    @classmethod
    def of(cls, outcome: Outcome) -> Summed:
        """``outcome`` as it is; of a task that came to nothing, without facts."""
        if isinstance(outcome, Summed):
            return outcome
        return cls(outcome.place, outcome.state, outcome.problems)


def look(task: Task) -> Summed:
    """The facts of the record of ``task``, and what is wrong with it; nothing is written."""
    try:
        loaded, found = examining.read_whole(task.record, task.how.drafted)
    except DocgenError as fault:
        return Summed(task.place, State.PROBLEMS, fault.problems)
    on = task.how.drafted
    facts, problems = of_record(Papers(loaded.record, on).then(on)), found.problems
    if (task.folder / NAME).is_file():
        try:
            lacks = status(task.folder, on, task.record).lacks
            facts = replace(facts, lacks=tuple(one.text for one in lacks))
        except DocgenError as fault:
            problems = (*problems, *fault.problems)
    summed = Summed(task.place, State.DONE, problems, facts=facts)
    return replace(summed, state=State.PROBLEMS) if summed.errors else summed


def of_record(record: AnyRecord) -> Facts:
    """What a record as it is on some day tells."""
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
    )
