"""The order of steps, and what a record must tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.papers import told_in_record
from docgen.guidance.schema.kinds import KINDS
from docgen.guidance.sequence import all_before, path_of
from docgen.guidance.soundness.around import PAPER, ROOTS, day, slot_at
from docgen.guidance.survey import AT
from docgen.law.soundness import ACT, hint
from docgen.record.schema.parts import Survey, SurveyFigures
from docgen.record.schema.shape import FieldKind, slots_of
from docgen.tables.faults import Fault, doubled, open_names, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.schema.chronology import Order
    from docgen.guidance.soundness.around import Around
    from docgen.tables.faults import Path


def chronology(around: Around) -> Iterator[Fault]:
    """Every step is a paper or a day of the record; none comes before itself."""
    told = around.guidance.chronology
    if told.act not in around.law.acts:
        yield unknown(("act",), told.act, around.law.acts, ACT)
    for kind in KINDS:
        yield from _order((kind,), told.of(kind), kind, around)


def _order(path: Path, order: Order, kind: str, around: Around) -> Iterator[Fault]:
    steps = (((*path, "steps", place), step.name) for place, step in enumerate(order.steps))
    yield from doubled(steps, Words("bước", "step"))
    before = all_before(order)
    for place, step in enumerate(order.steps):
        here: Path = (*path, "steps", place)
        if bool(step.paper) == bool(step.day):
            what = Words("ghi paper hoặc day, chỉ một", "tell paper or day, one of them")
            yield Fault(here, what)
            continue
        key = "paper" if step.paper else "day"
        yield from _step((*here, key), step.name, kind, around)
        for number, name in enumerate(step.after):
            yield from _step((*here, "after", number), name, kind, around)
        if path_of(step.name) in before[path_of(step.name)]:
            what = Words("bước này đứng trước chính nó", "this step comes before itself")
            yield Fault((*here, "after"), what, Words("Bỏ bớt một tên.", "Leave one name out."))
    for place, pair in enumerate(order.together):
        yield from _step((*path, "together", place, "paper"), pair.paper, kind, around)
        yield from _step((*path, "together", place, "day"), pair.day, kind, around)
    yield from _step((*path, "launch", "day"), order.launch.day, kind, around)
    yield from _step((*path, "launch", "needs"), order.launch.needs, kind, around)
    yield from hint((*path, "launch", "hint"), order.launch.hint, around.law)
    for place, register in enumerate(order.registers):
        for number, name in enumerate(register.papers):
            yield from _step((*path, "registers", place, "papers", number), name, kind, around)
        yield from hint((*path, "registers", place, "hint"), register.hint, around.law)


def _step(path: Path, name: str, kind: str, around: Around) -> Iterator[Fault]:
    """A name without a dot is a paper whose day is told, one with a dot another day."""
    if "." in name:
        yield from day(path, name, ROOTS[kind])
        return
    known = [paper.id for paper in around.guidance.papers.of(kind) if told_in_record(paper)]
    if name not in known:
        yield unknown(path, name, known, PAPER)


def survey(around: Around) -> Iterator[Fault]:
    """Every head is a text of the survey; sentences name its numbers only."""
    heads = [slot.name for slot in slots_of(Survey).values() if slot.kind is FieldKind.TEXT]
    numbers = tuple(slots_of(SurveyFigures))
    for head, sentences in around.guidance.survey.heads.items():
        if head not in heads:
            yield unknown(("heads", head), head, heads, Words("nội dung", "text"))
        for place, sentence in enumerate(sentences):
            for number, wording in enumerate(sentence):
                here: Path = ("heads", head, place, number)
                yield from open_names((*here, "text"), wording.text, (*numbers, AT))
                for name in wording.none:
                    if name not in numbers:
                        yield unknown((*here, "none"), name, numbers, Words("số", "number"))


def requirements(around: Around) -> Iterator[Fault]:
    """The survey asks for texts of the record; every hint can be told."""
    told = around.guidance.requirements
    for kind in KINDS:
        survey, path = told.survey.of(kind), ("survey", kind)
        for place, name in enumerate(survey.fields):
            slot = slot_at(ROOTS[kind], name)
            if slot is None or slot.kind is not FieldKind.TEXT:
                yield unknown((*path, "fields", place), name, (), Words("nội dung", "text"))
        yield from hint((*path, "hint"), survey.hint, around.law, "fields")
    hints = {
        "police_approval": told.police_approval.hint,
        "rotation": told.rotation.hint,
        "closing": told.closing.hint,
    }
    for key, advice in hints.items():
        yield from hint((key, "hint"), advice, around.law)
