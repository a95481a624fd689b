"""The data of the law: every name in it is one that the program knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from docgen.guidance.guidance import guidance
from docgen.guidance.papers import paper, papers
from docgen.law.hints import advice
from docgen.law.law import law
from docgen.record.schema.linked import AnyRecord, LinkedPapers, LinkedRecord
from docgen.record.schema.own import Papers, Record
from docgen.record.schema.shape import FieldKind, slots_along

if TYPE_CHECKING:
    from docgen.guidance.schema.chronology import Step
    from docgen.law.schema.hints import Hint
    from docgen.record.schema.parts import RecordPart

KINDS: dict[str, type[AnyRecord]] = {"self_managed": Record, "linked": LinkedRecord}
PAPERS: dict[str, type[RecordPart]] = {"self_managed": Papers, "linked": LinkedPapers}
RULES = guidance().requirements
HINTS = [
    *(RULES.survey.of(kind).hint for kind in KINDS),
    *(RULES.police_approval.hint, RULES.rotation.hint, RULES.closing.hint),
    *(guidance().chronology.of(kind).launch.hint for kind in KINDS),
    *(one.hint for kind in KINDS for one in guidance().chronology.of(kind).registers),
    law().eras.districts.hint,
    *(one.hint for one in law().eras.ended),
    *(law().signers.ranks.hint, law().signers.own_title.hint, law().numbering.once.hint),
    *(one.hint for one in law().signers.prefixes),
]
PARTS = {"since": "01/7/2025", "new": "Bắc Ninh", "fields": "general"}


each_kind = pytest.mark.parametrize("kind", KINDS)


def kind_of(root: type[AnyRecord], field: str) -> FieldKind | None:
    """What the record holds at the dotted ``field``; nothing where there is no such field."""
    path = tuple(field.split("."))
    met = slots_along(root, path)
    return met[-1][0].kind if len(met) == len(path) else None


def steps(kind: str) -> tuple[Step, ...]:
    """The rows of the chronology of one kind of model."""
    return guidance().chronology.of(kind).steps


def named_in(row: Step) -> list[str]:
    """Every step that a row of the chronology names."""
    return [row.name, *row.after]


@each_kind
def test_every_step_is_a_paper_or_a_day_of_the_record(kind: str) -> None:
    """A name without a dot is a paper in both places; one with a dot is a day."""
    for name in {one for row in steps(kind) for one in named_in(row)}:
        if "." in name:
            assert kind_of(KINDS[kind], name) is FieldKind.DAY, name
        else:
            assert name in PAPERS[kind].__struct_fields__


def test_every_step_of_a_self_managed_model_is_a_paper_that_is_drafted() -> None:
    """The record tells days of such papers only."""
    named = {one for row in steps("self_managed") for one in named_in(row) if "." not in one}
    assert named <= {one.id for one in papers()}


@each_kind
def test_every_paper_with_a_day_of_its_own_has_its_place_in_the_order(kind: str) -> None:
    """A paper of the record that no step names would never be doubted."""
    named = {one for row in steps(kind) for one in named_in(row)}
    assert named >= set(PAPERS[kind].__struct_fields__)


@each_kind
def test_no_step_comes_before_itself(kind: str) -> None:
    """Whoever walks back from a step ends at the beginning."""
    before = {step.name: step.after for step in steps(kind)}
    assert len(before) == len(steps(kind))
    open_ones = set(before)
    while open_ones:
        free = {one for one in open_ones if not open_ones & set(before[one])}
        assert free
        open_ones -= free


@pytest.mark.parametrize(("kind", "clause"), [("self_managed", "II.1"), ("linked", "II.2")])
def test_every_clause_is_one_of_the_guidance(kind: str, clause: str) -> None:
    """Part II tells the establishment: section 1 of self-managed, section 2 of linked models."""
    assert law().acts[guidance().chronology.act].topic == "guidance"
    told = guidance().chronology.of(kind)
    for found in [*(one.clause for one in told.steps), *(one.clause for one in told.together)]:
        assert re.fullmatch(rf"{re.escape(clause)}(\.\d){{1,2}}", found)


@each_kind
def test_the_launch_the_registers_and_what_is_signed_there_are_of_the_record(kind: str) -> None:
    """Each is a day or a paper that the record tells."""
    told = guidance().chronology.of(kind)
    events = {told.launch.day, *(one.day for one in told.together)}
    assert all(kind_of(KINDS[kind], day) is FieldKind.DAY for day in events)
    names = {told.launch.needs, *(one.paper for one in told.together)}
    names |= {name for one in told.registers for name in one.papers}
    assert names <= set(PAPERS[kind].__struct_fields__)


def test_papers_of_one_register_have_one_symbol() -> None:
    """NĐ 30/2020, Điều 15: numbers run by kind of paper and by who issues it."""
    for register in guidance().chronology.of("self_managed").registers:
        assert len({(paper(name).symbol, paper(name).issuer) for name in register.papers}) == 1


def test_the_survey_is_that_of_the_record() -> None:
    """Fields are named as the record names them."""
    for kind, root in KINDS.items():
        assert all(kind_of(root, field) is FieldKind.TEXT for field in RULES.survey.of(kind).fields)
    assert [name for name, kind in law().issuers.kinds.items() if kind.police_may_approve] == [
        "commune"
    ]


@pytest.mark.parametrize("hint", HINTS, ids=lambda one: one.en[:30])
def test_every_hint_can_be_told_in_both_languages(hint: Hint) -> None:
    """Its act exists, and nothing in it is left open."""
    words = advice(hint, **PARTS)
    assert not any(mark in text for text in words for mark in "{}")
    assert ("{act}" in hint.vi, "{act}" in hint.en) == (bool(hint.act), bool(hint.act))
