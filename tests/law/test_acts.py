"""Legal bases, chosen by the day of the paper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.law.acts import amended, citation, citations, short
from docgen.law.law import law

DAYS = st.dates(date(2018, 4, 3), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "cited"),
    [
        (date(2020, 10, 1), "ngày 19 tháng 6 năm 2015"),
        (date(2025, 3, 1), "ngày 19 tháng 02 năm 2025"),
        (date(2025, 6, 16), "ngày 16 tháng 6 năm 2025"),
        (date(2026, 9, 1), "ngày 16 tháng 6 năm 2025"),
    ],
)
def test_the_law_on_local_government_is_the_one_in_force(day: date, cited: str) -> None:
    """Three laws of one name followed each other; the paper's day decides."""
    assert citations("local_government", day)[0] == f"Luật Tổ chức chính quyền địa phương {cited}"


@pytest.mark.parametrize(
    ("topic", "before", "since"),
    [
        ("grassroots_force", date(2024, 6, 30), date(2024, 7, 1)),
        ("guidance", date(2020, 8, 26), date(2020, 8, 27)),
    ],
)
def test_an_act_is_not_cited_before_its_day(topic: str, before: date, since: date) -> None:
    """An act not yet in force is never a basis."""
    assert citations(topic, before) == []
    assert len(citations(topic, since)) == 1


def test_the_circular_of_2012_gives_way_to_that_of_2021() -> None:
    """TT 23/2012 ended when TT 124/2021 took effect on 10/02/2022."""
    assert "23/2012/TT-BCA" in citations("standard", date(2022, 2, 9))[0]
    assert "124/2021/TT-BCA" in citations("standard", date(2022, 2, 10))[0]


def test_a_law_goes_without_its_number_unless_asked() -> None:
    """NĐ 30/2020 names a law by its day; normative acts add the number."""
    day = date(2026, 9, 1)
    plain = citations("security", day)
    assert plain == ["Luật An ninh quốc gia ngày 03 tháng 12 năm 2004"]
    numbered = citations("security", day, numbered_laws=True)
    assert numbered == ["Luật An ninh quốc gia số 32/2004/QH11 ngày 03 tháng 12 năm 2004"]


def test_party_papers_write_the_day_with_a_comma_and_strokes() -> None:
    """HD 36 and HD 05 cite as “số …, ngày 22/6/2015 của …”."""
    (cited,) = citations("party_security", date(2026, 9, 1), party_style=True)
    assert cited.startswith("Chỉ thị số 46-CT/TW, ngày 22/6/2015 của Bộ Chính trị")


@given(DAYS)
def test_every_topic_has_at_most_its_own_acts_in_force(day: date) -> None:
    """Whatever the day, what is cited is in force on it."""
    for act in law().acts.values():
        cited = citation(act, numbered_laws=False, party_style=False) + amended(act, day)
        assert (cited in citations(act.topic, day)) == act.in_force(day)


def test_every_act_has_a_short_name_in_both_languages() -> None:
    """Whatever its kind."""
    assert short("clerical_2020") == ("Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP")
    assert all(all(short(act_id)) for act_id in law().acts)
