"""What there is to do for one model, from its first field to its life, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, Severity, Words
from docgen.folder.manifest import NAME
from docgen.record.schema.fields import Blank
from docgen.text.names import lower_first
from docgen.workflows.agenda import TOLD_IN, agenda
from docgen.workflows.chores import (
    CEREMONY,
    Task,
    TaskState,
    issuing_task,
    life_tasks,
    with_values,
)
from docgen.workflows.editing.asked import AskedGroup, fields_in, tables_in
from docgen.workflows.editing.asking import asked_in
from docgen.workflows.editing.opened import open_record
from docgen.workflows.editing.progress import states_of
from docgen.workflows.editing.steps import steps_of
from docgen.workflows.status import status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from docgen.errors import Problem
    from docgen.workflows.editing.asked import Asked
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.progress import StepState
    from docgen.workflows.editing.steps import StepRow
    from docgen.workflows.status import Status
    from docgen.workflows.workroom import Model


@dataclass(frozen=True, slots=True)
class Checklist:
    """Việc cần làm của một mô hình.

    Attributes:
        telling: The steps of the record.
        drafting: Drafting, reading again, what waits for a choice.
        issuing: The papers of the dossier, each to be numbered and signed.
        living: What comes once the model works.
        following: What to do next; nothing where nothing waits.
        status: Where the folder stands; nothing before anything was drafted.
        record: The record as it was opened.
        errors: How many errors keep the record from being drafted.
    """

    telling: tuple[Task, ...]
    drafting: tuple[Task, ...]
    issuing: tuple[Task, ...]
    living: tuple[Task, ...]
    following: Task | None
    status: Status | None
    record: OpenRecord
    errors: int


def checklist(model: Model, today: date) -> Checklist:
    """What there is to do for ``model`` on ``today``.

    Raises:
        RecordError: the record's file is neither YAML nor a form of docgen's.
        OutsideError: the disk failed.
    """
    record = open_record(model.record)
    states = states_of(record, today)
    errors = _errors(record, states)
    telling = tuple(_step(record, one) for one in states if not one.step.later)
    stands = _stands(model, today) if not errors else None
    drafting = tuple(_drafting(record, stands, errors))
    issuing = tuple(issuing_task(item) for item in stands.items if item.papers) if stands else ()
    later = list(life_tasks(model, today)) if stands else []
    drafting += tuple(task for task in later if task.place == CEREMONY)
    living = tuple(task for task in later if task.place != CEREMONY)
    untold = tuple(task for task in telling if task.state is not TaskState.DOING)
    before = drafting if stands else (*untold, *drafting)
    late = tuple(_late(model, record, today)) if stands else ()
    following = _following((*late, *before), (*issuing, *living))
    return Checklist(telling, drafting, issuing, living, following, stands, record, errors)


def _errors(record: OpenRecord, states: Iterable[StepState]) -> int:
    """How many errors keep the record from being drafted; what waits beside it does not."""
    found = [one for state in states for one in _wrong(state)]
    own = [one for one in found if one.place.field not in record.drafts]
    return len(own) or len(record.faults)


def _wrong(state: StepState) -> list[Problem]:
    return [one for one in state.problems if one.severity is Severity.ERROR]


def _stands(model: Model, today: date) -> Status | None:
    if not (model.package / NAME).is_file():
        return None
    return status(model.package, today, model.record)


_CONTINUE = Words("khai “{title}”", "tell “{title}”")
_MEND = Words("sửa “{title}” trong bản khai", "mend “{title}” in the record")


def _step(record: OpenRecord, here: StepState) -> Task:
    """A step of the record, by what is told and what is wrong; nothing told is no fault yet."""
    state = _STATES.get(here.state) or _told(record, here.step)
    title, wrong = here.step.title, len(_wrong(here)) if state is TaskState.BAD else 0
    said = _MEND if state is TaskState.BAD else _CONTINUE
    wish = Words(said.vi.format(title=title.vi), said.en.format(title=title.en))
    return Task(f"khai/{here.step.slug}", title, state, _counted(wrong), wish)


_STATES = {"bad": TaskState.BAD, "done": TaskState.DONE, "doing": TaskState.DOING}


def _counted(count: int) -> Words:
    return Words(f"{count} chỗ cần xem lại", f"{count} to be looked at") if count else NO_WORDS


def _told(record: OpenRecord, step: StepRow) -> TaskState:
    asked = [*_at_once(asked_in(record, step))]
    fields = [one for one in fields_in(asked) if not one.more]
    needed = [one for one in fields if one.required or one.blank is not Blank.NONE]
    tables = [one for one in tables_in(asked) if not one.more]
    if not needed and not tables:
        return TaskState.OPTIONAL
    known = [one for one in needed if one.told or one.given]
    told = any(one.told for one in fields) or any(one.rows for one in tables)
    if len(known) == len(needed) and all(one.rows for one in tables):
        return TaskState.DONE
    return TaskState.DOING if told else TaskState.TODO


def _at_once(asked: Iterable[Asked]) -> Iterator[Asked]:
    """What is asked before more is unfolded."""
    for one in asked:
        if isinstance(one, AskedGroup) and not one.more:
            yield replace(one, asked=tuple(_at_once(one.asked)))
        elif not one.more:
            yield one


_DRAFT = Words("Soạn văn bản và hồ sơ", "Draft the papers and the dossier")
_AGAIN = Words(
    "{count} văn bản chưa theo bản khai mới", "{count} papers do not follow the record yet"
)
_HELD = Words("Bản khai còn {count} lỗi", "The record has {count} errors")
_READ = Words("Đọc lại từng văn bản", "Read the papers again")
_BEFORE = Words("Xem trước khi ghi vào thư mục", "Look before anything is written")
_CLASH = Words("Xem hai bản: {title}", "Two versions: {title}")
_BOTH = Words("Bạn đã sửa đoạn mà bản khai nay cũng đổi", "You changed what the record changes too")


def _drafting(record: OpenRecord, stands: Status | None, errors: int) -> Iterator[Task]:
    wish = Words(lower_first(_DRAFT.vi), lower_first(_DRAFT.en))
    if errors:
        yield Task("soan", _DRAFT, TaskState.BLOCKED, with_values(_HELD, count=errors))
    elif stands is None:
        yield Task("soan", _DRAFT, TaskState.TODO, wish=wish)
    else:
        behind = sum(paper.behind and not paper.issued for paper in stands.papers)
        state = TaskState.DOING if behind else TaskState.DONE
        yield Task(
            "soan", _DRAFT, state, with_values(_AGAIN, count=behind) if behind else NO_WORDS, wish
        )
    if record.record is not None:
        yield Task("xem", _READ, TaskState.OPTIONAL, _BEFORE)
    for paper in stands.papers if stands else ():
        if paper.clashes:
            title = with_values(_CLASH, title=paper.title)
            said = Words(lower_first(title.vi), lower_first(title.en))
            yield Task(f"ho-so/{paper.stem}/gop", title, TaskState.BAD, _BOTH, said)


_LATE = Words("{what} (đã quá hạn)", "{what} (late)")


def _late(model: Model, record: OpenRecord, today: date) -> Iterator[Task]:
    """What is late, where the record tells that it was done."""
    for one in agenda([model.record], today).items:
        if one.late:
            what = one.timed.deadline.what
            section = TOLD_IN.get(one.timed.deadline.id, "")
            slug = next((row.slug for row in steps_of(record.kind) if section in row.sections), "")
            wish = Words(_LATE.vi.format(what=lower_first(what.vi)), _LATE.en.format(what=what.en))
            yield Task(f"khai/{slug}" if slug else "", what, TaskState.TODO, wish=wish)


_WAITING = (TaskState.TODO, TaskState.DOING)


def _following(before: Sequence[Task], after: Sequence[Task]) -> Task | None:
    """What is wrong comes first; then what is open, numbers before scans."""
    for task in (*before, *after):
        if task.state is TaskState.BAD:
            return task
    ahead = sorted(after, key=lambda task: task.state is TaskState.DOING)
    return next((one for one in (*before, *ahead) if one.state in _WAITING and one.wish.vi), None)
