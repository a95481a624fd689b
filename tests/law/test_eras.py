"""The eras of government and of Party papers, and what ended with them."""

from __future__ import annotations

from datetime import date

from docgen.law.eras import government, party_form
from docgen.law.law import law


def test_the_party_form_changes_with_guidance_05() -> None:
    """HD 05-HD/VPTW holds from the day of its signing, 27/5/2026."""
    assert party_form(date(2026, 5, 26)).recipient_end == ","
    assert party_form(date(2026, 5, 27)).recipient_end == ";"


def test_districts_end_with_june_2025() -> None:
    """Two tiers since 01/7/2025 (Luật 72/2025/QH15, Điều 51)."""
    assert government(date(2025, 6, 30)).id == "three_tier"
    assert government(date(2025, 7, 1)).id == "two_tier"


def test_what_ended_with_the_districts_ended_on_their_day() -> None:
    """The day of two tiers stands in one place; only the district police ended earlier."""
    eras = law().eras
    start = eras.government[-1].start
    assert {eras.districts.since, eras.merged.since} == {start}
    assert {one.names for one in eras.ended if one.since != start} == {"công an {district}"}


def test_a_province_that_gave_up_its_name_is_not_the_new_name_of_another() -> None:
    """Twenty-nine names went; what took their place lives on."""
    merged = law().eras.merged.provinces
    assert len(merged) == 29
    assert not set(merged) & set(merged.values())


def test_what_is_told_of_the_mergers_is_to_be_held_against_a_source() -> None:
    """Facts not held against a source are marked for checking."""
    assert law().eras.merged.sure == "known"
