"""The names a template may use, read off the view of a record that tells everything."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from docgen.guidance.guidance import guidance
from docgen.guidance.papers import Due, papers
from docgen.law.law import law
from docgen.papers.covers import Bound, dossier_view
from docgen.papers.phrases import DATA
from docgen.papers.sheet import Papers
from docgen.papers.view import view
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.sections import parts_of
from docgen.record.taking import taken
from docgen.tables.reading import read
from docgen.tables.rows import Row
from docgen.word.filling.fields import known_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.guidance import Guidance
    from docgen.guidance.schema.papers import Paper
    from docgen.law.law import Law
    from docgen.papers.rows import Frame
    from docgen.record.schema.linked import AnyRecord

_OF_DOSSIERS = frozenset({"bia", "muc-luc", "ket-thuc"})
FILE = DATA / "samples.yaml"


class Samples(Row):
    """``samples.yaml``: a record of each kind, as a record file would tell it."""

    self_managed: dict[str, Any]
    linked: dict[str, Any]


def known_names() -> frozenset[str]:
    """Every dotted name that a template may use, as ``check_template`` wants them."""
    return _known_names(guidance(), law())


@lru_cache(maxsize=2)
def _known_names(_: Guidance, __: Law) -> frozenset[str]:
    """The same, by the data in use."""
    names = [_names(record, due) for record in samples() for due in _of_every_sort(record)]
    return frozenset[str]().union(*names)


def views(template: str) -> list[Frame]:
    """What papers on ``template`` have to print, one for each that is made with it.

    Papers of the records that tell everything; of a template of no paper there are none.
    """
    found = []
    for record in samples():
        every = Papers(record, date(2000, 1, 1))
        rows = [row for row in papers(record.kind) if row.template == template]
        found += [view(every.sheet(due)) for row in rows for due in _first(record, row)]
        if template in _OF_DOSSIERS:
            due = next(_of_every_sort(record))
            found.append(dossier_view(every, [Bound(due, "docgen:x", 1, 1)]))
    return found


def _first(record: AnyRecord, row: Paper) -> Iterator[Due]:
    """The paper, about the first part of the record that is told, and its first copy."""
    parts = list(parts_of(record, row.section))[:1] if row.section else [""]
    yield from (Due(row, 1, part=part) for part in parts)


@cache
def samples() -> tuple[Record, LinkedRecord]:
    """A record of each kind that tells everything once."""
    told = read(FILE, Samples)
    return (
        taken(Record, told.self_managed),
        taken(LinkedRecord, told.linked),
    )


def _of_every_sort(record: AnyRecord) -> Iterator[Due]:
    """Papers about each section, about the first part told there; for each list, the first copy."""
    met = set()
    for row in papers(record.kind):
        if (row.section, row.each) not in met:
            met.add((row.section, row.each))
            yield from _first(record, row)


def _names(record: AnyRecord, due: Due) -> frozenset[str]:
    """The names in the view of one paper and of the dossier that holds it."""
    every = Papers(record, date(2000, 1, 1))
    bound = dossier_view(every, [Bound(due, "docgen:x", 1, 1)])
    return known_fields(view(every.sheet(due))) | known_fields(bound)
