"""Names of their own time: districts, townships, merged provinces."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from docgen.checks.inspection import check
from tests.doubts import SURVEY, only

if TYPE_CHECKING:
    from tests.doubts import Doubts, LoadText

THEN = date(2020, 10, 1)
TWO_TIERS = date(2025, 7, 1)


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


def test_a_district_is_told_before_and_left_out_after(load_text: LoadText, least: str) -> None:
    """Three tiers need the district, two tiers have none."""
    with_district = least.replace("model:", "  district: huyện Yên Lục\nmodel:") + SURVEY
    assert check(load_text(with_district), THEN) == []
    late = only(check(load_text(with_district), TWO_TIERS))
    assert late.place.field == "issuer.district"
    assert "72/2025/QH15" in late.hint.vi


BEFORE, AFTER = date(2026, 9, 19), date(2026, 9, 20)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ("police: {superior: Công an tỉnh Bắc Ninh}\n", "police.superior"),
        ("party: {superior: Đảng bộ tỉnh Bắc Ninh}\n", "party.superior"),
        ("front: Ủy ban MTTQ Việt Nam tỉnh Bắc Ninh\n", "front"),
        ("recipients: [Tỉnh ủy Bắc Ninh]\n", "recipients[1]"),
    ],
)
def test_a_province_that_became_a_city_is_named_from_its_day(
    doubts: Doubts, more: str, field: str
) -> None:
    """Right on the last day of the province, told since; nothing is to be done again."""
    assert doubts(more, BEFORE) == []
    late = only(doubts(more, AFTER))
    assert late.place.field == field
    assert "20/9/2026" in late.what.vi
    assert "39/2026/QH16" in late.hint.vi
    assert "since: 20/9/2026" in late.hint.vi
    assert "Giữ dòng đã khai" in late.hint.vi


def test_a_name_of_today_is_told_to_be_early_in_a_paper_of_before(doubts: Doubts) -> None:
    """A paper with a day of its own and no number yet is to bear the name of that day."""
    more = "police: {superior: Công an thành phố Bắc Ninh}\n"
    assert doubts(more, AFTER) == []
    early = only(doubts(more + "papers: {plan: {day: 19/9/2026}}\n", AFTER))
    assert "chưa ghi tên đó" in early.what.vi
    assert "Công an tỉnh" not in early.what.vi
    assert "tỉnh Bắc Ninh" in early.hint.vi


def test_what_is_issued_is_never_asked_to_change(doubts: Doubts) -> None:
    """Number and day make a paper issued: names of other days in it are no fault of the record."""
    more = "police: {superior: Công an thành phố Bắc Ninh}\n"
    assert doubts(more + "papers: {plan: {number: 4, day: 19/9/2026}}\n", AFTER) == []


def test_a_dated_change_of_the_record_stands_above_the_data(doubts: Doubts) -> None:
    """Once the record tells the name of the time, nothing is doubted any more."""
    more = (
        "police: {superior: Công an tỉnh Bắc Ninh}\n"
        "changes: [{since: 20/9/2026, of: police, superior: Công an thành phố Bắc Ninh}]\n"
    )
    assert doubts(more, BEFORE) == []
    assert doubts(more, AFTER) == []


def test_a_dated_change_that_is_wrong_is_doubted_where_it_stands(doubts: Doubts) -> None:
    """A new name told from a day on which it was none is pointed at in ``changes``."""
    more = (
        "police: {superior: Công an tỉnh Bắc Ninh}\n"
        "changes: [{since: 01/9/2026, of: police, superior: Công an thành phố Bắc Ninh}]\n"
    )
    early = only(doubts(more, date(2026, 9, 10)))
    assert early.place.field == "changes[1].superior"


def test_old_papers_need_their_district_still(load_text: LoadText, least: str) -> None:
    """A model founded in the time of districts keeps telling the one it was in."""
    founded = "papers: {decision: {number: 4, day: 05/3/2024}}\n"
    told = least.replace("model:", "  district: huyện Yên Lục\nmodel:") + SURVEY
    assert [one.place.field for one in check(load_text(told), TWO_TIERS)] == ["issuer.district"]
    fields = [one.place.field for one in check(load_text(told + founded), TWO_TIERS)]
    assert "issuer.district" not in fields


LINKED = """\
kind: linked
model: {name: Cụm An ninh liên hoàn}
units:
  - {name: xã Lạng Giang, kind: commune, province: PROVINCE, lead: true, turn: 1, term: năm 2026}
  - {name: Trường Trung học cơ sở Tân Mỹ, kind: school, province: PROVINCE, commune: xã Kép}
"""


@pytest.mark.parametrize("province", ["tỉnh Bắc Ninh", "Bắc Ninh"])
def test_communes_that_became_wards_are_named_from_their_day(
    load_text: LoadText, province: str
) -> None:
    """Xã Lạng Giang and xã Kép are phường since 20/9/2026, also where the province has no kind."""
    loaded = load_text(LINKED.replace("PROVINCE", province))
    known = {one.what.vi for one in check(loaded, BEFORE)}
    late = [one for one in check(loaded, AFTER) if one.what.vi not in known]
    fields = {one.place.field for one in late}
    assert {"units[1].name", "units[2].commune"} <= fields
    assert ("units[1].province" in fields) == province.startswith("tỉnh")
    ward = next(one for one in late if one.place.field == "units[1].name")
    assert "of: xã Lạng Giang" in ward.hint.vi
    assert "388/NQ-UBTVQH16" in ward.hint.vi
