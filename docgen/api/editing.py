"""A record opened for editing: asked step by step, saved field by field, undone, pasted into."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem, Words
    from docgen.record.loading import Loaded
    from docgen.workflows.editing.asked import Asked, AskedField, AskedRow, AskedTable
    from docgen.workflows.editing.clashing import Clashes
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.plans import Typed
    from docgen.workflows.editing.progress import StepState
    from docgen.workflows.editing.saving import Saved
    from docgen.workflows.editing.steps import StepRow
    from docgen.workflows.pasting.reading import PastedTable
    from docgen.workflows.pasting.rows import Choices


def open_record(file: Path) -> OpenRecord:
    """The record in ``file`` opened for editing, sound or not; its state is remembered.

    Raises:
        RecordError: the file is not there, or is neither YAML nor a form of docgen's.
        OutsideError: the disk failed.
    """
    from docgen.workflows.editing import opened  # noqa: PLC0415 - each call loads what it needs

    record = opened.open_record(file)
    record.drawer.keep_version(record.revision, record.data)
    return record


def steps_of(record: OpenRecord) -> tuple[StepRow, ...]:
    """The steps in which the record is asked for; those of its later life last."""
    from docgen.workflows.editing import steps  # noqa: PLC0415

    return steps.steps_of(record.kind)


def asked_in(record: OpenRecord, step: StepRow) -> tuple[Asked, ...]:
    """What a step asks: fields, groups of fields, tables, each with what the file tells of it."""
    from docgen.workflows.editing import asking  # noqa: PLC0415

    return asking.asked_in(record, step)


def fields_in(asked: Sequence[Asked]) -> list[AskedField]:
    """Every field that is asked, cells of tables too, in their order."""
    from docgen.workflows.editing import asked as shapes  # noqa: PLC0415

    return list(shapes.fields_in(asked))


def tables_in(asked: Sequence[Asked]) -> list[AskedTable]:
    """Every table that is asked, in their order."""
    from docgen.workflows.editing import asked as shapes  # noqa: PLC0415

    return list(shapes.tables_in(asked))


def is_field_name(name: str) -> bool:
    """Whether ``name`` is written as names of fields are: ``members[3].birth_year``."""
    from docgen.workflows.editing import plans  # noqa: PLC0415

    return bool(plans.path_in(name))


def typed_on(texts: Sequence[tuple[str, str]], rows: Mapping[str, Sequence[int]]) -> Typed:
    """What a page sends: texts by names in its order, and of each list the rows that it shows."""
    from docgen.workflows.editing import plans  # noqa: PLC0415

    return plans.Typed(texts, rows)


def paste_choices(
    columns: Sequence[str] = (),
    *,
    rewrite_capitals: bool = False,
    fill_down: bool = False,
    serials: bool = False,
    twins: Mapping[int, str] | None = None,
    head: int = 0,
) -> Choices:
    """What a person chose for a pasted table, as ``Choices`` has it.

    ``twins`` says of a row that may be another: ``both`` stay, ``drop`` it, or ``replace``.
    """
    from docgen.workflows.pasting import rows  # noqa: PLC0415

    return rows.Choices(
        tuple(columns),
        rewrite_capitals=rewrite_capitals,
        fill_down=fill_down,
        serials=serials,
        twins=dict(twins or {}),
        head=head,
    )


def states_of(record: OpenRecord, *, on: date) -> list[StepState]:
    """How far each step has come on a day: its problems and blanks, in the words of the form."""
    from docgen.workflows.editing import progress  # noqa: PLC0415

    return progress.states_of(record, on)


def in_words_of_form(record: OpenRecord, problems: Sequence[Problem]) -> list[Problem]:
    """Problems of a record in the words of the form: no names of fields, no lines of YAML."""
    from docgen.workflows.editing import progress  # noqa: PLC0415

    return [said for one in problems for said in progress.for_a_page(one, record.root)]


def waiting_of(record: OpenRecord) -> tuple[Problem, ...]:
    """Why what waits outside the record cannot be in it, in the words of the form."""
    from docgen.workflows.editing import progress  # noqa: PLC0415

    return progress.waiting_of(record)


def asked_field(record: OpenRecord, name: str) -> AskedField | None:
    """One field by its name (``members[3].birth_year``), with what the file tells of it."""
    from docgen.workflows.editing import asking  # noqa: PLC0415

    return asking.asked_field(record, name)


def empty_rows(table: AskedTable, count: int) -> list[AskedRow]:
    """Rows below the last one of a table, in which nothing is typed yet."""
    from docgen.workflows.editing import asking  # noqa: PLC0415

    return asking.empty_rows(table, count)


def people_counted(roles: Sequence[str]) -> Words:
    """``23 người: 1 đứng đầu, 2 cấp phó``: how many people have which role."""
    from docgen.workflows.pasting import reading  # noqa: PLC0415

    return reading.counted(roles)


def step_of(record: OpenRecord, name: str) -> StepRow | None:
    """The step that asks for a field, group or table; nothing where none does."""
    from docgen.workflows.editing import steps  # noqa: PLC0415

    section = name.split(".", maxsplit=1)[0].split("[", maxsplit=1)[0]
    return next((one for one in steps.steps_of(record.kind) if section in one.sections), None)


def tables_of(record: OpenRecord, step: StepRow) -> list[AskedTable]:
    """The tables that a step asks for."""
    from docgen.workflows.editing import asked, asking  # noqa: PLC0415

    return list(asked.tables_in(asking.asked_in(record, step)))


def people_in(record: OpenRecord) -> list[str]:
    """The names of persons that the record tells, each once."""
    from docgen.workflows.editing import asking  # noqa: PLC0415

    return asking.people_in(record)


def last_change(record: OpenRecord) -> Words | None:
    """What taking back the last change would undo; nothing where nothing can be taken back."""
    from docgen.workflows.editing import saving  # noqa: PLC0415

    step = saving.undoable(record)
    return step.what if step else None


def save_typed(
    file: Path, revision: str, typed: Typed, *, step: str = "", what: Words | None = None
) -> Saved:
    """Save what was typed on a page that shows ``file`` at ``revision``.

    What the record cannot hold (a day that no month has, a required field left empty) is kept
    beside it, so that the file can always be read.

    Raises:
        ChangedMeanwhileError: the file has changed since; the page's side waits to be chosen.
        RecordError: the file can no longer be read, or has too few or too many rows so.
        OutsideError: the disk failed, or another run is at work with the file.
    """
    from docgen.workflows.editing import saving  # noqa: PLC0415

    return saving.save(file, revision, typed, step, what)


def undo_last(file: Path, revision: str) -> Words | None:
    """Take back the last saved change; what it was, nothing where there is none.

    Raises:
        ChangedMeanwhileError: the file has changed since the page was opened.
        OutsideError: the disk failed.
    """
    from docgen.workflows.editing import saving  # noqa: PLC0415

    return saving.undo(file, revision)


def clashes_of(file: Path) -> Clashes | None:
    """What a page could not save because the file had changed, held against it; or nothing.

    Raises:
        RecordError: the file can no longer be read.
        OutsideError: the disk failed.
    """
    from docgen.workflows.editing import clashing  # noqa: PLC0415

    return clashing.clashes(file)


def choose_sides(file: Path, revision: str, mine: Collection[str]) -> Saved:
    """Write what waits, with the page's side for the names in ``mine``; raises as save_typed."""
    from docgen.workflows.editing import clashing  # noqa: PLC0415

    return clashing.choose(file, revision, mine)


def drop_page_side(file: Path) -> None:
    """Let go of what a page could not save."""
    from docgen.workflows.editing import clashing  # noqa: PLC0415

    clashing.give_up(file)


def row_word(record: OpenRecord, table: str) -> Words:
    """What the rows of a list are counted as: people, or rows."""
    from docgen.workflows.editing import adding, plans  # noqa: PLC0415

    return adding.row_word(record, plans.path_in(table))


def preview_paste(
    file: Path, table: str, text: str, choices: Choices
) -> tuple[OpenRecord, PastedTable]:
    """What pasting ``text`` into a list would add; nothing is written.

    Raises:
        RecordError: nothing can be pasted: no rows, too many, an old font.
        OutsideError: the disk failed.
    """
    from docgen.workflows.editing import adding  # noqa: PLC0415

    return adding.preview(file, table, text, choices)


def paste(
    file: Path, revision: str, table: str, text: str, choices: Choices, *, instead: bool = False
) -> Saved:
    """Add what is pasted to a list, or put it ``instead`` of its rows; raises as save_typed."""
    from docgen.workflows.editing import adding  # noqa: PLC0415

    return adding.add(file, revision, table, text, choices, instead=instead)


def sound_record(file: Path) -> Loaded:
    """The record in ``file`` as far as it is sound, with what its profile and the law give.

    Raises:
        RecordError: nothing of it is.
        OutsideError: the disk failed.
    """
    from docgen.workflows.editing import trying  # noqa: PLC0415

    return trying.sound(file)


def as_typed(file: Path, typed: Typed) -> Loaded:
    """The record in ``file`` as it would be with what was typed and is not saved yet.

    What it cannot hold counts as not told. Raises as :func:`sound_record`.
    """
    from docgen.workflows.editing import trying  # noqa: PLC0415

    return trying.as_typed(file, typed)
