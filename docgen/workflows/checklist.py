"""What there is to do for one model, from its first field to its life, and what to do next."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.errors import NO_WORDS, RecordError, Severity, Words
from docgen.folder.manifest import NAME
from docgen.guidance import papers
from docgen.record.schema.fields import Blank
from docgen.text import periods
from docgen.text.names import lower_first
from docgen.workflows.agenda import TOLD_IN, agenda
from docgen.workflows.editing.asked import AskedGroup, fields_in, tables_in
from docgen.workflows.editing.asking import asked_in
from docgen.workflows.editing.opened import open_record
from docgen.workflows.editing.steps import steps_of
from docgen.workflows.life import life
from docgen.workflows.status import ItemState, status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from docgen.errors import Problem
    from docgen.workflows.editing.asked import Asked
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.steps import StepRow
    from docgen.workflows.life import LifeStep
    from docgen.workflows.status import ItemStatus, Status
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
    errors = _errors(record.problems(today))
    telling = tuple(_step(record, step, errors) for step in _now(record))
    stands = _stands(model, today) if not errors else None
    drafting = tuple(_drafting(record, stands, len(errors)))
    issuing = tuple(_item(item) for item in stands.items if item.papers) if stands else ()
    later = list(_living(model, today)) if stands else []
    drafting += tuple(task for task in later if task.place == _CEREMONY)
    living = tuple(task for task in later if task.place != _CEREMONY)
    before = drafting if stands else (*telling, *drafting)
    late = tuple(_late(model, record, today)) if stands else ()
    following = _following((*late, *before), (*issuing, *living))
    return Checklist(telling, drafting, issuing, living, following, stands, record, len(errors))


def _errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [one for one in problems if one.severity is Severity.ERROR]


def _now(record: OpenRecord) -> Iterator[StepRow]:
    return (step for step in steps_of(record.kind) if not step.later)


def _stands(model: Model, today: date) -> Status | None:
    if not (model.package / NAME).is_file():
        return None
    return status(model.package, today, model.record)


_CONTINUE = Words("khai tiếp: {title}", "go on with: {title}")
_MEND = Words("sửa bản khai: {title}", "mend the record: {title}")


def _step(record: OpenRecord, step: StepRow, errors: list[Problem]) -> Task:
    """A step of the record, by what it asks and what is told."""
    names = tuple(step.sections)
    wrong = [one for one in errors if one.place.field.split(".")[0].split("[")[0] in names]
    drafts = [name for name in record.drafts if name.split(".")[0].split("[")[0] in names]
    state = TaskState.BAD if wrong or drafts else _told(record, step)
    said = _MEND if state is TaskState.BAD else _CONTINUE
    wish = Words(
        *(words.format(title=title) for words, title in zip(said, step.title, strict=True))
    )
    return Task(f"khai/{step.slug}", step.title, state, _counted(len(wrong) + len(drafts)), wish)


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
        yield Task("soan", _DRAFT, TaskState.BLOCKED, _with(_HELD, count=errors))
    elif stands is None:
        yield Task("soan", _DRAFT, TaskState.TODO, wish=wish)
    else:
        behind = sum(paper.behind and not paper.issued for paper in stands.papers)
        state = TaskState.DOING if behind else TaskState.DONE
        yield Task("soan", _DRAFT, state, _with(_AGAIN, count=behind) if behind else NO_WORDS, wish)
    if record.record is not None:
        yield Task("xem", _READ, TaskState.OPTIONAL, _BEFORE)
    for paper in stands.papers if stands else ():
        if paper.clashes:
            title = _with(_CLASH, title=paper.title)
            said = Words(lower_first(title.vi), lower_first(title.en))
            yield Task(f"ho-so/{paper.stem}/gop", title, TaskState.BAD, _BOTH, said)


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


def _item(item: ItemStatus) -> Task:
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
        return Task(f"ho-so/{paper.stem}", title, state, _NUMBERED, _with(_SIGN, title=named))
    if paper.numberless.vi:
        return Task(place, title, state, _UNNUMBERED, _with(_SIGN, title=named))
    return Task(place, title, state, _DRAFTED, _with(_NUMBER, title=named))


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


_CEREMONY = f"doi-song/{papers.CEREMONY}"


def _living(model: Model, today: date) -> Iterator[Task]:
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
    return Task(place, title, state, wish=_with(_MAKE, title=lower_first(title.vi)))


_OWED = frozenset({papers.REPORT, papers.DISSOLVE})
"""What the guidance asks for once its facts are there."""
_MAKE = Words("soạn {title}", "make {title}")


def _part(step: LifeStep) -> str:
    """Which one, as the title goes on."""
    if step.stage == papers.REPORT and step.part:
        return f" {periods.phrase(step.part)}"
    return f" {step.part}" if step.part else ""


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


def _with(words: Words, **values: object) -> Words:
    return Words(words.vi.format(**values), words.en.format(**values))
