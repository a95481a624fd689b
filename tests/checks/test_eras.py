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
