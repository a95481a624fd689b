"""The rules of form as one value, each of its files read when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from docgen.lint.schema.names import KindTable, NameTable, WordTable
from docgen.lint.schema.regimes import RuleTable, SharedTable, UndecidedTable
from docgen.tables.reading import read
from docgen.tables.source import chosen

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.tables.source import DataFolder

REGIMES: Final = ("nd30", "hd36", "hd05")


@dataclass(frozen=True, eq=False)
class Book:
    """Bộ quy tắc: rules by regime, kinds of papers, names, words.

    Every part raises :class:`DataError` when its file has problems.
    """

    folder: Path
    _regimes: dict[str, RuleTable] = field(default_factory=dict, repr=False)

    def of(self, regime: str) -> RuleTable:
        """The rules that are a regime's own."""
        if regime not in self._regimes:
            self._regimes[regime] = read(self.folder / f"{regime}.yaml", RuleTable)
        return self._regimes[regime]

    @cached_property
    def shared(self) -> SharedTable:
        """Rules of several regimes."""
        return read(self.folder / "shared.yaml", SharedTable)

    @cached_property
    def undecided(self) -> UndecidedTable:
        """What a Word file alone does not decide."""
        return read(self.folder / "undecided.yaml", UndecidedTable)

    @cached_property
    def kinds(self) -> KindTable:
        """Kinds of papers, and words that begin the names of bodies."""
        return read(self.folder / "kinds.yaml", KindTable)

    @cached_property
    def names(self) -> NameTable:
        """Names of bodies as they are written."""
        return read(self.folder / "names.yaml", NameTable)

    @cached_property
    def words(self) -> WordTable:
        """What parts of papers, and what is read off them, are called."""
        return read(self.folder / "words.yaml", WordTable)


def book() -> Book:
    """The rules of form, from the data in use."""
    return _book(chosen())


@lru_cache(maxsize=2)
def _book(data: DataFolder) -> Book:
    return Book(data.of("lint"))
