"""Địa danh at the head of papers, and the terms of Party committees."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.law.numbering import period, term
from docgen.law.places import heading, party_heading
from docgen.law.units import security_bodies
from docgen.record.schema.linked import LinkedRecord
from docgen.record.taking import taken

HD36, HD05 = date(2026, 5, 26), date(2026, 5, 27)


@pytest.mark.parametrize(
    ("place", "state", "party"),
    [
        ("xã Tân Mỹ", "Tân Mỹ", "Tân Mỹ"),
        ("phường 3", "Phường 3", "Phường 3"),
        ("xã Trần Phú", "Xã Trần Phú", "Xã Trần Phú"),
        ("phường Kép", "Kép", "Phường Kép"),
        ("phường Bắc Ninh", "Bắc Ninh", "Phường Bắc Ninh"),
        ("Thôn 1", "Thôn 1", "Thôn 1"),
        ("huyện Yên Lục", "Yên Lục", "Yên Lục"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("xã Tân Mỹ, huyện Yên Lục", "Tân Mỹ", "Tân Mỹ"),
    ],
)
def test_a_place_goes_without_its_kind_but_for_what_the_rules_name(
    place: str, state: str, party: str
) -> None:
    """NĐ 30: numbers, persons, events; HD 05 also one word, and the province's own name."""
    assert heading(place) == state
    assert party_heading(place, HD36, "tỉnh Bắc Ninh") == state
    assert party_heading(place, HD05, "thành phố Bắc Ninh") == party


@pytest.mark.parametrize(
    ("day", "begun", "years"),
    [
        (date(2025, 6, 30), None, "2020-2025"),
        (date(2025, 7, 1), None, "2025-2030"),
        (date(2025, 8, 14), date(2025, 8, 15), "2020-2025"),
        (date(2025, 8, 15), date(2025, 8, 15), "2025-2030"),
        (date(2025, 5, 20), date(2025, 5, 20), "2025-2030"),
        (date(2010, 1, 1), None, "2015-2020"),
    ],
)
def test_the_term_of_a_committee_begins_on_its_own_day(
    day: date, begun: date | None, years: str
) -> None:
    """The record's day stands above that of the data; the State numbers by the year."""
    assert term(day, begun) == years
    assert period(day, of_party=True, begun=begun) == years
    assert period(day, of_party=False, begun=begun) == str(day.year)


def test_the_police_of_districts_is_asked_until_its_last_day() -> None:
    """It ended on 01/3/2025, the district's military command with the district."""
    units = [
        {"name": "xã A", "kind": "commune", "district": "huyện B", "province": "tỉnh C"},
        {"name": "Trường D", "kind": "school"},
    ]
    record = taken(LinkedRecord, {"kind": "linked", "model": {"name": "Cụm"}, "units": units})
    assert "Công an huyện B" in security_bodies(record, date(2025, 2, 28))
    asked = security_bodies(record, date(2025, 3, 1))
    assert "Công an huyện B" not in asked
    assert "Ban Chỉ huy quân sự huyện B" in asked
    assert all("huyện" not in body for body in security_bodies(record, date(2025, 7, 1)))
