"""The law of the whole country as one value, each of its files read when it is first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from docgen.law.schema.derived import Derivations
from docgen.law.schema.eras import Eras
from docgen.law.schema.honours import Honours
from docgen.law.schema.issuers import Issuers
from docgen.law.schema.legal import Legal
from docgen.law.schema.numbering import Numbering
from docgen.law.schema.organisations import Organisations
from docgen.law.schema.places import Places
from docgen.law.schema.signers import Signers
from docgen.law.schema.units import Units
from docgen.tables.reading import read
from docgen.tables.source import chosen
from docgen.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.law.schema.legal import Act
    from docgen.tables.source import DataFolder


class Law(Value, eq=False, dict=True):
    """Pháp luật: acts, eras, names of bodies, signing, numbering.

    Every part raises :class:`DataError` when its file has problems.
    """

    folder: Path

    @cached_property
    def legal(self) -> Legal:
        """The acts as the file has them."""
        return read(self.folder / "legal.yaml", Legal)

    @cached_property
    def acts(self) -> dict[str, Act]:
        """Every act that the program can cite, by its id."""
        return {act.id: act for act in self.legal.acts}

    @cached_property
    def eras(self) -> Eras:
        """The eras of government and of the form of Party papers, and what ended with them."""
        return read(self.folder / "eras.yaml", Eras)

    @cached_property
    def honours(self) -> Honours:
        """Which honours are whose to give."""
        return read(self.folder / "honours.yaml", Honours)

    @cached_property
    def organisations(self) -> Organisations:
        """Whose papers have a form of their own."""
        return read(self.folder / "organisations.yaml", Organisations)

    @cached_property
    def signers(self) -> Signers:
        """How signers are named."""
        return read(self.folder / "signers.yaml", Signers)

    @cached_property
    def numbering(self) -> Numbering:
        """How papers are numbered."""
        return read(self.folder / "numbering.yaml", Numbering)

    @cached_property
    def issuers(self) -> Issuers:
        """The kinds of deciding unit."""
        return read(self.folder / "issuers.yaml", Issuers)

    @cached_property
    def derived(self) -> Derivations:
        """What follows from the profile of a unit."""
        return read(self.folder / "derived.yaml", Derivations)

    @cached_property
    def places(self) -> Places:
        """The names of provinces and communes in time."""
        return read(self.folder / "places.yaml", Places)

    @cached_property
    def units(self) -> Units:
        """The kinds of member unit of linked models."""
        return read(self.folder / "units.yaml", Units)


def law() -> Law:
    """The law, from the data in use."""
    return _law(chosen())


@lru_cache(maxsize=2)
def _law(data: DataFolder) -> Law:
    return Law(data.of("law"))
