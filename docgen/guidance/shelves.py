"""The files of the catalogue: each holds one model, how it is recognised and what it does."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from docgen.guidance.schema.catalogue import Listed, Texts
from docgen.tables.reading import read
from docgen.text.normal import clean_line
from docgen.values import Value, field

if TYPE_CHECKING:
    from pathlib import Path

GENERAL = "00-chung"
"""The file of what holds for models outside the catalogue; it has the content only."""
HEAD, CONTENT = 0, 1
"""The pages of a file: how the model is recognised, what it does."""
_QUOTES = "“”\"' ."
Content = TypeVar("Content", bound=Texts)


class Shelf(Value, Generic[Content], dict=True, eq=False):
    """The models of one kind: every YAML file of the folder but the general one is a model.

    The head of a file, read to find a model, stands before its first ``---``.
    """

    folder: Path
    shape: type[Content]
    _read: dict[str, Content] = field(default_factory=dict)

    @property
    def files(self) -> list[Path]:
        """The files of the models, by name."""
        return sorted(path for path in self.folder.glob("*.yaml") if path.stem != GENERAL)

    @cached_property
    def heads(self) -> dict[Path, Listed]:
        """How the model of each file is recognised."""
        return {path: read(path, Listed, HEAD) for path in self.files}

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """How each model is recognised, by number."""
        return tuple(sorted(self.heads.values(), key=attrgetter("number")))

    @cached_property
    def names(self) -> tuple[dict[str, Listed], dict[str, Listed]]:
        """The models by whole name, and by beginnings (``...``) that a record goes on writing."""
        whole: dict[str, Listed] = {}
        beginnings: dict[str, Listed] = {}
        for head in self.listed:
            for name in (head.name, *head.aliases):
                (beginnings if name.endswith("...") else whole)[key_of(name)] = head
        return whole, beginnings

    @cached_property
    def by_code(self) -> dict[str, Listed]:
        """The models by slug and by number."""
        return {code: head for head in self.listed for code in (head.slug, str(head.number))}

    def content(self, head: Listed | None) -> Content:
        """What the model of ``head`` does; in general, where there is none."""
        name = head.file if head else GENERAL
        if name not in self._read:
            page = CONTENT if head else HEAD
            self._read[name] = read(self.folder / f"{name}.yaml", self.shape, page)
        return self._read[name]


def key_of(name: str) -> str:
    """Names are the same without “Mô hình”, quotes and letter case."""
    bare = clean_line(name).casefold().strip(_QUOTES)
    while bare.startswith("mô hình"):
        bare = bare.removeprefix("mô hình").strip(_QUOTES)
    return bare
