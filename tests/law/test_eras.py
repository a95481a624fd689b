"""The eras of government and of Party papers, and what ended with them."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.law.eras import ended_name, gone, government, party_form
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
    assert eras.districts.since == start
    assert {one.names for one in eras.ended if one.since != start} == {"công an {district}"}


BEFORE, AFTER = date(2025, 2, 1), date(2025, 8, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Công an huyện Lục Ngạn", "Công an huyện Lục"),
        ("ỦY BAN NHÂN DÂN HUYỆN LỤC NGẠN", "HUYỆN LỤC"),
        ("Ủy ban nhân dân thị trấn Chũ", "thị trấn Chũ"),
        ("Ủy ban nhân dân thành phố Hà Nội", ""),
        ("Ủy ban nhân dân xã Tân Mỹ", ""),
    ],
)
def test_bodies_that_ended_are_named(text: str, found: str) -> None:
    """Districts, their police and townships ended in 2025; central cities did not."""
    assert ended_name(text, AFTER) == found
    assert (gone(text, AFTER) is not None) == bool(found)
    assert ended_name(text, BEFORE) == ""
