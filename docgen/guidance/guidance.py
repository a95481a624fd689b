"""One guidance (Hướng dẫn 1923/HD-BCĐ) as one value, each file read when it is first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from docgen.guidance.schema.catalogue import AllShared, Entry, LinkedEntry
from docgen.guidance.schema.chronology import Chronology
from docgen.guidance.schema.deadlines import Deadlines
from docgen.guidance.schema.endings import Endings
from docgen.guidance.schema.items import Items
from docgen.guidance.schema.kinds import KINDS
from docgen.guidance.schema.papers import Papers
from docgen.guidance.schema.programmes import Programmes
from docgen.guidance.schema.ratings import Ratings
from docgen.guidance.schema.recognition import Recognition
from docgen.guidance.schema.requirements import Requirements
from docgen.guidance.schema.reviews import Reviews
from docgen.guidance.schema.survey import SurveyWords
from docgen.guidance.shelves import Shelf
from docgen.tables.reading import read
from docgen.tables.source import chosen
from docgen.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.guidance.schema.papers import Paper
    from docgen.tables.source import DataFolder


class Guidance(Value, eq=False, dict=True):
    """Hướng dẫn: papers, dossier list, order, criteria, deadlines.

    Every part raises :class:`DataError` when its file has problems.
    """

    folder: Path

    @cached_property
    def papers(self) -> Papers:
        """The papers of the life of a model."""
        return read(self.folder / "papers.yaml", Papers)

    @cached_property
    def papers_by_id(self) -> dict[str, dict[str, Paper]]:
        """The papers of each kind of model by their ids."""
        return {kind: {paper.id: paper for paper in self.papers.of(kind)} for kind in KINDS}

    @cached_property
    def items(self) -> Items:
        """What the dossier of a model holds."""
        return read(self.folder / "items.yaml", Items)

    @cached_property
    def chronology(self) -> Chronology:
        """What comes after what."""
        return read(self.folder / "chronology.yaml", Chronology)

    @cached_property
    def requirements(self) -> Requirements:
        """What a record must tell."""
        return read(self.folder / "requirements.yaml", Requirements)

    @cached_property
    def ratings(self) -> Ratings:
        """Classes, criteria, facts."""
        return read(self.folder / "ratings.yaml", Ratings)

    @cached_property
    def deadlines(self) -> Deadlines:
        """What is due when."""
        return read(self.folder / "deadlines.yaml", Deadlines)

    @cached_property
    def endings(self) -> Endings:
        """What is seen to when a model ends."""
        return read(self.folder / "endings.yaml", Endings)

    @cached_property
    def reviews(self) -> Reviews:
        """Who surveys and who appraises."""
        return read(self.folder / "reviews.yaml", Reviews)

    @cached_property
    def survey(self) -> SurveyWords:
        """How short answers about a survey are worded."""
        return read(self.folder / "survey.yaml", SurveyWords)

    @cached_property
    def programmes(self) -> Programmes:
        """The usual programmes of conferences."""
        return read(self.folder / "programmes.yaml", Programmes)

    @cached_property
    def recognition(self) -> Recognition:
        """How names tell models of the catalogue."""
        return read(self.folder / "recognition.yaml", Recognition)

    @cached_property
    def shared(self) -> AllShared:
        """The lines that all models of one kind have."""
        return read(self.folder / "shared.yaml", AllShared)

    @cached_property
    def catalogue(self) -> Shelf[Entry]:
        """The self-managed models of the appendix."""
        return Shelf(self.folder / "catalogue", Entry)

    @cached_property
    def linked_catalogue(self) -> Shelf[LinkedEntry]:
        """The linked models of the appendix."""
        return Shelf(self.folder / "catalogue" / "linked", LinkedEntry)


def guidance() -> Guidance:
    """The guidance, from the data in use."""
    return _guidance(chosen())


@lru_cache(maxsize=2)
def _guidance(data: DataFolder) -> Guidance:
    return Guidance(data.of("guidance"))
