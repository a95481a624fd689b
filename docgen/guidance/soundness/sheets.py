"""Every data file of the guidance with what must hold in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from docgen.guidance.schema.catalogue import AllShared, Listed
from docgen.guidance.schema.chronology import Chronology
from docgen.guidance.schema.deadlines import Deadlines
from docgen.guidance.schema.endings import Endings
from docgen.guidance.schema.items import Items
from docgen.guidance.schema.papers import Papers
from docgen.guidance.schema.programmes import Programmes
from docgen.guidance.schema.ratings import Ratings
from docgen.guidance.schema.recognition import Recognition
from docgen.guidance.schema.requirements import Requirements
from docgen.guidance.schema.reviews import Reviews
from docgen.guidance.schema.survey import SurveyWords
from docgen.guidance.shelves import CONTENT, GENERAL, HEAD
from docgen.guidance.soundness import catalogue, papers, ratings, steps, times
from docgen.tables.reading import read
from docgen.tables.soundness import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from docgen.guidance.shelves import Shelf
    from docgen.guidance.soundness.around import Around
    from docgen.tables.faults import Fault
    from docgen.tables.rows import Row

_FILES: dict[str, tuple[type[Row], Callable[[Around], Iterable[Fault]]]] = {
    "papers": (Papers, papers.papers),
    "items": (Items, papers.items),
    "chronology": (Chronology, steps.chronology),
    "requirements": (Requirements, steps.requirements),
    "survey": (SurveyWords, steps.survey),
    "ratings": (Ratings, ratings.ratings),
    "reviews": (Reviews, ratings.reviews),
    "deadlines": (Deadlines, times.deadlines),
    "endings": (Endings, times.endings),
    "programmes": (Programmes, papers.programmes),
    "recognition": (Recognition, lambda _around: ()),
    "shared": (AllShared, catalogue.shared),
}


def sheets(around: Around) -> Iterator[Sheet]:
    """The files of the guidance, those of the catalogue last."""
    folder = around.guidance.folder
    for name, (shape, rules_of) in _FILES.items():
        yield Sheet(folder / f"{name}.yaml", shape, _ruled(rules_of, around))
    own, linked = around.guidance.catalogue, around.guidance.linked_catalogue
    yield from _shelf(own, "self_managed", lambda: around.law.issuers.kinds)
    yield from _shelf(linked, "linked", lambda: around.law.units.kinds)


def _ruled(
    rules_of: Callable[[Around], Iterable[Fault]], around: Around
) -> Callable[[], Iterable[Fault]]:
    return lambda: rules_of(around)


def _shelf(shelf: Shelf[Any], kind: str, kinds: Callable[[], Collection[str]]) -> Iterator[Sheet]:
    """Each file of the shelf: its head, and what it tells."""
    for file in shelf.files:
        yield Sheet(file, Listed, partial(_head, file, shelf, kinds), HEAD)
        yield Sheet(file, shelf.shape, partial(_texts, file, shelf, kind, CONTENT, kinds), CONTENT)
    general = shelf.folder / f"{GENERAL}.yaml"
    yield Sheet(general, shelf.shape, partial(_texts, general, shelf, kind, HEAD, kinds), HEAD)


def _head(file: Path, shelf: Shelf[Any], kinds: Callable[[], Collection[str]]) -> Iterator[Fault]:
    others = [head for other, head in shelf.heads.items() if other != file]
    return catalogue.head(file, shelf.heads[file], others, kinds())


def _texts(
    file: Path, shelf: Shelf[Any], kind: str, page: int, kinds: Callable[[], Collection[str]]
) -> Iterator[Fault]:
    return catalogue.texts(read(file, shelf.shape, page), kind, kinds())
