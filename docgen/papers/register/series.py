"""The series of numbers in which outgoing papers stand (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.guidance.conditions import listed
from docgen.guidance.papers import papers
from docgen.law.numbering import period
from docgen.record.kinds import own
from docgen.record.sections import parts_of
from docgen.text.names import same_name_key
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.papers import Due
    from docgen.guidance.schema.papers import Paper
    from docgen.papers.sheet import Papers, Sheet
    from docgen.record.schema.linked import AnyRecord

OF_EACH = frozenset({"addressee", "chair"})
"""Issuers that are another unit for each copy; other copies share one number."""


class Series(Value):
    """Một hệ thống số: who issues, which kind of paper, which year or term (NĐ 30, Điều 15)."""

    body: str
    kind: str
    period: str


def register_key(due: Due) -> tuple[str, str, int | None]:
    """The same for copies that share one number: those for several guests, those to be signed."""
    return due.paper.id, due.part, due.copy if due.paper.issuer in OF_EACH else None


def series(sheet: Sheet) -> Series:
    """The series in which the paper takes its number on its day.

    Each kind of paper has a series of its own, letters together have one.
    """
    paper = sheet.paper
    kind = "" if paper.is_letter else paper.symbol
    begun = own(sheet.record).party.term_since if sheet.of_party else None
    years = period(sheet.day, of_party=sheet.of_party, begun=begun)
    return Series(same_name_key(sheet.body.name), kind, years)


def numbered(every: Papers) -> Iterator[Sheet]:
    """Every paper of which the record tells a number, each once."""
    record = every.record
    for paper in papers(record.kind):
        parts = parts_of(record, paper.section) if paper.section else [""]
        for part in parts if paper.numbered else []:
            for copy in _copies(record, paper):
                sheet = every.of(paper.id, part, copy)
                if sheet.issued.number is not None:
                    yield sheet


def _copies(record: AnyRecord, paper: Paper) -> list[int | None]:
    if paper.each != "chair":
        return [None]
    return [*range(1, len(listed(paper.each, record)) + 1)]
