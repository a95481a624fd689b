"""A record's file as it is opened for editing: what it tells, sound or not, and its revision."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast

from docgen.checks.remark import in_reading_order
from docgen.guidance.growth import grow
from docgen.recent import Recent
from docgen.record.files.file import read_bytes
from docgen.record.loading import UnfitRecordError, faults_of, root_of, tree_in
from docgen.record.revising import value_at
from docgen.record.salvage import apart
from docgen.record.schema.shape import slots_of
from docgen.tables.source import DataFolder, chosen
from docgen.workflows import opening
from docgen.workflows.editing.drawer import Drawer
from docgen.workflows.examining import Findings, find

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.checks.blanks import Blanked
    from docgen.errors import Problem
    from docgen.record.files.tree import Plain, Tree
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.shape import FieldPath


def revision_of(data: bytes) -> str:
    """By what two states of one file are told apart."""
    return sha256(data).hexdigest()[:16]


@dataclass(frozen=True)
class OpenRecord:
    """A record's file opened for editing.

    Attributes:
        file: The file.
        data: Its bytes when it was opened.
        tree: What they tell, sound or not.
        root: The kind of record.
    """

    file: Path
    data: bytes
    tree: Tree
    root: type[AnyRecord]

    @cached_property
    def revision(self) -> str:
        """The state of the file."""
        return revision_of(self.data)

    @property
    def kind(self) -> str:
        """``self_managed`` or ``linked``."""
        return "linked" if "units" in slots_of(self.root) else "self_managed"

    @property
    def values(self) -> dict[str, Plain]:
        """What the file tells, as it says it."""
        return cast("dict[str, Plain]", self.tree.value) if self.is_told else {}

    @property
    def is_told(self) -> bool:
        """Whether the file is made of fields at all."""
        return isinstance(self.tree.value, dict)

    def told(self, path: FieldPath) -> Plain:
        """What the file says at ``path``."""
        return value_at(self.tree.value, path)

    @cached_property
    def drafts(self) -> dict[str, str]:
        """What was typed and the record cannot hold, by the names of the fields."""
        return self.drawer.drafts()

    @cached_property
    def drawer(self) -> Drawer:
        """Where the desk keeps its own small things."""
        return Drawer.of(self.file)

    @cached_property
    def faults(self) -> tuple[Problem, ...]:
        """Why commands cannot read it; nothing where they can."""
        return faults_of(self.tree, self.file, grow)

    @cached_property
    def whole(self) -> tuple[Loaded | None, tuple[Problem, ...], frozenset[str]]:
        """The record with all that follows from it, or what is sound; faults; what is gone."""
        try:
            return opening.loaded_tree(self.tree, self.data, self.file), (), frozenset()
        except UnfitRecordError as fault:
            return fault.rest, fault.problems, fault.gone

    @property
    def record(self) -> Any:  # noqa: ANN401 - a record of either kind, or nothing
        """The record with what its profile and the law give; nothing where it cannot be read."""
        return self.whole[0].record if self.whole[0] else None

    def problems(self, on: date) -> tuple[Problem, ...]:
        """All that is wrong or doubtful on a day, as ``docgen check`` tells it."""
        _, faults, gone = self.whole
        found = self._findings(on)
        more = found.problems if found else ()
        return tuple(in_reading_order([*faults, *(apart(more, gone) if faults else more)]))

    def blanks(self, on: date) -> tuple[Blanked, ...]:
        """What will print as a blank or a mark."""
        found = self._findings(on)
        return found.blanks if found else ()

    def _findings(self, on: date) -> Findings | None:
        """What checking it on a day brings to light; looked for once while nothing changes."""
        known = self.whole[0]
        if known is None:
            return None
        return _FOUND.of((self.file, known.sha256, on, chosen()), lambda: find(known, on))


_FOUND: Recent[tuple[Path, str, date, DataFolder], Findings] = Recent(16)
"""What was found lately, by record and profile, the day and the data in use."""


def open_record(file: Path) -> OpenRecord:
    """The record in ``file``, opened for editing though it may have faults.

    Raises:
        RecordError: the file is not there, or is neither YAML nor a form of docgen's.
        OutsideError: the disk failed.
    """
    data = read_bytes(file)
    return opened(data, file)


def opened(data: bytes, file: Path) -> OpenRecord:
    """The same from bytes that are read already."""
    tree = tree_in(data, file, grow)
    return OpenRecord(file, data, tree, root_of(tree, grow))
