"""What a page asks to be changed: typed texts as values, rows as lists, each at its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from docgen.record.files.relisting import New
from docgen.record.files.writing import plain_value
from docgen.record.revising import Revision
from docgen.record.schema.shape import dotted, slots_along
from docgen.record.typed import is_same, text_of, value_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from docgen.record.files.relisting import Item
    from docgen.record.files.tree import Plain
    from docgen.record.schema.shape import FieldPath, Slot
    from docgen.workflows.editing.opened import OpenRecord

_STEP = re.compile(r"([a-z][a-z0-9_]*)((?:\[[0-9]{1,5}\])*)")


def path_in(name: str) -> FieldPath:
    """``("members", 2, "birth_year")`` of ``members[3].birth_year``; empty where it is no name."""
    path: list[str | int] = []
    for part in name.split("."):
        found = _STEP.fullmatch(part)
        if found is None:
            return ()
        path.append(found[1])
        path += [int(number) - 1 for number in re.findall(r"\d+", found[2])]
    return tuple(path) if all(not isinstance(one, int) or one >= 0 for one in path) else ()


@dataclass
class NewRow:
    """A row that the file does not have: its place on the page from 0, what is typed into it."""

    place: int
    typed: dict[tuple[str, ...], str] = field(default_factory=dict)

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is typed into it."""
        return not any(text.strip() for text in self.typed.values())


class Arranged(NamedTuple):
    """A list put in order: rows of the file by their places, new ones."""

    rows: list[int | NewRow]


class Typed(NamedTuple):
    """What a page sends.

    Attributes:
        texts: What stands in its fields, by their names, in the order of the page.
        shown: For each list of which it shows rows, the numbers of these rows.
    """

    texts: Sequence[tuple[str, str]]
    shown: Mapping[str, Sequence[int]]


@dataclass
class Plan:
    """What is to change in a record, and what of it the record cannot hold.

    ``texts`` has the paths of the file as it is, without the rows of lists that are new.
    """

    record: OpenRecord
    texts: dict[FieldPath, str] = field(default_factory=dict)
    lists: dict[FieldPath, Arranged] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)

    def slot(self, path: FieldPath) -> Slot | None:
        """The field at ``path``; nothing where the record has none or it holds parts."""
        met = slots_along(self.record.root, path)
        names = [step for step in path if isinstance(step, str)]
        return met[-1][0] if len(met) == len(names) and met[-1][0].part is None else None

    def revision(self) -> Revision:
        """What of it shall stand in the file."""
        values = {path: self.value(path, text) for path, text in self.texts.items()}
        lists = {
            path: [_item(self, path, row) for row in told.rows] for path, told in self.lists.items()
        }
        return Revision(values, {path: items for path, items in lists.items() if self.moves(path)})

    def moves(self, path: FieldPath) -> bool:
        """Whether the rows of a list are others, or otherwise, than in the file."""
        return self.lists[path].rows != list(range(count_of(self.record, path)))

    @property
    def changes(self) -> bool:
        """Whether it says anything else than the file does."""
        return bool(self.texts) or any(map(self.moves, self.lists))

    def value(self, path: FieldPath, text: str) -> Plain:
        """What ``text`` says in the field at ``path``."""
        slot = self.slot(path)
        return value_in(slot, text) if slot else None

    def moved(self, path: FieldPath) -> FieldPath | None:
        """Where a field of the file stands after the change; nothing where its row goes."""
        for length in range(1, len(path)):
            place, told = path[length], self.lists.get(path[:length])
            if told is not None and isinstance(place, int):
                if place not in told.rows:
                    return None
                return (*path[:length], told.rows.index(place), *path[length + 1 :])
        return path


def _item(plan: Plan, path: FieldPath, row: int | NewRow) -> Item:
    if isinstance(row, int):
        return row
    values: dict[str, Plain] = {}
    for names, text in row.typed.items():
        value = plan.value((*path, 0, *names), text)
        if value is not None:
            inside = values
            for name in names[:-1]:
                inside = inside.setdefault(name, {})  # type: ignore[assignment]
            inside[names[-1]] = value
    return New(values)


def count_of(record: OpenRecord, path: FieldPath) -> int:
    """How many items the file has of the list at ``path``."""
    told = record.told(path)
    return len(told) if isinstance(told, list) else 0


def planned(record: OpenRecord, typed: Typed, drafts: Mapping[str, str] | None = None) -> Plan:
    """What ``typed`` changes; what waits outside the record, the ``drafts``, is tried with it."""
    plan = Plan(record)
    texts = dict(_with_drafts(drafts or {}, typed))
    for name in typed.shown:
        _arrange(plan, path_in(name), texts, typed.shown[name])
    for name, text in texts.items():
        _take(plan, path_in(name), text)
    for told in plan.lists.values():
        told.rows[:] = [row for row in told.rows if isinstance(row, int) or not row.says_nothing]
    plan.texts = {path: text for path, text in plan.texts.items() if plan.moved(path) is not None}
    return plan


def _with_drafts(drafts: Mapping[str, str], typed: Typed) -> Iterator[tuple[str, str]]:
    """What waits outside, unless its row was on the page and is gone from there."""
    sent = {name for name, _ in typed.texts}
    rows = {row for name in sent for row in _rows_around(name)}
    for name, text in drafts.items():
        if name in sent:
            continue
        around = list(_rows_around(name))
        gone = any(_is_shown(row, typed) and row not in rows for row in around)
        if not gone:
            yield name, text
    yield from typed.texts


def _rows_around(name: str) -> Iterator[str]:
    """``members[3]`` of ``members[3].birth_year``."""
    for found in re.finditer(r"\]", name):
        yield name[: found.end()]


def _is_shown(row: str, typed: Typed) -> bool:
    head, _, number = row.removesuffix("]").rpartition("[")
    return head in typed.shown and int(number) in typed.shown[head]


def _arrange(plan: Plan, path: FieldPath, texts: Iterable[str], shown: Sequence[int]) -> None:
    """The rows of a list in the order in which the page has them; rows of other pages stay."""
    count = count_of(plan.record, path)
    head = f"{dotted(path)}["
    numbers = (name[len(head) :].partition("]")[0] for name in texts if name.startswith(head))
    sent = list(dict.fromkeys(int(number) - 1 for number in numbers if number.isdecimal()))
    here = {number - 1 for number in shown}
    other = [place for place in range(count) if place not in here]
    before = [place for place in other if place < min(here, default=count)]
    ordered = [place for place in sent if place >= count or place in here]
    rows = [place if place < count else NewRow(place) for place in ordered]
    plan.lists[path] = Arranged([*before, *rows, *(one for one in other if one not in before)])


def _take(plan: Plan, path: FieldPath, text: str) -> None:
    """What was typed at ``path``, where it is not what the file says there."""
    slot = plan.slot(path) if path else None
    if slot is None:
        return
    usual = "" if slot.required else text_of(slot, plain_value(slot.default))
    for length, place in enumerate(path):
        if isinstance(place, int) and place >= count_of(plan.record, path[:length]):
            if not is_same(text, usual):
                names = tuple(str(step) for step in path[length + 1 :])
                _new_row(plan, path[:length], place).typed[names] = text
            return
    value = plan.record.told(path)
    told = text_of(slot, value)
    same = is_same(text, told) or value_in(slot, text) == value
    if not same and not (not told and is_same(text, usual)):
        plan.texts[path] = text


def _new_row(plan: Plan, path: FieldPath, place: int) -> NewRow:
    """The row at ``place`` of the page that the file does not have; at the end where it is new."""
    count = count_of(plan.record, path)
    rows = plan.lists.setdefault(path, Arranged(list(range(count)))).rows
    found = next((row for row in rows if isinstance(row, NewRow) and row.place == place), None)
    if found is None:
        found = NewRow(place)
        rows.append(found)
    return found
