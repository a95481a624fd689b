"""Doubts about well-formed records: each told at its place, with the clause."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from docgen.errors import Severity
from docgen.record.checking import blanks, check
from docgen.record.eras import TWO_TIERS
from docgen.record.fields import Blank
from docgen.record.lettering import looks_legacy, unprinted
from docgen.record.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.errors import Problem
    from docgen.record.loading import Loaded

    Doubts = Callable[..., list[Problem]]

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 9, 1)
THEN = date(2020, 10, 1)
SURVEY = "survey: {general: a, people: b, political_system: c, movement: d}\n"
SAMPLE_DAYS = {
    "xa-2026-to-lien-gia": date(2026, 9, 1),
    "thi-tran-2020-to-tuan-tra": date(2020, 10, 12),
    "truong-2026-cong-truong": date(2026, 10, 1),
    "doanh-nghiep-2026-to-an-ninh-cong-nhan": date(2026, 11, 2),
    "co-quan-2026-doi-tu-quan": date(2026, 10, 20),
    "khu-dan-cu-2026-toi-thieu": date(2026, 11, 24),
}


@pytest.fixture
def doubts(load_text: Callable[[str], Loaded], least: str) -> Doubts:
    """What is doubted in the least record with a survey and some lines more."""

    def found(more: str, today: date = TODAY) -> list[Problem]:
        return check(load_text(least + SURVEY + more), today)

    return found


def _papers(**days: str) -> str:
    """Papers of number 1 on their days."""
    told = "".join(f"  {name}: {{number: 1, day: {day}}}\n" for name, day in days.items())
    return f"papers:\n{told}"


def only(problems: list[Problem]) -> Problem:
    """The single doubt, told in both languages with what to do."""
    (problem,) = problems
    assert all((problem.what.vi, problem.what.en, problem.hint.vi, problem.hint.en))
    return problem


@pytest.mark.parametrize(
    "path", sorted((ROOT / "samples").glob("*.yaml")), ids=lambda one: one.stem
)
def test_every_sample_is_beyond_doubt_on_its_day(path: Path) -> None:
    """Each sample names its day of drafting; only the least one lacks its survey."""
    day = SAMPLE_DAYS[path.stem]
    assert f"(--date {day})" in path.read_text(encoding="utf-8")
    problems = check(load(path), day)
    fields = [problem.place.field for problem in problems]
    assert fields == (["survey"] if path.stem.endswith("toi-thieu") else [])


def test_a_plain_record_raises_no_doubt(doubts: Doubts) -> None:
    """The least record with a survey is fine."""
    assert doubts("") == []


@pytest.mark.parametrize(
    ("more", "field", "clause"),
    [
        (_papers(decision="1/8/2026") + "launch: {day: 31/7/2026}\n", "launch.day", "II.1.2"),
        (_papers(proposal="9/8/2026", decision="8/8/2026"), "papers.decision.day", "II.1.2"),
        (_papers(decision="9/8/2026", regulation="8/8/2026"), "papers.regulation.day", "II.1.2"),
        (_papers(consent="9/8/2026", plan="8/8/2026"), "papers.plan.day", "II.1.1.3"),
        (_papers(proposal="9/8/2026", consent="8/8/2026"), "papers.consent.day", "II.1.1.1"),
        (
            _papers(comment_request="9/8/2026") + "consultation: {reply_by: 8/8/2026}\n",
            "consultation.reply_by",
            "II.1.1.4",
        ),
        (_papers(launch_plan="9/8/2026", invitation="8/8/2026"), "papers.invitation.day", "II.1.2"),
        (_papers(decision="9/8/2026", year_plan="8/8/2026"), "papers.year_plan.day", "II.1.3"),
    ],
)
def test_a_day_out_of_order_is_a_warning_with_its_clause(
    doubts: Doubts, more: str, field: str, clause: str
) -> None:
    """The guidance's order of steps is held; the later step is the one in doubt."""
    problem = only(doubts(more))
    assert problem.severity is Severity.WARNING
    assert problem.place.field == field
    assert clause in problem.hint.vi
    assert clause in problem.hint.en
    assert "1923" in problem.hint.vi


def test_one_wrong_day_is_doubted_against_its_neighbours_only(doubts: Doubts) -> None:
    """A decision far too early is compared with the plan, not with all before the plan."""
    papers = _papers(proposal="3/8/2026", consent="4/8/2026", plan="5/8/2026", decision="1/8/2026")
    problem = only(doubts(papers))
    assert problem.what.vi == (
        "“Quyết định thành lập” (ngày 01/8/2026) trước “Kế hoạch xây dựng mô hình” (ngày 05/8/2026)"
    )


def test_steps_on_one_day_are_in_order(doubts: Doubts) -> None:
    """Small offices do much in a day."""
    more = (
        "papers: {decision: {number: 1, day: 1/8/2026}, regulation: {number: 1, day: 1/8/2026}}\n"
    )
    assert doubts(more + "launch: {day: 1/8/2026}\n") == []


@pytest.mark.parametrize("day", ["1/8/2009", "1/8/2062"])
def test_a_day_far_away_is_a_slip_of_the_year(doubts: Doubts, day: str) -> None:
    """Neither before the movement nor decades ahead."""
    assert "năm" in only(doubts(f"consultation: {{meeting_day: {day}}}\n")).hint.vi


def test_a_launch_in_the_past_needs_a_decision(doubts: Doubts) -> None:
    """A launch that is over while the decision is undated cannot be."""
    problem = only(doubts("launch: {day: 1/8/2026}\n"))
    assert "II.1.2" in problem.hint.vi


@pytest.mark.parametrize(
    ("issued", "told"),
    [("{number: 1}", "có số mà chưa có ngày"), ("{day: 1/8/2026}", "có ngày mà chưa có số")],
)
def test_number_and_day_are_given_together(doubts: Doubts, issued: str, told: str) -> None:
    """NĐ 30/2020, Điều 15: both come from the registry after signing."""
    problem = only(doubts(f"papers: {{decision: {issued}}}\n"))
    assert told in problem.what.vi
    assert "Điều 15" in problem.hint.vi


def test_numbers_of_one_register_rise_with_the_days(doubts: Doubts) -> None:
    """A later plan with a smaller number is doubted; in another year it is not."""
    plans = "papers: {plan: {number: 9, day: 1/8/2026}, launch_plan: {number: 8, day: 2/8/2026}}\n"
    assert only(doubts(plans)).place.field == "papers.launch_plan.number"
    assert doubts(plans.replace("1/8/2026", "1/8/2025")) == []
    assert doubts(plans.replace("number: 8", "number: 10")) == []


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


@pytest.mark.parametrize("year", [1910, 2024])
def test_an_unlikely_year_of_birth_is_doubted(doubts: Doubts, year: int) -> None:
    """No members of 2 or 116 years."""
    problem = only(doubts(f"members: [{{name: A, role: head, birth_year: {year}}}]\n"))
    assert problem.place.field == "members[1].birth_year"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("TS. Nguyễn Văn An", "học vị"),
        ("ThS Nguyễn Văn An", "học vị"),
        ("PGS.TS. Nguyễn Văn An", "học vị"),
        ("Thạc sĩ Nguyễn Văn An", "học vị"),
        ("Ông Nguyễn Văn An", "xưng hô"),
    ],
)
def test_nothing_stands_before_the_name_of_a_signer(doubts: Doubts, name: str, told: str) -> None:
    """NĐ 30/2020, Phụ lục I: no academic titles before the name."""
    assert told in only(doubts(f"party: {{signer: {{name: {name}}}}}\n")).what.vi


def test_names_that_only_look_like_titles_are_left_alone(doubts: Doubts) -> None:
    """A family name may begin with the letters of a title."""
    assert doubts("party: {signer: {name: Thsan Văn Bàng}}\n") == []


def test_a_rank_is_for_the_police_and_the_army(doubts: Doubts) -> None:
    """A chairman has no rank; the chief of police has."""
    signer = "signer: {name: A, rank: Thiếu tá}"
    assert "Phụ lục I" in only(doubts(f"proposer: {{name: Hội Nông dân, {signer}}}\n")).hint.vi
    assert doubts(f"proposer: {{name: Công an xã, {signer}}}\npolice: {{{signer}}}\n") == []


def test_a_deputy_needs_a_title_of_their_own(doubts: Doubts) -> None:
    """KT. CHỦ TỊCH without PHÓ CHỦ TỊCH below it is no signature."""
    assert "own_title" in only(doubts("party: {signer: {signing: deputy}}\n")).hint.vi


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("proposer: {superior: Huyện đoàn huyện Yên Thế}\n", "cấp huyện"),
        ("police: {superior: Công an huyện Yên Thế}\n", "Công an cấp huyện"),
        ("party: {superior: Đảng bộ thành phố Bắc Giang}\n", "cấp huyện"),
        ("front: Ủy ban MTTQ thị trấn Vôi\n", "thị trấn"),
        ("police: {superior: Công an tỉnh Bắc Giang}\n", "sáp nhập"),
    ],
)
def test_bodies_that_ended_are_doubted_after_their_end_only(
    doubts: Doubts, more: str, told: str
) -> None:
    """Districts, townships and merged provinces belong to papers of their own time."""
    assert told in only(doubts(more)).what.vi
    assert [one.place.field for one in doubts(more, THEN)] == ["issuer.district"]


@pytest.mark.parametrize(
    "more",
    [
        "bases: [Quyết định số 1/QĐ-UBND của Ủy ban nhân dân huyện Yên Thế]\n",
        "party: {superior: Đảng bộ thành phố Hải Phòng}\n",
        "front: Quân nhân dự bị\n",
        "members: [{name: A, role: head, job: nguyên Trưởng Công an huyện Yên Thế}]\n",
    ],
)
def test_old_names_stay_where_they_are_right(doubts: Doubts, more: str) -> None:
    """Cited papers, former offices and centrally run cities are no fault."""
    assert doubts(more) == []


def test_police_of_districts_ended_before_the_districts(doubts: Doubts) -> None:
    """Between 01/3/2025 and 01/7/2025 the district lives on, its police does not."""
    more = "police: {superior: Công an huyện A}\nparty: {superior: Đảng bộ huyện A}\n"
    problems = doubts(more, date(2025, 4, 1))
    assert [one.place.field for one in problems] == ["issuer.district", "police.superior"]


def test_a_district_is_told_before_and_left_out_after(
    load_text: Callable[[str], Loaded], least: str
) -> None:
    """Three tiers need the district, two tiers have none."""
    with_district = least.replace("model:", "  district: huyện Yên Lục\nmodel:") + SURVEY
    assert check(load_text(with_district), THEN) == []
    late = only(check(load_text(with_district), TWO_TIERS))
    assert late.place.field == "issuer.district"
    assert "72/2025/QH15" in late.hint.vi


def test_only_a_commune_has_its_regulation_approved_by_the_police(
    load_text: Callable[[str], Loaded], least: str
) -> None:
    """In a school, the principal approves; anything else is an error."""
    school = least.replace("commune", "school") + SURVEY + "approver: police\n"
    problem = only(check(load_text(school), TODAY))
    assert problem.severity is Severity.ERROR
    assert "II.1.1.3" in problem.hint.vi


def test_a_commune_is_told_with_its_type(load_text: Callable[[str], Loaded], least: str) -> None:
    """“Minh Thịnh” alone or “UBND xã Minh Thịnh” would print wrong."""
    for name in ("Minh Thịnh", "UBND xã Minh Thịnh"):
        text = least.replace("xã Minh Thịnh", name) + SURVEY
        assert only(check(load_text(text), TODAY)).place.field == "issuer.name"


@pytest.mark.parametrize("party", ["{name: Chi bộ thôn A}", "{kind: cell, name: Đảng ủy xã A}"])
def test_the_kind_of_party_body_fits_its_name(doubts: Doubts, party: str) -> None:
    """A cell is no committee."""
    assert only(doubts(f"party: {party}\n")).place.field == "party.kind"


def test_a_missing_survey_is_doubted_once(load_text: Callable[[str], Loaded], least: str) -> None:
    """The guidance begins with the survey."""
    assert "II.1.1.1" in only(check(load_text(least), TODAY)).hint.vi


def test_characters_outside_the_font_are_named(doubts: Doubts) -> None:
    """An emoji is allowed in a record and doubted on paper."""
    problem = only(doubts("front: Mặt trận 👮 ✓\n"))
    assert "👮 (U+1F46E), ✓ (U+2713)" in problem.what.vi


def test_old_encodings_are_recognised(doubts: Doubts) -> None:
    """TCVN3 and VNI text, pasted without conversion; Vietnamese and French are left alone."""
    assert "TCVN3" in only(doubts("front: Céng hßa x· héi chñ nghÜa ViÖt Nam\n")).what.vi
    assert looks_legacy("Coäng hoøa xaõ hoäi")
    assert not looks_legacy("Ủy ban nhân dân xã Tân Mỹ, 35 µg/m³, Café Zoë")


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
    load_text: Callable[[str], Loaded], least: str
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


def test_what_is_not_needed_is_not_blank(load_text: Callable[[str], Loaded], least: str) -> None:
    """No pilot plan without a pilot, no letter of consent where a note is enough."""
    fields = {one.field for one in blanks(load_text(least + "consent: note\n"))}
    assert not any(field.startswith("papers.pilot_plan") for field in fields)
    assert not any(field.startswith("papers.consent") for field in fields)
    pilot = {one.field for one in blanks(load_text(least + "pilot: {period: 2027}\n"))}
    assert {"pilot.reason", "papers.pilot_plan.number", "papers.consent.day"} <= pilot


def test_a_full_record_has_no_blanks() -> None:
    """The hospital's papers are all issued."""
    assert blanks(load(ROOT / "samples/co-quan-2026-doi-tu-quan.yaml")) == []
