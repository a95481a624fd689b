"""Numbers of outgoing papers: one series, no number twice (NĐ 30/2020, Điều 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.errors import Severity, Words
from docgen.guidance.data import read
from docgen.guidance.law import Hint, rule
from docgen.guidance.papers import Paper, papers
from docgen.record.parts import Issued, Told
from docgen.record.remark import remark
from docgen.record.shape import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.record.linked import AnyRecord
    from docgen.record.loading import Loaded
    from docgen.record.shape import FieldPath


class Numbered(NamedTuple):
    """Một văn bản đã có số: the paper, where its number is told, and the number with its day."""

    paper: Paper
    path: FieldPath
    issued: Issued


def numbered(record: AnyRecord) -> Iterator[Numbered]:
    """Every paper of which the record tells a number."""
    for one in papers(record.kind):
        for path, issued in told_of(record, one):
            if issued.number is not None:
                yield Numbered(one, path, issued)


def told_of(record: AnyRecord, one: Paper) -> Iterator[tuple[FieldPath, Issued]]:
    """Where the record tells number and day of a paper: of each part that it may be about."""
    section, _, name = one.told.partition(".")
    if not section:
        found = getattr(record.papers, one.id, None)
        if isinstance(found, Issued):
            yield ("papers", one.id), found
        return
    told = getattr(record, section, None)
    parts = (
        [((), told)] if isinstance(told, Told) else [((i,), x) for i, x in enumerate(told or [])]
    )
    for place, part in parts:
        found = getattr(part, name, None)
        if isinstance(found, Issued):
            yield (section, *place, name), found


def series(one: Paper, day: date) -> tuple[str, str, str]:
    """The register in which a paper takes its number: who issues it, which kind, which period.

    State papers are numbered by kind and calendar year, letters together; Party papers by the
    term of the committee.
    """
    kind = "" if one.is_letter else one.symbol
    return one.issuer, kind, term(day) if one.issuer == "party" else str(day.year)


def term(day: date) -> str:
    """Nhiệm kỳ of the Party committee on ``day``: ``2025-2030``."""
    starts = [row for row in read("numbering")["party_terms"] if row["since"] <= day]
    first = starts[-1]["years"] if starts else read("numbering")["party_terms"][0]["years"]
    return str(first)


def twice(loaded: Loaded) -> Iterator[Problem]:
    """Numbers told twice in one series, each at its second place."""
    met: dict[tuple[object, ...], Numbered] = {}
    for one in numbered(loaded.record):
        if one.issued.day is None:
            continue
        key = (*series(one.paper, one.issued.day), one.issued.number)
        first = met.setdefault(key, one)
        if first is not one:
            yield _taken(loaded, first, one)


def _taken(loaded: Loaded, first: Numbered, again: Numbered) -> Problem:
    named = label_of(type(loaded.record), first.path)
    hint: Hint = rule(_Rule, read("numbering")["once"]).hint
    return remark(
        loaded,
        (*again.path, "number"),
        Words(
            f"số {again.issued.number} đã cấp cho “{named.vi}” trong cùng sổ",
            f"number {again.issued.number} is taken by “{named.en}” in the same register",
        ),
        hint.words(),
        Severity.ERROR,
    )


class _Rule(NamedTuple):
    """Mỗi số chỉ cấp một lần."""

    hint: Hint
