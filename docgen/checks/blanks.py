"""What is suspicious in a well-formed record, and what of it will print blank."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.checks.cells import cells
from docgen.checks.conduct import conduct
from docgen.checks.lettering import lettering
from docgen.checks.people import people
from docgen.checks.remark import in_reading_order, remark
from docgen.checks.reports import issues, living
from docgen.checks.units import units
from docgen.errors import Words
from docgen.guidance.conditions import fulfils, is_of_part
from docgen.guidance.papers import papers
from docgen.law.issuers import kind_of
from docgen.law.units import unit_terms
from docgen.record.explaining import place_of
from docgen.record.schema.fields import Blank
from docgen.record.schema.shape import dotted, label_of, walk
from docgen.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.errors import Place, Problem
    from docgen.law.schema.units import UnitTerms
    from docgen.record.loading import Loaded
    from docgen.record.schema.linked import AnyRecord
    from docgen.record.schema.own import Record
    from docgen.record.schema.shape import FieldPath, Slot
    from docgen.record.schema.units import Unit


def check(loaded: Loaded) -> list[Problem]:
    """What a record contradicts or tells by halves, seen without any law, in the file's order.

    Errors make it useless for drafting; warnings only show what is in doubt.
    """
    record = loaded.record
    own = units(loaded, record) if record.kind == "linked" else _own(loaded, record)
    shared = (
        _half_issued(loaded),
        living(loaded),
        conduct(loaded),
        lettering(loaded),
        cells(loaded),
    )
    return in_reading_order([*own, *chain.from_iterable(shared)])


def _own(loaded: Loaded, record: Record) -> Iterator[Problem]:
    """What only a self-managed model can contradict."""
    yield from _party(loaded, record)
    yield from people(loaded, record)


class Blanked(Value):
    """A field that will print as a blank to fill by hand, or as a visible mark."""

    field: str
    label: Words
    kind: Blank
    place: Place


# Fields that a record does not need: the value is well known.
_NOT_NEEDED: dict[FieldPath, Callable[[Record], bool]] = {
    ("issuer", "abbreviation"): lambda record: bool(kind_of(record).default_abbreviation),
    ("police", "name"): lambda record: record.approver != "police",
}
_NOT_NEEDED_OF_UNIT: dict[str, Callable[[Unit], bool]] = {
    "abbreviation": lambda unit: _abbreviated(unit_terms(unit.kind)),
    "commune": lambda unit: unit_terms(unit.kind).is_commune or bool(unit.place),
    "province": lambda unit: not unit.lead,
    "term": lambda unit: unit.turn is None,
    "reply": lambda unit: unit.lead or not unit_terms(unit.kind).sealed,
}


def _abbreviated(terms: UnitTerms) -> bool:
    """Whether units of the kind have one abbreviation, or need none without a seal."""
    return bool(terms.abbreviation) or not terms.sealed


def _unneeded(record: AnyRecord) -> set[FieldPath]:
    """Where nothing is missing although nothing is told."""
    amended: set[FieldPath] = {
        ("amendments", index, "issued" if amendment.replaces else "former")
        for index, amendment in enumerate(record.amendments)
    }
    unmade: set[FieldPath] = {
        ("papers", paper.id)
        for paper in papers(record.kind)
        if not (paper.section or is_of_part(paper.when) or fulfils(paper.when, record))
    }
    return amended | unmade | _unneeded_of_kind(record)


def _unneeded_of_kind(record: AnyRecord) -> set[FieldPath]:
    if record.kind != "linked":
        return {path for path, test in _NOT_NEEDED.items() if test(record)}
    of_units = {
        ("units", index, name)
        for index, unit in enumerate(record.units)
        for name, test in _NOT_NEEDED_OF_UNIT.items()
        if test(unit)
    }
    # The units and the security bodies are asked, whoever else is told.
    return {*of_units, ("consultation", "consultees")}


def blanks(loaded: Loaded) -> list[Blanked]:
    """Everything that prints blank or as a mark, in the order of the model, list items too."""
    return [
        Blanked(
            dotted(path),
            label_of(type(loaded.record), path),
            slot.about.blank,
            place_of(path, loaded.marks, loaded.file),
        )
        for path, slot, value in _asked(loaded.record)
        if value in _NOTHING
    ]


class Progress(NamedTuple):
    """How far a record has come: of ``needed`` fields that papers ask for, ``told`` are known."""

    told: int
    needed: int


def progress(record: AnyRecord) -> Progress:
    """How far ``record`` has come; numbers and days, which the registry gives later, apart."""
    values = [value for path, _, value in _asked(record) if path[0] != "papers"]
    return Progress(sum(value not in _NOTHING for value in values), len(values))


_NOTHING: tuple[object, ...] = ("", None, [])


def _asked(record: AnyRecord) -> Iterator[tuple[FieldPath, Slot, Any]]:
    """Every field of which papers print a blank or a mark where it is not told."""
    unneeded = _unneeded(record)
    for path, slot, value in walk(record):
        if slot.about.blank is not Blank.NONE and not {path[:2], path[:3]} & unneeded:
            yield path, slot, value


_PARTY_NAMES = {"committee": r"(?i)chi bộ\b", "cell": r"(?i)đảng ủy\b"}


def _party(loaded: Loaded, record: Record) -> Iterator[Problem]:
    party = record.party
    if re.match(_PARTY_NAMES[party.kind], party.name):
        yield remark(
            loaded,
            ("party", "kind"),
            Words(
                f"“{party.name}” không khớp với loại cấp ủy “{party.kind}”",
                f"“{party.name}” does not fit the kind “{party.kind}”",
            ),
            Words(
                "Chi bộ ghi “kind: cell”; đảng ủy ghi “kind: committee”.",
                "A “chi bộ” is “kind: cell”; a “đảng ủy” is “kind: committee”.",
            ),
        )


def _half_issued(loaded: Loaded) -> Iterator[Problem]:
    """A paper with a number has a day, and the reverse: both are given at once."""
    record = loaded.record
    for path, issued in issues(record):
        if (issued.number is None) == (issued.day is None):
            continue
        of_paper = path[0] == "papers"
        label = (
            label_of(type(record.papers), path[1:]) if of_paper else label_of(type(record), path)
        )
        told, untold = (
            (Words("số", "a number"), Words("ngày", "day"))
            if issued.day is None
            else (Words("ngày", "a day"), Words("số", "number"))
        )
        yield remark(
            loaded,
            path,
            Words(
                f"“{label.vi}” có {told.vi} mà chưa có {untold.vi}",
                f"“{label.en}” has {told.en} but no {untold.en}",
            ),
            Words(
                "Số và ngày được cấp cùng lúc, sau khi ký (Nghị định 30/2020/NĐ-CP, Điều 15): ghi "
                "cả hai hoặc để trống cả hai.",
                "Both are given at once, after signing (Decree 30/2020/NĐ-CP, Article 15): give "
                "both or neither.",
            ),
        )
