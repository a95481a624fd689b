"""The names a template may use, read off the view of a record that tells everything."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docgen.guidance.papers import Due, paper, papers
from docgen.papers.covers import Bound, dossier_view
from docgen.papers.phrases import DATA
from docgen.papers.sheet import Papers
from docgen.papers.view import view
from docgen.record.schema.linked import AnyRecord, LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.sections import parts_of
from docgen.text.tables import read
from docgen.word.filling.fields import known_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOLD = DATA / "samples.yaml"


def known_names() -> frozenset[str]:
    """Every dotted name that a template may use, as ``check_template`` wants them."""
    own = Record.model_validate(read(_TOLD)["self_managed"])
    linked = LinkedRecord.model_validate(read(_TOLD)["linked"])
    names = [
        _names(own, Due(paper("invitation"), 1)),
        *(_names(linked, Due(paper(name, "linked"), 1)) for name in ("invitation", "assent")),
        *(_names(record, due) for record in (own, linked) for due in _of_parts(record)),
    ]
    return frozenset[str]().union(*names)


def _of_parts(record: AnyRecord) -> Iterator[Due]:
    """The papers that are about a part of the record, each about the first such part."""
    for row in papers(record.kind):
        for part in list(parts_of(record, row.section))[:1]:
            yield Due(row, 1, part=part)


def _names(record: AnyRecord, due: Due) -> frozenset[str]:
    """The names in the view of one paper and of the dossier that holds it."""
    every = Papers(record, date(2000, 1, 1))
    bound = dossier_view(every, [Bound(due, "docgen:x", 1, 1)])
    return known_fields(view(every.sheet(due))) | known_fields(bound)
