"""What was typed is saved: into the record what it can hold, the rest kept beside it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.errors import ChangedMeanwhileError, Place, Problem, RecordError, Words
from docgen.guidance.growth import grow
from docgen.record.loading import faults_of
from docgen.record.revising import foreseen, revised
from docgen.record.schema.shape import dotted, label_of
from docgen.workflows.editing.drawer import StepBack, Waiting
from docgen.workflows.editing.opened import open_record, revision_of
from docgen.workflows.editing.plans import NewRow, planned
from docgen.workflows.keeping import rewritten, see_closed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.plans import Plan, Typed

TURN = threading.Lock()
"""One save at a time in this process; others are kept out by the file itself."""
_ROUNDS = 40


@dataclass(frozen=True)
class Saved:
    """What became of what was typed.

    Attributes:
        revision: The state of the file now.
        drafts: Names of fields whose values wait outside the record.
        problems: Why, each at its field.
        renamed: Rows that were new, by the names that the page has for them, and their names now.
        changed: Whether the file is another than before.
    """

    revision: str
    drafts: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    renamed: dict[str, str] | None = None
    changed: bool = False


def save(
    file: Path, revision: str, typed: Typed, step: str = "", what: Words | None = None
) -> Saved:
    """Save what was ``typed`` on a page that was opened at ``revision``.

    Args:
        file: The record.
        revision: The state of the file that the page shows.
        typed: What stands in its fields.
        step: The step that the page is of, where one goes back to.
        what: What was done, as undoing it is offered; else it is read off the change.

    Raises:
        ChangedMeanwhileError: the file has changed since; what was typed waits to be chosen.
        RecordError: the file can no longer be read, or rows cannot be put so.
        OutsideError: the disk failed, or another run is at work with the file.
    """
    with TURN:
        record = open_record(file)
        plan = planned(record, typed, record.drafts)
        if record.revision != revision and plan.changes:
            shown = {name: list(rows) for name, rows in typed.shown.items()}
            record.drawer.keep_waiting(Waiting(revision, list(typed.texts), shown, step))
            raise changed_meanwhile(file)
        return write(record, plan, what)


def changed_meanwhile(file: Path) -> ChangedMeanwhileError:
    """That the file has changed, in words."""
    return ChangedMeanwhileError(
        Problem(
            Place(str(file)),
            Words(
                "bản khai vừa được sửa ở nơi khác, chưa ghi gì của trang này",
                "the record has just been changed elsewhere; nothing of this page was written",
            ),
            Words("Chọn từng mục giữ bên nào.", "Choose for each field which side is kept."),
        )
    )


def write(record: OpenRecord, plan: Plan, what: Words | None = None) -> Saved:
    """Write ``plan`` into the record's file; raises as :func:`save`."""
    problems = settled(plan)
    try:
        after = revised(record.data, record.file, record.root, plan.revision(), record.tree)
    except RecordError as fault:
        if any(plan.moves(path) for path in plan.lists):
            raise
        plan.drafts |= {dotted(path): text for path, text in plan.texts.items()}
        plan.texts.clear()
        problems += fault.problems
        after = record.data
    _keep(record, plan, after, what or said(plan))
    names = frozenset(plan.drafts)
    told = tuple(one for one in problems if one.place.field)
    return Saved(revision_of(after), names, told, _renamed(plan), after != record.data)


def _keep(record: OpenRecord, plan: Plan, after: bytes, what: Words) -> None:
    """The file as it shall be, and in the drawer all that undoing it needs."""
    drawer = record.drawer
    steps = drawer.steps_back()
    if after != record.data:
        see_closed(record.file)
        drawer.keep_version(record.revision, record.data)
        step = StepBack(record.revision, revision_of(after), what, record.drafts)
        if _is_same_field(plan, steps, record, what):
            step = _joined(step, steps.pop())
        with rewritten(record.file, record.data, after):
            drawer.keep_drafts(plan.drafts)
        drawer.keep_version(revision_of(after), after)
        drawer.keep_steps_back([*steps, step])
    elif plan.drafts != record.drafts:
        drawer.keep_drafts(plan.drafts)


def _is_same_field(plan: Plan, steps: list[StepBack], record: OpenRecord, what: Words) -> bool:
    """Whether the last change was of the one field that is changed again."""
    one = len(plan.texts) == 1 and not any(plan.moves(path) for path in plan.lists)
    return one and bool(steps) and (steps[-1].after, steps[-1].what) == (record.revision, what)


def _joined(step: StepBack, earlier: StepBack) -> StepBack:
    """One step for two that change the same field one after the other."""
    return step._replace(before=earlier.before, drafts=earlier.drafts)


def settled(plan: Plan) -> tuple[Problem, ...]:
    """Take from ``plan`` what the record cannot hold, as drafts; why not, each at its field.

    Raises:
        RecordError: the rows cannot be so: too few, too many.
    """
    found: list[Problem] = []
    base = {problem.place.field for problem in plan.record.faults}
    for _ in range(_ROUNDS):
        told = foreseen(plan.record.tree.value, plan.revision())
        faults = faults_of(plan.record.tree.changed(value=told), plan.record.file, grow)
        new = [
            one for one in faults if not any(_is_around(field, one.place.field) for field in base)
        ]
        if not new:
            break
        aside = [_put_aside(plan, problem) for problem in new]
        if not any(aside):
            raise RecordError(*new)
        found += new
    return tuple(found)


def _is_around(field: str, other: str) -> bool:
    return other == field or (other.startswith(field) and other[len(field)] in ".[")


def _put_aside(plan: Plan, problem: Problem) -> bool:
    """Keep as a draft what causes ``problem``; whether anything did."""
    field = problem.place.field
    texts = [
        path
        for path in plan.texts
        if (there := plan.moved(path)) is not None and _is_akin(dotted(there), field)
    ]
    for path in texts:
        plan.drafts[dotted(plan.moved(path) or path)] = plan.texts.pop(path)
    return bool(texts) or _put_row_aside(plan, field)


def _is_akin(one: str, other: str) -> bool:
    return _is_around(one, other) or _is_around(other, one)


def _put_row_aside(plan: Plan, field: str) -> bool:
    """A new row without what it needs waits as a whole; a cell that cannot be, alone."""
    for path, told in plan.lists.items():
        for place, row in enumerate(told.rows):
            name = dotted((*path, place))
            if not isinstance(row, NewRow) or not _is_around(name, field):
                continue
            cell = next(
                (names for names in row.typed if dotted((*path, place, *names)) == field), None
            )
            if cell is not None and row.typed[cell].strip():
                plan.drafts[field] = row.typed.pop(cell)
            else:
                told.rows.remove(row)
                _keep_row(plan, path, row)
            return True
    return False


def _keep_row(plan: Plan, path: FieldPath, row: NewRow) -> None:
    """The texts of a row that stays outside, below the rows of the file."""
    inside = len(plan.lists[path].rows)
    head = dotted(path)
    taken = {name.partition("]")[0] for name in plan.drafts if name.startswith(f"{head}[")}
    place = inside
    while f"{head}[{place + 1}" in taken:
        place += 1
    for names, text in row.typed.items():
        if text.strip():
            plan.drafts[dotted((*path, place, *names))] = text


def _renamed(plan: Plan) -> dict[str, str]:
    """Rows of the page that have another number now."""
    return {
        dotted((*path, row.place)): dotted((*path, place))
        for path, told in plan.lists.items()
        for place, row in enumerate(told.rows)
        if isinstance(row, NewRow) and row.place != place
    }


def said(plan: Plan) -> Words:
    """What a plan does, as undoing it is offered."""
    told = list(_deeds(plan))
    if len(told) == 1:
        return told[0]
    return Words(f"sửa {len(told)} mục", f"change {len(told)} fields")


def _deeds(plan: Plan) -> Iterator[Words]:
    record = plan.record
    for path in plan.texts:
        label = label_of(record.root, path)
        yield Words(f"sửa {label.vi}", f"change {label.en}")
    for path, told in plan.lists.items():
        if plan.moves(path):
            yield _list_deed(record, path, told.rows)


def _list_deed(record: OpenRecord, path: FieldPath, rows: list[int | NewRow]) -> Words:
    items = record.told(path)
    old = items if isinstance(items, list) else []
    gone = [place for place in range(len(old)) if place not in rows]
    new = [row for row in rows if isinstance(row, NewRow)]
    label = label_of(record.root, path)
    if len(gone) == 1 and not new:
        name = _called(old[gone[0]])
        return Words(f"xóa {name or label.vi}", f"delete {name or label.en}")
    if gone and not new:
        return Words(f"xóa {len(gone)} dòng", f"delete {len(gone)} rows")
    if new and not gone:
        return Words(f"thêm {len(new)} dòng", f"add {len(new)} rows")
    return Words(f"sắp xếp {label.vi}", f"arrange {label.en}")


def _called(item: object) -> str:
    values = item.values() if isinstance(item, dict) else ()
    return next((value for value in values if isinstance(value, str) and value), "")


def undo(file: Path, revision: str) -> Words | None:
    """Take back the last change; what it was, nothing where there is none to take back.

    Raises:
        ChangedMeanwhileError: the file has changed since the page was opened.
        OutsideError: the disk failed.
    """
    with TURN:
        record = open_record(file)
        if record.revision != revision:
            raise changed_meanwhile(file)
        step = undoable(record)
        before = record.drawer.version(step.before) if step else None
        if step is None or before is None:
            return None
        with rewritten(file, record.data, before):
            record.drawer.keep_drafts(step.drafts)
        record.drawer.keep_steps_back(record.drawer.steps_back()[:-1])
        return step.what


def undoable(record: OpenRecord) -> StepBack | None:
    """The change that can be taken back: the last, where nothing else changed the file since."""
    steps = record.drawer.steps_back()
    return steps[-1] if steps and steps[-1].after == record.revision else None
