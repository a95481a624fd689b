"""Names of provinces and communes in time, each side of each day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.law.eras import ended_name
from docgen.law.law import law
from docgen.law.place_texts import Told, as_of_day, misnamed
from docgen.law.places import central_cities, lineage, provinces, renamings

DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
ONE_DAY = timedelta(days=1)
BAC_NINH = frozenset({"bắc ninh"})


@pytest.mark.parametrize(
    ("day", "all_of_them", "cities"),
    [
        (date(2024, 12, 31), 63, 5),
        (date(2025, 1, 1), 63, 6),
        (date(2025, 6, 30), 63, 6),
        (date(2025, 7, 1), 34, 6),
        (date(2026, 4, 29), 34, 6),
        (date(2026, 4, 30), 34, 7),
        (date(2026, 9, 1), 34, 8),
        (date(2026, 9, 19), 34, 8),
        (date(2026, 9, 20), 34, 9),
    ],
)
def test_there_are_as_many_provinces_and_cities_as_the_acts_say(
    day: date, all_of_them: int, cities: int
) -> None:
    """63 became 34 on 01/7/2025; Huế, Đồng Nai, Quảng Ninh, Bắc Ninh became cities later."""
    assert len({row.name for row in provinces(day)}) == all_of_them
    assert len(central_cities(day)) == cities


@pytest.mark.parametrize(
    ("last", "old", "new"),
    [
        (date(2024, 12, 31), "Công an tỉnh Thừa Thiên Huế", "Công an thành phố Huế"),
        (date(2025, 6, 30), "Công an tỉnh Bắc Giang", "Công an tỉnh Bắc Ninh"),
        (date(2025, 6, 30), "CÔNG AN TỈNH HOÀ BÌNH", "CÔNG AN TỈNH PHÚ THỌ"),
        (date(2025, 6, 30), "Tỉnh Bà Rịa-Vũng Tàu", "Thành phố Hồ Chí Minh"),
        (date(2025, 6, 30), "Tỉnh ủy Hải Dương", "Thành ủy Hải Phòng"),
        (date(2026, 4, 29), "Đảng bộ tỉnh Đồng Nai", "Đảng bộ thành phố Đồng Nai"),
        (date(2026, 8, 31), "Sở Y tế tỉnh Quảng Ninh", "Sở Y tế thành phố Quảng Ninh"),
        (date(2026, 9, 19), "Công an tỉnh Bắc Ninh", "Công an thành phố Bắc Ninh"),
        (date(2026, 9, 19), "Tỉnh đoàn Bắc Ninh", "Thành đoàn Bắc Ninh"),
        (date(2026, 9, 19), "CÔNG AN XÃ LẠNG GIANG", "CÔNG AN PHƯỜNG LẠNG GIANG"),
    ],
)
def test_a_body_is_called_by_its_old_name_until_the_day_and_by_the_new_since(
    last: date, old: str, new: str
) -> None:
    """The last day of the old name and the first of the new one, whatever the letter case."""
    told = Told(old, within=BAC_NINH)
    assert as_of_day(told, last) == old
    assert misnamed(told, last) is None
    assert as_of_day(told, last + ONE_DAY) == new
    wrong = misnamed(told, last + ONE_DAY)
    assert wrong is not None
    assert wrong.renaming.since == last + ONE_DAY
    assert not wrong.is_early


def test_names_of_several_times_follow_one_another() -> None:
    """Bắc Giang became tỉnh Bắc Ninh, and that a city."""
    told = Told("Ủy ban nhân dân tỉnh Bắc Giang")
    assert as_of_day(told, date(2026, 9, 20)) == "Ủy ban nhân dân thành phố Bắc Ninh"


@pytest.mark.parametrize(
    ("day", "text", "then"),
    [
        (date(2026, 9, 19), "Công an thành phố Bắc Ninh", "Công an tỉnh Bắc Ninh"),
        (date(2025, 7, 1), "Công an TP Bắc Ninh", "Công an tỉnh Bắc Ninh"),
        (date(2026, 4, 29), "Thành ủy Đồng Nai", "Tỉnh ủy Đồng Nai"),
        (date(2026, 9, 19), "Đảng ủy phường Kép", "Đảng ủy xã Kép"),
    ],
)
def test_a_name_that_is_not_yet_in_use_gives_way_to_the_one_of_the_day(
    day: date, text: str, then: str
) -> None:
    """A record written by the names of today has papers of before."""
    told = Told(text, within=frozenset({"bắc ninh"}))
    wrong = misnamed(told, day)
    assert wrong is not None
    assert wrong.is_early
    assert as_of_day(told, day) == then


def test_before_the_merger_nobody_can_know_which_province_it_was() -> None:
    """What is thành phố Bắc Ninh now was Bắc Giang or Bắc Ninh: nothing is guessed."""
    told = Told("thành phố Bắc Ninh", is_province=True)
    wrong = misnamed(told, date(2025, 6, 30))
    assert wrong is not None
    assert not wrong.right
    assert as_of_day(told, date(2025, 6, 30)) == "thành phố Bắc Ninh"


def test_hue_was_one_province_before() -> None:
    """A province without a merger goes back to its former name."""
    told = Told("thành phố Huế", is_province=True)
    assert as_of_day(told, date(2024, 12, 31)) == "tỉnh Thừa Thiên Huế"


@pytest.mark.parametrize("name", ["thành phố Bắc Ninh", "thành phố Huế"])
def test_a_city_of_that_name_within_a_province_is_a_district(name: str) -> None:
    """Before they were centrally run, cities of these names were units of the district level."""
    told = Told(f"Ủy ban nhân dân {name}")
    assert misnamed(told, date(2024, 6, 1)) is None
    assert as_of_day(told, date(2024, 6, 1)) == told.text


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2026, 9, 19), "Công an thành phố Bắc"), (date(2026, 9, 20), "")],
)
def test_a_city_is_no_district_from_its_day(day: date, found: str) -> None:
    """The police of thành phố Bắc Ninh is that of a district until 19/9/2026, of a city since."""
    assert ended_name("Công an thành phố Bắc Ninh", day) == found


def test_a_province_may_be_told_without_its_kind() -> None:
    """An old form tells “Bắc Giang” alone: the proper name changes, the form stays."""
    told = Told("Bắc Giang", is_province=True)
    assert as_of_day(told, date(2025, 6, 30)) == "Bắc Giang"
    assert as_of_day(told, date(2025, 7, 1)) == "Bắc Ninh"
    assert as_of_day(told, date(2026, 9, 20)) == "Bắc Ninh"
    assert misnamed(Told("Bắc Ninh", is_province=True), date(2026, 9, 20)) is None
    assert misnamed(Told("Bắc Ninh", is_province=True), date(2025, 9, 20)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 188/KH-UBND ngày 29 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Bắc Ninh",
        "địa bàn tỉnh Bắc Giang cũ",
        "Bệnh viện Đa khoa tỉnh Bắc Ninh",
        "Công ty Cổ phần Môi trường tỉnh Bắc Giang",
        "phường Bắc Giang",
        "Ủy ban nhân dân xã Tân Mỹ",
    ],
)
def test_what_is_no_name_of_a_place_of_the_day_stays(text: str) -> None:
    """Cited papers, former names told as such, proper names of hospitals and firms, namesakes."""
    assert as_of_day(Told(text), date(2026, 11, 1)) == text


def test_an_address_after_a_proper_name_follows_its_place() -> None:
    """Behind a comma stands where the school is, no part of its name."""
    told = Told("Trường Trung học cơ sở Tân Mỹ, tỉnh Bắc Giang")
    assert as_of_day(told, date(2025, 7, 1)) == "Trường Trung học cơ sở Tân Mỹ, tỉnh Bắc Ninh"


def test_a_commune_of_that_name_elsewhere_keeps_its_kind() -> None:
    """Names of communes are not unique in the country; an unknown province changes nothing."""
    day = date(2026, 9, 20)
    assert as_of_day(Told("xã Chi Lăng", within=lineage("tỉnh Lạng Sơn")), day) == "xã Chi Lăng"
    assert as_of_day(Told("xã Chi Lăng"), day) == "xã Chi Lăng"
    assert as_of_day(Told("xã Chi Lăng", within=lineage("tỉnh Bắc Giang")), day) == (
        "phường Chi Lăng"
    )


def test_what_is_told_to_hold_since_a_day_is_older_than_no_renaming_before() -> None:
    """A name told since a later day is not taken to be that of an earlier time."""
    told = Told("tỉnh Bắc Giang", since=date(2025, 8, 1))
    assert as_of_day(told, date(2025, 9, 1)) == "tỉnh Bắc Giang"


@given(DAYS, st.sampled_from([row.name for row in law().places.provinces]))
def test_the_name_of_a_day_is_in_use_on_that_day(day: date, name: str) -> None:
    """Whatever name of a province is told, its name of the day is right, or known to be unknown."""
    told = Told(name, is_province=True)
    then = told.changed(text=as_of_day(told, day))
    wrong = misnamed(then, day)
    assert wrong is None or not wrong.right
    assert as_of_day(then, day) == then.text


def test_every_renaming_has_an_act() -> None:
    """A message can say by which act a name changed."""
    assert all(one.act in law().acts for one in renamings())
