"""What a step asks for, read off the declarations of the record: fields, groups, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docgen.errors import NO_WORDS, Words
from docgen.record.files.writing import plain_value
from docgen.record.schema.fields import Blank
from docgen.record.schema.shape import FieldKind, dotted, slots_along, slots_of
from docgen.record.typed import shown, text_of
from docgen.record.workbooks.wording import has_options
from docgen.text.names import is_person
from docgen.workflows.editing.asked import AskedField, AskedGroup, AskedRow, AskedTable
from docgen.workflows.editing.plans import path_in
from docgen.workflows.editing.steps import is_asked, steps

if TYPE_CHECKING:
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath, Slot
    from docgen.workflows.editing.asked import Asked
    from docgen.workflows.editing.opened import OpenRecord
from docgen.workflows.editing.steps import StepRow


def asked_in(record: OpenRecord, step: StepRow) -> tuple[Asked, ...]:
    """What ``step`` asks, section by section."""
    slots = slots_of(record.root)
    return tuple(
        _asked(record, (name,), slots[name], record.record)
        for name in step.sections
        if name in slots
    )


def _asked(record: OpenRecord, path: FieldPath, slot: Slot, known: Any) -> Asked:  # noqa: ANN401
    """``known`` is the part around it, with all that follows from what is told."""
    value = getattr(known, slot.name, None)
    if slot.part is None:
        return _field(record, path, slot, value)
    if slot.many:
        return _table(record, path, slot, value)
    inner = tuple(
        _asked(record, (*path, name), one, value) for name, one in slots_of(slot.part).items()
    )
    optional = slot.default is None and not slot.required
    more = optional or all(one.more for one in inner)
    return AskedGroup(path, slot, _deciding_first(inner), more)


def _deciding_first(inner: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """The question on which others depend comes first."""
    first = [
        one
        for one in inner
        if isinstance(one, AskedField) and one.slot.kind is FieldKind.CHOICE and not one.more
    ]
    return (*first, *(one for one in inner if one not in first))


def _field(record: OpenRecord, path: FieldPath, slot: Slot, known: object) -> AskedField:
    value = record.told(path)
    name = dotted(path)
    draft = record.drafts.get(name)
    text = text_of(slot, value) if draft is None else draft
    given = _given(slot, known) if not text else ""
    names = tuple(step for step in path if isinstance(step, str))
    asked = is_asked(names)
    needed = slot.required or slot.about.blank is not Blank.NONE or slot.kind is FieldKind.CHOICE
    more = not (needed if asked is None else asked)
    source = _source(record, path, slot, known) if given else NO_WORDS
    is_told = value is not None and value != ""
    return AskedField(path, slot, text, is_told, draft is not None, given, source, more)


def _given(slot: Slot, known: object) -> str:
    """What is known all the same; a choice shows its default by being chosen."""
    if known in (None, "", []) or has_options(slot):
        return ""
    return shown(slot, plain_value(cast("Any", known)))


def _source(record: OpenRecord, path: FieldPath, slot: Slot, known: object) -> Words:
    if known == slot.default:
        return Words("thường ghi", "as is usual")
    loaded = record.whole[0]
    mark = loaded.marks.get(path) if loaded else None
    if mark is not None and len(mark) > 4:  # noqa: PLR2004 - it names another file
        return Words("theo hồ sơ đơn vị", "from the profile of the unit")
    return Words("suy ra từ các mục đã khai", "derived from what is told")


def _table(record: OpenRecord, path: FieldPath, slot: Slot, known: object) -> AskedTable:
    assert slot.part is not None  # noqa: S101 - asked by the caller
    told = record.told(path)
    count = len(told) if isinstance(told, list) else 0
    rows = [
        _row(record, (*path, place), slot.part, _at(known, place), in_file=place < count)
        for place in range(max(count, _drafted(record, path)))
    ]
    needed = slot.required or slot.about.blank is not Blank.NONE
    asked = is_asked(tuple(step for step in path if isinstance(step, str)))
    return AskedTable(
        path,
        slot,
        empty_row(path, slot.part, len(rows)).cells,
        tuple(rows),
        more=not (needed if asked is None else asked),
    )


def _drafted(record: OpenRecord, path: FieldPath) -> int:
    """The number of the last row that waits outside the record."""
    head = f"{dotted(path)}["
    numbers = (
        name[len(head) :].partition("]")[0] for name in record.drafts if name.startswith(head)
    )
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _at(known: object, place: int) -> object:
    return known[place] if isinstance(known, list) and place < len(known) else None


def _columns(path: FieldPath, part: type[RecordPart]) -> list[str]:
    """The fields of an item that stand in its table."""
    told = steps().columns.get(str(path[-1]))
    inner = slots_of(part)
    return list(told or [name for name, one in inner.items() if one.part is None])


def _row(
    record: OpenRecord,
    path: FieldPath,
    part: type[RecordPart],
    known: object,
    *,
    in_file: bool,
) -> AskedRow:
    inner = slots_of(part)
    columns = _columns(path[:-1], part)
    cells = tuple(_cell(record, (*path, name), inner[name]) for name in columns)
    card = tuple(
        _asked(record, (*path, name), one, known)
        for name, one in inner.items()
        if name not in columns
    )
    place = path[-1]
    assert isinstance(place, int)  # noqa: S101 - a row has a place
    return AskedRow(path, place + 1, cells, card, in_file)


def _cell(record: OpenRecord, path: FieldPath, slot: Slot) -> AskedField:
    return _field(record, path, slot, None)


def empty_row(path: FieldPath, part: type[RecordPart], place: int) -> AskedRow:
    """A row of the list at ``path`` in which nothing is typed yet."""
    here = (*path, place)
    inner = slots_of(part)
    cells = tuple(AskedField((*here, name), inner[name]) for name in _columns(path, part))
    return AskedRow(here, place + 1, cells, (), in_file=False)


def asked_field(record: OpenRecord, name: str) -> AskedField | None:
    """One field by its name; nothing where the record has none of that name."""
    path = path_in(name)
    met = slots_along(record.root, path)
    whole = len(met) == sum(isinstance(step, str) for step in path)
    if not path or not whole or met[-1][0].part is not None:
        return None
    known: Any = record.record
    for step in path[:-1]:
        known = _at(known, step) if isinstance(step, int) else getattr(known, step, None)
    return _field(record, path, met[-1][0], getattr(known, str(path[-1]), None))


def empty_rows(table: AskedTable, count: int) -> list[AskedRow]:
    """Rows below the last one in which nothing is typed yet."""
    part = table.slot.part
    assert part is not None  # noqa: S101 - a table has parts
    first = len(table.rows)
    return [empty_row(table.path, part, first + more) for more in range(count)]


def people_in(record: OpenRecord) -> list[str]:
    """The names of persons that the record tells, each once: what a box for a person offers."""
    found: dict[str, None] = {}
    _gather(record.values, found)
    return list(found)


def _gather(value: object, found: dict[str, None]) -> None:
    if isinstance(value, list):
        for item in value:
            _gather(item, found)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name == "name" and isinstance(inner, str) and is_person(inner):
                found.setdefault(inner)
            _gather(inner, found)
