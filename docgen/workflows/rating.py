"""Rating models (III): each by its record and its dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.checks.remark import remark
from docgen.errors import DocgenError, RecordError, Words, together
from docgen.guidance import ratings
from docgen.guidance.classes import Follows, follows
from docgen.guidance.evidence import DossierFacts
from docgen.guidance.ratings import Outcome, Rating
from docgen.papers.life.assessments import actor
from docgen.record.sections import parts_of
from docgen.workflows.desk import sound
from docgen.workflows.examining import find
from docgen.workflows.opening import load
from docgen.workflows.standing import looked_at
from docgen.workflows.status import ItemState, status

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from docgen.errors import Problem
    from docgen.record.loading import Loaded

_FRESH = frozenset({ItemState.DRAFT, ItemState.EDITED})
_PRESENT = _FRESH | {ItemState.NUMBERED, ItemState.SIGNED}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks: which records, which period ("": the latest), which dossier folder."""

    records: tuple[Path, ...]
    drafted: date
    period: str = ""
    dossier: Path | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """Một mô hình đã xét: its record, its rating, what follows, what is odd in its folder."""

    loaded: Loaded
    rating: Rating
    follows: Follows | None
    remarks: tuple[Problem, ...] = ()

    @property
    def is_rated(self) -> bool:
        """Whether there is a class."""
        return self.rating.outcome is Outcome.RATED


def rate(asked: Asked) -> list[Rated]:
    """The rating of each record, in the order in which they were named.

    Raises:
        RecordError: a record has problems, or does not assess the period.
        DocgenError: the folder named as dossier is none of docgen's.
        OutsideError: the disk failed.
    """
    found: list[Rated] = []
    faults: list[DocgenError] = []
    for path in asked.records:
        try:
            loaded = load(path)
            sound(find(loaded, asked.drafted))
            found.append(rated(loaded, path, asked))
        except DocgenError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return found


def rated(loaded: Loaded, path: Path, asked: Asked) -> Rated:
    """The rating of one sound record, which stands at ``path``; raises as :func:`rate`."""
    record = loaded.record
    period = asked.period.upper() or ratings.latest(record)
    told = parts_of(record, "assessments")
    if period not in told:
        raise RecordError(_not_assessed(loaded, period))
    day = getattr(told[period], "day", None) or asked.drafted
    rating = ratings.rate(record, period, _in_folder(asked.dossier, day, path, loaded))
    odd = looked_at(asked.dossier).remarks if asked.dossier else ()
    return Rated(loaded, rating, _follows(loaded, rating), odd)


def _follows(loaded: Loaded, rating: Rating) -> Follows | None:
    if not rating.id:
        return None
    found = follows(rating.id, loaded.record.kind)
    who = Words(actor(loaded.record, found.who.vi), actor(loaded.record, found.who.en))
    return Follows(found.what, who, found.clause)


def _not_assessed(loaded: Loaded, period: str) -> Problem:
    shown = Words(f" kỳ {period}" if period else "", f" of {period}" if period else "")
    return remark(
        loaded,
        ("assessments",),
        Words(f"chưa có dữ kiện đánh giá{shown.vi}", f"there are no facts{shown.en}"),
        Words(
            "Khai “assessments” với “period” và các dữ kiện; xem mẫu: docgen new.",
            "Tell “assessments” with “period” and facts; see the blank form: docgen new.",
        ),
    )


def _in_folder(
    directory: Path | None, day: date, record: Path, loaded: Loaded
) -> DossierFacts | None:
    """What the dossier in ``directory`` holds of the guidance's list that is due by ``day``."""
    if directory is None:
        return None
    items = status(directory, day, record, loaded).items
    return DossierFacts(
        missing=tuple(lack.text for item in items for lack in item.lacks if not lack.inside),
        unsure=tuple(item.title for item in items if item.state is ItemState.UNSURE),
        drafts=tuple(item.title for item in items if item.state in _FRESH),
        unsaid=tuple(lack.text for item in items for lack in item.lacks if lack.inside),
        empty=not any(item.state in _PRESENT for item in items),
    )
