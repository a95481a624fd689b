"""The data of the law: every name in it is one that the program knows."""

from __future__ import annotations

import re
from typing import Any

import pytest

from docgen.guidance import checking, chronology, eras, signers
from docgen.guidance.data import read
from docgen.guidance.law import Hint, act, acts, rule
from docgen.guidance.papers import paper, papers
from docgen.record.model import IssuerKind, Papers, Record, Signing
from docgen.record.shape import Kind, slots_along

FILES = {
    "chronology": {"act", "steps", "launch", "registers"},
    "eras": {"government", "party_form", "districts", "ended", "merged"},
    "requirements": {"survey", "police_approval"},
    "signers": {"prefixes", "ranks", "own_title"},
}
HINTS = [
    checking.survey().hint,
    checking.police_approval().hint,
    chronology.launch().hint,
    eras.districts().hint,
    eras.merged().hint,
    signers.ranks().hint,
    signers.own_title().hint,
    *(one.hint for one in chronology.registers()),
    *(one.hint for one in eras.ended()),
    *(one.hint for one in signers.prefixes()),
]
PARTS = {"since": "01/7/2025", "new": "Bắc Ninh", "fields": "general"}


def kind_of(field: str) -> Kind | None:
    """What the record holds at the dotted ``field``; nothing where there is no such field."""
    path = tuple(field.split("."))
    met = slots_along(Record, path)
    return met[-1][0].kind if len(met) == len(path) else None


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


def test_every_step_is_a_paper_or_a_day_of_the_record() -> None:
    """A name without a dot is a paper in both places; one with a dot is a day."""
    for name in {one for row in read("chronology")["steps"] for one in named_in(row)}:
        if "." in name:
            assert kind_of(name) is Kind.DAY, name
        else:
            assert paper(name).id == name
            assert name in Papers.model_fields


def test_every_paper_with_a_day_of_its_own_has_its_place_in_the_order() -> None:
    """A paper of the record that no step names would never be doubted."""
    named = {one for row in read("chronology")["steps"] for one in named_in(row)}
    assert named >= Papers.model_fields.keys() & {one.id for one in papers()}


def test_no_step_comes_before_itself() -> None:
    """Whoever walks back from a step ends at the beginning."""
    before = {step.path: step.after for step in chronology.steps()}
    assert len(before) == len(chronology.steps())
    open_ones = set(before)
    while open_ones:
        free = {one for one in open_ones if not open_ones & set(before[one])}
        assert free
        open_ones -= free


def test_every_clause_is_one_of_the_guidance() -> None:
    """Part II, section 1 is about the establishment."""
    assert act(read("chronology")["act"]).topic == "guidance"
    assert all(re.fullmatch(r"II\.1(\.\d){1,2}", step.clause) for step in chronology.steps())


def test_the_launch_and_the_registers_name_papers_of_the_record() -> None:
    """Each is drafted by the program and told in the record."""
    launch = chronology.launch()
    assert kind_of(launch.day) is Kind.DAY
    names = {launch.needs, *(name for one in chronology.registers() for name in one.papers)}
    assert names <= Papers.model_fields.keys() & {one.id for one in papers()}


def test_papers_of_one_register_have_one_symbol() -> None:
    """NĐ 30/2020, Điều 15: numbers run by kind of paper and by who issues it."""
    for register in chronology.registers():
        assert len({(paper(name).symbol, paper(name).issuer) for name in register.papers}) == 1


def test_the_survey_and_the_choices_are_those_of_the_record() -> None:
    """Fields, kinds of unit and ways of signing are named as the record names them."""
    assert all(kind_of(field) is Kind.TEXT for field in checking.survey().fields)
    assert set(checking.police_approval().issuers) <= set(IssuerKind)
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
