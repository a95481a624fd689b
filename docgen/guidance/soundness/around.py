"""What the data files of the guidance are held against: each other, the law, papers, records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.schema.shape import FieldKind, slots_along, slots_of
from docgen.tables.faults import unknown
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from docgen.guidance.guidance import Guidance
    from docgen.law.law import Law
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import Slot
    from docgen.tables.faults import Fault, Path

ROOTS: Mapping[str, type[AnyRecord]] = {"self_managed": Record, "linked": LinkedRecord}
PAPER = Words("văn bản", "paper")
_FIELD = Words("mục của bản khai", "field of the record")
_DAY = Words("ngày trong bản khai", "day of the record")


class Vocabulary(Value):
    """What the rows of one kind of model may name: who issues, who signs, whom papers address."""

    issuers: frozenset[str]
    signers: frozenset[str]
    addresses: frozenset[str]


class Around(Value):
    """Everything that a data file may refer to.

    Attributes:
        guidance: The other files of the guidance.
        law: The files of the law.
        words: What the program knows, for each kind of model.
        templates: The names of all templates; ``None`` where they are not known.
    """

    guidance: Guidance
    law: Law
    words: Mapping[str, Vocabulary]
    templates: Collection[str] | None

    def ids(self, kind: str) -> Collection[str]:
        """The papers of a kind of model."""
        return self.guidance.papers_by_id[kind]


def slot_at(root: type[RecordPart], name: str) -> Slot | None:
    """What a record holds at the dotted ``name``; nothing where there is no such field."""
    path = tuple(name.split("."))
    met = slots_along(root, path)
    return met[-1][0] if len(met) == len(path) else None


def field(path: Path, name: str, root: type[RecordPart]) -> Iterator[Fault]:
    """The dotted ``name`` is a field of a record."""
    if slot_at(root, name) is None:
        yield unknown(path, name, _names(root), _FIELD)


def day(path: Path, name: str, root: type[RecordPart]) -> Iterator[Fault]:
    """The dotted ``name`` is a day of a record."""
    slot = slot_at(root, name)
    if slot is None or slot.kind is not FieldKind.DAY:
        days = [name for name in _names(root) if _is_day(slot_at(root, name))]
        yield unknown(path, name, days, _DAY)


def _is_day(slot: Slot | None) -> bool:
    return slot is not None and slot.kind is FieldKind.DAY


def _names(root: type[RecordPart], around: str = "") -> list[str]:
    """The dotted names of all fields that stand in no list."""
    found: list[str] = []
    for slot in slots_of(root).values():
        name = f"{around}{slot.name}"
        inner = _names(slot.part, f"{name}.") if slot.part and not slot.many else []
        found += [name, *inner]
    return found
