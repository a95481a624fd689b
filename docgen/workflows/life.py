"""The steps of a model's life that may be taken now, and what each of the others waits for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, DocgenError, Problem, Words
from docgen.folder import contents
from docgen.guidance import papers
from docgen.guidance.completeness import began, periods_due
from docgen.papers.covers import paper_title
from docgen.papers.sheet import Papers
from docgen.record.explaining import place_of
from docgen.record.schema.shape import label_of, slots_of
from docgen.record.sections import parts_of
from docgen.text import periods
from docgen.text.names import lower_first
from docgen.workflows.desk import Step
from docgen.workflows.opening import load
from docgen.workflows.permitting import SECTIONS, permit
from docgen.workflows.renewing import plan_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart

STEPS = (
    papers.CEREMONY,
    papers.REPORT,
    papers.REORGANIZE,
    papers.COMMEND,
    papers.DISCIPLINE,
    papers.REPLICATE,
    papers.DISSOLVE,
    papers.RENEW,
)
"""The steps of a model that works, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class LifeStep:
    """Một việc trong đời mô hình: a step, and the part of the record that it is about.

    Attributes:
        stage: What it is called: ``report``, ``dissolve``.
        part: The period or place that it is about (``2026-H1``, ``01``; of a renewal the year).
        section: The section of the record in which it is told; "" where any model may take it.
        reasons: Why it may not be taken; the first is the reason, the others what it rests on.
        taken: Whether its papers are in the folder already.
        papers: The titles of the kinds of papers that it makes.
        period: The period in words, where it is about one: ``06 tháng đầu năm 2026``.
    """

    stage: str
    part: str
    section: str
    reasons: tuple[Problem, ...] = ()
    taken: bool = False
    papers: tuple[str, ...] = ()
    period: str = ""

    @property
    def allowed(self) -> bool:
        """Whether it may be taken now."""
        return not self.reasons


def life(record: Path, folder: Path, today: date) -> tuple[LifeStep, ...]:
    """Every step of the model's life from now on, with why it may not be taken.

    Args:
        record: The file of the record.
        folder: The folder of its package; it need not be there.
        today: The day by which it is told what is due.

    Raises:
        RecordError: the record has problems.
        OutsideError: the disk failed.
    """
    loaded = load(record)
    known = contents.read(folder)
    made = known.made if known else ()
    return tuple(
        _step(loaded, Step(stage, part), made, today)
        for stage in STEPS
        for part in _parts(loaded, stage, today)
    )


def _parts(loaded: Loaded, stage: str, today: date) -> Iterator[str]:
    """The parts of the record that a step is about: those told, and reports that are due."""
    record = loaded.record
    if stage == papers.RENEW:
        yield str(plan_year(record, today) + 1)
    elif stage in (papers.CEREMONY, papers.REPLICATE):
        yield ""
    elif stage == papers.REPORT:
        yield from dict.fromkeys([*periods_due(record, today), *_told(record, stage)]) or [""]
    else:
        yield from _told(record, stage) or [""]


def _told(record: AnyRecord, stage: str) -> list[str]:
    return [*parts_of(record, SECTIONS[stage])]


def _step(loaded: Loaded, step: Step, made: Iterable[str], today: date) -> LifeStep:
    section = SECTIONS.get(step.stage, "")
    taken = str(step) in made or (not step.part and step.stage in {Step.of(m).stage for m in made})
    return LifeStep(
        step.stage,
        step.part,
        section,
        tuple(_reasons(loaded, step)),
        taken and step.stage != papers.RENEW,
        tuple(_papers(loaded.record, step, today)),
        periods.phrase(step.part) if step.stage == papers.REPORT and step.part else "",
    )


def _papers(record: AnyRecord, step: Step, today: date) -> Iterator[str]:
    part = "" if step.stage == papers.RENEW else step.part
    every = Papers(record, today)
    dues = papers.due(record, step.stage, part)
    yield from dict.fromkeys(paper_title(every.sheet(due), many=True) for due in dues)


def _reasons(loaded: Loaded, step: Step) -> list[Problem]:
    if step.stage not in SECTIONS:
        return [*_not_running(loaded)] if step.stage == papers.RENEW else []
    section, told = SECTIONS[step.stage], _told(loaded.record, step.stage)
    if step.stage == papers.REPORT and step.part not in told:
        return [_unreported(loaded, step.part)]
    if step.stage != papers.DISSOLVE and not told and section in slots_of(type(loaded.record)):
        return [_untold(loaded, section)]
    return _refused(loaded, step)


def _refused(loaded: Loaded, step: Step) -> list[Problem]:
    """The command's own reasons; that a list has not changed, which the command does not ask."""
    try:
        permit(loaded, step)
    except DocgenError as fault:
        return [*fault.problems]
    if step.stage == papers.REORGANIZE and _is_unchanged(loaded.record, step.part):
        return [_at(loaded, SECTIONS[step.stage], _UNCHANGED, _HINT_UNCHANGED)]
    return []


_UNCHANGED = Words("Danh sách chưa thay đổi.", "The list has not changed.")
_HINT_UNCHANGED = Words(
    "Khai danh sách sau kiện toàn khác danh sách đang có.",
    "Tell the list afterwards, different from the one before.",
)
_ENDED = Words("Mô hình đã thanh loại.", "The model was dissolved.")
_NOT_FOUNDED = Words(
    "Chưa khai ngày thành lập nên chưa biết kỳ báo cáo.",
    "The day of founding is not told, so no report is known to be due.",
)
_HINT_FOUNDED = Words(
    "Ghi số, ngày của quyết định thành lập hoặc ngày ra mắt.",
    "Tell number and day of the founding decision, or the day of the launch.",
)
_NOT_DUE = Words("Chưa đến kỳ báo cáo.", "No report is due yet.")
_HINT_REPORT = Words("Khai ở mục Báo cáo kỳ.", "Tell it under Reports.")


def _unreported(loaded: Loaded, period: str) -> Problem:
    section = SECTIONS[papers.REPORT]
    if period:
        named = periods.phrase(period)
        what = Words(f"Khai kết quả {named} trước.", f"Tell the results of {period} first.")
        return _at(loaded, section, what, _HINT_REPORT)
    if began(loaded.record) is None:
        return _at(loaded, "papers", _NOT_FOUNDED, _HINT_FOUNDED)
    return _at(loaded, section, _NOT_DUE, _HINT_REPORT)


def _untold(loaded: Loaded, section: str) -> Problem:
    label = label_of(type(loaded.record), (section,))
    what = Words(f"Chưa khai: {lower_first(label.vi)}.", f"Not told yet: {label.en}.")
    return _at(loaded, section, what)


def _not_running(loaded: Loaded) -> Iterator[Problem]:
    told = loaded.record.dissolution
    if told is not None and told.effective is not None:
        yield _at(loaded, "dissolution", _ENDED)


def _is_unchanged(record: AnyRecord, part: str) -> bool:
    """Whether the list after a reorganisation is the one before it."""
    told = parts_of(record, SECTIONS[papers.REORGANIZE])
    names = [*told]
    place = names.index(part) if part in names else len(names) - 1
    around = record if record.kind == "self_managed" else record.committee
    before = told[names[place - 1]] if place else around
    return _members(before) == _members(told[names[place]])


def _members(part: object) -> list[RecordPart]:
    return [*getattr(part, "members", ())]


def _at(loaded: Loaded, section: str, what: Words, hint: Words = NO_WORDS) -> Problem:
    return Problem(place_of((section,), loaded.marks, loaded.file), what, hint)
