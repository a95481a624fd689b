"""The classes of III.1, held against a reading of the guidance that shares no code with ours."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.guidance.classes import follows, order
from docgen.guidance.evidence import DossierFacts
from docgen.guidance.ratings import Outcome, Rating, latest, rate
from docgen.record.schema.assessments import Assessment, Honour, LinkedAssessment, Notice
from docgen.record.schema.linked import LinkedRecord
from docgen.record.schema.own import Record
from docgen.record.taking import taken

OWN = taken(
    Record,
    {
        "kind": "self_managed",
        "issuer": {"kind": "commune", "name": "xã Tân Mỹ"},
        "model": {"name": "Tổ liên gia"},
    },
)
SCHOOL = taken(
    Record,
    {
        "kind": "self_managed",
        "issuer": {"kind": "school", "name": "Trường Tân Mỹ"},
        "model": {"name": "Cổng trường"},
    },
)
LINKED = taken(
    LinkedRecord,
    {
        "kind": "linked",
        "model": {"name": "Cụm"},
        "units": [
            {"name": "xã Tân Mỹ", "kind": "commune", "lead": True},
            {"name": "Thôn Đông", "kind": "residential"},
        ],
    },
)
DOSSIERS = ("none", "incomplete", "complete", "neat", "scientific")
KEEPINGS = ("formal", "lapsed", "kept", "regular", "active")
FLAGS = (False, True)
NOTICES: tuple[list[dict[str, str]], ...] = (
    [],
    [{"level": "commune", "day": "10/10/2026"}],
    [{"level": "province", "day": "10/10/2026"}],
)
HONOURS: tuple[list[dict[str, str]], ...] = (
    [],
    [{"level": "commune", "form": "certificate", "day": "01/3/2026"}],
)
RANKS = {"weak": 0, "": 1, "average": 2, "fair": 3, "good": 4}
OWN_FACTS: dict[str, tuple[Any, ...]] = {
    "dossier": DOSSIERS,
    "keeping": KEEPINGS,
    "secure": FLAGS,
    "united": FLAGS,
    "violations": (1, 0),
    "influence": FLAGS,
    "notices": NOTICES,
    "honours": HONOURS,
}
LINKED_FACTS: dict[str, tuple[Any, ...]] = {
    **OWN_FACTS,
    "heads_disciplined": (1, 0),
    "complaints": (True, False),
}
"""Every fact with its values, each better than the one before."""


def assessed(base: Any, told: dict[str, Any], period: str = "2026") -> Any:
    """``base`` with one assessment that tells ``told``."""
    kind = LinkedAssessment if base.kind == "linked" else Assessment
    lists = {
        "notices": [taken(Notice, one) for one in told.get("notices") or ()],
        "honours": [taken(Honour, one) for one in told.get("honours") or ()],
    }
    plain = taken(kind, {"period": period, **told})
    return base.changed(assessments=[plain.changed(**lists)])


def rated(base: Any, told: dict[str, Any], dossier: DossierFacts | None = None) -> Rating:
    """The rating of ``base`` where only ``told`` is known."""
    return rate(assessed(base, told), "2026", dossier)


def own_class(told: dict[str, Any]) -> str:
    """III.1 read for self-managed models; "" where no class fits."""
    if told["dossier"] in {"none", "incomplete"} or told["keeping"] in {"lapsed", "formal"}:
        return "weak"
    peace = told["united"] and told["violations"] == 0
    above = any(one["level"] == "province" for one in told["notices"])
    known = bool(told["notices"] or told["honours"])
    if (
        told["dossier"] == "scientific"
        and told["keeping"] == "active"
        and told["secure"]
        and peace
        and told["influence"]
        and above
    ):
        return "good"
    neat = told["dossier"] in {"neat", "scientific"} and told["keeping"] in {"regular", "active"}
    if neat and told["secure"] and peace and known:
        return "fair"
    return "average" if peace else ""


def linked_class(told: dict[str, Any]) -> str:
    """III.1 read for linked models: Tốt says nothing of how they work, nor of their unity."""
    if told["dossier"] in {"none", "incomplete"} or told["keeping"] in {"lapsed", "formal"}:
        return "weak"
    calm = told["secure"] and told["heads_disciplined"] == 0 and not told["complaints"]
    above = any(one["level"] == "province" for one in told["notices"])
    known = bool(told["notices"] or told["honours"])
    if told["dossier"] == "scientific" and calm and told["influence"] and above:
        return "good"
    if (
        told["dossier"] in {"neat", "scientific"}
        and told["keeping"] in {"regular", "active"}
        and calm
        and known
    ):
        return "fair"
    return "average" if told["united"] and told["violations"] == 0 else ""


def every(facts: dict[str, tuple[Any, ...]]) -> list[dict[str, Any]]:
    """Every combination of the values of ``facts``."""
    return [dict(zip(facts, values, strict=True)) for values in product(*facts.values())]


def test_every_self_managed_model_has_the_class_of_the_guidance() -> None:
    """All 2400 tables of facts, against a reading of III.1 of its own."""
    wrong = [told for told in every(OWN_FACTS) if rated(OWN, told).id != own_class(told)]
    assert wrong == []


@settings(max_examples=400, deadline=None)
@given(st.fixed_dictionaries({name: st.sampled_from(v) for name, v in LINKED_FACTS.items()}))
def test_every_linked_model_has_the_class_of_the_guidance(told: dict[str, Any]) -> None:
    """Drawn tables of facts, against a reading of III.1 of its own."""
    found = rated(LINKED, told)
    assert found.id == linked_class(told)
    assert found.outcome is (Outcome.RATED if found.id else Outcome.UNCLASSED)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from((OWN, LINKED)))
def test_a_better_fact_never_lowers_the_class(data: st.DataObject, base: Any) -> None:
    """Whatever one fact improves, the class stays or rises."""
    facts = LINKED_FACTS if base.kind == "linked" else OWN_FACTS
    told = {name: data.draw(st.sampled_from(values)) for name, values in facts.items()}
    name = data.draw(st.sampled_from(list(facts)))
    place = facts[name].index(told[name])
    better = {**told, name: facts[name][min(place + 1, len(facts[name]) - 1)]}
    assert RANKS[rated(base, better).id] >= RANKS[rated(base, told).id]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from((OWN, LINKED)))
def test_a_class_is_given_only_if_no_unknown_fact_could_change_it(
    data: st.DataObject, base: Any
) -> None:
    """Every way to fill in what is not known is tried: one outcome, or facts are missing."""
    facts = LINKED_FACTS if base.kind == "linked" else OWN_FACTS
    told = {name: data.draw(st.sampled_from(values)) for name, values in facts.items()}
    scalars = [name for name in facts if name not in {"notices", "honours"}]
    open_ = data.draw(st.lists(st.sampled_from(scalars), unique=True, max_size=4))
    known = {name: value for name, value in told.items() if name not in open_}
    rest = {name: facts[name] for name in open_}
    outcomes = {rated(base, {**known, **filled}).id for filled in every(rest)}
    found = rated(base, known)
    if found.outcome is Outcome.OPEN:
        assert len(outcomes) > 1
        assert found.missing
    else:
        assert outcomes == {found.id}
        assert found.missing == ()


def test_one_criterion_of_weak_is_enough_whatever_else_is_unknown() -> None:
    """III.1.4: “khi có một trong các tiêu chí sau”."""
    found = rated(OWN, {"keeping": "formal"})
    assert (found.id, found.missing) == ("weak", ())
    assert found.above is not None
    assert found.above.id == "average"


def test_what_is_not_known_is_named() -> None:
    """Nothing told: every fact that could change the outcome is asked for."""
    found = rated(OWN, {})
    assert found.outcome is Outcome.OPEN
    assert "tình trạng hồ sơ" in [lacks.vi for lacks in found.missing]
    assert found.above is None


def test_a_kept_model_whose_members_broke_the_law_is_in_no_class() -> None:
    """III.1.3 wants lawful members, III.1.4 does not speak of them: nothing is made up."""
    told = {**BEST, "violations": 2}
    found = rated(OWN, told)
    assert (found.outcome, found.id) == (Outcome.UNCLASSED, "")
    assert found.above is not None
    assert [one.id for one in found.above.lacking] == ["lawful"]


BEST: dict[str, Any] = {
    "dossier": "scientific",
    "keeping": "active",
    "secure": True,
    "united": True,
    "violations": 0,
    "influence": True,
}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"level": "ministry", "day": "05/01/2026"}, "good"),
        ({"level": "province", "day": "05/01/2025"}, "average"),
        ({"level": "district", "day": "05/01/2026"}, "average"),
        ({"level": "unit", "day": "05/01/2026"}, "average"),
        ({"level": "province"}, ""),
        ({"level": "commune"}, ""),
        ({"level": "district"}, "average"),
    ],
)
def test_a_notice_counts_in_its_year_and_with_its_level(
    told: dict[str, str], expected: str
) -> None:
    """Another year does not count, nor a district in 2026; without a day the day is missing."""
    found = rated(OWN, {**BEST, "notices": [told]})
    assert found.id == expected
    assert (found.outcome is Outcome.OPEN) is (expected == "")


def test_a_notice_of_the_unit_counts_for_units_only() -> None:
    """III.1.2: the head of an agency, an enterprise or a school."""
    told = {**BEST, "notices": [{"level": "unit", "day": "05/01/2026"}]}
    assert rated(SCHOOL, told).id == "fair"


@pytest.mark.parametrize(
    ("honour", "expected"),
    [
        ({"level": "province", "form": "certificate", "day": "05/01/2026"}, "good"),
        ({"level": "province", "form": "merit", "day": "05/01/2026"}, "good"),
        ({"level": "province", "form": "other", "day": "05/01/2026"}, "average"),
        ({"level": "unit", "form": "certificate", "day": "05/01/2026"}, "average"),
        ({"level": "commune", "form": "certificate", "day": "05/01/2026"}, "fair"),
    ],
)
def test_an_honour_counts_with_its_form_and_level(honour: dict[str, str], expected: str) -> None:
    """III.1.1 wants a certificate or more from above the commune, III.1.2 from the commune."""
    assert rated(SCHOOL, {**BEST, "honours": [honour]}).id == expected


def test_a_district_counts_until_districts_ended() -> None:
    """In 2025 both eras have their turn: an act counts by its own day."""
    for day, expected in (("30/6/2025", "good"), ("01/7/2025", "average")):
        told = {**BEST, "notices": [{"level": "district", "day": day}]}
        assert rate(assessed(OWN, told, "2025"), "2025").id == expected


def test_the_words_of_a_criterion_name_districts_while_there_were_any() -> None:
    """III.1.1 as it was written, and without the level that ended."""
    for period, named in (("2024", True), ("2026", False)):
        found = rate(assessed(OWN, BEST, period), period)
        notice = next(one for one in found.of("good").criteria if one.id == "notice")
        assert ("cấp huyện" in notice.text.vi) is named


def test_the_folder_wins_over_what_is_told_and_says_so() -> None:
    """A dossier that lacks papers is incomplete, whatever the record tells."""
    found = rated(OWN, BEST, DossierFacts(missing=("1. Nghị quyết",)))
    assert found.id == "weak"
    assert "lấy theo kết quả kiểm tra hồ sơ" in found.notes[0].vi


def test_a_whole_folder_leaves_neatness_to_be_told() -> None:
    """No folder shows whether a dossier is neat: as told, or it is asked for."""
    honour = {"honours": [{"level": "commune", "day": "01/3/2026"}]}
    fair = {**BEST, **honour, "dossier": "neat"}
    assert rated(OWN, fair, DossierFacts()).id == "fair"
    open_ = rated(OWN, {**fair, "dossier": None}, DossierFacts())
    assert [lacks.vi for lacks in open_.missing] == ["hồ sơ có gọn gàng, khoa học hay không"]
    contradicted = rated(OWN, {**fair, "dossier": "incomplete"}, DossierFacts())
    assert contradicted.outcome is Outcome.OPEN
    assert contradicted.notes


def test_a_whole_folder_is_enough_where_neatness_changes_nothing() -> None:
    """Without notice or honour a complete dossier gives Trung bình, neat or not."""
    assert rated(OWN, {**BEST, "dossier": None}, DossierFacts()).id == "average"


def test_drafts_and_doubts_of_the_folder_are_said() -> None:
    """A draft is no issued paper; an item that may not be due yet leaves the dossier open."""
    drafts = rated(OWN, BEST, DossierFacts(drafts=("8. Kế hoạch năm",)))
    assert "dự thảo" in drafts.notes[0].vi
    unsure = rated(OWN, {**BEST, "dossier": None}, DossierFacts(unsure=("9. Báo cáo",)))
    assert [lacks.vi for lacks in unsure.missing] == ["ngày thành lập mô hình"]
    assert rated(OWN, BEST, DossierFacts(empty=True)).id == "weak"


def test_missing_papers_told_contradict_a_complete_dossier() -> None:
    """Told as neat and as lacking a paper: nobody can tell which; told alone it is incomplete."""
    assert rated(OWN, {**BEST, "missing": ["Nghị quyết"]}).outcome is Outcome.OPEN
    alone = rated(OWN, {**BEST, "dossier": None, "missing": ["Nghị quyết"]})
    assert alone.id == "weak"


def test_the_latest_period_is_the_year_after_its_half() -> None:
    """2026-H1 comes before 2026, and both after 2025."""
    told = [Assessment(period=one) for one in ("2026-H1", "2025", "2026")]
    assert latest(OWN.changed(assessments=told)) == "2026"
    assert latest(OWN) == ""


def test_every_class_has_a_clause_and_a_consequence_for_both_kinds() -> None:
    """III.2: spread, go on, change, dissolve."""
    for kind, class_id in product(("self_managed", "linked"), order()):
        found = follows(class_id, kind)
        assert found.what.vi
        assert found.who.vi
        assert found.clause.startswith("III.2")
