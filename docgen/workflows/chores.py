"""Things to do for one model, each with how far it is: papers to be issued, steps of its life."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, RecordError, Words
from docgen.guidance import papers
from docgen.text import periods
from docgen.text.names import lower_first
from docgen.workflows.life import life
from docgen.workflows.status import ItemState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.workflows.life import LifeStep
    from docgen.workflows.status import ItemStatus
    from docgen.workflows.workroom import Model


class TaskState(StrEnum):
    """How far a thing to do has come."""

    DONE = "done"
    DOING = "doing"
    TODO = "todo"
    OPTIONAL = "optional"
    BAD = "bad"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Task:
    """Một việc.

    Attributes:
        place: Where it is done, below the address of the model: ``khai/don-vi``, ``soan``.
        title: What it is.
        state: How far it has come.
        hint: What it is about, or why it cannot be done yet.
        wish: The same as a sentence goes on after “next”: ``ghi số cho Quyết định thành lập``.
    """

    place: str
    title: Words
    state: TaskState
    hint: Words = NO_WORDS
    wish: Words = NO_WORDS


def with_values(words: Words, **values: object) -> Words:
    """``words`` with values in their open places."""
    return Words(words.vi.format(**values), words.en.format(**values))


_STATES = {
    ItemState.SIGNED: TaskState.DONE,
    ItemState.NUMBERED: TaskState.DOING,
}
_NUMBER = Words("ghi số cho {title}", "write the number of {title}")
_SIGN = Words("đặt bản ký của {title}", "put the signed scan of {title}")
_NUMBERED = Words("Đã có số, chờ bản ký quét", "Numbered, waits for the signed scan")
_DRAFTED = Words("Dự thảo, chờ số và bản ký quét", "Draft, waits for number and scan")
_UNNUMBERED = Words("Chờ bản ký quét", "Waits for the signed scan")


_NUMBERING = re.compile(r"^\d+\.\s*")
"""The number of an item before its title."""


def issuing_task(item: ItemStatus) -> Task:
    """An item of the dossier: what its first paper waits for."""
    state = _STATES.get(item.state, TaskState.TODO)
    open_yet = [one for one in item.papers if one.state.value != "signed"]
    paper = (open_yet or [*item.papers])[0]
    place = f"ho-so/{paper.stem}" if len(item.papers) == 1 else "ho-so"
    title = Words(item.title, item.title)
    named = _NUMBERING.sub("", item.title) if len(item.papers) == 1 else paper.title
    if state is TaskState.DONE:
        return Task(place, title, state)
    if state is TaskState.DOING:
        return Task(f"ho-so/{paper.stem}", title, state, _NUMBERED, with_values(_SIGN, title=named))
    if paper.numberless.vi:
        return Task(place, title, state, _UNNUMBERED, with_values(_SIGN, title=named))
    return Task(place, title, state, _DRAFTED, with_values(_NUMBER, title=named))


_LIFE = {
    papers.CEREMONY: Words("Văn bản hội nghị", "Papers of the conference"),
    papers.REPORT: Words("Báo cáo kỳ", "Periodic report"),
    papers.REORGANIZE: Words("Kiện toàn", "Reorganisation"),
    papers.COMMEND: Words("Khen thưởng", "Commendation"),
    papers.DISCIPLINE: Words("Kỷ luật", "Discipline"),
    papers.REPLICATE: Words("Nhân rộng", "Making known"),
    papers.DISSOLVE: Words("Thanh loại", "Dissolution"),
    papers.RENEW: Words("Sang năm mới", "The next year"),
}


CEREMONY = f"doi-song/{papers.CEREMONY}"


def life_tasks(model: Model, today: date) -> Iterator[Task]:
    """The steps of the model's life; none where its record has problems."""
    try:
        steps = life(model.record, model.package, today)
    except RecordError:
        return
    for step in steps:
        yield _life_task(step)


def _life_task(step: LifeStep) -> Task:
    named = _LIFE[step.stage]
    part = _part(step)
    title = Words(f"{named.vi}{part}", f"{named.en}{part}")
    place = f"doi-song/{step.stage}"
    if step.taken:
        return Task(place, title, TaskState.DONE)
    if not step.allowed:
        return Task(place, title, TaskState.BLOCKED, step.reasons[0].what)
    state = TaskState.TODO if step.stage in _OWED else TaskState.OPTIONAL
    return Task(place, title, state, wish=with_values(_MAKE, title=lower_first(title.vi)))


_OWED = frozenset({papers.REPORT, papers.DISSOLVE})
"""What the guidance asks for once its facts are there."""
_MAKE = Words("soạn {title}", "make {title}")


def _part(step: LifeStep) -> str:
    """Which one, as the title goes on."""
    if step.stage == papers.REPORT and step.part:
        return f" {periods.phrase(step.part)}"
    return f" {step.part}" if step.part else ""
