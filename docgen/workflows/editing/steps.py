"""The steps in which a record is asked for, as ``steps.yaml`` has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from docgen.errors import Words
from docgen.tables.reading import read
from docgen.tables.rows import Row, Text

FILE = Path(__file__).parents[1] / "data" / "steps.yaml"


class StepRow(Row):
    """Một bước khai: its address, its name, the sections of the record that it asks for."""

    slug: Text
    vi: Text
    en: Text
    sections: tuple[Text, ...]
    later: bool = False

    @property
    def title(self) -> Words:
        """Its name."""
        return Words(self.vi, self.en)


class Steps(Row):
    """``steps.yaml``."""

    self_managed: tuple[StepRow, ...]
    linked: tuple[StepRow, ...]
    asked: tuple[Text, ...]
    folded: tuple[Text, ...]
    columns: dict[Text, tuple[Text, ...]]
    apart: dict[Text, Text]


@cache
def steps() -> Steps:
    """What the file tells."""
    return read(FILE, Steps)


def steps_of(kind: str) -> tuple[StepRow, ...]:
    """The steps of a record of a kind, in their order; those of later life last."""
    return steps().linked if kind == "linked" else steps().self_managed


def step_named(kind: str, slug: str) -> StepRow | None:
    """The step at an address."""
    return next((step for step in steps_of(kind) if step.slug == slug), None)


@cache
def is_asked(names: tuple[str, ...]) -> bool | None:
    """Whether a field is asked at once; ``None`` where the data leave it to its declaration."""
    for told, ends in ((True, steps().asked), (False, steps().folded)):
        if any(names[-len(end.split(".")) :] == tuple(end.split(".")) for end in ends):
            return told
    return None


def step_with(kind: str, section: str) -> StepRow | None:
    """The step that asks for a section of the record; nothing where none does."""
    return next((step for step in steps_of(kind) if section in step.sections), None)
