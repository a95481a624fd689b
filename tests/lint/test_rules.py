"""The rules as data: complete, strict, told in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.lint import wording
from docgen.lint.book import REGIMES, book
from docgen.lint.holding import hold
from docgen.lint.rulebook.checks import TESTS
from docgen.lint.rulebook.readings.registry import TAKES
from docgen.lint.rulebook.table import rules, rules_of
from docgen.lint.schema.regimes import Severity
from docgen.workflows.soundness import using
from tests.lint.altered import golden, held
from tests.lint.made import BOLD, CENTRED, line, word_file
from tests.lint.mutants import all_checks, mutant

if TYPE_CHECKING:
    from tests.changes import Data

# Every rule of the law that was gathered, by its id.
GATHERED = {
    *(f"P{n:02}" for n in range(1, 13)),
    *(f"C{n:02}" for n in range(1, 28)),
    *(f"B{n:02}" for n in range(1, 26)),
    *(f"S{n:02}" for n in range(1, 14)),
    *(f"A{n:02}" for n in range(1, 9)),
    *("Y01", "Y02", "Y03", "R01", "R02", "R03", "T01", "T02"),
    *(f"V{n:02}" for n in range(1, 16)),
    *(f"D{n:02}" for n in range(1, 31)),
}
BEYOND = {"N01", "N02"}  # bodies and provinces that ended


def test_every_gathered_rule_is_decided_or_told_as_undecided() -> None:
    """No rule of the law is left out without a word."""
    told = {rule.id for rule in rules()} | {one.id for one in book().undecided.rules}
    assert told == GATHERED | BEYOND


def test_no_rule_is_both_decided_and_undecided() -> None:
    """What a Word file cannot tell has no check."""
    for one in book().undecided.rules:
        for regime in one.regimes:
            assert one.id not in {rule.id for rule in rules_of(regime)}


def test_every_part_and_reading_that_rules_name_has_words() -> None:
    """Findings can be told in both languages."""
    words = book().words
    silent = {"deputy", "has", "said", "text_of", "under_collective", "words"}
    assert words.takes.keys() >= TAKES - silent
    named = {role for rule in rules() for check in rule.checks for role in check.of}
    assert named <= words.roles.keys()


@pytest.mark.parametrize("regime", REGIMES)
def test_every_finding_is_told_in_both_languages(regime: str) -> None:
    """What is, what should be and where are never empty, whatever rule is broken."""
    for own, rule, check in all_checks():
        if own != regime or check not in {"size", "said", "words", "there", "align", "margin"}:
            continue
        _, broken = mutant(regime, rule, check)
        for one in held(broken, regime).findings:
            told = (wording.found(one), wording.wanted(one), wording.place(one))
            assert all(words.vi and words.en for words in told)


def test_older_rules_of_the_party_are_warnings_at_most() -> None:
    """What is known from works about the rules only is never called an error."""
    own = [rule for rule in rules_of("hd36") if rule.id.startswith("D")]
    assert own
    assert all(rule.severity is not Severity.ERROR for rule in own)
    checks = [check for rule in rules_of("hd36") for check in rule.checks]
    assert all(check.severity is not Severity.ERROR for check in checks)


def test_rules_hold_on_their_days_only() -> None:
    """36-HD/VPTW ends where 05-HD/VPTW begins, and the decree begins in 2020."""
    last, first = date(2026, 5, 26), date(2026, 5, 27)
    assert all(rule.in_force(last) and not rule.in_force(first) for rule in rules_of("hd36"))
    assert all(rule.in_force(first) and not rule.in_force(last) for rule in rules_of("hd05"))
    assert not any(rule.in_force(date(2020, 3, 4)) for rule in rules_of("nd30"))


SIZE = "{of: nation, take: size, range: [12, 13], fix: 13}"


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("nd30", SIZE, SIZE.replace("fix", "mend"), "there is no key “mend”"),
        ("nd30", SIZE, SIZE.replace("range: [12, 13], ", ""), "must have one test: -"),
        ("nd30", SIZE, SIZE.replace("fix", "equals: 12, fix"), "must have one test: equals"),
        ("nd30", SIZE, SIZE.replace("take: size", "take: weight"), "there is no reading “weight”"),
        ("nd30", SIZE, SIZE.replace("nation", "nature"), "there is no part of a paper “nature”"),
        ("nd30", SIZE, SIZE.replace("{", "{name: bold, "), "check “bold” stands twice"),
        ("nd30", SIZE, SIZE.replace("fix", "kinds: qx, fix"), "there is no kind of paper “qx”"),
        ("nd30", "  - id: P02\n", "  - id: P01\n", "rule “P01” stands twice"),
        ("nd30", "severity: error", "severity: deadly", "“deadly” must be one of"),
        ("nd30", "sure: read", "sure: quite", "“quite” must be one of"),
        ("nd30", "from: 2020-03-05", "from: early", "“early” is no day"),
        ("nd30", "regime: nd30", "regime: hd05", "must be “nd30”"),
        ("nd30", "    clause: Phụ lục I, Phần I, Mục I.1\n", "", "key “clause” is missing"),
        ("hd36", "drop: [exact]", "drop: [exakt]", "there is no check “exakt”"),
        ("hd36", "drop: [exact]", "drop: []", "“exact” stands twice"),
        ("hd36", "{id: D01, like: hd05", "{id: D31, like: hd05", "there is no rule “D31”"),
        ("shared", "thủ đô (?=Hà Nội)", "thủ đô (?=Hà Nội", "the pattern is broken"),
        ("shared", "- id: P05", "- id: P01", "stands in nd30.yaml too"),
        ("undecided", "{id: C17", "{id: C16", "is decided in nd30.yaml"),
        ("kinds", "{id: ct,", "{id: qd,", "kind of paper “qd” stands twice"),
    ],
)
def test_a_slip_in_the_data_is_told_at_its_line(
    data: Data, file: str, old: str, new: str, what: str
) -> None:
    """Nothing is judged by rules that are not as rules are."""
    data.change(f"lint/{file}", old, new)
    faults = data.faults()
    assert any(what in one.what.en and f"{file}.yaml" in str(one.place.file) for one in faults)
    assert all(one.place.line for one in faults)


def test_rules_are_those_of_the_chosen_data(data: Data) -> None:
    """A limit changed in a copy of the data is the limit from then on."""
    paper, day = golden("quyet-dinh-thanh-lap"), date(2026, 9, 1)
    data.change("lint/nd30", "take: margin, range: [30, 35]", "take: margin, range: [40, 45]")
    with using(data.root):
        found = {one.rule.id for one in hold(paper, "x", day).papers[0].findings}
    assert found == {"P04"}
    assert hold(paper, "x", day).papers[0].findings == []


def test_tests_are_a_small_closed_set() -> None:
    """A new rule takes one of these tests; a new test is a change of the program."""
    assert set(TESTS) == {
        *("equals", "range", "share", "one_of", "none_of", "matches", "lacks", "ends"),
        *("present", "same"),
    }


def test_letters_that_differ_are_for_a_person_to_see() -> None:
    """A value counts only when all letters of a part agree."""
    half = line("CỘNG HÒA XÃ HỘI", BOLD, CENTRED).replace(
        "</w:p>", "<w:r><w:t> CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>"
    )
    paper = half + line("Độc lập - Tự do - Hạnh phúc", BOLD, CENTRED)
    found = hold(word_file(paper), "x", date(2026, 9, 1)).papers[0]
    verdicts = {one.check.name: one.verdict.value for one in found.outcomes if one.rule.id == "C02"}
    assert verdicts["bold"] == "person"
    assert not any(one.rule.id == "C02" and one.check.name == "bold" for one in found.findings)


def test_what_the_file_does_not_tell_is_never_a_failure() -> None:
    """An act that the data does not know is neither in force nor ended."""
    paper = held(golden("quyet-dinh-thanh-lap"), "nd30").papers[0]
    unknown = [one for one in paper.outcomes if one.verdict.value == "unknown"]
    assert "B08" in {one.rule.id for one in unknown}
    assert paper.findings == []


def test_a_guessed_part_makes_no_error() -> None:
    """Where place or look alone tell what a line is, its fault is a warning."""
    paper = held(mutant("nd30", "S03", "bold")[1], "nd30")
    title = [one for one in paper.findings if one.part and one.part.role == "sign_title"]
    assert {one.severity for one in title} == {Severity.WARNING}


def test_the_regime_follows_issuer_and_day() -> None:
    """A state paper follows the decree, a Party paper the rules of its own day."""
    state, party = golden("ke-hoach-xay-dung"), golden("nghi-quyet")
    day = date(2026, 9, 1)
    assert hold(state, "x", day).papers[0].regime == "nd30"
    assert hold(party, "x", day).papers[0].regime == "hd05"
    older = mutant("hd36", "D20", "honour")[1]
    assert hold(older, "x", day).papers[0].regime == "hd36"


def test_the_day_of_the_order_serves_papers_without_one() -> None:
    """A draft is judged by the day that is passed in, and that is told."""
    paper = hold(golden("quyet-dinh-thanh-lap"), "x", date(2026, 9, 1)).papers[0]
    assert (paper.day, paper.own_day) == (date(2026, 9, 1), False)
