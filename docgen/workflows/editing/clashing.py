"""A record that two have changed: what it said, what the file says, what the page says; chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from docgen.errors import Words
from docgen.record.revising import foreseen
from docgen.record.schema.shape import dotted, label_of, slots_along, slots_of
from docgen.record.typed import is_same, shown, text_of
from docgen.workflows.editing.opened import open_record, opened
from docgen.workflows.editing.plans import Arranged, NewRow, Plan, Typed, planned
from docgen.workflows.editing.saving import TURN, changed_meanwhile, write

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from docgen.record.files.tree import Plain
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import FieldPath, Slot
    from docgen.workflows.editing.opened import OpenRecord
    from docgen.workflows.editing.saving import Saved

_CHOSEN = Words("chọn khi bản khai được sửa ở hai nơi", "choices after two changes")


@dataclass(frozen=True, slots=True)
class TwoSided:
    """Một mục đã đổi ở tệp hoặc ở trang: what it said when the page was opened, and says now.

    Attributes:
        path: Where it stands.
        label: Its label.
        base: What it said; nothing where that is no longer known.
        file: What the file says.
        page: What the page says.
        both: Whether both have changed it, each otherwise.
        value: What the page says, as the record tells it.
    """

    path: FieldPath
    label: Words
    base: str | None
    file: str
    page: str
    both: bool
    value: Plain

    @property
    def name(self) -> str:
        """``members[3].birth_year``."""
        return dotted(self.path)


@dataclass(frozen=True)
class Clashes:
    """What waits to be chosen: the record as it is now, the entries, the step of the page."""

    record: OpenRecord
    entries: tuple[TwoSided, ...]
    step: str


def clashes(file: Path) -> Clashes | None:
    """What a page could not save, held against the file; nothing where nothing waits.

    Raises:
        RecordError: the file can no longer be read.
        OutsideError: the disk failed.
    """
    record = open_record(file)
    waiting = record.drawer.waiting()
    if waiting is None:
        return None
    data = record.drawer.version(waiting.base)
    base = opened(data, file) if data is not None else record
    plan = planned(base, Typed(waiting.texts, waiting.shown))
    page = foreseen(base.tree.value, plan.revision())
    old = cast("Plain", base.values) if data is not None else None
    sides = _Sides(record.root, known=data is not None)
    found = sides.differences((), record.root, old, record.values, page)
    return Clashes(record, tuple(found), waiting.step)


def choose(file: Path, revision: str, mine: Collection[str]) -> Saved:
    """Write what waits: what the page alone changed, of what both changed the names in ``mine``.

    Raises:
        ChangedMeanwhileError: the file has changed again since the choice was shown.
        RecordError: the file can no longer be read, or rows cannot be put so.
        OutsideError: the disk failed.
    """
    with TURN:
        found = clashes(file)
        if found is None or found.record.revision != revision:
            raise changed_meanwhile(file)
        plan = Plan(found.record)
        for entry in found.entries:
            if (entry.name in mine) if entry.both else entry.page != entry.base:
                _take(plan, entry)
        saved = write(found.record, plan, _CHOSEN)
        found.record.drawer.keep_waiting(None)
        return saved


def give_up(file: Path) -> None:
    """Let go of what the page says."""
    open_record(file).drawer.keep_waiting(None)


@dataclass(frozen=True)
class _Sides:
    """Three tellings of one record held side by side."""

    root: type[RecordPart]
    known: bool

    def differences(
        self, path: FieldPath, part: type[RecordPart], old: Plain, file: Plain, page: Plain
    ) -> Iterator[TwoSided]:
        for name, slot in slots_of(part).items():
            three = tuple(_inside(value, name) for value in (old, file, page))
            if slot.part is None or (slot.many and not _same_length(three, known=self.known)):
                yield from self.field((*path, name), slot, *three)
            elif slot.many:
                for place in range(len(cast("list[Plain]", three[2] or []))):
                    inner = tuple(_item(value, place) for value in three)
                    yield from self.differences((*path, name, place), slot.part, *inner)
            else:
                yield from self.differences((*path, name), slot.part, *three)

    def field(
        self, path: FieldPath, slot: Slot, old: Plain, file: Plain, page: Plain
    ) -> Iterator[TwoSided]:
        was, there, here = (_text(slot, value) for value in (old, file, page))
        base = was if self.known else None
        if is_same(there, here) and (not self.known or is_same(was, here)):
            return
        moved = not self.known or not (is_same(was, there) or is_same(was, here))
        both = moved and not is_same(there, here)
        yield TwoSided(path, label_of(self.root, path), base, there, here, both, page)


def _inside(value: Plain, name: str) -> Plain:
    return value.get(name) if isinstance(value, dict) else None


def _item(value: Plain, place: int) -> Plain:
    return value[place] if isinstance(value, list) and place < len(value) else None


def _same_length(three: tuple[Plain, ...], *, known: bool) -> bool:
    lengths = [len(value) if isinstance(value, list) else 0 for value in three]
    return len(set(lengths if known else lengths[1:])) == 1


def _text(slot: Slot, value: Plain) -> str:
    """What a field says in words; of a list of parts, what each is called by."""
    if slot.part is not None and isinstance(value, list):
        return "\n".join(_called(item) for item in value)
    return shown(slot, value)


def _called(item: Plain) -> str:
    values = item.values() if isinstance(item, dict) else ()
    return ", ".join(str(value) for value in values if isinstance(value, str | int) and value)


def _take(plan: Plan, entry: TwoSided) -> None:
    """What the page says of one entry, into the plan."""
    slot = slots_along(plan.record.root, entry.path)[-1][0]
    if slot.part is None:
        plan.texts[entry.path] = text_of(slot, entry.value)
        return
    told = plan.record.told(entry.path)
    left = list(enumerate(told)) if isinstance(told, list) else []
    rows: list[int | NewRow] = []
    for item in entry.value if isinstance(entry.value, list) else []:
        same = next((pair for pair in left if pair[1] == item), None)
        if same:
            left.remove(same)
        count = len(told) if isinstance(told, list) else 0
        new = NewRow(count + len(rows), dict(_texts(slot.part, item)))
        rows.append(same[0] if same else new)
    plan.lists[entry.path] = Arranged(rows)


def _texts(part: type[RecordPart], item: Plain) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, slot in slots_of(part).items():
        value = _inside(item, name)
        if value is None:
            continue
        if slot.part is not None and not slot.many:
            yield from (((name, *names), text) for names, text in _texts(slot.part, value))
        elif slot.part is None:
            yield (name,), text_of(slot, value)
