"""The data of the law: every name in it is one that the program knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from docgen.checks import chronology, eras, inspection, reorganizations, signers
from docgen.guidance.data import read
from docgen.guidance.papers import paper, papers
from docgen.law.acts import Hint, act, acts, rule
from docgen.record.schema.linked import AnyRecord, LinkedPapers, LinkedRecord
from docgen.record.schema.offices import IssuerKind, Signing
from docgen.record.schema.own import Papers, Record
from docgen.record.schema.shape import FieldKind, slots_along

if TYPE_CHECKING:
    from docgen.record.schema.parts import RecordPart

FILES = {
    "chronology": {"act", "self_managed", "linked"},
    "eras": {"government", "party_form", "districts", "ended", "merged"},
    "requirements": {"survey", "police_approval", "rotation", "closing"},
    "signers": {"prefixes", "ranks", "own_title"},
}
KINDS: dict[str, type[AnyRecord]] = {"self_managed": Record, "linked": LinkedRecord}
PAPERS: dict[str, type[RecordPart]] = {"self_managed": Papers, "linked": LinkedPapers}
HINTS = [
    *(inspection.survey(kind).hint for kind in KINDS),
    inspection.police_approval().hint,
    inspection.rotation().hint,
    reorganizations.closing().hint,
    *(chronology.order(kind).launch.hint for kind in KINDS),
    eras.districts().hint,
    eras.merged().hint,
    signers.ranks().hint,
    signers.own_title().hint,
    *(one.hint for kind in KINDS for one in chronology.order(kind).registers),
    *(one.hint for one in eras.ended()),
    *(one.hint for one in signers.prefixes()),
]
PARTS = {"since": "01/7/2025", "new": "Bắc Ninh", "fields": "general"}


each_kind = pytest.mark.parametrize("kind", KINDS)


def kind_of(root: type[AnyRecord], field: str) -> FieldKind | None:
    """What the record holds at the dotted ``field``; nothing where there is no such field."""
    path = tuple(field.split("."))
    met = slots_along(root, path)
    return met[-1][0].kind if len(met) == len(path) else None


def steps(kind: str) -> list[dict[str, Any]]:
    """The rows of the chronology of one kind of model."""
    rows: list[dict[str, Any]] = read("chronology")[kind]["steps"]
    return rows


def named_in(row: dict[str, Any]) -> list[str]:
    """Every step that a row of the chronology names."""
    return [row.get("paper") or row["day"], *row["after"]]


@pytest.mark.parametrize(("file", "keys"), FILES.items())
def test_a_file_holds_what_is_read_from_it_and_nothing_else(file: str, keys: set[str]) -> None:
    """A rule under a wrong name would silently not be held."""
    assert read(file).keys() == keys


def test_a_rule_with_a_strange_key_is_refused() -> None:
    """A slip in a data file fails at once."""
    with pytest.raises(TypeError):
        rule(Hint, {"vi": "a", "en": "b", "axt": "c"})


@each_kind
def test_every_step_is_a_paper_or_a_day_of_the_record(kind: str) -> None:
    """A name without a dot is a paper in both places; one with a dot is a day."""
    for name in {one for row in steps(kind) for one in named_in(row)}:
        if "." in name:
            assert kind_of(KINDS[kind], name) is FieldKind.DAY, name
        else:
            assert name in PAPERS[kind].model_fields


def test_every_step_of_a_self_managed_model_is_a_paper_that_is_drafted() -> None:
    """The record tells days of such papers only."""
    named = {one for row in steps("self_managed") for one in named_in(row) if "." not in one}
    assert named <= {one.id for one in papers()}


@each_kind
def test_every_paper_with_a_day_of_its_own_has_its_place_in_the_order(kind: str) -> None:
    """A paper of the record that no step names would never be doubted."""
    named = {one for row in steps(kind) for one in named_in(row)}
    assert named >= PAPERS[kind].model_fields.keys()


@each_kind
def test_no_step_comes_before_itself(kind: str) -> None:
    """Whoever walks back from a step ends at the beginning."""
    told = chronology.order(kind).steps
    before = {step.path: step.after for step in told}
    assert len(before) == len(told)
    open_ones = set(before)
    while open_ones:
        free = {one for one in open_ones if not open_ones & set(before[one])}
        assert free
        open_ones -= free


@pytest.mark.parametrize(("kind", "clause"), [("self_managed", "II.1"), ("linked", "II.2")])
def test_every_clause_is_one_of_the_guidance(kind: str, clause: str) -> None:
    """Part II tells the establishment: section 1 of self-managed, section 2 of linked models."""
    assert act(read("chronology")["act"]).topic == "guidance"
    told = chronology.order(kind)
    for found in [*(one.clause for one in told.steps), *(one.clause for one in told.together)]:
        assert re.fullmatch(rf"{re.escape(clause)}(\.\d){{1,2}}", found)


@each_kind
def test_the_launch_the_registers_and_what_is_signed_there_are_of_the_record(kind: str) -> None:
    """Each is a day or a paper that the record tells."""
    told = chronology.order(kind)
    events = {told.launch.day, *(one.day for one in told.together)}
    assert all(kind_of(KINDS[kind], day) is FieldKind.DAY for day in events)
    names = {told.launch.needs, *(one.paper for one in told.together)}
    names |= {name for one in told.registers for name in one.papers}
    assert names <= PAPERS[kind].model_fields.keys()


def test_papers_of_one_register_have_one_symbol() -> None:
    """NĐ 30/2020, Điều 15: numbers run by kind of paper and by who issues it."""
    for register in chronology.order("self_managed").registers:
        assert len({(paper(name).symbol, paper(name).issuer) for name in register.papers}) == 1


def test_the_survey_and_the_choices_are_those_of_the_record() -> None:
    """Fields, kinds of unit and ways of signing are named as the record names them."""
    for kind, root in KINDS.items():
        assert all(
            kind_of(root, field) is FieldKind.TEXT for field in inspection.survey(kind).fields
        )
    assert set(inspection.police_approval().issuers) <= set(IssuerKind)
    assert set(signers.own_title().signing) <= set(Signing)


@pytest.mark.parametrize("hint", HINTS, ids=lambda one: one.en[:30])
def test_every_hint_can_be_told_in_both_languages(hint: Hint) -> None:
    """Its act exists, and nothing in it is left open."""
    words = hint.words(**PARTS)
    assert not any(mark in text for text in words for mark in "{}")
    assert ("{act}" in hint.vi, "{act}" in hint.en) == (bool(hint.act), bool(hint.act))


def test_every_act_has_a_short_name_in_both_languages() -> None:
    """Whatever its kind."""
    assert act("clerical_2020").short == ("Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP")
    assert all(one.short.vi and one.short.en for one in acts())


def test_what_ended_with_the_districts_ended_on_their_day() -> None:
    """The day of two tiers stands in one place; only the district police ended earlier."""
    start = read("eras")["government"][-1]["from"]
    assert {eras.districts().since, eras.merged().since} == {start}
    assert {one.names for one in eras.ended() if one.since != start} == {"công an {district}"}


def test_a_province_that_gave_up_its_name_is_not_the_new_name_of_another() -> None:
    """Twenty-nine names went; what took their place lives on."""
    merged = eras.merged().provinces
    assert len(merged) == 29
    assert not set(merged) & set(merged.values())


def test_what_is_told_of_the_eras_says_how_sure_it_is() -> None:
    """Facts not held against a source are marked for checking."""
    told = {eras.districts().sure, eras.merged().sure, *(one.sure for one in eras.ended())}
    assert told <= {"verified", "known"}
    assert eras.merged().sure == "known"
