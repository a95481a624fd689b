"""Doubts that need no law: contradictions, things told twice or by halves, odd characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from docgen.checks.blanks import blanks, check
from docgen.checks.lettering import looks_legacy, unprinted
from docgen.errors import Severity
from docgen.record.loading import load
from docgen.record.schema.fields import Blank
from tests.doubts import only
from tests.samples import ROOT

if TYPE_CHECKING:
    from docgen.errors import Problem
    from tests.doubts import Doubts, LoadText


@pytest.fixture
def doubts(load_text: LoadText, least: str) -> Doubts:
    """What is doubted in the least record with some lines more."""

    def found(more: str) -> list[Problem]:
        return check(load_text(least + more))

    return found


def test_the_least_record_raises_no_doubt(doubts: Doubts) -> None:
    """What is not told contradicts nothing."""
    assert doubts("") == []


@pytest.mark.parametrize(
    ("issued", "told"),
    [("{number: 1}", "có số mà chưa có ngày"), ("{day: 1/8/2026}", "có ngày mà chưa có số")],
)
def test_number_and_day_are_given_together(doubts: Doubts, issued: str, told: str) -> None:
    """NĐ 30/2020, Điều 15: both come from the registry after signing."""
    problem = only(doubts(f"papers: {{decision: {issued}}}\n"))
    assert told in problem.what.vi
    assert "Điều 15" in problem.hint.vi


def test_two_heads_are_an_error_and_none_is_a_warning(doubts: Doubts) -> None:
    """One person signs the regulation."""
    two = only(doubts("members: [{name: A, role: head}, {name: B, role: head}]\n"))
    assert two.severity is Severity.ERROR
    assert two.place.field == "members[2].role"
    none = only(doubts("members: [{name: A}]\n"))
    assert none.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("{name: Trần Hòa, birth_year: 1980, role: head}", "{name: trần hoà, birth_year: 1980}", 1),
        ("{name: Trần Hòa, birth_year: 1980, role: head}", "{name: Trần Hòa}", 2),
        ("{name: Trần Hòa, role: head}", "{name: Trần Hòa}", 2),
        ("{name: Trần Hòa, birth_year: 1980, role: head}", "{name: Trần Hòa, birth_year: 1981}", 0),
        ("{role: head}", "{birth_year: 1981}", 0),
    ],
)
def test_a_member_listed_twice_is_doubted(
    doubts: Doubts, first: str, second: str, told: int
) -> None:
    """Name and year alike: twice; name alone: perhaps two people; other years: two people."""
    problems = doubts(f"members:\n  - {first}\n  - {second}\n")
    words = [problem.what.vi for problem in problems]
    assert len(words) == bool(told)
    assert all(("hai lần" in one) == (told == 1) for one in words)


def test_a_guest_listed_twice_would_be_invited_twice(doubts: Doubts) -> None:
    """The same name and office; another office is another guest."""
    assert only(doubts("launch: {guests: [{name: A, title: B}, {name: A, title: B}]}\n"))
    assert doubts("launch: {guests: [{name: A, title: B}, {name: A, title: C}]}\n") == []


@pytest.mark.parametrize("party", ["{name: Chi bộ thôn A}", "{kind: cell, name: Đảng ủy xã A}"])
def test_the_kind_of_party_body_fits_its_name(doubts: Doubts, party: str) -> None:
    """A cell is no committee."""
    assert only(doubts(f"party: {party}\n")).place.field == "party.kind"


def test_characters_outside_the_font_are_named(doubts: Doubts) -> None:
    """An emoji is allowed in a record and doubted on paper."""
    problem = only(doubts("front: Mặt trận 👮 ✓\n"))
    assert "👮 (U+1F46E), ✓ (U+2713)" in problem.what.vi


def test_old_encodings_are_recognised(doubts: Doubts) -> None:
    """TCVN3 and VNI text, pasted without conversion; Vietnamese and French are left alone."""
    assert "TCVN3" in only(doubts("front: Céng hßa x· héi chñ nghÜa ViÖt Nam\n")).what.vi
    assert looks_legacy("Coäng hoøa xaõ hoäi")
    assert not looks_legacy("Ủy ban nhân dân xã Tân Mỹ, 35 µg/m³, Café Zoë")


@pytest.mark.parametrize("name", ["NguyÔn V¨n An", "Hoµng Lan", "TrÇn B¶o"])
def test_one_sign_in_the_midst_of_a_word_is_enough(name: str) -> None:
    """A short name in TCVN3 has no more of them than that."""
    assert looks_legacy(name)


@pytest.mark.parametrize("text", ["5 µm", "Điều 3¶", "1½ ngày", "Lê Thị A, ¾ số hộ", "xãª"])
def test_signs_beside_words_are_no_old_encoding(text: str) -> None:
    """They stand before or after a word, not within."""
    assert not looks_legacy(text)


def test_all_that_passes_as_printed_is_in_the_shipped_fonts() -> None:
    """What raises no doubt has a glyph in each face."""
    faces = sorted((ROOT / "docgen/printing/fonts").glob("LiberationSerif-*.ttf"))
    assert len(faces) == 4
    passed = {chr(code) for code in range(0x20, 0x3000)} - set(
        unprinted("".join(map(chr, range(0x20, 0x3000))))
    )
    for face in faces:
        glyphs = set(map(chr, TTFont(face).getBestCmap()))
        assert passed <= glyphs, face.name


def test_all_of_vietnamese_is_printed() -> None:
    """Every letter with every tone, in both cases, and the signs of office papers."""
    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    assert unprinted(letters + letters.upper() + "“”‘’–—…•°§±×÷≤≥½€₫\u00a0") == []


def test_what_prints_blank_is_listed_with_label_kind_and_place(
    load_text: LoadText, least: str
) -> None:
    """Items of lists too, each at the nearest line of the file."""
    loaded = load_text(least + "funds:\n  items:\n    - what: còi\n")
    found = {one.field: one for one in blanks(loaded)}
    amount = found["funds.items[1].amount"]
    assert amount.label.vi == "Kinh phí › Dự kiến chi 1 › Số tiền"
    assert amount.kind is Blank.HOLE
    assert amount.place.line == 9
    assert found["survey.general"].kind is Blank.MARK
    assert found["members"].kind is Blank.MARK
    assert "papers.decision.number" in found


def test_what_is_not_needed_is_not_blank(load_text: LoadText, least: str) -> None:
    """No pilot plan without a pilot, no letter of consent where a note is enough."""
    fields = {one.field for one in blanks(load_text(least + "consent: note\n"))}
    assert not any(field.startswith("papers.pilot_plan") for field in fields)
    assert not any(field.startswith("papers.consent") for field in fields)
    pilot = {one.field for one in blanks(load_text(least + "pilot: {period: 2027}\n"))}
    assert {"pilot.reason", "papers.pilot_plan.number", "papers.consent.day"} <= pilot


def test_a_full_record_has_no_blanks() -> None:
    """The hospital's papers are all issued."""
    assert blanks(load(ROOT / "samples/co-quan-2026-doi-tu-quan.yaml")) == []
