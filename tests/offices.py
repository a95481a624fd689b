"""An office: a record, its folder, and the papers of every step that the model may take."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from docgen.errors import RecordError, Words
from docgen.guidance.papers import CEREMONY, ESTABLISH
from docgen.papers.numbers import place
from docgen.record.files.writing import plain
from docgen.record.loading import load
from docgen.workflows.desk import Desk, Order, Step
from docgen.workflows.packaging import package, remake
from docgen.workflows.permitting import permit
from docgen.workflows.standing import at_work, looked_at
from tests.samples import STAGES, drafted, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from docgen.record.loading import Loaded
    from docgen.record.schema.shape import FieldPath
    from docgen.workflows.desk import Package

    Told = dict[str, Any]

FIRST = 501
"""The first of the numbers given here, beyond those of the samples."""


def silent(_: Words) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True)
class Office:
    """A record and its folder."""

    order: Order

    @property
    def folder(self) -> Path:
        """The folder."""
        return self.order.folder

    def on(self, day: date) -> Office:
        """The same on another day."""
        return Office(self.order.changed(drafted=day))

    def write(self, told: Told) -> None:
        """The record says ``told``."""
        text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
        self.order.file.write_text(text, encoding="utf-8")

    def told(self) -> Told:
        """What the record says."""
        return plain(load(self.order.file).record)

    def make(self, stage: str = ESTABLISH, part: str = "") -> Package:
        """Run a step."""
        return package(self.order, Step(stage, part), silent)

    def desk(self) -> Desk:
        """All that is at hand, with the folder as it stands."""
        return Desk.of(self.order, load(self.order.file), looked_at(self.folder))

    def files(self) -> dict[str, bytes]:
        """Word files and prints by their paths."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*.*"))
            if {"van-ban", "pdf"}.intersection(path.relative_to(self.folder).parts)
        }

    def issued(self) -> set[str]:
        """The Word files and prints that the folder marks as issued."""
        known = looked_at(self.folder).known
        assert known
        return {path for path, filed in known.files.items() if filed.issued}

    def number(self, ways: Iterable[FieldPath] | None = None, day: date | None = None) -> Told:
        """What the record tells once the papers told at ``ways``, or all, have their numbers."""
        desk = self.desk()
        told = plain(desk.record)
        known = {place(desk.record, due) for due in desk.dues() if due.paper.numbered} - {()}
        shown = (day or self.order.drafted).strftime("%d/%m/%Y")
        for number, way in enumerate(sorted(known if ways is None else ways, key=str), FIRST):
            put(told, way, {"number": number, "day": shown})
        return told

    def issue(self, *ways: FieldPath) -> Told:
        """Give the numbers and make the papers again; what the record then tells."""
        told = self.number(ways or None)
        self.write(told)
        self.make()
        return told

    def beside(self, folder: Path) -> Office:
        """The same once more, in ``folder``."""
        shutil.copytree(self.order.file.parent, folder)
        record, made = folder / self.order.file.name, folder / self.folder.name
        return Office(self.order.changed(record=record, folder=made))


def opened(sample: str, home: Path) -> Office:
    """The record of a sample in ``home``, nothing made of it yet."""
    record = home / "ban-khai.yaml"
    record.write_bytes(path_of(sample).read_bytes())
    return Office(Order(record, home / "ho-so", drafted(sample), "builtin"))


def lived(sample: str, home: Path) -> Office:
    """The same, with the papers of all steps that the model may take."""
    made = opened(sample, home)
    found = load(made.order.file)
    with at_work(made.folder, silent) as there:
        remake(Desk.of(made.order, found, there, *steps_of(found)), silent)
    return made


def steps_of(found: Loaded) -> list[Step]:
    """Every step that the model of a record may take."""
    return [step for stage in (ESTABLISH, CEREMONY, *STAGES) for step in _permitted(found, stage)]


def _permitted(found: Loaded, stage: str) -> list[Step]:
    try:
        return [permit(found, Step(stage))]
    except RecordError:
        return []


def put(told: Told, path: FieldPath, value: Any) -> None:
    """Write ``value`` at ``path``, beside what a group has there, making what is on the way."""
    inner: Any = told
    for step in path[:-1]:
        inner = inner.setdefault(step, {}) if isinstance(step, str) else inner[step]
    known = inner.get(path[-1]) if isinstance(inner, dict) else inner[path[-1]]
    inner[path[-1]] = {**known, **value} if isinstance(known, dict) else value
