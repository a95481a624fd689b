"""Classes, criteria and facts of ratings; who surveys and who appraises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import Words
from docgen.guidance.schema.kinds import KINDS
from docgen.guidance.soundness.around import ROOTS, slot_at
from docgen.law.soundness import of_eras
from docgen.record.schema.assessments import DossierState
from docgen.record.schema.shape import FieldKind
from docgen.tables.faults import Fault, doubled, open_names, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.guidance.schema.ratings import Criteria, Criterion, FactRow, Ratings
    from docgen.guidance.schema.reviews import Way
    from docgen.guidance.soundness.around import Around
    from docgen.record.schema.parts import RecordPart
    from docgen.record.schema.shape import Slot
    from docgen.tables.faults import Path

_CLASS = Words("loại", "class")
_FACT = Words("dữ kiện", "fact")
_VALUE = Words("giá trị", "value")
_ACTORS = ("spreader", "head", "decider")
_REVIEWS = (
    *("district", "province", "district_committee", "province_committee"),
    *("police", "movement_office"),
)


def ratings(around: Around) -> Iterator[Fault]:
    """Classes, facts and values that criteria name are there; what the record tells has a word."""
    told = around.guidance.ratings
    yield from doubled(((("order", place), name) for place, name in enumerate(told.order)), _CLASS)
    for place, name in enumerate(told.order):
        if name not in told.classes:
            yield unknown(("order", place), name, told.classes, _CLASS)
    for name, row in told.classes.items():
        yield from open_names(("classes", name, "proposal"), row.proposal, ("surveyor", "next"))
    for name, fact in told.facts.items():
        yield from _fact(name, fact)
    for kind in KINDS:
        yield from _of_kind(kind, told)


def _of_kind(kind: str, told: Ratings) -> Iterator[Fault]:
    for key, rows in (("actors", told.actors.of(kind)), ("criteria", told.criteria.of(kind))):
        for name in rows:
            if name not in told.classes:
                yield unknown((key, kind, name), name, told.classes, _CLASS)
        for name in told.order:
            if name in told.classes and name not in rows:
                what = Words(f"thiếu loại “{name}”", f"the class “{name}” is missing")
                yield Fault((key, kind), what)
    for name, who in told.actors.of(kind).items():
        for language, text in (("vi", who.vi), ("en", who.en)):
            yield from open_names(("actors", kind, name, language), text, _ACTORS)
    for name, criteria in told.criteria.of(kind).items():
        yield from _criteria(("criteria", kind, name), criteria, told)


def _criteria(path: Path, criteria: Criteria, told: Ratings) -> Iterator[Fault]:
    for key, group in (("all", criteria.common), ("one_of", criteria.one_of)):
        ids = (((*path, key, place, "id"), criterion.id) for place, criterion in enumerate(group))
        yield from doubled(ids, Words("tiêu chí", "criterion"))
        for place, criterion in enumerate(group):
            yield from _criterion((*path, key, place), criterion, told, counted=key == "one_of")


def _criterion(
    path: Path, criterion: Criterion, told: Ratings, *, counted: bool
) -> Iterator[Fault]:
    """Common criteria rest on a fact; of those of which one is enough, acts are counted."""
    if counted != bool(criterion.counted) or counted == bool(criterion.fact):
        rests = Words(
            "tiêu chí ở all dựa vào fact, ở one_of dựa vào counted",
            "a criterion in all rests on a fact, one in one_of on what is counted",
        )
        yield Fault(path, rests)
    elif criterion.fact and criterion.fact not in told.facts:
        yield unknown((*path, "fact"), criterion.fact, told.facts, _FACT)
    elif criterion.fact:
        values = told.facts[criterion.fact].values
        for place, value in enumerate(criterion.met_by):
            if value not in values:
                yield unknown((*path, "met_by", place), value, map(str, values), _VALUE)


def _fact(name: str, fact: FactRow) -> Iterator[Fault]:
    path, field = ("facts", name), fact.told or name
    slots = [slot_at(_assessment(kind), field) for kind in KINDS]
    told = next((slot for slot in slots if slot), None)
    for value, says in fact.values.items():
        known = ("count",) if fact.evidence == "none" else ()
        for language, text in (("vi", says.vi), ("en", says.en)):
            yield from open_names((*path, "values", value, language), text, known)
    if fact.evidence in ("none", "denied", "some") and set(fact.values) != {True, False}:
        what = Words("phải có hai giá trị true, false", "it has the two values true and false")
        yield Fault((*path, "values"), what)
    if not _fits(fact, told):
        what = Words(
            f"mục “{field}” của assessments không hợp với evidence: {fact.evidence}",
            f"the field “{field}” of assessments does not fit evidence: {fact.evidence}",
        )
        yield Fault((*path, "told" if fact.told else "evidence"), what)
    elif told and told.choices:
        for choice in told.choices:
            if choice not in fact.values:
                what = Words(f"thiếu giá trị “{choice}”", f"the value “{choice}” is missing")
                yield Fault((*path, "values"), what)


def _assessment(kind: str) -> type[RecordPart]:
    part = slot_at(ROOTS[kind], "assessments")
    assert part is not None  # noqa: S101 - every record assesses
    assert part.part is not None  # noqa: S101 - as above
    return part.part


def _fits(fact: FactRow, told: Slot | None) -> bool:
    """Whether what is told there can be read so; a field that is not there may be added."""
    if fact.evidence == "some":
        return told is not None and told.many
    if fact.evidence == "dossier":
        return told is not None and set(told.choices) == {state.value for state in DossierState}
    if told is None:
        return True
    if fact.evidence == "none":
        return told.kind is FieldKind.WHOLE
    flag = told.kind is FieldKind.FLAG
    return flag or (fact.evidence == "said" and told.kind is FieldKind.CHOICE)


def reviews(around: Around) -> Iterator[Fault]:
    """Kinds of unit and eras are known; nothing is left open."""
    told = around.guidance.reviews
    kinds = {*around.law.issuers.kinds, *around.law.units.kinds, "other"}
    for name in told.police:
        if name not in kinds:
            yield unknown(("police", name), name, kinds, Words("loại đơn vị", "kind of unit"))
    if "other" not in told.police:
        yield Fault(("police",), Words("thiếu “other”", "“other” is missing"))
    yield from of_eras(("eras",), told.eras, around.law)
    ways: dict[Path, Way] = {
        ("province",): told.province,
        **{("eras", era): way for era, way in told.eras.items()},
    }
    for path, way in ways.items():
        yield from open_names((*path, "survey_to"), way.survey_to, _REVIEWS)
        yield from open_names((*path, "through"), way.through, _REVIEWS)
    yield from open_names(("appraisal_to",), told.appraisal_to, _REVIEWS)
    yield from open_names(("movement_office",), told.movement_office, ("province",))
