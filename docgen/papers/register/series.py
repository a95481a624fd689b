"""Numbers that the văn thư gave: where the record tells them, in which register they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.checks.remark import remark
from docgen.errors import Severity, Words
from docgen.guidance.papers import papers
from docgen.law.numbering import once, period
from docgen.law.units import told_apart
from docgen.papers import citations
from docgen.papers.bodies import partners, roles
from docgen.record.schema.parts import Told
from docgen.record.schema.shape import label_of, part_at, slots_of
from docgen.record.sections import parts_of
from docgen.record.turns import chairs_of
from docgen.text.names import same_name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from docgen.errors import Problem
    from docgen.guidance.papers import Due
    from docgen.guidance.schema.papers import Paper
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.parts import Issued
    from docgen.record.schema.shape import FieldPath

OF_EACH = frozenset({"addressee", "chair"})
"""Issuers that are another unit for each copy; other copies share one number."""


class Series(NamedTuple):
    """Một hệ thống số: who issues, which kind of paper, which year or term (NĐ 30, Điều 15)."""

    body: str
    kind: str
    period: str


class Numbered(NamedTuple):
    """Một văn bản đã có số: what it is, where the record tells its number, number and day."""

    paper: Paper
    part: str
    copy: int | None
    path: FieldPath
    issued: Issued


def place(record: AnyRecord, one: Paper, part: str = "", copy: int | None = None) -> FieldPath:
    """Where the record tells number and day of a paper; empty where it has no place for them.

    The consent of a unit has one only when the record names the unit among the consents.
    """
    if one.each == "chair" and record.kind == "linked":
        found = partners.consent_place(record, copy)
        return () if found is None else ("dissolution", "consents", found)
    section, _, name = one.told.partition(".")
    if not section:
        return _known(record, ("papers", one.id))
    names = list(parts_of(record, section))
    if part not in names:
        return ()
    return _known(record, (section, name) if not part else (section, names.index(part), name))


def _known(record: AnyRecord, path: FieldPath) -> FieldPath:
    around = part_at(type(record), path[:-1])
    return path if around is not None and path[-1] in slots_of(around) else ()


def register_key(one: Due) -> tuple[str, str, int | None]:
    """The same for copies that share one number: those for several guests, those to be signed."""
    return one.paper.id, one.part, one.copy if one.paper.issuer in OF_EACH else None


def series(
    record: AnyRecord, one: Paper, day: date, part: str = "", copy: int | None = None
) -> Series:
    """The series in which the paper takes its number on ``day``.

    Each kind of paper has a series of its own, letters together have one.
    """
    body = roles.body(record, one, copy, part)
    kind = "" if one.is_letter else one.symbol
    return Series(same_name_key(body.name), kind, period(day, of_party=one.issuer == "party"))


def numbered(record: AnyRecord) -> Iterator[Numbered]:
    """Every paper of which the record tells a number, each once."""
    for one in papers(record.kind):
        parts = parts_of(record, one.section) if one.section else [""]
        for part in parts if one.numbered else []:
            for copy in _copies(record, one):
                path = place(record, one, part, copy)
                issued = citations.issued(record, one, part, copy)
                if path and issued.number is not None:
                    yield Numbered(one, part, copy, path, issued)


def _copies(record: AnyRecord, one: Paper) -> list[int | None]:
    if one.each != "chair" or record.kind != "linked":
        return [None]
    return [*range(1, max(1, len(chairs_of(record))) + 1)]


def twice(loaded: Loaded) -> Iterator[Problem]:
    """Numbers told twice in one series: an error at the second place that names the first."""
    record = loaded.record
    if record.kind == "linked":
        record = told_apart(record)
    met: dict[tuple[Series, int | None], Numbered] = {}
    for one in numbered(record):
        if one.issued.day is None:
            continue
        own = series(record, one.paper, one.issued.day, one.part, one.copy)
        first = met.setdefault((own, one.issued.number), one)
        if first is not one:
            yield _taken(loaded, first, one)
            yield _taken(loaded, one, first)


def _taken(loaded: Loaded, first: Numbered, again: Numbered) -> Problem:
    named = _label(loaded.record, first.path)
    return remark(
        loaded,
        (*again.path, "number"),
        Words(
            f"số {again.issued.number} đã cấp cho {named.vi} trong cùng sổ",
            f"number {again.issued.number} is taken by {named.en} in the same register",
        ),
        once(),
        Severity.ERROR,
    )


def _label(record: AnyRecord, path: FieldPath) -> Words:
    inside = path[0] == "papers"
    root, below = (type(record.papers), path[1:]) if inside else (type(record), path)
    label = label_of(root, below)
    return Words(f"“{label.vi}”", f"“{label.en}”")


def unnumbered(record: AnyRecord, path: FieldPath) -> AnyRecord:
    """``record`` as it was before the paper told at ``path`` got its number and day."""
    cleared = _cleared(record, path)
    assert isinstance(cleared, type(record))  # noqa: S101 - a copy of it
    return cleared


def _cleared(told: Told, path: FieldPath) -> Told:
    if not path:
        return told.model_copy(update={"number": None, "day": None})
    name, rest = str(path[0]), path[1:]
    inner = getattr(told, name)
    if isinstance(inner, Told):
        return told.model_copy(update={name: _cleared(inner, rest)})
    place = rest[0]
    items = [_cleared(one, rest[1:]) if at == place else one for at, one in enumerate(inner)]
    return told.model_copy(update={name: items})
